"""The table of the page, from its declaration."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from adhoc_cli.output.document import Column
from adhoc_cli.output.html.page import Bar, Cell, Piece
from adhoc_cli.output.html.page import Table as PageTable
from adhoc_cli.output.html.pictures import bar
from adhoc_cli.output.table import DAY, LEFT, Field, Table, ToneOf
from adhoc_cli.output.views.report.page_speaker import PageSpeaker


class OnPage(NamedTuple):
    """How a field stands on the page where that is not as on a screen: its heading, its tone, its
    text, a bar (that of a ratio, or one made for the row) and smaller lines below."""

    title: str = ""
    tone: ToneOf = None
    text: Callable[[Any], str] | None = None
    bar: bool | Callable[[Any], Bar | None] = False
    below: Callable[[Any], Iterable[Piece]] | None = None
    right: bool | None = None
    wrap: bool | None = None
    code: bool = False


def table_of(
    table: Table, page: PageSpeaker, title: str, on: Mapping[str, OnPage | None], **looks: Any
) -> PageTable:
    """A table of the page: of the fields of `table` those that `on` names, in its order. `looks`
    are how the table does."""
    fields = {field.key: field for field in table.fields}
    shown = [(fields[key], how) for key, how in on.items() if key in fields and how]
    return PageTable(
        title,
        [_column(field, how, page) for field, how in shown],
        [[_cell(field, how, row, page) for field, how in shown] for row in table.rows()],
        [[_cell(field, how, row, page) for field, how in shown] for row in table.totals],
        **looks,
    )


def _column(field: Field, how: OnPage, page: PageSpeaker) -> Column:
    heading = page.say(how.title) if how.title else page.text(field.heading(page.speaker))
    right = field.kind.right and not (how.bar or field.kind is LEFT)
    right = right if how.right is None else how.right
    wrap = field.wrap or bool(how.bar) if how.wrap is None else how.wrap
    return Column(heading, right, wrap=wrap, whole=field.kind.whole)


def _cell(field: Field, how: OnPage, row: Any, page: PageSpeaker) -> Cell:
    value = field.get(row)
    return Cell(
        how.text(row) if how.text else _text(field, value, page),
        field.tone_of(row, value, field.tone if how.tone is None else how.tone),
        tuple(how.below(row)) if how.below else (),
        how.bar(row) if callable(how.bar) else _bar(value) if how.bar else None,
        how.code,
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
