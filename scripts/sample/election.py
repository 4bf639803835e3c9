"""The two elections of 2024: who serves from when to when, and what their profiles are called.

Written down here a second time, apart from the profiles of the tool: what the sample data expects
is not to follow from what it tests.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

_SECRETARIAT_DAYS = 7


@dataclass(frozen=True)
class Election:
    """The name of a profile, the day of voting, and the first and last day of every body.

    `trains` are the bodies that must have had a bimtek; from the day `secretariat_errs` after the
    oath of its body an incomplete secretariat is an error (None: always a warning).
    """

    profile: str
    called: str
    voting_day: date
    terms: Mapping[str, tuple[date, date]]
    two_pantarlih_above: int | None  # voters of a TPS; None: one everywhere
    trains: frozenset[str]
    secretariat_errs: int | None = None

    def first_day(self, body: str) -> date:
        """The day of the oath, or the first day of work."""
        return self.terms[body][0]

    def last_day(self, body: str) -> date:
        """The end of the term."""
        return self.terms[body][1]

    def in_office(self, body: str, day: date) -> bool:
        """Whether a body, or that of a secretariat, serves on a day."""
        first, last = self.terms[body.removeprefix("SEKRETARIAT ")]
        return first <= day <= last

    def secretariat_due(self, body: str) -> date:
        """The last day on which the secretariat of a PPK or PPS may still be incomplete."""
        return self.first_day(body.removeprefix("SEKRETARIAT ")) + timedelta(_SECRETARIAT_DAYS)

    def secretariat_error(self, body: str) -> date | None:
        """The first day on which an incomplete secretariat is an error."""
        if self.secretariat_errs is None:
            return None
        oath = self.first_day(body.removeprefix("SEKRETARIAT "))
        return oath + timedelta(self.secretariat_errs)

    def decree(self, number: int) -> str:
        """The number of a decree of the year in which the PPK took the oath."""
        return f"{number}/PP.04-Kpt/3323/{self.first_day('PPK').year}"


PILKADA = Election(
    "pilkada-2024",
    "susunan Badan Adhoc Pilkada 2024",
    date(2024, 11, 27),
    {
        "PPK": (date(2024, 5, 16), date(2025, 1, 27)),
        "PPS": (date(2024, 5, 26), date(2025, 1, 27)),
        "KPPS": (date(2024, 11, 7), date(2024, 12, 8)),
        "PANTARLIH": (date(2024, 6, 24), date(2024, 7, 25)),
        "KETERTIBAN": (date(2024, 11, 7), date(2024, 12, 8)),
        "SEKRETARIAT PPK": (date(2024, 5, 22), date(2025, 1, 27)),
        "SEKRETARIAT PPS": (date(2024, 6, 1), date(2025, 1, 27)),
    },
    two_pantarlih_above=400,
    trains=frozenset(("PPK", "PPS")),
)
PEMILU = Election(
    "pemilu-2024",
    "susunan Badan Adhoc Pemilu 2024",
    date(2024, 2, 14),
    {
        "PPK": (date(2023, 1, 4), date(2024, 4, 4)),
        "PPS": (date(2023, 1, 24), date(2024, 4, 4)),
        "KPPS": (date(2024, 1, 25), date(2024, 2, 25)),
        "PANTARLIH": (date(2023, 2, 12), date(2023, 4, 11)),
        "KETERTIBAN": (date(2024, 1, 25), date(2024, 2, 25)),
        "SEKRETARIAT PPK": (date(2023, 1, 10), date(2024, 4, 4)),
        "SEKRETARIAT PPS": (date(2023, 1, 30), date(2024, 4, 4)),
    },
    two_pantarlih_above=None,
    trains=frozenset(),
    secretariat_errs=14,
)
