"""A report as a workbook, a sheet a topic: for who adds up a province, and for who sorts."""

from collections.abc import Iterator

from adhoc_cli.models.finding import Severity
from adhoc_cli.output.document import Column
from adhoc_cli.output.speaker import Speaker
from adhoc_cli.output.table import sheet_of
from adhoc_cli.output.view import Cell, Sheet, Workbook
from adhoc_cli.output.views.common import where_in_calendar
from adhoc_cli.output.views.report.reported import Reported, days_since
from adhoc_cli.output.views.report.topics.coordination import COORDINATION, DEADLINES
from adhoc_cli.output.views.report.topics.findings import FILES, FINDINGS, WAIVERS
from adhoc_cli.output.views.report.topics.gaps import GAPS
from adhoc_cli.output.views.report.topics.news import NEWS
from adhoc_cli.output.views.report.topics.people import SECRETARIATS, TRAINING, WOMEN_MEN
from adhoc_cli.output.views.report.topics.seats import SEATS

_Row = tuple[Cell, ...]


def workbook_of(reported: Reported, speaker: Speaker) -> Workbook:
    """The sheets of a report, those of a topic that it has something about."""
    one = reported.overview
    topics = (topic for topic in _SHEETS if topic.is_for(reported))
    tables = (table for topic in topics for table in topic.sheets(reported, speaker))
    found = (table.public() if reported.public else table for table in tables)
    sheets = (_summary(reported, speaker), *(sheet_of(table, speaker) for table in found))
    title = speaker.say("report.title_public")
    subject = f"{one.title.in_(speaker.lang)} ({one.report.profile})"
    return Workbook(title, subject, one.as_of, speaker.lang, sheets)


# The order of the sheets: what adds up first.
_SHEETS = (
    NEWS, SEATS, GAPS, FINDINGS, WOMEN_MEN, SECRETARIATS, TRAINING, COORDINATION, DEADLINES,
    WAIVERS, FILES,
)  # fmt: skip


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
    yield say("page.calendar"), where_in_calendar(speaker, one.calendar), None, None
    if reported.public:
        return
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
    yield say("report.state.open"), news.open_count, None, None
    first = news.oldest
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
    for trained in one.training:
        yield of("line_trained", trained.body, trained.trained, trained.members)
    if one.coordination:
        for body, counts in one.coordination.progress.totals.items():
            yield of("line_items", body, counts.done, counts.total)
            if not reported.public:
                yield of("line_late", body, counts.overdue, counts.total)
