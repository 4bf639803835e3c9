"""A table, declared once: its fields, and from them the table in every form.

A view or a topic of the report says of each field its key, how a row gives its value, and what kind
of value that is (`Kind`): a count, a share, a day, a name, a telephone number. From it follow

- `grid_of`: the table that people read on a screen, in a mail or in Markdown,
- `records_of`: the flat table of a CSV file,
- `sheet_of`: the sheet of a workbook, whose cells keep their types,
- `views.report.page_table.page_table`: the table of the page.

    Table(
        "training",                                             # its name: the key of its sheet
        (
            Field("body", title="members.badan"),
            Field("trained", lambda one: (one.trained, one.members), ratio("members")),
            Field("last_day", "deadline", DAY, drop=1),
            Field("due", kind=FLAG, screen=False),
        ),
        lambda: overview.training,                              # asked for on every walk
    )

A field is the attribute of its key, unless it names a path to another ("unit.tally.vacant": nothing
where one on the way is None), or a function of the row. It is the plain value (a number, a day, a
`Personal`), never a text that is made for one form. Names and telephone numbers are masked by their
kind, unless the speaker shows them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple

from adhoc_cli.models.report import Walked
from adhoc_cli.output.blocks import Columns, Rows, each, in_blocks
from adhoc_cli.output.document import Block, Column, Grid, Row, Span, Tone
from adhoc_cli.output.speaker import Speaker
from adhoc_cli.output.view import Cell, Records, Sheet, attribute

if TYPE_CHECKING:
    from adhoc_cli.output.html.page import Bar

# -- kinds of values -------------------------------------------------------------------------------


class Kind(NamedTuple):
    """What a value is, and what each form makes of it: the text that people read ("" for nothing),
    its cells in a workbook (the text, unless it is a number or a day), its columns for programs
    (the plain value, unless they are others), and the tone of a value whose field has a certain
    tone, or none.

    Numbers stand at the `right`; a `whole` value is never broken over lines; the cell number
    `share` is drawn as a bar. `headings` are the keys of those of its cells, "" for that of the
    field.
    """

    text: Callable[[Any, Speaker], str]
    cells: Callable[[Any], Sequence[Cell]] | None = None
    record: Callable[[str, Any, Speaker], Mapping[str, Any]] | None = None
    tone: Callable[[Any, Tone | None], Tone] = lambda value, wanted: wanted or Tone.PLAIN
    right: bool = False
    whole: bool = False
    share: int = 0
    headings: Sequence[str] = ("",)


def _shown(value: Any, speaker: Speaker) -> str:
    if isinstance(value, date):
        return value.isoformat()
    return "" if value is None else speaker.shown(value)


def _number(value: Any, speaker: Speaker) -> str:
    return "" if value is None else speaker.number(value)


def _zero_is_quiet(value: Any, wanted: Tone | None) -> Tone:
    return Tone.PLAIN if wanted is None else wanted if value else Tone.DIM


def _left(value: Any, speaker: Speaker) -> str:
    if not value:
        return "" if value is None else speaker.say("report.today")
    key = "report.h_left" if value > 0 else "report.h_late"
    return speaker.say(key, days=speaker.number(abs(value)), n=abs(value))


def _fullness(value: Any, wanted: Tone | None) -> Tone:
    if wanted is not None or not value:
        return wanted or Tone.PLAIN
    have, need = value
    return Tone.GOOD if have == need else Tone.BAD if have < need else Tone.WARN


def _part_and_share(value: Any) -> Sequence[Cell]:
    part, whole = value or (None, None)
    return whole, part, part / whole if whole else None


# A text that nobody masks, and a code, which is never broken.
TEXT = Kind(_shown)
CODE = Kind(_shown, whole=True)
# A name or a note from outside.
NAME = Kind(lambda value, speaker: value or "")
# A telephone number or an identity number: a `Personal`, which the speaker masks.
PHONE = Kind(_shown)
# A whole number; with a tone it stands out unless it is zero.
COUNT = Kind(_number, lambda value: (value,), tone=_zero_is_quiet, right=True)
# The number of a TPS, a line, a rank: a name rather than a count.
NUMBER = Kind(_shown, lambda value: (value,), right=True)
# Days until a day, negative behind it.
LEFT = Kind(_left, lambda value: (value,), right=True)
# A share in percent.
PERCENT = Kind(
    lambda value, speaker: "" if value is None else f"{value}%",
    lambda value: (None if value is None else value / 100,),
    right=True,
    share=1,
)
DAY = Kind(_shown, lambda value: (value,), whole=True)
# Yes, or nothing; for programs "true" or "false".
FLAG = Kind(
    lambda value, speaker: speaker.say("yes") if value else "",
    record=lambda key, value, speaker: {key: None if value is None else str(bool(value)).lower()},
)


def ratio(whole_key: str) -> Kind:
    """A part of a whole, as a pair of numbers: "5/5", green when complete, red when short. A
    workbook gets the whole, the part, and the share; `whole_key` names the whole for programs."""
    return Kind(
        lambda value, speaker: "/".join(map(speaker.number, value)) if value else "",
        _part_and_share,
        lambda key, value, speaker: dict(zip((key, whole_key), value or (None, None), strict=True)),
        _fullness,
        right=True,
        share=3,
        headings=("report.of", "", "report.share"),
    )


# A text in both languages, or several texts; programs get it as people read it, too.
WORDS = Kind(_shown, record=lambda key, value, speaker: {key: _shown(value, speaker) or None})


def word(prefix: str) -> Kind:
    """One of some words: programs get the word itself, people the text `prefix.word`."""
    return Kind(lambda value, speaker: speaker.say(f"{prefix}.{value}"), whole=True)


def place(prefix: str = "region") -> Kind:
    """A `Region`: its name and code; two columns in a workbook and for programs."""
    keys = f"{prefix}_code", f"{prefix}_name"
    return Kind(
        _shown,
        lambda value: (value.code or None, value.name or None) if value else (None, None),
        lambda key, value, speaker: dict(
            zip(keys, (value.code, value.name) if value else (None, None), strict=True)
        ),
        headings=("report.place_code", "report.place"),
    )


# -- a table ---------------------------------------------------------------------------------------

ToneOf = Tone | Callable[[Any], Tone] | None


class Field(NamedTuple):
    """A field of a table. `key` names it for programs, and `get` says where in a row its value is:
    a path of attributes (the key itself where none is given), or a function of the row. `title` is
    the key of its heading (`report.<key>` where none is given); `label` is a heading that is called
    the same everywhere.

    `tone` is one for all of its cells, or what it is of a row. On a narrow screen the fields with
    the highest `drop` leave first, and the text of a `wrap` one may be broken over lines. Of the
    forms, `screen` and `csv` say whether it is in them, `sheet` the headings of its columns in a
    workbook (() for the usual one, None for none; the share of a ratio may be left out). There,
    numbers above zero have the tone `stands_out`, and cells that are one of the texts of `marks`
    its tone. A `personal` field is not in a public table.

    On the page of a report stands what is on the screen, and each field that has the key of another
    one as `under`, small below that. `bar` draws a bar for a row (a share has one by itself), and a
    list of texts stands below each other. `many` gives the values of many rows at once.
    """

    key: str
    get: str | Callable[[Any], Any] = ""
    kind: Kind = TEXT
    title: str = ""
    label: str = ""
    tone: ToneOf = None
    drop: int = 0
    wrap: bool = False
    personal: bool = False
    screen: bool = True
    csv: bool = True
    sheet: Sequence[str] | None = ()
    marks: Sequence[tuple[str, Tone]] = ()
    stands_out: Tone = Tone.PLAIN
    under: str = ""
    bar: Callable[[Any], Bar | None] | None = None
    many: Callable[[Sequence[Any]], Sequence[Any]] | None = None

    @property
    def read(self) -> Callable[[Any], Any]:
        """What gives its value in a row."""
        return attribute(self.get or self.key) if isinstance(self.get, str) else self.get

    def values(self, rows: Sequence[Any]) -> Sequence[Any]:
        """Its values in some rows."""
        return self.many(rows) if self.many else list(map(self.read, rows))

    def heading(self, speaker: Speaker) -> str:
        """Its heading; one that only programs see has its key."""
        key = self.title or f"report.{self.key}"
        return self.label or (speaker.say(key) if self.title or speaker.has(key) else self.key)

    def tone_of(self, row: Any, value: Any, tone: ToneOf) -> Tone:
        """The tone of its cell in `row`."""
        return tone(row) if callable(tone) else self.kind.tone(value, tone)


class Table(NamedTuple):
    """Fields and rows; `rows` is asked anew on every walk, so that no table is held.

    `totals` are rows of the same kind. The first `keys` columns of its sheet stay in sight.
    """

    name: str
    fields: Sequence[Field]
    rows: Callable[[], Iterable[Any]]
    totals: Sequence[Any] = ()
    caption: str = ""
    notes: Sequence[str] = ()
    keys: int = 1

    def public(self) -> Table:
        """What everybody may see of it."""
        return self._replace(fields=[field for field in self.fields if not field.personal])

    def only(self, *keys: str) -> Table:
        """The same with these fields alone, in this order."""
        fields = {field.key: field for field in self.fields}
        return self._replace(fields=[fields[key] for key in keys])

    def but(self, key: str, **looks: Any) -> Table:
        """The same, of which the field with this key looks different."""
        fields = [one._replace(**looks) if one.key == key else one for one in self.fields]
        return self._replace(fields=fields)

    def first(self, most: int | None) -> Table:
        """The same with no more rows than this; None for all."""
        return self._replace(rows=lambda: islice(self.rows(), most))


# -- its forms -------------------------------------------------------------------------------------


def grid_of(table: Table, speaker: Speaker) -> Grid:
    """The table for people."""
    fields = [field for field in table.fields if field.screen]
    columns = [Column(one.heading(speaker), one.kind.right, one.drop, one.wrap) for one in fields]
    parts = [(field, field.read) for field in fields]

    def row_of(row: Any) -> Row:
        return [_span(field, read(row), row, speaker) for field, read in parts]

    return Grid(
        columns,
        Walked(lambda: map(row_of, table.rows())),
        [_total(fields, row_of(row)) for row in table.totals],
        table.caption,
    )


def _span(field: Field, value: Any, row: Any, speaker: Speaker) -> Span:
    if isinstance(value, Span):  # what stands there instead of a value
        return value
    return Span(field.kind.text(value, speaker), field.tone_of(row, value, field.tone))


def _total(fields: Sequence[Field], row: Row) -> Row:
    """A row of totals: what it is called stands out, its numbers look as they do above."""
    return [
        cell if field.kind.right or cell.tone else cell._replace(tone=Tone.STRONG)
        for field, cell in zip(fields, row, strict=True)
    ]


def in_document(blocks: Iterable[Block | Table], speaker: Speaker) -> Iterator[Block]:
    """The blocks, of which tables are for people."""
    return (grid_of(one, speaker) if isinstance(one, Table) else one for one in blocks)


def records_of(table: Table, speaker: Speaker) -> Records:
    """The flat table for programs."""
    fields = [field for field in table.fields if field.csv]
    columns = [column for field in fields for column in _columns_of(field, (), speaker)]

    def block_of(rows: Sequence[Any]) -> Columns:
        blocks = [_columns_of(field, rows, speaker) for field in fields]
        return {key: values for block in blocks for key, values in block.items()}

    rows = Rows(lambda: map(block_of, in_blocks(table.rows())))
    return Records(columns, rows, lambda: sheet_of(table, speaker))


def _columns_of(field: Field, rows: Sequence[Any], speaker: Speaker) -> Columns:
    """What programs get of a field in some rows: a column, or several."""
    values, record = field.values(rows), field.kind.record
    if record is None:
        return {field.key: speaker.all_plain(values)}
    told = each(values, lambda value: record(field.key, value, speaker))
    keys = record(field.key, None, speaker)
    return {key: [one[key] for one in told] for key in keys}


def sheet_of(table: Table, speaker: Speaker) -> Sheet:
    """The sheet of a workbook."""
    name = f"report.sheet.{table.name}"
    fields = [field for field in table.fields if field.sheet is not None]
    columns = [column for field in fields for column in _columns(field, speaker)]
    parts = [(field, field.read) for field in fields]

    def row_of(row: Any) -> Sequence[Cell]:
        return [cell for field, read in parts for cell in _cells(field, read(row), speaker)]

    return Sheet(
        speaker.say(name) if speaker.has(name) else "",
        columns,
        Walked(lambda: map(row_of, table.rows())),
        [row_of(row) for row in table.totals],
        table.notes,
        table.keys,
    )


def _columns(field: Field, speaker: Speaker) -> Iterator[Column]:
    tone = field.tone if isinstance(field.tone, Tone) else Tone.PLAIN
    shape = Column("", wrap=field.wrap, tone=field.stands_out or tone, marks=field.marks)
    keys = field.sheet or field.kind.headings
    titles = [speaker.say(key) if key else field.heading(speaker) for key in keys]
    for number, title in enumerate(titles, start=1):
        yield shape._replace(title=title, bar=number == field.kind.share)


def _cells(field: Field, value: Any, speaker: Speaker) -> Sequence[Cell]:
    kind = field.kind
    if isinstance(value, Span):  # of a number or a day it says that there is none
        return (None if kind.cells else value.text or None,)
    cells = kind.cells(value) if kind.cells else (kind.text(value, speaker) or None,)
    return cells[: len(field.sheet or field.kind.headings)]
