"""Tables for a spreadsheet, before they have a form: a sheet a topic, cells of plain types.

What a cell is says its type: a text stays the exact text (a name that begins with "=", the zero at
the front of a telephone number), an int is a number, a float a share shown in percent, a date a
date. None is an empty cell.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from adhoc_cli.output.document import Tone
from adhoc_cli.text.words import Lang

Cell = str | int | float | date | None


class Look(StrEnum):
    """What makes the cells of a column stand out by their value."""

    NONE = ""
    BAD = "bad"  # red above zero
    WARN = "warn"  # yellow above zero
    BAR = "bar"  # a bar as long as the share


class Column(NamedTuple):
    """A column. `wrap` is for sentences; cells that are one of the texts of `marks` are coloured by
    its tone."""

    title: str
    look: Look = Look.NONE
    wrap: bool = False
    marks: Sequence[tuple[str, Tone]] = ()


class Sheet(NamedTuple):
    """A table with a header. The first `keys` columns stay in sight; `totals` stand below, outside
    of what is filtered and sorted, and `notes` below these."""

    name: str
    columns: Sequence[Column]
    rows: Iterable[Sequence[Cell]]
    totals: Sequence[Sequence[Cell]] = ()
    notes: Sequence[str] = ()
    keys: int = 1


class Workbook(NamedTuple):
    """Sheets, and what the file says of itself. `created` makes two files of one day the same."""

    title: str
    subject: str
    created: date
    lang: Lang
    sheets: Sequence[Sheet]
