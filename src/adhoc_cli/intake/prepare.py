"""What a cell is brought into before its type reads it: forms that mean one thing only.

The hour behind a day, as databases and forms write it, is cut off, never a day too early. Local
midnight exported in UTC is 17:00 of the day before in Jakarta (16:00 and 15:00 further east), and
SheetJS writes 23:59:48 of it. Before 15:00 the day is the same in UTC and in Indonesia.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import NamedTuple

from adhoc_cli.intake.typed_cells import digits_of
from adhoc_cli.models.columns import ColumnSpec
from adhoc_cli.models.dates import Order, read_date
from adhoc_cli.models.faults import CellFault
from adhoc_cli.models.names import without_mojibake
from adhoc_cli.models.numbers import whole_digits
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


_DECIMAL = lazy_pattern(r"([0-9]{5,16})[.,]0+")
_NIK_PARTS = lazy_pattern(r"[\s.-]+")
_PHONE_PARTS = lazy_pattern(r"(\s*(?:[/;,|&\n]|\bdan\b|\batau\b)\s*)")
_BARE_PHONE = lazy_pattern(r"8[0-9]{8,11}")
_PHONE_SIGNS = lazy_pattern(r"[\s.()-]+")
_UNWRAPPED = lazy_pattern(r'^="(.*)"$')
_IN_BRACKETS = lazy_pattern(r"^\(([^()]+)\)$")
_NUMBERING = lazy_pattern(r"^[0-9]{1,3}[.)]\s+(?!.*\s2[.)])")
_LEFTOVER = lazy_pattern(r"(?:\\[nr]?|\x1a|<br ?/?>|&nbsp;|;|\s)\Z", re.IGNORECASE)
_LONGEST_LEFTOVER = len("&nbsp;")
_BIRTH_PLACE = lazy_pattern(r"[^\W\d_][^0-9]*+(?<=[\s,/:.(-])(?=[0-9])")


class Step(NamedTuple):
    """One change of a cell: a key of the texts `import.change.…`, the texts before and after it."""

    key: str
    before: str
    after: str


Preparation = Callable[[str, list[Step]], str]


def preparation(spec: ColumnSpec) -> tuple[Preparation, ...]:
    """What comes before the type of a column, in this order."""
    kinds = frozenset(spec.refuses)
    if spec.is_person:
        return (_clean_name,)
    steps: tuple[Preparation, ...] = ()
    if CellFault.NUMBER_DAMAGED in kinds:
        steps = (_without_decimal,)
    if CellFault.NIK_MALFORMED in kinds:
        return (*steps, _joined_nik)
    if CellFault.PHONE_MALFORMED in kinds:
        return (*steps, _with_zero)
    if CellFault.DATE_UNREADABLE in kinds:
        return (_without_birth_place,)
    return steps


def without_leftovers(text: str) -> str:
    """A text without what exports leave around it: ="…", a break, a backslash, a running number."""
    bare = _IN_BRACKETS.sub(r"\1", _UNWRAPPED.sub(r"\1", text))
    return _without_end(_NUMBERING.sub("", bare)).strip() or text


def _without_end(text: str) -> str:
    """Taken off one by one: a pattern of many tries a cell full of them from each of its signs."""
    end = len(text)
    while leftover := _LEFTOVER.search(text, max(end - _LONGEST_LEFTOVER, 0), end):
        end = leftover.start()
    return text[:end]


def _clean_name(text: str, steps: list[Step]) -> str:
    right = without_mojibake(text)
    if right != text:
        steps.append(Step("mojibake", text, right))
        text = right
    bare = without_leftovers(text)
    if bare != text:
        steps.append(Step("leftover", text, bare))
    return bare


def _without_decimal(text: str, steps: list[Step]) -> str:
    """3323014605860001.0 to its digits, where a binary number holds every one of them."""
    if (whole := whole_digits(text, grouped=False)) != text:
        steps.append(Step("whole", text, whole))
        return whole
    match = _DECIMAL.fullmatch(text)
    if match is None or digits_of(float(match[1])) != match[1].lstrip("0"):
        return text
    steps.append(Step("decimal", text, match[1]))
    return match[1]


def _joined_nik(text: str, steps: list[Step]) -> str:
    """A NIK written in groups, "3323 0146 0586 0001"."""
    joined = _NIK_PARTS.sub("", text)
    if joined == text or not re.fullmatch("[0-9]{16}", joined):
        return text
    steps.append(Step("nik_joined", text, joined))
    return joined


def _with_zero(text: str, steps: list[Step]) -> str:
    """Mobile numbers that begin with 8: a spreadsheet ate the 0 before it."""
    parts = _PHONE_PARTS.split(text)
    bare = [_PHONE_SIGNS.sub("", part) for part in parts]
    if not any(_BARE_PHONE.fullmatch(part) for part in bare):
        return text
    whole = "".join(
        f"0{signs}" if _BARE_PHONE.fullmatch(signs) else part
        for part, signs in zip(parts, bare, strict=True)
    )
    steps.append(Step("phone_zero", text, whole))
    return whole


def _without_birth_place(text: str, steps: list[Step]) -> str:
    """The day of "Temanggung, 16 Mei 1990"; a weekday before a date is no birth place."""
    match = _BIRTH_PLACE.match(text)
    if match is None or _is_weekday(match[0]):
        return text
    day = text[match.end() :]
    if match[0].endswith("("):
        day = day.removesuffix(")")
    if not any(read_date(day, short_years=True, order=order) for order in Order):
        return text
    steps.append(Step("birth_place", text, day))
    return day


def _is_weekday(text: str) -> bool:
    word = re.sub(r"[\W_]", "", text).casefold()
    return word in {"senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu", "ahad"}
