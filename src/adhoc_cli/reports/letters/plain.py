"""Cells as they may stand in a text: nothing hidden, nothing that a terminal or a chat obeys."""

from __future__ import annotations

from adhoc_cli.text.personal import without_personal
from adhoc_cli.text.unseen import escape, is_unseen


def plain(text: str, *, personal: bool = False) -> str:
    """`text` on one line, with every character that is not seen written out: `\\u202e`, `↵`; what
    identifies a person is masked unless `personal`."""
    if not personal:
        text = without_personal(text)
    if text.isascii() and text.isprintable():
        return text
    return "".join(map(_seen, text.replace("\r\n", "\n")))


def _seen(char: str) -> str:
    if char == "\n":
        return "↵"
    return escape(char) if is_unseen(char) else char
