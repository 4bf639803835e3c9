"""How many items of coordination were done at the end of each day, from the journal alone."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from adhoc_cli.checklist.board import about, exempt_places
from adhoc_cli.checklist.items import plan
from adhoc_cli.checklist.mark import MarkStatus
from adhoc_cli.checklist.of_roster import meeting_bodies
from adhoc_cli.checklist.read import Journal
from adhoc_cli.models.codes import LEVELS
from adhoc_cli.roster.repeats import in_order
from adhoc_cli.roster.roster import Roster
from adhoc_cli.tables.column import NO_DAY, Column
from adhoc_cli.tables.texts import Mask


class Point(NamedTuple):
    """How many items were done at the end of a day."""

    day: date
    done: int


@dataclass(frozen=True, slots=True)
class Timeline:
    """Days on which the number of done items changed, each with the number at its end, oldest
    first; `total` is how many there are to do. The last number is the one of today."""

    points: tuple[Point, ...]
    total: int


def timeline_of(roster: Roster, journal: Journal) -> Timeline:
    """The course of the items of the expected bodies at the listed places.

    The lines count in the order of the file, as the state of an item does: its last line is the
    one that holds. Where a merged journal goes back in time, a line counts on the day of the latest
    line above it about the same item: nothing is undone before it was done.
    """
    planned = plan(roster.profile, bodies=meeting_bodies(roster))
    places, table, rows = roster.places, journal.table, journal.rows
    sizes = {level: len(places.level(level)) for level in LEVELS}
    exempt = [exempt_places(places, one) for one in planned]
    total = sum(
        sizes[one.level] - int(np.count_nonzero(no))
        for one, no in zip(planned, exempt, strict=True)
    )
    units, item = about(places, [one.id for one in planned], journal)
    wanted = np.array([LEVELS.index(one.level) for one in planned] + [-1])[item]
    unit = np.full(item.size, -1, np.int64)  # of the level that the item is for
    for at, level in enumerate(LEVELS):
        unit = np.where(wanted == at, units[level], unit)
    known = (unit >= 0) & (item >= 0)
    for at, no in enumerate(exempt):
        own = known & (item == at)  # the units of others are counted on another level
        known[own] = ~no[unit[own]]
    key = item[known] * max(sizes.values()) + unit[known]
    done = table["status"].equals(MarkStatus.DONE.value)[rows][known].astype(np.int64)
    order = in_order(key)
    first = np.append(True, np.diff(key[order]) != 0)[: order.size]
    change = done[order].copy()
    change[1:] -= np.where(first[1:], 0, done[order][:-1])
    days = _days(table["waktu"])[rows][known][order]
    return Timeline(_points(_never_back(days, first), change), total)


def _days(times: Column) -> NDArray[np.datetime64]:
    """Per row of the journal its day. One whose time a spreadsheet has spoilt has the day of the
    row above, the first ones that of the first row that says it."""
    said = [str(value)[:10] for value in times.value_list]
    days = times.spread(np.array(said, "datetime64[D]"), NO_DAY)
    known = np.flatnonzero(~np.isnat(days))
    if not known.size:
        return np.full(days.size, NO_DAY)
    above = np.searchsorted(known, np.arange(days.size), side="right") - 1
    return np.asarray(days[known[np.maximum(above, 0)]])


def _never_back(days: NDArray[np.datetime64], first: Mask) -> NDArray[np.datetime64]:
    """The latest day so far within each group; `first` is where one begins."""
    if not days.size:
        return days
    since = (days - days.min()).astype(np.int64)
    # Every group lies above all days of the one before it.
    floor = np.cumsum(first) * (int(since.max()) + 1)
    latest = np.maximum.accumulate(since + floor) - floor
    return np.asarray(days.min() + latest.astype("timedelta64[D]"))


def _points(days: NDArray[np.datetime64], change: NDArray[np.int64]) -> tuple[Point, ...]:
    """The running sum at the end of each day on which it changed."""
    changed = (change != 0) & ~np.isnat(days)
    found, of_day = np.unique(days[changed], return_inverse=True)
    added = np.bincount(of_day, weights=change[changed], minlength=found.size).astype(np.int64)
    sums = np.cumsum(added)
    both = zip(found.tolist(), sums.tolist(), added.tolist(), strict=True)
    return tuple(Point(day, done) for day, done, by in both if by)
