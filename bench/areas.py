"""Many kabupaten at once: their places as columns, and the rows of one small office for each.

The small office is one of `scripts.sample`: a kecamatan with one desa and one TPS, whose codes and
names are marks. Each run of its rows about one place is written for every such place of an area,
the marks replaced, with people of its own.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from adhoc_cli.models.codes import kind_of
from bench.people import Numbers, Texts, joined, of_list
from scripts.sample.folders import clean
from scripts.sample.places import Place, Places
from scripts.sample.planting import Stage
from scripts.sample.plants_coordination import journal
from scripts.sample.polling import PANTARLIH, STEP, add_stations, add_totals, some_of_a_desa
from scripts.sample.tables import Folder, Row

_KECAMATAN, _DESA = Place("99.98.97", "=KECAMATAN="), Place("99.98.97.2001", "=DESA=")
_KABUPATEN, _VOTERS = _KECAMATAN.code[:5], STEP + 1  # as many as have two Pantarlih
_HEADS = {"desa": "kades", "desa adat": "kades", "kelurahan": "lurah"}


class Block(NamedTuple):
    """A run of rows about one place: which rows of the people of an area stand in it, if any."""

    file: str
    level: str
    rows: Sequence[Row]

    @property
    def peopled(self) -> bool:
        """Whether its rows are people of their own: members, or stakeholders."""
        return "telepon" in self.rows[0].cells

    @property
    def body(self) -> str | None:
        """The body that its people are members of."""
        return self.rows[0].cells.get("badan")

    @property
    def women(self) -> list[bool]:
        """Who is a woman."""
        return [row.cells.get("jenis_kelamin") == "P" for row in self.rows]


class Office(NamedTuple):
    """The small office: its rows in blocks, by file; and the folder they are of."""

    folder: Folder
    blocks: Sequence[Block]
    events: Sequence[Row]  # of no place


def small_office() -> Office:
    """One kecamatan, one desa, one TPS, with all bodies and a journal in which all is done."""
    places = Places((_KECAMATAN,), (_DESA,))
    made = clean(places)
    add_stations(made.folder, some_of_a_desa(_DESA, [_VOTERS]), made.maker)
    add_totals(made.folder)
    journal(Stage(places, made.folder, made.maker, {}))
    runs = [
        (table.file, unit, list(rows))
        for table in made.folder.tables.values()
        for unit, rows in groupby(table.rows, lambda row: row.unit)
    ]
    blocks = [Block(file, _level(unit.code, unit.tps), rows) for file, unit, rows in runs if unit]
    events = [row for _, unit, rows in runs if not unit for row in rows]
    return Office(made.folder, blocks, events)


def _level(code: str, tps: int | None) -> str:
    return "tps" if tps else {5: "kabupaten", 8: "kecamatan"}.get(len(code), "desa")


@dataclass(frozen=True)
class Area:
    """Places as columns: of each level which place of the level above it lies in."""

    places: Places
    kecamatan_of_desa: Numbers
    desa_of_tps: Numbers
    number_of_tps: Numbers
    voters: Numbers

    @classmethod
    def of(cls, places: Places, tps_per_desa: float, rng: np.random.Generator) -> Area:
        """The places, with so many TPS in each desa on the average."""
        at = {place.code: row for row, place in enumerate(places.kecamatan)}
        number = np.diff(np.floor(np.arange(len(places.desa) + 1) * tps_per_desa)).astype(np.int64)
        starts = np.cumsum(number) - number
        return cls(
            places,
            np.array([at[place.kecamatan] for place in places.desa], np.int64),
            np.repeat(np.arange(number.size), number),
            np.arange(number.sum()) - np.repeat(starts, number) + 1,
            rng.integers(150, 600, number.sum()),
        )

    def kecamatan_of(self, level: str) -> Numbers:
        """The rows of the kecamatan that the places of a level lie in."""
        if level == "kecamatan":
            return np.arange(len(self.places.kecamatan))
        return self.kecamatan_of_desa[self.desa_of(level)]

    def desa_of(self, level: str) -> Numbers:
        """The rows of the desa that the places of a level, desa or TPS, are or lie in."""
        return self.desa_of_tps if level == "tps" else np.arange(len(self.places.desa))

    def count(self, level: str) -> int:
        """How many places there are of a level."""
        if level == "kabupaten":
            return len(self._kabupaten)
        return len(self.kecamatan_of(level))

    def needed(self, block: Block) -> NDArray[np.bool_]:
        """Which rows of a block there are: the second Pantarlih only where the voters are many."""
        rows = len(block.rows)
        if block.body != PANTARLIH.name:
            return np.ones(self.count(block.level) * rows, bool)
        return np.asarray((np.arange(rows) == 0) | (self.voters[:, None] > STEP)).ravel()

    @property
    def _kabupaten(self) -> list[str]:
        return sorted({place.code[: len(_KABUPATEN)] for place in self.places.kecamatan})

    def texts(self, level: str, pattern: str) -> Texts | str:
        """What a cell with marks says of each place of a level."""
        if pattern in (f"{1:03}", str(_VOTERS)) and level == "tps":
            numbers = self.number_of_tps if pattern == f"{1:03}" else self.voters
            return of_list([f"{number:03}" for number in range(1000)], numbers)
        for mark, places, rows in (
            (_DESA, self.places.desa, self.desa_of),
            (_KECAMATAN, self.places.kecamatan, self.kecamatan_of),
        ):
            if mark.code in pattern or mark.name in pattern:
                said = [
                    quoted(pattern.replace(mark.code, one.code).replace(mark.name, one.name))
                    for one in places
                ]
                return of_list(said, rows(level))
        if pattern == _KABUPATEN:
            return pa.array(self._kabupaten)
        if pattern in ("desa", "kades"):
            kinds = [kind_of(place.code) for place in self.places.desa]
            said = kinds if pattern == "desa" else [_HEADS[kind] for kind in kinds]
            return of_list(said, self.desa_of(level))
        return quoted(pattern)


class Scribe:
    """Writes the blocks of an area, with the people of the area in their order."""

    def __init__(self, area: Area, people: Mapping[str, Texts]) -> None:
        self._area = area
        self._people = people
        self._taken = 0
        self._niks: dict[str, Texts] = {}  # by that of the small office

    def lines(self, block: Block, columns: Sequence[str]) -> Texts:
        """A row of the small office for every place of its level, as lines of a file."""
        count = self._area.count(block.level)
        persons = self._taken_by(block, count) if block.peopled else {}
        said = [
            persons[column] if column in persons else self._cells(block, column, count)
            for column in columns
        ]
        lines = joined(pc.binary_join_element_wise(*said, ","), "\n")
        return lines.filter(pa.array(self._area.needed(block)))

    def _taken_by(self, block: Block, count: int) -> dict[str, Texts]:
        """The next people, as many as the block has rows in all places."""
        rows = len(block.rows)
        first, self._taken = self._taken, self._taken + count * rows
        taken = {name: of.slice(first, count * rows) for name, of in self._people.items()}
        if block.body:
            for at, row in enumerate(block.rows):
                of_row = pa.array(np.arange(at, count * rows, rows))
                self._niks[row.cells["nik"]] = taken["nik"].take(of_row)
        return taken

    def _cells(self, block: Block, column: str, count: int) -> Texts:
        """The cells of a column that are no person's, place by place."""
        texts = [self._cell(block.level, row.cells.get(column, "")) for row in block.rows]
        if len(set(map(str, texts))) == 1 and isinstance(texts[0], str):
            return pa.repeat(texts[0], count * len(texts))
        whole = [pa.repeat(said, count) if isinstance(said, str) else said for said in texts]
        order = np.arange(count * len(texts)).reshape(len(texts), count).T.ravel()
        return pa.concat_arrays(whole).take(pa.array(order))

    def _cell(self, level: str, pattern: str) -> Texts | str:
        nik = self._niks.get(pattern)
        return self._area.texts(level, pattern) if nik is None else nik


def quoted(text: str) -> str:
    """The text as a cell."""
    return '"' + text.replace('"', '""') + '"' if re.search(r'[",\n]', text) else text
