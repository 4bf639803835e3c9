"""`--format csv`: a flat table after RFC 4180, in UTF-8 without BOM, lines ended by LF.

A text that a spreadsheet would run as a formula carries an apostrophe (`text.cells`), and what is
hidden or a command to a terminal is a visible escape: the exact text is in `--format json`.
"""

from __future__ import annotations

import csv
from typing import Any

from adhoc_cli.output.formats.api import Format
from adhoc_cli.output.safe import safe_cell
from adhoc_cli.output.sink import Sink
from adhoc_cli.output.view import View
from adhoc_cli.text.cells import for_spreadsheet


def write(view: View, sink: Sink) -> None:
    """The view's records, header first."""
    records = view.records()
    writer = csv.writer(_Lines(sink), lineterminator="\n")
    writer.writerow(records.columns)
    for row in records.rows:
        cells = (row.get(column) for column in records.columns)
        writer.writerow([_cell(cell, personal=sink.personal) for cell in cells])


class _Lines:
    """What the csv module writes to."""

    def __init__(self, sink: Sink) -> None:
        self.write = sink.write


def _cell(value: Any, *, personal: bool) -> Any:
    if not isinstance(value, str):
        return value
    return for_spreadsheet(safe_cell(value, personal=personal))


FORMAT = Format("csv", "csv", write, order=5)
