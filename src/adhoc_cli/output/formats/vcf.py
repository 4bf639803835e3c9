"""`--format vcf`: contacts for a phone's address book, as vCard 3.0 (RFC 2426).

3.0 and not 4.0: every phone, WhatsApp's and Google's import and Outlook read it, not all read 4.0.
Written by hand: what is needed are six properties, escaped and folded, in 40 lines; vobject would
bring three packages more, and passes on the control characters that a name may hold.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from adhoc_cli.output.formats.api import Format
from adhoc_cli.output.safe import safe

if TYPE_CHECKING:
    from adhoc_cli.output.sink import Sink
    from adhoc_cli.output.view import Card, View

_OCTETS = 75  # of a line, without its end
_SPECIAL = str.maketrans({"\\": "\\\\", ",": "\\,", ";": "\\;"})


def write(view: View, sink: Sink) -> None:
    """The cards of a view that has them, one below the other."""
    for card in view.cards():
        for text in _properties(card, sink):
            sink.write("\r\n ".join(_folded(text)) + "\r\n")


def _properties(card: Card, sink: Sink) -> Iterator[str]:
    def escaped(text: str) -> str:
        return safe(text, personal=sink.personal).translate(_SPECIAL)

    yield "BEGIN:VCARD"
    yield "VERSION:3.0"
    # Indonesian names have no family name: all of it is the given name.
    yield f"N:;{escaped(card.name)};;;"
    yield f"FN:{escaped(card.name)}"
    yield f"ORG:{escaped(card.organisation)}"
    if card.title:
        yield f"TITLE:{escaped(card.title)}"
    for phone in card.phones:
        yield f"TEL;TYPE=CELL:{escaped(phone)}"
    if card.note:
        yield f"NOTE:{escaped(card.note)}"
    yield "END:VCARD"


def _folded(text: str) -> Iterator[str]:
    """`text` in pieces that fit a line; the blank before a piece counts, a letter stays whole."""
    piece, size, room = "", 0, _OCTETS
    for char in text:
        octets = len(char.encode("utf-8", "replace"))
        if size + octets > room:
            yield piece
            piece, size, room = "", 0, _OCTETS - 1
        piece += char
        size += octets
    yield piece


FORMAT = Format("vcf", "vcf", write, order=11, only=("members",))
