"""What stands of every item at every place, as whole columns: the journal laid over the places."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum
from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from adhoc_cli.checklist.items import Due, Planned
from adhoc_cli.checklist.mark import MarkStatus
from adhoc_cli.checklist.read import Journal, last_of
from adhoc_cli.models.codes import LEVELS, Level
from adhoc_cli.places.listed import Places
from adhoc_cli.profiles.checklist import Checklist
from adhoc_cli.roster.seats import exempt_units
from adhoc_cli.tables.column import NO_DAY
from adhoc_cli.tables.texts import Mask

Rows = NDArray[np.int64]
States = NDArray[np.int8]
Days = NDArray[np.datetime64]
# An item's own day, and those of the places that have another one.
_DayAndApart = Callable[[Planned], tuple[date | None, Mapping[str, date | None]]]
SOON = 7  # days: an item that is to be done this week is due


class State(IntEnum):
    """What stands of an item at a place, the most urgent first.

    OVERDUE: not done, and its last day and grace are over. DUE: not done, and its last day is over
    or within a week. OPEN: not done, and there is time, no deadline, another item that must be done
    first, or nobody in office who would have to. DONE: marked `terlaksana`. EXEMPT: there is no
    such body at the place, so that nothing is to be done.
    """

    OVERDUE = 0
    DUE = 1
    OPEN = 2
    DONE = 3
    EXEMPT = 4


@dataclass(frozen=True, eq=False)
class Board:
    """The items of one level: per place (in the order of its level) and item, in `plan`'s order.

    `row` is the row of the journal that counts, -1 where there is none or it was withdrawn, `days`
    the day that it says; `due`
    the last day (NaT: none); `waits` tells where the item that must be done first is not; `over` is
    the last day of the body's term, where that is past.
    """

    level: Level
    plan: tuple[Planned, ...]
    row: Rows
    days: Days
    state: States
    scheduled: Mask
    due: Days
    waits: Mask
    over: Days

    @cached_property
    def asked(self) -> Mask:
        """Where there is such an item."""
        return np.asarray(self.state != State.EXEMPT)

    def ended_at(self, unit: int, at: int) -> date | None:
        """The last day of the term of the body at a place, where that is over."""
        return self.over[unit, at].item()  # type: ignore[no-any-return]  # a date

    def due_at(self, unit: int, at: int) -> Due:
        """The last day of an item at a place."""
        planned, day = self.plan[at], self.due[unit, at].item()
        if day is None:
            return planned.due
        return Due(day, day + timedelta(planned.item.batas.tenggang), planned.due.legal)

    def waits_for(self, unit: int, at: int) -> str | None:
        """The item that must be done first, and is not."""
        return self.plan[at].after if self.waits[unit, at] else None

    @cached_property
    def legal(self) -> Mask:
        """Which items the law dates."""
        return np.array([planned.due.legal for planned in self.plan], bool)

    def of_body(self, body: str) -> Mask:
        """Which items are of a body."""
        return np.array([planned.item.badan == body for planned in self.plan], bool)


def boards(
    places: Places, plan: Sequence[Planned], journal: Journal, as_of: date
) -> Mapping[Level, Board]:
    """What stands of the planned items on the day `as_of`, per level."""
    return {
        level: _board(_Marked(level, len(places.level(level)), places, journal), chosen, as_of)
        for level in LEVELS
        for chosen in (tuple(planned for planned in plan if planned.level == level),)
    }


@dataclass(frozen=True, eq=False)
class _Marked:
    """What the journal says of the places of a level."""

    level: Level
    size: int
    places: Places
    journal: Journal

    def rows(self, items: Sequence[str]) -> Rows:
        """Per place and item the last accepted row that speaks of them, -1 for none."""
        unit, item = self._unit, _items_of(items, self.journal)
        known = (unit >= 0) & (item >= 0)
        last = last_of(unit[known] * len(items) + item[known], self.size * len(items))
        rows = np.append(self.journal.rows[known], -1)[last]
        return rows.reshape(self.size, len(items)).astype(np.int64)

    @cached_property
    def _unit(self) -> Rows:
        return _units_of(self.places, self.level, self.journal)

    def says(self, word: MarkStatus, row: Rows) -> Mask:
        """Where the row that counts says `word`."""
        says = np.append(self.journal.table["status"].equals(word.value), False)
        return np.asarray(says[row])

    def by_place(self, plan: Sequence[Planned], day: _DayAndApart) -> Days:
        """A day of each item at each place: its own, or that of the place."""
        said = [day(planned) for planned in plan]
        days = np.tile(np.array([own for own, _ in said], "datetime64[D]"), (self.size, 1))
        for at, (_, apart) in enumerate(said):
            for code, there in apart.items():
                inside = self.places.units_within(self.level, (code,))
                days[inside, at] = np.datetime64(there or "NaT", "D")
        return days

    def days(self, row: Rows) -> Days:
        """The days of these rows, NaT for none."""
        return np.append(self.journal.table.dates("tanggal"), NO_DAY)[row]


def _board(marked: _Marked, plan: tuple[Planned, ...], as_of: date) -> Board:
    row = marked.rows([planned.id for planned in plan])
    done = marked.says(MarkStatus.DONE, row)
    scheduled = marked.says(MarkStatus.SCHEDULED, row)
    row = np.where(marked.says(MarkStatus.WITHDRAWN, row), -1, row)
    due, waits = _after_others(marked, plan)
    idle, over = _out_of_term(marked, plan, as_of)
    state = np.where(done, np.int8(State.DONE), _pending(plan, due, waits | idle, as_of))
    for at, planned in enumerate(plan):
        state[exempt_places(marked.places, planned), at] = State.EXEMPT
    state = state.astype(np.int8)
    return Board(
        marked.level, plan, row, marked.days(row), state, scheduled, due, waits & ~done, over
    )


def exempt_places(places: Places, planned: Planned) -> Mask:
    """The places of an item's level where there is no such body."""
    if planned.body is None:
        return np.zeros(len(places.level(planned.level)), bool)
    return exempt_units(planned.body, places, planned.level)


