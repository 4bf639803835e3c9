"""A declared table as the page shows it."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from adhoc_cli.output.document import Column, Span, Tone
from adhoc_cli.output.html.page import Bar, Cell, Fill, PageTable
from adhoc_cli.output.html.pictures import bar
from adhoc_cli.output.speaker import Speaker
from adhoc_cli.output.table import Field, Table
from adhoc_cli.output.views.common import DOT


def page_table(table: Table, speaker: Speaker, caption: str, *, titled: bool = False) -> PageTable:
    """The table, of which a `titled` one has its caption as a heading in its frame."""
    fields = [one for one in table.fields if one.screen or one.under]
    shown = [one for one in fields if not one.under]
    under = {key: [one for one in fields if one.under == key] for key in {o.under for o in fields}}

    def row_of(row: Any) -> Sequence[Cell]:
        return [_cell(field, under.get(field.key, ()), row, speaker) for field in shown]

    rows = [row_of(row) for row in table.rows()]
    bars = [i for i, field in enumerate(shown) if any(row[i].bar for row in rows)]
    return PageTable(
        caption,
        [_column(one, speaker, has_bar=i in bars) for i, one in enumerate(shown)],
        rows,
        [row_of(row) for row in table.totals],
        table.caption,
        not table.totals,
        _legend([row[i].bar for row in rows for i in bars], speaker),
        caption if titled else "",
    )


def _column(field: Field, speaker: Speaker, *, has_bar: bool) -> Column:
    kind = field.kind
    right, wide = kind.right and not has_bar, field.wrap or has_bar
    return Column(field.heading(speaker), right, wrap=wide, whole=kind.whole)


def _cell(field: Field, under: Sequence[Field], row: Any, speaker: Speaker) -> Cell:
    value = field.read(row)
    below = tuple(_below(under, row, speaker))
    if isinstance(value, list):
        return Cell(below=(*value, *below))
    if isinstance(value, Span):
        return Cell(value.text, value.tone, below)
    tone = field.tone_of(row, value, field.tone)
    drawn = field.bar(row) if field.bar else _share(field, value)
    return Cell(_text(field, value, speaker), tone, below, drawn)


def _below(fields: Sequence[Field], row: Any, speaker: Speaker) -> Iterator[Span]:
    """The smaller lines: quiet texts on one, others on their own."""
    quiet = []
    for field in fields:
        value = field.read(row)
        if isinstance(value, Span):
            yield value
            continue
        text, tone = _text(field, value, speaker), field.tone_of(row, value, field.tone)
        if text and tone:
            yield Span(text, tone)
        elif text:
            quiet.append(text)
    if quiet:
        yield Span(DOT.join(quiet), Tone.DIM)


def _text(field: Field, value: Any, speaker: Speaker) -> str:
    """The text for people, a day as they write it."""
    if isinstance(value, date):
        return speaker.day(value)
    return field.kind.text(value, speaker)


def _share(field: Field, value: Any) -> Bar | None:
    """The bar of a share: of a part and its whole, or of a percentage."""
    if not field.kind.share or value is None:
        return None
    part, whole = value if isinstance(value, tuple) else (value, 100)
    return bar([(part, "done")], whole)


def _legend(bars: Sequence[Bar | None], speaker: Speaker) -> Sequence[tuple[Fill, str]]:
    """What the parts of the bars stand for, where they are more than what is done."""
    used = dict.fromkeys(part.fill for one in bars if one for part in one.parts)
    if used.keys() <= {"done"}:
        return ()
    return [(fill, speaker.say(f"page.fill.{fill}")) for fill in used]
