"""Pollution that only a workbook can have: what is typed, marked, merged, hidden or failed beside
the values, in every format that knows it."""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from tests.intake.drawn import Drawn
from tests.polluted.clean import COLUMNS, DATES, ROWS, Row, Type, polluted_rows
from tests.polluted.field_cells import NAME_OF
from tests.polluted.made import ODS, XLS, XLSX, Meant, Polluted, Traits

_EVERYWHERE = (XLSX, XLS, ODS)
_FORMULAS = (XLSX, ODS)  # of XLS none are drawn
# What a row under a merged cell has to itself.
_PERSONAL = frozenset({"nama", "nik", "telepon", "alamat", "tanggal_lahir", "peringkat", "kode"})
_PLACES = frozenset({"kode_wilayah", "kode_desa", "kode_kecamatan", "kecamatan", "desa", "nomor"})
_DAY = timedelta(1)
_USUAL = Traits()


class Spot(NamedTuple):
    """The cell that is polluted: its file, column with its position, and row."""

    file: str
    column: str
    at: int
    row: int

    @property
    def text(self) -> str:
        return ROWS[self.file][self.row][self.column]

    @property
    def type(self) -> Type:
        return COLUMNS[self.file][self.column]

    @property
    def cell(self) -> tuple[int, int]:
        """Where it stands in the sheet."""
        return self.row + 1, self.at


@dataclass(frozen=True)
class Booked:
    """A workbook: its sheet, the rows that are polluted with what they mean, and where the rows
    stand where it is not below one header."""

    sheet: Drawn
    touched: Mapping[int, Meant]
    rows: tuple[Row, ...] = ()
    first: int = 2
    nobody: Mapping[int, bool] = field(default_factory=dict)
    unread: frozenset[str] = frozenset()


Make = Callable[[Spot], Booked | None]


@dataclass(frozen=True)
class BookKind:
    """A kind of pollution of workbooks, made of a cell or (not `each`) of a sheet."""

    name: str
    make: Make
    formats: Sequence[str] = _EVERYWHERE
    traits: Traits = _USUAL
    each: bool = True
    after: Callable[[bytes], bytes] | None = None


# -- sheets ----------------------------------------------------------------------------------------


def _texts(file: str, rows: Sequence[Row] = ()) -> list[list[str]]:
    return [list(COLUMNS[file]), *(list(row.values()) for row in rows or ROWS[file])]


def _drawn(file: str, rows: Sequence[Row] = ()) -> Drawn:
    return Drawn(_texts(file, rows), name="Data")


def _of_cell(spot: Spot, sheet: Drawn, means: str | None = None) -> Booked:
    return Booked(sheet, {spot.row: {spot.column: means}})


# -- what is marked --------------------------------------------------------------------------------


def _hidden_row(spot: Spot) -> Booked | None:
    sheet = replace(_drawn(spot.file), hidden_rows=frozenset({spot.row + 1}))
    return Booked(sheet, {spot.row: dict.fromkeys(COLUMNS[spot.file])}) if not spot.at else None


def _hidden_column(spot: Spot) -> Booked:
    sheet = replace(_drawn(spot.file), hidden_columns=frozenset({spot.at}))
    return Booked(sheet, {}, unread=frozenset({spot.column}))


def _struck(spot: Spot) -> Booked | None:
    sheet = replace(_drawn(spot.file), struck=frozenset({spot.cell}))
    return _of_cell(spot, sheet) if spot.text else None


def _failed(error: str) -> Make:
    def make(spot: Spot) -> Booked:
        rows = _texts(spot.file)
        rows[spot.row + 1][spot.at] = error
        return _of_cell(spot, Drawn(rows, name="Data"))

    return make


def _unstored(spot: Spot) -> Booked:
    return _of_cell(spot, replace(_drawn(spot.file), typed={spot.cell: None}))


# -- what is merged --------------------------------------------------------------------------------


