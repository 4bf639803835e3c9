"""`adhoc checklist show`: one place, every item with its mark, its last day, and whom to call."""

from collections.abc import Iterator

from adhoc_cli.checklist.board import State
from adhoc_cli.checklist.mark import MarkStatus
from adhoc_cli.checklist.place import PlaceList, Tick
from adhoc_cli.output.document import (
    Block,
    Entry,
    Line,
    Listing,
    Paragraph,
    Span,
    Tone,
    line,
    title,
)
from adhoc_cli.output.table import CODE, DAY, FLAG, LEFT, NAME, WORDS, Field, Table
from adhoc_cli.output.views.common import ResultView, dotted, subtitle

_SIGNS = {
    State.OVERDUE: Span("✗ ", Tone.BAD),
    State.DUE: Span("! ", Tone.WARN),
    State.OPEN: Span("· ", Tone.DIM),
    State.DONE: Span("✓ ", Tone.GOOD),
}


class PlaceView(ResultView[PlaceList]):
    """The list of one place. It names people to call."""

    personal = True
    model = "checklist.PlaceOut"

    def table(self) -> Table:
        """A row an item."""
        region = self.result.region
        fields = (
            Field("region_code", lambda tick: region.code, CODE, "title.code"),
            Field("region_name", lambda tick: region.name, title="members.place"),
            Field("item", "planned.id", CODE, "checklist.item"),
            Field("body", "planned.item.badan", title="members.badan"),
            Field("stakeholders", "roles", WORDS, "checklist.stakeholder"),
            Field("purpose", "planned.item.purpose", WORDS, wrap=True),
            Field("state", lambda tick: tick.state.name.lower()),
            Field("status", "mark.status", title="members.status"),
            Field("date", "mark.tanggal", DAY, "checklist.day"),
            Field("evidence", "mark.bukti", NAME, "checklist.evidence_title"),
            Field("note", "mark.catatan", NAME, "checklist.note_title"),
            Field("due", "due.day", DAY, "checklist.last_day"),
            Field("days_left", "left", LEFT),
            Field("by_law", "planned.due.legal", FLAG),
            Field("contacts", self._contacts, wrap=True),
        )
        return Table("items", fields, lambda: self.result.ticks)

    def _contacts(self, tick: Tick) -> str:
        """Name, office and phone, "Heni Wulandari (camat, 0812****1234)"."""
        return "; ".join(
            f"{one.name} ({one.role}, {self.speaker.phone(one.phone)})" for one in tick.contacts
        )

    # -- for people --------------------------------------------------------------------------------

    def blocks(self) -> Iterator[Block | Table]:
        """A heading, the items, and how many are done."""
        place = self.result
        yield title(self.say("checklist.place", place=place.region))
        if place.region != place.kecamatan:
            where = {"kind": place.kind, "above": self.speaker.place(place.kecamatan)}
            yield self.told("checklist.kind", Tone.DIM, close=True, **where)
        yield from subtitle(self.speaker, place.calendar)
        if place.ticks:
            yield Listing(tuple(map(self._entry, place.ticks)))
        else:
            yield self.told("checklist.no_items")
        yield from self.rejected_marks(place.journal.file.rejected)
        yield self._result()

    def _entry(self, tick: Tick) -> Entry:
        purpose = tick.planned.item.purpose.in_(self.speaker.lang)
        head = line(
            _SIGNS[tick.state],
            Span(tick.planned.id, Tone.STRONG),
            f" {', '.join(tick.roles)}: {purpose}",
        )
        return Entry(head, tuple(self._below(tick)))

    def _below(self, tick: Tick) -> Iterator[Line]:
        mark = tick.mark
        if mark is not None:
            yield dotted([self._marked(tick), *self._evidence(tick)])
            if mark.catatan:
                yield line(Span(self.say("checklist.note", note=mark.catatan), Tone.DIM))
        if tick.state is State.DONE:
            return
        yield dotted(self._deadline(tick))
        if tick.contacts:
            yield line("→ ", self.say("checklist.contact", names=self._contacts(tick)))

    def _marked(self, tick: Tick) -> str:
        mark = tick.mark
        day = mark.tanggal if mark else None
        if tick.status is MarkStatus.CANCELLED:
            return self.say("checklist.was_cancelled")
        what = "done" if tick.status is MarkStatus.DONE else "scheduled"
        if day is None:
            return self.say(f"checklist.was_{what}_undated")
        return self.say(f"checklist.was_{what}", day=day)

    def _evidence(self, tick: Tick) -> list[str | Span]:
        mark = tick.mark
        if mark and mark.bukti:
            return [self.say("checklist.evidence", evidence=mark.bukti)]
        if tick.status is MarkStatus.DONE:
            return [Span(self.say("checklist.no_evidence"), Tone.WARN)]
        return []

    def _deadline(self, tick: Tick) -> list[str | Span]:
        say, left, day = self.say, tick.left, tick.due.day
        if tick.ended is not None:
            return [say("checklist.ended", day=tick.ended)]
        if tick.waits_for:
            parts: list[str | Span] = [say("checklist.waits_for", item=tick.waits_for)]
        elif left is None:
            parts = [say("checklist.no_deadline")]
        elif left > 0:
            parts = [say("checklist.day_left", days=left, n=left, day=day)]
        elif left == 0:
            parts = [Span(say("checklist.day_today", day=day), Tone.WARN)]
        else:
            late = Tone.BAD if tick.state is State.OVERDUE else Tone.WARN
            parts = [Span(say("checklist.day_late", days=-left, n=-left, day=day), late)]
        if tick.due.legal:
            parts.append(say("checklist.by_law"))
        if tick.planned.item.bukti:
            usual = ", ".join(tick.planned.item.bukti)
            parts.append(Span(say("checklist.usual_evidence", evidence=usual), Tone.DIM))
        return parts

    def _result(self) -> Paragraph:
        ticks = self.result.ticks
        done = sum(tick.state is State.DONE for tick in ticks)
        late = sum(tick.state is State.OVERDUE for tick in ticks)
        said = self.say("checklist.done_count", count=done, total=len(ticks))
        overdue = self.speaker.counted("checklist.overdue_count", late)
        return self.result_line(said, Span(overdue, Tone.BAD if late else Tone.GOOD))