def _out_of_term(marked: _Marked, plan: tuple[Planned, ...], as_of: date) -> tuple[Mask, Days]:
    """Per place and item whether nobody is in office who would have to do it, and the last day of
    the term that is over."""
    today = np.datetime64(as_of, "D")
    begins = marked.by_place(
        plan, lambda one: (one.term[0], {c: t[0] for c, (_, t) in one.apart.items()})
    )
    ends = marked.by_place(
        plan, lambda one: (one.term[1], {c: t[1] for c, (_, t) in one.apart.items()})
    )
    return (today < begins) | (today > ends), np.where(today > ends, ends, NO_DAY)


def _after_others(marked: _Marked, plan: tuple[Planned, ...]) -> tuple[Days, Mask]:
    """Per place and item its last day, and whether the item that must be done first is not."""
    due = marked.by_place(
        plan, lambda one: (one.due.day, {c: d for c, (d, _) in one.apart.items()})
    )
    waits = np.zeros(due.shape, bool)
    later = [(at, one.after, one.item.batas) for at, one in enumerate(plan) if one.after]
    first = marked.rows([after for _, after, _ in later])
    done, days = marked.says(MarkStatus.DONE, first), marked.days(first)
    for column, (at, _, limit) in enumerate(later):
        waits[:, at] = ~done[:, column]
        if limit.days_after is not None:
            counted = days[:, column] + np.timedelta64(limit.days_after, "D")
            due[:, at] = np.where(done[:, column], counted, NO_DAY)
    return due, waits


def about(
    places: Places, items: Sequence[str], journal: Journal
) -> tuple[Mapping[Level, Rows], Rows]:
    """What the accepted lines of the journal are about: per line the position of its place in each
    level, and of its item in `items`, -1 for none. Case does not matter: "ppk-01" is PPK-01.
    """
    units = {level: _units_of(places, level, journal) for level in LEVELS}
    return units, _items_of(items, journal)


def _units_of(places: Places, level: Level, journal: Journal) -> Rows:
    units = places.at_level(level, journal.table["kode_wilayah"])
    return units[journal.rows].astype(np.int64)


def _items_of(items: Sequence[str], journal: Journal) -> Rows:
    position = {item.casefold(): at for at, item in enumerate(items)}
    of_rows = journal.table["butir"].numbered(lambda one: position.get(str(one).casefold(), -1))
    return np.asarray(of_rows[journal.rows])


def _pending(plan: Sequence[Planned], due: Days, waits: Mask, as_of: date) -> States:
    """What stands of an item that is not done; `waits`: nothing is to be done yet, or any more."""
    today = np.datetime64(as_of, "D")
    grace = np.array([planned.item.batas.tenggang for planned in plan], "timedelta64[D]")
    state = np.where(due - np.timedelta64(SOON, "D") <= today, State.DUE, State.OPEN)
    state = np.where(due + grace < today, State.OVERDUE, state)
    return np.where(waits, State.OPEN, state).astype(np.int8)


class UnknownMark(NamedTuple):
    """A readable line of the journal that speaks of nothing here: `what` is `place` (not listed),
    `item` (not of this election) or `level` (an item of a kecamatan at a desa, or the reverse)."""

    row: int
    line: int
    what: str


def unknown_marks(
    places: Places, checklist: Checklist, plan: Sequence[Planned], journal: Journal
) -> list[UnknownMark]:
    """The accepted lines that no board shows. `plan` is that of all active items; an item that was
    switched off keeps its marks, and those are known."""
    table, rows, names = journal.table, journal.rows, list(checklist.butir)
    units, item = about(places, names, journal)
    levels = {planned.id: planned.level for planned in plan}
    no_place, wrong = np.ones(item.size, bool), np.zeros(item.size, bool)
    for level, unit in units.items():
        wants = np.array([levels.get(name) == level for name in names] + [False])[item]
        no_place &= unit < 0
        wrong |= wants & (unit < 0)
    found = []
    for at in np.flatnonzero(no_place | (item < 0) | wrong):
        what = "place" if no_place[at] else "item" if item[at] < 0 else "level"
        found.append(UnknownMark(int(rows[at]), int(table.line[rows[at]]), what))
    return found
