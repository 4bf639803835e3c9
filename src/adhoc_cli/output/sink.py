"""Where a format writes to: bytes at the bottom, and what can be shown there."""

from collections.abc import Mapping
from typing import Any, NamedTuple, Protocol

from adhoc_cli.output.safe import safe

# Our own signs where a stream cannot show them: an old Windows console, LC_ALL=C.
_SIGNS: Mapping[str, str] = {
    "✓": "ok",
    "✗": "x",
    "→": "->",
    "…": "...",
    "·": "|",
    "–": "-",
    "—": "-",
    "↵": "\\n",
    "×": "x",
    "≥": ">=",
    "≤": "<=",
    "’": "'",
    "“": '"',
    "”": '"',
    "⟨": "<",
    "⟩": ">",
    "█": "#",
    "░": ".",
}
_TO_ASCII = str.maketrans(dict(_SIGNS))
# Longer than any sentence of ours; a name of 32,767 letters would push all else off the screen.
_LONGEST = 2_000


class DestinationError(Exception):
    """A place that cannot be written to (exit 2): a key of the catalogue and its params."""

    def __init__(self, key: str, **params: Any) -> None:
        super().__init__(key)
        self.key = key
        self.params = params


class Bytes(Protocol):
    """What takes bytes: a file, or the buffer of stdout."""

    def write(self, data: bytes, /) -> object:
        """Take them all."""


class Sink(NamedTuple):
    """Takes text in an encoding; nothing it is given can fail to be encoded.

    `width` is that of the screen, `color` whether it takes colours; both only concern a terminal.
    `personal`: personal data was asked for. Else nothing passes that a format has not masked.
    """

    stream: Bytes
    encoding: str = "utf-8"
    width: int = 80
    color: bool = False
    personal: bool = False

    def write(self, text: str) -> None:
        """Write `text`, characters that the encoding lacks as escapes."""
        self.stream.write(text.encode(self.encoding, "backslashreplace"))

    @property
    def ascii_only(self) -> bool:
        """Whether lines of boxes and our signs must be drawn with ASCII."""
        try:
            "─✓→".encode(self.encoding)
        except (UnicodeEncodeError, LookupError):
            return True
        return False

    def show(self, text: str) -> str:
        """`text` from outside as it may be shown here; formats for people pass every text."""
        shown = safe(text, _LONGEST, personal=self.personal)
        if shown.isascii() or not self.ascii_only:
            return shown
        return encodable(shown, self.encoding)


def encodable(text: str, encoding: str) -> str:
    """`text` in signs that the encoding has: ours replaced by those of ASCII, others escaped."""
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        text = text.translate(_TO_ASCII)
    return text.encode(encoding, "backslashreplace").decode(encoding)
