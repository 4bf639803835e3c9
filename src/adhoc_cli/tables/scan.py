"""The strict structural pass over a file's bytes: RFC 4180, fixed width, physical line numbers.

pandas.read_csv loaded 1,209 of 2,290 deliberately polluted files without complaint and wrong, so it
only ever sees records that this pass has found regular. The pass works on whole blocks of bytes;
only what stands around a faulty quote is walked record by record.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from adhoc_cli.tables.faults import FaultLog, FileFault, FileFaultKind
from adhoc_cli.tables.records import Walker, describe_byte, not_utf8, place_of
from adhoc_cli.tables.source import Source
from adhoc_cli.tables.texts import SPACES, Mask

BLOCK = 1 << 20  # bytes; measured best between 128 KiB and 8 MiB
MAX_CELL = 32_767  # characters, Excel's limit
_WALK = 1 << 13  # bytes walked from a faulty quote on: the next one is often near
_NEAR = 1 << 12  # bytes decoded at once behind a byte that is no UTF-8: the same
_LF, _CR, _QUOTE = 10, 13, 34
_FAULTY = -1  # the width of a record with a faulty quote

Bytes = NDArray[np.uint8]
Offsets = NDArray[np.int64]
Params = Callable[[int], Mapping[str, Any]]


class Records(NamedTuple):
    """Consecutive records: where each starts and ends (without its line break), its width, its
    physical line; and where the one behind them starts, and on which line."""

    start: Offsets
    end: Offsets
    width: Offsets
    line: Offsets
    next: int
    next_line: int


@dataclass(slots=True)
class Structure:
    """What the scan found below the header.

    `spans` are the byte ranges of regular records, `line` the physical line of each of them;
    `blank` counts the empty lines and the rows of empty cells, which are no rows; `longest` is the
    length in bytes of the longest regular record.
    """

    spans: list[tuple[int, int]] = field(default_factory=list)
    line: NDArray[np.int32] = field(default_factory=lambda: np.empty(0, np.int32))
    rejected: int = 0
    blank: int = 0
    longest: int = 0
    quoted_breaks: bool = False
    mixed_breaks: bool = False


class Scanner:
    """Scans one file; faults go to `log`.

    `names` are what its columns are called, in order. `block` is how many bytes are looked at at
    once; what is found does not depend on it.
    """

    def __init__(
        self,
        source: Source,
        delimiter: str,
        names: Sequence[str],
        log: FaultLog,
        *,
        block: int = BLOCK,
    ) -> None:
        self._name, self._data, self._size = source.name, source.data, len(source.data)
        self._bytes: Bytes = np.frombuffer(source.data, dtype=np.uint8)
        self._delimiter = ord(delimiter)
        self._names = names
        self._log = log
        self._block_size = block
        self._walker = Walker(source.data, delimiter.encode())
        self._has_quotes = source.data.find(b'"') >= 0
        self._has_returns = source.data.find(b"\r") >= 0
        self._has_nul = source.data.find(b"\0") >= 0
        self._breaks: set[bool] = set()  # of lines so far: whether CR stands before their LF

    def scan(self, start: int, line: int) -> Structure:
        """Everything from offset `start`, the beginning of physical line `line`, to the end."""
        structure = Structure()
        lines = []
        for records in self._blocks(start, line):
            lines.append(self._judge(records, structure))
            broken = records.start.size - int(self._bytes[records.next - 1] != _LF)
            structure.quoted_breaks |= records.next_line - line > broken
            line = records.next_line
        if lines:
            structure.line = np.concatenate(lines)
        return structure

    # -- where records begin and end ---------------------------------------------------------------

    def _blocks(self, start: int, line: int) -> Iterator[Records]:
        size = self._block_size
        while start < self._size:
            records = self._block(start, self._line_end(start + size), line)
            size *= 2
            if records is None:
                size = min(_WALK, self._block_size)
                records = self._walk(start, start + size, line)
            size = min(size, self._block_size)
            yield records
            start, line = records.next, records.next_line

    def _line_end(self, offset: int) -> int:
        """The offset behind the line that the byte before `offset` stands on."""
        found = self._data.find(b"\n", offset - 1)
        return self._size if found < 0 else found + 1

    def _block(self, start: int, stop: int, line: int) -> Records | None:
        """The records in [start, stop) before the first that has a faulty quote or goes on behind
        `stop`; None where that is the very first."""
        block = self._bytes[start:stop]
        marked = (block == self._delimiter) | (block == _LF)
        if not self._has_quotes:
            return self._records(block, start, np.flatnonzero(marked), None, line)
        marks = np.flatnonzero(marked | (block == _QUOTE))
        kinds = block[marks]
        is_quote = kinds == _QUOTE
        # An odd number of quotes before a separator: it stands inside a cell.
        inside = (np.cumsum(is_quote, dtype=np.uint8) & 1).view(bool)
        outer = marks[~(inside | is_quote)]
        feeds = marks[kinds == _LF]
        sound = self._sound(block, marks[is_quote])
        if sound < block.size or (inside.size and inside[-1]):
            outer = outer[: np.searchsorted(outer, sound)]
            breaks = outer[block[outer] == _LF]
            if not breaks.size:
                return None
            block = block[: int(breaks[-1]) + 1]
            outer = outer[: np.searchsorted(outer, block.size)]
            feeds = feeds[: np.searchsorted(feeds, block.size)]
        return self._records(block, start, outer, feeds, line)

    def _sound(self, block: Bytes, quotes: Offsets) -> int:
        """The position of the first quote that neither opens nor closes a cell nor is one of a pair
        inside it; the size of the block where there is none."""
        opens, closes = quotes[0::2], quotes[1::2]
        paired = np.flatnonzero(opens[1:] == closes[: max(opens.size - 1, 0)] + 1)  # "" in a cell
        before = np.where(opens > 0, block[opens - 1], _LF)
        opening = (before == self._delimiter) | (before == _LF)
        opening[paired + 1] = True
        last = block.size - 1
        after = np.where(closes < last, block[np.minimum(closes + 1, last)], _LF)
        closing = (after == self._delimiter) | (after == _LF)
        closing[paired] = True
        if self._has_returns:  # CR LF, or a CR that is the last byte of the file
            behind = np.where(closes + 1 < last, block[np.minimum(closes + 2, last)], _LF)
            closing |= (after == _CR) & (behind == _LF)
        wrong = np.concatenate([opens[~opening], closes[~closing]])
        return int(wrong.min()) if wrong.size else block.size

    def _records(
        self, block: Bytes, start: int, outer: Offsets, feeds: Offsets | None, line: int
    ) -> Records:
        """The records of a block. `outer` are the separators outside quotes; `feeds` all line
        feeds, None where there are no quotes."""
        breaks = np.flatnonzero(block[outer] == _LF)
        ends = outer[breaks]
        widths = np.diff(breaks, prepend=-1)
        next_line = line + (ends.size if feeds is None else feeds.size)
        if not ends.size or ends[-1] != block.size - 1:  # the file's last line has no line break
            widths = np.append(widths, outer.size - (breaks[-1] if breaks.size else -1))
            ends = np.append(ends, block.size)
        starts = np.append(0, ends[:-1] + 1)
        lines = np.arange(line, line + ends.size)
        if feeds is not None and feeds.size != breaks.size:
            lines[1:] = line + 1 + np.searchsorted(feeds, ends[:-1])
        if self._has_returns:
            ends = ends - ((ends > starts) & (block[ends - 1] == _CR))
        return Records(starts + start, ends + start, widths, lines, start + block.size, next_line)

    def _walk(self, start: int, stop: int, line: int) -> Records:
        """The records that start in [start, stop), found one by one."""
        rows = []
        while start < min(stop, self._size):
            record = self._walker.record(start)
            width = len(record.cells)
            if record.fault is not None:
                below, position = place_of(self._data, start, record.fault.at)
                params = {"fault": record.fault.fault, "position": position}
                self._log_one(FileFaultKind.QUOTE, line + below, **params)
                width = _FAULTY
            rows.append((start, record.end, width, line))
            line += self._data[start : record.next].count(b"\n")
            start = record.next
        table = np.array(rows, np.int64).T
        return Records(table[0], table[1], table[2], table[3], start, line)

    # -- which records are rows, and regular -------------------------------------------------------

    def _judge(self, records: Records, structure: Structure) -> NDArray[np.int32]:
        """Log what is wrong with the records; note the good ones, and answer with their lines."""
        length = records.end - records.start
        width = len(self._names)
        no_text = self._byte_faults(records)
        blank = self._blank(records, length) & ~no_text
        quote = records.width == _FAULTY
        # A lone CR has most often swallowed a line break: one fault is enough for such a record.
        narrow = (records.width != width) & ~(blank | no_text | quote)
        self._log_all(
            FileFaultKind.ROW_WIDTH,
            records.line[narrow],
            lambda i: {"cells": int(records.width[narrow][i]), "expected": width},
        )
        bad = no_text | quote | narrow
        bad |= self._long_cells(records, (length > MAX_CELL) & ~(bad | blank))
        good = ~(bad | blank)
        structure.rejected += int(np.count_nonzero(bad))
        structure.blank += int(np.count_nonzero(blank))
        structure.longest = max(structure.longest, int(length[good].max(initial=0)))
        self._note_breaks(records, structure)
        _add_spans(records, good, structure)
        return np.asarray(records.line[good], np.int32)

    def _blank(self, records: Records, length: Offsets) -> Mask:
        """Records of empty cells only, also where they hold spaces or quotes."""
        blank = np.asarray(length == records.width - 1)
        # Quoted or spaced, an empty cell takes three or four bytes; few rows are as short as that.
        for at in np.flatnonzero((length <= 4 * records.width) & ~blank).tolist():
            cells = self._walker.texts(self._walker.record(int(records.start[at])))
            blank[at] = not any(cell.strip(SPACES) for cell in cells)
        return blank

    def _byte_faults(self, records: Records) -> Mask:
        """Records with a byte that no text may hold: not UTF-8, NUL, or a carriage return alone."""
        start, stop = int(records.start[0]), records.next
        block = self._bytes[start:stop]
        bad = np.zeros(records.start.size, bool)
        if block.max(initial=0) > 127:
            found = np.fromiter(self._not_utf8(start, stop), np.int64)
            self._mark(records, found, bad, FileFaultKind.NOT_TEXT, self._describe_byte)
        if self._has_nul:
            found = start + np.flatnonzero(block == 0)
            self._mark(records, found, bad, FileFaultKind.NOT_TEXT, self._describe_byte)
        if self._has_returns:
            found = start + np.flatnonzero(block == _CR)
            following = self._bytes[np.minimum(found + 1, self._size - 1)]
            found = found[(following != _LF) & (found != self._size - 1)]
            self._mark(records, found, bad, FileFaultKind.LINE_BREAK, lambda at: {"offset": at})
        return bad

    def _describe_byte(self, at: int) -> Mapping[str, Any]:
        return describe_byte(self._data, at)

    def _mark(
        self, records: Records, offsets: Offsets, bad: Mask, kind: FileFaultKind, params: Params
    ) -> None:
        """Log the first of `offsets` in each record not marked in `bad` yet, and mark it."""
        if not offsets.size:
            return
        holders, first = np.unique(
            np.searchsorted(records.start, offsets, side="right") - 1, return_index=True
        )
        new = ~bad[holders]
        holders, offsets = holders[new], offsets[first[new]]
        bad[holders] = True
        starts, lines = records.start[holders].tolist(), records.line[holders].tolist()
        on = [
            line + self._data[start:at].count(b"\n")
            for start, line, at in zip(starts, lines, offsets.tolist(), strict=True)
        ]
        self._log_all(kind, on, lambda i: params(int(offsets[i])))

    def _not_utf8(self, start: int, stop: int) -> Iterator[int]:
        """The first faulty byte of each line that is not UTF-8. Behind one, the next is near."""
        window = stop - start
        while start < stop:
            until = min(self._line_end(start + window), stop)
            at = not_utf8(self._data, start, until)
            if at is None:
                start, window = until, window * 2
            else:
                yield at
                start, window = self._line_end(at + 1), _NEAR

    def _long_cells(self, records: Records, suspects: Mask) -> Mask:
        bad = np.zeros(suspects.size, bool)
        for at in np.flatnonzero(suspects).tolist():
            cells = self._walker.texts(self._walker.record(int(records.start[at])))
            longest = max(range(len(cells)), key=lambda i: len(cells[i]))
            if (length := len(cells[longest])) > MAX_CELL:
                bad[at] = True
                self._log_one(
                    FileFaultKind.CELL_TOO_LONG,
                    int(records.line[at]),
                    self._names[longest],
                    length=length,
                    limit=MAX_CELL,
                )
        return bad

    def _log_one(
        self, kind: FileFaultKind, line: int, column: str | None = None, /, **params: Any
    ) -> None:
        self._log.add(FileFault(kind, self._name, line, column, params))

    def _log_all(self, kind: FileFaultKind, lines: Sequence[int] | Offsets, params: Params) -> None:
        """A fault on each of `lines`; `params` makes the data of the one at a position."""
        faults = (
            FileFault(kind, self._name, int(line), params=params(i)) for i, line in enumerate(lines)
        )
        self._log.add_all(kind, len(lines), faults)

    def _note_breaks(self, records: Records, structure: Structure) -> None:
        """Note where some lines end in LF and some in CR LF. (A CR at the very end is neither.)"""
        if not self._has_returns or structure.mixed_breaks:
            return
        following = np.append(records.start[1:], records.next)
        ends = following[self._bytes[following - 1] == _LF] - 1
        returned = self._bytes[np.maximum(ends - 1, 0)] == _CR
        self._breaks |= {bool(kind) for kind in np.unique(returned)}
        structure.mixed_breaks = len(self._breaks) == 2


def _add_spans(records: Records, good: Mask, structure: Structure) -> None:
    """Add the byte ranges of the good records; neighbours become one range."""
    following = np.append(records.start[1:], records.next)
    edges = np.flatnonzero(np.diff(good.astype(np.int8), prepend=0, append=0))
    for first, behind in zip(edges[0::2].tolist(), edges[1::2].tolist(), strict=True):
        start, stop = int(records.start[first]), int(following[behind - 1])
        if structure.spans and structure.spans[-1][1] == start:
            start = structure.spans.pop()[0]
        structure.spans.append((start, stop))
