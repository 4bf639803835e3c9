"""Dates as Indonesian offices write them: ISO, dd/mm/yyyy, "16 Mei 2024".

The day always comes before the month; nothing is guessed. Written by hand because the libraries
guess: dateutil and pandas with `dayfirst` turn 2024-05-06 into 5 June, dateparser misses "Ags" and
takes 670 microseconds a date.
"""

from __future__ import annotations

import re
from datetime import date

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januari jan january",
            "februari pebruari feb peb february",
            "maret mar mrt march",
            "april apr",
            "mei may",
            "juni jun june",
            "juli jul july",
            "agustus agu agt ags agust august aug",
            "september sep sept",
            "oktober okt october oct",
            "november nopember nov nop",
            "desember des december dec",
        ),
        start=1,
    )
    for name in names.split()
}

# ISO dates from the year 1000 on: surely dates, whole columns at once. 29 February needs the year.
SURE_DATE = (
    r"[1-9][0-9]{3}-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1[0-9]|2[0-8])"
    r"|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)"
)

_WEEKDAY = re.compile(
    r"(?:senin|selasa|rabu|kamis|jum['’]?at|sabtu|minggu|ahad)(?:\s*,\s*|\s+)", re.IGNORECASE
)
_ISO = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:[T ]00:00(?::00(?:\.0+)?)?)?")
_NUMERIC = re.compile(r"([0-9]{1,2})([/.-])([0-9]{1,2})\2([0-9]{4}|[0-9]{2})")
_WORDED = re.compile(r"([0-9]{1,2})[\s-]+([A-Za-z]+)\.?[\s,-]+([0-9]{4}|[0-9]{2})")


def read_date(text: str, *, short_years: bool) -> date | None:
    """The date that `text` says, or None.

    `short_years` reads "24" as 2024: right for the day of an event, a guess for a day of birth.
    """
    parts = _parts(text)
    if parts is None:
        return None
    year, month, day = parts
    if len(year) == 2 and not short_years:
        return None
    try:
        return date(int(year) + (2000 if len(year) == 2 else 0), month, int(day))
    except ValueError:
        return None


def _parts(text: str) -> tuple[str, int, str] | None:
    if iso := _ISO.fullmatch(text):
        return iso[1], int(iso[2]), iso[3]
    if weekday := _WEEKDAY.match(text):
        text = text[weekday.end() :]
    if numeric := _NUMERIC.fullmatch(text):
        return numeric[4], int(numeric[3]), numeric[1]
    if worded := _WORDED.fullmatch(text):
        month = _MONTHS.get(worded[2].casefold())
        return None if month is None else (worded[3], month, worded[1])
    return None
