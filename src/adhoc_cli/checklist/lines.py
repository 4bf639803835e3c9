"""Faults of a journal, line by line: what was refused, and what could not be read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

import numpy as np

from adhoc_cli.checklist.row import Koordinasi
from adhoc_cli.models.columns import headers_of
from adhoc_cli.models.spelling import header_key
from adhoc_cli.tables.column import Column
from adhoc_cli.tables.faults import KEPT, FaultLog, FileFaultKind
from adhoc_cli.tables.table import Table
from adhoc_cli.tables.texts import Mask

_CONFLICT = (b"<<<<<<<", b"|||||||", b"=======", b">>>>>>>")
_OF_A_LINE = frozenset(
    {
        FileFaultKind.ROW_WIDTH,
        FileFaultKind.QUOTE,
        FileFaultKind.LINE_BREAK,
        FileFaultKind.NOT_TEXT,
        FileFaultKind.CELL_TOO_LONG,
    }
)


class LineFaultKind(StrEnum):
    """Why a line was refused, or what in it could not be read."""

    TORN = "torn"  # the last line, cut short by a crash
    CONFLICT = "conflict"  # a mark of git: a merge that nobody finished
    HEADER_AGAIN = "header_again"  # two journals pasted together
    STRUCTURE = "structure"  # not as many cells as the header, a faulty quote, no UTF-8
    CELL = "cell"  # a cell that says nothing readable


@dataclass(frozen=True, slots=True)
class LineFault:
    """One fault: physical line (header = 1), column where one is at fault, data of the message.

    `refused` tells a line that does not count from one whose fault leaves the mark readable.
    """

    kind: LineFaultKind
    line: int
    column: str | None = None
    params: Mapping[str, Any] = field(default_factory=dict)
    refused: bool = True


def structure_faults(data: bytes, log: FaultLog) -> Iterator[LineFault]:
    """The lines of the journal `data` that the scan of its structure refused."""
    if data.startswith(_CONFLICT[0]):  # above the header, where other journals have a title
        yield LineFault(LineFaultKind.CONFLICT, 1)
    found = [fault for fault in log.kept if fault.kind in _OF_A_LINE and fault.line is not None]
    texts = _lines(data, [fault.line or 1 for fault in found])
    for fault, text in zip(found, texts, strict=True):
        kind = LineFaultKind.CONFLICT if text.startswith(_CONFLICT) else LineFaultKind.STRUCTURE
        params = {**fault.params, "fault_kind": fault.kind.value}
        yield LineFault(kind, fault.line or 1, fault.column, params)


def _lines(data: bytes, numbers: Sequence[int]) -> list[bytes]:
    """The beginnings of these lines."""
    if not numbers:
        return []
    breaks = np.flatnonzero(np.frombuffer(data, np.uint8) == ord("\n"))
    starts = np.concatenate([[0], breaks + 1])
    return [bytes(data[starts[n - 1] : starts[n - 1] + 8]) for n in numbers]


def cell_faults(table: Table) -> Iterator[LineFault]:
    """The cells that say nothing readable, and headers among the rows."""
    again = _header_again(table)
    for row in np.flatnonzero(again)[:KEPT]:
        yield LineFault(LineFaultKind.HEADER_AGAIN, int(table.line[row]))
    for name, column in table.columns.items():
        needed = column.spec.required
        faulty = (column.refused | column.empty if needed else column.refused) & ~again
        for row in np.flatnonzero(faulty)[:KEPT]:
            yield _cell_fault(table, name, column, int(row))


def _cell_fault(table: Table, name: str, column: Column, row: int) -> LineFault:
    error = column.errors.get(int(column.text_codes[row]))
    said = {"kind": "value_missing"} if error is None else {**error.params, "kind": error.kind}
    rejects = column.spec.required and column.spec.header.places
    return LineFault(LineFaultKind.CELL, int(table.line[row]), name, said, refused=rejects)


def _header_again(table: Table) -> Mask:
    """Rows that are a header: another journal was pasted behind this one."""
    known = headers_of(Koordinasi)
    column = table["status"]
    said = [i for i, t in enumerate(column.texts.to_list()) if known.get(header_key(t)) == "status"]
    again = column.text_in(said)
    places = table["kode_wilayah"]
    return again & places.refused
