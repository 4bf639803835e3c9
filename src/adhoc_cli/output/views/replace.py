"""`adhoc replace`: vacancies with who comes next, who is skipped and why, and the reserve."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from adhoc_cli.output.document import (
    Block,
    Column,
    Document,
    Entry,
    Grid,
    Heading,
    Line,
    Listing,
    Paragraph,
    Row,
    Span,
    Tone,
    line,
)
from adhoc_cli.output.speaker import Speaker
from adhoc_cli.output.view import Items, Records, View
from adhoc_cli.output.views.common import count, counted, dotted, schema, subtitle
from adhoc_cli.output.views.people import post_data, someone_data
from adhoc_cli.reports.candidates import Candidate, Check, Former, Skip
from adhoc_cli.reports.persons import Post
from adhoc_cli.reports.replacement_law import NEW_CHAIR, SUSPENSION, Provision
from adhoc_cli.reports.successors import BodyReserve, Proposal, Successors, UnitReserve, Vacancy

_PLACE = ("body", "region_code", "region_name", "tps")
_COLUMNS = (
    *_PLACE, "required", "filled", "vacant", "outcome", "rank", "name", "nik", "phone", "reasons",
    "notes", "file", "line",
)  # fmt: skip
_DEPTH = ("vacant", "wanted", "listed", "usable", "left")


class ReplaceView(View):
    """Vacancies and proposals; with `depth` the reserve of every place instead of them."""

    def __init__(
        self,
        found: Successors,
        speaker: Speaker,
        *,
        folder: str,
        depth: bool = False,
        saved: tuple[int, str] | None = None,
    ) -> None:
        self._found = found
        self._speaker = speaker
        self._folder = folder
        self._depth = depth
        self._saved = saved  # drafts that were written, and where

    @property
    def personal(self) -> bool:
        """Proposals name people and their numbers; the reserve only counts them."""
        return not self._depth

    # -- for programs ------------------------------------------------------------------------------

    def data(self) -> dict[str, Any]:
        """The document `adhoc.replace/1`."""
        found = self._found
        return {
            **schema("replace"),
            "profile": found.profile,
            "as_of": found.as_of.isoformat(),
            "summary": {
                "vacancies": len(found.vacancies),
                "vacant": found.vacant,
                "proposed": found.proposed,
                "open": found.open,
                "reserves": [_reserve_data(one) for one in found.reserves],
            },
            "ended": list(found.ended),
            "uncounted": [{"body": one.body, "needs": one.needs} for one in found.uncounted],
            "absent": list(found.absent),
            "unreadable": list(found.unreadable),
            "vacancies": Items("vacancy", map(self._vacancy_data, found.vacancies)),
            "reserves": Items("reserve", self._units()),
        }

    def _vacancy_data(self, one: Vacancy) -> dict[str, Any]:
        return {
            **post_data(one.post),
            "required": one.required,
            "filled": one.filled,
            "vacant": one.vacant,
            "proposed": one.proposed,
            "open": one.open,
            "chair_vacant": one.chair_vacant,
            "former": [self._former_data(former) for former in one.former],
            "proposals": [
                {
                    "seats": proposal.seats,
                    "tied": proposal.tied,
                    "candidates": [self._candidate_data(c) for c in proposal.candidates],
                }
                for proposal in one.proposals
            ],
            "skipped": [self._candidate_data(c) for c in one.skipped],
            "further": [self._candidate_data(c) for c in one.further],
            "law": [self._provision_data(what, part) for what, part in _law_of(one)],
        }

    def _former_data(self, one: Former) -> dict[str, Any]:
        return {
            **someone_data(one.who, self._speaker),
            "reason": one.reason,
            "day": one.day.isoformat() if one.day else None,
            "decree": one.decree,
        }

    def _candidate_data(self, one: Candidate) -> dict[str, Any]:
        return {
            **someone_data(one.who, self._speaker),
            "phone": self._speaker.plain(one.phone),
            "skips": [
                {
                    "why": str(skip.why),
                    "post": post_data(skip.post) if skip.post else None,
                    "status": skip.status,
                    "number": skip.number,
                    "message": self._skip(skip),
                }
                for skip in one.skips
            ],
            "notes": [
                {
                    "note": str(check.note),
                    "post": post_data(check.post) if check.post else None,
                    "number": check.number,
                    "message": self._check(check),
                }
                for check in one.checks
            ],
        }

    def _provision_data(self, what: str, one: Provision) -> dict[str, Any]:
        return {
            "what": what,
            "key": one.key,
            "basis": one.basis or None,
            "source": one.source or None,
            "level": one.level,
            "message": self._speaker.words(one.words),
        }

    def _units(self) -> Iterator[dict[str, Any]]:
        for body in self._found.reserves:
            for unit in body.units:
                yield {**post_data(unit.post), **{key: getattr(unit, key) for key in _DEPTH}}

    def records(self) -> Records:
        """A row a candidate, and one for seats that nobody takes; or one a place."""
        if self._depth:
            return Records((*_PLACE, *_DEPTH), self._depth_records())
        return Records(_COLUMNS, self._records())

    def _depth_records(self) -> Iterator[Mapping[str, Any]]:
        for body in self._found.reserves:
            for unit in body.units:
                numbers = {key: getattr(unit, key) for key in _DEPTH}
                yield {**_flat(unit.post), **numbers}

    def _records(self) -> Iterator[Mapping[str, Any]]:
        for vacancy in self._found.vacancies:
            shared = {
                **_flat(vacancy.post),
                "required": vacancy.required,
                "filled": vacancy.filled,
                "vacant": vacancy.vacant,
            }
            for outcome, candidate in _outcomes(vacancy):
                yield {**shared, "outcome": outcome, **self._record(candidate)}
            if vacancy.open:
                yield {**shared, "outcome": "nobody"}

    def _record(self, one: Candidate) -> dict[str, Any]:
        return {
            **someone_data(one.who, self._speaker),
            "phone": self._speaker.plain(one.phone),
            "reasons": "; ".join(map(self._skip, one.skips)),
            "notes": "; ".join(map(self._check, one.checks)),
        }

    # -- for people --------------------------------------------------------------------------------

    def document(self) -> Document:
        """The vacancies body by body, with what the law says; then the reserve."""
        speaker, found = self._speaker, self._found
        title = Heading(line(speaker.say("replace.title", folder=self._folder)), 1)
        blocks: list[Block] = [title, subtitle(speaker, found.profile, found.as_of)]
        if self._depth:
            blocks += self._depth_tables()
        else:
            blocks += self._vacancies()
        blocks += self._notes()
        blocks += self._told_saved()
        blocks.append(Paragraph(self._result()))
        return Document(tuple(blocks), speaker.lang)

    def _vacancies(self) -> Iterator[Block]:
        speaker, found = self._speaker, self._found
        if found.vacancies:
            yield _dim(speaker.say("replace.draft"))
        elif not found.unreadable:
            yield Paragraph(line(Span(speaker.say("quota.full"), Tone.GOOD)))
        for body, group in groupby(found.vacancies, key=lambda one: one.post.body):
            vacancies = tuple(group)
            yield Heading(line(self._about(body, vacancies)))
            yield Listing(tuple(map(self._vacancy, vacancies)))
            yield from self._law(body, vacancies)
        if found.vacancies:
            yield _dim(speaker.say("replace.levels"))
        if found.reserves:
            yield self._depth_summary()

    def _about(self, body: str, vacancies: Sequence[Vacancy]) -> str:
        speaker = self._speaker
        vacant = sum(one.vacant for one in vacancies)
        return speaker.say(
            "replace.body",
            body=body,
            vacant=vacant,
            n=vacant,
            count=len(vacancies),
            proposed=sum(one.proposed for one in vacancies),
            unit=speaker.say(f"unit.{_unit(vacancies[0].post)}"),
        )

    def _vacancy(self, one: Vacancy) -> Entry:
        speaker, post = self._speaker, one.post
        place = speaker.place(post.region, post.tps)
        numbers = {"vacant": one.vacant, "required": one.required}
        what: list[str | Span] = [speaker.say("replace.vacancy", place=place, **numbers)]
        if one.chair_vacant:
            what.append(Span(speaker.say("replace.chair"), Tone.BAD))
        mark = Span("✗ ", Tone.BAD) if one.open else Span("! ", Tone.WARN)
        return Entry(line(mark, *dotted(what)), tuple(self._below(one)))

    def _below(self, one: Vacancy) -> Iterator[Line]:
        speaker = self._speaker
        for former in one.former:
            what = self._why_left(former)
            name = speaker.free(former.who.person.name)
            yield line(speaker.say("replace.former", name=name, what=what))
        for proposal in one.proposals:
            yield line(Span(self._proposal(proposal), Tone.STRONG))
            for candidate in proposal.candidates:
                for check in candidate.checks:
                    name, note = speaker.free(candidate.who.person.name), self._check(check)
                    yield line(Span(speaker.say("replace.note", name=name, note=note), Tone.WARN))
        if one.open:
            text = speaker.say("replace.nobody", open=one.open, n=one.open)
            yield line(Span(text, Tone.BAD))
        for candidate in one.skipped:
            reasons = "; ".join(map(self._skip, candidate.skips))
            name = self._candidate(candidate, phone=False)
            yield line(speaker.say("replace.skipped", name=name, reasons=reasons))
        if one.further:
            names = "; ".join(self._candidate(candidate, phone=False) for candidate in one.further)
            yield line(Span(speaker.say("replace.further", names=names), Tone.DIM))

    def _why_left(self, one: Former) -> str:
        parts = [one.who.status, self._speaker.shown(one.day), one.reason, one.decree]
        return ", ".join(part for part in parts if part)

    def _proposal(self, one: Proposal) -> str:
        names = "; ".join(map(self._candidate, one.candidates))
        if one.tied:
            number = len(one.candidates)
            return self._speaker.say("replace.tied", seats=one.seats, count=number, names=names)
        return self._speaker.say("replace.proposed", name=names)

    def _candidate(self, one: Candidate, *, phone: bool = True) -> str:
        """Name, rank and phone: "Poniyem Karangnongko (peringkat 4, 0812****1234)"."""
        say = self._speaker.say
        rank = say("quota.rank", rank=one.rank) if one.rank is not None else say("quota.no_rank")
        parts = [rank]
        if phone:
            number = one.phone.shown(personal=self._speaker.personal) if one.phone else ""
            parts.append(number or say("quota.no_phone"))
        return f"{self._speaker.free(one.who.person.name)} ({', '.join(parts)})"

    def _skip(self, one: Skip) -> str:
        post = one.post.title if one.post else ""
        params = {"post": post, "status": one.status or "", "number": one.number}
        return self._speaker.say(f"letter.skip.{one.why}", **params)

    def _check(self, one: Check) -> str:
        post = one.post.title if one.post else ""
        return self._speaker.say(f"letter.note.{one.note}", post=post, number=one.number)

    # -- the law -----------------------------------------------------------------------------------

    def _law(self, body: str, vacancies: Sequence[Vacancy]) -> Iterator[Block]:
        """What holds for the vacancies of a body, each provision once."""
        parts = dict.fromkeys(pair for one in vacancies for pair in _law_of(one))
        yield Heading(line(self._speaker.say("replace.law", body=body)), 3)
        yield Listing(tuple(Entry(self._provision(what, part)) for what, part in parts))

    def _provision(self, what: str, one: Provision) -> Line:
        say = self._speaker.say
        text = self._speaker.words(one.words)
        if what == "exhausted":
            text = say("replace.exhausted", text=text)
        basis = ", ".join(part for part in (one.basis, one.source) if part)
        if one.level is None:
            source = say("replace.no_basis")
        elif basis:
            source = say("replace.basis", basis=basis, level=one.level)
        else:
            source = say("replace.level_only", level=one.level)
        return line(text, Span(f" [{source}]", Tone.DIM))

    # -- the reserve -------------------------------------------------------------------------------

    def _depth_summary(self) -> Grid:
        speaker = self._speaker
        drops = {"listed": 0, "usable": 0, "wanted": 2, "empty": 1, "short": 0}
        columns = (
            Column(speaker.say("replace.badan")),
            *(
                Column(speaker.say(f"replace.{key}"), right=True, drop=drop)
                for key, drop in drops.items()
            ),
        )
        rows = [self._depth_row(one) for one in self._found.reserves]
        return Grid(columns, rows, caption=speaker.say("replace.reserve_caption"))

    def _depth_row(self, one: BodyReserve) -> Row:
        speaker = self._speaker
        return (
            Span(one.body),
            Span(speaker.number(one.listed)),
            Span(speaker.number(one.usable)),
            Span(speaker.number(one.wanted)),
            count(speaker, one.empty, Tone.WARN),
            count(speaker, one.short, Tone.BAD),
        )

    def _depth_tables(self) -> Iterator[Block]:
        speaker = self._speaker
        for body in self._found.reserves:
            if not len(body.units):
                continue
            level = _unit(body.units[0].post)
            unit = speaker.say(f"unit.{level}")
            yield Heading(line(speaker.say("replace.reserve_of", body=body.body, unit=unit)))
            tps = [Column(speaker.say("unit.tps"), right=True)] if level == "tps" else []
            numbers = [Column(speaker.say(f"replace.{key}"), right=True) for key in _DEPTH]
            place = Column(speaker.say(f"title.{level}"), wrap=True)
            columns = (Column(speaker.say("title.code")), place, *tps, *numbers)
            yield Grid(columns, _Units(self, body))

    def unit(self, one: UnitReserve) -> Row:
        """The cells of one place's reserve."""
        speaker, post = self._speaker, one.post
        tps = (Span(str(post.tps)),) if post.tps is not None else ()
        plain = (Span(speaker.number(number)) for number in (one.wanted, one.listed, one.usable))
        left = Span(speaker.number(one.left), Tone.PLAIN if one.left else Tone.WARN)
        vacant = count(speaker, one.vacant, Tone.BAD)
        return (Span(post.region.code), Span(post.region.name), *tps, vacant, *plain, left)

    # -- the end -----------------------------------------------------------------------------------

    def _notes(self) -> Iterator[Block]:
        speaker, found = self._speaker, self._found
        if found.unreadable:
            files = ", ".join(found.unreadable)
            yield Paragraph(line(Span(speaker.say("quota.unreadable", files=files), Tone.BAD)))
        for one in found.uncounted:
            yield _dim(speaker.say("reason.bodies_unknown_units", bodies=one.body, needs=one.needs))
        if found.ended:
            bodies = ", ".join(found.ended)
            text = speaker.say("replace.ended", bodies=bodies, date=found.as_of)
            yield Paragraph(line(Span(text, Tone.WARN)))
        if found.absent and not self._depth and not found.unreadable:
            yield _dim(speaker.say("replace.absent", columns=", ".join(found.absent)))
        if found.proposed and not self._depth and not speaker.personal:
            yield _dim(speaker.say("quota.masked"))

    def _told_saved(self) -> Iterator[Block]:
        if self._saved is not None:
            number, folder = self._saved
            speaker = self._speaker
            text = speaker.say("replace.saved", count=number, n=number, folder=folder)
            yield Paragraph(line(text))

    def _result(self) -> Line:
        speaker, found = self._speaker, self._found
        parts: list[str | Span] = []
        if found.unreadable:
            parts.append(Span(speaker.say("check.no_seats"), Tone.BAD))
        else:
            tone = Tone.WARN if found.vacant else Tone.GOOD
            parts.append(Span(counted(speaker, "quota.vacant_count", found.vacant), tone))
        if found.vacant:
            parts.append(counted(speaker, "replace.proposed_count", found.proposed))
        if found.open:
            parts.append(Span(counted(speaker, "replace.open_count", found.open), Tone.BAD))
        parts += [found.as_of.isoformat(), found.profile]
        return line(Span(f"{speaker.say('result')} ", Tone.STRONG), *dotted(parts))


