"""Q407: the totals of `adhoc.toml` are not met."""

import numpy as np

from adhoc_cli.rules.api import Facts, Severity, Words, example
from adhoc_cli.rules.found import BodySeats, Finding, Found, Reason, Roster, outside


def check(roster: Roster) -> Found:
    """The active members of each body in office that has a total, over all its places."""
    totals, calendar = roster.office.settings.total, roster.calendar
    if not totals:
        return Found(partly=Reason("no_totals"))
    filled = {body: _filled(roster, body) for body in totals if body in calendar.in_office}
    findings = [
        _finding(body, number, totals[body])
        for body, number in filled.items()
        if number != totals[body]
    ]
    partly = outside(calendar.outside_of(totals))
    return Found(len(filled), len(findings), findings, partly=partly)


def _filled(roster: Roster, body: str) -> int:
    """Active members in listed places; all of the body's where its places cannot be told."""
    members = roster.members
    seats = roster.seats[body]
    if isinstance(seats, BodySeats):
        return int(seats.filled.sum())
    return int(np.count_nonzero(members.seated & members.of_body(body)))


def _finding(body: str, filled: int, expected: int) -> Finding:
    variant = "short" if filled < expected else "over"
    difference = abs(expected - filled)
    params = {"filled": filled, "expected": expected, "difference": difference, "variant": variant}
    return Finding(body=body, params=params)


TEXTS = """
title.id = Jumlah keseluruhan tidak cocok
title.en = Total not met
why.id = [total] di adhoc.toml mencatat berapa anggota yang seharusnya ada, yaitu kebutuhan kantor
  itu sendiri. Angka itu tidak bergantung pada berkas wilayah, sehingga desa yang hilang dari
  desa.csv pun ketahuan.
why.en = [total] in adhoc.toml says how many members there should be, as the office itself counts
  them. The figure does not depend on the region files, so that a desa missing from desa.csv shows,
  too.
message.short.id = {body}: {filled} anggota aktif, seharusnya {expected} menurut adhoc.toml; kurang
  {difference}
message.short.en = {body}: {filled} active members, should be {expected} by adhoc.toml; {difference}
  short
message.over.id = {body}: {filled} anggota aktif, seharusnya {expected} menurut adhoc.toml; lebih
  {difference}
message.over.en = {body}: {filled} active members, should be {expected} by adhoc.toml; {difference}
  too many
fix.short.id = Periksa kekurangan anggota (Q401), baris yang ditolak, dan kode wilayah yang tidak
  dikenal (R301); bila jumlah wilayahnya berubah, perbarui [total].
fix.short.en = Look at vacant seats (Q401), rejected rows and unknown place codes (R301); if the
  number of places has changed, update [total].
fix.over.id = Periksa kelebihan anggota (Q402) dan wilayah yang tidak seharusnya tercantum; bila
  jumlah wilayahnya berubah, perbarui [total].
fix.over.en = Look at members beyond the seats (Q402) and places that should not be listed; if the
  number of places has changed, update [total].
"""

FACTS = Facts(
    severity=Severity.ERROR,
    needs=("kecamatan", "desa", "anggota"),
    basis=Words("[total] di adhoc.toml kantor ini", "[total] in this office's adhoc.toml"),
    passes=(
        example(),
        example(settings="[total]\nPPK = 5\nPPS = 6\n"),
        example(settings="[total]\nKPPS = 0\n"),
        example(settings="[total]\nKPPS = 0\n", as_of="2024-11-10"),  # without tps.csv
    ),
    fails=(
        example(settings="[total]\nPPK = 100\nPPS = 6\n", at="place"),
        example(settings="[total]\nPPK = 4\nPPS = 867\n", at="place place"),
        example("8 kode_wilayah=33.23.01.2009", settings="[total]\nPPS = 6\n", at="place"),
        example(
            "8 badan=KPPS, tps=1", settings="[total]\nKPPS = 2\n", as_of="2024-11-10", at="place"
        ),
    ),
)
