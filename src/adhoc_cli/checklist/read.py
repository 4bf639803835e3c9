"""Reading the journal: every line accepted or refused with its number, as whole columns."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from adhoc_cli.checklist.faults import Aside, JournalError, JournalUnreadable
from adhoc_cli.checklist.journal import mend
from adhoc_cli.checklist.layout import FILE, HEAD, End, end_of, find_layout, is_torn_header
from adhoc_cli.checklist.lines import LineFault, LineFaultKind, cell_faults, structure_faults
from adhoc_cli.checklist.mark import Mark
from adhoc_cli.checklist.row import Koordinasi
from adhoc_cli.models.columns import columns_of
from adhoc_cli.tables.column import Column, validate
from adhoc_cli.tables.dialect import find_dialect
from adhoc_cli.tables.factorised import Form
from adhoc_cli.tables.faults import FaultLog, FileFault, FileFaultKind, UnreadableFile
from adhoc_cli.tables.parse import parse
from adhoc_cli.tables.scan import Scanner
from adhoc_cli.tables.source import DEFAULT_LIMIT, Source
from adhoc_cli.tables.table import FileRead, Table
from adhoc_cli.tables.texts import Mask, Texts
from adhoc_cli.text.system import reason_of


@dataclass(frozen=True)
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
