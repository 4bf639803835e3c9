"""What stands on the page of a report, as texts in the reader's language; the template lays it out.

The blocks of a document stand there as they are, its tables with bars and smaller lines. The
template escapes and masks every text. A picture comes as shapes with numbers, so that the template
holds all of the markup, and Python all of the arithmetic.
"""

from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple

from adhoc_cli.output.document import Column, Entry, Heading, Line, Listing, Paragraph, Span, Tone

# What a part of a bar, or a tile, stands for; the style sheet knows its colour and its pattern.
Fill = Literal["done", "due", "overdue", "open", "excess", "none", "few", "some", "many"]


# -- bars ------------------------------------------------------------------------------------------


class Part(NamedTuple):
    """A part of a bar: from `x`, `width` wide, both in percent of the bar."""

    x: str
    width: str
    fill: Fill


class Bar(NamedTuple):
    """A bar of parts, and the same in words; "" where a number beside it says it already.

    `mark` is where a stroke stands that the bar should reach, in percent, or "".
    """

    parts: Sequence[Part]
    words: str = ""
    mark: str = ""


# -- tables and lists ------------------------------------------------------------------------------


class Link(NamedTuple):
    """A text that can be followed: a number to call."""

    text: str
    href: str
    tone: Tone = Tone.PLAIN


class Cell(NamedTuple):
    """A cell: its text, smaller lines below it, a bar."""

    text: str = ""
    tone: Tone = Tone.PLAIN
    below: Sequence[Span | Link] = ()
    bar: Bar | None = None


class PageTable(NamedTuple):
    """A table; the first cell of a row is its heading.

    On a narrow screen a `stacked` one becomes a card a row, another scrolls in its frame.
    """

    caption: str
    columns: Sequence[Column]
    rows: Sequence[Sequence[Cell]]
    totals: Sequence[Sequence[Cell]] = ()
    note: str = ""
    stacked: bool = False
    legend: Sequence[tuple[Fill, str]] = ()
    heading: str = ""


class Fold(NamedTuple):
    """A list that is folded up: the reader opens it."""

    title: Line
    entries: Sequence[Entry]


class Alarm(NamedTuple):
    """What makes the whole report incomplete."""

    title: str
    text: str


class Figure(NamedTuple):
    """A big number: "96" of "100", and a line below it."""

    label: str
    value: str
    of: str
    note: str
    tone: Tone = Tone.PLAIN


class Fact(NamedTuple):
    """A term and what there is to say about it."""

    term: str
    text: str


# -- pictures --------------------------------------------------------------------------------------


class Square(NamedTuple):
    """A kecamatan in a picture: what it is called, its number, how many seats are vacant (""
    for none), and all of it in words."""

    fill: Fill
    name: str
    number: str
    badge: str
    words: str


class Tile(NamedTuple):
    """A square at its place; the name as far as there is room, in letters of this `size`."""

    x: float
    y: float
    square: Square
    name: str = ""
    size: float = 0


class TileGroup(NamedTuple):
    """The tiles of one kabupaten, or all of them; sizes in units of the picture. Big ones have a
    name and a number, small ones the number of the vacant seats."""

    title: str
    words: str
    width: float
    height: float
    side: float
    tall: float
    tiles: Sequence[Tile]


class TileMap(NamedTuple):
    """A tile a kecamatan, in the order of the codes."""

    id: str
    heading: str
    words: str
    groups: Sequence[TileGroup]
    legend: Sequence[tuple[Fill, str]]
    note: str


class Tick(NamedTuple):
    """A day on the axis, in percent from the left."""

    x: str
    text: str
    anchor: Literal["start", "middle", "end"]


class Traced(NamedTuple):
    """A line in a square of 1000 by 1000, the area below it, and its end in percent."""

    line: str
    area: str
    end: tuple[str, str]


class Course(NamedTuple):
    """A line over time."""

    id: str
    heading: str
    words: str
    traced: Traced
    end_text: str
    total_text: str
    ticks: Sequence[Tick]
    table: PageTable


PageBlock = Heading | Paragraph | Listing | PageTable | Fold | TileMap | Course


# -- the page --------------------------------------------------------------------------------------


class Section(NamedTuple):
    """A chapter: its anchor, its title, what stands in it, and the number that the contents give.

    The blocks of a `paired` one stand side by side where there is room.
    """

    id: str
    title: str
    blocks: Sequence[PageBlock]
    number: Span = Span("")
    lead: str = ""
    paired: bool = False


class Verdict(NamedTuple):
    """The report in one sentence, what it is about, and the numbers behind it."""

    tone: Tone
    label: str
    sentence: str
    detail: str
    figures: Sequence[Figure]
    alarms: Sequence[Alarm] = ()


class Page(NamedTuple):
    """The whole page. `texts` are its own words, and `running` stands at the foot of every sheet of
    paper."""

    lang: str
    title: str
    place: str
    about: str
    letterhead: Sequence[str]
    dates: Sequence[Fact]
    audience: Span
    verdict: Verdict
    sections: Sequence[Section]
    texts: Mapping[str, str]
    running: str
