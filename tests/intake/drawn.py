"""One sheet in every format that a workbook may have: values, merged ranges, and what is marked."""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from html import escape
from pathlib import Path

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

FORMATS = ("xlsx", "xls", "ods")
_ODS = (
    '<?xml version="1.0"?><office:document-content '
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0">'
    '<office:automatic-styles><style:style style:name="coret" style:family="table-cell">'
    '<style:text-properties style:text-line-through-style="solid"/></style:style>'
    "</office:automatic-styles><office:body><office:spreadsheet>"
)
_ODS_TAIL = "</office:spreadsheet></office:body></office:document-content>"
_DAY_ZERO = datetime(1899, 12, 30)  # noqa: DTZ001 - of spreadsheets, which know no zone
_UNSTORED = 9090909  # stands for a result until it is taken out
Typed = datetime | timedelta | float | None
_CODES = {"#N/A": 0x2A, "#REF!": 0x17, "#DIV/0!": 0x07}


@dataclass(frozen=True)
class Drawn:
    """The cells of a sheet as texts; places are (row, column) from 0, ranges have all four ends.

    A text of `_CODES` is a cell that holds that error; `typed` are cells that hold a day with an
    hour, hours or a number, or (None, not in XLS) a formula whose result was never stored.
    """

    rows: Sequence[Sequence[str]]
    merged: Sequence[tuple[int, int, int, int]] = ()
    struck: frozenset[tuple[int, int]] = frozenset()
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    typed: Mapping[tuple[int, int], Typed] = field(default_factory=dict)
    name: str = "PPS"
    more: Sequence[Drawn] = field(default=())

    def write(self, path: Path) -> Path:
        """Write the sheet, and `more` behind it, in the format that the name of `path` says."""
        sheets = (self, *self.more)
        writers = {".xlsx": _xlsx, ".xls": _xls, ".ods": _ods}
        writers[path.suffix](path, sheets)
        return path


# -- XLSX ------------------------------------------------------------------------------------------


def _xlsx(path: Path, sheets: Sequence[Drawn]) -> None:
    book = Workbook(str(path))
    struck = book.add_format({"font_strikeout": True})
    hour = book.add_format({"num_format": "dd/mm/yyyy hh:mm"})
    hours = book.add_format({"num_format": "[h]:mm:ss"})
    for one in sheets:
        sheet = book.add_worksheet(one.name)
        for top, left, bottom, right in one.merged:
            sheet.merge_range(top, left, bottom, right, "")
        for row, cells in enumerate(one.rows):
            for column, text in enumerate(cells):
                style = struck if (row, column) in one.struck else None
                if text in _CODES:
                    sheet.write_formula(row, column, "=A1", style, text)
                elif text:
                    sheet.write_string(row, column, text, style)
        _write_typed(sheet, one.typed, hour, hours)
        for row in one.hidden_rows:
            sheet.set_row(row, None, None, {"hidden": True})
        for column in one.hidden_columns:
            sheet.set_column(column, column, None, None, {"hidden": True})
    book.close()
    if any(value is None for one in sheets for value in one.typed.values()):
        _take_results_out(path)


def _write_typed(
    sheet: Worksheet, typed: Mapping[tuple[int, int], Typed], hour: Format, hours: Format
) -> None:
    for (row, column), value in typed.items():
        if isinstance(value, datetime | timedelta):
            style = hour if isinstance(value, datetime) else hours
            sheet.write_datetime(row, column, value, style)
        elif value is None:
            sheet.write_formula(row, column, "=A1", None, _UNSTORED)
        else:
            sheet.write_number(row, column, value)


