"""How the lines of a journal are laid out, and what stands at its end.

Offices open the journal in a spreadsheet and save it again: with semicolons, a byte order mark,
CRLF, other headers, columns moved or added. What is appended keeps to the layout that it finds.
"""

import csv
import io
from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from adhoc_cli.checklist.faults import JournalUnreadable, MarkRefused, Refusal
from adhoc_cli.checklist.mark import COLUMNS
from adhoc_cli.tables.faults import FaultLog, FileFault, FileFaultKind, UnreadableFile
from adhoc_cli.tables.source import UTF8_BOM, Source, refuse_other_formats

FILE = "koordinasi.csv"
HEADER = ",".join(COLUMNS).encode()
HEAD = 1 << 16  # bytes in which the header must stand


class Layout(NamedTuple):
    """Delimiter, line break, and per cell its column (None: nobody's, left empty)."""

    delimiter: str = ","
    line_break: str = "\n"
    columns: Sequence[str | None] = COLUMNS

    def line(self, cells: Mapping[str, str]) -> bytes:
        """One line. Its last cell stands in quotes, also an empty one, so that a line that was cut
        short is never taken for a whole one. Raises `MarkRefused` for a cell without a column."""
        for column, cell in cells.items():
            if cell and column not in self.columns:
                raise MarkRefused(column, Refusal.NO_COLUMN)
        texts = [cells[column] if column else "" for column in self.columns]
        written = [*map(self._cell, texts[:-1]), _quoted(texts[-1])]
        return (self.delimiter.join(written) + self.line_break).encode()

    def _cell(self, text: str) -> str:
        return _quoted(text) if '"' in text or self.delimiter in text else text

    def is_whole(self, line: bytes) -> bool:
        """Whether a line without a line break is whole all the same: an editor took the break away.

        It has all its cells, and its last one is visibly at its end: it is quoted or not empty. A
        line of ours that a crash cut short is neither.
        """
        try:
            text = line.decode().removesuffix("\r")
            rows = list(csv.reader(io.StringIO(text), delimiter=self.delimiter, strict=True))
        except (UnicodeDecodeError, csv.Error):
            return False
        whole = len(rows) == 1 and len(rows[0]) == len(self.columns)
        return whole and not text.endswith(self.delimiter) and "\0" not in text


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


class End(StrEnum):
    """What follows the last line break of a journal."""

    NOTHING = "nothing"
    TORN = "torn"  # a piece of a line
    WHOLE = "whole"  # a line that only lacks its break


def find_layout(head: bytes) -> Layout:
    """The layout of the journal that begins with `head`. Raises `JournalUnreadable`."""
    if head.startswith(HEADER + b"\n") or head == HEADER:
        return Layout()
    # pydantic and the roster's header synonyms: only for a journal that others have written to.
    from adhoc_cli.checklist.row import Koordinasi
    from adhoc_cli.tables.dialect import find_dialect

    # By whole lines: a torn last one, which is cut off, must not make the difference.
    head = head[: head.rfind(b"\n") + 1] or head
    try:
        refuse_other_formats(head[:512], FILE)
        dialect = find_dialect(Source(FILE, head, str), Koordinasi, FaultLog())
    except UnreadableFile as refusal:
        raise JournalUnreadable(refusal.fault) from None
    header_end = head[: dialect.start]
    line_break = "\r\n" if header_end.endswith(b"\r\n") else "\n"
    return Layout(dialect.delimiter, line_break, dialect.columns)


def is_torn_header(data: bytes) -> bool:
    """Whether `data`, a whole file, is the beginning of our own header and no more."""
    return len(data) < len(HEADER) and HEADER.startswith(data)


def end_of(layout: Layout, fragment: bytes) -> End:
    """What `fragment`, all that follows the last line break, is."""
    if not fragment:
        return End.NOTHING
    return End.WHOLE if fragment != UTF8_BOM and layout.is_whole(fragment) else End.TORN


def no_line_break(line: int) -> JournalUnreadable:
    """The error for a file whose last line is too long to be one of a journal."""
    return JournalUnreadable(FileFault(FileFaultKind.LINE_BREAK, FILE, line, params={"all": True}))
