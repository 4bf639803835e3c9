"""Coordination: how far each item is, what is overdue, the law first, and the days ahead."""

from collections.abc import Callable, Iterator

from adhoc_cli.checklist.progress import Counts, Progress
from adhoc_cli.output.document import Paragraph, Span, Tone, paragraph, section
from adhoc_cli.output.html.page import Bar, Fill
from adhoc_cli.output.html.pictures import bar
from adhoc_cli.output.speaker import Speaker
from adhoc_cli.output.table import COUNT, DAY, FLAG, LEFT, Field, Table, ratio
from adhoc_cli.output.views.checklist_progress import (
    BRIEF_ITEMS,
    BRIEF_LATE,
    ON_PAGE,
    items_table,
    late_table,
    progress_parts,
)
from adhoc_cli.output.views.common import dotted
from adhoc_cli.output.views.report.reported import Reported, remark
from adhoc_cli.output.views.report.topics.seats import by_place, number_field, without_late
from adhoc_cli.output.views.report.topics.topic import Blocks, Topic
from adhoc_cli.profiles.checklist import Item
from adhoc_cli.reports.overview.deadlines import Ahead, Kind
from adhoc_cli.reports.overview.overview import Overview

# On the page the name of a place is the heading of its row.
BRIEF_LATE_ON_PAGE = (
    "region_name",
    "region_code",
    "above",
    "item",
    "stakeholders",
    "due",
    "days",
    "basis",
)
_SOON = 7  # days
_FIRST, _FIRST_ON_PAGE = 10, 30


def coordination_table(progress: Progress, speaker: Speaker) -> Table:
    """A row a kecamatan and body."""
    fields = (
        Field(
            "done", lambda row: (row.numbers.done, row.numbers.total), ratio("total"),
            sheet=("report.items", "report.done", "report.share"),
        ),
        number_field("due", "checklist.due"),
        number_field("overdue", "checklist.overdue", Tone.WARN),
        number_field("overdue_by_law", "report.by_law", Tone.BAD),
        Field("desa", kind=COUNT),
        Field("desa_complete", "complete", COUNT, "checklist.desa_complete"),
    )  # fmt: skip
    return by_place("coordination", fields, [*progress.rows], progress.totals, speaker)


def _stacked(counts: Counts, speaker: Speaker) -> Bar:
    """Items done, due, overdue and open as one bar."""
    parts: list[tuple[int, Fill]] = [
        (counts.done, "done"), (counts.due, "due"), (counts.overdue, "overdue"),
        (counts.open, "open"),
    ]  # fmt: skip
    numbers = {fill: speaker.number(size) for size, fill in parts}
    return bar(parts, counts.total, speaker.say("page.items.words", **numbers))


def _blocks(reported: Reported, speaker: Speaker, on_page: bool) -> Blocks:
    one = reported.overview.coordination
    if reported.public:
        yield from _covered(reported, speaker)
        return
    yield section(speaker.say("report.coordination"))
    if one is None:
        unreadable = reported.overview.report.unreadable
        key = "report.no_coordination" if unreadable else "report.no_journal"
        yield remark(speaker.say(key), Tone.BAD if unreadable else Tone.DIM)
        return
    if not one.progress.items:
        yield paragraph(speaker.say("checklist.no_items"))
        return
    yield Paragraph(dotted(progress_parts(one.progress, speaker)))
    items = items_table(one.progress, speaker).only(*BRIEF_ITEMS)
    yield items.but("done", bar=lambda item: _stacked(item.counts, speaker))
    yield from _late(reported, one.progress, speaker, on_page)


def _covered(reported: Reported, speaker: Speaker) -> Blocks:
    """What the public is told: how much is done of what was recorded, and not what is late."""
    one = reported.overview.coordination
    if one and one.progress.items:
        yield section(speaker.say("report.coordination"))
        yield without_late(items_table(one.progress, speaker).only(*BRIEF_ITEMS))


