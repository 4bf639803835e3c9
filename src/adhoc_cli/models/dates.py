"""Dates as Indonesian offices write them: ISO, dd/mm/yyyy, "16 Mei 2024".

The day comes before the month; where a column shows that its month stands first, its reader is told
so, or refuses what has two readings. Nothing is guessed. Written by hand because the libraries
guess: dateutil and pandas with `dayfirst` turn 2024-05-06 into 5 June, dateparser misses "Ags" and
takes 670 microseconds a date.
"""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from adhoc_cli.text.days import MONTHS
from adhoc_cli.text.lazy import lazy_pattern

# How the months are written beside their names in either language.
_SHORT = (
    "jan", "feb peb pebruari", "mar mrt", "apr", "", "jun", "jul", "agu agt ags agst agust aug",
    "sep sept", "okt oct", "nov nop nopember", "des dec",
)  # fmt: skip
_MONTHS = {
    name: number
    for number, (names, short) in enumerate(zip(MONTHS, _SHORT, strict=True), start=1)
    for name in (*map(str.casefold, names), *short.split())
}
_ROMAN = "i ii iii iv v vi vii viii ix x xi xii"
_MONTHS |= {roman: number for number, roman in enumerate(_ROMAN.split(), start=1)}

# ISO dates from the year 1000 on: surely dates, whole columns at once. 29 February needs the year.
SURE_DATE = (
    r"[1-9][0-9]{3}-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1[0-9]|2[0-8])"
    r"|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)"
)

_WEEKDAY = lazy_pattern(
    r"(?:senin|selasa|rabu|kamis|jum['’]?at|sabtu|minggu|ahad)(?:\s*,\s*|\s+)", re.IGNORECASE
)
# What nobody misreads: other hyphens, blanks around the signs, a full stop or the age behind.
_HYPHENS = lazy_pattern("[\u2010-\u2015\u2212]")
_AROUND_SIGNS = lazy_pattern(r"\s*([/.-])\s*")
_BEHIND = lazy_pattern(
    r"(?:\s*[/,(]?\s*[0-9]{1,3}\s*(?:tahun|thn|th)\.?\)?|\s*[.,;])$", re.IGNORECASE
)
_ISO = lazy_pattern(r"([0-9]{4})([-/. ])([0-9]{1,2})\2([0-9]{1,2})(?:[T ]00:00(?::00(?:\.0+)?)?)?")
_NUMERIC = lazy_pattern(r"([0-9]{1,2})([/. \\|-])([0-9]{1,2})\2([0-9]{4}|[0-9]{2})")
_WORDED = lazy_pattern(r"([0-9]{1,2})[\s,/.-]*([A-Za-z]+)\.?[\s,/-]*([0-9]{4}|[0-9]{2})")
_YEAR_FIRST = lazy_pattern(r"([0-9]{4})[\s-]*([A-Za-z]+)\.?[\s-]*([0-9]{1,2})")
_MONTH_FIRST = lazy_pattern(r"([A-Za-z]+)\.?[\s-]*([0-9]{1,2})(?:\s*,\s*|[\s-]+)([0-9]{4})")
_SURELY = 20  # so many proofs outweigh a single slip of the pen


class Order(StrEnum):
    """What stands first in the numeric dates of a column, as far as they show it."""

    DAY = "day"
    MONTH = "month"
    UNCLEAR = "unclear"


class Orders(NamedTuple):
    """What stands first in the dates of a column, by the sign between their parts; `others` is what
    holds for a sign of which the column shows nothing."""

    of_sign: Mapping[str, Order] = {}
    others: Order = Order.DAY

    def of(self, text: str) -> Order:
        """What stands first in a date that is written like this one."""
        numeric = _NUMERIC.fullmatch(_plain(text))
        return Order.DAY if numeric is None else self.of_sign.get(numeric[2], self.others)


