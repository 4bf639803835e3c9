"""Training by event: who was expected, who came, by body, division and kecamatan."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import NamedTuple

import numpy as np

from adhoc_cli.models.finding import Region
from adhoc_cli.profiles.calendar import Calendar, OutOfTerm
from adhoc_cli.roster.repeats import Positions
from adhoc_cli.roster.roster import Roster
from adhoc_cli.rules.audience import Invited, invited
from adhoc_cli.rules.events import Event, events_of, words_key
from adhoc_cli.rules.trainings import Attended, Came, attended


class Turnout(NamedTuple):
    """Of those `expected`, who was there, who was not, and of whom nothing is known."""

    expected: int = 0
    present: int = 0
    absent: int = 0
    unknown: int = 0


@dataclass(frozen=True, slots=True)
class Group:
    """Those of one body, division (None where the body has none, or nobody says it) and kecamatan
    (None where it is not listed) who were expected."""

    body: str
    division: str | None
    region: Region | None
    turnout: Turnout


@dataclass(frozen=True)
class EventState:
    """One event: what bimtek.csv says of it, and who of those that it is for was there."""

    event: Event
    held: bool
    places: Sequence[Region]
    guests: int
    groups: Sequence[Group]

    @property
    def name(self) -> str:
        """What it is called."""
        return self.event.name

    @property
    def day(self) -> date:
        """When it is."""
        return self.event.day

    @property
    def bodies(self) -> Sequence[str]:
        """The bodies that it is for; none where nothing says it."""
        return tuple(self.event.audience.bodies)

    @property
    def divisions(self) -> Sequence[str]:
        """The divisions that it is for; none for all of them."""
        return sorted({one for some in self.event.audience.bodies.values() for one in some})

    @cached_property
    def turnout(self) -> Turnout:
        """Of all groups."""
        return total(group.turnout for group in self.groups)

    def said(self, column: str) -> str | None:
        """What bimtek.csv says of it in a column."""
        return self.event.said.get(column)


def total(several: Iterable[Turnout]) -> Turnout:
    """Several together."""
    return Turnout(*np.sum([Turnout(), *several], axis=0).tolist())


@dataclass(frozen=True, slots=True)
class EventDay:
    """All `sessions` of a name on one day, those of twenty kecamatan for one."""

    name: str
    day: date
    held: bool
    bodies: Sequence[str]
    sessions: int
    turnout: Turnout


def event_days(roster: Roster) -> tuple[EventDay, ...]:
    """The events of bimtek.csv of which it is known whom they are for, by day and name."""
    found: dict[tuple[date, str], list[EventState]] = {}
    for one in bimtek_of(roster).events:
        if one.turnout.expected:
            found.setdefault((one.day, words_key(one.name)), []).append(one)
    return tuple(
        EventDay(
            several[0].name,
            day,
            several[0].held,
            tuple(dict.fromkeys(body for one in several for body in one.bodies)),
            len(several),
            total(one.turnout for one in several),
        )
        for (day, _), several in found.items()
    )


@dataclass(frozen=True)
class Bimtek:
    """The events of a roster folder; `missing` where it has no bimtek.csv that can be read."""

    calendar: Calendar
    missing: bool
    outside: Sequence[OutOfTerm]
    events: Sequence[EventState]

    @cached_property
    def turnout(self) -> Turnout:
        """Of all events."""
        return total(one.turnout for one in self.events)


def bimtek_of(
    roster: Roster, *, region: str | None = None, bodies: Sequence[str] = (), event: str = ""
) -> Bimtek:
    """The events, in a place, of some bodies, or with words in their name. Asked for a place or a
    body, those alone are told that somebody of it was expected at."""
    wanted = words_key(event)
    found = (
        _state(roster, one, region, bodies)
        for one in attended(roster)
        if wanted in words_key(one.event.name)
    )
    narrowed = region is not None or bool(bodies)
    return Bimtek(
        roster.calendar,
        not roster.has("bimtek"),
        roster.bodies_outside,
        sorted((one for one in found if one.groups or not narrowed), key=lambda one: one.event.day),
    )


@dataclass(frozen=True, slots=True)
class Invitee:
    """Somebody who is to sign in."""

    name: str
    role: str
    division: str
    body: str
    region: Region


@dataclass(frozen=True, slots=True)
class SignIn:
    """One event with those who are to sign in, by place."""

    state: EventState
    people: Sequence[Invitee]


def sign_in(
    roster: Roster, *, region: str | None = None, bodies: Sequence[str] = (), event: str = ""
) -> Iterator[SignIn]:
    """The events with those whom they are for, by the roster as it stands; of an event to come as
    it stands on its day, for a PPS is trained on the day of its oath."""
    wanted = words_key(event)
    days = {one.day for one in events_of(roster) if wanted in words_key(one.name)}
    for day in sorted(days):
        on_the_day = replace(roster, as_of=day, _made={}) if day > roster.as_of else roster
        for one in attended(on_the_day):
            if one.event.day == day and wanted in words_key(one.event.name):
                state = _state(on_the_day, one, region, bodies)
                if people := list(_invitees(on_the_day, one, region, bodies)):
                    yield SignIn(state, people)


def _invitees(
    roster: Roster, one: Attended, region: str | None, bodies: Sequence[str]
) -> Iterator[Invitee]:
    members, rows = roster.members, one.expected
    if region is not None:
        rows = rows[invited(roster).within((region,), rows)]
    place = members.desa[rows].astype(np.int64) + len(roster.places.kecamatan)
    order = np.lexsort((place, invited(roster).kecamatan[rows]))
    for row in rows[order].tolist():
        body, code = members.value("badan", row), members.value("kode_wilayah", row)
        if not bodies or body in bodies:
            yield Invitee(
                members["nama"].text(row),
                members.value("jabatan", row) or "",
                members.value("divisi", row) or "",
                body,
                roster.places.region(code),
            )


def _state(roster: Roster, one: Attended, region: str | None, bodies: Sequence[str]) -> EventState:
    who = invited(roster)
    chosen = np.ones(one.expected.size, bool)
    if region is not None:
        chosen &= who.within((region,), one.expected)
    groups = list(_groups(roster, who, one, np.flatnonzero(chosen), bodies))
    present = int(np.count_nonzero(one.came == Came.PRESENT))
    return EventState(
        one.event,
        one.event.day <= roster.as_of,
        [roster.places.region(code) for code in one.event.audience.places],
        max(one.were.size - present, 0) if one.event.day <= roster.as_of else 0,
        groups,
    )


def _groups(
    roster: Roster, who: Invited, one: Attended, chosen: Positions, bodies: Sequence[str]
) -> Iterator[Group]:
    rows, came = one.expected[chosen], one.came[chosen]
    column, kecamatan = roster.members["badan"], roster.places.kecamatan
    for body in one.event.audience.bodies:
        if bodies and body not in bodies:
            continue
        of_body = column.codes[rows] == column.position(body)
        keys = np.stack([who.kecamatan[rows[of_body]], who.division(body)[rows[of_body]]])
        kinds, which = np.unique(keys, axis=1, return_inverse=True)
        names = roster.profile.badan[body].divisi
        counts = np.zeros((kinds.shape[1], len(Came)), int)
        np.add.at(counts, (which.ravel(), came[of_body]), 1)
        for (place, division), counted in zip(kinds.T.tolist(), counts.tolist(), strict=True):
            yield Group(
                body,
                names[division] if division >= 0 else None,
                kecamatan.region(place) if place >= 0 else None,
                Turnout(
                    sum(counted), counted[Came.PRESENT], counted[Came.ABSENT],
                    counted[Came.UNKNOWN],
                ),
            )  # fmt: skip
