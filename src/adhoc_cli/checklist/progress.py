"""Progress: how far each kecamatan is, and what is overdue."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from adhoc_cli.checklist.board import Board, State, States, boards
from adhoc_cli.checklist.items import Due, Planned, plan, roles_at
from adhoc_cli.checklist.read import Journal
from adhoc_cli.models.codes import LEVELS, Level, kecamatan_of, kind_of
from adhoc_cli.models.finding import Region
from adhoc_cli.models.report import PlaceRow, Sums
from adhoc_cli.places.listed import Index, Places
from adhoc_cli.profiles.calendar import Calendar
from adhoc_cli.roster.roster import Roster
from adhoc_cli.tables.texts import Mask

Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Counts(Sums):
    """Items at places: total = done + due + overdue + open. `scheduled` are some of those not done,
    `overdue_by_law` some of the overdue, `waiting` some of the open: another must be done first."""

    total: int
    done: int
    due: int
    overdue: int
    open: int
    scheduled: int
    overdue_by_law: int
    waiting: int = 0


NO_ITEMS = Counts(0, 0, 0, 0, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class KecamatanProgress:
    """One kecamatan: the items of its own bodies, and of those of its desa, by body; or a kabupaten
    with those of the office itself.

    Of its `desa` (those that were looked at) `complete` have every item done.
    """

    region: Region
    bodies: Mapping[str, Counts]
    desa: int
    complete: int


@dataclass(frozen=True, slots=True)
class ItemProgress:
    """One item over all its places; `open_until` are the last days of those where it is not done,
    each with how many of them there are."""

    planned: Planned
    counts: Counts
    open_until: Mapping[date, int]


@dataclass(frozen=True, slots=True)
class Late:
    """One overdue item at one place, `days` behind its last day; `scheduled` where a day is set.
    `roles` are those to meet there: of kades and lurah the one that the place has."""

    region: Region
    kecamatan: Region
    planned: Planned
    roles: tuple[str, ...]
    due: Due
    days: int
    scheduled: bool


class Visit(NamedTuple):
    """A meeting about an item at a place, planned for a day; None where the journal lacks it."""

    region: Region
    item: str
    day: date | None


@dataclass(frozen=True)
class Progress:
    """How far coordination is on the day of the `calendar`, the kecamatan with most overdue items
    first.

    A desa whose kecamatan is not listed counts under the code that its own begins with.
    """

    calendar: Calendar
    journal: Journal
    kecamatan: tuple[KecamatanProgress, ...]
    totals: Mapping[str, Counts]
    items: tuple[ItemProgress, ...]
    _places: Places
    _boards: Mapping[Level, Board]
    _chosen: Mapping[Level, Mask]
    _kinds: Sequence[str]  # of the desa, in the order of their level

    @property
    def rows(self) -> Iterator[PlaceRow]:
        """A row a body of a kecamatan."""
        for one in self.kecamatan:
            for pair in one.bodies.items():
                yield PlaceRow(one.region, *pair, one.desa, one.complete)

    def overdue(self, limit: int | None = None) -> list[Late]:
        """What is overdue: the law's deadlines first, then the longest overdue, then by place."""
        found = [
            (not board.plan[at].due.legal, day, LEVELS.index(level), unit, at)
            for level, board in self._boards.items()
            for unit, at in np.argwhere(self._late(level)).tolist()
            for day in (board.due[unit, at].item(),)
        ]
        found.sort()
        return [
            self._entry(LEVELS[level_at], unit, at)
            for _, _, level_at, unit, at in islice(found, limit)
        ]

    def visits(self) -> Iterator[Visit]:
        """The meetings that have a day set, and are not done."""
        for level, board in self._boards.items():
            planned = board.scheduled & self._chosen[level][:, None] & board.asked
            for unit, at in np.argwhere(planned).tolist():
                day = board.days[unit, at].item()
                yield Visit(self._places.level(level).region(unit), board.plan[at].id, day)

    def _late(self, level: Level) -> Mask:
        late = self._boards[level].state == State.OVERDUE
        return np.asarray(late & self._chosen[level][:, None])

    def _entry(self, level: Level, unit: int, at: int) -> Late:
        board = self._boards[level]
        planned, due = board.plan[at], board.due_at(unit, at)
        region = self._places.level(level).region(unit)
        above = self._places.above(region.code)
        scheduled = bool(board.scheduled[unit, at])
        kind = self._kinds[unit] if level == "desa" else kind_of(region.code)
        roles, days = roles_at(planned.item, kind), -(due.left(self.calendar.day) or 0)
        return Late(region, above, planned, roles, due, days, scheduled)


