"""Whom to call, and about what: a missing or wrong datum, a vacant seat, a training, a visit.

Only who serves in a body that is in office is called, or is a reserve of it: about his own data, or
as the next in rank for a vacant seat. A suspended member is told nothing. Who has no number is
called through the chair of his body, or of the body above it.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

import numpy as np

from adhoc_cli.checklist.board import State
from adhoc_cli.checklist.of_roster import journal_of
from adhoc_cli.checklist.place import PlaceList, Tick, place_lists
from adhoc_cli.engine.run import run_rules
from adhoc_cli.models.codes import within
from adhoc_cli.models.finding import Finding, Personal, Region
from adhoc_cli.profiles.calendar import Calendar, OutOfTerm
from adhoc_cli.profiles.replacement import Pleno
from adhoc_cli.reports.candidates import Candidate, Why
from adhoc_cli.reports.chairs import Chairs
from adhoc_cli.reports.persons import Post, Someone, post_of, someone
from adhoc_cli.reports.successors import Proposal, Vacancy, fill, find_successors
from adhoc_cli.roster.contacts import phone_of
from adhoc_cli.roster.roster import Roster
from adhoc_cli.rules.events import Event
from adhoc_cli.rules.registry import choose
from adhoc_cli.rules.trainings import Attended, Came, attended, in_service
from adhoc_cli.tables.texts import Mask

URGENT = (State.OVERDUE, State.DUE)
# What only the person can say, in the order of the form; the office itself knows all else.
_OWN = ("nama", "nik", "jenis_kelamin", "tanggal_lahir", "telepon", "alamat", "pendidikan")
_ASKED = ("nik", "jenis_kelamin", "tanggal_lahir", "telepon")  # an empty cell is asked for
_VALUES = "V"  # the family of rules on what stands in a cell
_SILENT = {Why.UNREACHABLE}


class About(StrEnum):
    """What people are called about."""

    DATA = "data"
    VACANCY = "vacancy"
    BIMTEK = "bimtek"
    COORDINATION = "coordination"


# -- what there is to say --------------------------------------------------------------------------


class Lacking(NamedTuple):
    """A column of somebody's own row that is empty, or `wrong`."""

    column: str
    wrong: bool


class NumberOf(NamedTuple):
    """Somebody whose own number is not known: whoever is called is to ask for it."""

    who: Someone


class Offer(NamedTuple):
    """A vacant seat, for the one who is next in rank; `tied` where others have the same rank, and
    there are fewer seats."""

    vacancy: Vacancy
    candidate: Candidate
    tied: bool


class Gap(NamedTuple):
    """Seats that nobody on the list can take, for whoever has to propose somebody; whose `pleno`
    decides, None where none does, as with a secretariat."""

    post: Post
    seats: int
    pleno: Pleno | None


class Invitation(NamedTuple):
    """A training to come, or one that somebody `missed`."""

    event: Event
    missed: bool


class Meeting(NamedTuple):
    """Somebody whom a body has to meet at a place."""

    post: Post
    tick: Tick


Matter = Lacking | NumberOf | Offer | Gap | Invitation | Meeting


@dataclass(frozen=True, slots=True)
class Call:
    """One person to call; `who` is None where the roster has nobody, and `post` then the one it is
    about. `sex` is "L", "P", or None where nothing says it."""

    who: Someone | None
    phone: Personal | None
    sex: str | None
    post: Post
    kecamatan: Region
    matters: Sequence[Matter]


@dataclass(frozen=True, slots=True)
class Calls:
    """The result of `adhoc message`. `outside` are bodies that are not in office, `unreadable` the
    required files that could not be read; `untold` says that bimtek.csv tells of no event. `absent`
    are columns that nobody was asked for, as the roster has no cell in them."""

    about: About
    calendar: Calendar
    calls: Sequence[Call] = ()
    outside: Sequence[OutOfTerm] = ()
    unreadable: Sequence[str] = ()
    untold: bool = False
    absent: Sequence[str] = ()

    @property
    def without_number(self) -> int:
        """How many of them have no number that can be called."""
        return sum(call.phone is None for call in self.calls)


