"""One record after the other, as RFC 4180 has it: for a header, and around what is faulty."""

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from adhoc_cli.tables.source import Data

_QUOTED = re.compile(rb'"(?:[^"]++|"")*+')  # up to the closing quote
_LONE_RETURN = re.compile(rb"\r(?!\n|\Z)")


class QuoteFault(NamedTuple):
    """A quote that does not enclose a cell ("unclosed", with text "after" the closing one, "bare"
    inside an unquoted cell), and its offset."""

    fault: str
    at: int


class Record(NamedTuple):
    """A record: the offsets where its text ends, where the next record starts and where its cells
    start; and what is wrong with its quotes.

    A faulty record is given up at the end of the line that its fault stands on.
    """

    end: int
    next: int
    cells: list[int]
    fault: QuoteFault | None


class Walker:
    """Walks through the records of a file.

    A carriage return alone belongs to the cell it stands in, but for one at the end of the file.
    """

    def __init__(self, data: Data, delimiter: bytes) -> None:
        self._data = data
        self._delimiter = delimiter
        plain = rb'[^"\r\n%b]*+' % re.escape(delimiter)
        self._unquoted = re.compile(rb"%b(?:\r(?!\n|\Z)%b)*+" % (plain, plain))
        self._behind = re.compile(rb"%b|\r?(?:\n|\Z)" % re.escape(delimiter))

    def record(self, start: int) -> Record:
        """The record that starts at `start`."""
        cells = []
        at = start
        while True:
            cells.append(at)
            end = self._end_of_cell(at)
            if isinstance(end, QuoteFault):
                return self._given_up(end, cells)
            at = _match_end(self._behind, self._data, end)
            if self._data[end : end + 1] != self._delimiter:
                return Record(end, at, cells, None)

    def texts(self, record: Record) -> list[str]:
        """What the cells of a record say. Bytes that are no UTF-8 are replaced."""
        ends = [*(start - 1 for start in record.cells[1:]), record.end]
        return [
            _unquoted(self._data[start:end].decode("utf-8", "replace"))
            for start, end in zip(record.cells, ends, strict=True)
        ]

    def _end_of_cell(self, at: int) -> int | QuoteFault:
        if self._data[at : at + 1] == b'"':
            return self._end_of_quoted(at)
        end = _match_end(self._unquoted, self._data, at)
        return QuoteFault("bare", end) if self._data[end : end + 1] == b'"' else end

    def _end_of_quoted(self, at: int) -> int | QuoteFault:
        close = _match_end(_QUOTED, self._data, at)
        if close == len(self._data):
            return QuoteFault("unclosed", at)
        if self._behind.match(self._data, close + 1):
            return close + 1
        # A quote on a lower line, with text behind it, opens a cell there: this one was not closed.
        below = self._data.find(b"\n", at, close) >= 0
        return QuoteFault("unclosed" if below else "after", at)

    def _given_up(self, fault: QuoteFault, cells: list[int]) -> Record:
        feed = self._data.find(b"\n", fault.at)
        end, following = (feed, feed + 1) if feed >= 0 else (len(self._data),) * 2
        return Record(end - (self._data[end - 1 : end] == b"\r"), following, cells, fault)


def _match_end(pattern: re.Pattern[bytes], data: Data, at: int) -> int:
    match = pattern.match(data, at)
    return match.end() if match else at


def _unquoted(cell: str) -> str:
    return cell[1:-1].replace('""', '"') if cell.startswith('"') else cell


def place_of(data: Data, start: int, at: int) -> tuple[int, int]:
    """How many lines below the one that begins at `start` the offset `at` stands, and which
    character of its line it is (from 1)."""
    feed = data.rfind(b"\n", start, at)
    head = data[feed + 1 if feed >= 0 else start : at]
    return data[start:at].count(b"\n"), 1 + len(head.decode("utf-8", "replace"))


def not_utf8(data: Data, start: int, stop: int) -> int | None:
    """The offset of the first byte in [start, stop) that makes it no UTF-8."""
    try:
        data[start:stop].decode("utf-8")
    except UnicodeDecodeError as error:
        return start + error.start
    return None


def lone_return(data: bytes) -> int | None:
    """The offset of the first carriage return without a line feed (the last byte may be one)."""
    match = _LONE_RETURN.search(data)
    return match.start() if match else None


def describe_byte(data: Data, at: int) -> Mapping[str, Any]:
    """The byte at `at`, which no text may hold, as the params of a fault."""
    found = data[at : at + 2]
    if found[0] == 0:
        return {"offset": at, "found": "nul"}
    surrogate = found[0] == 0xED and len(found) > 1 and found[1] >= 0xA0
    return {
        "offset": at,
        "found": "surrogate" if surrogate else "byte",
        "byte": f"0x{found[0]:02X}",
    }
