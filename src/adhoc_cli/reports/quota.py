"""Seats required, filled, vacant and in excess, by body and place; the gaps, and whom to call."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from adhoc_cli.models.codes import is_desa_code, kecamatan_of
from adhoc_cli.models.columns import Privacy
from adhoc_cli.models.finding import Personal, Region
from adhoc_cli.models.stakeholders import HEADS
from adhoc_cli.places.listed import TPS_STRIDE, Index, Places, TpsLevel
from adhoc_cli.profiles.model import Unit
from adhoc_cli.reports.seats import Tally, add_by, columns_of_seats, sum_of
from adhoc_cli.roster.roster import Roster
from adhoc_cli.roster.seats import BodySeats, Count, UnknownUnits, unit_kecamatan
from adhoc_cli.tables.table import Table

# Where a tally has them, in the columns that it adds up.
_UNITS, _VACANT = 0, 4
_LEVELS: tuple[Unit, ...] = ("kecamatan", "desa", "tps")


@dataclass(frozen=True, slots=True)
class Holder:
    """A member who serves in a unit."""

    name: str
    role: str
    phone: Personal | None


@dataclass(frozen=True, slots=True)
class Contact:
    """Whom to call about a vacancy: a reserve with a rank, or a stakeholder ("kades")."""

    name: str
    role: str
    phone: Personal | None
    rank: int | None = None

    @property
    def is_reserve(self) -> bool:
        """Whether this is a candidate and not a stakeholder."""
        return self.role == "cadangan"


@dataclass(frozen=True, slots=True)
class UnitSeats:
    """One row of a quota table; `present` and `call` are filled for gaps only."""

    region: Region
    tps: int | None
    tally: Tally
    present: tuple[Holder, ...] = ()
    call: tuple[Contact, ...] = ()


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

    def without_people(self) -> BodyQuota:
        """The same places, without who is there and whom to call."""
        return replace(self, _gaps=None)

    def units(self) -> Iterator[UnitSeats]:
        """The places, one after the other."""
        for at in self._shown.tolist():
            region, tps = _place(self._places, self.per, at)
            tally = Tally(*(int(column[at]) for column in self._columns))
            present = self._gaps.present(at) if self._gaps else ()
            call = self._gaps.call(at, region.code) if self._gaps else ()
            yield UnitSeats(region, tps, tally, present, call)


@dataclass(frozen=True, slots=True)
class Quota:
    """The result of `adhoc quota`.

    `left_out` names bodies whose units are larger than the places asked for, `uncounted` those
    whose units cannot be told, `unreadable` the required files that could not be read.
    """

    profile: str
    as_of: date
    per: Unit | None
    short: bool
    bodies: tuple[BodyQuota, ...]
    left_out: tuple[str, ...] = ()
    uncounted: tuple[UnknownUnits, ...] = ()
    unreadable: tuple[str, ...] = ()

    def without_people(self) -> Quota:
        """The same seats, without who is there and whom to call."""
        return replace(self, bodies=tuple(body.without_people() for body in self.bodies))

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

    Without `per` it is by kecamatan; `short` looks at each body's own units and keeps those with a
    vacant seat. `region` (a dotted code) keeps the places in it.
    """
    empty = Quota(roster.profile.nama, roster.as_of, per, short, (), unreadable=roster.without)
    if roster.without:
        return empty
    wanted = tuple(bodies) or roster.expected_bodies
    counted = [seats for body in wanted if isinstance(seats := roster.seats[body], BodySeats)]
    uncounted = tuple(s for body in wanted if isinstance(s := roster.seats[body], UnknownUnits))
    level = per or (None if short else "kecamatan")
    fitting = [seats for seats in counted if _fits(seats.body.unit, level, short)]
    return Quota(
        empty.profile,
        empty.as_of,
        per,
        short,
        tuple(_body(roster, seats, level, short, region) for seats in fitting),
        tuple(seats.name for seats in counted if seats not in fitting),
        uncounted,
    )


def _fits(unit: Unit, level: Unit | None, short: bool) -> bool:
    """Whether a body of `unit` has a number per place of `level`; a gap is one of its own units."""
    if level is None:
        return True
    return unit == level if short else _LEVELS.index(unit) >= _LEVELS.index(level)


def _body(
    roster: Roster, seats: BodySeats, level: Unit | None, short: bool, region: str | None
) -> BodyQuota:
    per = level or seats.body.unit
    where = _positions(seats, per, roster.places)
    size = _size(roster.places, per)
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
    unit = seats.body.unit
    return BodyQuota(seats.name, unit, per, total, grouped, shown, roster.places, gaps)


