"""Who was at the events of bimtek.csv of those that they were for."""

from collections.abc import Iterator, Mapping, Sequence
from enum import IntEnum
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from adhoc_cli.profiles.model import Body, Training
from adhoc_cli.roster.repeats import Positions, in_order
from adhoc_cli.roster.roster import Roster
from adhoc_cli.rules.attendance import Finder, last_day, links
from adhoc_cli.rules.audience import invited, plain_name
from adhoc_cli.rules.events import Event, events_of
from adhoc_cli.rules.found import Params, first_at
from adhoc_cli.tables.table import Table
from adhoc_cli.tables.texts import Mask


class Came(IntEnum):
    """What is known of somebody who was expected."""

    UNKNOWN = 0  # no list yet, a cell that cannot be read, nobody who could be found in the list
    PRESENT = 1
    ABSENT = 2


class Attended(NamedTuple):
    """One event with the rows of members `expected` there, what is known of each (`came`), and the
    row of bimtek.csv that says it (`at`, -1 for none). `later` are rows of those for whom it would
    have been, had they not begun after it; `were` the rows of bimtek.csv of those who were there,
    invited or not, or are listed for it while it is still to come."""

    event: Event
    expected: Positions
    came: NDArray[np.int8]
    at: Positions
    later: Positions
    were: Positions

    def of(self, came: Came) -> Positions:
        """The rows of members of whom this is known."""
        return np.asarray(self.expected[self.came == came])

    def told_at(self, member: int) -> int:
        """The row of bimtek.csv that tells of an expected member, -1 for none."""
        return int(self.at[np.searchsorted(self.expected, member)])


def attended(roster: Roster) -> tuple[Attended, ...]:
    """Every event of bimtek.csv with who was there, in the order of the file; made once."""
    return roster.once(_attended)


def _attended(roster: Roster) -> tuple[Attended, ...]:
    events = events_of(roster)
    if not events:
        return ()
    sessions: dict[int, list[Event]] = {}
    for event in events:
        sessions.setdefault(event.training, []).append(event)
    judge = _Judge(roster)
    found = {one.event: one for group in sessions.values() for one in judge.of(group)}
    return tuple(found[event] for event in events)


def in_service(roster: Roster) -> Mask:
    """Rows of the members who serve in a body that is in office in their place; made once."""
    return roster.once(_in_service)


def _in_service(roster: Roster) -> Mask:
    members, today = roster.members, np.datetime64(roster.as_of, "D")
    body = members["badan"]
    in_office = np.array([name in roster.bodies_in_office for name in body.value_list], bool)
    oath, term = members.by_place(Body.oath_in), members.by_place(Body.term_in)
    return members.serving & body.value_in(in_office) & ~(oath > today) & ~(term < today)


class _Judge:
    """Tells who of the members was at an event."""

    def __init__(self, roster: Roster) -> None:
        members, bimtek = roster.members, roster.table("bimtek")
        self._roster, self._finder, self._invited = roster, Finder(roster), invited(roster)
        oath, self._term = members.by_place(Body.oath_in), members.by_place(Body.term_in)
        self._serving = in_service(roster)
        starts = members.dates("tanggal_mulai")
        self._starts = np.where(np.isnat(starts), oath, starts)
        self._came, self._unread = np.ones(len(bimtek), bool), np.zeros(len(bimtek), bool)
        if "hadir" in bimtek:
            self._came, self._unread = bimtek["hadir"].equals("ya"), bimtek["hadir"].refused
        self._unplaced = np.flatnonzero(unplaced(bimtek))
        self._elsewhere = [(link, np.zeros(link.size + 1, bool)) for link in links(roster)]

    def of(self, sessions: Sequence[Event]) -> Iterator[Attended]:
        """Who was at each of the sessions of one training."""
        were = np.concatenate([self._were(event) for event in sessions])
        for link, elsewhere in self._elsewhere:
            elsewhere[link.attendance[were]] = len(sessions) > 1
            elsewhere[-1] = False  # what has no number
        yield from [self._at(event) for event in sessions]
        for link, elsewhere in self._elsewhere:
            elsewhere[link.attendance[were]] = False

    def _were(self, event: Event) -> Positions:
        """Rows of those who were at an event, or are listed for one to come."""
        rows = event.people
        if event.day <= self._roster.as_of:
            rows = rows[self._came[rows] | self._unread[rows]]
        return rows

    def _was_elsewhere(self, members: Positions) -> Mask:
        """Which of these members were at a session of the training at hand."""
        found = np.zeros(members.size, bool)
        for link, elsewhere in self._elsewhere:
            found |= elsewhere[link.members[members]]
        return found

    def _at(self, event: Event) -> Attended:
        rows = self._invited.rows(event.audience)
        rows = rows[self._serving[rows]]
        day = np.datetime64(event.day, "D")
        later = self._starts[rows] > day
        begun = rows[~later & ~(self._term[rows] < day)]
        listed = self._finder.first_in(self._told(event.people), begun)
        # Who was at another session of the same training has had it, absent from this one or not.
        was_there = (listed >= 0) & (self._came[listed] | self._unread[listed])
        kept = was_there | ~self._was_elsewhere(begun)
        expected, at = begun[kept], listed[kept]
        came = self._judged(event, expected, at)
        return Attended(event, expected, came, at, rows[later], self._were(event))

    def _told(self, rows: Positions) -> Positions:
        """Of several rows about one person that which says the most first: that he was there."""
        weight = np.where(self._unread[rows], 1, np.where(self._came[rows], 0, 2))
        return rows[in_order(weight)]

    def _judged(self, event: Event, expected: Positions, at: Positions) -> NDArray[np.int8]:
        came = np.full(expected.size, Came.UNKNOWN, np.int8)
        if event.day > self._roster.as_of or not event.people.size:
            return came
        could = self._finder.nameable(event.people, expected)
        # A row without a day or a name may be of any event.
        could &= self._finder.first_in(self._unplaced, expected) < 0
        came[(at < 0) & could] = Came.ABSENT
        came[(at >= 0) & ~self._came[at] & ~self._unread[at]] = Came.ABSENT
        came[(at >= 0) & self._came[at]] = Came.PRESENT
        return came


