"""Characters that nobody sees, and what is shown in their place.

What Python calls not printable (control, format, surrogate, private use, unassigned, separators of
lines and paragraphs) but for the spaces; and letters, marks and a symbol that draw nothing
(Unicode: Default_Ignorable_Code_Point, U+2800, and U+FFFC, which stands for an object).
"""

import re

from adhoc_cli.text.lazy import lazy_pattern

# Spaces beside the plain one: not "printable", yet harmless.
SPACES = "".join(map(chr, (0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000)))
# For a class of characters in a pattern: what draws nothing.
_BLANKS = (
    "\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2065\u2800\u3164\ufe00-\ufe0f\uffa0\ufff0-\ufff8\ufffc"
    "\U000e0100-\U000e01ef"
)
BREAKS = ("\r\n", "\n")
# Line breaks, and whatever is neither plain ASCII nor a space: to be looked at one by one.
SUSPECT = lazy_pattern(rf"\r\n|[^ -~{SPACES}]")
_SPACE = lazy_pattern(f"[{SPACES}]")
BLANK = lazy_pattern(f"[{_BLANKS}]")


def is_unseen(char: str) -> bool:
    """Whether a character is not seen, or changes how others are."""
    if char.isprintable():
        return BLANK.match(char) is not None
    return _SPACE.match(char) is None


def escape(char: str) -> str:
    """The visible escape of one character, as Python and JSON write it."""
    code = ord(char)
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def on_one_line(text: str) -> str:
    """`text` on one line, with every character that is not seen written out: `\\u202e`, `↵`."""
    return text if text.isascii() and text.isprintable() else SUSPECT.sub(_on_one_line, text)


def _on_one_line(match: re.Match[str]) -> str:
    return "↵" if match[0] in BREAKS else visible(match[0])


def visible(char: str) -> str:
    """A character, or its escape where it is not seen."""
    return escape(char) if is_unseen(char) else char
