"""A workbook is a ZIP archive. What it really unpacks to is counted before anybody reads it.

A sheet is also a rectangle: with one cell at XFD1048576 its reader would ask for 400 GB. So the
furthest cells are looked up in the XML first; those cells of XLSX that hold an error (#N/A) are
noted on the way, because the reader gives them as empty ones.
"""

from __future__ import annotations

import re
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any
from xml.parsers import expat

from adhoc_cli.intake.limits import OPTIONS, Limits
from adhoc_cli.intake.refused import ImportRefused

_CHUNK = 1 << 20
_PACKED = 64 << 10
_OVERLAP = 4 << 10  # bytes of XML that one cell's tag never exceeds
_LOCAL_HEADER = struct.Struct("<4s5H3I2H")
_CELL = re.compile(rb"<(?:\w+:)?c\b(?=[^<>]*?\br=[\"']([A-Z]{1,3})([0-9]{1,7})[\"'])[^<>]*?(?<!/)>")
_ERROR = re.compile(
    rb"<(?:\w+:)?c\b(?=[^<>]*?\bt=[\"']e[\"'])(?=[^<>]*?\br=[\"']([A-Z]{1,3})([0-9]{1,7})[\"'])"
    # No further than to the next cell: a sheet of cells that are never closed would take for ever.
    rb"[^<>]*?(?<!/)>(?:(?!</?(?:\w+:)?c\b).)*?<(?:\w+:)?v>([^<]{1,20})<",
    re.DOTALL,
)
_HAS_ERROR = re.compile(rb"\bt=[\"']e[\"']")
_SHEET = re.compile(rb"<(?:\w+:)?sheet\b[^<>]*>")
_RELATION = re.compile(rb"<(?:\w+:)?Relationship\b[^<>]*>")
_ATTRIBUTE = re.compile(rb"(?<![\w:])([\w:]++)\s*+=\s*+[\"']([^\"']*)[\"']")

Errors = Mapping[tuple[int, int], str]  # (row, column), from 0


@dataclass(frozen=True, slots=True)
class Package:
    """What a workbook is ("xlsx" or "ods"), and the error cells of each part that is a sheet."""

    kind: str
    errors: Mapping[str, Errors] = field(default_factory=dict)


