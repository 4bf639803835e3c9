"""`--format ics`: days for a calendar, as iCalendar (RFC 5545).

Outlook, Google Calendar and the phones read it. Written by hand: what is needed are whole days with
six properties each, escaped and folded as a vCard is; the icalendar package would bring a table of
time zones, and none of these days has a time.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, timedelta
from typing import TYPE_CHECKING

from adhoc_cli import __version__
from adhoc_cli.output.content_lines import escaped, folded
from adhoc_cli.output.formats.api import Format

if TYPE_CHECKING:
    from adhoc_cli.output.sink import Sink
    from adhoc_cli.output.view import AgendaDay, View


def write(view: View, sink: Sink) -> None:
    """The calendar."""
    agenda = view.agenda()
    stamp = f"{agenda.made.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    name = escaped(agenda.name, personal=sink.personal)
    head = (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//adhoc-cli//adhoc {__version__}//ID",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{name}",
    )
    for text in head:
        sink.write(folded(text))
    for day in agenda.days:
        for text in _properties(day, stamp, personal=sink.personal):
            sink.write(folded(text))
    sink.write(folded("END:VCALENDAR"))


def _properties(day: AgendaDay, stamp: str, *, personal: bool) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{day.uid}"
    yield f"DTSTAMP:{stamp}"
    yield f"DTSTART;VALUE=DATE:{day.day:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{day.day + timedelta(days=1):%Y%m%d}"  # the first day behind it
    yield f"SUMMARY:{escaped(day.title, personal=personal)}"
    if day.notes:
        notes = (escaped(note, personal=personal) for note in day.notes)
        yield "DESCRIPTION:" + "\\n".join(notes)
    if day.where:
        yield f"LOCATION:{escaped(day.where, personal=personal)}"
    yield "TRANSP:TRANSPARENT"  # nobody is busy all day with a deadline
    yield "END:VEVENT"


FORMAT = Format("ics", "ics", write, order=13, only=("calendar",))
