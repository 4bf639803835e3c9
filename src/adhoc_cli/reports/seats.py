"""Seats by kecamatan and in total."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from adhoc_cli.models.codes import Unit
from adhoc_cli.models.finding import Region
from adhoc_cli.models.report import PlaceRow, Tally
from adhoc_cli.roster.roster import Roster
from adhoc_cli.roster.seats import BodySeats, Count


class KecamatanSeats(NamedTuple):
    """The seats of every counted body within one kecamatan; `desa` is the number of its desa."""

    region: Region
    desa: int
    bodies: Mapping[str, Tally]


class SeatTable(NamedTuple):
    """Seats per kecamatan and in total, by body in the profile's order.

    `outside` counts, by body, units whose kecamatan is not listed: they are in the totals only.
    `units` says what a unit of each body is, `secretariats` which bodies are one of another's.
    """

    kecamatan: tuple[KecamatanSeats, ...]
    totals: Mapping[str, Tally]
    outside: Mapping[str, Tally]
    units: Mapping[str, Unit]
    secretariats: frozenset[str] = frozenset()

    def of_bodies(self, bodies: Sequence[str]) -> SeatTable:
        """The totals of these bodies alone; all where none is named."""
        totals = {name: t for name, t in self.totals.items() if not bodies or name in bodies}
        return self._replace(totals=totals)

    @property
    def rows(self) -> Iterator[PlaceRow]:
        """The seats of every body in every kecamatan, then those outside."""
        for row in self.kecamatan:
            yield from (PlaceRow(row.region, *pair) for pair in row.bodies.items())
        yield from (PlaceRow(None, *pair) for pair in self.outside.items())

    @property
    def members(self) -> Mapping[str, Tally]:
        """The totals of the bodies that are no secretariat."""
        return {name: t for name, t in self.totals.items() if name not in self.secretariats}


def seat_table(roster: Roster) -> SeatTable:
    """The seats of the expected bodies whose units are known; none without all three files."""
    if not all(roster.has(kind) for kind in ("kecamatan", "desa", "anggota")):
        return SeatTable((), {}, {}, {})
    places = roster.places
    size = len(places.kecamatan)
    grouped = {seats.name: _by_kecamatan(seats, size) for seats in roster.counted_bodies}
    desa = np.bincount(places.desa.parent[places.desa.parent >= 0], minlength=size)
    rows = tuple(
        KecamatanSeats(
            Region(places.kecamatan.codes[k], places.kecamatan.names[k]),
            int(desa[k]),
            {name: tallies[k] for name, tallies in grouped.items()},
        )
        for k in range(size)
    )
    outside = {name: t[size] for name, t in grouped.items() if t[size].units}
    totals = {s.name: sum_of(columns_of_seats(s)) for s in roster.counted_bodies}
    units = {s.name: s.body.unit for s in roster.counted_bodies}
    secretariats = frozenset(s.name for s in roster.counted_bodies if s.body.is_secretariat)
    return SeatTable(rows, totals, outside, units, secretariats)


def _by_kecamatan(seats: BodySeats, size: int) -> list[Tally]:
    """One tally a kecamatan; the last one for units of an unlisted kecamatan."""
    where = np.where(seats.kecamatan() < 0, size, seats.kecamatan())
    columns = [add_by(where, column, size + 1) for column in columns_of_seats(seats)]
    return [Tally(*(int(column[k]) for column in columns)) for k in range(size + 1)]


def add_by(where: NDArray[np.integer[Any]], values: Count, size: int) -> Count:
    """The sum of `values` at each of `size` positions; -1 is nowhere."""
    known = where >= 0
    added = np.bincount(where[known], weights=values[known], minlength=size)
    return added.astype(np.int64)


def columns_of_seats(seats: BodySeats) -> tuple[Count, ...]:
    """Per unit of a body the numbers that a `Tally` adds up, in its order."""
    complete = (seats.vacant == 0) & (seats.excess == 0) & seats.asked
    units = seats.asked.astype(np.int64)
    numbers = (seats.least, seats.filled, seats.vacant, seats.excess, seats.suspended)
    return units, complete.astype(np.int64), *numbers


def sum_of(columns: Sequence[Count]) -> Tally:
    """The tally over all units of these columns."""
    return Tally(*(int(column.sum()) for column in columns))