def _merged(count: int) -> Make:
    """A cell that spans the rows below it, which hold the same."""

    def make(spot: Spot) -> Booked | None:
        if spot.column in _PERSONAL | _PLACES or spot.column in ("badan", "jabatan"):
            return None
        top = max(min(spot.row, len(ROWS[spot.file]) - count), 0)
        text = ROWS[spot.file][top][spot.column]
        if not text:
            return None
        rows = [dict(row) for row in ROWS[spot.file]]
        cells = _texts(spot.file)
        for row in range(top + 1, top + count):
            rows[row][spot.column] = text
            cells[row + 1][spot.at] = ""
        sheet = Drawn(cells, [(top + 1, spot.at, top + count, spot.at)], name="Data")
        touched: dict[int, Meant] = {
            row: {spot.column: text} for row in range(top + 1, top + count)
        }
        return Booked(sheet, touched, tuple(rows))

    return make


def _merged_place(spot: Spot) -> Booked | None:
    """A place over the rows in which it is the same."""
    same = spot.row and ROWS[spot.file][spot.row - 1][spot.column] == spot.text != ""
    if spot.column not in _PLACES - {"nomor"} or not same:
        return None
    cells = _texts(spot.file)
    cells[spot.row + 1][spot.at] = ""
    sheet = Drawn(cells, [(spot.row, spot.at, spot.row + 1, spot.at)], name="Data")
    return Booked(sheet, {spot.row: {spot.column: spot.text}})


def _merged_person(spot: Spot) -> Booked | None:
    """What one person has to himself, over two rows."""
    if spot.column not in _PERSONAL or not spot.row:
        return None
    cells = _texts(spot.file)
    cells[spot.row + 1][spot.at] = ""
    sheet = Drawn(cells, [(spot.row, spot.at, spot.row + 1, spot.at)], name="Data")
    return Booked(sheet, {spot.row: {spot.column: None}})


# -- what is typed ---------------------------------------------------------------------------------


def _typed(value: Callable[[str], datetime | float | timedelta | None], *types: Type) -> Make:
    """A typed cell that means the text."""

    def make(spot: Spot) -> Booked | None:
        made = value(spot.text) if spot.type in types and spot.text else None
        if made is None:
            return None
        return _of_cell(spot, replace(_drawn(spot.file), typed={spot.cell: made}), spot.text)

    return make


def _day(text: str) -> datetime:
    return datetime.fromisoformat(text)


def _digits(text: str) -> float | None:
    return float(re.sub(r"[^0-9]", "", text))


def _hours(text: str) -> timedelta | None:
    """A code of a kecamatan, taken for hours, minutes and seconds."""
    hours, minutes, seconds, *desa = map(int, text.split("."))
    return None if desa else timedelta(hours=hours, minutes=minutes, seconds=seconds)


def _swapped_days(spot: Spot) -> Booked | None:
    """A column as Excel leaves one whose days it takes for months: days where that can be, texts
    where it cannot."""
    if spot.type not in DATES:
        return None
    cells, typed = _texts(spot.file), {}
    touched: dict[int, Meant] = {}
    for number, row in enumerate(ROWS[spot.file]):
        day = _day(row[spot.column])
        if day.day <= 12:
            typed[number + 1, spot.at] = day.replace(month=day.day, day=day.month)
            touched[number] = {spot.column: None}
        else:
            cells[number + 1][spot.at] = f"{day:%d/%m/%Y}"
            touched[number] = {spot.column: row[spot.column]}
    return Booked(Drawn(cells, typed=typed, name="Data"), touched) if typed else None


# -- headings --------------------------------------------------------------------------------------


def _heading_above(spot: Spot) -> Booked:
    """Headings over several columns, above the header."""
    width = len(COLUMNS[spot.file])
    half = width // 2
    above = ["IDENTITAS", *[""] * (half - 1), "LAIN-LAIN", *[""] * (width - half - 1)]
    merged = [(0, 0, 0, half - 1)] if half > 1 else []
    merged += [(0, half, 0, width - 1)] if width - half > 1 else []
    return Booked(Drawn([above, *_texts(spot.file)], merged, name="Data"), {}, first=3)


