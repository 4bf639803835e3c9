"""What several documents say: places, people, files, seats."""

from datetime import date
from typing import Annotated

from pydantic import Field

from adhoc_cli.output.models.base import Count, From, Masked, Out, Values
from adhoc_cli.reports.quota import UnitSeats


class RegionOut(Out):
    """A place."""

    code: str
    """Dotted: 33.23.01.2001."""
    name: str
    """Empty where no file names it."""


class TextsOut(Out):
    """A text in both languages."""

    id: str
    en: str


class PersonOut(Out):
    """Whom something is about."""

    name: str
    nik: Masked | None


class PostOut(Out):
    """Where somebody stands."""

    body: str
    region: RegionOut
    tps: int | None


class SomeoneOut(Out):
    """A person as one row has it."""

    name: Annotated[str, From("person.name")]
    nik: Annotated[Masked | None, From("person.nik")]
    role: str | None
    status: str
    rank: int | None
    file: str
    line: int


class OutsideOut(Out):
    """A body that is not in office on the day: nothing is said of its seats."""

    body: str
    standing: str
    """`before` its oath, or `after` its term."""
    day: date
    """The oath, or the last day of the term."""


class WaitingOut(SomeoneOut):
    """A suspended member: the seat is not vacant before the decree."""

    post: PostOut


class UncountedOut(Out):
    """A body whose units cannot be told."""

    body: str
    needs: str
    """The file that would tell them."""


class TallyOut(Out):
    """The seats of one body over some units."""

    units: Count
    complete: Count
    """Units that have all their seats filled, and none too many."""
    required: Count
    filled: Count
    vacant: Count
    excess: Count
    suspended: Count
    """Of those filled: members who wait for the decree on their dismissal."""


class HolderOut(Out):
    """Somebody who serves."""

    name: str
    role: str
    phone: Masked | None


class ContactOut(Out):
    """Somebody to call."""

    name: str
    role: str
    rank: int | None
    phone: Masked | None


class _Where(Out):
    body: str
    per: str
    region: RegionOut
    tps: int | None


class UnitOut(TallyOut, _Where):
    """The seats of a body at a place."""

    part = "tally", TallyOut
    present: list[HolderOut] = Field(default_factory=list)
    """Who serves there; only with `--short`, and not in a public report."""
    call: list[ContactOut] = Field(default_factory=list)
    """The reserves by rank, else the heads of the place; there where `present` is."""

    @classmethod
    def besides(cls, source: UnitSeats) -> Values:
        return {"present": source.present, "call": source.call} if source.names_people else {}
