"""V213: cells that surely do not belong in their column: swapped or shifted in a stretch of rows,
or what a spreadsheet left there: a failed formula, a shortened number."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from adhoc_cli.models.contents import LOST, NOTES, OWNED, foreign_to, own_of, owner_in
from adhoc_cli.places.listed import Index, Level, PerhapsNamed, place_key
from adhoc_cli.rules.api import FORMAT, Facts, Severity, example
from adhoc_cli.rules.found import Column, Found, Mask, Params, Roster, Table, in_rows, together
from adhoc_cli.tables.factorised import distinct

_NOBODY = -1
_FEW = 200  # texts: asking for each of them takes less time than compiling a pattern for all
_OWNERS = (
    *OWNED, "nik", "telepon", "tanggal_lahir", "kode_wilayah", "jenis_kelamin", "badan", "jabatan",
    "status", "tps", "desa", "kecamatan", *NOTES,
)  # fmt: skip
_NAMING = ("nama", "divisi", "pendidikan", "nomor_sk", *NOTES)  # no place is named there alone
_OFTEN = 3  # a text that stands so often in a column is at home there
_NEAR = 10  # rows: what slipped, slipped with others

Owners = NDArray[np.int8]


class _Home(NamedTuple):
    """The texts that are at home in a column, with how often they stand there, and the rows in
    which it is without one of its own: empty, or with a text that stands there only once."""

    texts: Mapping[str, int]
    without: Mask


class _Place(NamedTuple):
    """The column that names a place of each row, the places, which of them each row has (-1 for
    none), and the rows that have one and do not name it there."""

    column: str
    level: Level
    of_rows: Index
    unnamed: Mask


def check(roster: Roster) -> Found:
    """Cells of members that hold the address, schooling, decree, division, place or note of another
    column, or only what a spreadsheet made of what was there."""
    members = roster.members
    columns = [one for one in ("nama", *OWNED, *NOTES) if one in members]
    # An address is told by what it says; most stand there once.
    homes = {one: _home(members[one]) for one in columns[1:] if one != "alamat"}
    places = tuple(_places(roster))
    found = [
        _misplaced(roster, column, _owners(roster, column, homes, places)) for column in columns
    ]
    texts = [*columns[1:], *(place.column for place in places)]
    return together([*found, *(_lost(roster, column) for column in texts)])


def _owners(
    roster: Roster, name: str, homes: Mapping[str, _Home], places: Sequence[_Place]
) -> Owners:
    """The other column that owns each row's cell, as its place in `_OWNERS`: by what the cell says,
    by the row's own place, or by where its text stands else."""
    members = roster.members
    found = _by_text(members[name], name)
    if name in NOTES:  # a note may name anything, but where its own column is without it
        found[~_lacks_own(members, found)] = _NOBODY
    if name in _NAMING:
        perhaps = PerhapsNamed(members[name].texts)
        for place in places:
            named = _named(members[name], perhaps, place)
            found[(found == _NOBODY) & named] = _OWNERS.index(place.column)
    for other, rows in _slipped(members, name, homes):
        found[(found == _NOBODY) & rows] = _OWNERS.index(other)
    if name in NOTES:  # what the staf of a secretariat have charge of is no division
        offices = members.of_bodies(lambda body: body.is_secretariat, False)
        found[(found == _OWNERS.index("divisi")) & offices] = _NOBODY
    return found


def _by_text(column: Column, name: str) -> Owners:
    of_texts = np.full(len(column.texts) + 1, _NOBODY, dtype=np.int8)
    perhaps = np.arange(len(column.texts))
    if perhaps.size > _FEW:
        perhaps = np.flatnonzero(column.texts.full_match(foreign_to(name)))
    for place, text in zip(perhaps.tolist(), column.texts.take(perhaps), strict=True):
        found = owner_in(name, text)
        if found in _OWNERS and found != name:
            of_texts[place] = _OWNERS.index(found)
    return of_texts[np.where(column.known, column.text_codes, len(column.texts))]


def _places(roster: Roster) -> Iterator[_Place]:
    members, places = roster.members, roster.places
    placed = {"desa": members.desa, "kecamatan": members.above}
    for name, at in placed.items():
        if name in members:
            yield _Place(name, places.level(name), at, (at >= 0) & members[name].empty)


def _named(column: Column, perhaps: PerhapsNamed, place: _Place) -> Mask:
    """The rows of which a cell says the name of their place, and nothing stands in the column for
    it."""
    codes = column.text_codes
    at = np.flatnonzero(place.unnamed & column.known)
    at = at[perhaps.among(codes[at], place.level, place.of_rows[at])]
    texts = distinct(codes[at])
    keys = zip(texts.tolist(), map(place_key, column.texts.take(texts)), strict=True)
    key_of = {text: key for text, key in keys if key in place.level.by_name}
    named = np.zeros(codes.size, bool)
    for row in at[column.text_in(key_of)[at]].tolist():
        named[row] = key_of[codes.item(row)] == place.level.keys[place.of_rows[row]]
    return named


def _home(column: Column) -> _Home:
    counts = np.bincount(column.text_codes[column.known], minlength=len(column.texts))
    often = np.flatnonzero(counts >= _OFTEN)
    texts = dict(zip(column.texts.take(often), counts[often].tolist(), strict=True))
    own = column.texts.full_match(own_of(column.spec.name)) if column.spec.name in OWNED else False
    once = column.text_in(np.flatnonzero((counts == 1) & ~np.asarray(own)))
    return _Home(texts, once | column.empty)


