"""What can go wrong with the journal, as data. The words are made at the edge.

Every error means that nothing was recorded, and that the journal is as it was before. The one
exception says so itself: `JournalWriteError.restored` is False where the disk refused even that.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from adhoc_cli.tables.faults import FileFault


class JournalError(Exception):
    """Base of the journal's errors."""


class Refusal(StrEnum):
    """Why a mark was refused."""

    MISSING = "missing"  # a cell that must be filled: `terlaksana` needs a date and evidence
    CHARACTER = "character"  # a line break or a control character
    TOO_LONG = "too_long"
    CODE = "code"  # no code of a kecamatan or desa
    NO_COLUMN = "no_column"  # somebody removed the column from the journal


@dataclass(eq=False)  # not frozen: Python sets the traceback of an exception on its way
class MarkRefused(JournalError):  # noqa: N818 - a verdict on what was typed
    """A mark that cannot be recorded as it was given: the column, why, and the limit or the place.

    The value is not repeated: it may be personal, and long.
    """

    column: str
    reason: Refusal
    at: int | None = None  # the limit, or the position (from 1) of the character


class Holder(NamedTuple):
    """The process that holds the lock, as it signed itself."""

    pid: int
    host: str
    since: str  # ISO 8601


@dataclass(eq=False)
class JournalLocked(JournalError):  # noqa: N818 - another run is at work, nothing is wrong
    """Another process held the lock all the time that we waited (exit 4).

    `holder` is None where it left no name: it had only just taken the lock, or the disk is full.
    """

    file: str
    waited: float
    holder: Holder | None


class Aside(NamedTuple):
    """A torn last line that was cut off, and the file beside the journal that keeps it."""

    file: str
    size: int  # bytes


class Step(StrEnum):
    """What the system refused to do."""

    LOCK = "lock"
    OPEN = "open"
    READ = "read"
    SET_ASIDE = "set_aside"
    WRITE = "write"


@dataclass(eq=False)
class JournalWriteError(JournalError):
    """The system refused: a full disk, a folder that may only be read, a link in its place.

    `errno` is the system's number, None for a write that ended early without one.
    """

    file: str
    step: Step
    errno: int | None
    restored: bool = True
    aside: Aside | None = None  # a torn line that was set aside before, and needs to be told


@dataclass(eq=False)
class JournalUnreadable(JournalError):  # noqa: N818 - a verdict on a file
    """The file is there, but nothing can be appended to it: it is no journal (file:line)."""

    fault: FileFault
