"""The places of a roster folder as whole columns: kecamatan, desa, TPS, and what lies in what."""

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import repeat
from operator import eq

import numpy as np
from numpy.typing import NDArray

from adhoc_cli.models.codes import (
    KABUPATEN_LENGTH,
    KECAMATAN_LENGTH,
    LEVEL_OF_UNIT,
    LEVELS,
    Unit,
    kecamatan_of,
    kind_of,
    level_of,
    within,
)
from adhoc_cli.models.finding import Region
from adhoc_cli.places.country import lookup
from adhoc_cli.tables.column import Column
from adhoc_cli.tables.table import Table
from adhoc_cli.tables.texts import Codes, Edges, Mask, Texts
from adhoc_cli.text.lazy import lazy_pattern

Index = NDArray[np.int32]
# A TPS is named by desa and number: desa index * TPS_STRIDE + number (at most 999 in a desa).
TPS_STRIDE = 1_000

# A code with more wrong digits than this is not mistyped but another one.
_DIGITS_APART = 2
_KINDS_OF_PLACE = (
    "desa", "ds", "kelurahan", "kel", "kecamatan", "kec", "distrik", "gampong", "nagari", "kampung",
    "pekon",
)  # fmt: skip
_KIND_OF_PLACE = lazy_pattern(rf"\A(?:{'|'.join(_KINDS_OF_PLACE)})\b[\s.:]*(?=\w)")
_SIGNS = lazy_pattern(r"[\W_]+")


@dataclass(frozen=True, eq=False)
class Level:
    """The places of one level in the order of the file; a code that stands again counts once."""

    codes: Sequence[str]
    names: Sequence[str]
    parent: Index  # position in the level above, -1 for unknown (above a kabupaten: always)
    index: Mapping[str, int]

    def __len__(self) -> int:
        return len(self.codes)

    def region(self, at: int) -> Region:
        """The place at a position."""
        return Region(self.codes[at], self.names[at])

    @cached_property
    def keys(self) -> Sequence[str]:
        """The `place_key` of each name."""
        return [place_key(name) for name in self.names]

    @cached_property
    def edges(self) -> Edges:
        """The edges of each key."""
        return Texts.of(self.keys).edges()

    @cached_property
    def by_name(self) -> Mapping[str, Sequence[int]]:
        """The positions of the places that bear a name, by its `place_key`."""
        return _grouped((key, at) for at, key in enumerate(self.keys))

    @cached_property
    def _alike(self) -> Mapping[str, Sequence[int]]:
        """The positions of codes that agree in a part of it."""
        pairs = ((part, at) for at, code in enumerate(self.codes) for part in _parts_of(code))
        return _grouped(pairs)

    def nearest(self, code: str) -> Region | None:
        """The listed place whose code differs from `code` in the fewest digits, in two at most.

        Looked for among those of the same kecamatan (for a kecamatan: kabupaten) and those that
        have the same number elsewhere: never among all, which may be 80,000.
        """
        pool = {at for part in _parts_of(code) for at in self._alike.get(part, ())}
        best = max(sorted(pool), key=lambda at: _agreeing(code, self.codes[at]), default=None)
        if best is None or len(code) - _agreeing(code, self.codes[best]) > _DIGITS_APART:
            return None
        return self.region(best)


def _grouped(pairs: Iterable[tuple[str, int]]) -> dict[str, list[int]]:
    groups: dict[str, list[int]] = {}
    for key, at in pairs:
        groups.setdefault(key, []).append(at)
    return groups


def _parts_of(code: str) -> tuple[str, ...]:
    """What a mistyped code still has in common with the right one: all but one of its parts."""
    kabupaten, number = code[:KABUPATEN_LENGTH], code[KABUPATEN_LENGTH:]
    if len(code) == KECAMATAN_LENGTH:
        return kabupaten, number
    return kecamatan_of(code), kabupaten + code[KECAMATAN_LENGTH:], number


def _agreeing(one: str, other: str) -> int:
    return sum(map(eq, one, other))


