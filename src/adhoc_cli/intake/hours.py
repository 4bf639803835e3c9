"""The hour behind a day, as databases and forms write it: cut off, never a day too early.

Local midnight exported in UTC is 17:00 of the day before in Jakarta (16:00 and 15:00 further east),
and SheetJS writes 23:59:48 of it. Before 15:00 the day is the same in UTC and in Indonesia.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from adhoc_cli.text.lazy import lazy_pattern

_TIMED = lazy_pattern(
    r"(?P<day>.{6,}?)[T ](?P<hour>[0-9]{1,2})[:.](?P<minute>[0-9]{2})"
    r"(?:[:.](?P<second>[0-9]{2})(?:\.[0-9]+)?)? ?"
    r"(?P<zone>WIB|WITA|WIT|Z|\+0[0789]:?00|-00:?00)?"
)
_ISO_DAY = lazy_pattern(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_SAME_DAY = range(15)
_MIDNIGHTS = frozenset({"15:00:00", "16:00:00", "17:00:00"})  # of Indonesia, in UTC
_UTC = lazy_pattern(r"Z|[+-]00:?00")


class Cut(NamedTuple):
    """The day that a text with an hour means, and how that is known: a key of `import.change.…`."""

    day: str
    key: str


class Hours(NamedTuple):
    """What is known of the hours in a column. `birth`: it holds days of birth; `event`: days of
    events, which begin at an hour; `abroad`: all hours of the column are one midnight in UTC."""

    birth: bool
    event: bool
    abroad: bool = False

    def shown_by(self, cells: Iterable[str]) -> Hours:
        """The same, of the column of these cells."""
        clocks = {_clock(match) for cell in cells if (match := _TIMED.fullmatch(cell))}
        return self._replace(abroad=len(clocks) == 1 and clocks <= _MIDNIGHTS)

    def cut(self, text: str) -> Cut | None:
        """The day of a text that ends in an hour; None for another text, and where the hour leaves
        two days open."""
        match = _TIMED.fullmatch(text)
        if match is None:
            return None
        if int(match["hour"]) in _SAME_DAY:
            return Cut(match["day"], "time")
        clock, in_utc = _clock(match), _UTC.fullmatch(match["zone"] or "") is not None
        if clock.startswith("23:59:") or (
            clock in _MIDNIGHTS and (in_utc or self._is_abroad(match))
        ):
            return None if self.event and not in_utc else _next_day(match["day"])
        return None if self.birth or in_utc else Cut(match["day"], "time")

    def _is_abroad(self, match: re.Match[str]) -> bool:
        return self.abroad and not match["zone"]


def _clock(match: re.Match[str]) -> str:
    """The hour with minutes and seconds; without seconds it is one that somebody wrote."""
    return f"{int(match['hour']):02d}:{match['minute']}:{match['second'] or ''}"


def _next_day(day: str) -> Cut | None:
    if not _ISO_DAY.fullmatch(day):
        return None
    try:
        return Cut((date.fromisoformat(day) + timedelta(1)).isoformat(), "next_day")
    except (ValueError, OverflowError):
        return None
