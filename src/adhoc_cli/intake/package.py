"""A workbook is a ZIP archive. What it really unpacks to is counted before anybody reads it.

The facts about its sheets are read on the way (`intake.sheet_xlsx`, `intake.sheet_ods`).
"""

import posixpath
import re
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from adhoc_cli.intake.facts import Facts
from adhoc_cli.intake.limits import OPTIONS, Limits
from adhoc_cli.intake.refused import ImportRefused
from adhoc_cli.intake.sheet_ods import OdsSheets
from adhoc_cli.intake.sheet_xlsx import XlsxSheet, struck_strings, struck_styles

_CHUNK = 1 << 20
_PACKED = 64 << 10
_LOCAL_HEADER = struct.Struct("<4s5H3I2H")
_SHEET = re.compile(rb"<(?:\w+:)?sheet\b[^<>]*>")
_RELATION = re.compile(rb"<(?:\w+:)?Relationship\b[^<>]*>")
_ATTRIBUTE = re.compile(rb"(?<![\w:])([\w:]++)\s*+=\s*+[\"']([^\"']*)[\"']")


@dataclass(frozen=True, slots=True)
class _Layout:
    """The parts of an XLSX: its sheets in order ("" where there is none), styles, shared texts."""

    sheets: Sequence[str] = ()
    styles: str = ""
    strings: str = ""


def open_package(data: bytes, name: str, limits: Limits) -> list[Facts]:
    """The facts about each sheet of the workbook in `data`, in order.

    Raises `ImportRefused` for a file that is not a workbook, or is above the limits.
    """
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            entries = archive.infolist()
        kind = _kind(data, entries, name)
    except (zipfile.BadZipFile, struct.error, ValueError, OSError, zlib.error, RuntimeError):
        raise ImportRefused("damaged", file=name) from None
    _refuse_large(sum(entry.file_size for entry in entries), name, limits)
    if kind == "ods":
        sheets = OdsSheets(name, limits)
        _walk(data, entries, name, limits, {"content.xml": sheets.feed})
        return sheets.sheets
    return _facts_of_xlsx(data, entries, name, limits)


def _facts_of_xlsx(
    data: bytes, entries: list[zipfile.ZipInfo], name: str, limits: Limits
) -> list[Facts]:
    layout = _layout(data)
    styles, strings = bytearray(), bytearray()
    found: dict[str, XlsxSheet] = {}
    first = [one for one in entries if _part(one.filename) in (layout.styles, layout.strings)]
    total = _walk(
        data, first, name, limits, {layout.styles: styles.extend, layout.strings: strings.extend}
    )
    struck = struck_styles(bytes(styles), name), struck_strings(bytes(strings), name)
    del styles, strings
    found = {part: XlsxSheet(name, limits, *struck) for part in layout.sheets if part}
    rest = [one for one in entries if one not in first]
    _walk(data, rest, name, limits, {p: one.feed for p, one in found.items()}, total)
    return [found[part].facts if part in found else Facts() for part in layout.sheets]


def _walk(
    data: bytes,
    entries: Sequence[zipfile.ZipInfo],
    name: str,
    limits: Limits,
    looks: Mapping[str, Callable[[bytes], None]],
    total: int = 0,
) -> int:
    """Unpack `entries`, show the pieces of each part to what looks at it, and count the bytes."""
    for entry in entries:
        look = looks.get(_part(entry.filename))
        for chunk in _unpacked(data, entry, name):
            total += len(chunk)
            _refuse_large(total, name, limits)
            if look is not None:
                look(chunk)
    return total


def _part(filename: str) -> str:
    """The name of a part as the reader looks it up: without regard to case."""
    return filename.casefold()


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


# -- which part is which sheet ---------------------------------------------------------------------


def _layout(data: bytes) -> _Layout:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            workbook = archive.read("xl/workbook.xml")
            relations = archive.read("xl/_rels/workbook.xml.rels")
    except (
        KeyError, ValueError, EOFError, OSError, RuntimeError, zipfile.BadZipFile, zlib.error,
    ):  # fmt: skip
        return _Layout()
    every = list(map(_attributes, _RELATION.findall(relations)))
    parts = {said.get("Id", ""): _target(said.get("Target", "")) for said in every}
    of_kind = {said.get("Type", "").rpartition("/")[2]: said.get("Id", "") for said in every}
    sheets = [
        parts.get(said.get("id", ""), "") for said in map(_attributes, _SHEET.findall(workbook))
    ]
    return _Layout(
        sheets,
        parts.get(of_kind.get("styles", ""), ""),
        parts.get(of_kind.get("sharedStrings", ""), ""),
    )


def _target(said: str) -> str:
    """The part that a relation of the workbook names."""
    path = said[1:] if said.startswith("/") else posixpath.normpath(f"xl/{said}")
    return _part(path)


def _attributes(tag: bytes) -> dict[str, str]:
    from html import unescape

    return {
        key.decode().rpartition(":")[2]: unescape(value.decode("utf-8", "replace"))
        for key, value in _ATTRIBUTE.findall(tag)
    }
