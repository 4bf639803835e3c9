"""What is overdue, the law first, and what lies ahead as "H-n"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from adhoc_cli.checklist.progress import Late
from adhoc_cli.output.document import Tone
from adhoc_cli.output.html.page import Block, Note, Piece, Section
from adhoc_cli.output.views.checklist_progress import late_table
from adhoc_cli.output.views.report import tables
from adhoc_cli.output.views.report.page_speaker import PageSpeaker
from adhoc_cli.output.views.report.page_table import OnPage, table_of
from adhoc_cli.reports.overview.deadlines import Ahead, Kind

_FIRST = 30  # what fits a sheet of paper


def overdue(page: PageSpeaker) -> Section | None:
    """The chapter; none where nothing was ever recorded: "At a glance" says so."""
    coordination = page.overview.coordination
    if coordination is None:
        return None
    count, by_law = page.items.overdue, page.items.overdue_by_law
    title = page.say("page.overdue")
    if not count:
        text = page.say("page.overdue.none_text")
        note = Note(text, Tone.GOOD, page.say("page.overdue.none"))
        return Section("terlambat", title, (note,), page.number(count))
    late = coordination.progress.overdue(_FIRST)
    table = late_table(late, page.speaker)
    blocks: list[Block] = [table_of(table, page, title, _late(page), stacked=True)]
    more, command = page.more(count - len(late), "checklist", "status", "--overdue")
    if more:
        blocks.append(Note(more, Tone.DIM, command=command))
    lead, tone = page.say("page.overdue.lead"), Tone.BAD if by_law else Tone.WARN
    return Section("terlambat", title, tuple(blocks), page.number(count), tone, lead)


def _late(page: PageSpeaker) -> Mapping[str, OnPage]:
    def where(late: Late) -> Iterator[Piece]:
        parts = (late.region.code, page.above(late.region))
        yield Piece(" · ".join(part for part in parts if part), Tone.DIM)

    def scheduled(late: Late) -> Iterator[Piece]:
        if late.scheduled:
            yield Piece(page.say("checklist.scheduled"), Tone.NOTE)

    def by_law(late: Late) -> str:
        return page.say("checklist.law" if late.planned.due.legal else "checklist.practice")

    def days(late: Late) -> str:
        return page.say("page.news.days", days=late.days, n=late.days)

    return {
        "region_name": OnPage(
            "page.gaps.place", text=lambda one: page.title(one.region), below=where, wrap=False
        ),
        "item": OnPage(),
        "stakeholders": OnPage(),
        "due": OnPage(),
        "days": OnPage("page.overdue.late", text=days),
        "basis": OnPage(text=by_law, below=scheduled),
    }


def ahead(page: PageSpeaker) -> Section:
    """The chapter."""
    found = page.overview.deadlines
    title = page.say("page.ahead")
    if not found:
        return Section("tenggat", title, (page.dull("page.ahead.none"),))
    table = tables.deadlines(page.overview, page.speaker).first(_FIRST)
    blocks: list[Block] = [table_of(table, page, title, _ahead(page), stacked=True)]
    more, _ = page.more(len(found) - _FIRST)
    if more:
        blocks.append(Note(more, Tone.DIM))
    return Section("tenggat", title, tuple(blocks), page.until(found[0].day))


def _ahead(page: PageSpeaker) -> Mapping[str, OnPage]:
    coordination = page.overview.coordination
    items = {one.planned.id: one for one in coordination.progress.items} if coordination else {}

    def what(one: Ahead) -> str:
        subject = page.speaker.shown(one.subject)
        item = items.get(subject)
        roles = ", ".join(item.planned.item.pemangku) if item else ""
        return page.say(f"page.ahead.{one.kind.value}", subject=subject, roles=roles)

    def purpose(one: Ahead) -> Iterator[Piece]:
        if one.kind is Kind.ITEM and one.subject in items:
            item = items[str(one.subject)].planned.item
            text = item.tujuan_id if page.speaker.lang == "id" else item.tujuan_en
            yield Piece(page.text(text), Tone.DIM)
        if one.legal and one.kind is not Kind.VOTING:
            yield Piece(page.say("checklist.by_law"), Tone.NOTE)

    def still_open(one: Ahead) -> str:
        return "" if one.open is None else page.counted("page.ahead.open_count", one.open)

    return {
        "days_left": OnPage("page.ahead.when", _urgency),
        "day": OnPage("page.ahead.day"),
        "what": OnPage("page.ahead.what", Tone.PLAIN, what, below=purpose),
        "open": OnPage("page.ahead.open", text=still_open),
    }


def _urgency(one: Ahead) -> Tone:
    return Tone.BAD if one.left <= 3 else Tone.WARN if one.left <= 14 else Tone.PLAIN
