"""`adhoc checklist import`: what became of every row of a sheet."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from adhoc_cli.checklist.filled import Fate, Filled, FilledRow
from adhoc_cli.output.document import (
    Block,
    Document,
    Heading,
    Line,
    Paragraph,
    Span,
    Tone,
    line,
)
from adhoc_cli.output.speaker import Speaker
from adhoc_cli.output.table import CODE, NUMBER, Field, Table, grid_of, records_of, word
from adhoc_cli.output.view import Records, View
from adhoc_cli.output.views.common import counted, dotted

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
        from adhoc_cli.output.models.checklist import FilledOut

        return FilledOut.data(self._filled, self._speaker)

    def records(self) -> Records:
        """A row a row."""
        return records_of(self._table(self._filled.rows), self._speaker)

    def document(self) -> Document:
        """The refused rows with their reasons, then the sums."""
        say, filled = self._speaker.say, self._filled
        blocks: list[Block] = [Heading(line(say("filled.title", file=filled.file)), 1)]
        refused = [row for row in filled.rows if row.fate is Fate.REFUSED]
        if refused:
            blocks.append(grid_of(self._table(refused), self._speaker))
        blocks.append(Paragraph(self._result()))
        return Document(tuple(blocks), self._speaker.lang)

    def _table(self, rows: Sequence[FilledRow]) -> Table:
        fields = (
            Field("file", lambda row: self._filled.file, screen=False),
            Field("line", lambda row: row.line or None, NUMBER, "checklist.line"),
            Field("region_code", lambda row: row.place or None, CODE, "title.code"),
            Field("item", lambda row: row.item or None, screen=False),
            Field("item", lambda row: row.item[:20], title="checklist.item", csv=False, sheet=None),
            Field("outcome", lambda row: row.fate, screen=False),
            Field(
                "reason", lambda row: row.why or None, word("filled"), "filled.why",
                tone=Tone.BAD, wrap=True,
            ),
        )  # fmt: skip
        return Table("rows", fields, lambda: rows)

    def _result(self) -> Line:
        filled = self._filled
        rows = counted(self._speaker, "filled.rows", filled.read)
        parts: list[str | Span] = [rows]
        for fate in Fate:
            count = filled.count(fate)
            tone = _TONES[fate] if count else Tone.DIM
            parts.append(Span(counted(self._speaker, f"filled.{fate}", count), tone))
        return dotted(parts)
