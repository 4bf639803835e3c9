"""`--format vcf`: contacts for a phone's address book, as vCard 3.0 (RFC 2426).

3.0 and not 4.0: every phone, WhatsApp's and Google's import and Outlook read it, not all read 4.0.
Written by hand: what is needed are six properties, escaped and folded, in 40 lines; vobject would
bring three packages more, and passes on the control characters that a name may hold.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from adhoc_cli.output.content_lines import escaped, folded
from adhoc_cli.output.formats.api import Format

if TYPE_CHECKING:
    from adhoc_cli.output.sink import Sink
    from adhoc_cli.output.view import Card, View


def write(view: View, sink: Sink) -> None:
    """The cards of a view that has them, one below the other."""
    for card in view.cards():
        for text in _properties(card, sink):
            sink.write(folded(text))


def _properties(card: Card, sink: Sink) -> Iterator[str]:
    def told(text: str) -> str:
        return escaped(text, personal=sink.personal)

    yield "BEGIN:VCARD"
    yield "VERSION:3.0"
    # Indonesian names have no family name: all of it is the given name.
    yield f"N:;{told(card.name)};;;"
    yield f"FN:{told(card.name)}"
    yield f"ORG:{told(card.organisation)}"
    if card.title:
        yield f"TITLE:{told(card.title)}"
    for phone in card.phones:
        yield f"TEL;TYPE=CELL:{told(phone)}"
    if card.note:
        yield f"NOTE:{told(card.note)}"
    yield "END:VCARD"


FORMAT = Format("vcf", "vcf", write, order=11, only=("members",))
