"""`adhoc checklist import`: what became of every row of a sheet."""

from collections.abc import Iterator, Sequence

from adhoc_cli.checklist.filled import Fate, Filled, FilledRow
from adhoc_cli.output.document import Block, Span, Tone, paragraph
from adhoc_cli.output.table import CODE, NUMBER, Field, Table, word
from adhoc_cli.output.views.common import ResultView, dotted

_TONES = {
    Fate.RECORDED: Tone.GOOD,
    Fate.KNOWN: Tone.DIM,
    Fate.BLANK: Tone.DIM,
    Fate.REFUSED: Tone.BAD,
}


class FilledView(ResultView[Filled]):
    """Rows read = recorded + known + blank + refused. No cell of the sheet is repeated."""

    personal = False
    model = "checklist.FilledOut"

    def table(self) -> Table:
        """A row a row."""
        return self._table(self.result.rows)

    def blocks(self) -> Iterator[Block | Table]:
        """The refused rows with their reasons, then the sums."""
        filled = self.result
        yield from self.top("filled.title", file=filled.file)
        if refused := [row for row in filled.rows if row.fate is Fate.REFUSED]:
            yield self._table(refused)
        rows = self.speaker.counted("filled.rows", filled.read)
        yield paragraph(*dotted((rows, *map(self._number, Fate))))

    def _number(self, fate: Fate) -> Span:
        number = self.result.count(fate)
        text = self.speaker.counted(f"filled.{fate}", number)
        return Span(text, _TONES[fate] if number else Tone.DIM)

    def _table(self, rows: Sequence[FilledRow]) -> Table:
        fields = (
            Field("file", lambda row: self.result.file, screen=False),
            Field("line", lambda row: row.line or None, NUMBER, "checklist.line"),
            Field("region_code", lambda row: row.place or None, CODE, "title.code"),
            Field("item", lambda row: row.item or None, screen=False),
            Field("item", lambda row: row.item[:20], title="checklist.item", csv=False, sheet=None),
            Field("outcome", "fate", screen=False),
            Field(
                "reason", lambda row: row.why or None, word("filled"), "filled.why",
                tone=Tone.BAD, wrap=True,
            ),
        )  # fmt: skip
        return Table("rows", fields, lambda: rows)
