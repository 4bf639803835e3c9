"""What stands of every item at every place, as whole columns: the journal laid over the places."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from adhoc_cli.checklist.items import Level, Planned
from adhoc_cli.checklist.mark import MarkStatus
from adhoc_cli.checklist.read import Journal, last_of
from adhoc_cli.places.listed import Places
from adhoc_cli.profiles.checklist import Checklist
from adhoc_cli.tables.column import Column
from adhoc_cli.tables.texts import Mask

Rows = NDArray[np.int64]
States = NDArray[np.int8]
SOON = 7  # days: an item that is to be done this week is due


class State(IntEnum):
    """What stands of an item at a place, the most urgent first.

    OVERDUE: not done, and its last day and grace are over. DUE: not done, and its last day is over
    or within a week. OPEN: not done, and there is time, or no deadline. DONE: marked `terlaksana`.
    """

    OVERDUE = 0
    DUE = 1
    OPEN = 2
    DONE = 3


@dataclass(frozen=True)
class Board:
    """The items of one level: per place (in the order of its level) and item, in `plan`'s order.

    `row` is the row of the journal that counts, -1 where there is none or it was withdrawn.
    """

    level: Level
    plan: tuple[Planned, ...]
    row: Rows
    state: States
    scheduled: Mask

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
    sizes: Mapping[Level, int] = {"kecamatan": len(places.kecamatan), "desa": len(places.desa)}
    return {
        level: _board(
            _last_rows(level, size, chosen, places, journal), level, chosen, journal, as_of
        )
        for level, size in sizes.items()
        for chosen in (tuple(planned for planned in plan if planned.level == level),)
    }


def _board(
    row: Rows, level: Level, plan: tuple[Planned, ...], journal: Journal, as_of: date
) -> Board:
    status = journal.table["status"]
    done = _said(status, MarkStatus.DONE, row)
    scheduled = _said(status, MarkStatus.SCHEDULED, row)
    row = np.where(_said(status, MarkStatus.WITHDRAWN, row), -1, row)
    if_not_done = np.array([_pending(planned, as_of) for planned in plan], np.int8)
    state = np.where(done, np.int8(State.DONE), if_not_done).astype(np.int8)
    return Board(level, plan, row, state, scheduled)


def _last_rows(
    level: Level, size: int, plan: tuple[Planned, ...], places: Places, journal: Journal
) -> Rows:
    """Per place and item the last accepted row of the journal that speaks of them, -1 for none."""
    if not plan:
        return np.full((size, 0), -1, np.int64)
    kecamatan, desa, item = about(places, [planned.id for planned in plan], journal)
    unit = kecamatan if level == "kecamatan" else desa
    known = (unit >= 0) & (item >= 0)
    last = last_of(unit[known] * len(plan) + item[known], size * len(plan))
    return np.append(journal.rows[known], -1)[last].reshape(size, len(plan)).astype(np.int64)


def about(places: Places, items: Sequence[str], journal: Journal) -> tuple[Rows, Rows, Rows]:
    """What the accepted lines of the journal are about: per line the positions of its kecamatan, or
    of its desa, and of its item in `items`, -1 for none. Case does not matter: "ppk-01" is PPK-01.
    """
    code, name = journal.table["kode_wilayah"], journal.table["butir"]
    position = {item.casefold(): at for at, item in enumerate(items)}
    found = [position.get(str(value).casefold(), -1) for value in name.value_list]
    item = name.spread(np.array(found, np.int64), -1)
    units = (places.in_kecamatan(code), places.in_desa(code), item)
    kecamatan, desa, item = (unit[journal.rows].astype(np.int64) for unit in units)
    return kecamatan, desa, item


def _said(status: Column, word: MarkStatus, row: Rows) -> Mask:
    """Where the row that counts says `word`."""
    says = np.append(status.equals(word.value), False)
    return np.asarray(says[row])


def _pending(planned: Planned, as_of: date) -> State:
    if planned.due.is_overdue(as_of):
        return State.OVERDUE
    left = planned.due.left(as_of)
    return State.DUE if left is not None and left <= SOON else State.OPEN


@dataclass(frozen=True, slots=True)
class UnknownMark:
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
    kecamatan, desa, item = about(places, names, journal)
    levels = {planned.id: planned.level for planned in plan}
    wants_desa = np.array([levels.get(name) == "desa" for name in names] + [False])[item]
    wants_kecamatan = np.array([levels.get(name) == "kecamatan" for name in names] + [False])[item]
    no_place = (kecamatan < 0) & (desa < 0)
    wrong = (wants_desa & (desa < 0)) | (wants_kecamatan & (kecamatan < 0))
    found = []
    for at in np.flatnonzero(no_place | (item < 0) | wrong):
        what = "place" if no_place[at] else "item" if item[at] < 0 else "level"
        found.append(UnknownMark(int(rows[at]), int(table.line[rows[at]]), what))
    return found
