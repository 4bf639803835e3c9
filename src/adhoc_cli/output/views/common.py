"""What the views share: the view of one result, and what many of them say."""

from abc import abstractmethod
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module
from itertools import islice
from typing import Any, ClassVar, Generic, TypeVar

from adhoc_cli.models.finding import Severity
from adhoc_cli.output.document import (
    Block,
    Document,
    Line,
    Paragraph,
    Span,
    Tone,
    line,
    paragraph,
    title,
)
from adhoc_cli.output.speaker import Speaker
from adhoc_cli.output.table import CODE, Field, Table, in_document, records_of
from adhoc_cli.output.view import Records, View
from adhoc_cli.profiles.calendar import Calendar, OutOfTerm, outside
from adhoc_cli.reports.persons import Someone
from adhoc_cli.text.shell import command_line

TONES = {Severity.ERROR: Tone.BAD, Severity.WARNING: Tone.WARN, Severity.INFO: Tone.NOTE}
MARKS = {Severity.ERROR: "✗", Severity.WARNING: "!", Severity.INFO: "i"}
DOT = " · "

Result = TypeVar("Result")
Part = str | Span | None  # of a line; one that says nothing is left out


@dataclass(eq=False)
class ResultView(View, Generic[Result]):
    """A result in one language: `blocks` are for people, `table` for programs, and `model` is the
    document in JSON, by its module in `output.models`: imported only where JSON is written.
    `folder` is what it is about, as it was typed."""

    model: ClassVar[str]
    result: Result
    speaker: Speaker
    folder: str = ""

    @property
    def personal(self) -> bool:
        """Numbers, places and days are for everybody; what may be personal in them is masked."""
        return self.speaker.personal

    def say(self, key: str, /, **params: Any) -> str:
        """A text of the catalogue."""
        return self.speaker.say(key, **params)

    @abstractmethod
    def table(self) -> Table:
        """One flat table."""

    @abstractmethod
    def blocks(self) -> Iterator[Block | Table]:
        """What people read, from top to bottom."""

    def given(self) -> dict[str, Any]:
        """What its document says besides the result."""
        return {}

    def data(self) -> dict[str, Any]:
        """The document of the model."""
        module, name = self.model.split(".")
        document = getattr(import_module(f"adhoc_cli.output.models.{module}"), name)
        made: dict[str, Any] = document.data(self.result, self.speaker, **self.given())
        return made

    def records(self) -> Records:
        """The table."""
        return records_of(self.table(), self.speaker)

    def document(self) -> Document:
        """The blocks."""
        return Document(tuple(in_document(self.blocks(), self.speaker)), self.speaker.lang)

    def head(self) -> Document:
        """The first two blocks; what comes after, a list of a million findings, is not made."""
        blocks = islice(in_document(self.blocks(), self.speaker), 2)
        return Document(tuple(blocks), self.speaker.lang)

    # -- what many views say -----------------------------------------------------------------------

    def told(
        self, key: str, tone: Tone = Tone.PLAIN, /, *, close: bool = False, **params: Any
    ) -> Paragraph:
        """A text of the catalogue, as a line of running text."""
        return paragraph(self.say(key, **params), tone=tone, close=close)

    def count(self, key: str, number: int, tone: Tone = Tone.PLAIN) -> Iterator[Paragraph]:
        """The text of a count, as a line of running text where there is any."""
        if number:
            yield paragraph(self.speaker.counted(key, number), tone=tone)

    def top(self, key: str, calendar: Calendar | None = None, **params: Any) -> Iterator[Block]:
        """The title, and below it where in the calendar the result is."""
        yield title(self.say(key, **{"folder": self.folder, **params}))
        if calendar:
            yield from subtitle(self.speaker, calendar)

    def result_line(self, *parts: Part, calendar: Calendar | None = None) -> Paragraph:
        """The last line, which says it all: for a mail's subject, a chat, the end of a log; at its
        end day and profile."""
        if calendar:
            parts = (*parts, self.speaker.day(calendar.day), calendar.profile)
        return paragraph(Span(f"{self.say('result')} ", Tone.STRONG), *dotted(parts))

    def out_of_term(self, bodies: Sequence[OutOfTerm]) -> Iterator[Paragraph]:
        """Bodies that are not in office, and why nothing is said of their seats."""
        reason = outside(bodies)
        if reason is not None:
            yield self.told("calendar.unchecked", Tone.DIM, reason=self.speaker.reason(reason))

    def unreadable(self, files: Sequence[str]) -> Iterator[Paragraph]:
        """Files without which there is no result."""
        if files:
            yield self.told("quota.unreadable", Tone.BAD, files=", ".join(files))

    def incomplete(self, files: Sequence[Any]) -> Span | None:
        """The same in the last line."""
        return Span(self.say("diff.incomplete"), Tone.BAD) if files else None

    def uncounted(self, bodies: Iterable[Any]) -> Iterator[Paragraph]:
        """Bodies whose units nobody can tell."""
        key = "reason.bodies_unknown_units"
        return (self.told(key, Tone.DIM, bodies=one.body, needs=one.needs) for one in bodies)

    def waiting(self, members: Iterable[Someone]) -> Iterator[Paragraph]:
        """Suspended members: who, and where."""
        for one in members:
            name, post = one.person.name, self.speaker.post(one.post)
            yield self.told("seats.waiting", Tone.WARN, name=name, post=post)

    def rejected_marks(self, number: int) -> Iterator[Paragraph]:
        """Lines of the journal that do not count: said wherever the journal is shown."""
        return self.count("checklist.rejected", number, Tone.BAD)