@dataclass(frozen=True, eq=False)
class TpsLevel:
    """The listed TPS: sorted keys, the desa of each, and its voters (-1 where unknown)."""

    keys: NDArray[np.int64]
    desa: Index
    voters: NDArray[np.int64] | None

    def __len__(self) -> int:
        return int(self.keys.size)

    def find(self, desa: Index, numbers: NDArray[np.int64]) -> Index:
        """The position of TPS `numbers` in `desa`, row by row; -1 where it is not listed."""
        starts, slots = self._slots
        room = np.diff(starts)
        known = (desa >= 0) & (desa < room.size) & (numbers > 0)
        at = np.where(known, desa, -1)
        known &= numbers < np.append(room, 0)[at]
        return np.where(known, slots[np.where(known, starts[at] + numbers, 0)], np.int32(-1))

    @cached_property
    def _slots(self) -> tuple[NDArray[np.int64], Index]:
        """Where the numbers of each desa begin in `slots`, and the position of each number there.

        A table to look up instead of a search among sorted keys, which takes ten times as long.
        """
        last = np.zeros(int(self.desa[-1]) + 1 if self.desa.size else 0, np.int64)
        last[self.desa] = self.keys % TPS_STRIDE  # sorted: the last number of a desa wins
        starts = np.append(0, np.cumsum(last + 1))
        slots = np.full(max(int(starts[-1]), 1), -1, np.int32)
        slots[starts[self.desa] + self.keys % TPS_STRIDE] = np.arange(self.keys.size)
        return starts, slots

    def numbers_in(self, desa: int) -> list[int]:
        """The numbers that are listed in a desa, ascending."""
        bounds = np.array([desa, desa + 1]) * TPS_STRIDE
        first, stop = np.searchsorted(self.keys, bounds).tolist()
        return [key % TPS_STRIDE for key in self.keys[first:stop].tolist()]


