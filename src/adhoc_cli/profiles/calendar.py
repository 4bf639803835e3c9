"""Where a day stands in the calendar of an election: before the oath of a body, within its term,
or after it. Every rule and command that speaks of seats asks here.

A body that is not sworn in yet has no vacant seats, and one whose term has ended has none either.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from adhoc_cli.models.report import Reason
from adhoc_cli.profiles.model import Body, Profile


class Standing(StrEnum):
    """Where a day stands for a body."""

    BEFORE = "before"  # its oath is still to come
    IN_OFFICE = "in_office"
    AFTER = "after"  # its term is over


def standing(body: Body, day: date) -> Standing:
    """Where `day` stands for a body, which is in office from its first oath in any place to its
    last day in any."""
    return standing_in(body.first_oath, body.last_term, day)


def standing_in(first: date | None, last: date | None, day: date) -> Standing:
    """Where `day` stands in a term; without an oath, or an end, it goes on on that side."""
    if first is not None and day < first:
        return Standing.BEFORE
    if last is not None and day > last:
        return Standing.AFTER
    return Standing.IN_OFFICE


class OutOfTerm(NamedTuple):
    """A body that is not in office: `day` is its oath to come, or the last day of its term."""

    body: str
    standing: Standing
    day: date


class Calendar(NamedTuple):
    """Where a day stands in an election. `in_office` are the bodies that serve on it, secretariats
    among them, `outside` the others, both in the profile's order; of those that are `undated` the
    profile knows neither oath nor end, so that they are asked for, but not said to serve."""

    profile: str
    day: date
    voting: date
    in_office: tuple[str, ...]
    outside: tuple[OutOfTerm, ...]
    secretariats: frozenset[str] = frozenset()
    undated: frozenset[str] = frozenset()

    @property
    def to_voting(self) -> int:
        """The n of "H+n": days from voting day, negative before it."""
        return (self.day - self.voting).days

    @property
    def serving(self) -> tuple[str, ...]:
        """The bodies known to be in office that are no secretariat: those go with their own."""
        unnamed = self.secretariats | self.undated
        return tuple(name for name in self.in_office if name not in unnamed)

    @property
    def next_oath(self) -> OutOfTerm | None:
        """The body whose oath comes next."""
        ahead = (one for one in self.outside if one.standing is Standing.BEFORE)
        return min(ahead, key=lambda one: one.day, default=None)

    @property
    def over_since(self) -> date | None:
        """The last day of the last term, once no body is in office any more and none is to come."""
        if self.in_office or self.next_oath is not None:
            return None
        return max((one.day for one in self.outside), default=None)

    def outside_of(self, bodies: Collection[str]) -> tuple[OutOfTerm, ...]:
        """Those of `bodies` that are not in office."""
        return tuple(one for one in self.outside if one.body in bodies)


def calendar_of(profile: Profile, day: date) -> Calendar:
    """Where `day` stands in the election of `profile`."""
    found = {name: standing(body, day) for name, body in profile.badan.items()}
    return Calendar(
        profile.nama,
        day,
        profile.hari_pemungutan_suara,
        tuple(name for name, where in found.items() if where is Standing.IN_OFFICE),
        tuple(_outside(profile, found)),
        frozenset(name for name, body in profile.badan.items() if body.is_secretariat),
        frozenset(
            name
            for name, body in profile.badan.items()
            if body.first_oath is None and body.last_term is None
        ),
    )


def outside(bodies: Iterable[OutOfTerm]) -> Reason | None:
    """Bodies that are not in office, each with its oath to come or the end of its term, as a
    reason; in texts, so that the memory of a report can keep it."""
    params = {one.body: f"{one.standing} {one.day.isoformat()}" for one in bodies}
    return Reason("out_of_term", params) if params else None


def _outside(profile: Profile, found: Mapping[str, Standing]) -> Iterator[OutOfTerm]:
    for name, where in found.items():
        body = profile.badan[name]
        day = body.first_oath if where is Standing.BEFORE else body.last_term
        if where is not Standing.IN_OFFICE and day is not None:
            yield OutOfTerm(name, where, day)
