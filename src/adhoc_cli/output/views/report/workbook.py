"""A report as a workbook, a sheet a topic: for who adds up a province, and for who sorts."""

from __future__ import annotations

from collections.abc import Iterator

from adhoc_cli import __version__
from adhoc_cli.models.finding import Severity
from adhoc_cli.output.document import Column
from adhoc_cli.output.speaker import Speaker
from adhoc_cli.output.table import Table, sheet_of
from adhoc_cli.output.views.checked import files_table, waivers_table
from adhoc_cli.output.views.checklist_progress import late_table
from adhoc_cli.output.views.report import tables
from adhoc_cli.output.views.report.reported import Reported, oldest, still_open
from adhoc_cli.output.views.report.said import days_since
from adhoc_cli.output.workbook import Cell, Sheet, Workbook

_Row = tuple[Cell, ...]


def workbook_of(reported: Reported, speaker: Speaker) -> Workbook:
    """The sheets of a report, those of a topic that it has something about."""
    one = reported.overview
    found = (table.public() if reported.public else table for table in _tables(reported, speaker))
    sheets = (_summary(reported, speaker), *(sheet_of(table, speaker) for table in found))
    title = speaker.say("report.title_public")
    subject = f"{one.title.in_(speaker.lang)} ({one.report.profile})"
    return Workbook(title, subject, one.as_of, speaker.lang, sheets)


def _tables(reported: Reported, speaker: Speaker) -> Iterator[Table]:
    one = reported.overview
    if reported.news:
        yield tables.news(reported.news, one.as_of, speaker)
    if one.seats.totals:
        yield tables.seats(one.seats, speaker)
    yield tables.gaps(one.gaps, speaker)
    if not reported.public:  # it has only the numbers, on the sheet of rules
        since, new = reported.since(), reported.new()
        yield tables.findings(one.report.rules, speaker, reported.limit, since, new)
    yield tables.rules(one.report.rules, speaker)
    yield tables.women_men(one.heads, speaker)
    if one.secretariats:
        yield tables.secretariats(one)
    if one.training:
        yield tables.training(one, speaker)
    if one.coordination:
        yield tables.coordination(one.coordination.progress, speaker)
        yield late_table(one.coordination.progress.overdue(), speaker)
    yield tables.deadlines(one, speaker)
    if one.report.waivers:
        yield waivers_table(one.report.waivers, speaker)
    made = speaker.say("report.made_with", command=reported.command, version=__version__)
    note = made if reported.command else f"adhoc-cli {__version__}"
    yield files_table(one.report, speaker)._replace(notes=[note])


# -- in short --------------------------------------------------------------------------------------


def _summary(reported: Reported, speaker: Speaker) -> Sheet:
    keys = "report.item", "report.value", "report.of", "report.share"
    columns = [Column(speaker.say(key), bar=key == keys[-1]) for key in keys]
    rows = [*_about(reported, speaker), *_news_lines(reported, speaker), *_state(reported, speaker)]
    notes = reported.overview.letterhead
    return Sheet(speaker.say("report.sheet.summary"), columns, rows, notes=notes)


def _about(reported: Reported, speaker: Speaker) -> Iterator[_Row]:
    one, say = reported.overview, speaker.say
    report = one.report
    yield say("profiles.about"), one.title.in_(speaker.lang), None, None
    yield say("report.profile"), report.profile, None, None
    yield say("report.as_of"), one.as_of, None, None
    for severity, key in _TOTALS.items():
        yield say(key), report.total(severity), None, None
    yield say("report.waived"), report.waived, None, None


_TOTALS = {
    Severity.ERROR: "report.errors",
    Severity.WARNING: "report.warnings",
    Severity.INFO: "report.infos",
}


def _news_lines(reported: Reported, speaker: Speaker) -> Iterator[_Row]:
    news, say = reported.news, speaker.say
    if news is None or news.since is None:
        return
    yield say("report.since_report"), news.since, None, None
    yield say("report.state.new"), news.new_count, None, None
    yield say("report.state.solved"), news.solved_count, None, None
    yield say("report.state.open"), still_open(news), None, None
    first = oldest(news)
    if first is not None:
        yield say("report.oldest_days"), days_since(first, reported.overview.as_of), None, None


def _state(reported: Reported, speaker: Speaker) -> Iterator[_Row]:
    """Every number of which there is a whole, and the share."""
    one = reported.overview

    def of(key: str, body: str, part: int, whole: int) -> _Row:
        return speaker.say(f"report.{key}", body=body), part, whole, part / whole if whole else None

    for body, tally in one.seats.totals.items():
        yield of("line_filled", body, tally.filled, tally.required)
    for heads in one.heads.bodies:
        yield of("line_women", heads.body, heads.total.women, heads.total.total)
    for state in one.secretariats:
        yield of("line_complete", state.body, state.complete, state.units)
    for body, trained in one.training.items():
        yield of("line_trained", body, trained.trained, trained.members)
    if one.coordination:
        for body, counts in one.coordination.progress.totals.items():
            yield of("line_items", body, counts.done, counts.total)
            yield of("line_late", body, counts.overdue, counts.total)
