"""What the views of coordination share."""

from __future__ import annotations

from adhoc_cli.checklist.place import Contact
from adhoc_cli.checklist.read import Journal
from adhoc_cli.output.document import Paragraph, Span, Tone, line
from adhoc_cli.output.speaker import Speaker
from adhoc_cli.output.views.common import counted


def journal_note(speaker: Speaker, journal: Journal) -> list[Paragraph]:
    """What does not count is said, wherever the journal is shown."""
    if not journal.file.rejected:
        return []
    said = counted(speaker, "checklist.rejected", journal.file.rejected)
    return [Paragraph(line(Span(said, Tone.BAD)))]


def contact_name(speaker: Speaker, contact: Contact) -> str:
    """Name, office and phone: "Heni Wulandari (camat, 0812****1234)"."""
    phone = contact.phone.shown(personal=speaker.personal) if contact.phone else ""
    name = contact.name
    return f"{name} ({contact.role}, {phone or speaker.say('checklist.no_phone')})"
