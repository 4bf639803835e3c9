"""What the chapters of the page share: texts that are safe to show, numbers, days, places."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import Any, TypeVar

from adhoc_cli.checklist.progress import NO_ITEMS, Counts
from adhoc_cli.models.codes import KECAMATAN_LENGTH, kecamatan_of
from adhoc_cli.models.finding import Finding, Region
from adhoc_cli.output.document import Tone
from adhoc_cli.output.html.page import Cell, Entry, Note
from adhoc_cli.output.safe import safe
from adhoc_cli.output.speaker import Speaker
from adhoc_cli.output.views.findings import subject, where
from adhoc_cli.output.views.report.reported import Reported
from adhoc_cli.places.country import kabupaten
from adhoc_cli.reports.overview.overview import Overview
from adhoc_cli.reports.seats import NO_SEATS, Tally
from adhoc_cli.text.days import long_day

# Longer than any sentence of ours, and than what a sentence quotes of a cell.
_LONGEST = 900
KABUPATEN = len("33.23")
_T = TypeVar("_T")
_NAME = 120  # a name of a place or a person: the longest of the country has 60 letters


class PageSpeaker:
    """Says the texts of one report. Whatever it returns may stand on the page."""

    def __init__(self, reported: Reported, speaker: Speaker) -> None:
        self.reported = reported
        self.speaker = speaker

    @property
    def overview(self) -> Overview:
        """The result that the page is about."""
        return self.reported.overview

    @property
    def public(self) -> bool:
        """Whether the page is for everybody."""
        return self.overview.public

    # -- texts -------------------------------------------------------------------------------------

    def say(self, key: str, **params: Any) -> str:
        """The catalogue's text of `key`."""
        return self._safe(self.speaker.say(key, **params), _LONGEST)

    def _safe(self, text: str, limit: int) -> str:
        return safe(text, limit, personal=self.speaker.personal)

    def counted(self, key: str, value: int, **params: Any) -> str:
        """The catalogue's text of a number of things."""
        return self.say(key, count=self.number(value), n=value, **params)

    def text(self, text: str) -> str:
        """A sentence that may quote what stood in a cell."""
        return self._safe(text, _LONGEST)

    def name(self, text: str) -> str:
        """A name from outside."""
        return self._safe(text, _NAME)

    def number(self, value: int) -> str:
        """A whole number in the reader's language."""
        return self.speaker.number(value)

    def ratio(self, have: int, need: int) -> str:
        """How many of how many: "96/100"."""
        return f"{self.number(have)}/{self.number(need)}"

    def percent(self, part: int, whole: int) -> str:
        """A share in percent, "37%"; never 100% before all of it is there."""
        return f"{100 * part // whole if whole else 0}%"

    def day(self, day: date) -> str:
        """The day as people write it: "10 Juni 2024"."""
        return long_day(day, self.speaker.lang)

    def left(self, days: int) -> str:
        """The days until a day, "H-13", or since it, "H+3"."""
        if not days:
            return self.say("page.ahead.today")
        return self.say("report.h_left" if days > 0 else "report.h_late", days=abs(days))

    def until(self, day: date) -> str:
        """The same of a day."""
        return self.left((day - self.overview.as_of).days)

    def place(self, region: Region | None, tps: int | None = None) -> str:
        """Name and code, a TPS by its number."""
        return self._safe(self.speaker.place(region, tps), _NAME)

    def title(self, region: Region, tps: int | None = None) -> str:
        """The name alone, or the code where no file gives one."""
        name = self._safe(region.name, _NAME) or region.code
        return f"TPS {tps} {name}" if tps is not None else name

    def command(self, *words: str) -> str:
        """What to type to see more. A public page names no folder, so it has no command."""
        return self._safe(self.reported.command_for(*words), _LONGEST)

    def more(self, count: int, *words: str) -> tuple[str, str]:
        """How many are not shown, and the command that shows them; empty texts for none."""
        if count <= 0:
            return "", ""
        command = self.command(*words)
        return self.counted("page.more_by" if command else "report.more_public", count), command

    def dull(self, key: str, **params: Any) -> Note:
        """A quiet line in place of what is not there."""
        return Note(self.say(key, **params), Tone.DIM)

    # -- places and bodies -------------------------------------------------------------------------

    @cached_property
    def _kecamatan(self) -> Mapping[str, str]:
        rows = self.overview.seats.kecamatan
        return {row.region.code: self._safe(row.region.name, _NAME) for row in rows}

    def above(self, region: Region) -> str:
        """The kecamatan of a desa, "Kec. Bulu"; "" for a kecamatan."""
        if len(region.code) <= KECAMATAN_LENGTH:
            return ""
        code = kecamatan_of(region.code)
        return self.say("page.above", name=self._kecamatan.get(code) or code)

    @cached_property
    def new(self) -> frozenset[int]:
        """The `id` of every finding that is new; none in a first report, where all of them are."""
        news = self.reported.news
        return frozenset() if news is None or news.is_first else self.reported.new()

    @cached_property
    def bodies(self) -> Sequence[str]:
        """The counted bodies without their secretariats."""
        return list(self.overview.seats.members)

    @staticmethod
    def short(body: str) -> str:
        """The body in short: "Sekr. PPK" for the secretariat of the PPK."""
        return body.replace("SEKRETARIAT ", "Sekr. ")

    def seats(self, tally: Tally | None) -> Cell:
        """The seats, "5/5": red when any unit is short, yellow when any has too many."""
        if tally is None:
            return Cell()
        if not tally.required and not tally.filled:
            return Cell("–", Tone.DIM)
        tone = Tone.BAD if tally.vacant else Tone.WARN if tally.excess else Tone.PLAIN
        return Cell(self.ratio(tally.filled, tally.required), tone)

    def total(self, bodies: Mapping[str, Tally]) -> Tally:
        """The seats of the bodies that are no secretariats."""
        return sum((bodies[body] for body in self.bodies if body in bodies), NO_SEATS)

    @cached_property
    def items(self) -> Counts:
        """The items of coordination, all of them together."""
        coordination = self.overview.coordination
        return sum(coordination.progress.totals.values(), NO_ITEMS) if coordination else NO_ITEMS

    def finding(self, finding: Finding, tag: str = "") -> Entry:
        """Where it stands, who and where as far as the message does not say it, and the message."""
        message = self.speaker.message(finding)
        about = subject(finding, message, self.speaker)
        text = self.text(f"{about}: {message}" if about else message)
        return Entry(text, self.text(where(finding)), tag)

    def rule(self, code: str) -> str:
        """A rule's title, "" where this version does not know the rule."""
        try:
            return self._safe(self.speaker.title(code), _LONGEST)
        except KeyError:
            return ""


def by_kabupaten(placed: Iterable[tuple[Region, _T]]) -> Mapping[str, list[_T]]:
    """What stands at places, by the name of the kabupaten or kota."""
    names = {place.code: place.name for place in kabupaten()}
    grouped: dict[str, list[_T]] = {}
    for region, one in placed:
        code = region.code[:KABUPATEN]
        grouped.setdefault(names.get(code, code), []).append(one)
    return grouped