def _positions(seats: BodySeats, per: Unit, places: Places) -> Index:
    """Per unit of a body the position of its place in the level `per`, -1 where not listed."""
    unit = seats.body.unit
    if per == "kecamatan":
        return unit_kecamatan(unit, places)
    if per == "desa" and unit == "tps":
        return _listed(places).desa
    return np.arange(seats.least.size, dtype=np.int32)


def _size(places: Places, per: Unit) -> int:
    return {
        "kecamatan": len(places.kecamatan),
        "desa": len(places.desa),
        "tps": len(places.tps or ()),
    }[per]


def _inside(places: Places, per: Unit, region: str | None) -> NDArray[np.bool_]:
    """Which places of a level lie in `region`, or are it."""
    size = _size(places, per)
    if region is None:
        return np.ones(size, bool)
    if per == "kecamatan":
        return np.fromiter((c == region for c in places.kecamatan.codes), bool, size)
    desa = np.fromiter((c.startswith(region) for c in places.desa.codes), bool, len(places.desa))
    if per == "desa":
        return desa
    return desa[_listed(places).desa]


def _place(places: Places, per: Unit, at: int) -> tuple[Region, int | None]:
    if per != "tps":
        level = places.kecamatan if per == "kecamatan" else places.desa
        return Region(level.codes[at], level.names[at]), None
    tps = _listed(places)
    desa = int(tps.desa[at])
    region = Region(places.desa.codes[desa], places.desa.names[desa])
    return region, int(tps.keys[at] % TPS_STRIDE)


def _listed(places: Places) -> TpsLevel:
    """The TPS, where a body that sits in them was counted."""
    if places.tps is None:  # pragma: no cover - such a body is uncounted
        raise LookupError("tps.csv")
    return places.tps


@dataclass(frozen=True)
class _Gaps:
    """Who is still there, and whom to call, by unit of one body."""

    roster: Roster
    seats: BodySeats

    @cached_property
    def _serving(self) -> _ByUnit:
        return _ByUnit.of(self.seats.unit, self.roster.members.serving)

    @cached_property
    def _reserve(self) -> _ByUnit:
        return _ByUnit.of(self.seats.unit, self.roster.members.reserve)

    @cached_property
    def _stakeholders(self) -> dict[str, list[Contact]]:
        return _heads(self.roster.table("pemangku")) if self.roster.has("pemangku") else {}

    def present(self, unit: int) -> tuple[Holder, ...]:
        """The members who serve there."""
        rows = self._serving.rows(unit)
        return tuple(
            Holder(row.nama or "", row.jabatan or "", _phone(row.telepon))  # type: ignore[attr-defined]  # Anggota
            for row in self.roster.members.models(rows)
        )

    def call(self, unit: int, code: str) -> tuple[Contact, ...]:
        """The reserves by rank; without any, the heads of the place."""
        reserves = [
            Contact(row.nama or "", "cadangan", _phone(row.telepon), row.peringkat)  # type: ignore[attr-defined]  # Anggota
            for row in self.roster.members.models(self._reserve.rows(unit))
        ]
        if reserves:
            return tuple(sorted(reserves, key=lambda one: (one.rank is None, one.rank or 0)))
        found = self._stakeholders.get(code)
        if not found and is_desa_code(code):
            found = self._stakeholders.get(kecamatan_of(code))
        return tuple(found or ())


@dataclass(frozen=True, slots=True)
class _ByUnit:
    """Rows sorted by unit, so that those of one unit are found at once."""

    order: NDArray[np.intp]
    units: Index

    @classmethod
    def of(cls, unit: Index, rows: NDArray[np.bool_]) -> _ByUnit:
        """Of the chosen rows that have a unit."""
        chosen = np.flatnonzero(rows & (unit >= 0))
        order = chosen[np.argsort(unit[chosen], kind="stable")]
        return cls(order, unit[order])

    def rows(self, unit: int) -> NDArray[np.intp]:
        """The rows of one unit, in the order of the file."""
        start, end = np.searchsorted(self.units, [unit, unit + 1])
        return self.order[start:end]


def _heads(table: Table) -> dict[str, list[Contact]]:
    """The heads among the stakeholders, by code of their place."""
    role = table["peran"]
    heads = np.logical_or.reduce([role.equals(name) for name in HEADS])
    found: dict[str, list[Contact]] = {}
    for row in np.flatnonzero(table.accepted & heads & table["nama"].known).tolist():
        contact = Contact(
            table.value("nama", row), table.value("peran", row), _phone(table.value("telepon", row))
        )
        found.setdefault(table.value("kode_wilayah", row), []).append(contact)
    return found


def _phone(number: str | None) -> Personal | None:
    """A number to call, wrapped as what it is."""
    return Personal(number, Privacy.PHONE) if number else None
