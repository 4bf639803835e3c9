"""`adhoc checklist show`: one place, every item with its mark, its last day, and whom to call."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
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
from adhoc_cli.output.view import Items, Records, View
from adhoc_cli.output.views.checklist_common import (
    contact_name,
    free_text,
    item_data,
    journal_data,
    journal_note,
)
from adhoc_cli.output.views.common import DOT, counted, dotted, region, schema, subtitle

_COLUMNS = (
    "region_code", "region_name", "item", "body", "stakeholders", "purpose", "state", "status",
    "date", "evidence", "note", "due", "days_left", "by_law", "contacts",
)  # fmt: skip
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
        listed = self._listed
        return {
            **schema("checklist"),
            "about": "place",
            "profile": self._profile,
            "as_of": self._as_of.isoformat(),
            "journal": journal_data(self._journal),
            "region": region(listed.region),
            "kecamatan": region(listed.kecamatan),
            "kind": listed.kind,
            "items": Items("item", map(self._tick, listed.ticks)),
        }

    def _tick(self, tick: Tick) -> dict[str, Any]:
        mark, entry = tick.mark, tick.entry
        return {
            **item_data(tick.planned),
            "stakeholders": list(tick.roles),
            "state": tick.state.name.lower(),
            "days_left": tick.left,
            "mark": mark
            and {
                "line": entry.line if entry else None,
                "status": str(mark.status),
                "date": mark.tanggal.isoformat() if mark.tanggal else None,
                "evidence": free_text(self._speaker, mark.bukti) or None,
                "note": free_text(self._speaker, mark.catatan) or None,
                "operator": mark.operator,
                "recorded": mark.waktu,
            },
            "contacts": [
                {
                    "role": contact.role,
                    "name": self._speaker.free(contact.name),
                    "phone": self._speaker.plain(contact.phone),
                }
                for contact in tick.contacts
            ],
        }

    def records(self) -> Records:
        """A row an item."""
        return Records(_COLUMNS, map(self._record, self._listed.ticks))

    def _record(self, tick: Tick) -> Mapping[str, Any]:
        plain, mark = self._tick(tick), tick.mark
        return {
            "region_code": self._listed.region.code,
            "region_name": self._listed.region.name,
            "item": plain["id"],
            "body": plain["body"],
            "stakeholders": ", ".join(tick.roles),
            "purpose": tick.planned.item.purpose.in_(self._speaker.lang),
            "state": plain["state"],
            "status": mark.status if mark else None,
            "date": mark.tanggal.isoformat() if mark and mark.tanggal else None,
            "evidence": plain["mark"] and plain["mark"]["evidence"],
            "note": plain["mark"] and plain["mark"]["note"],
            "due": plain["due"],
            "days_left": tick.left,
            "by_law": "true" if plain["by_law"] else "false",
            "contacts": "; ".join(contact_name(self._speaker, one) for one in tick.contacts),
        }

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
                note = free_text(speaker, mark.catatan)
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
            text = free_text(self._speaker, mark.bukti)
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
