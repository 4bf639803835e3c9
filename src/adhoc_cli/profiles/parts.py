"""What the parts of a profile share: their base, the types of their values, their sources.

TOML has types of its own: `true` is no number, "5" neither, and 2024-05-16 without quotes is a day.
The bounds keep sums with these numbers inside what dates and 64 bits can hold.
"""

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, Strict
from pydantic_core import PydanticCustomError

from adhoc_cli.text.words import Words

Level = Literal["A", "B", "C", "D", "I", "X"]
Word = Annotated[str, Field(min_length=1)]
Small = Annotated[int, Strict(), Field(ge=0, le=9_999)]  # seats, years of age, days
Large = Annotated[int, Strict(), Field(ge=0, le=999_999_999)]  # voters, totals of a country
Share = Annotated[float, Strict(), Field(ge=0, le=1)]
Day = Annotated[date, Strict(), Field(ge=date(1945, 8, 17), le=date(2199, 12, 31))]
Flag = Annotated[bool, Strict()]


class Part(BaseModel):
    """Base of all parts of a profile: closed, immutable, silent about the values it refuses."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", hide_input_in_errors=True, defer_build=True
    )


class Source(Part):
    """Where a value comes from, and how sure it is.

    A: the primary text; B: an official page, or two independent sources; C: one secondary source;
    D: remembered; I: inferred from cited facts; X: sources contradict each other.
    """

    dasar: Word  # law, decree, page: a citation, the same in both languages
    tingkat: Level
    catatan_id: str | None = None
    catatan_en: str | None = None

    @property
    def note(self) -> Words:
        """What is known of it besides, "" for nothing."""
        return Words(self.catatan_id or "", self.catatan_en or "")


def fault(kind: str, *at: str, **data: Any) -> PydanticCustomError:
    """A fault for faults.py to turn into words; `at` leads to the field of what was looked at."""
    return PydanticCustomError(kind, "{kind}", {"kind": kind, "at": at, **data})


def _no_words(value: Any) -> Any:
    """A text is what relative.py could not make a day of."""
    if isinstance(value, str):
        raise fault("election_day")
    return value


ElectionDay = Annotated[Day, BeforeValidator(_no_words)]  # may be said as "H-23"
