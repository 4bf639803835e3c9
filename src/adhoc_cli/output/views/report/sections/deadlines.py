"""What is overdue, the law first, and what lies ahead as "H-n"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from adhoc_cli.checklist.progress import ItemProgress, Late
from adhoc_cli.output.document import Tone
from adhoc_cli.output.html.page import Block, Cell, Column, Note, Piece, Section, Table
from adhoc_cli.output.views.report.sections.voice import Voice
from adhoc_cli.reports.overview.deadlines import Ahead, Kind
from adhoc_cli.text.words import Words

_FIRST = 30  # what fits a sheet of paper


def overdue(voice: Voice) -> Section | None:
    """The chapter; none where nothing was ever recorded: "At a glance" says so."""
    coordination = voice.overview.coordination
    if coordination is None:
        return None
    totals = coordination.progress.totals.values()
    count, by_law = sum(one.overdue for one in totals), sum(one.overdue_by_law for one in totals)
    title = voice.say("page.overdue")
    if not count:
        text = voice.say("page.overdue.none_text")
        note = Note(text, Tone.GOOD, voice.say("page.overdue.none"))
        return Section("terlambat", title, (note,), voice.number(count))
    late = coordination.progress.overdue(_FIRST)
    blocks: list[Block] = [_late_table(voice, late)]
    more, command = voice.more(count - len(late), "checklist", "status", "--overdue")
    if more:
        blocks.append(Note(more, Tone.DIM, command=command))
    lead, tone = voice.say("page.overdue.lead"), Tone.BAD if by_law else Tone.WARN
    return Section("terlambat", title, tuple(blocks), voice.number(count), tone, lead)


def _late_table(voice: Voice, late: Sequence[Late]) -> Table:
    columns = (
        Column(voice.say("page.gaps.place")),
        Column(voice.say("checklist.item"), whole=True),
        Column(voice.say("checklist.stakeholder"), wide=True),
        Column(voice.say("checklist.last_day"), whole=True),
        Column(voice.say("page.overdue.late"), right=True),
        Column(voice.say("checklist.basis")),
    )
    rows = tuple(_late(voice, one) for one in late)
    return Table(voice.say("page.overdue"), columns, rows, stacked=True)


def _late(voice: Voice, late: Late) -> Sequence[Cell]:
    due, region = late.planned.due, late.region
    below = " · ".join(part for part in (region.code, voice.above(region)) if part)
    basis = [Piece(voice.say("checklist.scheduled"), Tone.NOTE)] if late.scheduled else []
    tone = Tone.BAD if due.legal else Tone.WARN
    return (
        Cell(voice.title(region), below=(Piece(below, Tone.DIM),)),
        Cell(late.planned.id),
        Cell(voice.text(", ".join(late.roles))),
        Cell(voice.day(due.day) if due.day else ""),
        Cell(voice.say("page.news.days", days=late.days, n=late.days), tone),
        Cell(
            voice.say("checklist.law" if due.legal else "checklist.practice"),
            Tone.BAD if due.legal else Tone.DIM,
            below=tuple(basis),
        ),
    )


def ahead(voice: Voice) -> Section:
    """The chapter."""
    found = voice.overview.deadlines
    title = voice.say("page.ahead")
    if not found:
        return Section("tenggat", title, (voice.dull("page.ahead.none"),))
    coordination = voice.overview.coordination
    items = {one.planned.id: one for one in coordination.progress.items} if coordination else {}
    columns = (
        Column(voice.say("page.ahead.when")),
        Column(voice.say("page.ahead.day"), whole=True),
        Column(voice.say("page.ahead.what"), wide=True),
        Column(voice.say("page.ahead.open"), right=True),
    )
    rows = tuple(_row(voice, one, items) for one in found[:_FIRST])
    blocks: list[Block] = [Table(title, columns, rows, stacked=True)]
    more, _ = voice.more(len(found) - _FIRST)
    if more:
        blocks.append(Note(more, Tone.DIM))
    return Section("tenggat", title, tuple(blocks), f"{voice.left(found[0].day)}")


def _row(voice: Voice, one: Ahead, items: Mapping[str, ItemProgress]) -> Sequence[Cell]:
    tone = Tone.BAD if one.left <= 3 else Tone.WARN if one.left <= 14 else Tone.PLAIN
    still_open = voice.counted("page.ahead.open_count", one.open) if one.open is not None else ""
    below = (
        [Piece(voice.say("checklist.by_law"), Tone.NOTE)]
        if one.legal and one.kind is not Kind.VOTING
        else []
    )
    return (
        Cell(voice.left(one.day), tone),
        Cell(voice.day(one.day)),
        Cell(_what(voice, one, items), below=(*_purpose(voice, one, items), *below)),
        Cell(still_open),
    )


def _what(voice: Voice, one: Ahead, items: Mapping[str, ItemProgress]) -> str:
    subject = one.subject.in_(voice.speaker.lang) if isinstance(one.subject, Words) else one.subject
    item = items.get(subject)
    roles = ", ".join(item.planned.item.pemangku) if item else ""
    return voice.say(f"page.ahead.{one.kind.value}", subject=subject, roles=roles)


def _purpose(voice: Voice, one: Ahead, items: Mapping[str, ItemProgress]) -> Sequence[Piece]:
    if one.kind is not Kind.ITEM or one.subject not in items:
        return ()
    item = items[str(one.subject)].planned.item
    text = item.tujuan_id if voice.speaker.lang == "id" else item.tujuan_en
    return (Piece(voice.text(text), Tone.DIM),)
