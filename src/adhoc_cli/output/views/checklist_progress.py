"""Progress of coordination: as tables of kecamatan, items, and what is overdue."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from adhoc_cli.checklist.progress import Counts, ItemProgress, KecamatanProgress, Late, Progress
from adhoc_cli.models.finding import Region
from adhoc_cli.output.document import Column, Grid, Row, Span, Tone
from adhoc_cli.output.speaker import Speaker
from adhoc_cli.output.table import CODE, COUNT, DAY, FLAG, Field, Table, ratio
from adhoc_cli.output.views.common import count, counted

_BAR = 10  # characters


# -- for people ------------------------------------------------------------------------------------


def late_table(late: Sequence[Late], speaker: Speaker) -> Table:
    """A row an overdue item at a place."""
    fields = (
        Field(
            "region_code", lambda one: one.region.code, CODE, "title.code",
            sheet=("report.place_code",), under="region_name",
        ),
        Field(
            "region_name", lambda one: one.region.name, title="members.place", wrap=True,
            sheet=("report.place",),
        ),
        Field("kecamatan_code", lambda one: one.kecamatan.code, screen=False),
        Field(
            "kecamatan_name", lambda one: one.kecamatan.name, title="title.kecamatan",
            screen=False,
        ),
        Field("above", lambda one: above(one.region, one.kecamatan, speaker), **ON_PAGE),
        Field("body", lambda one: one.planned.item.badan, screen=False),
        Field("item", lambda one: one.planned.id, CODE, "checklist.item"),
        Field(
            "stakeholders", lambda one: ", ".join(one.roles), title="checklist.stakeholder",
            drop=2, wrap=True,
        ),
        Field(
            "due", lambda one: one.planned.due.day, DAY, "checklist.last_day",
            sheet=("report.last_day",),
        ),
        Field(
            "days", lambda one: one.days, COUNT, "checklist.late", sheet=("checklist.late",),
            tone=lambda one: Tone.BAD if one.planned.due.legal else Tone.WARN, drop=1,
        ),
        Field("by_law", lambda one: one.planned.due.legal, FLAG, screen=False, sheet=None),
        Field(
            "basis", lambda one: why_late(one, speaker), title="rules.basis", csv=False,
            tone=lambda one: Tone.BAD if one.planned.due.legal else Tone.DIM, drop=3,
        ),
        Field("scheduled", lambda one: one.scheduled, FLAG, screen=False),
    )  # fmt: skip
    return Table("overdue", fields, lambda: late, keys=2)


# What stands on the page of a report alone, below the name of a place.
ON_PAGE: Mapping[str, Any] = {"screen": False, "csv": False, "sheet": None, "under": "region_name"}


def above(region: Region, kecamatan: Region, speaker: Speaker) -> str:
    """The kecamatan of a desa, "Kec. Bulu"; "" of a kecamatan."""
    if region.code == kecamatan.code:
        return ""
    return speaker.say("page.above", name=kecamatan.name or kecamatan.code)


# Without whom to meet, for the width of a mail.
BRIEF_LATE = ("region_code", "region_name", "item", "due", "days", "basis")


def why_late(late: Late, speaker: Speaker) -> str:
    """Whether the law sets the day, and whether another is set."""
    why = speaker.say("checklist.law" if late.planned.due.legal else "checklist.practice")
    return f"{why}, {speaker.say('checklist.scheduled')}" if late.scheduled else why


def kecamatan_grid(progress: Progress, speaker: Speaker) -> Grid:
    """The progress of every kecamatan, and of all."""
    say, bodies = speaker.say, tuple(progress.totals)
    columns = [
        Column(say("title.code")),
        Column(say("title.kecamatan"), wrap=True),
        *(Column(body, right=True) for body in bodies),
        Column(say("checklist.due"), right=True, drop=3),
        Column(say("checklist.overdue"), right=True),
        Column(say("checklist.desa_complete"), right=True, drop=2),
        Column(say("checklist.bar"), drop=1),
    ]
    rows = [_kecamatan_row(one, bodies, speaker) for one in progress.kecamatan]
    return Grid(columns, rows, (_total_row(progress, bodies, speaker),), say("checklist.legend"))


def _kecamatan_row(one: KecamatanProgress, bodies: Sequence[str], speaker: Speaker) -> Row:
    desa = f"{one.complete}/{one.desa}" if one.desa else ""
    return (
        Span(one.region.code),
        Span(one.region.name),
        *_numbers(one.bodies, bodies, speaker),
        Span(desa),
        _bar(one.bodies.values()),
    )


def _total_row(progress: Progress, bodies: Sequence[str], speaker: Speaker) -> Row:
    complete = sum(one.complete for one in progress.kecamatan)
    desa = sum(one.desa for one in progress.kecamatan)
    return (
        Span(""),
        Span(speaker.say("title.total"), Tone.STRONG),
        *_numbers(progress.totals, bodies, speaker),
        Span(f"{complete}/{desa}" if desa else ""),
        _bar(progress.totals.values()),
    )


def _numbers(
    by_body: Mapping[str, Counts], bodies: Sequence[str], speaker: Speaker
) -> Iterator[Span]:
    for body in bodies:
        one = by_body.get(body)
        done = f"{speaker.number(one.done)}/{speaker.number(one.total)}" if one else ""
        yield Span(done)
    due = sum(one.due for one in by_body.values())
    late = sum(one.overdue for one in by_body.values())
    by_law = sum(one.overdue_by_law for one in by_body.values())
    yield count(speaker, due, Tone.NOTE)
    yield count(speaker, late, Tone.BAD if by_law else Tone.WARN)


def _bar(counts: Iterable[Counts]) -> Span:
    """The share as a bar, "████░░░░░░ 40%"; never full before everything is done."""
    every = list(counts)
    done, total = sum(one.done for one in every), sum(one.total for one in every)
    share = done / total if total else 0
    full, percent = int(share * _BAR), int(share * 100)
    tone = Tone.GOOD if done == total else Tone.PLAIN
    return Span(f"{'█' * full}{'░' * (_BAR - full)} {percent:3d}%", tone)


def items_table(progress: Progress, speaker: Speaker) -> Table:
    """A row an item, over all its places."""
    basis = {True: "checklist.law", False: "checklist.practice"}
    fields = (
        Field("item", lambda one: one.planned.id, CODE, "checklist.item"),
        Field(
            "stakeholder", lambda one: ", ".join(one.planned.item.pemangku),
            title="checklist.stakeholder", wrap=True,
        ),
        Field("last_day", lambda one: one.planned.due.day, DAY, "checklist.last_day"),
        Field(
            "basis", lambda one: speaker.say(basis[one.planned.due.legal]), tone=Tone.DIM,
            title="rules.basis", drop=3,
        ),
        Field(
            "done", lambda one: (one.counts.done, one.counts.total), ratio("total"),
            "checklist.bar", tone=_when_done,
        ),
        Field("overdue", lambda one: one.counts.overdue, COUNT, "checklist.overdue",
            tone=_when_overdue, drop=1),
    )  # fmt: skip
    return Table("items", fields, lambda: progress.items)


# For the width of a mail: the longest text last, where it makes no room.
BRIEF_ITEMS = ("item", "last_day", "done", "overdue", "stakeholder")


def _when_done(one: ItemProgress) -> Tone:
    return Tone.GOOD if one.counts.done == one.counts.total else Tone.PLAIN


def _when_overdue(one: ItemProgress) -> Tone:
    if not one.counts.overdue:
        return Tone.DIM
    return Tone.BAD if one.planned.due.legal else Tone.WARN


def progress_parts(progress: Progress, speaker: Speaker) -> list[str | Span]:
    """What is done, "412 dari 1.216 terlaksana", what is overdue, and how much of it by law."""
    totals = progress.totals.values()
    done, total = sum(one.done for one in totals), sum(one.total for one in totals)
    late, by_law = sum(one.overdue for one in totals), sum(one.overdue_by_law for one in totals)
    numbers = {"count": speaker.number(done), "total": speaker.number(total)}
    tone = Tone.BAD if by_law else Tone.WARN if late else Tone.GOOD
    parts: list[str | Span] = [speaker.say("checklist.done_count", **numbers)]
    parts.append(Span(counted(speaker, "checklist.overdue_count", late), tone))
    if by_law:
        parts.append(Span(counted(speaker, "checklist.by_law_count", by_law), Tone.BAD))
    return parts
