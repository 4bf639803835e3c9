"""Days as people write them: 30 Mei 2024, 30 May 2024."""

from __future__ import annotations

from datetime import date

from adhoc_cli.text.words import Lang

_MONTHS = (
    ("Januari", "January"), ("Februari", "February"), ("Maret", "March"), ("April", "April"),
    ("Mei", "May"), ("Juni", "June"), ("Juli", "July"), ("Agustus", "August"),
    ("September", "September"), ("Oktober", "October"), ("November", "November"),
    ("Desember", "December"),
)  # fmt: skip


def long_day(day: date, lang: Lang) -> str:
    """ "30 Mei 2024"; the machine's locale has no say in it."""
    return f"{day.day} {_MONTHS[day.month - 1][lang == 'en']} {day.year}"
