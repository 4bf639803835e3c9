"""The days that lie ahead, as "H-n"."""

from __future__ import annotations

from collections.abc import Iterator

from adhoc_cli.output.document import Tone
from adhoc_cli.output.html.page import Piece
from adhoc_cli.output.table import COUNT, DAY, FLAG, LEFT, Field, OnPage, Table
from adhoc_cli.output.views.report.page_speaker import PageSpeaker
from adhoc_cli.output.views.report.said import ahead_text
from adhoc_cli.reports.overview.deadlines import Ahead, Kind

_SOON = 7  # days


def deadlines(page: PageSpeaker) -> Table:
    """A row a day ahead."""
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

    return Table(
        "deadlines",
        (
            Field(
                "days_left",
                lambda one: one.left,
                LEFT,
                "report.left",
                tone=lambda one: Tone.WARN if one.left <= _SOON else Tone.PLAIN,
                sheet=("report.days_left",),
                page=OnPage("page.ahead.when", _urgency),
            ),
            Field("day", lambda one: one.day, DAY, page=OnPage("page.ahead.day")),
            Field(
                "what",
                lambda one: ahead_text(one, page.speaker),
                tone=lambda one: Tone.STRONG if one.legal else Tone.PLAIN,
                wrap=True,
                page=OnPage("page.ahead.what", Tone.PLAIN, what, below=purpose),
            ),
            Field("by_law", lambda one: one.legal, FLAG, screen=False),
            Field(
                "open",
                lambda one: one.open,
                COUNT,
                drop=1,
                page=OnPage(
                    "page.ahead.open",
                    text=lambda one: (
                        "" if one.open is None else page.counted("page.ahead.open_count", one.open)
                    ),
                ),
            ),
        ),
        lambda: page.overview.deadlines,
        keys=2,
    )


def _urgency(one: Ahead) -> Tone:
    return Tone.BAD if one.left <= 3 else Tone.WARN if one.left <= 14 else Tone.PLAIN
