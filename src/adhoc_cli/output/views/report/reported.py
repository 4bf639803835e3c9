"""What the forms of a report are made of, and what they have in common."""

from __future__ import annotations

import shlex
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from adhoc_cli.memory.news import News
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

    def command_for(self, *words: str) -> str:
        """Another command about the same roster, as it is typed; "" for none, and in a public
        report."""
        if self.public or not words:
            return ""
        head = 2 if words[0] == "checklist" else 1  # a command of a group has two names
        return shlex.join(["adhoc", *words[:head], *self.arguments, *words[head:]])

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


def still_open(news: News) -> int:
    """How many findings were there before, those of rules that are only counted too."""
    return len(news.open) + sum(min(one.before, one.now) for one in news.counted)


def oldest(news: News) -> date | None:
    """The day on which the oldest of them was first seen."""
    return min((one.since for one in news.open), default=None)
