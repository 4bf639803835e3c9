"""Who comes next for a vacant seat, and why others do not. Proposes, changes nothing.

The order is the rank of the selection and nothing else: equal ranks are named as tied, a candidate
without a rank cannot be placed. Who stands in two places is proposed for one.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby

import numpy as np

from adhoc_cli.models.codes import within
from adhoc_cli.models.report import Listed
from adhoc_cli.profiles.calendar import Calendar, OutOfTerm
from adhoc_cli.profiles.replacement import Provision, Succession, provision
from adhoc_cli.reports.candidates import Candidate, Former, Lists
from adhoc_cli.reports.persons import Post, Someone, waiting_in
from adhoc_cli.roster.repeats import ByKey
from adhoc_cli.roster.roster import Roster
from adhoc_cli.roster.seats import BodySeats, UnknownUnits

# Columns without which something about a candidate stays unchecked.
_USED = ("status", "peringkat", "nik", "tanggal_lahir", "telepon")


@dataclass(frozen=True, slots=True)
class Proposal:
    """Who is proposed for `seats` seats: as many candidates, or more who are tied."""

    candidates: tuple[Candidate, ...]
    seats: int = 1

    @property
    def tied(self) -> bool:
        """Whether the rank does not say which of the candidates comes first."""
        return len(self.candidates) > self.seats


@dataclass(frozen=True, slots=True)
class Vacancy:
    """A unit with vacant seats. `coming` are those appointed to them who have not begun, `skipped`
    the candidates who cannot take one, `further` those who could and are not needed, by rank."""

    post: Post
    required: int
    filled: int
    vacant: int
    chair_vacant: bool
    coming: tuple[Candidate, ...]
    proposals: tuple[Proposal, ...]
    skipped: tuple[Candidate, ...]
    further: tuple[Candidate, ...]
    former: tuple[Former, ...]
    law: Succession

    @property
    def proposed(self) -> int:
        """Seats that somebody is proposed for."""
        return sum(proposal.seats for proposal in self.proposals)

    @property
    def undecided(self) -> int:
        """Vacant seats that nobody is appointed to."""
        return max(self.vacant - len(self.coming), 0)

    @property
    def open(self) -> int:
        """Seats that nobody on the list can take: what `law.exhausted` is about."""
        return self.undecided - self.proposed

    @property
    def passed_over(self) -> tuple[Candidate, ...]:
        """The skipped who rank before somebody proposed; all with a rank where seats stay open."""
        ranks = [c.rank for p in self.proposals for c in p.candidates if c.rank is not None]
        last = None if self.open else max(ranks, default=None)
        ranked = (c for c in self.skipped if c.rank is not None)
        return tuple(c for c in ranked if last is None or (c.rank or 0) <= last)

    @property
    def provisions(self) -> Iterator[tuple[str, Provision]]:
        """What holds here: who `decides`, the `method` where it is another, what is to be regarded
        `besides`, and what follows when the list is `exhausted`."""
        law = self.law
        yield "decides", law.decides
        if law.method != law.decides:
            yield "method", law.method
        if self.chair_vacant:
            yield "besides", provision("new_chair")
        for part in law.besides:
            yield "besides", part
        if self.open:
            for part in law.exhausted:
                if part != law.method:
                    yield "exhausted", part

    @property
    def replaced(self) -> tuple[Former, ...]:
        """Whose seats these are: all who left where there are no more of them than vacant seats,
        else the last to leave; nobody where the days do not say who that is."""
        if len(self.former) <= self.vacant:
            return self.former
        if any(one.day is None for one in self.former):
            return ()
        last = sorted(self.former, key=lambda one: one.day or date.min, reverse=True)
        cut = last[self.vacant - 1].day != last[self.vacant].day
        return tuple(last[: self.vacant]) if cut else ()


@dataclass(frozen=True, slots=True)
class UnitReserve:
    """The reserve of one unit: `listed` wait, `usable` of them could take a seat today, `wanted` is
    what the profile asks for."""

    post: Post
    vacant: int
    wanted: int
    listed: int
    usable: int

    @property
    def left(self) -> int:
        """How many could still step in once the vacant seats are filled."""
        return max(self.usable - self.vacant, 0)


@dataclass(frozen=True, slots=True)
class BodyReserve:
    """The depth of the reserve of one body over its units; `empty` of them have nobody usable, in
    `short` the list is too short for the seats that are vacant now."""

    body: str
    wanted: int
    listed: int
    usable: int
    empty: int
    short: int
    units: Listed[UnitReserve] = field(repr=False)

    @property
    def has_list(self) -> bool:
        """Whether anybody waits, or should: a secretariat has no list, and none is missing."""
        return bool(self.wanted or self.listed)


@dataclass(frozen=True, slots=True)
class Successors:
    """The result of `adhoc replace`.

    `outside` are bodies that are not in office, `uncounted` those whose units cannot be told,
    `waiting` the suspended members, `unreadable` the required files that could not be read,
    `absent` the columns that the roster lacks and that something stays unchecked for.
    """

    calendar: Calendar
    vacancies: tuple[Vacancy, ...] = ()
    reserves: tuple[BodyReserve, ...] = ()
    outside: tuple[OutOfTerm, ...] = ()
    uncounted: tuple[UnknownUnits, ...] = ()
    waiting: tuple[Someone, ...] = ()
    absent: tuple[str, ...] = ()
    unreadable: tuple[str, ...] = ()

    @property
    def vacant(self) -> int:
        """All vacant seats."""
        return sum(vacancy.vacant for vacancy in self.vacancies)

    @property
    def proposed(self) -> int:
        """Seats that somebody is proposed for."""
        return sum(vacancy.proposed for vacancy in self.vacancies)

    @property
    def open(self) -> int:
        """Seats that nobody on a list can take."""
        return sum(vacancy.open for vacancy in self.vacancies)


def find_successors(
    roster: Roster, *, region: str | None = None, bodies: Sequence[str] = ()
) -> Successors:
    """The next candidates for every vacant seat of the expected bodies (or of `bodies`).

    `region` (a dotted code) keeps the units in it. Who is proposed does not depend on what is kept:
    somebody who stands in two lists is proposed for the body that the profile names first, and
    within it for the unit that the region file names first.
    """
    if roster.without:
        return Successors(roster.calendar, unreadable=roster.without)
    counted = roster.counted_bodies
    lists = Lists(roster)
    vacancies = [v for seats in counted for v in _vacancies(lists, seats)]
    wanted = tuple(bodies) or tuple(seats.name for seats in counted)
    return Successors(
        roster.calendar,
        tuple(v for v in vacancies if v.post.body in wanted and within(v.post.region.code, region)),
        tuple(_reserve(lists, seats, region) for seats in counted if seats.name in wanted),
        roster.calendar.outside_of(bodies or roster.expected_bodies),
        tuple(s for s in roster.uncounted_bodies if not bodies or s.body in bodies),
        waiting_in(roster, region=region, bodies=bodies),
        tuple(column for column in _USED if column not in roster.members),
    )


# -- one unit after the other ----------------------------------------------------------------------


def _vacancies(lists: Lists, seats: BodySeats) -> Iterator[Vacancy]:
    vacant_seats, units = seats.vacant, seats.unit
    on_list = ByKey(units, np.flatnonzero(lists.listed & (units >= 0)))
    former = ByKey(units, np.flatnonzero(lists.left & (units >= 0)))
    coming = ByKey(units, np.flatnonzero(lists.coming & (units >= 0)))
    has_chair = seats.body.jabatan.get("ketua", (0, 0))[0] > 0
    for unit in np.flatnonzero(vacant_seats > 0).tolist():
        post = _post(seats, unit)
        vacant = int(vacant_seats[unit])
        candidates = lists.candidates(on_list.of(unit).tolist())
        appointed = tuple(map(lists.appointed, coming.of(unit).tolist()))
        undecided = max(vacant - len(appointed), 0)
        proposals, further = fill(undecided, [c for c in candidates if not c.skips])
        lists.take(post, (c for proposal in proposals for c in proposal.candidates))
        yield Vacancy(
            post,
            int(seats.least[unit]),
            int(seats.filled[unit]),
            vacant,
            has_chair and int(seats.chairs[unit]) == 0,
            appointed,
            proposals,
            tuple(candidate for candidate in candidates if candidate.skips),
            further,
            tuple(lists.former(row) for row in former.of(unit).tolist()),
            lists.roster.profile.successions[seats.name],
        )


def _post(seats: BodySeats, unit: int) -> Post:
    return Post(seats.name, seats.region(unit), seats.tps_number(unit))


def fill(
    vacant: int, usable: Sequence[Candidate]
) -> tuple[tuple[Proposal, ...], tuple[Candidate, ...]]:
    """The proposals for `vacant` seats, and who is not needed."""
    proposals: list[Proposal] = []
    further: list[Candidate] = []
    for _, group in groupby(usable, key=lambda candidate: candidate.rank):
        equals = tuple(group)
        if not vacant:
            further += equals
        elif len(equals) <= vacant:
            proposals += [Proposal((candidate,)) for candidate in equals]
        else:
            proposals.append(Proposal(equals, vacant))
        vacant -= min(vacant, len(equals))
    return tuple(proposals), tuple(further)


# -- the depth of the reserve ----------------------------------------------------------------------


def _reserve(lists: Lists, seats: BodySeats, region: str | None) -> BodyReserve:
    size, vacant, units = seats.least.size, seats.vacant, seats.unit
    rows = np.flatnonzero(lists.usable & (units >= 0))
    usable = np.bincount(units[rows], minlength=size)
    kept = np.arange(size)
    if region is not None:
        kept = kept[[within(seats.region(unit).code, region) for unit in range(size)]]

    def describe(at: int) -> UnitReserve:
        unit = int(kept[at])
        return UnitReserve(
            _post(seats, unit),
            int(vacant[unit]),
            seats.body.cadangan,
            int(seats.reserves[unit]),
            int(usable[unit]),
        )

    return BodyReserve(
        seats.name,
        seats.body.cadangan * kept.size,
        int(seats.reserves[kept].sum()),
        int(usable[kept].sum()),
        int(np.count_nonzero(usable[kept] == 0)),
        int(np.count_nonzero(usable[kept] < vacant[kept])),
        Listed(kept.size, describe),
    )