@dataclass(frozen=True, eq=False)
class Places:
    """Everything that `kecamatan.csv`, `desa.csv` and `tps.csv` say about places."""

    kecamatan: Level
    desa: Level
    tables: Mapping[str, Table] = field(repr=False)

    @cached_property
    def kabupaten(self) -> Level:
        """Those that the listed kecamatan lie in, with the names of the reference."""
        index = _kabupaten_of(self.kecamatan.codes)
        names = [lookup(code) or "" for code in index]
        return Level(list(index), names, np.full(len(index), -1, np.int32), index)

    @cached_property
    def tps(self) -> TpsLevel | None:
        """The listed TPS, None without a file of them; read when asked for, as it may be large."""
        return _tps(self.tables.get("tps"), self.desa)

    @cached_property
    def kinds_of_desa(self) -> Sequence[str]:
        """What each listed desa is: what the file says, else what its code does."""
        table, listed = self.tables.get("desa"), {}
        if table is not None and "jenis" in table:
            rows = np.flatnonzero(table.accepted & table["jenis"].known).tolist()
            # Of equal codes the first counts.
            listed = {table.value("kode", at): table.value("jenis", at) for at in reversed(rows)}
        return [listed.get(code) or kind_of(code) for code in self.desa.codes]

    def level(self, name: str) -> Level:
        """The level of this name, or that of the codes of such units."""
        level = LEVEL_OF_UNIT[name]
        if level == "kabupaten":
            return self.kabupaten
        return self.kecamatan if level == "kecamatan" else self.desa

    def level_of(self, code: str) -> Level:
        """The level that a dotted code is of, listed or not."""
        return self.level(level_of(code))

    def region(self, code: str) -> Region:
        """The place of a code; its name is empty where no file lists it."""
        if code not in self._met:
            level = self.level_of(code)
            at = level.index.get(code, -1)
            self._met[code] = level.region(at) if at >= 0 else Region(code, "")
        return self._met[code]

    @cached_property
    def _met(self) -> dict[str, Region]:
        """The places that were asked for: a country has a million findings in 87,000 of them."""
        return {}

    def above(self, code: str) -> Region:
        """The kecamatan that a place is or lies in, as the region file has it; without a name where
        no file lists it. A kabupaten is itself."""
        at = self.desa.index.get(code, -1)
        parent = int(self.desa.parent[at]) if at >= 0 else -1
        return self.kecamatan.region(parent) if parent >= 0 else self.region(kecamatan_of(code))

    def inside(self, code: str, region: str | None) -> bool:
        """Whether a place is `region`, or lies in it; every one is in None."""
        return region in (None, code, self.above(code).code) or within(code, region)

    # -- the units of a body -----------------------------------------------------------------------

    def size(self, unit: str) -> int:
        """How many places of a level there are."""
        return len(self.tps or ()) if unit == "tps" else len(self.level(unit))

    def named_unit(self, unit: Unit, at: int) -> tuple[Region, int | None]:
        """The place at a position of a level; of a TPS its desa, and its number there."""
        if unit == "tps" and self.tps is not None:
            return self.desa.region(int(self.tps.desa[at])), int(self.tps.keys[at] % TPS_STRIDE)
        return self.level(unit).region(at), None

    def units_within(self, unit: str, codes: Sequence[str]) -> NDArray[np.bool_]:
        """Which places of a level are one of `codes`, or lie in one; a TPS has its number behind
        the code of its desa."""
        if not codes:  # as a rule: the country has 80,000 desa, and an item asks for each body
            return np.zeros(self.size(unit), bool)
        listed = self.level(unit).codes
        inside = np.fromiter(
            (any(within(own, c) for c in codes) for own in listed), bool, len(listed)
        )
        if unit != "tps" or self.tps is None:
            return inside
        tps = inside[self.tps.desa]
        for code in codes:
            desa, _, number = code.rpartition(".")
            if desa in self.desa.index:
                tps |= self.tps.keys == self.desa.index[desa] * TPS_STRIDE + int(number)
        return tps

    def units_in(self, unit: Unit, per: Unit) -> Index:
        """Per place of a level, the position in the level `per` of what it lies in, or is; -1 where
        that is not listed, or is smaller."""
        at = np.arange(self.size(unit), dtype=np.int32)
        if unit == per:
            return at
        if unit == "tps" and self.tps is not None:
            at = self.tps.desa
        own, above = (LEVELS.index(LEVEL_OF_UNIT[name]) for name in (unit, per))
        if above > own:
            return np.full(at.size, -1, np.int32)
        for name in reversed(LEVELS[above + 1 : own + 1]):
            at = np.append(self.level(name).parent, np.int32(-1))[at]
        return at

    def in_desa(self, column: Column) -> Index:
        """Per row of a column of codes, its desa; -1 for another level or an unlisted code."""
        return _lookup(column, self.desa.index)

    def at_level(self, name: str, column: Column) -> Index:
        """Per row, the place of this level whose own code it is; -1 for any other."""
        return _lookup(column, self.level(name).index)

    def in_kecamatan(self, column: Column) -> Index:
        """Per row, the kecamatan whose own code it is; -1 for a desa or an unlisted code."""
        return _lookup(column, self.kecamatan.index)

    def named(self, desa: str | None, kecamatan: str | None) -> Region | None:
        """The one place that names speak of, None where several fit, or none does.

        That is the desa, in the kecamatan where it has one of that name; without a desa's name it
        is the kecamatan.
        """
        above = self.kecamatan.by_name.get(place_key(kecamatan), ()) if kecamatan else ()
        if desa is None:
            return self.kecamatan.region(above[0]) if len(above) == 1 else None
        everywhere = self.desa.by_name.get(place_key(desa), ())
        found = [at for at in everywhere if self.desa.parent[at] in above] or everywhere
        return self.desa.region(found[0]) if len(found) == 1 else None


def place_key(name: str) -> str:
    """The spelling of a name that ignores case, accents, punctuation, and the kind of place before
    it ("Desa Wonosari", "KEL. MUNGSENG")."""
    plain = name if name.isascii() else unicodedata.normalize("NFKD", name)
    plain = plain.casefold().strip()
    kind = _KIND_OF_PLACE.match(plain)
    letters = plain[kind.end() if kind else 0 :].replace(" ", "")
    # A country asks for a million of them, of which most have no signs.
    return (letters if letters.isalnum() else _SIGNS.sub("", letters)) or plain


