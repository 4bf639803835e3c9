"""`adhoc bimtek status`: the events of bimtek.csv, and where somebody was missing."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from adhoc_cli.output.document import Block, Paragraph, Span, Tone, section
from adhoc_cli.output.table import COUNT, DAY, FLAG, NAME, Field, Table
from adhoc_cli.output.views.common import DOT, ResultView, if_any, listed, place_fields
from adhoc_cli.reports.bimtek import Bimtek, EventState, Group, Turnout

_NUMBERS = {"expected": None, "present": None, "absent": Tone.BAD, "unknown": Tone.WARN}
_EVENT = ("place", "hours", "organiser", "monitor")
_COLUMNS = ("tempat", "jam", "penyelenggara", "pemantau")


class _Row(NamedTuple):
    """Those of one group at an event; of a whole event the group is none."""

    one: EventState
    group: Group | None
    turnout: Turnout


def _said(column: str) -> Callable[[_Row], str | None]:
    return lambda row: row.one.said(column)


def _numbers() -> Iterator[Field]:
    for key, tone in _NUMBERS.items():
        drop = int(key == "unknown")
        yield Field(key, f"turnout.{key}", COUNT, f"turnout.{key}", tone=tone, drop=drop)


class BimtekView(ResultView[Bimtek]):
    """Who was expected, and who came."""

    model = "bimtek.BimtekOut"

    def table(self) -> Table:
        """A row an event, body, division and kecamatan."""
        said = (
            Field(key, _said(column), NAME, f"turnout.{key}")
            for key, column in zip(_EVENT, _COLUMNS, strict=True)
        )
        return Table(
            "training",
            (
                Field("event", "one.name", NAME, "turnout.event"),
                Field("day", "one.day", DAY, "turnout.day"),
                Field("held", "one.held", FLAG, "turnout.held"),
                *said,
                Field("body", "group.body", NAME, "members.badan"),
                Field("division", "group.division", NAME, "members.divisi"),
                *place_fields("group.region", "title.kecamatan"),
                *_numbers(),
            ),
            self._groups,
        )

    def _groups(self) -> Iterator[_Row]:
        for one in self.result.events:
            for group in one.groups:
                yield _Row(one, group, group.turnout)

    # -- for people --------------------------------------------------------------------------------

    def blocks(self) -> Iterator[Block | Table]:
        """The events; where somebody was missing; one line."""
        found = self.result
        yield from self.top("turnout.title", found.calendar)
        if found.missing:
            yield self.told("page.support.no_training", Tone.WARN)
        elif not found.events:
            yield self.told("turnout.no_events", Tone.WARN)
        else:
            yield self._events()
            yield from self._missing()
        yield from self.out_of_term(found.outside)
        yield self._result()

    def _events(self) -> Table:
        fields = (
            Field("day", "one.day", DAY, "turnout.day"),
            Field("event", "one.name", NAME, "turnout.event", wrap=True),
            Field("for", self._whom, NAME, "turnout.for", wrap=True),
            *_numbers(),
            Field("guests", "one.guests", COUNT, "turnout.guests", drop=2),
        )
        rows = [_Row(one, None, one.turnout) for one in self.result.events]
        return Table("events", fields, lambda: rows, caption=self.say("turnout.legend"))

    def _whom(self, row: _Row) -> str | Span:
        one = row.one
        if not one.bodies:
            return Span(self.say("turnout.for_nobody"), Tone.DIM)
        places = "; ".join(self.speaker.place(place) for place in one.places)
        return listed(", ".join(one.bodies), "; ".join(one.divisions), places, between=DOT)

    def _missing(self) -> Iterator[Block | Table]:
        rows = [row for row in self._groups() if row.one.held and _is_short(row.turnout)]
        if not rows:
            return
        yield section(self.say("turnout.missing"))
        code, name = place_fields("group.region", "title.kecamatan")
        fields = (
            Field("day", "one.day", DAY, "turnout.day", drop=4),
            Field("event", "one.name", NAME, "turnout.event", wrap=True),
            Field("body", "group.body", NAME, "members.badan", drop=3),
            code._replace(drop=2),
            name,
            Field("division", "group.division", NAME, "members.divisi", wrap=True),
            *_numbers(),
        )
        yield Table("missing", fields, lambda: rows)

    def _result(self) -> Paragraph:
        found, of, speaker = self.result, self.result.turnout, self.speaker
        numbers = {key: speaker.number(getattr(of, key)) for key in ("present", "expected")}
        return self.result_line(
            speaker.counted("turnout.event_count", len(found.events)),
            self.say("turnout.came", **numbers),
            if_any(speaker, "turnout.absent_count", of.absent, Tone.BAD),
            if_any(speaker, "turnout.unknown_count", of.unknown, Tone.WARN),
            calendar=found.calendar,
        )


def _is_short(turnout: Turnout) -> bool:
    return bool(turnout.absent or turnout.unknown)