def day_order(counts: Mapping[str, int]) -> Orders:
    """What the numeric dates among the texts of a column (with how often each occurs) show:
    7/25/1988 proves that the month stands first there, 25/7/1988 that the day does. Of 7-8-1988
    neither says anything: somebody else may have written it."""
    proofs: dict[str, list[int]] = {}
    for text, count in counts.items():
        if numeric := _NUMERIC.fullmatch(_plain(text)):
            first, second = int(numeric[1]), int(numeric[3])
            of_sign = proofs.setdefault(numeric[2], [0, 0])
            of_sign[0] += count if 31 >= first > 12 >= second else 0
            of_sign[1] += count if 31 >= second > 12 >= first else 0
    shown = {sign: _order(*found) for sign, found in proofs.items() if any(found)}
    monthly = any(order is not Order.DAY for order in shown.values())
    return Orders(shown, Order.UNCLEAR if monthly else Order.DAY)


def _order(day: int, month: int) -> Order:
    if month == 0 or day >= _SURELY * month:
        return Order.DAY
    return Order.MONTH if day == 0 or month >= _SURELY * day else Order.UNCLEAR


def above_twelve(texts: Iterable[str]) -> bool:
    """Whether there are numeric dates among the texts, and 25/7/1988 is what all of them are like:
    of a column of both kinds, Excel has made dates of the others."""
    found = [numeric for text in texts if (numeric := _NUMERIC.fullmatch(_plain(text)))]
    return bool(found) and all(int(one[1]) > 12 or int(one[3]) > 12 for one in found)


def has_two_readings(text: str) -> bool:
    """Whether day and month of a numeric date may change places and give another day."""
    numeric = _NUMERIC.fullmatch(_plain(text))
    if numeric is None:
        return False
    first, second = int(numeric[1]), int(numeric[3])
    return first != second and 1 <= first <= 12 and 1 <= second <= 12


def both_readings(text: str) -> str:
    """Both days that a date with two readings may mean: "1990-05-12 / 1990-12-05"."""
    orders = (Order.DAY, Order.MONTH)
    found = (read_date(text, short_years=False, order=order) for order in orders)
    return " / ".join(day.isoformat() for day in found if day is not None)


def read_date(text: str, *, short_years: bool, order: Order = Order.DAY) -> date | None:
    """The date that `text` says, or None.

    `short_years` reads "24" as 2024: right for the day of an event, a guess for a day of birth.
    `order` is what its column shows; where that is unclear, a date with two readings is none.
    """
    if order is Order.UNCLEAR and has_two_readings(text):
        return None
    parts = _parts(_plain(text), month_first=order is Order.MONTH)
    if parts is None:
        return None
    year, month, day = parts
    if len(year) == 2 and not short_years:
        return None
    try:
        return date(int(year) + (2000 if len(year) == 2 else 0), month, int(day))
    except ValueError:
        return None


def _plain(text: str) -> str:
    return _BEHIND.sub("", _AROUND_SIGNS.sub(r"\1", _HYPHENS.sub("-", text)), count=1)


def _parts(text: str, *, month_first: bool) -> tuple[str, int, str] | None:
    if iso := _ISO.fullmatch(text):
        return iso[1], int(iso[3]), iso[4]
    if weekday := _WEEKDAY.match(text):
        text = text[weekday.end() :]
    if numeric := _NUMERIC.fullmatch(text):
        first, second = numeric[1], numeric[3]
        return (numeric[4], int(first), second) if month_first else (numeric[4], int(second), first)
    return _worded(text)


def _worded(text: str) -> tuple[str, int, str] | None:
    """Year, month and day of a date whose month is a word, wherever it stands."""
    shapes = (_WORDED, 3, 2, 1), (_YEAR_FIRST, 1, 2, 3), (_MONTH_FIRST, 3, 1, 2)
    for pattern, year, month, day in shapes:
        if found := pattern.fullmatch(text):
            number = _MONTHS.get(found[month].casefold())
            return None if number is None else (found[year], number, found[day])
    return None
