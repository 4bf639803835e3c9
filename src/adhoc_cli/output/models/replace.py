"""`adhoc.replace/1` and `adhoc.letters/1`: vacancies, who comes next, and the drafts about them."""

from collections.abc import Iterable
from datetime import date
from typing import Annotated, Literal

from adhoc_cli.output.models.base import (
    ITSELF,
    Count,
    DatedOut,
    DocumentOut,
    Each,
    From,
    Masked,
    OrNone,
    Out,
)
from adhoc_cli.output.models.shared import OutsideOut, PostOut, SomeoneOut, UncountedOut, WaitingOut
from adhoc_cli.reports.candidates import Note, Why


class SkipOut(Out):
    """A reason for which a candidate is skipped."""

    why: Why
    post: PostOut | None
    """Where the candidate serves, or is proposed for."""
    status: str | None
    number: int | None
    """The age on voting day."""
    message: Annotated[str, From(lambda skip, speaker: speaker.skip(skip))]


class NoteOut(Out):
    """Something to look at before a candidate is asked."""

    note: Note
    post: PostOut | None
    number: int | None
    message: Annotated[str, From(lambda note, speaker: speaker.note(note))]


class CandidateOut(SomeoneOut):
    """Somebody on the list of a unit."""

    part = "who", SomeoneOut
    phone: Masked | None
    skips: list[SkipOut]
    """Empty for one who can take a seat."""
    notes: Annotated[list[NoteOut], From("checks")]


class FormerOut(SomeoneOut):
    """Somebody who served in the unit and left."""

    part = "who", SomeoneOut
    reason: str | None
    day: date | None
    decree: str | None


class ProposalOut(Out):
    """Who is proposed for so many seats: as many candidates, or more who are tied."""

    seats: Count
    tied: bool
    candidates: list[CandidateOut]


class ProvisionOut(Out):
    """What the law says."""

    what: Annotated[
        Literal["decides", "method", "besides", "exhausted"], From(lambda pair, _: pair[0])
    ]
    key: Annotated[str, From(lambda pair, _: pair[1].key)]
    basis: Annotated[str | None, From(lambda pair, _: pair[1].basis), OrNone]
    source: Annotated[str | None, From(lambda pair, _: pair[1].source), OrNone]
    level: Annotated[str | None, From(lambda pair, _: pair[1].level)]
    message: Annotated[str, From(lambda pair, speaker: speaker.words(pair[1].words))]


class VacancyOut(PostOut):
    """A unit with vacant seats."""

    part = "post", PostOut
    required: Count
    filled: Count
    vacant: Count
    proposed: Count
    open: Count
    """Seats that nobody on the list can take."""
    chair_vacant: bool
    former: list[FormerOut]
    coming: list[CandidateOut]
    """Those appointed who have not begun: for their seats nobody is proposed."""
    proposals: list[ProposalOut]
    skipped: list[CandidateOut]
    further: list[CandidateOut]
    """Those who could take a seat and are not needed."""
    law: Annotated[list[ProvisionOut], From("provisions")]


class UnitReserveOut(PostOut):
    """The reserve of one unit."""

    part = "post", PostOut
    vacant: Count
    wanted: Count
    """What the profile asks for."""
    listed: Count
    usable: Count
    """Of those listed, who could take a seat today."""
    left: Count
    """Who could still step in once the vacant seats are filled."""


class BodyReserveOut(Out):
    """The reserve of one body over its units."""

    body: str
    wanted: Count
    listed: Count
    usable: Count
    empty: Count
    """Units with nobody usable."""
    short: Count
    """Units whose list is too short for the seats that are vacant now."""


class ReplaceSummaryOut(Out):
    """The vacancies of all units."""

    vacancies: Annotated[Count, From(lambda found, _: len(found.vacancies))]
    vacant: Count
    proposed: Count
    open: Count
    reserves: list[BodyReserveOut]


class ReplaceOut(DatedOut):
    """What `adhoc replace --format json` says."""

    schema_: Literal["adhoc.replace/1"]
    summary: Annotated[ReplaceSummaryOut, ITSELF]
    outside: list[OutsideOut]
    uncounted: list[UncountedOut]
    waiting: list[WaitingOut]
    """Suspended members: their seats are not vacant."""
    absent: list[str]
    """Columns that the roster lacks, and that something stays unchecked for."""
    unreadable: list[str]
    vacancies: Annotated[Iterable[VacancyOut], Each("vacancy")]
    reserves: Annotated[
        Iterable[UnitReserveOut],
        Each("reserve"),
        From(lambda found, _: (unit for body in found.reserves for unit in body.units)),
    ]


class LetterOut(PostOut):
    """A draft, and to whom."""

    part = "post", PostOut
    name: Annotated[str | None, From("to.who.person.name")]
    phone: Annotated[Masked | None, From("to.phone")]
    text: str


class LettersOut(DocumentOut):
    """What `adhoc replace --letter NAME --format json` says."""

    schema_: Literal["adhoc.letters/1"]
    letter: str
    letters: Annotated[Iterable[LetterOut], Each("letter")]
