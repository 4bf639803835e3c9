"""Secretariats: how many are complete, and until when the others have to be."""

from __future__ import annotations

from collections.abc import Iterator

from adhoc_cli.output.document import Tone
from adhoc_cli.output.html.page import Piece
from adhoc_cli.output.table import DAY, LEFT, Field, OnPage, Table, ratio
from adhoc_cli.output.views.report.page_speaker import PageSpeaker
from adhoc_cli.reports.overview.secretariats import SecretariatState


def secretariats(page: PageSpeaker) -> Table:
    """A row a secretariat's body."""
    as_of = page.overview.as_of
    return Table(
        "secretariats",
        (
            Field(
                "body",
                lambda one: one.body,
                title="members.badan",
                sheet=("report.body",),
                page=OnPage(text=lambda one: page.short(one.body)),
            ),
            Field(
                "complete",
                lambda one: (one.complete, one.units),
                ratio("units"),
                sheet=("report.units", "report.complete", "report.share"),
                page=OnPage("page.support.complete", Tone.PLAIN, bar=True),
            ),
            Field(
                "filled",
                lambda one: (one.filled, one.required),
                ratio("required"),
                "report.people",
                sheet=("quota.required", "quota.filled"),
                page=OnPage("page.support.seats", _short),
            ),
            Field(
                "deadline",
                lambda one: one.deadline,
                DAY,
                "report.last_day",
                page=OnPage(
                    "page.support.deadline",
                    text=lambda one: (
                        page.day(one.deadline)
                        if one.deadline
                        else page.say("page.support.no_deadline")
                    ),
                    below=lambda one: _urgency(page, one),
                ),
            ),
            Field(
                "days_left",
                lambda one: one.left(as_of),
                LEFT,
                "report.left",
                sheet=("report.days_left",),
            ),
        ),
        lambda: page.overview.secretariats,
    )


def _short(one: SecretariatState) -> Tone:
    return Tone.BAD if one.complete < one.units else Tone.PLAIN


def _urgency(page: PageSpeaker, one: SecretariatState) -> Iterator[Piece]:
    if one.complete == one.units:
        yield Piece(page.say("page.support.done"), Tone.GOOD)
        return
    left = one.left(page.overview.as_of)
    if left is not None:
        key, tone = ("late", Tone.BAD) if left < 0 else ("in_time", Tone.WARN)
        yield Piece(f"{page.left(left)}, {page.say(f'page.support.{key}')}", tone)
