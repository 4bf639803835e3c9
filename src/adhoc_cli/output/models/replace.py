"""`adhoc.replace/1` and `adhoc.letters/1`: vacancies, who comes next, and the drafts about them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import Field

from adhoc_cli.output.models.base import Count, DocumentOut, Each, Masked, Out, Values
from adhoc_cli.output.models.shared import PostOut, RegionOut, SomeoneOut, UncountedOut
from adhoc_cli.output.people import check_text, skip_text
from adhoc_cli.output.speaker import Speaker
from adhoc_cli.profiles.replacement import Provision
from adhoc_cli.reports.candidates import Candidate, Check, Former, Note, Skip, Why
from adhoc_cli.reports.letters.drafts import Draft
from adhoc_cli.reports.persons import Someone
from adhoc_cli.reports.successors import Successors, Vacancy


class SkipOut(Out):
    """A reason for which a candidate is skipped."""

    why: Why
    post: PostOut | None
    """Where the candidate serves, or is proposed for."""
    status: str | None
    number: int | None
    """The age on voting day."""
    message: str

    @classmethod
    def values_of(cls, source: Skip, speaker: Speaker) -> Values:
        return {"message": skip_text(source, speaker)}


class NoteOut(Out):
    """Something to look at before a candidate is asked."""

    note: Note
    post: PostOut | None
    number: int | None
    message: str

    @classmethod
    def values_of(cls, source: Check, speaker: Speaker) -> Values:
        return {"message": check_text(source, speaker)}


class CandidateOut(SomeoneOut):
    """Somebody on the list of a unit."""

    phone: Masked | None
    skips: list[SkipOut]
    """Empty for one who can take a seat."""
    notes: list[NoteOut]

    @classmethod
    def values_of(cls, source: Candidate, speaker: Speaker) -> Values:
        return {**_someone(source.who, speaker), "notes": source.checks}


class FormerOut(SomeoneOut):
    """Somebody who served in the unit and left."""

    reason: str | None
    day: date | None
    decree: str | None

    @classmethod
    def values_of(cls, source: Former, speaker: Speaker) -> Values:
        return _someone(source.who, speaker)


def _someone(who: Someone, speaker: Speaker) -> dict[str, Any]:
    return SomeoneOut.collected(who, SomeoneOut.values_of(who, speaker))


class ProposalOut(Out):
    """Who is proposed for so many seats: as many candidates, or more who are tied."""

    seats: Count
    tied: bool
    candidates: list[CandidateOut]


class ProvisionOut(Out):
    """What the law says."""

    what: Literal["decides", "method", "besides", "exhausted"]
    key: str
    basis: str | None
    source: str | None
    level: str | None
    message: str


class VacancyOut(PostOut):
    """A unit with vacant seats."""

    required: Count
    filled: Count
    vacant: Count
    proposed: Count
    open: Count
    """Seats that nobody on the list can take."""
    chair_vacant: bool
    former: list[FormerOut]
    proposals: list[ProposalOut]
    skipped: list[CandidateOut]
    further: list[CandidateOut]
    """Those who could take a seat and are not needed."""
    law: list[ProvisionOut]

    @classmethod
    def values_of(cls, source: Vacancy, speaker: Speaker) -> Values:
        law = [_provision(what, part, speaker) for what, part in source.provisions]
        return {**_post(source), "law": law}


def _provision(what: str, part: Provision, speaker: Speaker) -> dict[str, Any]:
    return {
        "what": what,
        "key": part.key,
        "basis": part.basis or None,
        "source": part.source or None,
        "level": part.level,
        "message": speaker.words(part.words),
    }


def _post(one: Any) -> dict[str, Any]:
    return {key: getattr(one.post, key) for key in PostOut.model_fields}


class UnitReserveOut(PostOut):
    """The reserve of one unit."""

    vacant: Count
    wanted: Count
    """What the profile asks for."""
    listed: Count
    usable: Count
    """Of those listed, who could take a seat today."""
    left: Count
    """Who could still step in once the vacant seats are filled."""

    @classmethod
    def values_of(cls, source: Any, speaker: Speaker) -> Values:
        return _post(source)


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

    vacancies: Count
    vacant: Count
    proposed: Count
    open: Count
    reserves: list[BodyReserveOut]

    @classmethod
    def values_of(cls, source: Successors, speaker: Speaker) -> Values:
        return {"vacancies": len(source.vacancies)}


class ReplaceOut(DocumentOut):
    """What `adhoc replace --format json` says."""

    schema_: Literal["adhoc.replace/1"] = Field(serialization_alias="schema")
    profile: str
    as_of: date
    summary: ReplaceSummaryOut
    ended: list[str]
    """Bodies whose term is over."""
    uncounted: list[UncountedOut]
    absent: list[str]
    """Columns that the roster lacks, and that something stays unchecked for."""
    unreadable: list[str]
    vacancies: Annotated[Iterable[VacancyOut], Each("vacancy")]
    reserves: Annotated[Iterable[UnitReserveOut], Each("reserve")]

    @classmethod
    def values_of(cls, source: Successors, speaker: Speaker) -> Values:
        units = (unit for body in source.reserves for unit in body.units)
        return {"summary": source, "reserves": units}


class LetterOut(Out):
    """A draft, and to whom."""

    body: str
    region: RegionOut
    tps: int | None
    name: str | None
    phone: Masked | None
    text: str

    @classmethod
    def values_of(cls, source: Draft, speaker: Speaker) -> Values:
        to = source.to
        return {
            **_post(source),
            "name": to and to.who.person.name,
            "phone": to and to.phone,
        }


class LettersOut(DocumentOut):
    """What `adhoc replace --letter NAME --format json` says."""

    schema_: Literal["adhoc.letters/1"] = Field(serialization_alias="schema")
    letter: str
    letters: Annotated[Iterable[LetterOut], Each("letter")]
