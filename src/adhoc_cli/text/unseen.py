"""Characters that nobody sees, and what is shown in their place.

What Python calls not printable (control, format, surrogate, private use, unassigned, separators of
lines and paragraphs) but for the spaces; and letters, marks and a symbol that draw nothing
(Unicode: Default_Ignorable_Code_Point, U+2800, and U+FFFC, which stands for an object).
"""

from __future__ import annotations

import re

# For a class of characters in a pattern.
SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"  # not "printable", yet harmless
_BLANKS = (
    "\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2065\u2800\u3164\ufe00-\ufe0f\uffa0\ufff0-\ufff8\ufffc"
    "\U000e0100-\U000e01ef"
)
_SPACE = re.compile(f"[{SPACES}]")
_BLANK = re.compile(f"[{_BLANKS}]")


def is_unseen(char: str) -> bool:
    """Whether a character is not seen, or changes how others are."""
    if char.isprintable():
        return _BLANK.match(char) is not None
    return _SPACE.match(char) is None


def escape(char: str) -> str:
    """The visible escape of one character, as Python and JSON write it."""
    code = ord(char)
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