def open_package(data: bytes, name: str, limits: Limits) -> Package:
    """The workbook in `data`. Raises `ImportRefused` for what is none, or is above the limits."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            entries = archive.infolist()
        kind = _kind(data, entries, name)
    except (zipfile.BadZipFile, struct.error, ValueError, OSError, zlib.error, RuntimeError):
        raise ImportRefused("damaged", file=name) from None
    _refuse_large(sum(entry.file_size for entry in entries), name, limits)
    errors: dict[str, Errors] = {}
    total = 0
    for entry in entries:
        look, found = _looker(entry.filename, kind, name, limits)
        for chunk in _unpacked(data, entry, name):
            total += len(chunk)
            _refuse_large(total, name, limits)
            look(chunk)
        if found:
            errors[entry.filename] = found
    return Package(kind, errors)


def _refuse_large(size: int, name: str, limits: Limits) -> None:
    if size > limits.unpacked:
        option = OPTIONS["unpacked"]
        raise ImportRefused("unpacked", file=name, limit=limits.unpacked, option=option)


def _kind(data: bytes, entries: list[zipfile.ZipInfo], name: str) -> str:
    names = {entry.filename: entry for entry in entries}
    if any(entry.flag_bits & 0x1 for entry in entries):
        raise ImportRefused("password", file=name)
    if "xl/workbook.bin" in names:
        raise ImportRefused("other_format", file=name, found="xlsb")
    if "xl/workbook.xml" in names:
        return "xlsx"
    if "content.xml" in names and "mimetype" in names:
        said = next(_unpacked(data, names["mimetype"], name), b"")
        if b"spreadsheet" in said[:200]:
            return "ods"
    raise ImportRefused("other_format", file=name, found="zip")


def _unpacked(data: bytes, entry: zipfile.ZipInfo, name: str) -> Iterator[bytes]:
    """What an entry really unpacks to, a piece at a time; its size in the directory may be a lie.

    zipfile stops at the size that the directory names, and other readers do not.
    """
    try:
        head = _LOCAL_HEADER.unpack_from(data, entry.header_offset)
    except struct.error:
        raise ImportRefused("damaged", file=name) from None
    start = entry.header_offset + _LOCAL_HEADER.size + head[9] + head[10]
    packed = memoryview(data)[start : start + entry.compress_size]
    if entry.compress_type == zipfile.ZIP_STORED:
        yield bytes(packed)
        return
    if entry.compress_type != zipfile.ZIP_DEFLATED:
        raise ImportRefused("damaged", file=name)
    stream = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        for at in range(0, len(packed), _PACKED):
            rest: Any = packed[at : at + _PACKED]
            while rest and not stream.eof:
                yield stream.decompress(rest, _CHUNK)
                rest = stream.unconsumed_tail
    except zlib.error:
        raise ImportRefused("damaged", file=name) from None


# -- how far the cells of a sheet reach ------------------------------------------------------------


def _looker(
    part: str, kind: str, name: str, limits: Limits
) -> tuple[Callable[[bytes], None], dict[tuple[int, int], str]]:
    """What looks at the pieces of a part, and the error cells that it finds."""
    if kind == "xlsx" and part.startswith("xl/worksheets/") and part.endswith(".xml"):
        cells = _XlsxCells(name, limits)
        return cells.feed, cells.errors
    if kind == "ods" and part == "content.xml":
        return _OdsCells(name, limits).feed, {}
    return _nothing, {}


def _nothing(_: bytes) -> None:
    """Most parts are only counted."""


class _Reach:
    """How far the filled cells of a sheet reach; more than the limits allow is refused."""

    def __init__(self, name: str, limits: Limits) -> None:
        self._name = name
        self._limits = limits
        self._row = self._column = 0

    def add(self, row: int, column: int) -> None:
        """A filled cell at most in this row and column (from 1)."""
        self._row, self._column = max(self._row, row), max(self._column, column)
        refuse_reach(self._row, self._column, self._name, self._limits)


def refuse_reach(rows: int, columns: int, name: str, limits: Limits) -> None:
    """Raise `ImportRefused` for a sheet with too many rows, columns or cells."""
    cell = f"{_letters(columns)}{rows}"
    if columns > limits.columns:
        _too_many("columns", columns, limits.columns, name, cell)
    if rows > limits.rows or rows * columns > limits.cells:
        _too_many("rows", rows, min(limits.rows, limits.cells // max(columns, 1)), name, cell)


def _too_many(what: str, count: int, limit: int, name: str, cell: str) -> None:
    raise ImportRefused(
        f"many_{what}", file=name, count=count, limit=limit, cell=cell, option=OPTIONS[what]
    )


class _XlsxCells:
    """Looks for filled cells in the XML of a sheet, whole pieces at a time."""

    def __init__(self, name: str, limits: Limits) -> None:
        self._reach = _Reach(name, limits)
        self._tail = b""
        self.errors: dict[tuple[int, int], str] = {}

    def feed(self, chunk: bytes) -> None:
        """The next piece."""
        text = self._tail + chunk
        found = _CELL.findall(text)
        if found:
            columns = {letters for letters, _ in found}
            row = max(int(number) for number in {number for _, number in found})
            self._reach.add(row, max(map(_number, columns)))
        if _HAS_ERROR.search(text):
            for letters, number, said in _ERROR.findall(text):
                self.errors[int(number) - 1, _number(letters) - 1] = said.decode("ascii", "replace")
        self._tail = text[-_OVERLAP:]


class _OdsCells:
    """Looks for filled cells in content.xml, where rows and cells may be repeated."""

    def __init__(self, name: str, limits: Limits) -> None:
        self._name, self._limits = name, limits
        self._reach = _Reach(name, limits)
        self._row = self._column = 0
        self._rows_at_once = 1
        self._parser = expat.ParserCreate()
        self._parser.StartElementHandler = self._start
        self._parser.StartDoctypeDeclHandler = self._refuse

    def feed(self, chunk: bytes) -> None:
        """The next piece."""
        try:
            self._parser.Parse(chunk, False)
        except expat.ExpatError:
            raise ImportRefused("damaged", file=self._name) from None

    def _refuse(self, *_: Any) -> None:
        raise ImportRefused("damaged", file=self._name)  # entities; no office program writes any

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        kind = tag.rpartition(":")[2]
        if kind == "table":
            self._row, self._reach = 0, _Reach(self._name, self._limits)
        elif kind == "table-row":
            self._rows_at_once = _repeated(attributes, "number-rows-repeated")
            self._row += self._rows_at_once
            self._column = 0
        elif kind in ("table-cell", "covered-table-cell"):
            self._column += _repeated(attributes, "number-columns-repeated")
            if any(key.rpartition(":")[2] == "value-type" for key in attributes):
                self._reach.add(self._row, self._column)


def _repeated(attributes: Mapping[str, str], name: str) -> int:
    text = next((v for key, v in attributes.items() if key.rpartition(":")[2] == name), "1")
    return min(int(text), 1 << 30) if text.isdecimal() and len(text) < 12 else 1 << 30


def _number(letters: bytes) -> int:
    """The number of a column: A is 1, Z 26, AA 27."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _letters(number: int) -> str:
    letters = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


# -- which part is which sheet ---------------------------------------------------------------------


def parts_of_sheets(data: bytes) -> dict[str, str]:
    """The sheets of an XLSX by name, each with the part that holds it."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            workbook = archive.read("xl/workbook.xml")
            relations = archive.read("xl/_rels/workbook.xml.rels")
    except (
        KeyError, ValueError, EOFError, OSError, RuntimeError, zipfile.BadZipFile, zlib.error,
    ):  # fmt: skip
        return {}
    targets: dict[str, str] = {}
    for tag in _RELATION.findall(relations):
        said = _attributes(tag)
        target = said.get("Target", "")
        targets[said.get("Id", "")] = target[1:] if target.startswith("/") else f"xl/{target}"
    sheets = map(_attributes, _SHEET.findall(workbook))
    return {s.get("name", ""): targets.get(s.get("id", ""), "") for s in sheets}


def _attributes(tag: bytes) -> dict[str, str]:
    from html import unescape

    return {
        key.decode().rpartition(":")[2]: unescape(value.decode("utf-8", "replace"))
        for key, value in _ATTRIBUTE.findall(tag)
    }
