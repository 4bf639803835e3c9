"""Workbooks made by hand: small ones, and ones that nobody should open."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from xlsxwriter import Workbook

HEADER = ("Nama", "Jabatan", "Kode")
ROW = ("Siti Aminah", "Ketua PPS", "33.23.01.2001")
_ODS_HEAD = (
    '<?xml version="1.0"?><office:document-content '
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2">'
    '<office:body><office:spreadsheet><table:table table:name="Lembar1">'
)
_ODS_TAIL = "</table:table></office:spreadsheet></office:body></office:document-content>"


def xlsx(path: Path, sheets: Mapping[str, Sequence[Sequence[Any]]], hidden: str = "") -> Path:
    """A workbook of these sheets; None is an empty cell."""
    book = Workbook(str(path))
    for name, rows in sheets.items():
        sheet = book.add_worksheet(name)
        if name == hidden:
            sheet.hide()
        for at, row in enumerate(rows):
            for column, value in enumerate(row):
                if value is not None:
                    sheet.write(at, column, value)
    book.close()
    return path


def ods(path: Path, rows: str) -> Path:
    """An ODS with the XML of its rows."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", _ODS_HEAD + rows + _ODS_TAIL)
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
    return path


def ods_row(*cells: str, repeated: int = 1) -> str:
    """The XML of a row of texts."""
    inside = "".join(
        f'<table:table-cell office:value-type="string"><text:p>{cell}</text:p></table:table-cell>'
        for cell in cells
    )
    return f'<table:table-row table:number-rows-repeated="{repeated}">{inside}</table:table-row>'


def with_part(path: Path, part: str, content: bytes) -> Path:
    """The workbook at `path` with a part added or replaced."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts[part] = content
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return path


def bomb(path: Path, size: int, *, lying: bool = False) -> Path:
    """A workbook with a part of `size` bytes of blanks; `lying`: its directory names one byte."""
    xlsx(path, {"A": [HEADER, ROW]})
    packer = zlib.compressobj(1, zlib.DEFLATED, -zlib.MAX_WBITS)
    blank = b" " * (1 << 20)
    packed = b"".join(packer.compress(blank) for _ in range(size >> 20)) + packer.flush()
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/media/blank.xml", b"x")
    data = path.read_bytes()
    with zipfile.ZipFile(path) as archive:
        entry = archive.getinfo("xl/media/blank.xml")
    claimed = 1 if lying else size
    start = entry.header_offset
    head = bytearray(data[start : start + 30 + len(entry.filename)])
    struct.pack_into("<II", head, 18, len(packed), claimed)
    behind = start + len(head) + entry.compress_size
    directory = bytearray(data[behind:])
    at = directory.index(entry.filename.encode()) - 46
    struct.pack_into("<II", directory, at + 20, len(packed), claimed)
    end = directory.rindex(b"PK\x05\x06")
    (offset,) = struct.unpack_from("<I", directory, end + 16)
    struct.pack_into("<I", directory, end + 16, offset + len(packed) - entry.compress_size)
    path.write_bytes(data[:start] + head + packed + directory)
    return path
