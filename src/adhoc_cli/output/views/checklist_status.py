"""`adhoc checklist status`: progress per kecamatan, and what is overdue."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

from adhoc_cli.checklist.progress import Progress
from adhoc_cli.checklist.read import Journal
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
from adhoc_cli.output.table import COUNT, Field, Table, grid_of, records_of
from adhoc_cli.output.view import Records, View
from adhoc_cli.output.views.checklist_common import journal_note
from adhoc_cli.output.views.checklist_progress import (
    items_table,
    kecamatan_grid,
    late_table,
    progress_parts,
)
from adhoc_cli.output.views.common import dotted, subtitle

_NUMBERS = {
    "total": "report.items", "done": "report.done", "due": "checklist.due",
    "overdue": "checklist.overdue", "open": "report.open", "scheduled": "report.scheduled",
    "overdue_by_law": "report.by_law",
}  # fmt: skip


def _count(key: str) -> Field:
    return Field(key, lambda row: getattr(row[2], key), COUNT, _NUMBERS[key])


# A row is a kecamatan, a body, and the counts of both.
_FIELDS = (
    Field("region_code", lambda row: row[0].region.code, title="title.code"),
    Field("region_name", lambda row: row[0].region.name, title="title.kecamatan"),
    Field("body", itemgetter(1)),
    *(_count(key) for key in _NUMBERS),
    Field("desa", lambda row: row[0].desa, COUNT),
    Field("desa_complete", lambda row: row[0].complete, COUNT, "checklist.desa_complete"),
)
_FIRST = 10  # overdue items that stand above the table of a whole kabupaten


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """How the progress was asked for: the folder as typed, only what is overdue, and the command
    that shows all of that."""

    folder: str
    overdue: bool
    command: str


class StatusView(View):
    """How far coordination is."""

    def __init__(
        self, progress: Progress, journal: Journal, profile: str, speaker: Speaker, asked: Asked
    ) -> None:
        self._progress = progress
        self._journal = journal
        self._profile = profile
        self._speaker = speaker
        self._asked = asked
        self._late = progress.overdue()

    @property
    def personal(self) -> bool:
        """Places and dates only."""
        return self._speaker.personal

    # -- for programs ------------------------------------------------------------------------------

    def data(self) -> dict[str, Any]:
        """The document `adhoc.checklist/1` about the status."""
        from adhoc_cli.output.models.checklist import StatusOut

        about = {"profile": self._profile, "journal": self._journal, "overdue": self._late}
        return StatusOut.data(self._progress, self._speaker, **about)

    def records(self) -> Records:
        """A row a kecamatan and body, or with `--overdue` a row an overdue item."""
        if self._asked.overdue:
            return records_of(late_table(self._late, self._speaker), self._speaker)
        rows = (
            (one, body, counts)
            for one in self._progress.kecamatan
            for body, counts in one.bodies.items()
        )
        return records_of(Table("kecamatan", _FIELDS, lambda: rows), self._speaker)

    # -- for people --------------------------------------------------------------------------------

    def document(self) -> Document:
        """What is overdue, then the progress by kecamatan and by item, then one line."""
        say, only = self._speaker.say, self._asked.overdue
        title = say("checklist.title_overdue" if only else "checklist.title", **self._title)
        progress = self._progress
        blocks: list[Block] = [Heading(line(title), 1)]
        blocks.append(subtitle(self._speaker, self._profile, progress.as_of))
        if not progress.items or not progress.kecamatan:
            blocks.append(Paragraph(line(say("checklist.no_items"))))
        blocks += self._overdue_blocks(len(self._late) if only else _FIRST)
        if not only:
            blocks += self._progress_blocks()
        blocks += journal_note(self._speaker, self._journal)
        blocks.append(Paragraph(self._result()))
        return Document(tuple(blocks), self._speaker.lang)

    @property
    def _title(self) -> Mapping[str, str]:
        return {"folder": self._asked.folder}

    def _overdue_blocks(self, shown: int) -> Iterator[Block]:
        say = self._speaker.say
        if not self._late:
            if self._progress.items:
                yield Paragraph(line(Span(say("checklist.nothing_overdue"), Tone.GOOD)))
            return
        if not self._asked.overdue:
            yield Heading(line(say("checklist.overdue")))
        yield grid_of(late_table(self._late[:shown], self._speaker), self._speaker)
        if len(self._late) > shown:
            more = self._speaker.number(len(self._late) - shown)
            text = say("check.more", count=more, command=self._asked.command)
            yield Paragraph(line(Span(text, Tone.DIM)), close=True)

    def _progress_blocks(self) -> Iterator[Block]:
        progress, speaker = self._progress, self._speaker
        if progress.kecamatan:
            yield Heading(line(speaker.say("checklist.progress")))
            yield kecamatan_grid(progress, speaker)
        if progress.items:
            yield Heading(line(speaker.say("checklist.items")))
            yield grid_of(items_table(progress, speaker), speaker)

    def _result(self) -> Line:
        speaker = self._speaker
        parts = progress_parts(self._progress, speaker)
        parts += [self._progress.as_of.isoformat(), self._profile]
        return line(Span(f"{speaker.say('result')} ", Tone.STRONG), *dotted(parts))
