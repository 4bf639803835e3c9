"""What the forms of a report are made of, and what they say in the same words."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from adhoc_cli.checklist.progress import NO_ITEMS, Counts
from adhoc_cli.memory.news import Counted, News
from adhoc_cli.output.document import Paragraph, Tone, paragraph
from adhoc_cli.output.speaker import Speaker
from adhoc_cli.output.views.common import command_about, more_text
from adhoc_cli.reports.overview.overview import Overview


@dataclass(frozen=True, slots=True)
class Reported:
    """A report: the state of the office, what is new (None where nothing was compared), the folder
    as it was typed, and the command that makes the same report again.

    `limit` is how many findings of a rule are listed (None: all that are held); `only_news` leaves
    out everything that was there before. `arguments` are those with which any other command looks
    at the same roster. A public report knows of no folder, no command and no news: they may name
    people.
    """

    overview: Overview
    news: News | None
    folder: str
    command: str
    limit: int | None = 20
    only_news: bool = False
    arguments: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.public:
            for name, nothing in {
                "news": None, "folder": "", "command": "", "only_news": False, "arguments": ()
            }.items():  # fmt: skip
                object.__setattr__(self, name, nothing)

    @property
    def public(self) -> bool:
        """Whether everybody may see it."""
        return self.overview.public

    @property
    def items(self) -> Counts:
        """The items of coordination, all of them together."""
        coordination = self.overview.coordination
        return sum(coordination.progress.totals.values(), NO_ITEMS) if coordination else NO_ITEMS

    def command_for(self, *words: str) -> str:
        """Another command about the same roster, as it is typed; "" for none, and in a public
        report."""
        return "" if self.public or not words else command_about(self.arguments, *words)

    def more(self, speaker: Speaker, rest: int, *words: str) -> str:
        """How to see the rest, "… dan 12 lagi: adhoc check data --select Q401"; a public report
        names no command."""
        return more_text(speaker, rest, self.command_for(*words))

    def more_of_rule(self, speaker: Speaker, code: str, rest: int) -> str:
        """The same of the findings of a rule."""
        return self.more(speaker, rest, "check", "--select", code, "--format", "csv")

    def since(self) -> Mapping[int, date]:
        """By `id` of a finding of today the day on which it was first seen; a finding of a rule
        that is only counted has none."""
        news = self.news
        if news is None:
            return {}
        counted = {one.code for one in news.counted}
        today = self.overview.as_of
        found = {id(one): today for one in news.new if one.code not in counted}
        found |= {id(one.finding): one.since for one in news.open}
        return found

    def new(self) -> frozenset[int]:
        """The `id` of every finding that is new."""
        return frozenset(id(one) for one in self.news.new) if self.news else frozenset()


def days_since(since: date, as_of: date) -> int:
    """How many days ago; never fewer than none, whatever the clocks said."""
    return max((as_of - since).days, 0)


def counted_text(one: Counted, speaker: Speaker) -> str:
    """A rule with its counts: "V209 Nomor ponsel tidak sah: dari 12.000 menjadi 12.345"."""
    numbers = {"before": speaker.number(one.before), "now": speaker.number(one.now)}
    what = f"{one.code} {speaker.title(one.code)}"
    return speaker.say("report.counted", what=what, **numbers)


def remark(text: str, tone: Tone = Tone.DIM, *, close: bool = False) -> Paragraph:
    """A quiet sentence; one that is `close` follows what it is about without a gap."""
    return paragraph(text, tone=tone, close=close)
