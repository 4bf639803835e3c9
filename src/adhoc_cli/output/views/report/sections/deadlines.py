"""What is overdue, the law first, and what lies ahead as "H-n"."""

from __future__ import annotations

from collections.abc import Sequence

from adhoc_cli.checklist.progress import Late
from adhoc_cli.output.document import Column, Tone
from adhoc_cli.output.html.page import Block, Cell, Note, Piece, Section, Table
from adhoc_cli.output.views.report.page_speaker import PageSpeaker
from adhoc_cli.output.views.report.page_table import table_of
from adhoc_cli.output.views.report.topics.deadlines import deadlines

_FIRST = 30  # what fits a sheet of paper


def overdue(page: PageSpeaker) -> Section | None:
    """The chapter; none where nothing was ever recorded: "At a glance" says so."""
    coordination = page.overview.coordination
    if coordination is None:
        return None
    totals = coordination.progress.totals.values()
    count, by_law = sum(one.overdue for one in totals), sum(one.overdue_by_law for one in totals)
    title = page.say("page.overdue")
    if not count:
        text = page.say("page.overdue.none_text")
        note = Note(text, Tone.GOOD, page.say("page.overdue.none"))
        return Section("terlambat", title, (note,), page.number(count))
    late = coordination.progress.overdue(_FIRST)
    blocks: list[Block] = [_late_table(page, late)]
    more, command = page.more(count - len(late), "checklist", "status", "--overdue")
    if more:
        blocks.append(Note(more, Tone.DIM, command=command))
    lead, tone = page.say("page.overdue.lead"), Tone.BAD if by_law else Tone.WARN
    return Section("terlambat", title, tuple(blocks), page.number(count), tone, lead)


def _late_table(page: PageSpeaker, late: Sequence[Late]) -> Table:
    columns = (
        Column(page.say("page.gaps.place")),
        Column(page.say("checklist.item"), whole=True),
        Column(page.say("checklist.stakeholder"), wrap=True),
        Column(page.say("checklist.last_day"), whole=True),
        Column(page.say("page.overdue.late"), right=True),
        Column(page.say("checklist.basis")),
    )
    rows = tuple(_late(page, one) for one in late)
    return Table(page.say("page.overdue"), columns, rows, stacked=True)


def _late(page: PageSpeaker, late: Late) -> Sequence[Cell]:
    due, region = late.planned.due, late.region
    below = " · ".join(part for part in (region.code, page.above(region)) if part)
    basis = [Piece(page.say("checklist.scheduled"), Tone.NOTE)] if late.scheduled else []
    tone = Tone.BAD if due.legal else Tone.WARN
    return (
        Cell(page.title(region), below=(Piece(below, Tone.DIM),)),
        Cell(late.planned.id),
        Cell(page.text(", ".join(late.roles))),
        Cell(page.day(due.day) if due.day else ""),
        Cell(page.say("page.news.days", days=late.days, n=late.days), tone),
        Cell(
            page.say("checklist.law" if due.legal else "checklist.practice"),
            Tone.BAD if due.legal else Tone.DIM,
            below=tuple(basis),
        ),
    )


def ahead(page: PageSpeaker) -> Section:
    """The chapter."""
    found = page.overview.deadlines
    title = page.say("page.ahead")
    if not found:
        return Section("tenggat", title, (page.dull("page.ahead.none"),))
    table = table_of(deadlines(page).first(_FIRST), page, title, stacked=True)
    blocks: list[Block] = [table]
    more, _ = page.more(len(found) - _FIRST)
    if more:
        blocks.append(Note(more, Tone.DIM))
    return Section("tenggat", title, tuple(blocks), page.until(found[0].day))