def absence(roster: Roster, one: Attended, member: int) -> Params:
    """How an expected member was absent from an event, as params of a message: in no row of its
    list ("missing"), or by what a row says ("absent")."""
    named = {"training": one.event.name, "day": one.event.day}
    at = one.told_at(member)
    if at < 0:
        return {"variant": "missing", **named}
    return {"variant": "absent", **named, **first_at(roster.table("bimtek"), at)}


# -- the training that a body must have had --------------------------------------------------------


class Session(NamedTuple):
    """The training of one body that the profile requires, by row of members: who is `expected` to
    have had it and can be named in bimtek.csv, and who has `missed` it: at the event `missed_at`,
    by its number among those of `attended`, -1 for none of them. It is `due` once an event for all
    of the body was held or, where the profile sets a last day, after that day."""

    due: bool
    expected: Mask
    missed: Mask
    missed_at: NDArray[np.int32]


def sessions(roster: Roster) -> Mapping[str, Session]:
    """By body with a training in the profile, its training."""
    return roster.once(_sessions)


def _sessions(roster: Roster) -> Mapping[str, Session]:
    bodies = roster.profile.badan.items()
    return {name: _session(roster, name, body) for name, body in bodies if body.bimtek is not None}


def is_training(training: Training | None, event: Event) -> bool:
    """Whether an event is of the kind that a profile requires, by its name."""
    return training is not None and training.kegiatan.casefold() in plain_name(event.name)


def _session(roster: Roster, name: str, body: Body) -> Session:
    expected, later = (np.zeros(len(roster.members), bool) for _ in range(2))
    were = np.zeros(len(roster.table("bimtek")), bool)
    missed_at = np.full(len(roster.members), -1, np.int32)
    of_body = in_service(roster) & roster.members.of_body(name) & _could_be_named(roster)
    for number, one in reversed(list(enumerate(attended(roster)))):
        if not is_training(body.bimtek, one.event):
            continue
        were[one.were] = True
        known = one.expected[one.came != Came.UNKNOWN]
        if one.event.is_for_all_of(name) and known.size:
            expected[known] = True
            missed_at[one.of(Came.ABSENT)] = number
            later[one.later] = True
    missed_at[~of_body] = -1
    last, held = last_day(body), bool((of_body & expected).any())
    had = np.logical_or.reduce([~of_body, *(link.members_of(were) for link in links(roster))])
    if last is None:
        never = ~had & later
        return Session(held, of_body & (expected | never), (missed_at >= 0) | never, missed_at)
    over = roster.members.by_place(last_day) < np.datetime64(roster.as_of, "D")
    never = ~had & (later | over)
    due = bool(over[of_body].any()) if of_body.any() else roster.as_of > last
    ready = over if due else np.ones_like(over)  # where the oath was later, the last day is, too
    return Session(
        due,
        of_body & (expected | never) & ready,
        ((missed_at >= 0) | never) & ready,
        missed_at,
    )


def _could_be_named(roster: Roster) -> Mask:
    """Rows of members whom bimtek.csv could name, and of whom no row without a day or a name of the
    event tells: that may be of any event."""
    possible, told = (np.zeros(len(roster.members), bool) for _ in range(2))
    for link in links(roster):
        possible |= link.nameable
        told |= link.members_of(unplaced(roster.table("bimtek")))
    return possible & ~told


def unplaced(bimtek: Table) -> Mask:
    """Rows of bimtek.csv without a day or a name of the event."""
    return ~bimtek["kegiatan"].known | np.isnat(bimtek["tanggal"].dates())