def progress(
    roster: Roster,
    journal: Journal,
    *,
    region: str | None = None,
    bodies: Collection[str] | None = None,
    items: Collection[str] | None = None,
) -> Progress:
    """How far coordination is on the roster's day: everywhere, or in the place `region` (dotted)
    and what lies in it; of all bodies and items, or of some."""
    places = roster.places
    wanted = plan(roster.profile, bodies=bodies, items=items)
    both = boards(places, wanted, journal, roster.as_of)
    group, names = _groups(places)
    chosen = _chosen(places, region)
    rows = [_kecamatan(at, names[at], both, group, chosen) for at in range(len(names))]
    shown = [row for row in rows if row.bodies]
    shown.sort(key=lambda row: -sum(counts.overdue for counts in row.bodies.values()))
    totals = _by_body(both, chosen)
    per_item = tuple(
        ItemProgress(
            planned,
            _count(board, chosen[level], np.arange(len(board.plan)) == at),
            _open_until(board, at, chosen[level]),
        )
        for level, board in both.items()
        for at, planned in enumerate(board.plan)
    )
    kinds = roster.places.kinds_of_desa
    return Progress(
        roster.calendar, journal, tuple(shown), totals, per_item, places, both, chosen, kinds
    )


def _open_until(board: Board, at: int, units: Mask) -> Mapping[date, int]:
    due = board.due[units & (board.state[:, at] < State.DONE), at]
    days, counts = np.unique(due[~np.isnat(due)], return_counts=True)
    return dict(zip(days.tolist(), counts.tolist(), strict=True))


def _groups(places: Places) -> tuple[Mapping[Level, Index], list[Region]]:
    """Per place the group it counts in, and the groups: listed kecamatan, unlisted ones, then
    kabupaten."""
    regions = [places.kecamatan.region(at) for at in range(len(places.kecamatan))]
    parent = places.desa.parent.copy()
    unlisted: dict[str, int] = {}
    for unit in np.flatnonzero(parent < 0).tolist():
        code = kecamatan_of(places.desa.codes[unit])
        parent[unit] = unlisted.setdefault(code, len(regions) + len(unlisted))
    own = np.arange(len(places.kecamatan), dtype=np.int32)
    regions += [Region(code, "") for code in unlisted]
    kabupaten = np.arange(len(places.kabupaten), dtype=np.int32) + len(regions)
    regions += [places.kabupaten.region(at) for at in range(len(places.kabupaten))]
    return {"kecamatan": own, "desa": parent, "kabupaten": kabupaten}, regions


def _chosen(places: Places, region: str | None) -> Mapping[Level, Mask]:
    return {
        level: np.array([places.inside(code, region) for code in places.level(level).codes], bool)
        for level in LEVELS
    }


def _kecamatan(
    at: int,
    region: Region,
    both: Mapping[Level, Board],
    group: Mapping[Level, Index],
    chosen: Mapping[Level, Mask],
) -> KecamatanProgress:
    here = {level: chosen[level] & (group[level] == at) for level in both}
    state, has_items = both["desa"].state, bool(both["desa"].plan)
    if has_items:
        here["desa"] = here["desa"] & both["desa"].asked.any(axis=1)
    complete = (state >= State.DONE).all(axis=1) & here["desa"]
    desa = int(np.count_nonzero(here["desa"]))
    done = int(np.count_nonzero(complete)) if has_items else 0
    return KecamatanProgress(region, _by_body(both, here), desa, done)


def _by_body(both: Mapping[Level, Board], chosen: Mapping[Level, Mask]) -> Mapping[str, Counts]:
    """Per body its items at the chosen places; a body without any place here is left out."""
    counted: dict[str, Counts] = {}
    for level, board in both.items():
        if chosen[level].any():
            for body in dict.fromkeys(planned.item.badan for planned in board.plan):
                counts = _count(board, chosen[level], board.of_body(body))
                counted[body] = counted[body] + counts if body in counted else counts
    return counted


def _count(board: Board, units: Mask, columns: Mask) -> Counts:
    state: States = board.state[np.ix_(units, columns)]
    by_state = np.bincount(state.ravel(), minlength=len(State))
    overdue_by_law = board.state[np.ix_(units, columns & board.legal)] == State.OVERDUE
    return Counts(
        total=int(state.size - by_state[State.EXEMPT]),
        done=int(by_state[State.DONE]),
        due=int(by_state[State.DUE]),
        overdue=int(by_state[State.OVERDUE]),
        open=int(by_state[State.OPEN]),
        scheduled=int(np.count_nonzero(board.scheduled[np.ix_(units, columns)])),
        overdue_by_law=int(np.count_nonzero(overdue_by_law)),
        waiting=int(np.count_nonzero(board.waits[np.ix_(units, columns)])),
    )
