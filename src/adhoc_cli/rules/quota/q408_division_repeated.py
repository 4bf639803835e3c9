"""Q408: a division held twice or by nobody."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from adhoc_cli.roster.members import UNKNOWN_DIVISION
from adhoc_cli.roster.repeats import Positions, repeats
from adhoc_cli.roster.seats import BodySeats
from adhoc_cli.rules.api import Facts, Severity, Words, example
from adhoc_cli.rules.found import (
    Finding,
    Found,
    Params,
    Roster,
    at_unit,
    described,
    each_body,
    first_at,
    in_pairs,
    in_rows,
    person_of,
    together,
)
from adhoc_cli.tables.texts import Mask

_NAMES_APART = "; "  # the names hold commas
_SOME = -1  # in the place of a division: of several nobody knows which


class _Holders(NamedTuple):
    """The divisions of one body: `again` are rows of a second holder, `first` those of the first
    one, `unknown` rows whose text names no division, `free` what nobody in the unit holds."""

    seats: BodySeats
    again: Positions
    first: Positions
    unknown: Positions
    unknown_of: NDArray[np.int64]  # per unit
    free: Mask  # unit x division


def check(roster: Roster) -> Found:
    """The divisions of every unit that has members, of bodies whose profile names divisions."""
    return each_body(roster, lambda seats: _look(roster, seats), of=lambda body: bool(body.divisi))


def _look(roster: Roster, seats: BodySeats) -> Found:
    held = _holders(roster, seats)
    return together([_twice(roster, held), _unknown(roster, held), _nobody(held)])


def _holders(roster: Roster, seats: BodySeats) -> _Holders:
    names, units = seats.body.divisi, seats.unit
    rows = np.flatnonzero(roster.members.serving & (units >= 0))
    units = units[rows]
    division = roster.members.divisions(seats.body)[rows]
    held = division >= 0
    size = seats.least.size
    cells = units[held].astype(np.int64) * len(names) + division[held]
    again, first = repeats(cells)
    count = np.bincount(cells, minlength=size * len(names)).reshape(size, len(names))
    unknown = division == UNKNOWN_DIVISION
    return _Holders(
        seats,
        rows[held][again],
        rows[held][first],
        rows[unknown],
        np.bincount(units[unknown], minlength=size),
        (count == 0) & (seats.filled > 0)[:, None],
    )


def _twice(roster: Roster, held: _Holders) -> Found:
    members = roster.members

    def params(row: int, first: int) -> Params:
        return {
            "variant": "twice",
            "division": held.seats.body.division(str(members.value("divisi", row))),
            "first_person": person_of(members, first),
            **first_at(members, first),
        }

    return in_pairs(roster, (held.again, held.first), params, among=0, column="divisi")


def _unknown(roster: Roster, held: _Holders) -> Found:
    known = _NAMES_APART.join(held.seats.body.divisi)

    def params(row: int) -> Params:
        found = roster.members.value("divisi", row)
        return {"variant": "unknown", "found": found, "known": known}

    return in_rows(roster, held.unknown, column="divisi", params=params)


def _nobody(held: _Holders) -> Found:
    """The divisions that nobody holds. An unknown text may mean any of them: as many of them may be
    held after all, and which ones cannot be told."""
    free, unknown = held.free.sum(axis=1), held.unknown_of
    some = [[unit, _SOME] for unit in np.flatnonzero((unknown > 0) & (free > unknown)).tolist()]
    cells = np.argwhere(held.free & (unknown == 0)[:, None]).tolist()
    names = held.seats.body.divisi

    def finding(cell: Sequence[int]) -> Finding:
        unit, at = cell
        if at != _SOME:
            return at_unit(held.seats, unit, {"variant": "nobody", "division": names[at]})
        divisions = [names[at] for at in np.flatnonzero(held.free[unit]).tolist()]
        params = {
            "variant": "some",
            "count": len(divisions) - int(unknown[unit]),
            "divisions": _NAMES_APART.join(divisions),
        }
        return at_unit(held.seats, unit, params)

    return described(held.free.size, sorted([*some, *cells]), finding)


TEXTS = """
title.id = Pembagian divisi tidak lengkap
title.en = Divisions not shared out
why.id = Lima anggota PPK membidangi lima divisi, masing-masing satu. Divisi yang dipegang dua orang
  atau tidak dipegang siapa pun membuat bimtek dan laporan per divisi tidak sampai pada yang
  bertanggung jawab. Sumbernya praktik, bukan pasal, maka ini peringatan.
why.en = The five members of a PPK hold five divisions, one each. Where two hold one or nobody does,
  training and reports by division do not reach whoever answers for them. This rests on practice,
  not on an article, hence a warning.
message.twice.id = divisi "{division}" sudah dipegang {first_person} ({first_file}:{first_line})
message.twice.en = the division "{division}" is held already by {first_person}
  ({first_file}:{first_line})
message.unknown.id = divisi "{found}" tidak dikenal
message.unknown.en = unknown division "{found}"
message.nobody.id = {body} {place}: divisi "{division}" tidak dipegang siapa pun
message.nobody.en = {body} {place}: nobody holds the division "{division}"
message.some.id = {body} {place}: sedikitnya {count} dari divisi berikut tidak dipegang siapa pun:
  {divisions}
message.some.en = {body} {place}: nobody holds at least {count} of these divisions: {divisions}
fix.twice.id = Cocokkan dengan berita acara pembagian divisi, lalu betulkan kolom divisi salah
  satunya.
fix.twice.en = Compare with the minutes on the divisions and correct the column divisi of one of
  them.
fix.unknown.id = Pakai salah satu dari: {known}. Atau tambahkan sebutannya ke divisi_sinonim di
  adhoc.toml.
fix.unknown.en = Use one of: {known}. Or add the word to divisi_sinonim in adhoc.toml.
fix.nobody.id = Tentukan pemegangnya dalam pleno, lalu isi kolom divisi.
fix.nobody.en = Let the plenary name its holder, then fill in the column divisi.
fix.some.id = Betulkan dahulu divisi yang tidak dikenal di tempat ini.
fix.some.en = First correct the unknown divisions of this place.
"""

FACTS = Facts(
    severity=Severity.WARNING,
    needs=("kecamatan", "desa", "anggota", "anggota.divisi"),
    uses=("divisi",),
    basis=Words(
        "Praktik PPK Pemilu dan Pilkada 2024, menurut contoh divisi KPU (PKPU 8/2019)",
        "Practice of the PPK of 2024, after the divisions of KPU itself (PKPU 8/2019)",
    ),
    tells_apart=("division",),
    passes=(
        example(),
        example(
            "2 divisi=Divisi Keuangan, Umum & Logistik",
            "3 divisi=Kordiv. Sosdiklih Parmas SDM",
            "5 divisi=rendatin",
        ),
        # Nobody is there at all: Q401.
        example(drop="2-6"),
        # Divisions of a PPS are not asked for: no source names any.
        example("7,8 divisi=Teknis"),
    ),
    fails=(
        example("4 divisi=KUL", at="4 place"),
        example("4 divisi=", at="place"),
        example(drop="4 6", at="place place"),
        # The unknown word may mean the division that is free: one finding, not two.
        example("4 divisi=Dapur", at="4"),
        example("4 divisi=Dapur", "6 divisi=", at="4 place"),
        example(drop="3-6", at="place place place place"),
    ),
)
