"""Seats required, filled, vacant and in excess, by body and place; the gaps, and whom to call."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from math import inf

import numpy as np
from numpy.typing import NDArray

from adhoc_cli.models.codes import (
    LEVEL_OF_UNIT,
    Unit,
    depth_of,
    is_desa_code,
    kecamatan_of,
    level_of,
    unit_of,
    within,
)
from adhoc_cli.models.finding import Region
from adhoc_cli.models.report import NO_SEATS, Tally
from adhoc_cli.models.stakeholders import HEADS
from adhoc_cli.places.listed import Places
from adhoc_cli.profiles.calendar import Calendar, OutOfTerm
from adhoc_cli.reports.persons import Someone, waiting_in
from adhoc_cli.reports.seats import add_by, columns_of_seats, sum_of
from adhoc_cli.roster.contacts import Contact, Stakeholders, contact_of
from adhoc_cli.roster.repeats import ByKey
from adhoc_cli.roster.roster import Roster
from adhoc_cli.roster.seats import BodySeats, Count, UnknownUnits

# Where a tally has them, in the columns that it adds up.
_UNITS, _VACANT = 0, 4


@dataclass(frozen=True, slots=True)
class UnitSeats:
    """The seats of a body at one place of the level `per`; who is `present` and whom to `call` are
    known where it `names_people`, which gaps do."""

    body: str
    per: Unit
    region: Region
    tps: int | None
    tally: Tally
    present: tuple[Contact, ...] = ()
    call: tuple[Contact, ...] = ()
    names_people: bool = False


@dataclass(frozen=True)
class BodyQuota:
    """The seats of one body, whose units are each an `own_unit`, by the places of the level `per`.

    `units()` walks them in the order of the files; a national roster has half a million.
    """

    body: str
    own_unit: Unit
    per: Unit
    total: Tally
    _columns: tuple[Count, ...]
    _shown: NDArray[np.intp]
    _places: Places
    _gaps: _Gaps | None = None

    def __len__(self) -> int:
        return int(self._shown.size)

    @property
    def is_empty(self) -> bool:
        """Whether there is no seat, and nobody in one: nothing to say that none is vacant of."""
        return self.total == NO_SEATS

    def without_people(self) -> BodyQuota:
        """The same places, without who is there and whom to call."""
        return replace(self, _gaps=None)

    def units(self) -> Iterator[UnitSeats]:
        """The places, one after the other."""
        for at in self._shown.tolist():
            region, tps = self._places.named_unit(self.per, at)
            tally = Tally(*(int(column[at]) for column in self._columns))
            gaps = self._gaps
            present = gaps.present(at) if gaps else ()
            call = gaps.call(at, region.code) if gaps else ()
            where = self.body, self.per, region, tps
            yield UnitSeats(*where, tally, present, call, names_people=gaps is not None)


@dataclass(frozen=True, slots=True)
class Quota:
    """The result of `adhoc quota`.

    `left_out` names bodies whose units are larger than the places asked for, `elsewhere` those
    without a unit in the region, `outside` those that are not in office, `uncounted` those whose
    units cannot be told, `waiting` the suspended members, `unreadable` the required files that
    could not be read.
    """

    calendar: Calendar
    per: Unit | None
    short: bool
    bodies: tuple[BodyQuota, ...]
    left_out_of: Unit = "desa"  # the places that the bodies of `left_out` are larger than
    left_out: tuple[str, ...] = ()
    elsewhere: tuple[str, ...] = ()
    uncounted: tuple[UnknownUnits, ...] = ()
    outside: tuple[OutOfTerm, ...] = ()
    waiting: tuple[Someone, ...] = ()
    unreadable: tuple[str, ...] = ()

    def without_people(self) -> Quota:
        """The same seats, without who is there and whom to call."""
        return replace(self, bodies=tuple(body.without_people() for body in self.bodies))

    @property
    def units(self) -> Iterator[UnitSeats]:
        """The places of all bodies shown."""
        return (unit for body in self.bodies for unit in body.units())

    @property
    def asks_too_low(self) -> bool:
        """Whether every body has its units above the place or the level asked for."""
        others = (self.bodies, self.elsewhere, self.uncounted, self.outside, self.unreadable)
        return bool(self.left_out) and not any(others)

    @property
    def vacant(self) -> int:
        """Vacant seats of all bodies shown."""
        return sum(body.total.vacant for body in self.bodies)

    @property
    def excess(self) -> int:
        """Members beyond the seats of all bodies shown."""
        return sum(body.total.excess for body in self.bodies)


def quota_of(
    roster: Roster,
    *,
    per: Unit | None = None,
    bodies: Sequence[str] = (),
    short: bool = False,
    region: str | None = None,
) -> Quota:
    """The seats of the expected bodies (or of `bodies`) per kecamatan, desa or TPS.

    Without `per` it is by kecamatan (overseas by representation), or by the units of a body where
    these are larger; `short` looks at each body's own units and keeps those with a vacant seat.
    `region` (a dotted code) keeps the places in it; no kecamatan lies in a desa, which is counted
    per desa.
    """
    per = _per_in(region, per, short)
    empty = Quota(roster.calendar, per, short, (), unreadable=roster.without)
    if roster.without:
        return empty
    asked = tuple(bodies) or roster.expected_bodies
    wanted = [body for body in asked if body in roster.calendar.in_office]
    counted = [seats for body in wanted if isinstance(seats := roster.seats[body], BodySeats)]
    uncounted = tuple(s for body in wanted if isinstance(s := roster.seats[body], UnknownUnits))
    fitting = [seats for seats in counted if _fits(seats.body.unit, per, short, region)]
    shown = [_body(roster, seats, per, short, region) for seats in fitting]
    return replace(
        empty,
        bodies=tuple(body for body in shown if not body.is_empty),
        left_out_of=per or (unit_of(region) if region else "kecamatan"),
        left_out=tuple(seats.name for seats in counted if seats not in fitting),
        elsewhere=tuple(body.body for body in shown if body.is_empty),
        uncounted=uncounted,
        outside=roster.calendar.outside_of(asked),
        waiting=waiting_in(roster, region=region, bodies=asked),
    )


def _per_in(region: str | None, per: Unit | None, short: bool) -> Unit | None:
    """The level to add up by: that of the region, where it lies below the one asked for."""
    if region is None or not is_desa_code(region) or (short and per is None):
        return per
    return per if per == "tps" else unit_of(region)


def _fits(unit: Unit, level: Unit | None, short: bool, region: str | None) -> bool:
    """Whether a body of `unit` has a number per place of `level`; a gap is one of its own units.
    A desa has none of a body of the kecamatan."""
    if region is not None and depth_of(unit) < depth_of(level_of(region)):
        return False
    if level is None:
        return True
    own, asked = depth_of(unit), depth_of(level)
    return own == asked if short else own >= asked


def _body(
    roster: Roster, seats: BodySeats, level: Unit | None, short: bool, region: str | None
) -> BodyQuota:
    own = seats.body.unit
    per = level or (own if short else _usual(roster, own))
    where = roster.places.units_in(seats.body.unit, per)
    size = roster.places.size(per)
    inside = _inside(roster.places, per, region)
    kept = np.append(inside, False)[where]
    if region is None:
        kept = np.ones(where.size, bool)
    columns = columns_of_seats(seats)
    grouped = tuple(add_by(where, column, size) for column in columns)
    wanted = grouped[_VACANT] > 0 if short else grouped[_UNITS] > 0
    shown = np.flatnonzero(inside & wanted)
    gaps = _Gaps(roster, seats) if short else None
    total = sum_of([column[kept] for column in columns])
    return BodyQuota(seats.name, own, per, total, grouped, shown, roster.places, gaps)


def _usual(roster: Roster, own: Unit) -> Unit:
    """What the seats of a body of such units are added up by, where nothing is asked for."""
    if depth_of(own) < depth_of("kecamatan"):
        return own
    abroad = any(body.unit == "perwakilan" for body in roster.profile.badan.values())
    return "perwakilan" if abroad and depth_of(own) >= depth_of("perwakilan") else "kecamatan"


def _inside(places: Places, per: Unit, region: str | None) -> NDArray[np.bool_]:
    """Which places of a level lie in `region`, or are it."""
    level = LEVEL_OF_UNIT[per]
    codes = places.level(level).codes
    inside = np.fromiter((within(code, region) for code in codes), bool, len(codes))
    return inside[places.units_in(per, level)]


@dataclass(frozen=True)
class _Gaps:
    """Who is still there, and whom to call, by unit of one body."""

    roster: Roster
    seats: BodySeats

    @cached_property
    def _by_unit(self) -> tuple[ByKey, ByKey]:
        """The rows of those who serve and of the reserves."""
        unit, members = self.seats.unit, self.roster.members
        serving, reserve = (
            ByKey(unit, np.flatnonzero(rows & (unit >= 0)))
            for rows in (members.serving, members.reserve)
        )
        return serving, reserve

    @cached_property
    def _stakeholders(self) -> Stakeholders:
        return Stakeholders(self.roster)

    def present(self, unit: int) -> tuple[Contact, ...]:
        """The members who serve there."""
        rows = self._by_unit[0].of(unit).tolist()
        return tuple(contact_of(self.roster.members, row) for row in rows)

    def call(self, unit: int, code: str) -> tuple[Contact, ...]:
        """The reserves by rank; without any, the head of the place, where he has a say in the seat:
        in those of a secretariat, and of guards whom he proposes."""
        rows = self._by_unit[1].of(unit).tolist()
        reserves = [contact_of(self.roster.members, row, "cadangan") for row in rows]
        if reserves:
            return tuple(sorted(reserves, key=lambda one: inf if one.rank is None else one.rank))
        if not self.roster.profile.successions[self.seats.name].asks_head:
            return ()
        return self._heads(code) or self._heads(kecamatan_of(code))

    def _heads(self, code: str) -> tuple[Contact, ...]:
        return tuple(one for one in self._stakeholders.at(code) if one.role in HEADS)
