"""`adhoc checklist import`: what became of every row of a sheet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from adhoc_cli.checklist.filled import Fate, Filled, FilledRow
from adhoc_cli.output.document import (
    Block,
    Column,
    Document,
    Grid,
    Heading,
    Line,
    Paragraph,
    Row,
    Span,
    Tone,
    line,
)
from adhoc_cli.output.speaker import Speaker
from adhoc_cli.output.view import Items, Records, View
from adhoc_cli.output.views.common import counted, dotted, schema

_COLUMNS = ("file", "line", "region_code", "item", "outcome", "reason")
_TONES = {
    Fate.RECORDED: Tone.GOOD,
    Fate.KNOWN: Tone.DIM,
    Fate.BLANK: Tone.DIM,
    Fate.REFUSED: Tone.BAD,
}


class FilledView(View):
    """Rows read = recorded + known + blank + refused. No cell of the sheet is repeated."""

    personal = False

    def __init__(self, filled: Filled, speaker: Speaker) -> None:
        self._filled = filled
        self._speaker = speaker

    def data(self) -> dict[str, Any]:
        """The document `adhoc.checklist/1` about an import."""
        filled = self._filled
        return {
            **schema("checklist"),
            "about": "import",
            "file": filled.file,
            "summary": {"rows": filled.read, **{str(fate): filled.count(fate) for fate in Fate}},
            "rows": Items("row", map(self._row, filled.rows)),
        }

    @staticmethod
    def _row(row: FilledRow) -> dict[str, Any]:
        return {
            "line": row.line or None,
            "region_code": row.place or None,
            "item": row.item or None,
            "outcome": str(row.fate),
            "reason": str(row.why) if row.why else None,
        }

    def records(self) -> Records:
        """A row a row."""
        return Records(_COLUMNS, self._records())

    def _records(self) -> Iterator[Mapping[str, Any]]:
        return ({"file": self._filled.file, **self._row(row)} for row in self._filled.rows)

    def document(self) -> Document:
        """The refused rows with their reasons, then the sums."""
        say, filled = self._speaker.say, self._filled
        blocks: list[Block] = [Heading(line(say("filled.title", file=filled.file)), 1)]
        refused = [row for row in filled.rows if row.fate is Fate.REFUSED]
        if refused:
            columns = (
                Column(say("checklist.line"), right=True),
                Column(say("title.code")),
                Column(say("checklist.item")),
                Column(say("filled.why"), wrap=True),
            )
            blocks.append(Grid(columns, [self._cells(row) for row in refused]))
        blocks.append(Paragraph(self._result()))
        return Document(tuple(blocks), self._speaker.lang)

    def _cells(self, row: FilledRow) -> Row:
        why = self._speaker.say(f"filled.{row.why}")
        where = str(row.line) if row.line else ""
        return Span(where), Span(row.place), Span(row.item[:20]), Span(why, Tone.BAD)

    def _result(self) -> Line:
        filled = self._filled
        rows = counted(self._speaker, "filled.rows", filled.read)
        parts: list[str | Span] = [rows]
        for fate in Fate:
            count = filled.count(fate)
            tone = _TONES[fate] if count else Tone.DIM
            parts.append(Span(counted(self._speaker, f"filled.{fate}", count), tone))
        return dotted(parts)
