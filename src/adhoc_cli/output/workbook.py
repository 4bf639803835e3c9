"""Tables for a spreadsheet, before they have a form: a sheet a topic, cells of plain types.

What a cell is says its type: a text stays the exact text (a name that begins with "=", the zero at
the front of a telephone number), an int is a number, a float a share shown in percent, a date a
date. None is an empty cell.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from adhoc_cli.output.document import Column
from adhoc_cli.text.words import Lang

Cell = str | int | float | date | None  # a bool is an int


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
    """Sheets, and what the file says of itself. `created` makes two files of one day the same; a
    result that is of no day has none."""

    title: str
    subject: str
    created: date | None
    lang: Lang
    sheets: Sequence[Sheet]
