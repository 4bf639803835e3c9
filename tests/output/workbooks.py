"""Workbooks as other programs read them: the values by another library, and the XML as it is."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from xml.etree import ElementTree as ET

from python_calamine import CalamineWorkbook

from adhoc_cli.output.speaker import Speaker
from adhoc_cli.output.view import View
from adhoc_cli.output.views.report.reported import Reported
from adhoc_cli.output.views.report.view import ReportView
from tests.output.rosters import written

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def made(told: Reported, lang: Any = "id", *, personal: bool = False) -> bytes:
    """The workbook of a report."""
    speaker = Speaker(lang, personal)
    data = of_view(ReportView(told, speaker))
    assert not speaker.missing
    return data


def of_view(view: View) -> bytes:
    """The workbook of a view."""
    return written(view, "xlsx")


def sheets(data: bytes) -> Mapping[str, list[list[Any]]]:
    """Every sheet as rows of values; numbers that are whole are whole numbers."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    return {
        name: [
            [_value(cell) for cell in row]
            for row in book.get_sheet_by_name(name).to_python(skip_empty_area=False)
        ]
        for name in book.sheet_names
    }


def _value(cell: Any) -> Any:
    if isinstance(cell, float) and cell.is_integer():
        return int(cell)
    return cell.date() if isinstance(cell, datetime) else cell


def table(rows: list[list[Any]]) -> list[dict[str, Any]]:
    """The rows below the header, as far as the first empty first cell of all."""
    header, *rest = rows
    return [dict(zip(header, row, strict=True)) for row in rest]


def parts(data: bytes) -> Mapping[str, bytes]:
    """Every part of the package, unpacked."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert package.testzip() is None
        return {name: package.read(name) for name in package.namelist()}


def trees(data: bytes) -> Mapping[str, ET.Element]:
    """Every part of XML, parsed."""
    return {name: ET.fromstring(part) for name, part in parts(data).items()}


def formulas(data: bytes) -> list[str]:
    """What could run or reach outside: formulas, links, anything but sheets, styles and texts."""
    found = []
    for name, tree in trees(data).items():
        tags = {element.tag.removeprefix(MAIN) for element in tree.iter()}
        if name.startswith("xl/worksheets/sheet"):
            found += [f"{name}: {tag}" for tag in tags & {"f", "hyperlink", "legacyDrawing"}]
        found += [name] if re.search(r"comments|drawing|external|vba|queryTable", name) else []
    return found


def dates(rows: list[dict[str, Any]], key: str) -> list[str | None]:
    """A column of dates as ISO texts."""
    return [value.isoformat() if isinstance(value, date) else None for value in
            (row[key] for row in rows)]  # fmt: skip
