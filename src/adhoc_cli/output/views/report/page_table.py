"""The table of the page, from its declaration."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from adhoc_cli.output.document import Column
from adhoc_cli.output.html.page import Bar, Cell
from adhoc_cli.output.html.page import Table as PageTable
from adhoc_cli.output.html.pictures import bar
from adhoc_cli.output.table import DAY, LEFT, Field, OnPage, Table
from adhoc_cli.output.views.report.page_speaker import PageSpeaker


def table_of(table: Table, page: PageSpeaker, title: str, **looks: Any) -> PageTable:
    """The fields of `table` that stand on the page; `looks` are how the table does."""
    fields = [(field, field.page) for field in table.fields if field.page]
    return PageTable(
        title,
        [_column(field, on, page) for field, on in fields],
        [[_cell(field, on, row, page) for field, on in fields] for row in table.rows()],
        [[_cell(field, on, row, page) for field, on in fields] for row in table.totals],
        **looks,
    )


def _column(field: Field, on: OnPage, page: PageSpeaker) -> Column:
    heading = page.say(on.title) if on.title else page.text(field.heading(page.speaker))
    right = field.kind.right and not (on.bar or field.kind is LEFT)
    return Column(heading, right, wrap=field.wrap or bool(on.bar), whole=field.kind.whole)


def _cell(field: Field, on: OnPage, row: Any, page: PageSpeaker) -> Cell:
    value = field.get(row)
    return Cell(
        on.text(row) if on.text else _text(field, value, page),
        field.tone_of(row, value, field.tone if on.tone is None else on.tone),
        tuple(on.below(row)) if on.below else (),
        on.bar(row) if callable(on.bar) else _bar(value) if on.bar else None,
    )


def _text(field: Field, value: Any, page: PageSpeaker) -> str:
    if value is None:
        return ""
    if field.kind is DAY:
        return page.day(value)
    if field.kind is LEFT:
        return page.left(value)
    return page.text(field.kind.text(value, page.speaker))


def _bar(value: Sequence[int] | None) -> Bar | None:
    return bar([(value[0], "done")], value[1]) if value else None