@dataclass(frozen=True, slots=True)
class _Units(Iterable[Row]):
    """The rows of a body's reserve, made anew on every walk."""

    view: ReplaceView
    body: BodyReserve

    def __iter__(self) -> Iterator[Row]:
        return map(self.view.unit, self.body.units)


def _law_of(one: Vacancy) -> Iterator[tuple[str, Provision]]:
    """What holds for a vacancy: who decides, how, what follows when nobody is left, what else."""
    law = one.law
    yield "decides", law.decides
    if law.method != law.decides:
        yield "method", law.method
    if one.suspended:
        yield "besides", SUSPENSION
    if one.chair_vacant:
        yield "besides", NEW_CHAIR
    for part in law.besides:
        yield "besides", part
    if one.open:
        for part in law.exhausted:
            if part != law.method:
                yield "exhausted", part


def _outcomes(one: Vacancy) -> Iterator[tuple[str, Candidate]]:
    for proposal in one.proposals:
        for candidate in proposal.candidates:
            yield "tied" if proposal.tied else "proposed", candidate
    for candidate in one.skipped:
        yield "skipped", candidate
    for candidate in one.further:
        yield "further", candidate


def _unit(post: Post) -> str:
    """The level of a post's place: what the unit is called."""
    if post.tps is not None:
        return "tps"
    return "kecamatan" if post.region.code.count(".") == 2 else "desa"


def _flat(post: Post) -> dict[str, Any]:
    """The columns of `_PLACE`."""
    place = post.region
    return dict(zip(_PLACE, (post.body, place.code, place.name, post.tps), strict=True))


def _reserve_data(one: BodyReserve) -> dict[str, Any]:
    keys = ("body", "wanted", "listed", "usable", "empty", "short")
    return {key: getattr(one, key) for key in keys}


def _dim(text: str) -> Paragraph:
    return Paragraph(line(Span(text, Tone.DIM)))
