"""`adhoc replace`: vacancies with who comes next, who is skipped and why, and the reserve."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import attrgetter
from typing import Any, NamedTuple

from adhoc_cli.output.document import (
    Block,
    Document,
    Entry,
    Grid,
    Heading,
    Line,
    Listing,
    Paragraph,
    Span,
    Tone,
    line,
)
from adhoc_cli.output.people import check_text, skip_text
from adhoc_cli.output.speaker import Speaker
from adhoc_cli.output.table import (
    CODE,
    COUNT,
    NAME,
    NUMBER,
    PHONE,
    Field,
    Table,
    grid_of,
    records_of,
)
from adhoc_cli.output.view import Records, View
from adhoc_cli.output.views.common import counted, dotted, subtitle
from adhoc_cli.profiles.replacement import Provision
from adhoc_cli.reports.candidates import Candidate, Check, Former, Skip
from adhoc_cli.reports.persons import Post, Someone
from adhoc_cli.reports.successors import Proposal, Successors, UnitReserve, Vacancy


class _Outcome(NamedTuple):
    """What became of a candidate for a vacancy, or that there is none for seats that stay open."""

    vacancy: Vacancy
    outcome: str
    candidate: Candidate | None = None

    @property
    def post(self) -> Post:
        return self.vacancy.post

    @property
    def who(self) -> Someone | None:
        return self.candidate.who if self.candidate else None

    @property
    def skips(self) -> Sequence[Skip]:
        return self.candidate.skips if self.candidate else ()

    @property
    def checks(self) -> Sequence[Check]:
        return self.candidate.checks if self.candidate else ()


def _place_fields(level: str) -> Sequence[Field]:
    return (
        Field("body", attrgetter("post.body"), screen=False),
        Field("region_code", attrgetter("post.region.code"), CODE, "title.code"),
        Field("region_name", attrgetter("post.region.name"), title=f"title.{level}", wrap=True),
        Field("tps", attrgetter("post.tps"), NUMBER, "unit.tps", screen=level == "tps"),
    )


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
        from adhoc_cli.output.models.replace import ReplaceOut

        return ReplaceOut.data(self._found, self._speaker)

    def records(self) -> Records:
        """A row a candidate, and one for seats that nobody takes; or one a place."""
        if self._depth:
            units = [unit for body in self._found.reserves for unit in body.units]
            return records_of(self._reserve(units), self._speaker)
        return records_of(Table("vacancies", self._fields(), self._outcomes), self._speaker)

    def _fields(self) -> Sequence[Field]:
        speaker = self._speaker
        numbers = ("required", "filled", "vacant")
        return (
            *_place_fields("desa"),
            *(Field(key, attrgetter(f"vacancy.{key}"), COUNT, f"quota.{key}") for key in numbers),
            Field("outcome", attrgetter("outcome")),
            Field("rank", lambda one: one.who and one.who.rank, NUMBER, "members.peringkat"),
            Field("name", lambda one: one.who and one.who.person.name, NAME, "members.nama"),
            Field("nik", lambda one: one.who and one.who.person.nik, PHONE, "members.nik"),
            Field(
                "phone", lambda one: one.candidate and one.candidate.phone, PHONE, "members.telepon"
            ),
            Field("reasons", lambda one: "; ".join(skip_text(skip, speaker) for skip in one.skips)),
            Field("notes", lambda one: "; ".join(check_text(note, speaker) for note in one.checks)),
            Field("file", lambda one: one.who and one.who.file),
            Field("line", lambda one: one.who and one.who.line, NUMBER),
        )

    def _outcomes(self) -> Iterator[_Outcome]:
        for vacancy in self._found.vacancies:
            yield from _outcomes(vacancy)

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
            name = former.who.person.name
            yield line(speaker.say("replace.former", name=name, what=what))
        for proposal in one.proposals:
            yield line(Span(self._proposal(proposal), Tone.STRONG))
            for candidate in proposal.candidates:
                for check in candidate.checks:
                    name, note = candidate.who.person.name, check_text(check, speaker)
                    yield line(Span(speaker.say("replace.note", name=name, note=note), Tone.WARN))
        if one.open:
            text = speaker.say("replace.nobody", open=one.open, n=one.open)
            yield line(Span(text, Tone.BAD))
        for candidate in one.skipped:
            reasons = "; ".join(skip_text(skip, speaker) for skip in candidate.skips)
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
        return f"{one.who.person.name} ({', '.join(parts)})"

    # -- the law -----------------------------------------------------------------------------------

    def _law(self, body: str, vacancies: Sequence[Vacancy]) -> Iterator[Block]:
        """What holds for the vacancies of a body, each provision once."""
        parts = dict.fromkeys(pair for one in vacancies for pair in one.provisions)
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
        keys = {"listed": 0, "usable": 0, "wanted": 2, "empty": 1, "short": 0}
        tones = {"empty": Tone.WARN, "short": Tone.BAD}
        fields = (
            Field("body", attrgetter("body"), title="replace.badan"),
            *(
                Field(key, attrgetter(key), COUNT, f"replace.{key}", tone=tones.get(key), drop=drop)
                for key, drop in keys.items()
            ),
        )
        caption = speaker.say("replace.reserve_caption")
        reserves = self._found.reserves
        return grid_of(Table("reserves", fields, lambda: reserves, caption=caption), speaker)

    def _depth_tables(self) -> Iterator[Block]:
        speaker = self._speaker
        for body in self._found.reserves:
            if not len(body.units):
                continue
            level = _unit(body.units[0].post)
            unit = speaker.say(f"unit.{level}")
            yield Heading(line(speaker.say("replace.reserve_of", body=body.body, unit=unit)))
            yield grid_of(self._reserve(body.units, level), speaker)

    def _reserve(self, units: Iterable[UnitReserve], level: str = "desa") -> Table:
        fields = (
            *_place_fields(level),
            Field("vacant", attrgetter("vacant"), COUNT, "replace.vacant", tone=Tone.BAD),
            *(
                Field(key, attrgetter(key), COUNT, f"replace.{key}")
                for key in ("wanted", "listed", "usable")
            ),
            Field(
                "left", attrgetter("left"), COUNT, "replace.left",
                tone=lambda one: Tone.PLAIN if one.left else Tone.WARN,
            ),
        )  # fmt: skip
        return Table("reserve", fields, lambda: units)

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


def _outcomes(one: Vacancy) -> Iterator[_Outcome]:
    for proposal in one.proposals:
        for candidate in proposal.candidates:
            yield _Outcome(one, "tied" if proposal.tied else "proposed", candidate)
    for candidate in one.skipped:
        yield _Outcome(one, "skipped", candidate)
    for candidate in one.further:
        yield _Outcome(one, "further", candidate)
    if one.open:
        yield _Outcome(one, "nobody")


def _unit(post: Post) -> str:
    """The level of a post's place: what the unit is called."""
    if post.tps is not None:
        return "tps"
    return "kecamatan" if post.region.code.count(".") == 2 else "desa"


def _dim(text: str) -> Paragraph:
    return Paragraph(line(Span(text, Tone.DIM)))
