"""Q405: fewer women than 30% of the seats."""

from __future__ import annotations

import numpy as np

from adhoc_cli.roster.seats import Count
from adhoc_cli.rules.api import Rule, Severity, Words, example
from adhoc_cli.rules.found import BodySeats, Found, Mask, Params, Roster, in_units


def check(roster: Roster) -> Found:
    """Units of bodies with a share of women in the profile that cannot reach it any more."""
    return in_units(roster, _short, _params, of=lambda body: body.perempuan_min is not None)


def _short(seats: BodySeats) -> Mask:
    # A vacant seat may yet go to a woman, and one whose gender is not known may be one.
    return seats.women + seats.vacant + seats.unknown_gender < _needed(seats)


def _params(seats: BodySeats, unit: int) -> Params:
    seats_here = int(seats.least[unit])
    needed = seats.body.women_needed(seats_here)
    return {"women": seats.women[unit], "needed": needed, "seats": seats_here}


def _needed(seats: BodySeats) -> Count:
    """The women that each unit needs; asked once for every number of seats there may be."""
    most = int(seats.least.max(initial=0))
    return np.array([seats.body.women_needed(n) for n in range(most + 1)], np.int64)[seats.least]


TEXTS = """
title.id = Keterwakilan perempuan kurang
title.en = Too few women
why.id = Susunan {of_women} memperhatikan keterwakilan perempuan paling sedikit {women_share}:
  {women} kursi. Undang-undang berkata memperhatikan, maka ini peringatan. Kursi kosong masih dapat
  diisi perempuan dan tidak dihitung sebagai kekurangan di sini.
why.en = {of_women} are formed with regard to at least {women_share} women: {women} seats. The law
  says regard, hence a warning. A vacant seat may still go to a woman and is not held against the
  share here.
message.id = {body} {place}: {women} dari {seats} kursi diisi perempuan, seharusnya paling sedikit
  {needed}
message.en = {body} {place}: {women} of {seats} seats held by women, should be at least {needed}
fix.id = Periksa dahulu kolom jenis_kelamin; bila benar, utamakan perempuan saat penggantian
  berikutnya.
fix.en = First look at the column jenis_kelamin; if it is right, prefer a woman at the next
  replacement.
"""

RULE = Rule(
    code="Q405",
    name="women-share",
    severity=Severity.WARNING,
    needs=("kecamatan", "desa", "anggota", "anggota.jenis_kelamin"),
    check=check,
    texts=TEXTS,
    uses=("perempuan_min",),
    basis=Words(
        'PKPU 8/2022: "memperhatikan keterwakilan perempuan paling sedikit 30%"',
        'PKPU 8/2022: "memperhatikan keterwakilan perempuan paling sedikit 30%"',
    ),
    passes=(
        example(),
        # One of two women has left: her seat may go to a woman again.
        example("3 status=mengundurkan diri"),
        example("3 jenis_kelamin="),
        example(drop="7-9"),
    ),
    fails=(
        example("3 jenis_kelamin=L", at="place"),
        example("7 jenis_kelamin=L", "9 jenis_kelamin=Laki-laki", at="place"),
    ),
)