class PerhapsNamed:
    """Tells texts that surely do not name a place, by the edges of their `place_key`: a country
    has 1.75 million names of people, whose keys take 2 s."""

    def __init__(self, texts: Texts) -> None:
        first, self._last = texts.edges()
        kinds = Texts.of(_KINDS_OF_PLACE).edges().first
        # Not np.isin: asked about few texts, it imports masked arrays first, 3 % of a check.
        self._first = np.where((first == kinds[:, None]).any(axis=0), 0, first)

    def among(self, texts: Codes, level: Level, places: Index) -> Mask:
        """Which of the texts at these positions may each name a place, by its position."""
        pairs = ((self._first, level.edges.first), (self._last, level.edges.last))
        alike = ((of[texts] == 0) | (of[texts] == wanted[places]) for of, wanted in pairs)
        return np.asarray(np.logical_and.reduce([*alike]))


def _lookup(column: Column, index: Mapping[str, int]) -> Index:
    found = map(index.get, column.value_list, repeat(-1))
    return column.spread(np.fromiter(found, np.int32, len(column.values)), -1)


def find_places(tables: Mapping[str, Table]) -> Places:
    """The places that the region tables list (empty levels where a table is missing)."""
    kecamatan = _level(tables.get("kecamatan"), {})
    above = _kabupaten_of(kecamatan.codes)
    inside = (above[code[:KABUPATEN_LENGTH]] for code in kecamatan.codes)
    kecamatan = replace(kecamatan, parent=np.fromiter(inside, np.int32, len(kecamatan)))
    desa = _level(tables.get("desa"), kecamatan.index)
    return Places(kecamatan, desa, tables)


def _kabupaten_of(codes: Iterable[str]) -> dict[str, int]:
    """The position of every kabupaten that these kecamatan lie in."""
    found = dict.fromkeys(code[:KABUPATEN_LENGTH] for code in codes)
    return {code: at for at, code in enumerate(found)}


def _level(table: Table | None, above: Mapping[str, int]) -> Level:
    if table is None or not len(table):
        return Level([], [], np.empty(0, np.int32), {})
    codes = table["kode"]
    rows = table.accepted_rows
    # The first of equal codes is kept, as the rule on repeated codes says it is.
    first = rows[np.sort(np.unique(codes.codes[rows], return_index=True)[1])]
    values = [codes.value_list[i] for i in codes.codes[first].tolist()]
    name = table["nama"]
    names = [name.value_list[i] for i in name.codes[first].tolist()]
    parents = _parents(table, first, values)
    parent = np.fromiter((above.get(code, -1) for code in parents), np.int32, len(values))
    return Level(values, names, parent, {code: i for i, code in enumerate(values)})


def _parents(table: Table, rows: NDArray[np.intp], codes: Sequence[str]) -> list[str]:
    if "kode_kecamatan" not in table:
        return [kecamatan_of(code) for code in codes]
    column = table["kode_kecamatan"]
    named = column.codes[rows].tolist()
    return [
        column.value_list[at] if at >= 0 else kecamatan_of(code)
        for at, code in zip(named, codes, strict=True)
    ]


def _tps(table: Table | None, desa: Level) -> TpsLevel | None:
    if table is None or not all(file.readable for file in table.files):
        return None
    places = _lookup(table["kode_desa"], desa.index).astype(np.int64)
    numbers = table["nomor"].numbers()
    rows = np.flatnonzero(table.accepted & (places >= 0))
    keys, first = np.unique(places[rows] * TPS_STRIDE + numbers[rows], return_index=True)
    voters = table["jumlah_pemilih"].numbers()[rows][first] if "jumlah_pemilih" in table else None
    return TpsLevel(keys, (keys // TPS_STRIDE).astype(np.int32), voters)
