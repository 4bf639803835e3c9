"""The lines of a vCard and of an iCalendar file (RFC 2426, RFC 5545): escaped, and folded."""

from collections.abc import Iterator

from adhoc_cli.output.safe import safe

_OCTETS = 75  # of a line, without its end
_SPECIAL = str.maketrans({"\\": "\\\\", ",": "\\,", ";": "\\;"})


def escaped(text: str, *, personal: bool) -> str:
    """A text from outside as a value: on one line, and no property of its own."""
    return safe(text, personal=personal).translate(_SPECIAL)


def folded(text: str) -> str:
    """A property as it stands in the file, over as many lines as it takes."""
    return "\r\n ".join(_pieces(text)) + "\r\n"


def _pieces(text: str) -> Iterator[str]:
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
