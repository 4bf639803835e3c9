"""Progress of coordination: as JSON, and as tables of kecamatan, items, and what is overdue."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from adhoc_cli.checklist.progress import Counts, ItemProgress, KecamatanProgress, Late, Progress
from adhoc_cli.output.document import Column, Grid, Row, Span, Tone
from adhoc_cli.output.speaker import Speaker
from adhoc_cli.output.views.checklist_common import counts_data, item_data
from adhoc_cli.output.views.common import count, counted, region

_BAR = 10  # characters
_WHOM = 3  # the column of stakeholders
_BRIEF = (0, 2, 4, 5, 1)  # of the columns of items: all but the basis, stakeholders last


# -- for programs ----------------------------------------------------------------------------------


def item_progress_data(one: ItemProgress) -> dict[str, Any]:
    """An item over all its places."""
    return {**item_data(one.planned), "counts": counts_data(one.counts)}


def kecamatan_data(one: KecamatanProgress) -> dict[str, Any]:
    """A kecamatan, by body."""
    return {
        "region": region(one.region),
        "bodies": {body: counts_data(counts) for body, counts in one.bodies.items()},
        "desa": one.desa,
        "desa_complete": one.complete,
    }


def late_data(late: Late) -> dict[str, Any]:
    """One overdue item at one place."""
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


# -- for people ------------------------------------------------------------------------------------


def late_grid(late: Sequence[Late], speaker: Speaker, *, brief: bool = False) -> Grid:
    """What is overdue; `brief` leaves out whom to meet, for the width of a mail."""
    say = speaker.say
    columns = (
        Column(say("title.code")),
        Column(say("members.place"), wrap=True),
        Column(say("checklist.item")),
        Column(say("checklist.stakeholder"), drop=2, wrap=True),
        Column(say("checklist.last_day")),
        Column(say("checklist.late"), right=True, drop=1),
        Column(say("checklist.basis"), drop=3),
    )
    kept = [at for at in range(len(columns)) if not (brief and at == _WHOM)]
    return Grid([columns[at] for at in kept], _LateRows(late, speaker, kept))


@dataclass(frozen=True, slots=True)
class _LateRows(Iterable[Row]):
    """The rows of what is overdue, made anew on every walk."""

    late: Sequence[Late]
    speaker: Speaker
    kept: Sequence[int]

    def __iter__(self) -> Iterator[Row]:
        for one in self.late:
            row = _late_row(one, self.speaker)
            yield [row[at] for at in self.kept]


def why_late(late: Late, speaker: Speaker) -> str:
    """Whether the law sets the day, and whether another is set."""
    why = speaker.say("checklist.law" if late.planned.due.legal else "checklist.practice")
    return f"{why}, {speaker.say('checklist.scheduled')}" if late.scheduled else why


def _late_row(late: Late, speaker: Speaker) -> Row:
    due = late.planned.due
    return (
        Span(late.region.code),
        Span(late.region.name),
        Span(late.planned.id),
        Span(", ".join(late.roles)),
        Span(due.day.isoformat() if due.day else ""),
        Span(speaker.number(late.days), Tone.BAD if due.legal else Tone.WARN),
        Span(why_late(late, speaker), Tone.BAD if due.legal else Tone.DIM),
    )


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
    """ "████░░░░░░ 40%": never full before everything is done."""
    every = list(counts)
    done, total = sum(one.done for one in every), sum(one.total for one in every)
    share = done / total if total else 0
    full, percent = int(share * _BAR), int(share * 100)
    tone = Tone.GOOD if done == total else Tone.PLAIN
    return Span(f"{'█' * full}{'░' * (_BAR - full)} {percent:3d}%", tone)


def items_grid(progress: Progress, speaker: Speaker) -> Grid:
    """The items, each over all its places."""
    say = speaker.say
    columns = (
        Column(say("checklist.item")),
        Column(say("checklist.stakeholder"), wrap=True),
        Column(say("checklist.last_day")),
        Column(say("checklist.basis"), drop=3),
        Column(say("checklist.bar"), right=True),
        Column(say("checklist.overdue"), right=True, drop=1),
    )
    return Grid(columns, [_item_row(one, speaker) for one in progress.items])


def brief_items_grid(progress: Progress, speaker: Speaker) -> Grid:
    """The same for the width of a mail: the longest text last, where it makes no room."""
    grid = items_grid(progress, speaker)
    columns = [grid.columns[at] for at in _BRIEF]
    return Grid(columns, [[row[at] for at in _BRIEF] for row in grid.rows])


def _item_row(one: ItemProgress, speaker: Speaker) -> Row:
    planned, counts = one.planned, one.counts
    by_law = planned.due.legal
    done = f"{speaker.number(counts.done)}/{speaker.number(counts.total)}"
    return (
        Span(planned.id),
        Span(", ".join(planned.item.pemangku)),
        Span(planned.due.day.isoformat() if planned.due.day else ""),
        Span(speaker.say("checklist.law" if by_law else "checklist.practice"), Tone.DIM),
        Span(done, Tone.GOOD if counts.done == counts.total else Tone.PLAIN),
        count(speaker, counts.overdue, Tone.BAD if by_law else Tone.WARN),
    )


def progress_parts(progress: Progress, speaker: Speaker) -> list[str | Span]:
    """ "412 dari 1.216 terlaksana", how many are overdue, and how many of these by law."""
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
