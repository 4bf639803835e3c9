"""Days as people write them (30 Mei 2024, 30 May 2024), and the zone their hours are in."""

from datetime import date, datetime, timedelta, timezone
from functools import lru_cache

from adhoc_cli.text.words import Lang

# The time of Jakarta: UTC+7 without summer time since 1964, so no data of zones is needed, which
# Windows lacks.
WIB = timezone(timedelta(hours=7), "WIB")

MONTHS = (
    ("Januari", "January"), ("Februari", "February"), ("Maret", "March"), ("April", "April"),
    ("Mei", "May"), ("Juni", "June"), ("Juli", "July"), ("Agustus", "August"),
    ("September", "September"), ("Oktober", "October"), ("November", "November"),
    ("Desember", "December"),
)  # fmt: skip

_WEEKDAYS = (
    ("Senin", "Monday"), ("Selasa", "Tuesday"), ("Rabu", "Wednesday"), ("Kamis", "Thursday"),
    ("Jumat", "Friday"), ("Sabtu", "Saturday"), ("Minggu", "Sunday"),
)  # fmt: skip


def weekday(day: date, lang: Lang) -> str:
    """The name of the day of the week: "Senin", "Monday"."""
    return _WEEKDAYS[day.weekday()][lang == "en"]


@lru_cache(4096)  # many findings are of few days
def long_day(day: date, lang: Lang) -> str:
    """The day with the month as a word, "30 Mei 2024", whatever the locale of the machine."""
    return f"{day.day} {MONTHS[day.month - 1][lang == 'en']} {day.year}"


def long_moment(moment: datetime, lang: Lang) -> str:
    """The day with its hour: "30 Mei 2024 pukul 09.30", "30 May 2024 at 09:30"."""
    hour = f"at {moment:%H:%M}" if lang == "en" else f"pukul {moment:%H.%M}"
    return f"{long_day(moment.date(), lang)} {hour}"
