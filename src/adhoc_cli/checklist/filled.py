"""A filled-in sheet, read back as marks. Rows read = recorded + known + blank + refused, always."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import numpy as np

from adhoc_cli.checklist.faults import MarkRefused
from adhoc_cli.checklist.items import Planned, plan
from adhoc_cli.checklist.mark import Mark, MarkStatus, checked
from adhoc_cli.checklist.read import Journal
from adhoc_cli.checklist.row import StatusWord
from adhoc_cli.models.codes import LEVELS, level_of
from adhoc_cli.models.columns import FileKind, RowModel, header
from adhoc_cli.models.types import EventDate, FreeText, PlaceCode
from adhoc_cli.models.vocabulary import Vocabulary
from adhoc_cli.roster.roster import Roster
from adhoc_cli.tables.read import read_table
from adhoc_cli.tables.table import Table
from adhoc_cli.text.cells import from_spreadsheet

COLUMNS = (
    "kode_wilayah", "nama_wilayah", "butir", "pemangku", "keperluan", "batas", "tanggal", "bukti",
    "nama_ditemui", "tindak_lanjut",
)  # fmt: skip


class Lembar(RowModel):
    """One line of a sheet. What is printed on it for people (`nama_wilayah`, …) is not read."""

    kind = FileKind("lembar", "kode_wilayah")

    kode_wilayah: Annotated[PlaceCode, header("kode|code|region")]
    """Code of the place"""
    butir: Annotated[FreeText, header("item|kode butir")]
    """Item"""
    tanggal: Annotated[EventDate | None, header("date|tgl")] = None
    """Day"""
    bukti: Annotated[FreeText | None, header("evidence")] = None
    """Evidence"""
    status: Annotated[StatusWord | None, header("state")] = None
    """Status"""
    nama_wilayah: Annotated[FreeText | None, header()] = None
    """Place"""
    pemangku: Annotated[FreeText | None, header()] = None
    """Stakeholder"""
    keperluan: Annotated[FreeText | None, header()] = None
    """Purpose"""
    batas: Annotated[FreeText | None, header()] = None
    """Last day"""
    nama_ditemui: Annotated[FreeText | None, header("nama|name")] = None
    """Person met"""
    tindak_lanjut: Annotated[FreeText | None, header("follow up|catatan|keterangan|note")] = None
    """Follow-up"""


class Fate(StrEnum):
    """What became of a row."""

    RECORDED = "recorded"
    KNOWN = "known"  # the journal says the same already: a sheet may be read twice
    BLANK = "blank"  # nobody filled it in
    REFUSED = "refused"


class Why(StrEnum):
    """Why a row was refused."""

    STRUCTURE = "structure"  # cells or quotes, no UTF-8
    PLACE = "place"
    ITEM = "item"
    LEVEL = "level"
    DAY_MISSING = "day_missing"
    DAY_UNREADABLE = "day_unreadable"
    DAY_TO_COME = "day_to_come"
    EVIDENCE_MISSING = "evidence_missing"
    STATUS = "status"
    CELL = "cell"  # a control character, or too long
    TWICE = "twice"  # the same line again further down: both cannot be meant


@dataclass(frozen=True, slots=True)
class FilledRow:
    """One row of the sheet: its physical line, what became of it, and why."""

    line: int
    fate: Fate
    place: str = ""
    item: str = ""
    why: Why | None = None
    mark: Mark | None = None


@dataclass(frozen=True)
class Filled:
    """The sheet as it was read. `read` is the number of rows; every one of them is in `rows`."""

    file: str
    read: int
    rows: tuple[FilledRow, ...]

    def count(self, fate: Fate) -> int:
        """How many rows came to this."""
        return sum(row.fate is fate for row in self.rows)

    @property
    def marks(self) -> tuple[Mark, ...]:
        """What is to be recorded."""
        return tuple(row.mark for row in self.rows if row.fate is Fate.RECORDED and row.mark)


class SheetUnreadable(Exception):  # noqa: N818 - a verdict on a file, not an error of ours
    """The file is no sheet: the line, and the kind of fault of the file."""

    def __init__(self, line: int, kind: str, params: Mapping[str, Any]) -> None:
        super().__init__(kind)
        self.line = line
        self.kind = kind
        self.params = params


def read_filled(path: Path, roster: Roster, journal: Journal, today: date) -> Filled:
    """The sheet at `path` against what is recorded already. Raises `SheetUnreadable`."""
    table = read_table(Lembar, [(path, path.name)], Vocabulary())
    (file,) = table.files
    if not file.readable:
        fault = next((one for one in file.log.kept if one.line is not None), file.log.kept[0])
        raise SheetUnreadable(fault.line or 1, fault.kind.value, fault.params)
    reader = _Reader(table, roster, journal, today)
    rows = [reader.row(row) for row in range(len(table))]
    rows += _structural(table, file.rows - len(table))
    rows = _without_repeats(rows)
    return Filled(path.name, file.rows, tuple(sorted(rows, key=lambda row: row.line)))


def _structural(table: Table, count: int) -> Iterator[FilledRow]:
    """The rows that the scan of the structure refused, by line as far as lines are kept."""
    known = set(table.line.tolist())
    lines = [fault.line for fault in table.files[0].log.kept if fault.line and fault.line > 1]
    found = sorted({line for line in lines if line not in known})[:count]
    found += [0] * (count - len(found))
    return (FilledRow(line, Fate.REFUSED, why=Why.STRUCTURE) for line in found)


def _without_repeats(rows: Sequence[FilledRow]) -> list[FilledRow]:
    """Of two rows to be recorded of one place and item the second is refused."""
    seen: set[tuple[str, str]] = set()
    kept = []
    for row in rows:
        again = row.fate is Fate.RECORDED and (row.place, row.item) in seen
        if row.fate is Fate.RECORDED:
            seen.add((row.place, row.item))
        refused = FilledRow(row.line, Fate.REFUSED, row.place, row.item, Why.TWICE)
        kept.append(refused if again else row)
    return kept


class _Reader:
    """Turns one row after the other into what becomes of it: a sheet has a few thousand at most."""

    def __init__(self, table: Table, roster: Roster, journal: Journal, today: date) -> None:
        self._table = table
        self._today = today
        items = plan(roster.profile)
        self._items = {planned.id.casefold(): planned for planned in items}
        places = roster.places
        self._places = {code for level in LEVELS for code in places.level(level).codes}
        self._journal = journal

    def row(self, row: int) -> FilledRow:
        line = int(self._table.line[row])
        place, item = self._value("kode_wilayah", row), self._value("butir", row)
        planned = self._items.get(str(item or "").strip().casefold())
        name = planned.id if planned else str(item or "")
        if self._is_blank(row):
            return FilledRow(line, Fate.BLANK, str(place or ""), name)
        why = self._wrong_place(place, planned) or self._wrong_cells(row)
        if why is not None:
            return FilledRow(line, Fate.REFUSED, str(place or ""), name, why)
        mark = self._mark(row, str(place), name)
        try:
            checked("bukti", mark.evidence)
            checked("catatan", mark.note)
        except MarkRefused:
            return FilledRow(line, Fate.REFUSED, mark.place, name, Why.CELL)
        fate = Fate.KNOWN if self._journal.says(mark) else Fate.RECORDED
        return FilledRow(line, fate, mark.place, name, None, mark)

    def _is_blank(self, row: int) -> bool:
        """Whether nobody wrote on the line: a follow-up alone is no meeting either."""
        return all(
            name not in self._table or self._table[name].is_empty(row)
            for name in ("tanggal", "bukti", "status", "nama_ditemui")
        )

    def _wrong_place(self, place: Any, planned: Planned | None) -> Why | None:
        if place is None or place not in self._places:
            return Why.PLACE
        if planned is None:
            return Why.ITEM
        return Why.LEVEL if level_of(str(place)) != planned.level else None

    def _wrong_cells(self, row: int) -> Why | None:
        if self._refused("tanggal", row):
            return Why.DAY_UNREADABLE
        if self._refused("status", row) or self._status(row) is MarkStatus.WITHDRAWN:
            return Why.STATUS
        if self._status(row) is not MarkStatus.DONE:
            return None
        day = self._value("tanggal", row)
        if day is None:
            return Why.DAY_MISSING
        if day > self._today:
            return Why.DAY_TO_COME
        return None if self._value("bukti", row) else Why.EVIDENCE_MISSING

    def _mark(self, row: int, place: str, item: str) -> Mark:
        notes = (self._text("nama_ditemui", row), self._text("tindak_lanjut", row))
        note = "; ".join(part for part in notes if part)
        day = self._value("tanggal", row)
        return Mark(place, item, self._status(row), day, self._text("bukti", row), note)

    def _status(self, row: int) -> MarkStatus:
        return MarkStatus(self._value("status", row) or MarkStatus.DONE)

    def _text(self, column: str, row: int) -> str:
        return from_spreadsheet(str(self._value(column, row) or ""))

    def _value(self, column: str, row: int) -> Any:
        value = self._table.value(column, row)
        return value.item() if isinstance(value, np.datetime64) else value

    def _refused(self, column: str, row: int) -> bool:
        return column in self._table and self._table[column].is_refused(row)
