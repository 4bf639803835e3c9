"""Training: who of each body has had the bimtek that it must have."""

from __future__ import annotations

from adhoc_cli.output.document import Span, Tone
from adhoc_cli.output.table import DAY, Field, OnPage, Table, ratio
from adhoc_cli.output.views.report.page_speaker import PageSpeaker
from adhoc_cli.reports.overview.training import TrainingState


def training(page: PageSpeaker) -> Table:
    """A row a body."""
    not_due = Span(page.speaker.say("report.not_due"), Tone.DIM)
    return Table(
        "training",
        (
            Field(
                "body",
                lambda row: row[0],
                title="members.badan",
                sheet=("report.body",),
                page=OnPage(),
            ),
            Field(
                "trained",
                lambda row: (row[1].trained, row[1].members),
                ratio("members"),
                sheet=("report.members", "report.trained", "report.share"),
                page=OnPage("page.support.trained", Tone.PLAIN, bar=True),
            ),
            Field(
                "deadline",
                lambda row: row[1].deadline,
                DAY,
                screen=False,
                sheet=("report.last_day",),
            ),
            Field(
                "last_day",
                lambda row: row[1].deadline or (None if row[1].due else not_due),
                DAY,
                sheet=None,
            ),
            Field(
                "status",
                lambda row: None if row[1].due else not_due,
                screen=False,
                page=OnPage(
                    "page.support.state",
                    lambda row: _state(page, row[1])[1],
                    lambda row: _state(page, row[1])[0],
                ),
            ),
        ),
        page.overview.training.items,
    )


def _state(page: PageSpeaker, one: TrainingState) -> tuple[str, Tone]:
    if not one.due:
        return page.say("page.support.not_held"), Tone.DIM
    if lacking := one.members - one.trained:
        return page.counted("page.support.lacking", lacking), Tone.WARN
    return page.say("page.support.done"), Tone.GOOD
