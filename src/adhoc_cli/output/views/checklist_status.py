"""`adhoc checklist status`: progress per kecamatan, and what is overdue."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from adhoc_cli.checklist.progress import Late, Progress
from adhoc_cli.output.document import Block, Tone, paragraph, section
from adhoc_cli.output.table import COUNT, Field, Table
from adhoc_cli.output.views.checklist_progress import (
    items_table,
    kecamatan_table,
    late_table,
    progress_parts,
)
from adhoc_cli.output.views.common import ResultView, more_text, place_fields

_NUMBERS = {
    "total": "report.items", "done": "report.done", "due": "checklist.due",
    "overdue": "checklist.overdue", "open": "report.open", "scheduled": "report.scheduled",
    "overdue_by_law": "report.by_law",
}  # fmt: skip
_FIELDS = (
    *place_fields(),
    Field("body"),
    *(Field(key, f"numbers.{key}", COUNT, title) for key, title in _NUMBERS.items()),
    Field("desa", kind=COUNT),
    Field("desa_complete", "complete", COUNT, "checklist.desa_complete"),
)
_FIRST = 10  # overdue items that stand above the table of a whole kabupaten


@dataclass(eq=False, kw_only=True)
class StatusView(ResultView[Progress]):
    """How far coordination is; with `overdue` only what is late, which `command` shows whole."""

    model = "checklist.StatusOut"
    overdue: bool
    command: str

    @cached_property
    def _late(self) -> list[Late]:
        return self.result.overdue()

    def table(self) -> Table:
        """A row a kecamatan and body, or with `--overdue` a row an overdue item."""
        if self.overdue:
            return late_table(self._late, self.speaker)
        return Table("kecamatan", _FIELDS, lambda: self.result.rows)

    # -- for people --------------------------------------------------------------------------------

    def blocks(self) -> Iterator[Block | Table]:
        """What is overdue, then the progress by kecamatan and by item, then one line."""
        progress, only = self.result, self.overdue
        key = "checklist.title_overdue" if only else "checklist.title"
        yield from self.top(key, progress.calendar)
        if not progress.items or not progress.kecamatan:
            yield self.told("checklist.no_items")
        yield from self._overdue_blocks(len(self._late) if only else _FIRST)
        if not only:
            yield from self._progress_blocks()
        yield from self.rejected_marks(progress.journal.file.rejected)
        parts = progress_parts(progress, self.speaker)
        yield self.result_line(*parts, calendar=progress.calendar)

    def _overdue_blocks(self, shown: int) -> Iterator[Block | Table]:
        if not self._late:
            if self.result.items:
                yield self.told("checklist.nothing_overdue", Tone.GOOD)
            return
        if not self.overdue:
            yield section(self.say("checklist.overdue"))
        yield late_table(self._late[:shown], self.speaker)
        if len(self._late) > shown:
            text = more_text(self.speaker, len(self._late) - shown, self.command)
            yield paragraph(text, tone=Tone.DIM, close=True)

    def _progress_blocks(self) -> Iterator[Block | Table]:
        progress, speaker = self.result, self.speaker
        if progress.kecamatan:
            yield section(self.say("checklist.progress"))
            yield kecamatan_table(progress, speaker)
        if progress.items:
            yield section(self.say("checklist.items"))
            yield items_table(progress, speaker)
