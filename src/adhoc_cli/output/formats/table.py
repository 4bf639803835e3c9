"""`--format table`: the screen of a terminal, with rich tables that fit its width.

Nothing of rich is imported before something is written, and no text from outside is ever markup.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, islice
from typing import TYPE_CHECKING

from adhoc_cli.output.document import (
    Block,
    Column,
    Grid,
    Heading,
    Line,
    Listing,
    Paragraph,
    Row,
    Span,
    Tone,
    spaced,
)
from adhoc_cli.output.formats.api import Format
from adhoc_cli.output.sink import Sink
from adhoc_cli.output.view import View
from adhoc_cli.text.catalogue import texts
from adhoc_cli.text.lazy import lazy_pattern
from adhoc_cli.text.words import Lang

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

_STYLES = {
    Tone.PLAIN: "",
    Tone.GOOD: "green",
    Tone.BAD: "bold red",
    Tone.WARN: "yellow",
    Tone.NOTE: "cyan",
    Tone.DIM: "dim",
    Tone.STRONG: "bold",
}
# Rows that are one rich table at one time: long lists are drawn as they are walked.
_CHUNK = 500
_TRAILING = lazy_pattern(r" +(?=\n)")
_NARROWEST = 20
GAP = 2
# A name or a sentence is still read easily in a column of so many characters.
_WRAPPED = 18


def write(view: View, sink: Sink) -> None:
    """The view's document, as wide as the sink's screen."""
    document = view.document()
    page = _Page(sink, document.lang)
    for gap, block in spaced(document.blocks):
        if gap:
            sink.write("\n")
        page.draw(block)


class _File:
    """What rich writes to. It fills lines up with spaces; a full line followed by a break is two
    lines on some consoles, and nobody wants the spaces when copying."""

    def __init__(self, sink: Sink) -> None:
        self._sink = sink
        self.encoding = sink.encoding

    def write(self, text: str) -> None:
        """Take what rich drew."""
        self._sink.write(_TRAILING.sub("", text))

    def flush(self) -> None:
        """The sink's owner flushes."""


class _Page:
    """Draws blocks on a console."""

    def __init__(self, sink: Sink, lang: Lang) -> None:
        self.sink = sink
        self.lang: Lang = lang
        self.width = max(sink.width, _NARROWEST)
        self.console = _console(sink, self.width)

    def draw(self, block: Block) -> None:
        """Draw one block."""
        if isinstance(block, Heading):
            self._print(self._text(block.text, "bold" if block.level < 3 else ""))
        elif isinstance(block, Paragraph):
            self._print(self._text(block.text))
        elif isinstance(block, Listing):
            for entry in block.entries:
                self._print(self._text(entry.text), 2)
                for below in entry.below:
                    self._print(self._text(below), 4)
        else:
            self._grid(block)

    def _text(self, line: Line, style: str = "") -> Text:
        from rich.text import Text

        text = Text(style=style)
        for span in line:
            text.append(self._shown(span.text), _STYLES[span.tone])
        return text

    def _shown(self, text: str) -> str:
        return self.sink.show(text)

    def _print(self, text: Text, indent: int = 0) -> None:
        """Print, wrapped between words; in a list, what is wrapped hangs two further in."""
        hang = indent + 2 if indent else 0
        if indent + text.cell_len <= self.width:
            lines = [text]
        else:
            lines = list(text.wrap(self.console, max(self.width - hang, 8), overflow="fold"))
        for number, one in enumerate(lines):
            one.rstrip()
            one.pad_left(hang if number else indent)
            self.console.print(one, soft_wrap=True)

    # -- grids -------------------------------------------------------------------------------------

    def _grid(self, grid: Grid) -> None:
        widths = fit(grid.columns, self._natural(grid), self.width)
        if widths is None:
            self._stacked(grid)
        else:
            for table in self._tables(grid, widths):
                self.console.print(table)
        self._caption(grid, widths)

    def _natural(self, grid: Grid) -> list[int]:
        from rich.cells import cell_len

        widths = [cell_len(self._shown(column.title)) for column in grid.columns]
        for row in chain(grid.totals, grid.rows):
            for at, cell in enumerate(row):
                size = cell_len(self._shown(cell.text))
                widths[at] = max(widths[at], size)
        return widths

    def _tables(self, grid: Grid, widths: dict[int, int]) -> Iterator[Table]:
        """The grid as rich tables of a few hundred rows: the first with the header, the last with
        the totals."""
        rows = iter(grid.rows)
        first, chunk = True, list(islice(rows, _CHUNK))
        while first or chunk:
            after = list(islice(rows, _CHUNK))
            table = self._table(grid, widths, header=first)
            self._add(table, chunk, widths, section=bool(grid.totals) and not after)
            if not after:
                self._add(table, grid.totals, widths)
            yield table
            first, chunk = False, after

    def _table(self, grid: Grid, widths: dict[int, int], *, header: bool) -> Table:
        from rich.table import Table

        table = Table(
            box=_rule(ascii_only=self.sink.ascii_only),
            show_header=header,
            show_edge=False,
            pad_edge=False,
            padding=(0, GAP - 1, 0, 0),  # and the space that the box puts between columns
            header_style="dim",
            border_style="dim",
        )
        for at, size in widths.items():
            column = grid.columns[at]
            justify = "right" if column.right else "left"
            title = self._text((Span(column.title),))
            table.add_column(title, justify=justify, width=size, no_wrap=True)  # type: ignore[arg-type]  # a literal of two
        return table

    def _add(
        self, table: Table, rows: Sequence[Row], widths: dict[int, int], *, section: bool = False
    ) -> None:
        """All rows as one row of many lines: rich takes half the time (20 rows: 4.5 for 10 ms)."""
        if not rows:
            return
        cells: dict[int, list[Text]] = {at: [] for at in widths}
        for row in rows:
            lines = {at: self._lines(row[at], size) for at, size in widths.items()}
            height = max(map(len, lines.values()))
            for at, of_cell in lines.items():
                cells[at] += of_cell + [self._text(())] * (height - len(of_cell))
        table.add_row(*(_joined(lines) for lines in cells.values()), end_section=section)

    def _lines(self, cell: Span, width: int) -> list[Text]:
        text = self._text((cell,))
        if text.cell_len <= width:
            return [text]
        return list(text.wrap(self.console, width, overflow="fold"))

    def _stacked(self, grid: Grid) -> None:
        """Every row as lines of "label: value", where the columns do not fit beside each other."""
        for number, row in enumerate((*grid.rows, *grid.totals)):
            if number:
                self.sink.write("\n")
            for column, cell in zip(grid.columns, row, strict=True):
                if cell.text:
                    self._print(self._text((Span(f"{column.title}: ", Tone.DIM), cell)))

    def _caption(self, grid: Grid, widths: dict[int, int] | None) -> None:
        """The caption, and the names of the columns that had no room."""
        if grid.caption:
            self._print(self._text((Span(grid.caption, Tone.DIM),)))
        gone = [c.title for at, c in enumerate(grid.columns) if widths and at not in widths]
        if gone:
            said = texts(self.lang)["grid.narrow"].format(columns=", ".join(gone))
            self._print(self._text((Span(said, Tone.DIM),)))


