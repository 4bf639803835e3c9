"""Every polluted file: every kind × every column × first, middle and last row.

Nothing is random: the same files come in the same order on every run.
"""

from __future__ import annotations

import hashlib
import io
import zlib
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

from xlsxwriter import Workbook

from tests.polluted import lines
from tests.polluted.books import BOOK_KINDS, of_book_kind
from tests.polluted.cells import KINDS, Cell, Kind, Spot
from tests.polluted.clean import COLUMNS, REQUIRED, ROWS, Type, polluted_rows
from tests.polluted.field_cells import FIELD_CELL_KINDS
from tests.polluted.field_lines import FIELD_KINDS
from tests.polluted.field_tables import TABLE_KINDS
from tests.polluted.lines import FILE_KINDS, HEADER_KINDS, ROW_KINDS, LineKind
from tests.polluted.made import (
    XLSX,
    Part,
    Polluted,
    Spoilt,
    Traits,
    clean_cells,
    clean_parts,
    composed,
    record,
)

CELL_KINDS: Sequence[Kind] = (*KINDS, *FIELD_CELL_KINDS)
LINE_KINDS: Sequence[LineKind] = (
    *ROW_KINDS,
    *HEADER_KINDS,
    *FILE_KINDS,
    *FIELD_KINDS,
    *TABLE_KINDS,
)
NAMES: Sequence[str] = (
    *(kind.name for kind in CELL_KINDS),
    *(kind.name for kind in LINE_KINDS),
    *(kind.name for kind in BOOK_KINDS),
)


def files_of(name: str, *, whole: bool = True, workbooks: int = 1) -> Iterator[Polluted]:
    """The polluted files of a kind. Not `whole`: one row a column. Of its workbooks one in so many
    (0: none)."""
    for kind in CELL_KINDS:
        if kind.name == name:
            yield from of_cell_kind(kind, whole=whole, workbooks=workbooks)
    for line_kind in LINE_KINDS:
        if line_kind.name == name:
            yield from of_line_kind(line_kind, whole=whole)
    for book_kind in BOOK_KINDS if workbooks else ():
        if book_kind.name == name:
            yield from of_book_kind(book_kind, whole=whole)


def of_line_kind(kind: LineKind, *, whole: bool = True) -> Iterator[Polluted]:
    """The files of a kind of pollution of lines."""
    seen: set[bytes] = set()
    files = list(lines.files_of(kind))
    sliced = [file for file in files if file.at == _turn(kind.name, file.file, file.column)]
    for file in sliced if sliced and kind.each and not whole else files:
        yield from _once(file, seen)


def of_cell_kind(kind: Kind, *, whole: bool, workbooks: int) -> Iterator[Polluted]:
    """The files of a kind of pollution of a cell: CSV in every row, a workbook in one of them."""
    seen: set[bytes] = set()
    for file, columns in COLUMNS.items():
        for column, type_ in columns.items():
            if type_ not in kind.types or not _stands_in(kind, file, column):
                continue
            turn = _turn(kind.name, file, column)
            for row in polluted_rows(file):
                spot = _spot(file, column, row, type_)
                cell = kind.make(spot)
                if cell is None or (not whole and row != turn and kind.make(_at(spot, turn))):
                    continue
                yield from _once(_csv(kind, spot, row, cell), seen)
                if row == turn and _is_for_a_workbook(cell, spot, workbooks):
                    yield from _once(_workbook(kind, spot, row, cell), seen)


def _stands_in(kind: Kind, file: str, column: str) -> bool:
    return not kind.where or f"{file}.{column}" in kind.where


def _turn(*names: str) -> int:
    """Which of the three rows it is the turn of."""
    return polluted_rows(names[1])[zlib.crc32(" ".join(names).encode()) % 3]


def _spot(file: str, column: str, row: int, type_: Type) -> Spot:
    clean = ROWS[file][row]
    return Spot(file, column, type_, clean, clean[column], column in REQUIRED[file])


def _at(spot: Spot, row: int) -> Spot:
    return _spot(spot.file, spot.column, row, spot.type)


def _once(file: Polluted, seen: set[bytes]) -> Iterator[Polluted]:
    digest = hashlib.sha256(file.file.encode() + file.content).digest()
    if digest not in seen:
        seen.add(digest)
        yield file


# -- writing ---------------------------------------------------------------------------------------


def _traits(kind: Kind) -> Traits:
    return Traits(kind.equal, kind.unseen, kind.repairs, kind.harmless, kept=bool(kind.kept))


def _csv(kind: Kind, spot: Spot, row: int, cell: Cell) -> Polluted:
    cells = clean_cells(spot.file, row)
    cells[list(COLUMNS[spot.file]).index(spot.column)] = cell.text if cell.raw is None else cell.raw
    parts = clean_parts(spot.file)
    parts[row + 1] = Part(record(cells), (row,), True)
    spoilt = Spoilt(parts, {row: {spot.column: cell.means, **cell.also}})
    return composed(kind.name, (spot.file, spot.column, row), _traits(kind), spoilt)


def _is_for_a_workbook(cell: Cell, spot: Spot, share: int) -> bool:
    if not share or cell.raw is not None or len(cell.text) > 32_767 or "\uffff" in cell.text:
        return False
    return zlib.crc32(f"{spot.file}.{spot.column} {cell.text}".encode()) % share == 0


def _workbook(kind: Kind, spot: Spot, row: int, cell: Cell) -> Polluted:
    """The same in a workbook: every cell a text."""
    columns = list(COLUMNS[spot.file])
    rows = [list(one.values()) for one in ROWS[spot.file]]
    rows[row][columns.index(spot.column)] = cell.text
    target = io.BytesIO()
    book = Workbook(target, {"in_memory": True})
    book.set_properties({"created": datetime(2024, 5, 16, tzinfo=UTC)})
    sheet = book.add_worksheet("Data")
    for at, texts in enumerate([columns, *rows]):
        for column, text in enumerate(texts):
            if text:
                sheet.write_string(at, column, text)
    book.close()
    lines_of = tuple((at + 2, at + 2) for at in range(len(rows)))
    return Polluted(
        kind.name, spot.file, spot.column, row, XLSX, target.getvalue(), _traits(kind),
        lines_of, {1: False}, {row: {spot.column: cell.means, **cell.also}},
        ROWS[spot.file],
    )  # fmt: skip
