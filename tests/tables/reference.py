"""A plain reader of one character at a time, to hold the fast one against.

Slow and obviously right: RFC 4180, strictly, with the decisions of the reader spelled out.
"""

from __future__ import annotations

from dataclasses import dataclass, field

LONGEST = 32_767


@dataclass
class Reference:
    """What stands in some bytes: rows (line, cells), faults (kind, line, detail), and counts."""

    rows: list[tuple[int, list[str]]] = field(default_factory=list)
    faults: list[tuple[str, int, str]] = field(default_factory=list)
    rejected: int = 0
    blank: int = 0


@dataclass
class _Record:
    cells: list[str]
    stop: int
    fault: tuple[str, int] | None


def read(data: bytes, delimiter: str, names: list[str]) -> Reference:
    """Everything in `data`, of which the first line is line 1."""
    found = Reference()
    at = 0
    while at < len(data):
        record = _record(data, at, delimiter)
        _judge(found, data, at, record, names)
        at = record.stop
    return found


def _record(data: bytes, at: int, delimiter: str) -> _Record:
    cells: list[str] = []
    while True:
        cell = bytearray()
        if data[at : at + 1] == b'"':
            opening = at
            at += 1
            while data[at : at + 1] not in (b'"', b"") or data[at : at + 2] == b'""':
                cell.append(data[at])
                at += 2 if data[at : at + 2] == b'""' else 1
            if at == len(data):
                return _Record(cells, _next_line(data, opening), ("unclosed", opening))
            at += 1
            if not _ends_cell(data, at, delimiter):
                fault = "unclosed" if b"\n" in data[opening : at - 1] else "after"
                return _Record(cells, _next_line(data, opening), (fault, opening))
        else:
            while not _ends_cell(data, at, delimiter):
                if data[at : at + 1] == b'"':
                    return _Record(cells, _next_line(data, at), ("bare", at))
                cell.append(data[at])
                at += 1
        cells.append(cell.decode("utf-8", "replace"))
        if data[at : at + 1] != delimiter.encode():
            break
        at += 1
    while data[at : at + 1] == b"\r":
        at += 1
    return _Record(cells, min(at + 1, len(data)), None)


def _ends_cell(data: bytes, at: int, delimiter: str) -> bool:
    rest = data[at : at + 2]
    return rest in (b"", b"\r\n") or rest[:1] in (delimiter.encode(), b"\n") or data[at:] == b"\r"


def _next_line(data: bytes, at: int) -> int:
    while at < len(data) and data[at : at + 1] != b"\n":
        at += 1
    return min(at + 1, len(data))


def _judge(found: Reference, data: bytes, start: int, record: _Record, names: list[str]) -> None:
    text = data[start : record.stop]
    line = 1 + data[:start].count(b"\n")
    length = len(text.removesuffix(b"\n").removesuffix(b"\r"))
    bad = False
    if record.fault is not None:
        kind, at = record.fault
        bad = True
        found.faults.append(("quote", 1 + data[:at].count(b"\n"), kind))
    byte = _byte_fault(data, start, record.stop)
    if (
        record.fault is None
        and byte is None
        and not any(cell.strip(" \t\r\n\ufeff\u00a0") for cell in record.cells)
        and length <= 4 * len(record.cells)
    ):
        found.blank += 1
        return
    if byte is not None:
        kind, at, detail = byte
        bad = True
        found.faults.append((kind, 1 + data[:at].count(b"\n"), detail))
    if not bad and len(record.cells) != len(names):
        bad = True
        found.faults.append(("row_width", line, f"{len(record.cells)}"))
    if not bad and max(map(len, record.cells)) > LONGEST:
        bad = True
        longest = max(range(len(names)), key=lambda i: len(record.cells[i]))
        found.faults.append(("cell_too_long", line, names[longest]))
    if bad:
        found.rejected += 1
    else:
        found.rows.append((line, record.cells))


def _byte_fault(data: bytes, start: int, stop: int) -> tuple[str, int, str] | None:
    try:
        data[start:stop].decode()
    except UnicodeDecodeError as error:
        at = start + error.start
        surrogate = data[at] == 0xED and data[at + 1] >= 0xA0 if at + 1 < len(data) else False
        return "not_text", at, "surrogate" if surrogate else "byte"
    for at in range(start, stop):
        if data[at] == 0:
            return "not_text", at, "nul"
    for at in range(start, stop):
        if data[at] == 13 and at + 1 < len(data) and data[at + 1] != 10:
            return "line_break", at, ""
    return None
