"""XLS: the facts about its sheets, read off the records of BIFF (Excel 5 to 2003).

Text of which only a part is struck through is not told: its runs lie in the table of shared texts.
"""

import struct
from collections.abc import Iterator

from adhoc_cli.intake.facts import Facts, Merged
from adhoc_cli.intake.refused import ImportRefused

_FREE = 0xFFFFFFFA  # and above: no sector
_ERRORS = {
    0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!",
    0x2A: "#N/A",
}  # fmt: skip
_FONT, _FORMAT, _SHEET = 0x31, 0xE0, 0x85
_BOF, _EOF = 0x809, 0x0A
_ROW, _COLUMNS, _MERGED = 0x208, 0x7D, 0xE5
_FORMULA, _BOOL_OR_ERROR, _SEVERAL = 0x06, 0x205, 0xBD
_CELLS = frozenset({_FORMULA, _BOOL_OR_ERROR, 0xFD, 0x203, 0x204, 0x27E, 0xD6})


def facts_of_xls(data: bytes, name: str) -> list[Facts]:
    """The facts about each sheet of the XLS in `data`, in order. Raises `ImportRefused`."""
    try:
        stream = _Ole(data).stream("Workbook", "Book")
        starts, struck = _globals(stream)
        return [_sheet(stream, start, struck) for start in starts]
    except (struct.error, IndexError, ValueError, OverflowError, MemoryError):
        raise ImportRefused("damaged", file=name) from None


# -- the stream of records within the file ---------------------------------------------------------


class _Ole:
    """A file of files, in chains of sectors. Raises `ValueError` and its like for a damaged one."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        shift, mini_shift = struct.unpack_from("<2H", data, 30)
        self._size, self._mini_size = 1 << min(shift, 12), 1 << min(mini_shift, 12)
        directory, self._cutoff, mini_table = struct.unpack_from("<I4xII", data, 48)
        more = struct.unpack_from("<I", data, 68)[0]
        of_table = [at for at in struct.unpack_from("<109I", data, 76) if at < _FREE]
        while more < _FREE:
            *here, more = self._numbers(more)
            of_table += [at for at in here if at < _FREE]
            self._refuse_endless(len(of_table))
        self._table = [number for at in of_table for number in self._numbers(at)]
        self._entries = self._chain(directory)
        mini = self._chain(mini_table) if mini_table < _FREE else b""
        self._mini_table = struct.unpack(f"<{len(mini) // 4}I", mini)

    def stream(self, *names: str) -> bytes:
        """The stream of the first of these names that is there."""
        entries = [self._entries[at : at + 128] for at in range(0, len(self._entries), 128)]
        by_name = {one[: max(one[64] - 2, 0)].decode("utf-16-le"): one for one in entries}
        entry = next(by_name[name] for name in (*names, "") if name in by_name)
        start, size = struct.unpack_from("<II", entry, 116)
        if size >= self._cutoff:
            return self._chain(start)[:size]
        held = self._chain(struct.unpack_from("<I", entries[0], 116)[0])
        pieces = []
        while start < _FREE:
            pieces.append(held[start * self._mini_size : (start + 1) * self._mini_size])
            start = self._mini_table[start]
            self._refuse_endless(len(pieces))
        return b"".join(pieces)[:size]

    def _sector(self, at: int) -> bytes:
        return self._data[(at + 1) * self._size : (at + 2) * self._size]

    def _numbers(self, at: int) -> tuple[int, ...]:
        return struct.unpack(f"<{self._size // 4}I", self._sector(at))

    def _chain(self, at: int) -> bytes:
        pieces = []
        while at < _FREE:
            pieces.append(self._sector(at))
            at = self._table[at]
            self._refuse_endless(len(pieces))
        return b"".join(pieces)

    def _refuse_endless(self, count: int) -> None:
        if count > len(self._data) // self._mini_size + 1:
            raise ValueError("a chain without end")


# -- its records -----------------------------------------------------------------------------------


def _records(stream: bytes, at: int) -> Iterator[tuple[int, bytes]]:
    """The records from `at` to the end of the sheet; charts within it are passed over."""
    depth = 0
    while at + 4 <= len(stream):
        kind, size = struct.unpack_from("<2H", stream, at)
        depth += (kind == _BOF) - (kind == _EOF)
        if depth <= 1:
            yield kind, stream[at + 4 : at + 4 + size]
        if depth <= 0:
            return
        at += 4 + size


def _globals(stream: bytes) -> tuple[list[int], frozenset[int]]:
    """Where each sheet begins, and the numbers of the formats whose font is struck through."""
    starts, fonts, formats = [], [], []
    for kind, record in _records(stream, 0):
        if kind == _SHEET:
            starts.append(struct.unpack_from("<I", record)[0])
        elif kind == _FONT:
            fonts.append(bool(record[2] & 0x08))
        elif kind == _FORMAT:
            number = struct.unpack_from("<H", record)[0]
            formats.append(number - (number > 4))  # there is no font 4
    struck = {at for at, one in enumerate(fonts) if one}
    return starts, frozenset(at for at, font in enumerate(formats) if font in struck)


def _sheet(stream: bytes, start: int, struck: frozenset[int]) -> Facts:
    facts = Facts()
    for kind, record in _records(stream, start):
        if kind in _CELLS:
            row, column, style = struct.unpack_from("<3H", record)
            _strike(facts, row, column, style, struck)
            if shown := _failed(kind, record):
                facts.fail((row, column), shown)
        elif kind == _SEVERAL:
            row, column = struct.unpack_from("<2H", record)
            for at, (style,) in enumerate(struct.iter_unpack("<H4x", record[4:-2])):
                _strike(facts, row, column + at, style, struck)
        else:
            _lay_out(facts, kind, record)
    return facts


def _lay_out(facts: Facts, kind: int, record: bytes) -> None:
    """What a record says of rows, columns and merged ranges."""
    if kind == _ROW:
        row, options = struct.unpack_from("<H10xH", record)
        if options & 0x20:
            facts.hidden_rows.add(row)
    elif kind == _COLUMNS:
        first, last, options = struct.unpack_from("<2H4xH", record)
        if options & 1:
            facts.hidden_columns.update(range(first, last + 1))
    elif kind == _MERGED:
        ranges = struct.iter_unpack("<4H", record[2 : 2 + 8 * (len(record) // 8)])
        facts.merged += [Merged(top, left, bottom, right) for top, bottom, left, right in ranges]


def _strike(facts: Facts, row: int, column: int, style: int, struck: frozenset[int]) -> None:
    if style in struck:
        facts.struck[row, column] = ""


def _failed(kind: int, record: bytes) -> str:
    """What is shown of a cell whose formula failed, "" for another one."""
    if kind == _BOOL_OR_ERROR and record[7] == 1:
        return _ERRORS.get(record[6], "#ERROR!")
    if kind == _FORMULA and record[12:14] == b"\xff\xff" and record[6] == 2:
        return _ERRORS.get(record[8], "#ERROR!")
    return ""