def _take_results_out(path: Path) -> None:
    """The library stores a result of every formula; some programs that write XLSX store none."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content.replace(f"<v>{_UNSTORED}</v>".encode(), b""))


# -- ODS -------------------------------------------------------------------------------------------


def _ods(path: Path, sheets: Iterable[Drawn]) -> None:
    content = _ODS + "".join(map(_table, sheets)) + _ODS_TAIL
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
        archive.writestr("META-INF/manifest.xml", "<manifest/>")


def _table(one: Drawn) -> str:
    width = max(map(len, one.rows))
    columns = "".join(
        f"<table:table-column{_collapsed(column in one.hidden_columns)}/>"
        for column in range(width)
    )
    rows = "".join(
        f"<table:table-row{_collapsed(row in one.hidden_rows)}>"
        + "".join(_cell(one, row, column) for column in range(len(cells)))
        + "</table:table-row>"
        for row, cells in enumerate(one.rows)
    )
    return f'<table:table table:name="{one.name}">{columns}{rows}</table:table>'


def _collapsed(hidden: bool) -> str:
    return ' table:visibility="collapse"' if hidden else ""


def _cell(one: Drawn, row: int, column: int) -> str:
    text, said = one.rows[row][column], ""
    for top, left, bottom, right in one.merged:
        if (top, left) == (row, column):
            said += f' table:number-rows-spanned="{bottom - top + 1}"'
            said += f' table:number-columns-spanned="{right - left + 1}"'
        elif top <= row <= bottom and left <= column <= right:
            return "<table:covered-table-cell/>"
    if (row, column) in one.struck:
        said += ' table:style-name="coret"'
    if (row, column) in one.typed:
        return f"<table:table-cell{said}{_typed(one.typed[row, column])}/>"
    if text in _CODES:
        said += ' office:value-type="float" office:value="0" calcext:value-type="error"'
    elif text:
        said += ' office:value-type="string"'
    inside = f"<text:p>{escape(text)}</text:p>" if text else ""
    return f"<table:table-cell{said}>{inside}</table:table-cell>"


def _typed(value: Typed) -> str:
    if isinstance(value, timedelta):
        hours, rest = divmod(round(value.total_seconds()), 3600)
        time = f"PT{hours:02d}H{rest // 60:02d}M{rest % 60:02d}S"
        return f' office:value-type="time" office:time-value="{time}"'
    if value is None:
        return ' table:formula="of:=[.A1]"'
    if isinstance(value, datetime):
        return f' office:value-type="date" office:date-value="{value.isoformat()}"'
    return f' office:value-type="float" office:value="{value!r}"'


# -- XLS (BIFF8 in an OLE file) --------------------------------------------------------------------


def _xls(path: Path, sheets: Sequence[Drawn]) -> None:
    plain, struck = (
        struct.pack("<5H6B", 200, 8 * at, 0x7FFF, 400, 0, *[0] * 4, 1, 0) + b"A" for at in (0, 1)
    )
    head = [_record(0x809, struct.pack("<4H2I", 0x600, 5, 0, 0, 0, 0))]
    head += [_record(0x31, plain)] * 4 + [_record(0x31, struck)]
    # Sixteen formats, the last one of font 5, which is the fifth: there is no font 4.
    head += [_record(0xE0, struct.pack("<H18x", 0))] * 15 + [_record(0xE0, struct.pack("<H18x", 5))]
    # Behind them one of days with hours, and one of hours.
    head += [_record(0xE0, struct.pack("<HH16x", 0, form)) for form in (22, 46)]
    names = [one.name.encode("latin-1") for one in sheets]
    bodies = [b"".join(_biff(one)) for one in sheets]
    start = sum(map(len, head)) + sum(4 + 8 + len(name) for name in names) + 4
    for name, body in zip(names, bodies, strict=True):
        head.append(_record(0x85, struct.pack("<IHBB", start, 0, len(name), 0) + name))
        start += len(body)
    _ole(path, b"".join([*head, _record(0x0A, b""), *bodies]))


def _record(kind: int, content: bytes) -> bytes:
    return struct.pack("<2H", kind, len(content)) + content


def _biff(one: Drawn) -> Iterable[bytes]:
    yield _record(0x809, struct.pack("<4H2I", 0x600, 0x10, 0, 0, 0, 0))
    width = max(map(len, one.rows))
    for column in one.hidden_columns:
        yield _record(0x7D, struct.pack("<6H", column, column, 2560, 0, 1, 0))
    yield _record(0x200, struct.pack("<2I3H", 0, len(one.rows), 0, width, 0))
    for row in range(len(one.rows)):
        hidden = 0x20 if row in one.hidden_rows else 0
        yield _record(0x208, struct.pack("<6H2H", row, 0, width, 255, 0, 0, hidden | 0x100, 15))
    for row, cells in enumerate(one.rows):
        for column, text in enumerate(cells):
            at = struct.pack("<3H", row, column, 15 if (row, column) in one.struck else 0)
            if (row, column) in one.typed:
                yield _record(0x203, _number(row, column, one.typed[row, column]))
            elif text in _CODES:
                yield _record(0x205, at + bytes([_CODES[text], 1]))
            elif text:
                wide = text.encode("utf-16-le")
                yield _record(0x204, at + struct.pack("<HB", len(wide) // 2, 1) + wide)
    if one.merged:
        ranges = b"".join(struct.pack("<4H", a, c, b, d) for a, b, c, d in one.merged)
        yield _record(0xE5, struct.pack("<H", len(one.merged)) + ranges)
    yield _record(0x0A, b"")


def _number(row: int, column: int, value: Typed) -> bytes:
    """A cell of a number: days since the end of 1899, hours as parts of a day."""
    assert value is not None, "no formula is drawn in XLS"
    style = 0
    if isinstance(value, datetime):
        value, style = value - _DAY_ZERO, 16
    if isinstance(value, timedelta):
        value, style = value / timedelta(1), style or 17
    return struct.pack("<3Hd", row, column, style, value)


def _ole(path: Path, stream: bytes) -> None:
    """A file of files with one stream: its table of sectors, its directory, the stream."""
    stream = stream.ljust(4096, b"\0")  # smaller ones lie elsewhere
    count = -(-len(stream) // 512)
    assert count + 2 <= 128, "one sector of the table holds 128"
    chain = [0xFFFFFFFD, 0xFFFFFFFE, *range(3, count + 2), 0xFFFFFFFE]
    table = struct.pack("<128I", *chain, *[0xFFFFFFFF] * (128 - len(chain)))
    head = struct.pack(
        "<8s16x5H6x9I", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 0x3E, 3, 0xFFFE, 9, 6,
        0, 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0,
    )  # fmt: skip
    head += struct.pack("<109I", 0, *[0xFFFFFFFF] * 108)
    root = _entry("Root Entry", 5, 0xFFFFFFFE, 0, child=1)
    book = _entry("Workbook", 2, 2, len(stream))
    path.write_bytes(
        head + table + (root + book).ljust(512, b"\0") + stream.ljust(count * 512, b"\0")
    )


def _entry(name: str, kind: int, start: int, size: int, child: int = 0xFFFFFFFF) -> bytes:
    wide = (name + "\0").encode("utf-16-le")
    none = 0xFFFFFFFF
    links = struct.pack("<3I", none, none, child)
    return struct.pack("<64sHBB12s36xII4x", wide, len(wide), kind, 1, links, start, size)


def as_csv(rows: Sequence[Mapping[str, str]]) -> str:
    """Rows under their header, as text."""
    lines = [list(rows[0]), *(list(row.values()) for row in rows)]
    return "".join(",".join(line) + "\n" for line in lines)
