"""What people read, before it has a form: headings, paragraphs, tables, lists.

The human formats (table, plain, md, later html) turn the same document into their form; a view
makes it once, in the reader's language. Named tuples: a dataclass takes three times as long to
define, and these are defined on the way to every table.
"""

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from adhoc_cli.text.words import Lang


class Tone(StrEnum):
    """What a text means to the reader; a format decides what that looks like."""

    PLAIN = ""
    GOOD = "good"
    BAD = "bad"
    WARN = "warn"
    NOTE = "note"
    DIM = "dim"
    STRONG = "strong"


class Span(NamedTuple):
    """A piece of text with one tone. The text may come from outside: formats make it harmless."""

    text: str
    tone: Tone = Tone.PLAIN


Line = Sequence[Span]


class Heading(NamedTuple):
    """A heading; level 1 is the document's, 2 a section's, 3 a part's of a section."""

    text: Line
    level: int = 2


class Paragraph(NamedTuple):
    """A line of running text. One that is `close` follows the block above without a gap."""

    text: Line
    close: bool = False


class Entry(NamedTuple):
    """An item of a list: its main line, and lines below it (what to do, whom to call)."""

    text: Line
    below: Sequence[Line] = ()


class Listing(NamedTuple):
    """A list of entries."""

    entries: Sequence[Entry]


class Column(NamedTuple):
    """A column of a table in any form. Numbers stand at the `right`.

    On a narrow screen the columns with the highest `drop` leave first; 0 stays. The text of a
    `wrap` column (names, sentences) may be broken over lines, and takes what room there is; the
    cells of a `whole` one (days, codes) are broken on no page either. In a workbook numbers above
    zero have its `tone`, a share is a `bar`, and a cell that is one of the texts of `marks` has the
    tone of it.
    """

    title: str
    right: bool = False
    drop: int = 0
    wrap: bool = False
    whole: bool = False
    tone: Tone = Tone.PLAIN
    bar: bool = False
    marks: Sequence[tuple[str, Tone]] = ()


Row = Sequence[Span]


class Grid(NamedTuple):
    """A table: columns, rows of cells, and rows of totals below a rule.

    `rows` can be walked more than once, and may be made anew on every walk: a national roster is
    never held as cells. `caption` stands below.
    """

    columns: Sequence[Column]
    rows: Iterable[Row]
    totals: Sequence[Row] = ()
    caption: str = ""


Block = Heading | Paragraph | Listing | Grid


class Document(NamedTuple):
    """Blocks from top to bottom, and the language they are in."""

    blocks: Sequence[Block] = ()
    lang: Lang = "id"


def line(*parts: str | Span) -> Line:
    """A line of spans and plain texts, without the empty ones."""
    spans = [part if isinstance(part, Span) else Span(part) for part in parts]
    return tuple(span for span in spans if span.text)


def title(*parts: str | Span) -> Heading:
    """The heading of a document."""
    return Heading(line(*parts), 1)


def section(*parts: str | Span, level: int = 2) -> Heading:
    """The heading of a section, or of a part of one."""
    return Heading(line(*parts), level)


def paragraph(*parts: str | Span, tone: Tone = Tone.PLAIN, close: bool = False) -> Paragraph:
    """A line of running text; `tone` is that of its plain parts."""
    spans = (part if isinstance(part, Span) else Span(part, tone) for part in parts)
    return Paragraph(line(*spans), close)


def listing(lines: Iterable[Line]) -> Listing:
    """A list of lines with nothing below them."""
    return Listing(tuple(map(Entry, lines)))


def spaced(blocks: Sequence[Block]) -> Iterator[tuple[bool, Block]]:
    """The blocks, each with whether a blank line stands before it: not below a section's
    heading."""
    below_heading = True
    for block in blocks:
        close = below_heading or (isinstance(block, Paragraph) and block.close)
        yield not close, block
        below_heading = isinstance(block, Heading) and block.level > 1
