"""`--format csv`: a flat table after RFC 4180, in UTF-8 without BOM, lines ended by LF.

A text that a spreadsheet would run as a formula carries an apostrophe (`text.cells`), and what is
hidden or a command to a terminal is a visible escape: the exact text is in `--format json`.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from adhoc_cli.output.blocks import at_once, blocks_of
from adhoc_cli.output.formats.api import Format
from adhoc_cli.output.safe import safe_cells
from adhoc_cli.output.sink import Sink
from adhoc_cli.output.view import View
from adhoc_cli.text.cells import for_spreadsheet


def write(view: View, sink: Sink) -> None:
    """The view's records, header first."""
    write_table(view, sink, for_spreadsheet, delimiter=",", end="\n")


def write_table(
    view: View, sink: Sink, cell_of: Callable[[str], str], *, delimiter: str, end: str
) -> None:
    """The same in another dialect, of which `cell_of` gives a text that may be shown as a cell.

    Quotes are set here, once of each object: a writer of Python's looks at every cell of every row,
    which takes 5 µs of the 40 that a finding takes."""
    records = view.records()

    def quoted(text: str) -> str:
        if delimiter in text or '"' in text or "\n" in text:
            return '"{}"'.format(text.replace('"', '""'))
        return text

    def shown(values: Sequence[Any]) -> Iterable[str]:
        texts = safe_cells([v for v in values if isinstance(v, str)], personal=sink.personal)
        cells = map(quoted, map(cell_of, texts))
        if len(texts) == len(values):
            return cells
        return [
            next(cells) if isinstance(value, str) else "" if value is None else quoted(str(value))
            for value in values
        ]

    sink.write(f"{delimiter.join(map(quoted, records.columns))}{end}")
    for block in blocks_of(records.rows):
        nothing = [None] * len(next(iter(block.values())))
        columns = [at_once(block.get(column, nothing), shown) for column in records.columns]
        rows = map(delimiter.join, zip(*columns, strict=True))
        # A line that is empty would be none: of one column a cell that is, is "".
        sink.write("".join([f"{row or _NOTHING}{end}" for row in rows]))


_NOTHING = '""'

FORMAT = Format("csv", "csv", write, order=5)
