"""Q405: fewer women than 30% of the seats."""

import numpy as np

from adhoc_cli.places.listed import Index
from adhoc_cli.roster.seats import Count
from adhoc_cli.rules.api import Facts, Severity, Words, example
from adhoc_cli.rules.found import (
    Body,
    BodySeats,
    Finding,
    Found,
    Roster,
    at_unit,
    described,
    each_body,
)


def check(roster: Roster) -> Found:
    """Units of bodies with a share of women in the profile that cannot reach it any more; a body
    whose share is told of all its units in a kecamatan together gets a note on each kecamatan."""
    return each_body(roster, _look, of=lambda body: body.perempuan_min is not None)


def _look(seats: BodySeats) -> Found:
    together = seats.body.perempuan_per is not None
    where = seats.kecamatan() if together else np.arange(seats.filled.size, dtype=np.int32)
    women, least = _sums(where, seats.women), _sums(where, seats.least)
    # A vacant seat may yet go to a woman, and one whose gender is not known may be one.
    perhaps = women + _sums(where, seats.vacant + seats.unknown_gender)
    needed = _needed(seats.body, least)
    failed = np.flatnonzero(perhaps < needed)

    def finding(at: int) -> Finding:
        params = {"women": women[at], "needed": needed[at], "seats": least[at]}
        if not together:
            return at_unit(seats, at, {**params, "variant": "unit"})
        region, _ = seats.places.named_unit("kecamatan", at)
        plain = {name: int(value) for name, value in params.items()}
        told = {**plain, "variant": "together"}
        return Finding(region=region, body=seats.name, params=told, own=Severity.INFO)

    severity = Severity.INFO if together else Severity.WARNING
    return described(least.size, failed, finding, counts={severity: failed.size})


def _sums(where: Index, column: Count) -> Count:
    """The sums of a column of the units by place; of a unit of no listed place, nowhere."""
    sums = np.zeros(int(where.max(initial=-1)) + 2, np.int64)
    np.add.at(sums, where, column)
    return sums[:-1]


def _needed(body: Body, seats: Count) -> Count:
    """The women that so many seats need; asked once for every number of seats there may be."""
    most = int(seats.max(initial=0))
    return np.array([body.women_needed(n) for n in range(most + 1)], np.int64)[seats]


TEXTS = """
title.id = Keterwakilan perempuan kurang
title.en = Too few women
why.id = Susunan {of_women} memperhatikan keterwakilan perempuan paling sedikit {women_share}:
  {women} anggota. Bunyi aturannya "memperhatikan", maka ini peringatan; cara membulatkannya tidak
  ditemukan, dan pembulatan ke atas adalah tafsir adhoc-cli. Bagi badan di TPS bagiannya dihitung
  se-kecamatan, sebagai catatan. Kekurangan anggota masih dapat diisi perempuan dan tidak dihitung
  di sini.
why.en = {of_women} are formed with regard to at least {women_share} women: {women} seats. The law
  says regard, hence a warning; no rule on rounding was found, and rounding up is how adhoc-cli
  reads it. Of bodies at a TPS the share is told of a kecamatan together, as a note. A vacant seat
  may still go to a woman and is not held against the share here.
message.unit.id = {body} {place}: {women} dari {seats} anggota perempuan, seharusnya paling
  sedikit {needed}
message.unit.en = {body} {place}: {women} of {seats} seats held by women, should be at least
  {needed}
message.together.id = {body} se-kecamatan {place}: {women} dari {seats} anggota perempuan,
  diperhatikan paling sedikit {needed}
message.together.en = {body} of all the kecamatan {place}: {women} of {seats} seats held by women,
  to be heeded are at least {needed}
fix.id = Periksa dahulu kolom jenis_kelamin; bila benar, utamakan perempuan pada PAW
  berikutnya.
fix.en = First look at the column jenis_kelamin; if it is right, prefer a woman at the next
  replacement.
"""

_MEN = tuple(
    f"+ nama=Suroto {name}, badan=KPPS, jabatan=anggota, jenis_kelamin=L,"
    " kode_wilayah=33.23.01.2016, tps=1, status=aktif"
    for name in ("Ari", "Budi", "Cipto", "Darmo", "Eko")
)
_TPS = "+tps kode_desa=33.23.01.2016, nomor="

FACTS = Facts(
    severity=Severity.WARNING,
    needs=("kecamatan", "desa", "anggota", "anggota.jenis_kelamin"),
    uses=("perempuan_min", "perempuan_per"),
    basis=Words(
        'PKPU 8/2022: "memperhatikan keterwakilan perempuan paling sedikit 30%"',
        'PKPU 8/2022: "memperhatikan keterwakilan perempuan paling sedikit 30%"',
    ),
    passes=(
        example(),
        # One of two women has left: her seat may go to a woman again.
        example("3 status=mengundurkan diri"),
        example("3 jenis_kelamin="),
        # Another TPS makes up for it.
        example(*_MEN, f"{_TPS}1", f"{_TPS}2", as_of="2024-11-20"),
        example(drop="7-9"),
    ),
    fails=(
        example("3 jenis_kelamin=L", at="place"),
        example("7 jenis_kelamin=L", "9 jenis_kelamin=Laki-laki", at="place"),
        # Of a KPPS no TPS is named: five men of seven seats, a note on the kecamatan.
        example(*_MEN, f"{_TPS}1", as_of="2024-11-20", at="place"),
    ),
)
