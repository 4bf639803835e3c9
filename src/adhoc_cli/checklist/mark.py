"""A mark: what an operator records of one item of one place, and what a journal may hold of it."""

import getpass
import os
import unicodedata
from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple

from adhoc_cli.checklist.faults import MarkRefused, Refusal
from adhoc_cli.models.codes import dotted_at_any_level
from adhoc_cli.text.days import WIB
from adhoc_cli.text.lazy import lazy_pattern

COLUMNS = ("waktu", "operator", "kode_wilayah", "butir", "status", "tanggal", "bukti", "catatan")
OPERATOR = "ADHOC_OPERATOR"  # the environment variable
MAX_LENGTH = 2_000  # characters a cell; a note is a sentence or two

_NOTHING = lazy_pattern(r"[-–—]?")  # what the reader takes for an empty cell
_BREAKS = "\u2028\u2029"


class MarkStatus(StrEnum):
    """What was recorded last of an item. The words stand in the journal and are never translated.

    `batal`: the meeting fell through. The item is still to do, and its deadline runs on.
    `dicabut`: the mark before it counts no more, as if there had been none; history keeps both.
    """

    DONE = "terlaksana"
    SCHEDULED = "dijadwalkan"
    CANCELLED = "batal"
    WITHDRAWN = "dicabut"


class Mark(NamedTuple):
    """One mark. `day` is when the meeting was, or is to be."""

    place: str
    item: str
    status: MarkStatus = MarkStatus.DONE
    day: date | None = None
    evidence: str = ""
    note: str = ""


def now() -> datetime:
    """The time in western Indonesia, to the second."""
    return datetime.now(WIB).replace(microsecond=0)


def operator_name(given: str | None = None) -> str:
    """Who marks: the name given, else ADHOC_OPERATOR, else the user's. Raises `MarkRefused`."""
    named = (name for name in (given, os.environ.get(OPERATOR)) if name and name.strip())
    return checked("operator", next(named, None) or _user(), required=True)


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):  # an account without a name, in a container
        return ""


def lacking(status: MarkStatus, day: date | None, evidence: str) -> list[str]:
    """The columns without which a mark is not complete: what is done has its day and evidence."""
    if status is not MarkStatus.DONE:
        return []
    there = {"tanggal": day is not None, "bukti": bool(evidence.strip(" -–—"))}
    return [column for column, is_there in there.items() if not is_there]


def cells(mark: Mark, operator: str, time: datetime) -> Mapping[str, str]:
    """The cells of a mark's line by column. Raises `MarkRefused`."""
    place = dotted_at_any_level(mark.place)
    if place is None:
        raise MarkRefused("kode_wilayah", Refusal.CODE)
    for column in lacking(mark.status, mark.day, mark.evidence):
        raise MarkRefused(column, Refusal.MISSING)
    return {
        "waktu": time.isoformat(timespec="seconds"),
        "operator": operator,
        "kode_wilayah": place,
        "butir": checked("butir", mark.item, required=True),
        "status": mark.status.value,
        "tanggal": mark.day.isoformat() if mark.day else "",
        "bukti": checked("bukti", mark.evidence),
        "catatan": checked("catatan", mark.note),
    }


def checked(column: str, text: str, *, required: bool = False) -> str:
    """`text` as a cell, trimmed. Raises `MarkRefused`: a journal holds one line a mark, for ever.

    A text that a spreadsheet would take for a formula is kept as it is: whoever exports the journal
    sees to that, here nothing is rewritten.
    """
    text = text.strip()
    if required and _NOTHING.fullmatch(text):
        raise MarkRefused(column, Refusal.MISSING)
    if len(text) > MAX_LENGTH:
        raise MarkRefused(column, Refusal.TOO_LONG, MAX_LENGTH)
    for position, char in enumerate(text, start=1):
        if char in _BREAKS or unicodedata.category(char) in {"Cc", "Cs"}:
            raise MarkRefused(column, Refusal.CHARACTER, position)
    return text
