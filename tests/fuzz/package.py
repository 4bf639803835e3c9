"""A workbook as an archive: any bytes are counted, or refused, before anybody unpacks them."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Mapping
from io import BytesIO

from adhoc_cli.intake.facts import Facts
from adhoc_cli.intake.limits import Limits
from adhoc_cli.intake.package import open_package
from adhoc_cli.intake.refused import ImportRefused
from tests.fuzz.choices import Choices
from tests.fuzz.rosters import told

LIMITS = Limits(unpacked=1 << 20, rows=100, columns=20)
_NAMES = (
    "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/worksheets/sheet1.xml", "content.xml",
    "mimetype", "xl/worksheets/sheet2.xml", "xl/workbook.bin", "META-INF/manifest.xml",
)  # fmt: skip
_PIECES = (
    b'<c r="A1" t="e"><v>#N/A</v></c>', b'<c r="XFD1048576"><v>1</v></c>', b'<c r="B2" t="s">',
    b'<sheet name="Lembar 1" r:id="rId1"/>', b"<office:document-content>", b"<table:table>",
    b'<Relationship Id="rId1" Target="worksheets/sheet1.xml"/>',
    b"application/vnd.oasis.opendocument.spreadsheet",
    b'<table:table-row table:number-rows-repeated="1048576">', b"</table:table-row>",
    b'<table:table-cell office:value-type="string" table:number-columns-repeated="16384"/>',
    b"<!DOCTYPE x [<!ENTITY a 'b'>]>", b"<row>", b"</row>", b"<x:c r='A1' t='e'>", b"<v>",
)  # fmt: skip


def zipped(parts: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """An archive of these parts."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name), content, method)
    return out.getvalue()


def check(data: bytes) -> None:
    """The first byte says whether the others are an archive, or choices to make one of."""
    if not data:
        return
    content = data[1:] if data[0] % 2 else _drawn(Choices(data[1:]))
    try:
        sheets = open_package(content, "a.xlsx", LIMITS)
    except ImportRefused as refused:
        told(refused)
        return
    assert all(isinstance(facts, Facts) for facts in sheets)
    assert _unpacked(content) <= LIMITS.unpacked


def _drawn(choices: Choices) -> bytes:
    parts: dict[str, bytes] = {}
    for _ in range(choices.byte() % 6):
        parts[choices.one_of(_NAMES)] = b"".join(
            _piece(choices) for _ in range(choices.byte() % 12)
        )
    method = choices.one_of((zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED, zipfile.ZIP_BZIP2))
    archive = bytearray(zipped(parts, method))
    for _ in range(choices.byte() % 4):  # damage, from the end: there the directory stands
        at = choices.number(2) % len(archive)
        archive[-1 - at] = choices.byte()
    return bytes(archive)


def _piece(choices: Choices) -> bytes:
    kind = choices.byte() % 4
    if kind == 0:
        return choices.raw(choices.byte())
    piece = choices.one_of(_PIECES)
    return piece * (1 + choices.number(2) % 8_000) if kind == 1 else piece


def _unpacked(content: bytes) -> int:
    """What the archive unpacks to by the sizes of its entries' own streams."""
    total = 0
    with zipfile.ZipFile(BytesIO(content)) as archive:
        for entry in archive.infolist():
            start = entry.header_offset + 30
            start += sum(
                int.from_bytes(content[at : at + 2], "little")
                for at in (entry.header_offset + 26, entry.header_offset + 28)
            )
            packed = content[start : start + entry.compress_size]
            if entry.compress_type == zipfile.ZIP_DEFLATED:
                packed = zlib.decompressobj(-zlib.MAX_WBITS).decompress(packed)
            total += len(packed)
    return total