def _late(reported: Reported, progress: Progress, speaker: Speaker, on_page: bool) -> Blocks:
    late, first = reported.items.overdue, _FIRST_ON_PAGE if on_page else _FIRST
    if not late:
        return
    yield section(speaker.say("report.late", count=speaker.number(late)), level=3)
    shown = BRIEF_LATE_ON_PAGE if on_page else BRIEF_LATE
    yield late_table(progress.overdue(first), speaker).only(*shown)
    if late > first:
        rest = reported.more(speaker, late - first, "checklist", "status", "--overdue")
        yield remark(rest, close=True)


def _sheets(reported: Reported, speaker: Speaker) -> Iterator[Table]:
    one = reported.overview.coordination
    if one:
        table = coordination_table(one.progress, speaker)
        yield without_late(table) if reported.public else table
    if one and not reported.public:
        yield late_table(one.progress.overdue(), speaker)


def _number(reported: Reported, speaker: Speaker) -> Span:
    items = reported.items
    if reported.public:
        return Span("")
    tone = Tone.BAD if items.overdue_by_law else Tone.WARN if items.overdue else Tone.PLAIN
    return Span(speaker.number(items.overdue), tone) if items.total else Span("")


COORDINATION = Topic("koordinasi", "report.coordination", _blocks, _sheets, _number)


# -- the days ahead --------------------------------------------------------------------------------


def deadlines_table(one: Overview, speaker: Speaker) -> Table:
    """A row a day ahead; on the page with what an item is for, and whether the law sets the day."""
    items = one.coordination.progress.items if one.coordination else ()
    planned = {item.planned.id: item.planned.item for item in items}
    lang = speaker.lang

    def of_item(day: Ahead, get: Callable[[Item], str]) -> str:
        item = planned.get(str(day.subject)) if day.kind is Kind.ITEM else None
        return get(item) if item else ""

    under = {**ON_PAGE, "under": "what"}
    fields = (
        Field(
            "days_left", kind=LEFT,
            tone=lambda day: Tone.WARN if day.days_left <= _SOON else Tone.PLAIN,
        ),
        Field("day", kind=DAY),
        Field(
            "what", lambda day: ahead_text(day, speaker), wrap=True,
            tone=lambda day: Tone.STRONG if day.by_law else Tone.PLAIN,
        ),
        Field("roles", lambda day: of_item(day, lambda item: ", ".join(item.pemangku)), **under),
        Field("purpose", lambda day: of_item(day, lambda it: it.purpose.in_(lang)), **under),
        Field(
            "law", lambda day: speaker.say("checklist.by_law") if day.by_law else "",
            tone=Tone.NOTE, **under,
        ),
        Field("by_law", kind=FLAG, screen=False),
        Field("open", kind=COUNT, drop=1),
    )  # fmt: skip
    return Table("deadlines", fields, lambda: one.deadlines, keys=2)


def ahead_text(ahead: Ahead, speaker: Speaker) -> str:
    """What lies ahead: "pelantikan PPS", "batas koordinasi PPK-01"."""
    return speaker.say(f"report.ahead.{ahead.kind}", what=speaker.shown(ahead.subject))


def _ahead(reported: Reported, speaker: Speaker, on_page: bool) -> Blocks:
    ahead, first = reported.overview.deadlines, _FIRST_ON_PAGE if on_page else _FIRST
    if not ahead:
        return
    yield section(speaker.say("report.deadlines"))
    yield deadlines_table(reported.overview, speaker).first(first)
    if len(ahead) > first:
        rest, last = len(ahead) - first, ahead[-1].day
        yield remark(speaker.say("report.more_deadlines", count=rest, date=last), close=True)


def _nearest(reported: Reported, speaker: Speaker) -> Span:
    ahead = reported.overview.deadlines
    return Span(LEFT.text(ahead[0].days_left, speaker) if ahead else "")


def _days(reported: Reported, speaker: Speaker) -> Iterator[Table]:
    yield deadlines_table(reported.overview, speaker)


DEADLINES = Topic("tenggat", "report.deadlines", _ahead, _days, _nearest)
