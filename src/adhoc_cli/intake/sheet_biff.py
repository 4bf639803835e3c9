"""XLS: the facts about its sheets, read off the records of BIFF (Excel 5 to 2003).

Of a text that only a part is struck through stands in the table of shared texts; it is read where
the file has a font that is struck through.
"""

import struct
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

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
_SHARED, _TEXTS, _GOES_ON = 0xFD, 0xFC, 0x3C
_CELLS = frozenset({_FORMULA, _BOOL_OR_ERROR, _SHARED, 0x203, 0x204, 0x27E, 0xD6})


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


class _Struck(NamedTuple):
    """The numbers of the formats whose font is struck through, and what is not struck of the shared
    texts that are in part, by their number."""

    formats: frozenset[int]
    texts: Mapping[int, str]


def _globals(stream: bytes) -> tuple[list[int], _Struck]:
    """Where each sheet begins, and what is struck through."""
    starts, fonts, formats = [], [], []
    texts: list[bytes] = []
    last = 0
    for kind, record in _records(stream, 0):
        if kind == _TEXTS or (kind == _GOES_ON and last in (_TEXTS, _GOES_ON) and texts):
            texts.append(record)
        if kind == _SHEET:
            starts.append(struct.unpack_from("<I", record)[0])
        elif kind == _FONT:
            fonts.append(bool(record[2] & 0x08))
        elif kind == _FORMAT:
            formats.append(struct.unpack_from("<H", record)[0])
        last = kind
    struck = frozenset(at + (at > 3) for at, one in enumerate(fonts) if one)  # there is no font 4
    rests = _rests(texts, struck) if struck and texts else {}
    return starts, _Struck(
        frozenset(at for at, font in enumerate(formats) if font in struck), rests
    )


def _sheet(stream: bytes, start: int, struck: _Struck) -> Facts:
    facts = Facts()
    for kind, record in _records(stream, start):
        if kind in _CELLS:
            row, column, style = struct.unpack_from("<3H", record)
            _strike(facts, row, column, style, struck.formats)
            if kind == _SHARED:
                _strike_a_part(facts, record, struck.texts)
            if shown := _failed(kind, record):
                facts.fail((row, column), shown)
        elif kind == _SEVERAL:
            row, column = struct.unpack_from("<2H", record)
            for at, (style,) in enumerate(struct.iter_unpack("<H4x", record[4:-2])):
                _strike(facts, row, column + at, style, struck.formats)
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


def _strike_a_part(facts: Facts, record: bytes, texts: Mapping[int, str]) -> None:
    row, column, text = struct.unpack_from("<2H2xI", record)
    if text in texts:
        facts.struck.setdefault((row, column), texts[text])


def _failed(kind: int, record: bytes) -> str:
    """What is shown of a cell whose formula failed, "" for another one."""
    if kind == _BOOL_OR_ERROR and record[7] == 1:
        return _ERRORS.get(record[6], "#ERROR!")
    if kind == _FORMULA and record[12:14] == b"\xff\xff" and record[6] == 2:
        return _ERRORS.get(record[8], "#ERROR!")
    return ""


# -- the table of shared texts ---------------------------------------------------------------------


def _rests(records: Sequence[bytes], struck: frozenset[int]) -> dict[int, str]:
    """What is not struck of each shared text of which a part is, by its number."""
    table = _Texts(records)
    rests = {}
    for number in range(table.count):
        text, runs = table.next_text()
        parts = [
            (font in struck, text[2 * left : 2 * right])
            for (left, font), (right, _) in pairwise([(0, 0), *runs, (len(text) // 2, 0)])
        ]
        if any(part for is_struck, part in parts if is_struck):
            rest = b"".join(part for is_struck, part in parts if not is_struck)
            rests[number] = rest.decode("utf-16-le", "replace")
    return rests


class _Texts:
    """Reads the texts one by one, over the borders of their records: behind each, the letters of a
    text go on after a byte that says how wide they are now."""

    def __init__(self, records: Sequence[bytes]) -> None:
        self._records, self._record, self._at = records, 0, 8
        self.count = struct.unpack_from("<I", records[0], 4)[0]

    def next_text(self) -> tuple[bytes, list[tuple[int, int]]]:
        """A text in UTF-16, and from which letter on it has which font."""
        count, flags = struct.unpack("<HB", self._bytes(3))
        runs = struct.unpack("<H", self._bytes(2))[0] if flags & 8 else 0
        more = struct.unpack("<I", self._bytes(4))[0] if flags & 4 else 0
        text = self._letters(count, wide=flags & 1)
        found = list(struct.iter_unpack("<2H", self._bytes(4 * runs)))
        self._bytes(more)
        return text, found

    def _bytes(self, size: int) -> bytes:
        taken = b""
        while len(taken) < size:
            piece = self._records[self._record][self._at : self._at + size - len(taken)]
            taken += piece
            self._at += len(piece)
            if not piece:
                self._record, self._at = self._record + 1, 0
        return taken

    def _letters(self, count: int, *, wide: int) -> bytes:
        text = b""
        while count:
            here = self._records[self._record]
            size = min(count << wide, len(here) - self._at)
            if size <= 0:
                self._record, self._at = self._record + 1, 1
                wide = self._records[self._record][0] & 1
                continue
            piece = here[self._at : self._at + size]
            text += piece if wide else piece.decode("latin-1").encode("utf-16-le")
            self._at += size
            count -= max(size >> wide, 1)
        return text
