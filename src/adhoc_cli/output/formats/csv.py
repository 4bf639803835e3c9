"""`--format csv`: a flat table after RFC 4180, in UTF-8 without BOM, lines ended by LF.

A text that a spreadsheet would run as a formula carries an apostrophe (`text.cells`), and what is
hidden or a command to a terminal is a visible escape: the exact text is in `--format json`.
"""

from __future__ import annotations

import csv
from collections.abc import Callable
from typing import Any

from adhoc_cli.output.formats.api import Format
from adhoc_cli.output.safe import safe_cell
from adhoc_cli.output.sink import Sink
from adhoc_cli.output.view import View
from adhoc_cli.text.cells import for_spreadsheet


def write(view: View, sink: Sink) -> None:
    """The view's records, header first."""
    write_table(view, sink, for_spreadsheet, delimiter=",", end="\n")


def write_table(
    view: View, sink: Sink, cell_of: Callable[[str], str], *, delimiter: str, end: str
) -> None:
    """The same in another dialect, of which `cell_of` gives a text that may be shown as a cell."""
    records = view.records()
    writer = csv.writer(_Lines(sink), delimiter=delimiter, lineterminator=end)
    writer.writerow(records.columns)

    def written(value: Any) -> Any:
        if not isinstance(value, str):
            return value
        return cell_of(safe_cell(value, personal=sink.personal))

    for row in records.rows:
        writer.writerow([written(row.get(column)) for column in records.columns])


class _Lines:
    """What the csv module writes to."""

    def __init__(self, sink: Sink) -> None:
        self.write = sink.write


FORMAT = Format("csv", "csv", write, order=5)
