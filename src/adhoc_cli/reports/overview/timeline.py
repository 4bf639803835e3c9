"""How many items of coordination were done at the end of each day, from the journal alone."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from adhoc_cli.checklist.board import about, exempt_places
from adhoc_cli.checklist.items import Planned, plan
from adhoc_cli.checklist.mark import MarkStatus
from adhoc_cli.checklist.of_roster import meeting_bodies
from adhoc_cli.checklist.read import Journal
from adhoc_cli.roster.roster import Roster
from adhoc_cli.tables.column import NO_DAY, Column


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
    exempt = [exempt_places(roster.places, one) for one in planned]
    total = sum(int(np.count_nonzero(~no)) for no in exempt)
    states: dict[tuple[int, int], tuple[bool, date]] = {}
    added: Counter[date] = Counter()
    for item, unit, done, day in _lines(roster, journal, planned):
        if not exempt[item][unit]:
            was_done, latest = states.get((item, unit), (False, day))
            states[item, unit] = done, max(day, latest)
            added[max(day, latest)] += done - was_done
    changed = sorted(day for day, by in added.items() if by)
    sums = accumulate(added[day] for day in changed)
    return Timeline(tuple(map(Point, changed, sums)), total)


def _lines(
    roster: Roster, journal: Journal, planned: Sequence[Planned]
) -> Iterator[tuple[int, int, bool, date]]:
    """Of each line that counts, and is about a listed place, its item and the unit of the level
    that this is for, by their positions; whether it is done, and on which day. None where no line
    says a day."""
    table, rows = journal.table, journal.rows
    units, items = about(roster.places, [one.id for one in planned], journal)
    of_level = {level: column.tolist() for level, column in units.items()}
    done = table["status"].equals(MarkStatus.DONE.value)[rows].tolist()
    days = _days(table["waktu"])[rows].tolist()
    for at, item in enumerate(items.tolist()):
        unit = of_level[planned[item].level][at] if item >= 0 else -1
        if unit >= 0 and days[at] is not None:
            yield item, unit, done[at], days[at]


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