# -- lines -----------------------------------------------------------------------------------------


def subtitle(speaker: Speaker, calendar: Calendar) -> Iterator[Paragraph]:
    """Profile, day, and where in the calendar it is, below the title; after the last term how to
    look back, and how to another election."""
    day = speaker.say("as_of", date=calendar.day)
    where = f"{day} ({to_voting(speaker, calendar)})"
    said = listed(calendar.profile, where, who_serves(speaker, calendar), between=DOT)
    yield paragraph(said, tone=Tone.DIM, close=True)
    if calendar.over_since is not None:
        yield paragraph(look_back(speaker, calendar), tone=Tone.WARN, close=True)


def to_voting(speaker: Speaker, calendar: Calendar) -> str:
    """H-20, H+61: days from voting day."""
    days = calendar.to_voting
    if days == 0:
        return speaker.say("calendar.voting")
    key = "before_voting" if days < 0 else "after_voting"
    return speaker.say(f"calendar.{key}", days=abs(days), n=abs(days))


def who_serves(speaker: Speaker, calendar: Calendar) -> str:
    """The bodies in office; where there are none, whose oath comes next."""
    if calendar.serving:
        return speaker.say("calendar.serving", bodies=", ".join(calendar.serving))
    ahead = calendar.next_oath
    return speaker.say("calendar.nobody", body=ahead.body, day=ahead.day) if ahead else ""


def where_in_calendar(speaker: Speaker, calendar: Calendar) -> str:
    """Who serves, or whose oath comes next, or that all terms are over."""
    return who_serves(speaker, calendar) or look_back(speaker, calendar)


def look_back(speaker: Speaker, calendar: Calendar) -> str:
    """After the last term: that it is over, and what to ask instead; "" before."""
    last = calendar.over_since
    if last is None:
        return ""
    iso = last.isoformat()
    return speaker.say("calendar.over", profile=calendar.profile, day=last, last=iso)


def if_any(speaker: Speaker, key: str, number: int, tone: Tone = Tone.PLAIN) -> Span | None:
    """A count as a part of a line, where there is any."""
    return Span(speaker.counted(key, number), tone) if number else None


def dotted(parts: Iterable[Part]) -> Line:
    """Parts on one line, a dot between them."""
    spans: list[str | Span] = []
    for part in parts:
        if part:
            spans += [Span(DOT, Tone.DIM), part] if spans else [part]
    return line(*spans)


def listed(*parts: str | None, between: str = ", ") -> str:
    """Those of the parts that say something, with a comma or another sign between them."""
    return between.join(part for part in parts if part)


def command_about(arguments: Sequence[str], *words: str) -> str:
    """Another command about the same roster, as it is typed: `arguments` are those with which any
    command looks at it."""
    head = 2 if words[0] == "checklist" else 1  # a command of a group has two names
    return command_line(["adhoc", *words[:head], *arguments, *words[head:]])


def more_text(speaker: Speaker, rest: int, command: str = "") -> str:
    """That there are so many more, and how to see them: "… dan 12 lagi: adhoc check data"."""
    key = "report.more" if command else "report.more_public"
    return speaker.say(key, count=speaker.number(rest), command=command)


# -- fields ----------------------------------------------------------------------------------------


def place_fields(path: str = "region", title: str = "title.kecamatan") -> tuple[Field, Field]:
    """Code and name of the place that `path` names in a row."""
    return (
        Field("region_code", f"{path}.code", CODE, "title.code"),
        Field("region_name", f"{path}.name", title=title, wrap=True),
    )
