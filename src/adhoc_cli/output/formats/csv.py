"""`--format csv`: a flat table after RFC 4180, in UTF-8 without BOM, lines ended by LF.

A text that a spreadsheet would run as a formula carries an apostrophe (`text.cells`), and what is
hidden or a command to a terminal is a visible escape: the exact text is in `--format json`.
"""

import csv
from collections.abc import Callable
from functools import lru_cache
from io import StringIO
from typing import Any

from adhoc_cli.output.blocks import blocks_of, each
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
    lines = StringIO(newline="")
    writer = csv.writer(lines, delimiter=delimiter, lineterminator=end)
    writer.writerow(records.columns)
    sink.write(_taken(lines))

    @lru_cache(maxsize=1 << 14)  # codes, titles and places stand in thousands of rows
    def cell(text: str) -> str:
        return cell_of(safe_cell(text, personal=sink.personal))

    def shown(value: Any) -> Any:
        return cell(value) if isinstance(value, str) else value

    for block in blocks_of(records.rows):
        nothing = [None] * len(next(iter(block.values())))
        columns = [each(block.get(column, nothing), shown) for column in records.columns]
        writer.writerows(zip(*columns, strict=True))
        sink.write(_taken(lines))


def _taken(lines: StringIO) -> str:
    """What was written, of which nothing is kept."""
    text = lines.getvalue()
    lines.seek(0)
    lines.truncate()
    return text


FORMAT = Format("csv", "csv", write, order=5)