def calls_of(
    roster: Roster, about: About, *, region: str | None = None, bodies: Sequence[str] = ()
) -> Calls:
    """Whom to call about something, by place; in `region` (a dotted code) and of `bodies` only,
    where these are given. Raises `JournalUnreadable` about coordination."""
    day = roster.calendar
    if roster.without:
        return Calls(about, day, unreadable=roster.without)
    book = _Book(roster, region, tuple(bodies))
    _FINDERS[about](book)
    calls = sorted(book.calls(), key=lambda call: _order(roster, call))
    outside = day.outside_of(bodies or roster.expected_bodies)
    untold = about is About.BIMTEK and not attended(roster)
    absent = _absent(roster) if about is About.DATA else ()
    return Calls(about, day, calls, outside, untold=untold, absent=absent)


def _order(roster: Roster, call: Call) -> tuple[str, int, str, int]:
    bodies = list(roster.profile.badan)
    post = call.post
    return call.kecamatan.code, bodies.index(post.body), post.region.code, post.tps or 0


@dataclass
class _Book:
    """What was found, by the row of whoever is to be called; `others` have no row to be found by,
    or nobody is there to be called."""

    roster: Roster
    region: str | None
    bodies: Sequence[str]
    by_row: dict[int, list[Matter]] = field(default_factory=dict)
    others: list[Call] = field(default_factory=list)
    nobody: dict[Post, list[Matter]] = field(default_factory=dict)

    def has(self, body: str, code: str) -> bool:
        """Whether a body in a place was asked for."""
        return (not self.bodies or body in self.bodies) and within(code, self.region)

    def phone(self, row: int) -> Personal | None:
        """The number of a row."""
        return phone_of(self.roster.members, row)

    def tell(self, row: int, *matters: Matter) -> None:
        """Note what the person of a row is to be told."""
        self.by_row.setdefault(row, []).extend(matters)

    def tell_first(self, rows: Iterable[int], post: Post, *matters: Matter) -> None:
        """The same for the first of several who has a number; without one for the first of them,
        and where there is nobody, for nobody."""
        known = list(rows)
        if known:
            self.tell(next(filter(self.phone, known), known[0]), *matters)
        else:
            self.nobody.setdefault(post, []).extend(matters)

    def calls(self) -> Iterator[Call]:
        """All of them."""
        yield from self.others
        members, above = self.roster.members, self.roster.places.above
        for row, matters in self.by_row.items():
            who, sex = someone(self.roster, row), members.value("jenis_kelamin", row)
            kecamatan = above(who.post.region.code)
            yield Call(who, self.phone(row), sex, who.post, kecamatan, matters)
        for post, matters in self.nobody.items():
            yield Call(None, None, None, post, above(post.region.code), matters)


# -- data ------------------------------------------------------------------------------------------


def _data(book: _Book) -> None:
    roster, chairs = book.roster, Chairs(book.roster)
    for row, lacks in sorted(_lacking(roster).items()):
        post = post_of(roster, row)
        if not book.has(post.body, post.region.code):
            continue
        ask = None if book.phone(row) else next(filter(book.phone, chairs.of(post)), None)
        if ask is None:
            book.tell(row, *lacks)
        else:
            book.tell(ask, NumberOf(someone(roster, row)))


def _lacking(roster: Roster) -> Mapping[int, Sequence[Lacking]]:
    """By row of those who serve or are reserves, what is missing or wrong in it."""
    members, absent = roster.members, _absent(roster)
    found: dict[int, dict[str, bool]] = {}
    in_office = [body in roster.bodies_in_office for body in members["badan"].value_list]
    waiting = members.reserve & members["badan"].value_in(np.array(in_office, bool))
    asked = in_service(roster) | waiting
    for column in _ASKED:
        if column not in absent:
            for row in np.flatnonzero(asked & members[column].empty).tolist():
                found.setdefault(row, {})[column] = False
    for row, column in _wrong(roster, asked):
        found.setdefault(row, {})[column] = True
    return {
        row: [Lacking(column, columns[column]) for column in _OWN if column in columns]
        for row, columns in found.items()
    }


def _absent(roster: Roster) -> Sequence[str]:
    """What the roster has for nobody: a form that never asked for it, not somebody's fault."""
    members = roster.members
    return [one for one in _ASKED if not (one in members and members[one].known.any())]


def _wrong(roster: Roster, asked: Mask) -> Iterator[tuple[int, str]]:
    """Row and column of what the rules on values find in the rows of those who are asked."""
    results = run_rules(roster, choose([_VALUES]), None).rules
    findings = [one for result in results for one in result.findings if one.column in _OWN]
    rows = _rows_at(roster, findings, asked)
    for one in findings:
        row, column = rows.get((one.file, one.line)), str(one.column)
        if row is not None and not roster.members[column].is_empty(row):
            yield row, column


