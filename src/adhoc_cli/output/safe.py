"""The one function that every text from outside goes through before anybody sees it.

What identifies a person is masked, unless it was asked for (`text.personal`).

A cell may hold an escape sequence that writes to the clipboard, a character that turns the line
round, or a letter that nobody sees. All of them become visible: `\\x1b`, `\\u202e`, `↵` for a line
break. Letters of every script stay, with their accents. What is text here is never markup: the
formats escape for their own syntax after this.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from adhoc_cli.text.lazy import lazy_pattern
from adhoc_cli.text.personal import Public, all_without_personal, without_personal
from adhoc_cli.text.unseen import BLANK, BREAKS, SUSPECT, escape, on_one_line, visible

# Longer runs of combining marks than this climb out of their line; no language writes them.
MARKS = 8
# The first combining mark of Unicode is U+0300. To a class that stands alone `re` goes at once.
_PERHAPS_A_TOWER = lazy_pattern(f"[^\0-\u02ff][^\0-\u02ff]{{{MARKS}}}")


def safe(text: str, limit: int | None = None, *, personal: bool = False) -> str:
    """`text` as it may be shown: one line, nothing hidden, nothing that a terminal obeys, and
    nothing `personal`.

    Above `limit` characters the rest is left out, and `…` says so.
    """
    if isinstance(text, Public):
        return Public(harmless(str(text), limit))
    return harmless(text if personal else without_personal(text), limit)


def harmless(text: str, limit: int | None = None) -> str:
    """The same of a text that is masked already: what is made visible hides a number from the mask,
    and never comes first."""
    if limit is not None and len(text) > limit:
        text = f"{text[:limit]}…"
    return _without_towers(on_one_line(text))


def safe_cell(text: str, *, personal: bool = False) -> str:
    """The same for a cell of a CSV file, where a line break (LF) and a tab are data and stay."""
    return safe_cells([text], personal=personal)[0]


def safe_cells(texts: Sequence[str], *, personal: bool = False) -> Sequence[str]:
    """The same of each text."""
    masked = texts if personal else all_without_personal(texts)
    if _is_seen("".join(masked)):
        return masked
    return [_without_towers(SUSPECT.sub(_in_a_cell, text)) for text in masked]


def _is_seen(text: str) -> bool:
    """Whether all of a text is surely seen as it is."""
    if not text.isprintable():
        return False
    return text.isascii() or not (BLANK.search(text) or _PERHAPS_A_TOWER.search(text))


def safe_data(value: Any, *, personal: bool = False) -> Any:
    """The same for plain JSON, which escapes what is hidden by itself: only masked."""
    if personal:
        return value
    return _each_text(value, without_personal)


def _each_text(value: Any, masked: Callable[[str], str]) -> Any:
    if isinstance(value, str):
        return masked(value)
    if isinstance(value, Mapping):
        return {masked(key): _each_text(item, masked) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_each_text(item, masked) for item in value]
    return value


def _in_a_cell(match: re.Match[str]) -> str:
    if match[0] in BREAKS:
        return "\n"
    return "\t" if match[0] == "\t" else visible(match[0])


def _without_towers(text: str) -> str:
    """`text` with the marks behind the eighth of a run made visible, not drawn on top."""
    if not _PERHAPS_A_TOWER.search(text):
        return text
    from unicodedata import combining

    run, kept = 0, []
    for char in text:
        run = run + 1 if combining(char) else 0
        kept.append(escape(char) if run > MARKS else char)
    return "".join(kept)
