"""Seats counted outwards from the places, so that a desa with nobody is seen."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from adhoc_cli.models.codes import Unit, within
from adhoc_cli.models.finding import Region
from adhoc_cli.places.listed import Index, Places
from adhoc_cli.profiles.model import Body, Seats
from adhoc_cli.roster.members import Members
from adhoc_cli.roster.repeats import Positions
from adhoc_cli.tables.column import Column
from adhoc_cli.tables.texts import Mask

Count = NDArray[np.int64]
Days = NDArray[np.datetime64]
DayIn = Callable[[Body, str], date | None]

# What is told apart of the members of a unit: ordinary ones and ketua, each a man, a woman or of a
# gender that is not known; and the reserves.
_WOMAN, _UNKNOWN, _KETUA, _RESERVE, _CLASSES = 1, 2, 3, 6, 7


class UnknownUnits(NamedTuple):
    """Why the units of a body, or its seats, cannot be told: a file or a column is missing."""

    body: str
    needs: str


class BodySeats(NamedTuple):
    """The seats of one body over all its units, by position of the unit in its level.

    `least` and `most` are the seats the profile gives each unit; `filled`, `chairs`, `women`,
    `unknown_gender` count named members who serve or are `suspended`, `reserves` the reserves.
    A suspended ketua is one of the `chairs` where nobody acts as ketua.
    """

    name: str
    body: Body
    members: Members
    least: Count
    most: Count
    filled: Count
    chairs: Count
    women: Count
    unknown_gender: Count
    reserves: Count
    asked: Mask  # the units that have this body on the day
    suspended: Count

    @property
    def places(self) -> Places:
        """The places that its units are."""
        return self.members.places

    @property
    def unit(self) -> Index:
        """Per row of `anggota`, its unit; -1 for a row of another body, or of no listed unit. Made
        each time: all bodies' would take 80 MB of a country."""
        return np.where(self.members.of_body(self.name), self.members.unit, np.int32(-1))

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
        return self.places.named_unit(self.body.unit, unit)[0]

    def tps_number(self, unit: int) -> int | None:
        """The number of a TPS unit within its desa, None for other units."""
        return self.places.named_unit(self.body.unit, unit)[1]

    def named(self, unit: int) -> dict[str, int]:
        """What names a unit beside its region, as params of a message: the number of a TPS."""
        tps = self.tps_number(unit)
        return {} if tps is None else {"tps": tps}

    def kecamatan(self) -> Index:
        """The kecamatan of every unit, -1 where it is not listed."""
        return self.places.units_in(self.body.unit, "kecamatan")


def count_seats(members: Members) -> Mapping[str, BodySeats | UnknownUnits]:
    """By body of the profile its seats, or what is missing to count them."""
    counts = count_members(members)
    suspended = np.flatnonzero(members.suspended & members.role_fits & (members.unit >= 0))
    return {
        name: _seats_of_body(name, body, members, counts.get(name), suspended)
        for name, body in members.profile.badan.items()
    }


def _seats_of_body(
    name: str, body: Body, members: Members, counts: Count | None, suspended: Positions
) -> BodySeats | UnknownUnits:
    if body.unit == "tps" and members.places.tps is None:
        return UnknownUnits(name, "tps.csv")
    needed = seats_of_body(body, members.places)
    if needed is None:
        return UnknownUnits(name, f"tps.csv {body.kursi.atribut}")
    least, most = needed
    exempt, asked = exempt_units(body, members.places), units_in_office(body, members)
    least[exempt | ~asked] = 0
    most[exempt] = 0
    of_class = (np.zeros((least.size, _CLASSES), np.int64) if counts is None else counts).T
    suspended = suspended[members["badan"].take(suspended).equals(name)]
    heads = suspended[members["jabatan"].take(suspended).equals("ketua")]
    chairs = np.bincount(members.unit[heads], minlength=least.size)
    acting = of_class[_KETUA:_RESERVE].sum(axis=0) - chairs
    return BodySeats(
        name, body, members, least, most,
        filled=of_class[:_RESERVE].sum(axis=0),
        chairs=np.where(acting > 0, acting, np.minimum(chairs, 1)),
        women=of_class[_WOMAN] + of_class[_KETUA + _WOMAN],
        unknown_gender=of_class[_UNKNOWN] + of_class[_KETUA + _UNKNOWN],
        reserves=of_class[_RESERVE].copy(),  # a part would keep the counts of all classes
        asked=asked & ~exempt,
        suspended=np.bincount(members.unit[suspended], minlength=least.size),
    )  # fmt: skip


