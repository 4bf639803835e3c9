"""What stands on the page of a report, as texts in the reader's language; the template lays it out.

Every text went through `output.safe`, and the template escapes it. A picture comes as shapes with
numbers, so that the template holds all of the markup, and Python all of the arithmetic.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from adhoc_cli.output.document import Column, Tone

# What a part of a bar, or a tile, stands for; the style sheet knows its colour and its pattern.
Fill = Literal["done", "due", "overdue", "open", "excess", "none", "few", "some", "many"]


# -- texts -----------------------------------------------------------------------------------------


class Piece(NamedTuple):
    """A text on a line of its own; `href` makes it a link (`tel:`), `code` what is to be copied."""

    text: str
    tone: Tone = Tone.PLAIN
    href: str = ""
    code: bool = False


class Note(NamedTuple):
    """A paragraph; with a `title` a box that stands out. `command` is what to type."""

    text: str
    tone: Tone = Tone.PLAIN
    title: str = ""
    command: str = ""
    kind: Literal["note"] = "note"


class Figure(NamedTuple):
    """A big number: "96" of "100", and a line below it."""

    label: str
    value: str
    of: str
    note: str
    tone: Tone = Tone.PLAIN


class Figures(NamedTuple):
    """Big numbers side by side."""

    figures: Sequence[Figure]
    kind: Literal["figures"] = "figures"


class Fact(NamedTuple):
    """A term and what there is to say about it."""

    term: str
    text: str
    code: bool = False


class Facts(NamedTuple):
    """Facts below each other."""

    facts: Sequence[Fact]
    kind: Literal["facts"] = "facts"


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


class Cell(NamedTuple):
    """A cell: its text, smaller lines below it, a bar. `code` is one that is never broken."""

    text: str = ""
    tone: Tone = Tone.PLAIN
    below: Sequence[Piece] = ()
    bar: Bar | None = None
    code: bool = False


class Table(NamedTuple):
    """A table; the first cell of a row is its heading.

    On a narrow screen a `stacked` one becomes a card a row, another scrolls in its frame. Among
    blocks side by side a `spanning` one takes the whole width.
    """

    caption: str
    columns: Sequence[Column]
    rows: Sequence[Sequence[Cell]]
    totals: Sequence[Sequence[Cell]] = ()
    note: str = ""
    stacked: bool = False
    legend: Sequence[tuple[Fill, str]] = ()
    heading: str = ""
    spanning: bool = False
    kind: Literal["table"] = "table"


class Entry(NamedTuple):
    """An entry of a list: where, what, and a line below it."""

    text: str
    where: str = ""
    tag: str = ""
    below: str = ""


class Listing(NamedTuple):
    """Entries below a heading; `more` says how many there are that are not shown."""

    heading: str
    entries: Sequence[Entry]
    more: str = ""
    command: str = ""
    tone: Tone = Tone.PLAIN
    kind: Literal["listing"] = "listing"


class Group(NamedTuple):
    """Findings that are mended in the same way, and how."""

    entries: Sequence[Entry]
    fix: str


class Fold(NamedTuple):
    """A rule with its findings, folded up: the reader opens it."""

    code: str
    title: str
    tone: Tone
    number: str
    groups: Sequence[Group]
    more: str = ""
    command: str = ""


class Folds(NamedTuple):
    """Rules with findings."""

    folds: Sequence[Fold]
    kind: Literal["folds"] = "folds"


# -- pictures --------------------------------------------------------------------------------------


class Label(NamedTuple):
    """A text in a picture, in its units."""

    x: float
    y: float
    size: float
    text: str


class Tile(NamedTuple):
    """One kecamatan: its square, and its number in words. A small one has no name in it."""

    x: float
    y: float
    fill: Fill
    words: str
    name: Label | None = None
    number: Label | None = None
    badge: Label | None = None


class TileGroup(NamedTuple):
    """The tiles of one kabupaten, or all of them; sizes in units of the picture."""

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
    kind: Literal["tiles"] = "tiles"


class Tick(NamedTuple):
    """A day on the axis, in percent from the left."""

    x: str
    text: str
    anchor: Literal["start", "middle", "end"]


class Course(NamedTuple):
    """A line over time. `line` and `area` are points in a square of 1000 by 1000."""

    id: str
    heading: str
    words: str
    line: str
    area: str
    end: tuple[str, str]
    end_text: str
    end_anchor: Literal["start", "middle", "end"]
    total_text: str
    ticks: Sequence[Tick]
    table: Table
    kind: Literal["course"] = "course"


Block = Note | Figures | Facts | Table | Listing | Folds | TileMap | Course


# -- the page --------------------------------------------------------------------------------------


class Section(NamedTuple):
    """A chapter: its anchor, its title, what stands in it, and the number that the contents give.

    The blocks of a `paired` one stand side by side where there is room.
    """

    id: str
    title: str
    blocks: Sequence[Block]
    number: str = ""
    tone: Tone = Tone.PLAIN
    lead: str = ""
    paired: bool = False


class Verdict(NamedTuple):
    """The report in one sentence, and the numbers behind it."""

    tone: Tone
    label: str
    sentence: str
    detail: str
    figures: Figures
    alarms: Sequence[Note] = ()


class PageTexts(NamedTuple):
    """The page's own words."""

    skip: str
    contents: str
    scrolls: str
    foot: str


class Page(NamedTuple):
    """The whole page. `running` stands at the foot of every sheet of paper."""

    lang: str
    title: str
    place: str
    about: str
    letterhead: Sequence[str]
    dates: Sequence[Fact]
    audience: str
    audience_tone: Tone
    verdict: Verdict
    sections: Sequence[Section]
    texts: PageTexts
    running: str
