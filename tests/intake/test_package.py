"""The archive that a workbook is: counted before anybody unpacks it, whatever it holds."""

from __future__ import annotations

import time
import zipfile
from contextlib import suppress
from io import BytesIO

import pytest

from adhoc_cli.intake.limits import Limits
from adhoc_cli.intake.package import _Layout, _layout, open_package
from adhoc_cli.intake.refused import ImportRefused


def archive(**parts: bytes) -> bytes:
    """An archive; `__` in a name is a slash, and every name ends in .xml but `mimetype`."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            part = name.replace("__", "/")
            file.writestr(part if part == "mimetype" else f"{part}.xml", content)
    return out.getvalue()


def test_a_part_that_ends_too_early_is_damage() -> None:
    data = archive(mimetype=b"application/vnd.oasis.opendocument.spreadsheet" * 9, content=b"<a/>")
    at = data.rindex(b"PK\x01\x02", 0, data.rindex(b"PK\x01\x02"))  # the entry of `mimetype`
    cut = data[: at + 20] + (4).to_bytes(4, "little") + data[at + 24 :]
    with pytest.raises(ImportRefused) as refused:
        open_package(cut, "a.ods", Limits())
    assert refused.value.key in ("damaged", "other_format")
    book = archive(xl__workbook=b"<workbook/>" * 99)
    at = book.index(b"PK\x01\x02")
    assert _layout(book[: at + 20] + (4).to_bytes(4, "little") + book[at + 24 :]) == _Layout()


def book(cells: bytes) -> bytes:
    """An XLSX whose only sheet has these cells."""
    data = BytesIO(
        archive(
            xl__workbook=b'<workbook><sheet name="A" r:id="r1"/></workbook>',
            xl__worksheets__sheet1=b"<worksheet>" + cells + b"</worksheet>",
        )
    )
    with zipfile.ZipFile(data, "a", zipfile.ZIP_DEFLATED) as file:
        file.writestr(
            "xl/_rels/workbook.xml.rels", '<Relationship Id="r1" Target="worksheets/sheet1.xml"/>'
        )
    return data.getvalue()


def test_error_cells_are_found() -> None:
    cells = (
        b'<c r="A1" s="1" t="e"><f>1/0</f><v>#DIV/0!</v></c><x:c t="e" r="B2"><x:v>#N/A</x:v></x:c>'
        b'<c r="C1" t="e"/><c r="D1" t="e"><v></v></c><c r="E1" t="e"><v>#REF!</v></c>'
    )
    [facts] = open_package(book(cells), "a.xlsx", Limits())
    assert facts.failed == {
        (0, 0): "#DIV/0!", (1, 1): "#N/A", (0, 3): "#ERROR!", (0, 4): "#REF!"
    }  # fmt: skip


def test_formulas_without_a_result_are_found() -> None:
    cells = (
        b'<c r="A1"><f>A2</f></c><c r="B1"><f>A2</f><v></v></c><c r="C1"><f>A2</f><v>3</v></c>'
        b'<c r="D1" t="str"><f>A2</f><v></v></c>'
    )
    [facts] = open_package(book(cells), "a.xlsx", Limits())
    assert facts.failed == {(0, 0): "#FORMULA?", (0, 1): "#FORMULA?"}


def test_a_cell_without_an_address_is_refused() -> None:
    with pytest.raises(ImportRefused) as refused:
        open_package(book(b'<row r="1"><c t="n"><v>1</v></c></row>'), "a.xlsx", Limits())
    assert refused.value.key == "no_address"


@pytest.mark.parametrize("piece", [b'<c r="A1" t="e">', b'<c r="A1" t="e"><v>', b"<x", b"w:"])
def test_looking_for_error_cells_takes_no_longer_than_reading(piece: bytes) -> None:
    """Cells that are never closed were compared with all that follows: 1 MiB took minutes."""
    data = book(b'<c r="A1" t="e">' + piece * ((1 << 20) // len(piece)))
    began = time.process_time()
    with suppress(ImportRefused):
        open_package(data, "a.xlsx", Limits())
    assert time.process_time() - began < 5


def test_attributes_take_no_longer_than_reading() -> None:
    """A sheet of a name without end, as one attribute without a value."""
    data = archive(
        xl__workbook=b"<sheet " + b"w" * (1 << 20) + b' name="A" id="r1">',
    )
    out = BytesIO(data)
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as file:
        file.writestr("xl/_rels/workbook.xml.rels", '<Relationship Id="r1" Target="/a.xml">')
    began = time.process_time()
    assert _layout(out.getvalue()).sheets == ["a.xml"]
    assert time.process_time() - began < 5
