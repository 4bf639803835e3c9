"""What the views of coordination share."""

from __future__ import annotations

from typing import Any

from adhoc_cli.checklist.items import Planned
from adhoc_cli.checklist.place import Contact
from adhoc_cli.checklist.progress import Counts
from adhoc_cli.checklist.read import Journal
from adhoc_cli.output.document import Paragraph, Span, Tone, line
from adhoc_cli.output.speaker import Speaker
from adhoc_cli.output.views.common import counted


def free_text(speaker: Speaker, text: str | None) -> str:
    """Evidence or a note: typed freely, so that a long number in it may be somebody's."""
    return speaker.free(text or "")


def journal_data(journal: Journal) -> dict[str, Any]:
    """What was read: rows = accepted + rejected. A folder without a journal has an empty one."""
    file = journal.file
    return {
        "file": file.name,
        "exists": journal.exists,
        "rows": file.rows,
        "accepted": file.accepted,
        "rejected": file.rejected,
    }


def journal_note(speaker: Speaker, journal: Journal) -> list[Paragraph]:
    """What does not count is said, wherever the journal is shown."""
    if not journal.file.rejected:
        return []
    said = counted(speaker, "checklist.rejected", journal.file.rejected)
    return [Paragraph(line(Span(said, Tone.BAD)))]


def item_data(planned: Planned) -> dict[str, Any]:
    """An item with its last day."""
    item, due = planned.item, planned.due
    return {
        "id": planned.id,
        "body": item.badan,
        "level": planned.level,
        "stakeholders": list(item.pemangku),
        "purpose": {"id": item.tujuan_id, "en": item.tujuan_en},
        "evidence": list(item.bukti),
        "due": due.day.isoformat() if due.day else None,
        "late_after": due.late.isoformat() if due.late else None,
        "by_law": due.legal,
        "basis": item.sumber.dasar if item.sumber else None,
    }


def counts_data(counts: Counts) -> dict[str, int]:
    """Counts of items."""
    return {
        "total": counts.total,
        "done": counts.done,
        "due": counts.due,
        "overdue": counts.overdue,
        "open": counts.open,
        "scheduled": counts.scheduled,
        "overdue_by_law": counts.overdue_by_law,
    }


def contact_name(speaker: Speaker, contact: Contact) -> str:
    """Name, office and phone: "Heni Wulandari (camat, 0812****1234)"."""
    phone = contact.phone.shown(personal=speaker.personal) if contact.phone else ""
    name = speaker.free(contact.name)
    return f"{name} ({contact.role}, {phone or speaker.say('checklist.no_phone')})"
