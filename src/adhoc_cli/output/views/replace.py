"""`adhoc replace`: vacancies with who comes next, who is skipped and why, and the reserve."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from adhoc_cli.models.codes import unit_of
from adhoc_cli.output.document import (
    Block,
    Entry,
    Line,
    Listing,
    Span,
    Tone,
    line,
    listing,
    section,
)
from adhoc_cli.output.table import COUNT, NAME, NUMBER, PHONE, Field, Table
from adhoc_cli.output.views.common import Part, ResultView, dotted, if_any, listed, place_fields
from adhoc_cli.profiles.replacement import Provision
from adhoc_cli.reports.candidates import Candidate
from adhoc_cli.reports.persons import Post
from adhoc_cli.reports.successors import BodyReserve, Proposal, Successors, UnitReserve, Vacancy


class _Outcome(NamedTuple):
    """What became of a candidate for a vacancy, or that there is none for seats that stay open."""

    vacancy: Vacancy
    outcome: str
    candidate: Candidate | None = None


def _place(level: str, post: str = "post") -> Sequence[Field]:
    return (
        Field("body", f"{post}.body", screen=False),
        *place_fields(f"{post}.region", f"title.{level}"),
        Field("tps", f"{post}.tps", NUMBER, "unit.tps", screen=level == "tps"),
    )


@dataclass(eq=False, kw_only=True)
class ReplaceView(ResultView[Successors]):
    """Vacancies and proposals; with `depth` the reserve of every place instead of them. `saved` is
    how many drafts were written, and where."""

    model = "replace.ReplaceOut"
    depth: bool = False
    saved: tuple[int, str] | None = None

    @property
    def personal(self) -> bool:
        """Proposals name people and their numbers; the reserve only counts them."""
        return not self.depth

    def table(self) -> Table:
        """A row a candidate, and one for seats that nobody takes; or one a place."""
        if self.depth:
            return self._reserve([unit for body in self.result.reserves for unit in body.units])
        return Table("vacancies", self._fields(), self._outcomes)

    def _outcomes(self) -> Iterator[_Outcome]:
        for vacancy in self.result.vacancies:
            yield from _outcomes(vacancy)

    def _fields(self) -> Sequence[Field]:
        numbers = ("required", "filled", "vacant")
        return (
            *_place("desa", "vacancy.post"),
            *(Field(key, f"vacancy.{key}", COUNT, f"quota.{key}") for key in numbers),
            Field("outcome"),
            Field("rank", "candidate.who.rank", NUMBER, "members.peringkat"),
            Field("name", "candidate.who.person.name", NAME, "members.nama"),
            Field("nik", "candidate.who.person.nik", PHONE, "members.nik"),
            Field("phone", "candidate.phone", PHONE, "members.telepon"),
            Field("reasons", lambda one: self._reasons(one.candidate)),
            Field("notes", lambda one: self._to_look_at(one.candidate)),
            Field("file", "candidate.who.file"),
            Field("line", "candidate.who.line", NUMBER),
        )

    def _reasons(self, one: Candidate | None) -> str:
        return "; ".join(map(self.speaker.skip, one.skips)) if one else ""

    def _to_look_at(self, one: Candidate | None) -> str:
        return "; ".join(map(self.speaker.note, one.checks)) if one else ""

    # -- for people --------------------------------------------------------------------------------

    def blocks(self) -> Iterator[Block | Table]:
        """The vacancies body by body, with what the law says; then the reserve."""
        found = self.result
        yield from self.top("replace.title", found.calendar)
        yield from self._depth_tables() if self.depth else self._vacancies()
        yield from self._notes()
        if self.saved is not None:
            number, folder = self.saved
            yield self.told("replace.saved", count=number, n=number, folder=folder)
        yield self.result_line(*self._parts(), calendar=found.calendar)

    def _vacancies(self) -> Iterator[Block | Table]:
        found = self.result
        if found.vacancies:
            yield self.told("replace.draft", Tone.DIM)
        elif found.reserves:
            yield self.told("quota.full", Tone.GOOD)
        for body, group in groupby(found.vacancies, key=lambda one: one.post.body):
            vacancies = tuple(group)
            yield section(self._about(body, vacancies))
            yield Listing(tuple(map(self._vacancy, vacancies)))
            yield from self._law(body, vacancies)
        if found.vacancies:
            yield self.told("replace.levels", Tone.DIM)
        if any(body.has_list for body in found.reserves):
            yield self._depth_summary()

    def _about(self, body: str, vacancies: Sequence[Vacancy]) -> str:
        vacant = sum(one.vacant for one in vacancies)
        return self.say(
            "replace.body",
            body=body,
            vacant=vacant,
            n=vacant,
            count=len(vacancies),
            proposed=sum(one.proposed for one in vacancies),
            unit=self.say(f"unit.{_unit(vacancies[0].post)}"),
        )

    def _vacancy(self, one: Vacancy) -> Entry:
        place = self.speaker.place(one.post.region, one.post.tps)
        numbers = {"vacant": one.vacant, "required": one.required}
        chair = Span(self.say("replace.chair"), Tone.BAD) if one.chair_vacant else None
        what = (self.say("replace.vacancy", place=place, **numbers), chair)
        mark = Span("✗ ", Tone.BAD) if one.open else Span("! ", Tone.WARN)
        return Entry(line(mark, *dotted(what)), tuple(self._below(one)))

    def _below(self, one: Vacancy) -> Iterator[Line]:
        say, speaker = self.say, self.speaker
        for former in one.former:
            day = self.speaker.shown(former.day)
            what = listed(former.who.status, day, former.reason, former.decree)
            yield line(say("replace.former", name=former.who.person.name, what=what))
        for candidate in one.coming:
            who = self._named(candidate, *map(speaker.note, candidate.checks))
            yield line(Span(say("replace.coming", name=who), Tone.STRONG))
        for proposal in one.proposals:
            yield line(Span(self._proposal(proposal), Tone.STRONG))
            for candidate in proposal.candidates:
                for check in candidate.checks:
                    name, note = candidate.who.person.name, speaker.note(check)
                    yield line(Span(say("replace.note", name=name, note=note), Tone.WARN))
        if one.open:
            yield line(Span(say("replace.nobody", open=one.open, n=one.open), Tone.BAD))
        for candidate in one.skipped:
            told = {"name": self._named(candidate), "reasons": self._reasons(candidate)}
            yield line(say("replace.skipped", **told))
        if one.further:
            names = "; ".join(map(self._named, one.further))
            yield line(Span(say("replace.further", names=names), Tone.DIM))

    def _proposal(self, one: Proposal) -> str:
        names = "; ".join(map(self._candidate, one.candidates))
        if one.tied:
            number = len(one.candidates)
            return self.say("replace.tied", seats=one.seats, count=number, names=names)
        return self.say("replace.proposed", name=names)

    def _candidate(self, one: Candidate) -> str:
        """Name, rank and phone: "Poniyem Karangnongko (peringkat 4, 0812****1234)"."""
        return self._named(one, self.speaker.phone(one.phone))

    def _named(self, one: Candidate, *more: str) -> str:
        no_rank = one.rank is None
        rank = self.say("quota.no_rank") if no_rank else self.say("quota.rank", rank=one.rank)
        return f"{one.who.person.name} ({', '.join([rank, *more])})"

    # -- the law -----------------------------------------------------------------------------------

    def _law(self, body: str, vacancies: Sequence[Vacancy]) -> Iterator[Block]:
        """What holds for the vacancies of a body, each provision once."""
        parts = dict.fromkeys(pair for one in vacancies for pair in one.provisions)
        yield section(self.say("replace.law", body=body), level=3)
        yield listing(self._provision(what, part) for what, part in parts)

    def _provision(self, what: str, one: Provision) -> Line:
        say, text = self.say, self.speaker.words(one.words)
        if what == "exhausted":
            text = say("replace.exhausted", text=text)
        basis = listed(one.basis, one.source)
        if one.level is None:
            source = say("replace.no_basis")
        elif basis:
            source = say("replace.basis", basis=basis, level=one.level)
        else:
            source = say("replace.level_only", level=one.level)
        return line(text, Span(f" [{source}]", Tone.DIM))

    # -- the reserve -------------------------------------------------------------------------------

    def _depth_summary(self) -> Table:
        keys = {"listed": 0, "usable": 0, "wanted": 2, "empty": 1, "short": 0}
        tones = {"empty": Tone.WARN, "short": Tone.BAD}
        fields = (
            Field("body", title="replace.badan"),
            *(
                Field(key, key, COUNT, f"replace.{key}", tone=tones.get(key), drop=drop)
                for key, drop in keys.items()
            ),
        )
        caption = self.say("replace.reserve_caption")
        return Table("reserves", fields, self._lists, caption=caption)

    def _lists(self) -> list[BodyReserve]:
        return [body for body in self.result.reserves if body.has_list]

    def _depth_tables(self) -> Iterator[Block | Table]:
        for body in self._lists():
            if len(body.units):
                level = _unit(body.units[0].post)
                unit = self.say(f"unit.{level}")
                yield section(self.say("replace.reserve_of", body=body.body, unit=unit))
                yield self._reserve(body.units, level)

    def _reserve(self, units: Iterable[UnitReserve], level: str = "desa") -> Table:
        keys = ("wanted", "listed", "usable")
        fields = (
            *_place(level),
            Field("vacant", "vacant", COUNT, "replace.vacant", tone=Tone.BAD),
            *(Field(key, key, COUNT, f"replace.{key}") for key in keys),
            Field(
                "left", "left", COUNT, "replace.left",
                tone=lambda one: Tone.PLAIN if one.left else Tone.WARN,
            ),
        )  # fmt: skip
        return Table("reserve", fields, lambda: units)

    # -- the end -----------------------------------------------------------------------------------

    def _notes(self) -> Iterator[Block]:
        found, proposing = self.result, not self.depth
        yield from self.unreadable(found.unreadable)
        yield from self.uncounted(found.uncounted)
        yield from self.out_of_term(found.outside)
        yield from self.waiting(found.waiting)
        if found.absent and proposing and not found.unreadable:
            yield self.told("replace.absent", Tone.DIM, columns=", ".join(found.absent))
        if found.proposed and proposing and not self.speaker.personal:
            yield self.told("quota.masked", Tone.DIM)

    def _parts(self) -> Iterator[Part]:
        speaker, found = self.speaker, self.result
        if found.unreadable:
            yield Span(self.say("check.no_seats"), Tone.BAD)
        else:
            tone = Tone.WARN if found.vacant else Tone.GOOD
            yield Span(speaker.counted("quota.vacant_count", found.vacant), tone)
        if found.vacant:
            yield speaker.counted("replace.proposed_count", found.proposed)
        yield if_any(speaker, "replace.open_count", found.open, Tone.BAD)


def _outcomes(one: Vacancy) -> Iterator[_Outcome]:
    for candidate in one.coming:
        yield _Outcome(one, "coming", candidate)
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
    return unit_of(post.region.code)