def _joined(lines: Sequence[Text]) -> Text:
    from rich.text import Text

    return Text("\n").join(lines)


def _rule(*, ascii_only: bool):  # type: ignore[no-untyped-def]  # rich.box.Box, imported late
    """Nothing but a rule below the header and above the totals."""
    from rich.box import Box

    rule = "-" if ascii_only else "─"
    drawn, blank = f" {rule}{rule} ", "    "
    rows = [blank, blank, drawn, blank, drawn, drawn, blank, blank]
    return Box("\n".join(rows) + "\n", ascii=ascii_only)


def _console(sink: Sink, width: int) -> Console:
    from rich.console import Console, detect_legacy_windows

    color = sink.color and not detect_legacy_windows()
    return Console(
        file=_File(sink),  # type: ignore[arg-type]  # all of a file that rich asks for
        width=width,
        force_terminal=color,
        color_system="standard" if color else None,
        legacy_windows=False,
        markup=False,
        emoji=False,
        highlight=False,
        soft_wrap=False,
    )


# -- which columns fit ----------------------------------------------------------------------------


def fit(columns: Sequence[Column], natural: Sequence[int], width: int) -> dict[int, int] | None:
    """The columns that fit into `width`, by position, and the width of each; None where even those
    that must stay do not. Codes and numbers are never cut.

    `natural` are the widths of the longest cells. Columns leave by `drop`, the highest first; those
    that may wrap share what room is left.
    """
    least = [
        min(size, max(_WRAPPED, len(column.title))) if column.wrap else size
        for column, size in zip(columns, natural, strict=True)
    ]
    kept = list(range(len(columns)))
    while _total([least[at] for at in kept]) > width:
        last = max(kept, key=lambda at: (columns[at].drop, at), default=None)
        if last is None or not columns[last].drop:
            return None
        kept.remove(last)
    return _widened({at: least[at] for at in kept}, natural, width)


def _total(widths: Sequence[int]) -> int:
    return sum(widths) + GAP * (len(widths) - 1)


def _widened(widths: dict[int, int], natural: Sequence[int], width: int) -> dict[int, int]:
    """Every column as wide as its longest cell, as far as the room goes; the least need first."""
    room = width - _total(list(widths.values()))
    short = sorted((natural[at] - size, at) for at, size in widths.items() if size < natural[at])
    for done, (missing, at) in enumerate(short):
        share = min(missing, room // (len(short) - done))
        widths[at] += share
        room -= share
    return widths


FORMAT = Format("table", "txt", write, order=1, machine=False, screen=True, instead="plain")
