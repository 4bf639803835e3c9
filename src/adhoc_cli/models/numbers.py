"""Whole numbers as people and spreadsheets write them: 1.300, 1,300, 412,00, 8.1234567890E+10.

In a column of whole numbers a point before three digits can only part thousands; digits are never
made up: a scientific form is read where it holds all of them.
"""

import re
from decimal import Decimal

from adhoc_cli.text.lazy import lazy_pattern

_GROUPED = lazy_pattern(
    r"[1-9][0-9]{0,2}(?:([., '\u00a0])[0-9]{3})(?:\1[0-9]{3})*(?:(?!\1)[.,]0{1,2})?"
)
_WITH_NOUGHTS = lazy_pattern(r"([0-9]{1,5})[.,]0{1,2}")
_SCIENTIFIC = lazy_pattern(r"([0-9][.,][0-9]+)[eE]\+?(0?[0-9]|1[0-4])")  # of 15 digits at most


def whole_digits(text: str, *, grouped: bool = True) -> str:
    """The digits of a whole number, or `text` itself where it is none that is sure.

    Not `grouped`: digits that count nothing, as those of a phone."""
    if scientific := _SCIENTIFIC.fullmatch(text):
        digits = scientific[1].replace(",", ".")
        held = len(digits) - 2  # behind the point
        return (
            f"{Decimal(f'{digits}E{scientific[2]}'):f}"
            if held >= int(scientific[2]) and (set(digits[2 + int(scientific[2]) :]) <= {"0"})
            else text
        )
    if grouped and _GROUPED.fullmatch(text):
        return re.sub(r"[.,]0{1,2}$|[., '\u00a0](?=[0-9]{3})", "", text)
    if grouped and (match := _WITH_NOUGHTS.fullmatch(text)):
        return match[1]
    return text
