"""V213: cells that surely do not belong in their column: swapped or shifted in a stretch of rows,
or what a spreadsheet left there: a failed formula, a shortened number."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from adhoc_cli.models.contents import LOST, NOTES, OWNED, foreign_to, own_of, owner
from adhoc_cli.rules.api import FORMAT, Rule, Severity, example
from adhoc_cli.rules.found import Column, Found, Params, Roster, Table, in_rows, together

_NOBODY = -1
_FEW = 200  # texts: asking for each of them takes less time than compiling a pattern for all
_PLACES = ("desa", "kecamatan")
_OWNERS = (*OWNED, "nik", "telepon", "tanggal_lahir")


def check(roster: Roster) -> Found:
    """Cells of members that hold the address, schooling, decree or division of another column, or
    only what a spreadsheet made of what was there."""
    members = roster.members
    columns = [one for one in (*OWNED, *NOTES) if one in members]
    owned = {one: _owners(members[one], one) for one in columns}
    found = [_misplaced(roster, column, owned) for column in owned]
    texts = [*columns, *(one for one in _PLACES if one in members)]
    return together([*found, *(_lost(roster, column) for column in texts)])


def _owners(column: Column, name: str) -> NDArray[np.int8]:
    """The other column that owns each row's cell, as its place in `_OWNERS`."""
    of_texts = np.full(len(column.texts) + 1, _NOBODY, dtype=np.int8)
    perhaps = np.arange(len(column.texts))
    if perhaps.size > _FEW:
        perhaps = np.flatnonzero(column.texts.full_match(foreign_to(name)))
    for place, text in zip(perhaps.tolist(), column.texts.take(perhaps), strict=True):
        found = owner(text)
        if found in _OWNERS and found != name:
            of_texts[place] = _OWNERS.index(found)
    return of_texts[np.where(column.known, column.text_codes, len(column.texts))]


def _lost(roster: Roster, column: str) -> Found:
    cells = roster.members[column]
    lost = cells.known & cells.text_in(np.flatnonzero(cells.texts.full_match(LOST)))

    def params(row: int) -> Params:
        return {"variant": "lost", "column": column}

    return in_rows(roster, lost, among=cells.known, column=column, params=params)


def _misplaced(roster: Roster, column: str, owned: dict[str, NDArray[np.int8]]) -> Found:
    members, found = roster.members, owned[column]
    failed = found != _NOBODY
    if column in NOTES:  # a note may name anything, but where its own column is without it
        failed &= _lacks_own(members, found)

    def params(row: int) -> Params:
        first, last = _stretch(failed & (found == found[row]), row)
        lines = {"first_line": members.where(first)[1], "last_line": members.where(last)[1]}
        other = _OWNERS[found[row]]
        return {"variant": "other", "column": column, "other": other, **lines}

    return in_rows(roster, failed, among=members[column].known, column=column, params=params)


def _lacks_own(members: Table, found: NDArray[np.int8]) -> NDArray[np.bool_]:
    """Where the column that owns a text does not hold one of its own."""
    lacks = np.zeros(len(members), dtype=bool)
    for place, name in enumerate(OWNED):
        if name in members and (found == place).any():
            column = members[name]
            own = column.text_in(np.flatnonzero(column.texts.full_match(own_of(name))))
            lacks |= (found == place) & ~(column.known & own)
    return lacks


def _stretch(alike: NDArray[np.bool_], row: int) -> tuple[int, int]:
    """The first and the last of the rows without a gap that are alike with this one."""
    others = np.flatnonzero(~alike)
    at = int(np.searchsorted(others, row))
    first = int(others[at - 1]) + 1 if at else 0
    last = int(others[at]) - 1 if at < len(others) else len(alike) - 1
    return first, last


TEXTS = """
title.id = Isi yang bukan milik kolomnya
title.en = A cell that does not belong in its column
why.id = Baris yang ditempel tanpa judul mudah bergeser satu kolom atau tertukar: alamat terbaca
  sebagai pendidikan, nomor SK sebagai divisi. Isinya sendiri menunjukkan pemiliknya. Rumus Excel
  yang gagal meninggalkan #N/A atau #VALUE! di tempat isinya, dan angka panjang dipendekkannya.
why.en = Rows pasted without a header easily slip by a column or are swapped: an address is read as
  schooling, a decree as a division. What stands there tells whose it is. A formula of Excel that
  failed leaves #N/A or #VALUE! in the place of what it was for, and shortens a long number.
message.other.id = {column} berisi {other} (baris {first_line} sampai {last_line})
message.other.en = {column} holds {other} (lines {first_line} to {last_line})
message.lost.id = {column} hanya berisi yang dibuat Excel dari isinya: tanda rumus gagal, atau angka
  yang dipendekkan; isi yang sebenarnya hilang
message.lost.en = {column} holds only what Excel made of its contents: the sign of a failed formula,
  or a shortened number; what was meant is lost
fix.other.id = Bandingkan baris-baris itu dengan sumbernya, dan geser isinya ke kolom yang benar.
fix.other.en = Compare these lines with their source, and move their cells to the right columns.
fix.lost.id = Tulis isinya dari dokumen asli; bila tidak diketahui, kosongkan.
fix.lost.en = Write what is meant from the original document; leave it empty if nobody knows.
"""

RULE = Rule(
    code="V213",
    name="cell-misplaced",
    severity=Severity.WARNING,
    needs=("anggota",),
    check=check,
    texts=TEXTS,
    basis=FORMAT,
    passes=(
        example(),
        example("8 alamat=Dusun Krajan RT 01/RW 02"),
        example("8 pendidikan=SMA"),
        # A note may name what its own column holds, too.
        example("8 alamat=Dusun Krajan RT 01/RW 02, keterangan=Dusun Krajan RT 01/RW 02"),
    ),
    fails=(
        example("8 alamat=SMA/sederajat", at="8"),
        example("8 pendidikan=#N/A", at="8"),
        example("8 alamat=########", at="8"),
        example("8 divisi=3.32301E+15", at="8"),
        example("8 pendidikan=Dusun Krajan", at="8"),
        example("8 divisi=12/PP.04/2024", at="8"),
        example("8 nomor_sk=Jl. Merdeka 2", at="8"),
        example("8 alamat=guru honorer, keterangan=Dusun Krajan RT 01/RW 02", at="8"),
        example("21-23 alamat=SMA/sederajat", at="21-23"),  # to the last row
        example("2-3 pendidikan=Dusun Krajan", at="2-3"),
    ),
)
