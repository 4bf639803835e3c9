"""The candidates for vacant seats: who is on the list of a unit, and what keeps one from a seat."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from adhoc_cli.models.finding import Personal
from adhoc_cli.models.names import name_key
from adhoc_cli.reports.persons import Post, Someone, post_of, someone
from adhoc_cli.roster.contacts import phone_of
from adhoc_cli.roster.leaving import not_waiting
from adhoc_cli.roster.repeats import ByKey
from adhoc_cli.roster.roster import Roster
from adhoc_cli.roster.seats import Count
from adhoc_cli.rules.ages import ages, day_number, day_numbers, reference_days
from adhoc_cli.tables.texts import Mask


class Why(StrEnum):
    """Why a candidate is skipped."""

    NO_RANK = "no_rank"  # cannot be placed
    EXCLUDED = "excluded"  # resigned, dismissed, …; `status` says what
    LEFT = "left"  # waits by the status, but withdrew or died as the row says (P804)
    SEATED = "seated"  # serves elsewhere, in a term that overlaps; `post` says where
    REPEATED = "repeated"  # stands on this list already, with a better rank
    PROPOSED = "proposed"  # proposed for another vacancy; `post` says which
    UNDER_AGE = "under_age"  # on voting day; `number` says how old then
    UNREACHABLE = "unreachable"  # no phone number


class Note(StrEnum):
    """What to look at before a candidate is asked; no reason to skip."""

    NO_NIK = "no_nik"  # seats elsewhere could not be looked for
    PERHAPS_SEATED = "perhaps_seated"  # somebody with this name and birth date serves elsewhere
    AGE_UNKNOWN = "age_unknown"  # no birth date that can be read
    UNDER_AGE_TODAY = "under_age_today"  # old enough on voting day, not yet today
    OVER_AGE = "over_age"  # above the age that is preferred
    PHONE_UNREADABLE = "phone_unreadable"  # something is written, and it is no mobile number
    PHONE_UNKNOWN = "phone_unknown"  # the roster has no column for it
    BEGINS = "begins"  # appointed already; `day` says from when


class Skip(NamedTuple):
    """A reason for which a candidate is skipped, with its data."""

    why: Why
    post: Post | None = None
    status: str | None = None
    number: int | None = None


class Check(NamedTuple):
    """Something to look at, with the post, the number or the day that it is about."""

    note: Note
    post: Post | None = None
    number: int | None = None
    day: date | None = None


class Candidate(NamedTuple):
    """Somebody on the list of a unit: `skips` is empty for one who can take a seat."""

    who: Someone
    phone: Personal | None
    skips: tuple[Skip, ...] = ()
    checks: tuple[Check, ...] = ()
    sex: str | None = None  # "L", "P"; None where the row does not say it

    @property
    def rank(self) -> int | None:
        """The rank of the selection."""
        return self.who.rank


@dataclass(frozen=True, slots=True)
class Former:
    """Somebody who served in the unit and left, as far as the roster says it."""

    who: Someone
    reason: str | None
    day: date | None
    decree: str | None


@dataclass
class Lists:
    """The lists of all units as masks over the rows of `anggota`, and who was proposed so far."""

    roster: Roster
    _proposed: dict[str, Post] = field(default_factory=dict)

    # -- whole columns -----------------------------------------------------------------------------

    @cached_property
    def _gone(self) -> Mask:
        """Accepted rows of people who neither hold a seat nor wait, or whose status cannot be
        read."""
        members = self.roster.members
        return (
            members.accepted
            & members.named
            & ~members.active
            & ~members.reserve
            & ~members.suspended
        )

    @cached_property
    def left(self) -> Mask:
        """Of them, those who served: they began one day, or their rank gave them a seat."""
        members = self.roster.members
        told = self._gone & members["status"].known if "status" in members else self._gone
        return told & (members.known("tanggal_mulai") | ~self._beyond_the_seats)

    @cached_property
    def listed(self) -> Mask:
        """The reserves, and those who were one and are excluded now."""
        return self.roster.members.reserve | (self._gone & ~self.left)

    @cached_property
    def coming(self) -> Mask:
        """Rows of people who are appointed to a seat and have not begun (P804)."""
        members = self.roster.members
        gone = dict(members.left)
        coming = gone.pop("ahead", np.zeros(len(members), bool))
        return np.asarray(
            np.logical_and.reduce([coming, members.role_fits, *map(np.invert, gone.values())])
        )

    @cached_property
    def _beyond_the_seats(self) -> Mask:
        """Rows whose rank is higher than a unit of the body has seats."""
        most = self.roster.members.of_bodies(lambda body: body.kursi.maks, 0)
        return np.asarray(self._ranks > most, dtype=bool)

    @cached_property
    def _ranks(self) -> Count:
        return self.roster.members.numbers("peringkat")

    @property
    def _niks(self) -> Count:
        return self.roster.members.nik_numbers

    @cached_property
    def _births(self) -> NDArray[np.int32]:
        """Days of birth as numbers (`rules.ages`), 0 for none."""
        return day_numbers(self.roster.members.dates("tanggal_lahir"))

    @cached_property
    def under_age(self) -> Mask:
        """Rows of people too young for their body on voting day, or the day the profile says."""
        least = self.roster.members.of_bodies(lambda body: body.usia_min or 0, 0)
        # Without a birth date the age comes out as 2,000 years and more: nobody's reason to skip.
        return np.asarray(ages(reference_days(self.roster), self._births) < least, dtype=bool)

    @cached_property
    def withdrawn(self) -> Mask:
        """Rows of reserves who withdrew or died, as something beside their status says."""
        members = self.roster.members
        found = not_waiting(members, members.reserve, members.by_name).values()
        return np.asarray(np.logical_or.reduce([*found]), dtype=bool)

    @cached_property
    def unreachable(self) -> Mask:
        """Rows without a phone number, where the roster has a column for it."""
        members = self.roster.members
        return members["telepon"].empty if "telepon" in members else np.zeros(len(members), bool)

    @cached_property
    def usable(self) -> Mask:
        """Reserves whom nothing in their row, and no seat elsewhere, keeps from stepping in."""
        ranked = self.roster.members.reserve & (self._ranks >= 0)
        usable = ranked & ~self.withdrawn & ~self.under_age & ~self.unreachable
        usable[list(self._seats_elsewhere)] = False
        return usable

    @cached_property
    def _seats_elsewhere(self) -> dict[int, tuple[int, ...]]:
        """By row of a candidate, the rows under the same NIK that serve in an overlapping term."""
        niks, known = self._niks, self._niks >= 0
        mine = np.flatnonzero(self.listed & known)
        members = self.roster.members
        active = np.flatnonzero((members.active | members.suspended) & known)
        active = active[np.isin(niks[active], niks[mine])]
        serving = ByKey(niks, active)
        found: dict[int, tuple[int, ...]] = {}
        for row in mine[np.isin(niks[mine], niks[active])].tolist():
            start, end = self._term_ahead(row)
            seats = serving.of(int(niks[row])).tolist()
            overlapping = tuple(seat for seat in seats if self._term_meets(seat, start, end))
            if overlapping:
                found[row] = overlapping
        return found

    def _term_ahead(self, row: int) -> tuple[date, date]:
        """The days that a candidate would serve: from today, or the oath, to the end of term."""
        body = self.roster.profile.badan[self.roster.members.value("badan", row)]
        code = self.roster.members.value("kode_wilayah", row) or ""
        start = max(self.roster.as_of, body.oath_in(code) or date.min)
        return start, max(start, body.term_in(code) or date.max)

    def _term_meets(self, row: int, start: date, end: date) -> bool:
        """Whether a member serves on any of these days: by the row's own dates, else the body's.
        Where the row ends before it begins neither of its dates can be relied on."""
        members = self.roster.members
        body = self.roster.profile.badan[members.value("badan", row)]
        own = members.value("tanggal_mulai", row), members.value("tanggal_selesai", row)
        if None not in own and own[1] < own[0]:
            own = None, None
        code = members.value("kode_wilayah", row) or ""
        begins = own[0] or body.oath_in(code) or date.min
        ends = own[1] or body.term_in(code) or date.max
        return bool(begins <= end and ends >= start)

    # -- one row -----------------------------------------------------------------------------------

    def candidates(self, rows: Sequence[int]) -> list[Candidate]:
        """The candidates of one unit by rank; who has none stands at the end."""
        ranked = sorted(rows, key=lambda row: (self._ranks[row] < 0, self._ranks[row], row))
        seen: set[int] = set()
        made = []
        for row in ranked:
            nik = int(self._niks[row])
            made.append(self._candidate(row, repeated=nik in seen))
            if nik >= 0:
                seen.add(nik)
        return made

    def _candidate(self, row: int, *, repeated: bool) -> Candidate:
        who = someone(self.roster, row)
        skips = tuple(self._skips(row, who, repeated=repeated))
        members = self.roster.members
        sex = members.value("jenis_kelamin", row)
        return Candidate(who, phone_of(members, row), skips, tuple(self._checks(row)), sex)

    def _skips(self, row: int, who: Someone, *, repeated: bool) -> Iterator[Skip]:
        if not self.roster.members.reserve[row]:
            yield Skip(Why.EXCLUDED, status=who.status)
        if self.withdrawn[row]:
            yield Skip(Why.LEFT)
        for seat in self._seats_elsewhere.get(row, ()):
            yield Skip(Why.SEATED, post_of(self.roster, seat))
        if repeated:
            yield Skip(Why.REPEATED)
        nik = who.person.nik
        if nik is not None and nik.value in self._proposed and not repeated:
            yield Skip(Why.PROPOSED, self._proposed[nik.value])
        if self.under_age[row]:
            yield Skip(Why.UNDER_AGE, number=self._age(row, self._reference(row)))
        if self._ranks[row] < 0:
            yield Skip(Why.NO_RANK)
        if self.unreachable[row]:
            yield Skip(Why.UNREACHABLE)

    def _checks(self, row: int) -> Iterator[Check]:
        if self._niks[row] < 0:
            yield Check(Note.NO_NIK)
        for seat in self._perhaps_seated(row):
            yield Check(Note.PERHAPS_SEATED, post_of(self.roster, seat))
        yield from self._age_checks(row)
        members = self.roster.members
        if "telepon" not in members:
            yield Check(Note.PHONE_UNKNOWN)
        elif members["telepon"].is_refused(row):
            yield Check(Note.PHONE_UNREADABLE)

    def _age_checks(self, row: int) -> Iterator[Check]:
        body = self.roster.profile.badan[self.roster.members.value("badan", row)]
        if body.usia_min is None and body.usia_maks is None:
            return
        if not self._births[row]:
            yield Check(Note.AGE_UNKNOWN)
            return
        today, then = self._age(row, self.roster.as_of), self._age(row, self._reference(row))
        if body.usia_min is not None and today < body.usia_min <= then:
            yield Check(Note.UNDER_AGE_TODAY, number=today)
        if body.usia_maks is not None and then > body.usia_maks:
            yield Check(Note.OVER_AGE, number=then)

    def _reference(self, row: int) -> date:
        body = self.roster.profile.badan[self.roster.members.value("badan", row)]
        return body.usia_pada or self.roster.profile.hari_pemungutan_suara

    def _age(self, row: int, day: date) -> int:
        return int(ages(day_number(day), self._births[[row]])[0])

    def _perhaps_seated(self, row: int) -> list[int]:
        """Members of the same name and birth date under another NIK, or none."""
        members = self.roster.members
        name, born = members["nama"].text(row), self._births[row]
        same_day = self._born_on.of(int(born)).tolist() if born else []
        return [
            other
            for other in same_day
            if (self._niks[other] != self._niks[row] or self._niks[row] < 0)
            and name_key(members["nama"].text(other)) == name_key(name)
        ]

    @cached_property
    def _born_on(self) -> ByKey:
        """The rows of those who serve, by their day of birth."""
        serving = np.flatnonzero(self.roster.members.serving & (self._births > 0))
        return ByKey(self._births.astype(np.int64), serving)

    def appointed(self, row: int) -> Candidate:
        """Somebody who has not begun."""
        begins = Check(Note.BEGINS, day=self.roster.members.value("tanggal_mulai", row))
        return self._candidate(row, repeated=False)._replace(skips=(), checks=(begins,))

    def former(self, row: int) -> Former:
        """Somebody who left: of the day and the decree only what is about the leave, not the end of
        the term or the appointment."""
        members, leaving = self.roster.members, self.roster.members.leaving
        return Former(
            someone(self.roster, row),
            members.value("alasan", row),
            members.value("tanggal_selesai", row) if leaving.day[row] else None,
            members.value("nomor_sk", row) if leaving.decree[row] else None,
        )

    def take(self, post: Post, candidates: Iterable[Candidate]) -> None:
        """Note who is proposed: nobody can be for two places. That holds for the tied as well,
        of whom it is not known yet who comes in."""
        for candidate in candidates:
            if candidate.who.person.nik is not None:
                self._proposed[candidate.who.person.nik.value] = post
