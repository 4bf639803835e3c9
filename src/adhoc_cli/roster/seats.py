"""Seats counted outwards from the places, so that a desa with nobody is seen."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from adhoc_cli.models.finding import Region
from adhoc_cli.profiles.model import Body, Seats, Unit
from adhoc_cli.roster.places import TPS_STRIDE, Index, Places
from adhoc_cli.tables.column import Column

if TYPE_CHECKING:
    from adhoc_cli.roster.roster import Roster

Count = NDArray[np.int64]

# What is told apart of the members of a unit: ordinary ones and ketua, each a man, a woman or of a
# gender that is not known; and the reserves.
_WOMAN, _UNKNOWN, _KETUA, _RESERVE, _CLASSES = 1, 2, 3, 6, 7


@dataclass(frozen=True)
class UnknownUnits:
    """Why the units of a body, or its seats, cannot be told: a file or a column is missing."""

    body: str
    needs: str


@dataclass(frozen=True)
class BodySeats:
    """The seats of one body over all its units, by position of the unit in its level.

    `least` and `most` are the seats the profile gives each unit; `filled`, `chairs`, `women`,
    `unknown_gender` count active members with a name, `reserves` the reserves.
    """

    name: str
    body: Body
    places: Places
    least: Count
    most: Count
    filled: Count
    chairs: Count
    women: Count
    unknown_gender: Count
    reserves: Count
    find_unit: Callable[[], Index] = field(repr=False)

    @cached_property
    def unit(self) -> Index:
        """Per row of `anggota`, its unit; -1 for a row of another body, or of no listed unit."""
        return self.find_unit()

    @property
    def vacant(self) -> Count:
        """Seats short of the least that a unit must have."""
        return np.asarray(np.maximum(self.least - self.filled, 0))

    @property
    def excess(self) -> Count:
        """Members beyond the most that a unit may have."""
        return np.asarray(np.maximum(self.filled - self.most, 0))

    def region(self, unit: int) -> Region:
        """The place of a unit; a TPS is named behind its desa."""
        level = self.body.unit
        if level == "kecamatan":
            return self.places.kecamatan.region(unit)
        tps = self.places.tps
        return self.places.desa.region(int(tps.desa[unit]) if level == "tps" and tps else unit)

    def tps_number(self, unit: int) -> int | None:
        """The number of a TPS unit within its desa, None for other units."""
        if self.body.unit != "tps" or self.places.tps is None:
            return None
        return int(self.places.tps.keys[unit] % TPS_STRIDE)

    def named(self, unit: int) -> dict[str, int]:
        """What names a unit beside its region, as params of a message: the number of a TPS."""
        tps = self.tps_number(unit)
        return {} if tps is None else {"tps": tps}

    def kecamatan(self) -> Index:
        """The kecamatan of every unit, -1 where it is not listed."""
        return unit_kecamatan(self.body.unit, self.places)


def unit_kecamatan(unit: Unit, places: Places) -> Index:
    """Per unit of a level, the position of its kecamatan."""
    if unit == "kecamatan":
        return np.arange(len(places.kecamatan), dtype=np.int32)
    if unit == "tps" and places.tps is not None:
        return places.desa.parent[places.tps.desa]
    return places.desa.parent


def count_seats(roster: Roster, name: str) -> BodySeats | UnknownUnits:
    """The seats of the body `name`, or what is missing to count them."""
    body = roster.profile.badan[name]
    places = roster.places
    if body.unit == "tps" and places.tps is None:
        return UnknownUnits(name, "tps.csv")
    needed = seats_of(body.kursi, body.unit, places)
    if needed is None:
        return UnknownUnits(name, f"tps.csv {body.kursi.atribut}")
    least, most = needed
    nobody = np.zeros((least.size, _CLASSES), np.int64)
    counts = roster.tallies.get(name, nobody).T
    return BodySeats(
        name, body, places, least, most,
        filled=counts[:_RESERVE].sum(axis=0),
        chairs=counts[_KETUA:_RESERVE].sum(axis=0),
        women=counts[_WOMAN] + counts[_KETUA + _WOMAN],
        unknown_gender=counts[_UNKNOWN] + counts[_KETUA + _UNKNOWN],
        reserves=counts[_RESERVE],
        find_unit=lambda: np.where(roster.of_body(name), roster.member_unit, np.int32(-1)),
    )  # fmt: skip


def seats_of(seats: Seats, unit: Unit, places: Places) -> tuple[Count, Count] | None:
    """Least and most seats of every unit; None where the attribute that decides is not known.

    A unit whose own attribute is not known has the seats without a step: none is demanded of it
    that the law may not ask for.
    """
    size = _units(unit, places)
    least = np.full(size, seats.min, np.int64)
    most = np.full(size, seats.maks, np.int64)
    if not seats.bila:
        return least, most
    voters = places.tps.voters if unit == "tps" and places.tps is not None else None
    if voters is None:
        return None
    for step in sorted(seats.bila, key=lambda s: s.lebih_dari):
        above = voters > step.lebih_dari
        least[above] = most[above] = step.kursi
    return least, most


def _units(unit: Unit, places: Places) -> int:
    sizes = {"kecamatan": places.kecamatan, "desa": places.desa, "tps": places.tps or ()}
    return len(sizes[unit])


def count_members(roster: Roster) -> Mapping[str, Count]:
    """By body, the members of each of its units and class of member (units x classes).

    One `bincount` over body, unit and class: bodies are not looked at one after the other, which
    would read the columns as often as there are bodies.
    """
    column = roster.members["badan"]
    bodies = [str(body) for body in column.value_list]
    sizes = [_units(roster.profile.badan[body].unit, roster.places) for body in bodies]
    starts = np.cumsum([0, *sizes])
    rows = np.flatnonzero((roster.serving | roster.reserve) & (roster.member_unit >= 0))
    cell = starts[column.codes[rows]] + roster.member_unit[rows]
    cell *= _CLASSES
    cell += _class_of_rows(roster)[rows]
    counts = np.bincount(cell, minlength=int(starts[-1]) * _CLASSES).reshape(-1, _CLASSES)
    return {body: counts[starts[i] : starts[i + 1]] for i, body in enumerate(bodies)}


def _class_of_rows(roster: Roster) -> NDArray[np.int8]:
    members = roster.members
    role = _marked(members["jabatan"], {"ketua": _KETUA}, 0)
    if "jenis_kelamin" in members:
        gender = _marked(members["jenis_kelamin"], {"P": _WOMAN}, _UNKNOWN)
    else:
        gender = np.full(len(members), _UNKNOWN, np.int8)
    return np.where(roster.reserve, np.int8(_RESERVE), role + gender)


def _marked(column: Column, marks: Mapping[str, int], missing: int) -> NDArray[np.int8]:
    """Per row the mark of its value, 0 for a value without one, `missing` for no value."""
    of_values = np.array([marks.get(value, 0) for value in column.value_list], np.int8)
    return column.spread(of_values, missing)
