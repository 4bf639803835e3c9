"""Cells as they may stand in a text: nothing hidden, nothing that a terminal or a chat obeys."""

from __future__ import annotations

import re
import unicodedata

# Control, format (bidirectional, zero-width), surrogate, private and unassigned characters, and the
# separators of lines and paragraphs.
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
# Letters and marks that draw nothing (Unicode: Default_Ignorable).
_BLANK = re.compile("[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0f\uffa0]")


def plain(text: str) -> str:
    """`text` on one line, with every character that is not seen written out: `\\u202e`, `↵`."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(map(_seen, text.replace("\r\n", "\n")))


def _seen(char: str) -> str:
    if char == "\n":
        return "↵"
    if unicodedata.category(char) not in _UNSEEN and not _BLANK.match(char):
        return char
    code = ord(char)
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
