"""`adhoc checklist show`: one place, every item with its mark, its last day, and whom to call."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from operator import attrgetter
from typing import Any

from adhoc_cli.checklist.board import State
from adhoc_cli.checklist.mark import MarkStatus
from adhoc_cli.checklist.place import PlaceList, Tick
from adhoc_cli.checklist.read import Journal
from adhoc_cli.output.document import (
    Block,
    Document,
    Entry,
    Heading,
    Line,
    Listing,
    Paragraph,
    Span,
    Tone,
    line,
)
from adhoc_cli.output.speaker import Speaker
from adhoc_cli.output.table import DAY, FLAG, NAME, WORDS, Field, Table, records_of
from adhoc_cli.output.view import Records, View
from adhoc_cli.output.views.checklist_common import (
    contact_name,
    journal_note,
)
from adhoc_cli.output.views.common import DOT, counted, dotted, subtitle

_SIGNS = {
    State.OVERDUE: Span("✗ ", Tone.BAD),
    State.DUE: Span("! ", Tone.WARN),
    State.OPEN: Span("· ", Tone.DIM),
    State.DONE: Span("✓ ", Tone.GOOD),
}


class PlaceView(View):
    """The list of one place. It names people to call."""

    personal = True

    def __init__(
        self, listed: PlaceList, journal: Journal, profile: str, as_of: date, speaker: Speaker
    ) -> None:
        self._listed = listed
        self._journal = journal
        self._profile = profile
        self._as_of = as_of
        self._speaker = speaker

    # -- for programs ------------------------------------------------------------------------------

    def data(self) -> dict[str, Any]:
        """The document `adhoc.checklist/1` about one place."""
        from adhoc_cli.output.models.checklist import PlaceOut

        about = {"profile": self._profile, "as_of": self._as_of, "journal": self._journal}
        return PlaceOut.data(self._listed, self._speaker, **about)

    def records(self) -> Records:
        """A row an item."""
        return records_of(self._table(), self._speaker)

    def _table(self) -> Table:
        region = self._listed.region
        fields = (
            Field("region_code", lambda tick: region.code),
            Field("region_name", lambda tick: region.name),
            Field("item", attrgetter("planned.id")),
            Field("body", attrgetter("planned.item.badan")),
            Field("stakeholders", lambda tick: ", ".join(tick.roles)),
            Field("purpose", attrgetter("planned.item.purpose"), WORDS),
            Field("state", lambda tick: tick.state.name.lower()),
            Field("status", lambda tick: tick.mark and tick.mark.status),
            Field("date", lambda tick: tick.mark and tick.mark.tanggal, DAY),
            Field("evidence", lambda tick: tick.mark and tick.mark.bukti, NAME),
            Field("note", lambda tick: tick.mark and tick.mark.catatan, NAME),
            Field("due", attrgetter("planned.due.day"), DAY),
            Field("days_left", attrgetter("left")),
            Field("by_law", attrgetter("planned.due.legal"), FLAG),
            Field("contacts", self._contacts),
        )
        return Table("items", fields, lambda: self._listed.ticks)

    def _contacts(self, tick: Tick) -> str:
        return "; ".join(contact_name(self._speaker, one) for one in tick.contacts)

    # -- for people --------------------------------------------------------------------------------

    def document(self) -> Document:
        """A heading, the items, and how many are done."""
        speaker, listed = self._speaker, self._listed
        title = speaker.say("checklist.place", place=listed.region)
        blocks: list[Block] = [Heading(line(title), 1)]
        if listed.kind != "kecamatan":
            above = speaker.place(listed.kecamatan)
            said = speaker.say("checklist.kind", kind=listed.kind, above=above)
            blocks.append(Paragraph(line(Span(said, Tone.DIM)), close=True))
        blocks.append(subtitle(speaker, self._profile, self._as_of))
        if listed.ticks:
            blocks.append(Listing(tuple(map(self._entry, listed.ticks))))
        else:
            blocks.append(Paragraph(line(speaker.say("checklist.no_items"))))
        blocks += journal_note(speaker, self._journal)
        blocks.append(Paragraph(self._result()))
        return Document(tuple(blocks), speaker.lang)

    def _entry(self, tick: Tick) -> Entry:
        purpose = tick.planned.item.purpose.in_(self._speaker.lang)
        head = line(
            _SIGNS[tick.state],
            Span(tick.planned.id, Tone.STRONG),
            f" {', '.join(tick.roles)}: {purpose}",
        )
        return Entry(head, tuple(self._below(tick)))

    def _below(self, tick: Tick) -> Iterator[Line]:
        speaker, mark = self._speaker, tick.mark
        if mark is not None:
            yield dotted([self._marked(tick), *self._evidence(tick)])
            if mark.catatan:
                note = mark.catatan
                yield line(Span(speaker.say("checklist.note", note=note), Tone.DIM))
        if tick.state is State.DONE:
            return
        yield dotted(self._deadline(tick))
        if tick.contacts:
            names = "; ".join(contact_name(speaker, one) for one in tick.contacts)
            yield line("→ ", speaker.say("checklist.contact", names=names))

    def _marked(self, tick: Tick) -> str:
        mark = tick.mark
        day = mark.tanggal if mark else None
        if tick.status is MarkStatus.CANCELLED:
            return self._speaker.say("checklist.was_cancelled")
        what = "done" if tick.status is MarkStatus.DONE else "scheduled"
        if day is None:
            return self._speaker.say(f"checklist.was_{what}_undated")
        return self._speaker.say(f"checklist.was_{what}", day=day)

    def _evidence(self, tick: Tick) -> list[str | Span]:
        mark = tick.mark
        if mark and mark.bukti:
            text = mark.bukti
            return [self._speaker.say("checklist.evidence", evidence=text)]
        if tick.status is MarkStatus.DONE:
            return [Span(self._speaker.say("checklist.no_evidence"), Tone.WARN)]
        return []

    def _deadline(self, tick: Tick) -> list[str | Span]:
        say, left, day = self._speaker.say, tick.left, tick.due.day
        if left is None:
            parts: list[str | Span] = [say("checklist.no_deadline")]
        elif left > 0:
            parts = [say("checklist.day_left", days=left, day=day)]
        elif left == 0:
            parts = [Span(say("checklist.day_today", day=day), Tone.WARN)]
        else:
            late = Tone.BAD if tick.state is State.OVERDUE else Tone.WARN
            parts = [Span(say("checklist.day_late", days=-left, day=day), late)]
        if tick.due.legal:
            parts.append(say("checklist.by_law"))
        if tick.planned.item.bukti:
            usual = ", ".join(tick.planned.item.bukti)
            parts.append(Span(say("checklist.usual_evidence", evidence=usual), Tone.DIM))
        return parts

    def _result(self) -> Line:
        speaker, ticks = self._speaker, self._listed.ticks
        done = sum(tick.state is State.DONE for tick in ticks)
        late = sum(tick.state is State.OVERDUE for tick in ticks)
        said = speaker.say("checklist.done_count", count=done, total=len(ticks))
        tone = Tone.BAD if late else Tone.GOOD
        overdue = Span(counted(speaker, "checklist.overdue_count", late), tone)
        return line(
            Span(f"{speaker.say('result')} ", Tone.STRONG), said, Span(DOT, Tone.DIM), overdue
        )
