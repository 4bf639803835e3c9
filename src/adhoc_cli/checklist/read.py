"""Reading the journal: every line accepted or refused with its number, as whole columns.

A fault is one of a line: what was refused, and what could not be read.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from adhoc_cli.checklist.faults import Aside, JournalError, JournalUnreadable
from adhoc_cli.checklist.journal import mend
from adhoc_cli.checklist.layout import FILE, HEAD, End, end_of, find_layout, is_torn_header
from adhoc_cli.checklist.mark import Mark
from adhoc_cli.checklist.row import Koordinasi
from adhoc_cli.models.columns import columns_of, headers_of
from adhoc_cli.models.spelling import header_key
from adhoc_cli.tables.column import Column, validate
from adhoc_cli.tables.dialect import find_dialect
from adhoc_cli.tables.factorised import Form
from adhoc_cli.tables.faults import KEPT, FaultLog, FileFault, FileFaultKind, UnreadableFile
from adhoc_cli.tables.parse import parse
from adhoc_cli.tables.scan import Scanner
from adhoc_cli.tables.source import DEFAULT_LIMIT, Source
from adhoc_cli.tables.table import FileRead, Table
from adhoc_cli.tables.texts import Mask, Texts
from adhoc_cli.text.system import reason_of

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


class LineFault(NamedTuple):
    """One fault: physical line (header = 1), column where one is at fault, data of the message.

    `refused` tells a line that does not count from one whose fault leaves the mark readable.
    """

    kind: LineFaultKind
    line: int
    column: str | None = None
    params: Mapping[str, Any] = {}
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


@dataclass(frozen=True, eq=False)
class Journal:
    """The journal as it was read: rows = accepted + rejected, and a fault for every rejected one.

    A folder without a journal has an empty one (`exists` is False).
    """

    table: Table
    exists: bool
    faults: tuple[LineFault, ...] = ()
    aside: Aside | None = None

    @property
    def file(self) -> FileRead:
        """What became of the file."""
        return self.table.files[0]

    @property
    def torn(self) -> LineFault | None:
        """The torn last line, if there is one: `journal.mend` sets it aside."""
        return next((fault for fault in self.faults if fault.kind is LineFaultKind.TORN), None)

    @cached_property
    def rows(self) -> NDArray[np.intp]:
        """The accepted rows, in the order of the file."""
        return self.table.accepted_rows

    @cached_property
    def _latest(self) -> Mapping[tuple[str, str], Koordinasi]:
        """By place and item the last mark."""
        marks = (entry.mark for entry in self.history())
        return {(mark.kode_wilayah, mark.butir.casefold()): mark for mark in marks}

    def says(self, mark: Mark) -> bool:
        """Whether the last mark of an item at a place says the same already: to write it once more
        would be a second meeting. A note alone is something new."""
        last = self._latest.get((mark.place, mark.item.casefold()))
        if last is None or (last.status, last.tanggal) != (mark.status.value, mark.day):
            return False
        return _same(mark.evidence, last.bukti) and (
            not mark.note or _same(mark.note, last.catatan)
        )

    def history(self, place: str | None = None, item: str | None = None) -> Sequence[Entry]:
        """Every mark of a place and an item, oldest first; all of them where neither is given."""
        wanted = self.table.accepted
        if place is not None:
            wanted = wanted & self.table["kode_wilayah"].equals(place)
        if item is not None:
            wanted = wanted & _says(self.table["butir"], item)
        return self.entries(np.flatnonzero(wanted))

    def entries(self, rows: NDArray[np.intp]) -> list[Entry]:
        """These rows, with their lines."""
        models = self.table.models(rows)
        lines = self.table.line[rows].tolist()
        both = zip(lines, models, strict=True)
        return [Entry(line, row) for line, row in both if isinstance(row, Koordinasi)]


class Entry(NamedTuple):
    """One mark of the journal and its physical line."""

    line: int
    mark: Koordinasi


def load_journal(folder: Path, *, timeout: float = 0.5, limit: int = DEFAULT_LIMIT) -> Journal:
    """The journal of `folder`; a torn last line is set aside first (`Journal.aside` says so).

    Where that cannot be done, because another run is writing or the folder may only be read, the
    torn line stays and is a fault like any other. Raises `JournalUnreadable`.
    """
    journal = read_journal(folder, limit=limit)
    if journal.torn is None:
        return journal
    try:
        aside = mend(folder, timeout=timeout)
    except JournalError:
        return journal
    again = read_journal(folder, limit=limit)
    return Journal(again.table, again.exists, again.faults, aside)


def read_journal(folder: Path, *, limit: int = DEFAULT_LIMIT) -> Journal:
    """The journal of `folder`, which is left as it is. Raises `JournalUnreadable`."""
    data = _bytes_of(folder / FILE, limit)
    if data is None:
        return Journal(_empty(b""), exists=False)
    head = data[:HEAD]
    if is_torn_header(head):
        faults = (LineFault(LineFaultKind.TORN, 1, params={"size": len(head)}),) if head else ()
        return Journal(_empty(data), exists=True, faults=faults)
    behind = data.rfind(b"\n") + 1
    torn = end_of(find_layout(head), data[behind:]) is End.TORN
    log = FaultLog()
    try:
        table = _table(data[:behind] if torn else data, data, log)
    except UnreadableFile as refusal:
        raise JournalUnreadable(refusal.fault) from None
    found = [*structure_faults(data, log), *cell_faults(table)]
    if torn:
        line = data.count(b"\n") + 1
        found.append(LineFault(LineFaultKind.TORN, line, params={"size": len(data) - behind}))
        table = _one_more_rejected(table)
    return Journal(table, exists=True, faults=tuple(sorted(found, key=lambda fault: fault.line)))


def last_of(keys: NDArray[np.int64], count: int) -> NDArray[np.int64]:
    """Per key of 0 … `count` - 1 the position of its last occurrence in `keys`, -1 for none."""
    last = np.full(count, -1, np.int64)
    # Of equal indices NumPy keeps the last assignment.
    last[keys] = np.arange(keys.size)
    return last


# -- the table -------------------------------------------------------------------------------------


def _bytes_of(path: Path, limit: int) -> bytes | None:
    """All of the file. Not mapped into memory: another run may cut a torn line off meanwhile."""
    try:
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except FileNotFoundError:
        return None
    except OSError as error:
        params = {"found": "unopened", "reason": reason_of(error)}
        raise JournalUnreadable(FileFault(FileFaultKind.NOT_TEXT, FILE, 1, params=params)) from None
    if len(data) > limit:
        size = {"size": path.stat().st_size, "limit": limit}
        raise JournalUnreadable(FileFault(FileFaultKind.FILE_TOO_LARGE, FILE, 1, params=size))
    return data


def _table(good: bytes, data: bytes, log: FaultLog) -> Table:
    """The table of the `good` part of `data`. Raises `UnreadableFile`."""
    source = Source(FILE, good, lambda: hashlib.sha256(data).hexdigest())
    dialect = find_dialect(source, Koordinasi, log)
    scanner = Scanner(source, dialect.delimiter, dialect.names, log)
    found = scanner.scan(dialect.start, dialect.line)
    wanted = {at: name for at, name in enumerate(dialect.columns) if name is not None}
    form = Form(dialect.delimiter, len(dialect.header), found.quoted_breaks, found.longest)
    cells = parse(good, found.spans, wanted, form)
    columns = {
        name: validate(spec, *cells[name], {})
        for name, spec in columns_of(Koordinasi).items()
        if name in cells
    }
    accepted = _accepted(columns, found.line.size)
    return _made(source, columns, found.line, accepted, found.rejected, log)


def _made(
    source: Source,
    columns: Mapping[str, Column],
    line: NDArray[np.int32],
    accepted: Mask,
    rejected: int,
    log: FaultLog,
) -> Table:
    good, rows = int(np.count_nonzero(accepted)), int(line.size) + rejected
    file = FileRead(
        FILE, source.digest(), rows, good, rows - good,
        readable=True, log=log, columns=frozenset(columns),
    )  # fmt: skip
    return Table(Koordinasi, (file,), columns, line, np.zeros(line.size, np.int16), accepted)


def _accepted(columns: Mapping[str, Column], rows: int) -> Mask:
    accepted = np.ones(rows, bool)
    for name, spec in columns_of(Koordinasi).items():
        if spec.required and spec.header.places:
            accepted &= columns[name].known
    return accepted


def _empty(data: bytes) -> Table:
    nothing = np.empty(0, np.int32)
    columns = {
        name: validate(spec, nothing, Texts.of(()), {})
        for name, spec in columns_of(Koordinasi).items()
    }
    source = Source(FILE, data, lambda: hashlib.sha256(data).hexdigest())
    return _made(source, columns, nothing, np.empty(0, bool), int(bool(data)), FaultLog())


def _one_more_rejected(table: Table) -> Table:
    (file,) = table.files
    more = FileRead(
        file.name, file.sha256, file.rows + 1, file.accepted, file.rejected + 1,
        readable=True, log=file.log, columns=file.columns,
    )  # fmt: skip
    return Table(table.model, (more,), table.columns, table.line, table.file, table.accepted)


def _same(one: str, other: str | None) -> bool:
    return one.split() == (other or "").split()


def _says(column: Column, text: str) -> Mask:
    wanted = text.casefold()
    same = [i for i, value in enumerate(column.value_list) if value.casefold() == wanted]
    return column.value_in(np.array(same, np.intp))
