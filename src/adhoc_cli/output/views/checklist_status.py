"""`adhoc checklist status`: progress per kecamatan, and what is overdue."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from adhoc_cli.checklist.progress import Counts, ItemProgress, KecamatanProgress, Late, Progress
from adhoc_cli.checklist.read import Journal
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
from adhoc_cli.output.view import Items, Records
from adhoc_cli.output.views.checklist_common import (
    counts_data,
    item_data,
    journal_data,
    journal_note,
)
from adhoc_cli.output.views.common import count, counted, dotted, region, schema, subtitle

_NUMBERS = ("total", "done", "due", "overdue", "open", "scheduled", "overdue_by_law")
_COLUMNS = ("region_code", "region_name", "body", *_NUMBERS, "desa", "desa_complete")
_LATE_COLUMNS = (
    "region_code", "region_name", "kecamatan_code", "kecamatan_name", "body", "item",
    "stakeholders", "due", "days", "by_law", "scheduled",
)  # fmt: skip
_FIRST = 10  # overdue items that stand above the table of a whole kabupaten
_BAR = 10  # characters


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """How the progress was asked for: the folder as typed, only what is overdue, and the command
    that shows all of that."""

    folder: str
    overdue: bool
    command: str


class StatusView:
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
            "items": Items("item", map(self._item, progress.items)),
            "kecamatan": Items("kecamatan", map(self._kecamatan, progress.kecamatan)),
            "overdue": Items("overdue", map(self._overdue, self._late)),
        }

    @staticmethod
    def _item(one: ItemProgress) -> dict[str, Any]:
        return {**item_data(one.planned), "counts": counts_data(one.counts)}

    @staticmethod
    def _kecamatan(one: KecamatanProgress) -> dict[str, Any]:
        return {
            "region": region(one.region),
            "bodies": {body: counts_data(counts) for body, counts in one.bodies.items()},
            "desa": one.desa,
            "desa_complete": one.complete,
        }

    @staticmethod
    def _overdue(late: Late) -> dict[str, Any]:
        planned = late.planned
        return {
            "region": region(late.region),
            "kecamatan": region(late.kecamatan),
            "body": planned.item.badan,
            "item": planned.id,
            "stakeholders": list(late.roles),
            "due": planned.due.day.isoformat() if planned.due.day else None,
            "days": late.days,
            "by_law": planned.due.legal,
            "scheduled": late.scheduled,
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
        plain = self._overdue(late)
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
            blocks += self._kecamatan_blocks()
            blocks += self._item_blocks()
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
        columns = (
            Column(say("title.code")),
            Column(say("members.place"), wrap=True),
            Column(say("checklist.item")),
            Column(say("checklist.stakeholder"), drop=2, wrap=True),
            Column(say("checklist.last_day")),
            Column(say("checklist.late"), right=True, drop=1),
            Column(say("checklist.basis"), drop=3),
        )
        yield Grid(columns, _Rows(self, self._late[:shown]))
        if len(self._late) > shown:
            more = self._speaker.number(len(self._late) - shown)
            text = say("checklist.more", count=more, command=self._asked.command)
            yield Paragraph(line(Span(text, Tone.DIM)), close=True)

    def late_row(self, late: Late) -> Row:
        """The cells of one overdue item."""
        say, due = self._speaker.say, late.planned.due
        why = say("checklist.law" if due.legal else "checklist.practice")
        if late.scheduled:
            why += f", {say('checklist.scheduled')}"
        return (
            Span(late.region.code),
            Span(late.region.name),
            Span(late.planned.id),
            Span(", ".join(late.roles)),
            Span(due.day.isoformat() if due.day else ""),
            Span(self._speaker.number(late.days), Tone.BAD if due.legal else Tone.WARN),
            Span(why, Tone.BAD if due.legal else Tone.DIM),
        )

    def _kecamatan_blocks(self) -> Iterator[Block]:
        progress, say = self._progress, self._speaker.say
        if not progress.kecamatan:
            return
        bodies = tuple(progress.totals)
        columns = [
            Column(say("title.code")),
            Column(say("title.kecamatan"), wrap=True),
            *(Column(body, right=True) for body in bodies),
            Column(say("checklist.due"), right=True, drop=3),
            Column(say("checklist.overdue"), right=True),
            Column(say("checklist.desa_complete"), right=True, drop=2),
            Column(say("checklist.bar"), drop=1),
        ]
        yield Heading(line(say("checklist.progress")))
        rows = [self._kecamatan_row(one, bodies) for one in progress.kecamatan]
        yield Grid(columns, rows, (self._total_row(bodies),), say("checklist.legend"))

    def _kecamatan_row(self, one: KecamatanProgress, bodies: Sequence[str]) -> Row:
        desa = f"{one.complete}/{one.desa}" if one.desa else ""
        return (
            Span(one.region.code),
            Span(one.region.name),
            *self._numbers(one.bodies, bodies),
            Span(desa),
            self._bar(one.bodies.values()),
        )

    def _total_row(self, bodies: Sequence[str]) -> Row:
        progress = self._progress
        complete = sum(one.complete for one in progress.kecamatan)
        desa = sum(one.desa for one in progress.kecamatan)
        return (
            Span(""),
            Span(self._speaker.say("title.total"), Tone.STRONG),
            *self._numbers(progress.totals, bodies),
            Span(f"{complete}/{desa}" if desa else ""),
            self._bar(progress.totals.values()),
        )

    def _numbers(self, counted_bodies: Mapping[str, Counts], bodies: Sequence[str]) -> list[Span]:
        number = self._speaker.number
        cells = []
        for body in bodies:
            one = counted_bodies.get(body)
            cells.append(Span(f"{number(one.done)}/{number(one.total)}" if one else ""))
        due = sum(one.due for one in counted_bodies.values())
        overdue = sum(one.overdue for one in counted_bodies.values())
        by_law = sum(one.overdue_by_law for one in counted_bodies.values())
        late = count(self._speaker, overdue, Tone.BAD if by_law else Tone.WARN)
        return [*cells, count(self._speaker, due, Tone.NOTE), late]

    @staticmethod
    def _bar(counts: Iterable[Counts]) -> Span:
        """ "████░░░░░░ 40%": never full before everything is done."""
        every = list(counts)
        done, total = sum(one.done for one in every), sum(one.total for one in every)
        share = done / total if total else 0
        full, percent = int(share * _BAR), int(share * 100)
        tone = Tone.GOOD if done == total else Tone.PLAIN
        return Span(f"{'█' * full}{'░' * (_BAR - full)} {percent:3d}%", tone)

    def _item_blocks(self) -> Iterator[Block]:
        say, items = self._speaker.say, self._progress.items
        if not items:
            return
        columns = (
            Column(say("checklist.item")),
            Column(say("checklist.stakeholder"), wrap=True),
            Column(say("checklist.last_day")),
            Column(say("checklist.basis"), drop=3),
            Column(say("checklist.bar"), right=True),
            Column(say("checklist.overdue"), right=True, drop=1),
        )
        yield Heading(line(say("checklist.items")))
        yield Grid(columns, [self._item_row(one) for one in items])

    def _item_row(self, one: ItemProgress) -> Row:
        speaker, planned, counts = self._speaker, one.planned, one.counts
        done = f"{speaker.number(counts.done)}/{speaker.number(counts.total)}"
        by_law = planned.due.legal
        return (
            Span(planned.id),
            Span(", ".join(planned.item.pemangku)),
            Span(planned.due.day.isoformat() if planned.due.day else ""),
            Span(speaker.say("checklist.law" if by_law else "checklist.practice"), Tone.DIM),
            Span(done, Tone.GOOD if counts.done == counts.total else Tone.PLAIN),
            count(speaker, counts.overdue, Tone.BAD if by_law else Tone.WARN),
        )

    def _result(self) -> Line:
        speaker, totals = self._speaker, self._progress.totals.values()
        done, total = sum(one.done for one in totals), sum(one.total for one in totals)
        by_law = sum(one.overdue_by_law for one in totals)
        numbers = {"count": speaker.number(done), "total": speaker.number(total)}
        parts: list[str | Span] = [speaker.say("checklist.done_count", **numbers)]
        overdue = counted(speaker, "checklist.overdue_count", len(self._late))
        tone = Tone.BAD if by_law else Tone.WARN if self._late else Tone.GOOD
        parts.append(Span(overdue, tone))
        if by_law:
            parts.append(Span(counted(speaker, "checklist.by_law_count", by_law), Tone.BAD))
        parts += [self._progress.as_of.isoformat(), self._profile]
        return line(Span(f"{speaker.say('result')} ", Tone.STRONG), *dotted(parts))


@dataclass(frozen=True, slots=True)
class _Rows(Iterable[Row]):
    """The rows of what is overdue, made anew on every walk."""

    view: StatusView
    late: Sequence[Late]

    def __iter__(self) -> Iterator[Row]:
        return map(self.view.late_row, self.late)
