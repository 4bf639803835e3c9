"""What is wrong with a file as a file: located, counted, and kept as far as anybody will read."""

from collections import Counter
from collections.abc import Iterable, Mapping
from enum import StrEnum
from itertools import islice
from typing import Any, NamedTuple

# Located faults kept for each kind and file. The counts stay true beyond it.
KEPT = 10_000


class FileFaultKind(StrEnum):
    """The kinds of fault of a file, one for each rule of family F."""

    FILE_MISSING = "file_missing"
    NOT_TEXT = "not_text"
    NO_ROWS = "no_rows"
    COLUMN_MISSING = "column_missing"
    HEADER_REPEATED = "header_repeated"
    ROW_WIDTH = "row_width"
    QUOTE = "quote"
    LINE_BREAK = "line_break"
    READ_AS = "read_as"
    COLUMN_UNKNOWN = "column_unknown"
    CELL_TOO_LONG = "cell_too_long"
    FILE_TOO_LARGE = "file_too_large"
    ROWS_REJECTED = "rows_rejected"
    CUT = "cut"


class FileFault(NamedTuple):
    """One fault: where it stands, and the data of its message. Lines are physical, header = 1."""

    kind: FileFaultKind
    file: str
    line: int | None = None
    column: str | None = None
    params: Mapping[str, Any] = {}


class UnreadableFile(Exception):  # noqa: N818 - a verdict on a file, not an error of ours
    """The whole file cannot be read."""

    def __init__(self, fault: FileFault) -> None:
        super().__init__(f"{fault.file}: {fault.kind}")
        self.fault = fault


def unreadable(
    kind: FileFaultKind, file: str, line: int = 1, column: str | None = None, /, **params: Any
) -> UnreadableFile:
    """The verdict that `file` cannot be read, to be raised."""
    return UnreadableFile(FileFault(kind, file, line, column, params))


class FaultLog:
    """Faults with true counts and a bounded number of located ones."""

    def __init__(self) -> None:
        self.counts: Counter[FileFaultKind] = Counter()
        self.kept: list[FileFault] = []

    def add(self, fault: FileFault) -> None:
        """Count `fault`, and keep it while there is room for its kind."""
        self.add_all(fault.kind, 1, (fault,))

    def add_all(self, kind: FileFaultKind, count: int, faults: Iterable[FileFault]) -> None:
        """Count `count` faults of one kind; `faults` is walked only while there is room for it."""
        room = max(KEPT - self.counts[kind], 0)
        self.kept.extend(islice(faults, min(room, count)))
        self.counts[kind] += count

    def amend(self, fault: FileFault) -> None:
        """Put `fault` in the place of the first kept one of its kind, or add it."""
        for position, kept in enumerate(self.kept):
            if kept.kind == fault.kind:
                self.kept[position] = fault
                return
        self.add(fault)

    def of(self, kind: FileFaultKind) -> list[FileFault]:
        """The kept faults of one kind."""
        return [fault for fault in self.kept if fault.kind == kind]
