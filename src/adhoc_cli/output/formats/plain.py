"""`--format plain`: aligned text for mail, pipes and files. Unwrapped, no ANSI, any width."""

from collections.abc import Iterator, Sequence
from unicodedata import combining, east_asian_width

from adhoc_cli.output.document import (
    Block,
    Column,
    Entry,
    Grid,
    Heading,
    Line,
    Listing,
    Paragraph,
    Span,
    spaced,
)
from adhoc_cli.output.formats.api import Format
from adhoc_cli.output.sink import Sink
from adhoc_cli.output.view import View

_GAP = "  "


def write(view: View, sink: Sink) -> None:
    """The view's document, a block below the other."""
    for gap, block in spaced(view.document().blocks):
        if gap:
            sink.write("\n")
        for text in _block(block, sink):
            sink.write(f"{text.rstrip()}\n")


def _block(block: Block, sink: Sink) -> Iterator[str]:
    if isinstance(block, Heading):
        yield from _heading(block, sink)
    elif isinstance(block, Paragraph):
        yield _text(block.text, sink)
    elif isinstance(block, Listing):
        for entry in block.entries:
            yield from _entry(entry, sink)
    else:
        yield from _grid(block, sink)


def _heading(heading: Heading, sink: Sink) -> Iterator[str]:
    text = _text(heading.text, sink)
    yield text
    if heading.level < 3:
        yield ("=" if heading.level == 1 else "-") * width(text)


def _entry(entry: Entry, sink: Sink) -> Iterator[str]:
    yield f"  {_text(entry.text, sink)}"
    for below in entry.below:
        yield f"    {_text(below, sink)}"


def _grid(grid: Grid, sink: Sink) -> Iterator[str]:
    titles = _cells([Span(column.title) for column in grid.columns], sink)
    totals = [_cells(row, sink) for row in grid.totals]
    # Walked twice: a list of a million rows is measured, then written, and never held.
    widths = [max(map(width, column)) for column in zip(titles, *totals, strict=True)]
    for row in grid.rows:
        for at, text in enumerate(_cells(row, sink)):
            widths[at] = max(widths[at], width(text))
    rule = _GAP.join(("-" if sink.ascii_only else "─") * size for size in widths)
    yield _joined(titles, grid.columns, widths)
    yield rule
    for row in grid.rows:
        yield _joined(_cells(row, sink), grid.columns, widths)
    if totals:
        yield rule
    for texts in totals:
        yield _joined(texts, grid.columns, widths)
    if grid.caption:
        yield _text((Span(grid.caption),), sink)


def _cells(row: Line, sink: Sink) -> list[str]:
    return [sink.show(cell.text) for cell in row]


def _joined(texts: Sequence[str], columns: Sequence[Column], widths: Sequence[int]) -> str:
    padded = []
    for text, column, size in zip(texts, columns, widths, strict=True):
        space = " " * (size - width(text))
        padded.append(space + text if column.right else text + space)
    return _GAP.join(padded)


def _text(line: Line, sink: Sink) -> str:
    return "".join(_cells(line, sink))


def width(text: str) -> int:
    """How many cells of a fixed-width font `text` takes: accents none, Chinese letters two."""
    if text.isascii():
        return len(text)
    return sum(0 if combining(c) else 2 if east_asian_width(c) in "WF" else 1 for c in text)


FORMAT = Format("plain", "txt", write, order=2, machine=False)
