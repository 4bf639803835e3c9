"""Ages in completed years, of whole columns.

A day is written as the number YYYYMMDD: the difference of two such numbers, its last four digits
dropped, is the age. Whoever was born on 29 February completes a year on 1 March of the others.
"""

from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray

from adhoc_cli.roster.roster import Roster

YEAR = 10_000


def day_number(day: date) -> int:
    """2024-11-27 as 20241127."""
    return day.year * YEAR + day.month * 100 + day.day


def day_of(number: int) -> date:
    """20241127 as 2024-11-27."""
    return date(number // YEAR, number // 100 % 100, number % 100)


def reference_days(roster: Roster) -> NDArray[np.int64]:
    """Per member the day, as a number, that the age counts on: what the profile says of the body,
    else voting day."""
    voting = roster.profile.hari_pemungutan_suara
    return np.asarray(
        roster.members.of_bodies(
            lambda body: day_number(body.usia_pada or voting), day_number(voting)
        )
    )


def day_numbers(days: NDArray[Any]) -> NDArray[np.int32]:
    """The same of an array of datetime64[D]; 0 for NaT."""
    given = days.astype("datetime64[D]")
    months = given.astype("datetime64[M]")
    years = given.astype("datetime64[Y]").astype(np.int64) + 1970
    day = (given - months).astype(np.int64) + 1
    number = years * YEAR + (months.astype(np.int64) % 12 + 1) * 100 + day
    return np.where(np.isnat(given), 0, number).astype(np.int32)


def ages(on: Any, born: NDArray[np.int32]) -> NDArray[np.int64]:
    """The age, on a day or on one day a row, of those who were `born` on days before it."""
    return np.asarray((on - born.astype(np.int64)) // YEAR)
