"""`adhoc calendar`: the days to come, on the screen and for a calendar."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from adhoc_cli.models.finding import Region
from adhoc_cli.output.document import Block, Span, Tone
from adhoc_cli.output.table import COUNT, DAY, FLAG, LEFT, NAME, TEXT, Field, Table, place
from adhoc_cli.output.view import Agenda, AgendaDay
from adhoc_cli.output.views.common import DOT, ResultView, listed
from adhoc_cli.output.views.report.topics.coordination import ahead_text
from adhoc_cli.reports.calendar import Days, Entry

_SOON = 7  # days


@dataclass(eq=False, kw_only=True)
class CalendarView(ResultView[Days]):
    """The days, the nearest first; `made` is the moment that a calendar is told as its own."""

    model = "calendar.CalendarOut"
    made: datetime

    def table(self) -> Table:
        """A row a day."""
        fields = (
            Field(
                "days_left", "ahead.days_left", LEFT, drop=2,
                tone=lambda one: Tone.WARN if one.ahead.days_left <= _SOON else Tone.PLAIN,
            ),
            Field("day", "ahead.day", DAY),
            Field("kind", "ahead.kind", screen=False, sheet=None),
            Field("what", self._what, TEXT, wrap=True, tone=_tone),
            Field("roles", _roles, NAME, "calendar.roles", wrap=True, drop=1),
            Field("region", "ahead.region", place(), "report.place", wrap=True),
            Field("where", "ahead.where", NAME, "turnout.place", drop=3, wrap=True),
            Field("by_law", "ahead.by_law", FLAG, "checklist.by_law", screen=False),
            Field("open", "ahead.open", COUNT, drop=4),
            Field("basis", "source.dasar", NAME, "calendar.basis", screen=False),
            Field("uid", screen=False, sheet=None),
        )  # fmt: skip
        return Table("deadlines", fields, lambda: self.result.entries, keys=2)

    def _what(self, one: Entry) -> str:
        return ahead_text(one.ahead, self.speaker)

    # -- for people --------------------------------------------------------------------------------

    def blocks(self) -> Iterator[Block | Table]:
        """The days, and one line."""
        found = self.result
        yield from self.top("calendar.title", found.calendar)
        yield self._grouped() if found.entries else self.told("calendar.none")
        count = self.speaker.counted("calendar.count", len(found.entries))
        yield self.result_line(count, calendar=found.calendar)

    def _grouped(self) -> Table:
        """The table with one row for the same at many places (twenty sessions of a training), and
        without what no row says."""
        times = Counter(map(_same, self.result.entries))
        rows = {_same(one): one for one in reversed(self.result.entries)}

        def place_of(one: Entry) -> Region | Span | None:
            several = times[_same(one)]
            if several == 1:
                return one.ahead.region
            return Span(self.speaker.counted("calendar.places", several))

        def hall(one: Entry) -> str:
            return one.ahead.where if times[_same(one)] == 1 else ""

        shown = list(reversed(rows.values()))
        table = self.table().but("region", get=place_of).but("where", get=hall)
        filled = [
            one for one in table.fields if any(one.read(row) not in (None, "") for row in shown)
        ]
        return table._replace(fields=filled, rows=lambda: shown)

    # -- for a calendar ----------------------------------------------------------------------------

    def agenda(self) -> Agenda:
        """The same days."""
        name = self.say("calendar.name", election=self.speaker.shown(self.result.title))
        return Agenda(name, self.made, map(self._day, self.result.entries))

    def _day(self, one: Entry) -> AgendaDay:
        ahead = one.ahead
        region = self.speaker.place(ahead.region)
        where = ahead.where or region
        told = listed(self._what(one), _roles(one), region, between=DOT)
        return AgendaDay(one.uid, ahead.day, told, list(self._notes(one)), where)

    def _notes(self, one: Entry) -> Iterator[str]:
        """What an item is for, how many places have not done it, and what the day rests on."""
        if one.item:
            yield one.item.purpose.in_(self.speaker.lang)
        if one.ahead.open is not None:
            yield self.speaker.counted("calendar.open", one.ahead.open)
        if one.ahead.by_law:
            yield self.say("checklist.by_law")
        if one.source:
            yield self.say("calendar.rests_on", basis=f"{one.source.dasar} [{one.source.tingkat}]")


def _same(one: Entry) -> tuple[object, ...]:
    return one.ahead.day, one.ahead.kind, one.ahead.subject


def _roles(one: Entry) -> str:
    return ", ".join(one.item.pemangku) if one.item else ""


def _tone(one: Entry) -> Tone:
    return Tone.STRONG if one.ahead.by_law else Tone.PLAIN
