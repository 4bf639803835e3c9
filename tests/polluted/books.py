"""Pollution that only a workbook can have: what is marked, merged or failed beside the values."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime

from xlsxwriter import Workbook

from tests.polluted.clean import COLUMNS, ROWS, polluted_rows
from tests.polluted.made import XLSX, Meant, Polluted, Traits

_PERSONAL = frozenset({"nama", "nik", "telepon", "alamat", "tanggal_lahir", "peringkat", "kode"})
BOOK_KINDS = ("book-row-hidden", "book-cell-struck", "book-cell-failed", "book-cell-merged")


def of_book_kind(name: str) -> Iterator[Polluted]:
    """A workbook for each column in which the kind can stand."""
    for file, columns in COLUMNS.items():
        row = polluted_rows(file)[1]
        for at, column in enumerate(columns):
            text = ROWS[file][row][column]
            if name == "book-cell-merged" and not _may_be_merged(file, column, row):
                continue
            if not text and name != "book-cell-failed":
                continue
            meant: Mapping[int, Meant] = {row: {column: None}}
            if name == "book-row-hidden":
                meant = {row: dict.fromkeys(columns)}
            traits = Traits(repairs=name == "book-cell-merged")
            lines = tuple((line + 2, line + 2) for line in range(len(ROWS[file])))
            content = _book(name, file, row, at)
            yield Polluted(
                name, file, column, row, XLSX, content, traits, lines, {1: False}, meant,
                ROWS[file],
            )  # fmt: skip


def _may_be_merged(file: str, column: str, row: int) -> bool:
    same = ROWS[file][row][column] == ROWS[file][row - 1][column] != ""
    return same and column not in _PERSONAL


def _book(name: str, file: str, row: int, at: int) -> bytes:
    target = io.BytesIO()
    book = Workbook(target, {"in_memory": True})
    book.set_properties({"created": datetime(2024, 5, 16, tzinfo=UTC)})
    sheet = book.add_worksheet("Data")
    if name == "book-cell-merged":
        sheet.merge_range(row, at, row + 1, at, "")
    rows = [list(COLUMNS[file]), *(list(one.values()) for one in ROWS[file])]
    for number, texts in enumerate(rows):
        for column, text in enumerate(texts):
            here = (number, column) == (row + 1, at)
            if here and name == "book-cell-failed":
                sheet.write_formula(number, column, "=1/0", None, "#DIV/0!")
            elif text and not (here and name == "book-cell-merged"):
                struck = here and name == "book-cell-struck"
                style = book.add_format({"font_strikeout": True}) if struck else None
                sheet.write_string(number, column, text, style)
    if name == "book-row-hidden":
        sheet.set_row(row + 1, None, None, {"hidden": True})
    book.close()
    return target.getvalue()