def _over_two(column: str, above: str, *below: str) -> Make:
    """One heading over two columns, with their own below it; all others span both rows."""

    def make(spot: Spot) -> Booked | None:
        if spot.column != column:
            return None
        rows = _texts(spot.file)
        two = range(spot.at, spot.at + 2)
        head = [*rows[0][: spot.at], above, "", *rows[0][spot.at + 1 :]]
        under = [below[at - spot.at] if at in two else "" for at in range(len(head))]
        spread = [head, under]
        for cells in rows[1:]:
            text = cells[spot.at]
            both = ["Temanggung", _spoken(text)] if column == "tanggal_lahir" else [
                "√" if text == sex else "" for sex in "LP"
            ]  # fmt: skip
            spread.append([*cells[: spot.at], *both, *cells[spot.at + 1 :]])
        merged = [(0, spot.at, 0, spot.at + 1)]
        merged += [(0, at, 1, at) for at in range(len(head)) if at not in two]
        touched: dict[int, Meant] = {
            at: {column: row[column]} for at, row in enumerate(ROWS[spot.file])
        }
        sheet = Drawn(spread, merged, name="Data")
        return Booked(sheet, touched, first=3, unread=frozenset({column}))

    return make


def _spoken(text: str) -> str:
    return f"{_day(text):%d-%m-%Y}"


# -- several tables and sheets ---------------------------------------------------------------------


def _recap_sheet(spot: Spot) -> Booked:
    """A sheet of counts beside the list."""
    lines = [["No", "Kecamatan", "Desa", "Jumlah"]]
    lines += [
        [str(n + 1), NAME_OF[row["kode"][:8]], row["nama"], "3"]
        for n, row in enumerate(ROWS["desa"])
    ]
    recap = Drawn(lines, name="Rekap")
    return Booked(replace(_drawn(spot.file), more=(recap,)), {})


def _sheet_again(spot: Spot) -> Booked:
    """The same list once more in a second sheet."""
    return Booked(replace(_drawn(spot.file), more=(replace(_drawn(spot.file), name="Lagi"),)), {})


def _table_below(spot: Spot) -> Booked:
    """A second table below the first, with its columns in another order."""
    rows = _texts(spot.file)
    half = len(rows) // 2
    below = [list(reversed(cells)) for cells in (rows[0], *rows[half:])]
    touched = {at: dict.fromkeys(COLUMNS[spot.file]) for at in range(half - 1, len(rows) - 1)}
    return Booked(Drawn([*rows[:half], *below], name="Data"), touched, nobody={half + 1: False})


# -- damage ----------------------------------------------------------------------------------------


def _in_parts(change: Callable[[str, bytes], tuple[str, bytes]]) -> Callable[[bytes], bytes]:
    """The workbook with its parts changed."""

    def after(content: bytes) -> bytes:
        with TemporaryDirectory() as folder:
            path = Path(folder) / "a.xlsx"
            path.write_bytes(content)
            with zipfile.ZipFile(path) as archive:
                parts = [change(name, archive.read(name)) for name in archive.namelist()]
            with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
                for name, data in parts:
                    archive.writestr(name, data)
            return path.read_bytes()

    return after


def _without_addresses(name: str, data: bytes) -> tuple[str, bytes]:
    if "worksheets/sheet" in name:
        data = re.sub(rb'<c r="[A-Z]+[0-9]+"', b"<c", data)
    return name, data


def _elsewhere(name: str, data: bytes) -> tuple[str, bytes]:
    """The sheet at a path that no office program would take."""
    return (
        name.replace("worksheets/sheet1", "lembar/isi"),
        data.replace(b"worksheets/sheet1", b"lembar/isi"),
    )


_REPAIRED, _HARMLESS = Traits(repairs=True), Traits(harmless=True)
_MAY_STAY = Traits(harmless=True, whole=True)
_UTC_MIDNIGHT = timedelta(hours=17)

