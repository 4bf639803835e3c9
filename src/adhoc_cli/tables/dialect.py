"""Where the header stands and what separates cells: found by the header's words, never guessed."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from pydantic import ValidationError

from adhoc_cli.models.columns import ColumnSpec, RowModel, columns_of, headers_of
from adhoc_cli.models.spelling import header_key
from adhoc_cli.tables.faults import FaultLog, FileFault, FileFaultKind, UnreadableFile, unreadable
from adhoc_cli.tables.records import (
    Record,
    Walker,
    describe_byte,
    lone_return,
    not_utf8,
    place_of,
)
from adhoc_cli.tables.source import UTF8_BOM, Source
from adhoc_cli.text.nearest import nearest

DELIMITERS = (",", ";", "\t")
_TITLE_ROWS = 20  # a header further down than this is no header
_LOWEST = 1 << 30  # no line is below it
_LONGEST = 1 << 16  # bytes of a header
_MOST = 1_000  # columns of a header
_SOMETHING = re.compile(rb"\S")


class Dialect(NamedTuple):
    """How to read one file.

    `columns` holds a canonical name, or None for a column that nothing reads, per cell of the
    header; `start` and `line` are the offset and physical line of the first record below it.
    """

    delimiter: str
    header: tuple[str, ...]
    columns: tuple[str | None, ...]
    start: int
    line: int
    header_line: int

    @property
    def names(self) -> tuple[str, ...]:
        """What each column is called in findings: as the models do, as its header says, or "#5"."""
        return tuple(
            column or cell or f"#{position}"
            for position, (column, cell) in enumerate(
                zip(self.columns, self.header, strict=True), start=1
            )
        )


@dataclass(frozen=True, eq=False)
class _Candidate:
    """A record at the head of a file, with its cells as somebody reads them who overlooks faults;
    `following` is the physical line behind it."""

    model: type[RowModel]
    delimiter: str
    start: int
    line: int
    following: int
    record: Record
    cells: tuple[str, ...]

    @cached_property
    def known(self) -> frozenset[str]:
        """The columns that its cells name."""
        headers = headers_of(self.model)
        return frozenset(headers[key] for c in self.cells if (key := header_key(c)) in headers)

    @cached_property
    def missing(self) -> tuple[str, ...]:
        """The required columns that it does not name."""
        required = (name for name, spec in columns_of(self.model).items() if spec.required)
        missing = tuple(name for name in required if name not in self.known)
        # "Ketua PPK" in `jabatan` names the body too; whether every row does is seen in the rows.
        return tuple(n for n in missing if not (n == "badan" and "jabatan" in self.known))


def find_dialect(source: Source, model: type[RowModel], log: FaultLog) -> Dialect:
    """The dialect of `source` read as rows of `model`.

    Notes (F109, F110) go to `log`. Raises `UnreadableFile` for an empty file, old Mac line ends,
    and a header that is faulty itself, lacks a required column or names one twice.
    """
    data = source.data
    begin = len(UTF8_BOM) if data[:3] == UTF8_BOM else 0
    if _SOMETHING.search(data, begin) is None:
        raise unreadable(FileFaultKind.NO_ROWS, source.name, empty=True)
    if data.find(b"\n") < 0 and data.find(b"\r", 0, len(data) - 1) >= 0:
        raise unreadable(FileFaultKind.LINE_BREAK, source.name, all=True)
    candidates: dict[str, list[_Candidate]] = {}
    for delimiter in DELIMITERS:
        complete = [found[-1].line for found in candidates.values() if not found[-1].missing]
        lowest = min(complete, default=_LOWEST)
        candidates[delimiter] = _candidates(source, model, delimiter, begin, lowest)
    header = _best([c for found in candidates.values() for c in found])
    _refuse_faulty(source, header)
    columns = _columns(source.name, header, log)
    above = candidates[header.delimiter][: candidates[header.delimiter].index(header)]
    # A sheet that was sorted together with its header has rows above it. They are read as rows, and
    # the header among them is reported (F105).
    row = next((c for c in above if _is_row(c, columns)), None)
    start, line = (row.start, row.line) if row else (header.record.next, header.following)
    _note(source.name, header, columns, log, titles=above.index(row) if row else len(above))
    return Dialect(header.delimiter, header.cells, columns, start, line, header.line)


# -- candidates ------------------------------------------------------------------------------------


def _candidates(
    source: Source, model: type[RowModel], delimiter: str, start: int, lowest: int
) -> list[_Candidate]:
    """The records at the head of the file, as far as the first that names all required columns, and
    no further down than the line `lowest`."""
    walker = Walker(source.data, delimiter.encode())
    line = 1
    found: list[_Candidate] = []
    while len(found) <= _TITLE_ROWS and line <= lowest and start < len(source.data):
        record = walker.record(start)
        cells = _cells(source, walker, start, record, delimiter)
        following = line + source.data[start : record.next].count(b"\n")
        found.append(_Candidate(model, delimiter, start, line, following, record, cells))
        if not found[-1].missing:
            break
        start, line = record.next, following
    return found


def _cells(
    source: Source, walker: Walker, start: int, record: Record, delimiter: str
) -> tuple[str, ...]:
    if record.end - start > _LONGEST or len(record.cells) > _MOST:
        return ()
    if record.fault is None:
        cells = walker.texts(record)
    else:
        text = source.data[start : record.end].decode("utf-8", "replace")
        cells = text.replace('"', "").split(delimiter)
    return tuple(" ".join(cell.replace("\ufeff", "").split()) for cell in cells)


def _best(candidates: Sequence[_Candidate]) -> _Candidate:
    """The first record that names every required column; else the one that comes nearest to it.

    The first, even where one further down names more: the rows above that would be lost as titles.
    """
    complete = [c for c in candidates if not c.missing]
    if complete:
        return min(complete, key=lambda c: (c.line, -len(c.known)))
    return max(candidates, key=lambda c: (len(c.known), -c.line, len(c.cells)))


def _is_row(candidate: _Candidate, columns: Sequence[str | None]) -> bool:
    """Whether a record above the header holds a row's values: in every required column that does
    not take just any text, what that column takes."""
    if candidate.record.fault is not None or len(candidate.cells) != len(columns):
        return False
    specs = columns_of(candidate.model)
    telling = [
        _fits(specs[column], cell)
        for cell, column in zip(candidate.cells, columns, strict=True)
        if column and specs[column].required and specs[column].refuses
    ]
    return bool(telling) and all(telling)


def _fits(spec: ColumnSpec, cell: str) -> bool:
    try:
        spec.adapter.validate_python(cell)
    except ValidationError:
        return False
    return True


# -- the header ------------------------------------------------------------------------------------


def _refuse_faulty(source: Source, header: _Candidate) -> None:
    """Raise `UnreadableFile` where the header is faulty as a record."""
    data, start, end = source.data, header.start, header.record.end
    fault = header.record.fault
    at = not_utf8(data, start, end)
    if at is None:
        nul = data.find(b"\0", start, end)
        at = None if nul < 0 else nul
    if at is not None:
        raise _at(source, header, at, FileFaultKind.NOT_TEXT, **describe_byte(data, at))
    if (alone := lone_return(data[start : end + 1])) is not None:
        at = start + alone
        raise _at(source, header, at, FileFaultKind.LINE_BREAK, offset=at)
    if fault is not None and header.known:
        position = place_of(data, start, fault.at)[1]
        kind = FileFaultKind.QUOTE
        raise _at(source, header, fault.at, kind, fault=fault.fault, position=position)


def _at(
    source: Source, header: _Candidate, at: int, kind: FileFaultKind, **params: Any
) -> UnreadableFile:
    below = place_of(source.data, header.start, at)[0]
    return unreadable(kind, source.name, header.line + below, **params)


def _columns(name: str, header: _Candidate, log: FaultLog) -> tuple[str | None, ...]:
    """The canonical name of every cell of the header, None where nothing reads it."""
    if header.missing:
        raise _lacking(name, header)
    headers = headers_of(header.model)
    columns = [headers.get(header_key(cell)) for cell in header.cells]
    for column in header.known:
        at = [position for position, named in enumerate(columns) if named == column]
        # A canonical header is itself where another one is but a synonym.
        exact = [p for p in at if header_key(header.cells[p]) == header_key(column)]
        if len(at) > 1 and len(exact) != 1:
            first, second = header.cells[at[0]], header.cells[at[1]]
            raise unreadable(
                FileFaultKind.HEADER_REPEATED,
                name,
                header.line,
                second,
                first=first,
                second=second,
                column=column,
            )
        for position in at:
            columns[position] = column if position in (exact or at) else None
    for position, (cell, named) in enumerate(zip(header.cells, columns, strict=True)):
        if cell and named is None:
            params = {"position": position + 1, "nearest": nearest(cell, headers.values()) or ""}
            log.add(FileFault(FileFaultKind.COLUMN_UNKNOWN, name, header.line, cell, params))
    return tuple(columns)


def _lacking(name: str, header: _Candidate) -> UnreadableFile:
    specs, headers = columns_of(header.model), headers_of(header.model)
    # A first row of people instead of a header is not to be quoted in a message.
    headerless = not any(specs[column].required for column in header.known)
    unused = [c for c in header.cells if c and header_key(c) not in headers and not headerless]
    named = ", ".join(cell for cell in header.cells if cell)
    return unreadable(
        FileFaultKind.COLUMN_MISSING,
        name,
        header.line,
        header.missing[0],
        missing=", ".join(header.missing),
        found="" if headerless else named,
        nearest=next((n for column in header.missing if (n := nearest(column, unused))), ""),
        headerless=headerless,
    )


def _note(
    name: str,
    header: _Candidate,
    columns: Sequence[str | None],
    log: FaultLog,
    *,
    titles: int,
) -> None:
    """One F109 note a file for all that was read otherwise than plain canonical CSV."""
    params: dict[str, object] = {}
    if header.delimiter != ",":
        params["delimiter"] = {";": ";", "\t": "TAB"}[header.delimiter]
    synonyms = [
        f"{cell} → {column}"
        for cell, column in zip(header.cells, columns, strict=True)
        if column and header_key(cell) != header_key(column)
    ]
    if synonyms:
        params["synonyms"] = ", ".join(synonyms)
    if titles:
        params["title_rows"] = titles
    if params:
        log.add(FileFault(FileFaultKind.READ_AS, name, header.line, params=params))
