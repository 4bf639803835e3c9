"""`adhoc checklist status`: progress per kecamatan, and what is overdue."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from adhoc_cli.checklist.progress import Late, Progress
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
from adhoc_cli.output.table import grid_of
from adhoc_cli.output.view import Items, Records, View
from adhoc_cli.output.views.checklist_common import counts_data, journal_data, journal_note
from adhoc_cli.output.views.checklist_progress import (
    item_progress_data,
    items_table,
    kecamatan_data,
    kecamatan_grid,
    late_data,
    late_table,
    progress_parts,
)
from adhoc_cli.output.views.common import dotted, schema, subtitle

_NUMBERS = ("total", "done", "due", "overdue", "open", "scheduled", "overdue_by_law")
_COLUMNS = ("region_code", "region_name", "body", *_NUMBERS, "desa", "desa_complete")
_LATE_COLUMNS = (
    "region_code", "region_name", "kecamatan_code", "kecamatan_name", "body", "item",
    "stakeholders", "due", "days", "by_law", "scheduled",
)  # fmt: skip
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
        progress = self._progress
        return {
            **schema("checklist"),
            "about": "status",
            "profile": self._profile,
            "as_of": progress.as_of.isoformat(),
            "journal": journal_data(self._journal),
            "summary": {body: counts_data(one) for body, one in progress.totals.items()},
            "items": Items("item", map(item_progress_data, progress.items)),
            "kecamatan": Items("kecamatan", map(kecamatan_data, progress.kecamatan)),
            "overdue": Items("overdue", map(late_data, self._late)),
        }

    def records(self) -> Records:
        """A row a kecamatan and body, or with `--overdue` a row an overdue item."""
        if self._asked.overdue:
            return Records(_LATE_COLUMNS, map(self._late_record, self._late))
        return Records(_COLUMNS, self._records())

    def _records(self) -> Iterator[Mapping[str, Any]]:
        for one in self._progress.kecamatan:
            for body, counts in one.bodies.items():
                place = {"region_code": one.region.code, "region_name": one.region.name}
                desa = {"desa": one.desa, "desa_complete": one.complete}
                yield {**place, "body": body, **counts_data(counts), **desa}

    def _late_record(self, late: Late) -> Mapping[str, Any]:
        plain = late_data(late)
        return {
            **plain,
            "region_code": late.region.code,
            "region_name": late.region.name,
            "kecamatan_code": late.kecamatan.code,
            "kecamatan_name": late.kecamatan.name,
            "stakeholders": ", ".join(late.roles),
            "by_law": "true" if plain["by_law"] else "false",
            "scheduled": "true" if plain["scheduled"] else "false",
        }

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