def _rows_at(
    roster: Roster, findings: Sequence[Finding], asked: Mask
) -> Mapping[tuple[str | None, int | None], int]:
    """Their rows by file and line, as far as findings name them."""
    members = roster.members
    lines = np.array([one.line or 0 for one in findings], np.int64)
    told = np.flatnonzero(asked & np.isin(members.line, lines)).tolist()
    return {members.where(row): row for row in told}


# -- vacant seats ----------------------------------------------------------------------------------


def _vacancy(book: _Book) -> None:
    chairs = Chairs(book.roster)
    found = find_successors(book.roster, region=book.region, bodies=book.bodies)
    for vacancy in found.vacancies:
        proposals = _next(vacancy)
        post, kecamatan = vacancy.post, book.roster.places.above(vacancy.post.region.code)
        for proposal in proposals:
            for one in proposal.candidates:
                offer = (Offer(vacancy, one, proposal.tied),)
                book.others.append(Call(one.who, one.phone, one.sex, post, kecamatan, offer))
        left = vacancy.undecided - sum(proposal.seats for proposal in proposals)
        if left:
            book.tell_first(chairs.proposing(post), post, Gap(post, left, vacancy.law.pleno))


def _next(vacancy: Vacancy) -> Sequence[Proposal]:
    """Who is next in rank. Who lacks nothing but a number is not passed over: he is to be looked
    for. Where no pleno decides (a secretariat) nobody is offered a seat."""
    if vacancy.law.pleno is None:
        return ()
    proposed = [one for proposal in vacancy.proposals for one in proposal.candidates]
    silent = [one for one in vacancy.skipped if {skip.why for skip in one.skips} == _SILENT]
    usable = sorted((*proposed, *vacancy.further, *silent), key=lambda one: one.rank or 0)
    return fill(vacancy.undecided, usable)[0]


# -- training --------------------------------------------------------------------------------------


def _bimtek(book: _Book) -> None:
    """Each to his next training; without one ahead, of the last one those who were absent."""
    roster, events = book.roster, sorted(attended(book.roster), key=lambda one: one.event.day)
    ahead = [one for one in events if one.event.day >= roster.as_of]
    told: set[int] = set()
    for one in ahead:
        told |= _invite(book, one, one.of(Came.UNKNOWN).tolist(), told, missed=False)
    for one in reversed(events[: len(events) - len(ahead)]):
        _invite(book, one, one.of(Came.ABSENT).tolist(), told, missed=True)
        told |= set(one.expected[one.came != Came.UNKNOWN].tolist())


def _invite(
    book: _Book, one: Attended, rows: Sequence[int], told: set[int], *, missed: bool
) -> set[int]:
    """Tell those of these rows who were told of no other event; return who they are."""
    fresh = {row for row in rows if row not in told}
    for row in sorted(fresh):
        post = post_of(book.roster, row)
        if book.has(post.body, post.region.code):
            book.tell(row, Invitation(one.event, missed))
    return fresh


# -- coordination ----------------------------------------------------------------------------------


def _coordination(book: _Book) -> None:
    roster, chairs = book.roster, Chairs(book.roster)
    places = roster.places
    codes = [*places.kecamatan.codes, *places.desa.codes]
    inside = [code for code in codes if within(code, book.region)]
    bodies = [body for body in roster.bodies_in_office if not book.bodies or body in book.bodies]
    for listed in place_lists(roster, journal_of(roster), inside, bodies=bodies):
        for post, meetings in _meetings(listed).items():
            book.tell_first(chairs.of(post), post, *meetings)


def _meetings(listed: PlaceList) -> Mapping[Post, Sequence[Meeting]]:
    """Whom the bodies of a place have still to meet, those of one body together."""
    found: dict[Post, list[Meeting]] = {}
    for tick in listed.ticks:
        if tick.state in URGENT and tick.ended is None:
            post = Post(tick.planned.item.badan, listed.region)
            found.setdefault(post, []).append(Meeting(post, tick))
    return found


_FINDERS: Mapping[About, Callable[[_Book], None]] = {
    About.DATA: _data,
    About.VACANCY: _vacancy,
    About.BIMTEK: _bimtek,
    About.COORDINATION: _coordination,
}