BOOK_KINDS: Sequence[BookKind] = (
    BookKind("book-row-hidden", _hidden_row),
    BookKind("book-column-hidden", _hidden_column, traits=_MAY_STAY),
    BookKind("book-cell-struck", _struck),
    *(BookKind(f"book-cell-failed-{e}", _failed(e)) for e in ("#N/A", "#REF!", "#DIV/0!")),
    BookKind("book-formula-unstored", _unstored, _FORMULAS),
    BookKind("book-cell-merged", _merged(2), traits=_REPAIRED),
    BookKind("book-cells-merged", _merged(3), traits=_REPAIRED),
    BookKind("book-place-merged", _merged_place, traits=_REPAIRED),
    BookKind("book-person-merged", _merged_person),
    BookKind("book-day", _typed(_day, *DATES), traits=_REPAIRED),
    BookKind("book-day-utc", _typed(lambda t: _day(t) - _DAY + _UTC_MIDNIGHT, *DATES)),
    BookKind("book-day-seconds", _typed(lambda t: _day(t) - timedelta(seconds=12), *DATES)),
    BookKind("book-day-hour", _typed(lambda t: _day(t) + timedelta(hours=8.5), *DATES)),
    BookKind("book-day-evening", _typed(lambda t: _day(t) + timedelta(hours=19), *DATES)),
    BookKind("book-days-swapped", _swapped_days),
    BookKind("book-number", _typed(_digits, Type.NIK, Type.PHONE, Type.CODE)),
    BookKind("book-count", _typed(_digits, Type.NUMBER, Type.TPS), traits=_HARMLESS),
    BookKind("book-code-as-hours", _typed(_hours, Type.CODE)),
    BookKind("book-heading-above", _heading_above, traits=_HARMLESS, each=False),
    BookKind("book-birth-over-two", _over_two("tanggal_lahir", "TTL", "Tempat", "Tanggal"),
             traits=_MAY_STAY),
    BookKind("book-sex-over-two", _over_two("jenis_kelamin", "JENIS KELAMIN", "L", "P"),
             traits=_MAY_STAY),
    BookKind("book-recap-beside", _recap_sheet, traits=_MAY_STAY, each=False),
    BookKind("book-sheet-again", _sheet_again, traits=_MAY_STAY, each=False),
    BookKind("book-table-below", _table_below, each=False),
    BookKind("book-without-addresses", lambda s: Booked(_drawn(s.file), {}), (XLSX,), _MAY_STAY,
             each=False, after=_in_parts(_without_addresses)),
    BookKind("book-sheet-elsewhere", lambda s: Booked(_drawn(s.file), {}), (XLSX,), _MAY_STAY,
             each=False, after=_in_parts(_elsewhere)),
)  # fmt: skip


def of_book_kind(kind: BookKind, *, whole: bool) -> Iterator[Polluted]:
    """The workbooks of a kind, in all formats; not `whole`: one format a column."""
    for file, columns in COLUMNS.items():
        row = polluted_rows(file)[1]
        for at, column in enumerate(columns):
            turn = zlib.crc32(f"{kind.name} {file} {column}".encode()) % len(kind.formats)
            for number, suffix in enumerate(kind.formats):
                made = kind.make(Spot(file, column, at, row)) if whole or number == turn else None
                if made is not None:
                    yield _polluted(kind, (file, column, row), made, suffix)
            if not kind.each:
                break


def _polluted(kind: BookKind, spot: tuple[str, str, int], made: Booked, suffix: str) -> Polluted:
    file, column, row = spot
    with TemporaryDirectory() as folder:
        content = made.sheet.write(Path(folder) / f"a{suffix}").read_bytes()
    content = kind.after(content) if kind.after else content
    rows = made.rows or ROWS[file]
    below = [
        line for line in range(made.first, len(made.sheet.rows) + 1) if line not in made.nobody
    ]
    lines = tuple((line, line) for line in below)
    nobody = dict.fromkeys(range(1, made.first), False) | dict(made.nobody)
    traits = replace(kind.traits, unread=made.unread)
    return Polluted(
        kind.name, file, column, row, suffix, content, traits, lines, nobody, made.touched, rows
    )