def seats_of_body(body: Body, places: Places) -> tuple[Count, Count] | None:
    """The same of a body, with what is otherwise in some places; those within others win."""
    needed = seats_of(body.kursi, body.unit, places)
    for code in sorted(body.setempat, key=len):
        local = body.setempat[code].kursi
        there = None if local is None else seats_of(local, body.unit, places)
        if needed is not None and there is not None:
            inside = places.units_within(body.unit, (code,))
            for every, here in zip(needed, there, strict=True):
                every[inside] = here[inside]
    return needed


def exempt_units(body: Body, places: Places, level: str | None = None) -> Mask:
    """The units that do not have the body at all; of a `level` above its own, the places in which
    there is no unit that has it."""
    unit = level or body.unit
    exempt = places.units_within(unit, body.kecuali)
    if not body.hanya:
        return exempt
    has = places.units_within(unit, body.hanya)
    if unit != body.unit:
        own = places.level(unit).codes
        has |= np.array([any(within(code, one) for code in body.hanya) for one in own], bool)
    return exempt | ~has


def units_in_office(body: Body, members: Members) -> Mask:
    """The units whose own oath and term the day is in; all of a body that has the same for all."""
    places, today = members.places, np.datetime64(members.as_of, "D")
    if not body.places_apart:
        return np.ones(places.size(body.unit), bool)
    oath, term = (unit_days(body, places, day) for day in (Body.oath_in, Body.term_in))
    return ~(today < oath) & ~(today > term)


def first_day(days: Days) -> date | None:
    """The first of some days, None where there is none."""
    known = days[~np.isnat(days)]
    return known.min().item() if known.size else None


def unit_days(body: Body, places: Places, day: DayIn, level: str | None = None) -> Days:
    """A day of a body at each of its units, or at the places of a `level`; NaT for none."""
    unit = level or body.unit
    days = np.full(places.size(unit), np.datetime64(day(body, "") or "NaT", "D"))
    for code in body.places_apart:
        days[places.units_within(unit, (code,))] = np.datetime64(day(body, code) or "NaT", "D")
    return days


def seats_of(seats: Seats, unit: Unit, places: Places) -> tuple[Count, Count] | None:
    """Least and most seats of every unit; None where the attribute that decides is not known.

    A unit whose own attribute is not known has at least the seats without a step, and at most those
    of the highest: nothing is said of it that may be wrong.
    """
    size = places.size(unit)
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
        most[voters < 0] = np.maximum(most[voters < 0], step.kursi)
    return least, most


def count_members(members: Members) -> Mapping[str, Count]:
    """By body, the members of each of its units and class of member (units x classes).

    One `bincount` over body, unit and class: bodies are not looked at one after the other, which
    would read the columns as often as there are bodies.
    """
    column = members["badan"]
    bodies = [str(body) for body in column.value_list]
    sizes = [members.places.size(members.profile.badan[body].unit) for body in bodies]
    starts = np.cumsum([0, *sizes])
    rows = np.flatnonzero((members.seated | members.reserve) & (members.unit >= 0))
    cell = starts[column.codes[rows]] + members.unit[rows]
    cell *= _CLASSES
    cell += _class_of_rows(members)[rows]
    counts = np.bincount(cell, minlength=int(starts[-1]) * _CLASSES).reshape(-1, _CLASSES)
    return {body: counts[starts[i] : starts[i + 1]] for i, body in enumerate(bodies)}


def _class_of_rows(members: Members) -> NDArray[np.int8]:
    role = _marked(members["jabatan"], {"ketua": _KETUA}, 0)
    if "jenis_kelamin" in members:
        gender = _marked(members["jenis_kelamin"], {"P": _WOMAN}, _UNKNOWN)
    else:
        gender = np.full(len(members), _UNKNOWN, np.int8)
    return np.where(members.reserve, np.int8(_RESERVE), role + gender)


def _marked(column: Column, marks: Mapping[str, int], missing: int) -> NDArray[np.int8]:
    """Per row the mark of its value, 0 for a value without one, `missing` for no value."""
    of_values = np.array([marks.get(value, 0) for value in column.value_list], np.int8)
    return column.spread(of_values, missing)
