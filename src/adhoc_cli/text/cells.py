"""Cells of CSV files that a spreadsheet opens: what looks like a formula carries an apostrophe.

A spreadsheet runs a cell that begins with = + - @ or a tab, CR or LF (and some also take the
full-width signs). One apostrophe before it makes it text again; a cell that already begins with
apostrophes before such a sign gets one more, so that taking one away gives back the exact text.
"""

from adhoc_cli.text.lazy import lazy_pattern

_START = r"[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]"
_FORMULA = lazy_pattern(f"'*{_START}")
_MARKED = lazy_pattern(f"'+{_START}")


_UNWRAPPED = lazy_pattern(r'=\s*"([^"]*)"')


def unwrapped(text: str) -> str:
    """The text of ="…", which is how a spreadsheet is told that it is one."""
    match = _UNWRAPPED.fullmatch(text)
    return text if match is None else match[1]


def for_spreadsheet(text: str) -> str:
    """`text` as a cell that no spreadsheet runs."""
    return f"'{text}" if _FORMULA.match(text) else text


def from_spreadsheet(text: str) -> str:
    """The exact text of a cell that `for_spreadsheet` wrote."""
    return text[1:] if _MARKED.match(text) else text