def _slipped(members: Table, name: str, homes: Mapping[str, _Home]) -> Iterator[tuple[str, Mask]]:
    """By the other column, rows near each other whose cells hold texts at home in that one, which
    is without its own there: "guru honorer" stands in `keterangan` of many, and here in `divisi`.
    """
    column = members[name]
    for other, home in homes.items():
        if other == name or not (strays := _strays(column, home)):
            continue
        there = members[other]
        back = _strays(there, homes[name]) if name in homes else []
        rows = column.text_in(strays) & column.known & (home.without | there.text_in(back))
        yield other, _near(rows & there.known if name == "nama" else rows)


def _strays(column: Column, home: _Home) -> list[int]:
    """The positions of the texts that stand more often in another column, their home."""
    shared = column.texts.among(home.texts)
    if not shared.size:
        return []
    here = np.bincount(column.text_codes[column.known], minlength=len(column.texts))[shared]
    texts = zip(shared.tolist(), column.texts.take(shared), here.tolist(), strict=True)
    return [at for at, text, count in texts if home.texts[text] > count]


def _near(rows: Mask) -> Mask:
    """Those of the rows that have another one near them."""
    at = np.flatnonzero(rows)
    kept = np.zeros(rows.size, bool)
    if at.size > 1:
        close = np.diff(at) <= _NEAR
        kept[at[np.append(close, close[-1]) | np.append(close[0], close)]] = True
    return kept


def _lost(roster: Roster, column: str) -> Found:
    cells = roster.members[column]
    lost = cells.known & cells.text_in(np.flatnonzero(cells.texts.full_match(LOST)))

    def params(row: int) -> Params:
        return {"variant": "lost", "column": column}

    return in_rows(roster, lost, among=cells.known, column=column, params=params)


def _misplaced(roster: Roster, column: str, found: Owners) -> Found:
    members = roster.members
    failed = found != _NOBODY

    def params(row: int) -> Params:
        first, last = _stretch(failed & (found == found[row]), row)
        lines = {"first_line": members.where(first)[1], "last_line": members.where(last)[1]}
        other = _OWNERS[found[row]]
        return {"variant": "other", "column": column, "other": other, **lines}

    return in_rows(roster, failed, among=members[column].known, column=column, params=params)


def _lacks_own(members: Table, found: Owners) -> Mask:
    """Where the column that owns a text does not hold one of its own."""
    lacks = np.zeros(len(members), dtype=bool)
    for place, name in enumerate(OWNED):
        if name in members and (found == place).any():
            column = members[name]
            own = column.text_in(np.flatnonzero(column.texts.full_match(own_of(name))))
            lacks |= (found == place) & ~(column.known & own)
    return lacks


def _stretch(alike: Mask, row: int) -> tuple[int, int]:
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
  sebagai pendidikan, divisi sebagai nama. Isinya sendiri menunjukkan pemiliknya, atau kolom tempat
  isi yang sama berulang kali ada. Rumus Excel yang gagal meninggalkan #N/A atau #VALUE! di tempat
  isinya, dan angka panjang dipendekkannya.
why.en = Rows pasted without a header easily slip by a column or are swapped: an address is read as
  schooling, a division as a name. What stands there tells whose it is, or the column in which the
  same text stands again and again. A formula of Excel that failed leaves #N/A or #VALUE! in the
  place of what it was for, and shortens a long number.
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

FACTS = Facts(
    severity=Severity.WARNING,
    needs=("anggota",),
    basis=FORMAT,
    passes=(
        example(),
        example("8 alamat=Dusun Krajan RT 01/RW 02"),
        example("8 pendidikan=SMA"),
        example("2-5 keterangan=guru honorer", "8 alasan=guru honorer"),  # alone, it may be so
        example("7 desa=Wonosari", "10 keterangan=Wonosari"),  # of another desa than its own
        example("7 divisi=Ketua", "8 keterangan=Ketua PPS"),
        example("2 nama=Gang Li Hua", "3 nama=Ds. Wagiman", "4 nama=Man", "5 nama=Wonosari"),
        example(
            "+anggota nama=Suwito, badan=SEKRETARIAT PPK, jabatan=staf, kode_wilayah=33.23.01,"
            " keterangan=Keuangan dan Logistik"
        ),
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
        example("8 nama=Teknis Penyelenggaraan", "9 nama=SMA/sederajat", at="8 9"),
        example("8 nama=Dusun Krajan", "9 nama=Desa Wonosari", "10 nama=Kec. Bulu", at="8-10"),
        example("7 desa=Wonosari", "8 keterangan=Wonosari", "9 divisi=Desa Wonosari", at="8 9"),
        example("7 kecamatan=Bulu", "8 alasan=Bulu", "9 nama=Bulu", at="8 9"),
        example("8 divisi=PPS", "9 alamat=Perempuan", "10 pendidikan=33.23.01.2013", at="8-10"),
        example("8 nomor_sk=aktif", "9 alamat=Ketua PPS", "10 divisi=TPS 1", at="8-10"),
        example("2-5 keterangan=guru honorer", "8-9 divisi=guru honorer", at="8-9"),
        example("21-23 alamat=SMA/sederajat", at="21-23"),  # to the last row
        example("2-3 pendidikan=Dusun Krajan", at="2-3"),
    ),
)
