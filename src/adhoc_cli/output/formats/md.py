"""`--format md`: Markdown, for a page, an issue or a chat. Nothing from outside is markup in it."""

import re
from collections.abc import Iterator

from adhoc_cli.output.document import (
    Block,
    Entry,
    Grid,
    Heading,
    Line,
    Listing,
    Paragraph,
    Span,
    Tone,
)
from adhoc_cli.output.formats.api import Format
from adhoc_cli.output.sink import Sink
from adhoc_cli.output.view import View
from adhoc_cli.text.lazy import lazy_pattern

_SPECIAL = lazy_pattern(r"[\\`*_\[\]<>|~&$#]")
# GitHub makes links of bare addresses.
_ADDRESS = lazy_pattern(r"(?i)(?<=[a-z]):(?=//)|(?<=\bwww)\.|(?<=\w)@(?=\w)")
# What starts a heading, a list or a rule at the beginning of a line.
_START = lazy_pattern(r"^\s*(?:(?P<sign>[+=-])|(?P<number>[0-9]+)(?P<end>[.)]))")


def write(view: View, sink: Sink) -> None:
    """The view's document."""
    gap = ""
    for block in view.document().blocks:
        sink.write(gap)
        for text in _block(block, sink):
            sink.write(f"{text}\n")
        gap = "\n"


def _block(block: Block, sink: Sink) -> Iterator[str]:
    if isinstance(block, Heading):
        yield f"{'#' * block.level} {_line(block.text, sink, plain=True)}"
    elif isinstance(block, Paragraph):
        yield _line(block.text, sink)
    elif isinstance(block, Listing):
        for entry in block.entries:
            yield from _entry(entry, sink)
    else:
        yield from _grid(block, sink)


def _entry(entry: Entry, sink: Sink) -> Iterator[str]:
    yield f"- {_line(entry.text, sink)}"
    for below in entry.below:
        yield f"  - {_line(below, sink)}"


def _grid(grid: Grid, sink: Sink) -> Iterator[str]:
    yield _cells([_text(Span(column.title), sink) for column in grid.columns])
    yield _cells(["---:" if column.right else "---" for column in grid.columns])
    for row in grid.rows:
        yield _cells([_span(cell, sink) for cell in row])
    for row in grid.totals:
        yield _cells([f"**{text}**" if (text := _text(cell, sink)) else "" for cell in row])
    if grid.caption:
        yield ""
        yield _line((Span(grid.caption),), sink)


def _cells(texts: list[str]) -> str:
    return f"| {' | '.join(texts)} |"


def _line(line: Line, sink: Sink, *, plain: bool = False) -> str:
    joined = "".join(_text(span, sink) if plain else _span(span, sink) for span in line).strip()
    return _START.sub(_escaped_start, joined)


def _escaped_start(match: re.Match[str]) -> str:
    return f"\\{match['sign']}" if match["sign"] else f"{match['number']}\\{match['end']}"


def _span(span: Span, sink: Sink) -> str:
    text = _text(span, sink)
    bold = span.tone in {Tone.STRONG, Tone.BAD} and text == text.strip() != ""
    return f"**{text}**" if bold else text


def _text(span: Span, sink: Sink) -> str:
    return escape(sink.show(span.text))


def escape(text: str) -> str:
    """`text` that Markdown shows as it is: no emphasis, code, link, table cell, HTML or entity."""
    escaped = _SPECIAL.sub(r"\\\g<0>", text)
    return _ADDRESS.sub(r"\\\g<0>", escaped)


FORMAT = Format("md", "md", write, order=7, machine=False)
