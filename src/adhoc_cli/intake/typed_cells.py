"""What a typed cell of a workbook says as text: a day in ISO form, a number with all its digits."""

import datetime
from typing import Any

# A spreadsheet keeps 15 digits, a binary number about 15.95.
_DAY_ZERO = datetime.datetime(1899, 12, 31)  # noqa: DTZ001 - of spreadsheets, which know no zone
_FIRST_DAY = datetime.datetime(1900, 2, 1)  # noqa: DTZ001 - nobody lives who was born before
_SURE, _EXACT = 10**15, 2**53


def text_of(value: Any) -> tuple[str, str]:
    """What a typed cell was ("number", "date", or ""), and what it says.

    A whole number keeps its digits where they are surely right. Of 16 digits the last is a 0 that a
    spreadsheet put there, or rounded away; such a number becomes 3.3230146058600E+15, which is how
    the spreadsheet shows it and which the models refuse.
    """
    if isinstance(value, bool):
        return "", str(value).upper()
    if (hours := _hours_of(value)) is not None:
        return "", hours
    if isinstance(value, datetime.datetime):
        midnight = value.time() == datetime.time()
        return "date", value.date().isoformat() if midnight else value.isoformat(" ", "seconds")
    if isinstance(value, datetime.date):
        return "date", value.isoformat()
    if isinstance(value, int) or (isinstance(value, float) and value.is_integer()):
        return "number", digits_of(value)
    return "", str(value)


def _hours_of(value: Any) -> str | None:
    """What a spreadsheet shows of a number of hours: 33:23:01, which was typed as 33.23.01."""
    if isinstance(value, datetime.datetime) and value < _FIRST_DAY:
        value -= _DAY_ZERO
    if not isinstance(value, datetime.timedelta):
        return None
    minutes, seconds = divmod(round(value.total_seconds()), 60)
    return f"{minutes // 60:02d}:{minutes % 60:02d}:{seconds:02d}"


def digits_of(value: float) -> str:
    """The digits of a whole number, or its scientific form where they are not sure."""
    whole = int(value)
    if abs(whole) < _SURE or (abs(whole) < _EXACT and whole % 10):
        return str(whole)
    return f"{value:.13E}"
