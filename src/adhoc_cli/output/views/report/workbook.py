"""A report as a workbook, a sheet a topic: for who adds up a province, and for who sorts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from adhoc_cli import __version__
from adhoc_cli.checklist.progress import Counts
from adhoc_cli.memory.news import Known, News
from adhoc_cli.models.finding import Finding, Severity
from adhoc_cli.models.report import Status, WaiverStatus, WaiverUse
from adhoc_cli.output.document import Column, Tone
from adhoc_cli.output.speaker import Speaker
from adhoc_cli.output.table import sheet_of
from adhoc_cli.output.views.checklist_progress import why_late
from adhoc_cli.output.views.common import TONES
from adhoc_cli.output.views.findings import finding_record
from adhoc_cli.output.views.gaps import contacts, someone
from adhoc_cli.output.views.report.page_speaker import PageSpeaker
from adhoc_cli.output.views.report.reported import Reported, oldest, still_open
from adhoc_cli.output.views.report.said import counted_text, days_since
from adhoc_cli.output.views.report.topics.deadlines import deadlines
from adhoc_cli.output.views.report.topics.secretariats import secretariats
from adhoc_cli.output.views.report.topics.training import training
from adhoc_cli.output.workbook import Cell, Sheet, Workbook
from adhoc_cli.reports.headcount import Heads
from adhoc_cli.reports.quota import Contact, UnitSeats
from adhoc_cli.reports.seats import Tally

Row = Sequence[Cell]


def workbook_of(reported: Reported, speaker: Speaker) -> Workbook:
    """The sheets of a report, those of a topic that it has something about."""
    one = reported.overview
    sheets = [made for make in _SHEETS for made in make(reported, speaker)]
    title = speaker.say("report.title_public")
    subject = f"{one.title.in_(speaker.lang)} ({one.report.profile})"
    return Workbook(title, subject, one.as_of, speaker.lang, tuple(sheets))


def _columns(speaker: Speaker, *keys: str | Column) -> tuple[Column, ...]:
    """Columns by the keys of their titles."""
    return tuple(
        key._replace(title=speaker.say(key.title))
        if isinstance(key, Column)
        else Column(speaker.say(key))
        for key in keys
    )


def _bad(key: str) -> Column:
    return Column(key, tone=Tone.BAD)


def _warn(key: str) -> Column:
    return Column(key, tone=Tone.WARN)


def _bar(key: str) -> Column:
    return Column(key, bar=True)


def _long(key: str) -> Column:
    return Column(key, wrap=True)


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def _yes(speaker: Speaker, value: bool) -> str:
    return speaker.say("yes") if value else ""


# -- in short --------------------------------------------------------------------------------------


def _summary(reported: Reported, speaker: Speaker) -> Iterator[Sheet]:
    columns = _columns(speaker, "report.item", "report.value", "report.of", _bar("report.share"))
    rows = [*_about(reported, speaker), *_news_lines(reported, speaker), *_state(reported, speaker)]
    notes = reported.overview.letterhead
    yield Sheet(speaker.say("report.sheet.summary"), columns, rows, notes=notes)


def _about(reported: Reported, speaker: Speaker) -> Iterator[Row]:
    one, say = reported.overview, speaker.say
    report = one.report
    yield say("report.election"), one.title.in_(speaker.lang), None, None
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


def _news_lines(reported: Reported, speaker: Speaker) -> Iterator[Row]:
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


def _state(reported: Reported, speaker: Speaker) -> Iterator[Row]:
    """Every number of which there is a whole, and the share."""
    one = reported.overview

    def of(key: str, body: str, part: int, whole: int) -> Row:
        return speaker.say(f"report.{key}", body=body), part, whole, _share(part, whole)

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


# -- seats -----------------------------------------------------------------------------------------


def _seats(reported: Reported, speaker: Speaker) -> Iterator[Sheet]:
    seats = reported.overview.seats
    if not seats.totals:
        return
    columns = _columns(
        speaker, "title.code", "title.kecamatan", "report.body", "report.units", "report.complete",
        "quota.required", "quota.filled", _bad("quota.vacant"), _warn("quota.excess"),
        _bar("report.share"),
    )  # fmt: skip
    rows: list[Row] = [
        (row.region.code, row.region.name, body, *_tally(tally))
        for row in seats.kecamatan
        for body, tally in row.bodies.items()
        if tally.units or tally.filled
    ]
    outside = speaker.say("check.outside")
    rows += [(None, outside, body, *_tally(tally)) for body, tally in seats.outside.items()]
    total = speaker.say("title.total")
    totals = [(None, total, body, *_tally(tally)) for body, tally in seats.totals.items()]
    yield Sheet(speaker.say("report.sheet.seats"), columns, rows, totals, keys=2)


def _tally(tally: Tally) -> Row:
    share = _share(min(tally.required - tally.vacant, tally.required), tally.required)
    numbers = (tally.units, tally.complete, tally.required, tally.filled)
    return (*numbers, tally.vacant, tally.excess, share)


def _gaps(reported: Reported, speaker: Speaker) -> Iterator[Sheet]:
    gaps, public = reported.overview.gaps, reported.public
    places = (
        "report.body", "report.place_code", "report.place", "unit.tps", "quota.required",
        "quota.filled", _bad("quota.vacant"),
    )  # fmt: skip
    people = (
        _long("report.present"), "report.call", "report.call_as", "report.call_rank",
        "report.call_phone", _long("report.call_next"),
    )  # fmt: skip
    columns = _columns(speaker, *places, *(() if public else people))
    rows = (
        (*_unit(body.body, unit), *(() if public else _people(unit, speaker)))
        for body in gaps.bodies
        for unit in body.units()
    )
    yield Sheet(speaker.say("report.sheet.gaps"), columns, rows, keys=3)


def _unit(body: str, unit: UnitSeats) -> Row:
    tally, region = unit.tally, unit.region
    return body, region.code, region.name, unit.tps, tally.required, tally.filled, tally.vacant


def _people(unit: UnitSeats, speaker: Speaker) -> Row:
    present = ", ".join(someone(one, speaker) for one in unit.present) or None
    first = unit.call[0] if unit.call else None
    rest = contacts(unit.call[1:], speaker) or None
    return present, *(_call(first, speaker) if first else (None,) * 4), rest


def _call(one: Contact, speaker: Speaker) -> Row:
    phone = one.phone.shown(personal=speaker.personal) if one.phone else None
    return speaker.free(one.name), one.role, one.rank, phone


# -- findings and news -----------------------------------------------------------------------------


def _severities(speaker: Speaker) -> Column:
    marks = [(speaker.severity(severity), tone) for severity, tone in TONES.items()]
    return Column("report.severity", marks=marks)


def _findings(reported: Reported, speaker: Speaker) -> Iterator[Sheet]:
    """One line a finding; a public report has only the numbers, on the sheet of rules."""
    if reported.public:
        return
    columns = _columns(
        speaker, "rules.code", "report.rule", _severities(speaker), "report.is_new",
        "report.since", "report.file", "report.line", "report.column", "report.place_code",
        "report.place", "report.body", "report.person", "members.nik", _long("report.message"),
        _long("report.fix"),
    )  # fmt: skip
    since, new = reported.since(), reported.new()
    rows = (
        _finding(finding, speaker, since.get(id(finding)), id(finding) in new)
        for rule in reported.overview.report.rules
        for finding in rule.findings[: reported.limit]
    )
    notes = [
        speaker.say("report.capped", code=rule.code, shown=reported.limit, failed=rule.failed)
        for rule in reported.overview.report.rules
        if reported.limit is not None and rule.failed > reported.limit
    ]
    name = speaker.say("report.sheet.findings")
    yield Sheet(name, columns, rows, notes=notes, keys=2)


def _finding(finding: Finding, speaker: Speaker, since: date | None, new: bool) -> Row:
    told = finding_record(finding, speaker)
    return (
        finding.code,
        speaker.title(finding.code),
        speaker.severity(finding.severity),
        _yes(speaker, new) or None,
        since,
        *(told[key] for key in ("file", "line", "column", "region_code", "region_name", "body")),
        *(told[key] for key in ("person", "nik", "message", "fix")),
    )


def _news(reported: Reported, speaker: Speaker) -> Iterator[Sheet]:
    news = reported.news
    if news is None:
        return
    say = speaker.say
    tones = {"new": Tone.BAD, "solved": Tone.GOOD, "unseen": Tone.WARN, "waived": Tone.NOTE}
    marks = [(say(f"report.state.{state}"), tone) for state, tone in tones.items()]
    columns = _columns(
        speaker, Column("report.state", marks=marks), "rules.code", "report.rule",
        "report.place_code", "report.place", "report.body", "report.since", "report.days",
        _long("report.message"),
    )  # fmt: skip
    counted = [counted_text(one, speaker) for one in news.counted]
    rows = _changes(news, reported.overview.as_of, speaker)
    yield Sheet(say("report.sheet.news"), columns, rows, notes=counted, keys=3)


def _changes(news: News, as_of: date, speaker: Speaker) -> Iterator[Row]:
    def row(state: str, known: Known, message: str | None) -> Row:
        region = known.region
        return (
            speaker.say(f"report.state.{state}"),
            known.code,
            speaker.title(known.code),
            region.code if region else None,
            region.name if region else None,
            known.body,
            known.since,
            days_since(known.since, as_of),
            message,
        )

    for finding in news.new:
        yield row("new", _as_known(finding, as_of), speaker.message(finding))
    for state, gone in (("solved", news.solved), ("waived", news.waived), ("unseen", news.unseen)):
        for known in gone:
            yield row(state, known, None)
    for one in sorted(news.open, key=lambda one: one.since):
        yield row("open", _as_known(one.finding, one.since), speaker.message(one.finding))


def _as_known(finding: Finding, since: date) -> Known:
    return Known(finding.code, finding.region, finding.body, since)


def _rules(reported: Reported, speaker: Speaker) -> Iterator[Sheet]:
    tones = {Status.FAILED: Tone.NOTE, Status.SKIPPED: Tone.WARN, Status.CRASHED: Tone.BAD}
    marks = [(speaker.status(status), tone) for status, tone in tones.items()]
    columns = _columns(
        speaker, "rules.code", "report.rule", "report.severity",
        Column("report.status", marks=marks), "report.checked", "report.found", "report.waived",
        _long("report.why"),
    )  # fmt: skip
    rows = (
        (
            rule.code,
            speaker.title(rule.code),
            speaker.severity(rule.severity),
            speaker.status(rule.status),
            rule.checked,
            rule.failed,
            rule.waived,
            speaker.reason(rule.reason) if rule.reason else None,
        )
        for rule in reported.overview.report.rules
    )
    yield Sheet(speaker.say("report.sheet.rules"), columns, rows, keys=2)


# -- people and training ---------------------------------------------------------------------------


def _women_men(reported: Reported, speaker: Speaker) -> Iterator[Sheet]:
    heads = reported.overview.heads
    columns = _columns(
        speaker, "title.code", "title.kecamatan", "report.body", "report.women", "report.men",
        _warn("heads.unknown"), "heads.total", _bar("report.women_percent"),
    )  # fmt: skip
    rows = (
        (place.code, place.name, body.body, *_heads(counted))
        for body in heads.bodies
        for place, counted in body.kecamatan
    )
    total = speaker.say("title.total")
    totals: list[Row] = [(None, total, body.body, *_heads(body.total)) for body in heads.bodies]
    yield Sheet(speaker.say("report.sheet.women_men"), columns, rows, totals, keys=2)


def _heads(heads: Heads) -> Row:
    percent = heads.women_percent
    share = None if percent is None else percent / 100
    return heads.women, heads.men, heads.unknown, heads.total, share


def _secretariats(reported: Reported, speaker: Speaker) -> Iterator[Sheet]:
    if reported.overview.secretariats:
        yield sheet_of(secretariats(PageSpeaker(reported, speaker)), speaker)


def _training(reported: Reported, speaker: Speaker) -> Iterator[Sheet]:
    if reported.overview.training:
        yield sheet_of(training(PageSpeaker(reported, speaker)), speaker)


# -- coordination and days -------------------------------------------------------------------------


def _coordination(reported: Reported, speaker: Speaker) -> Iterator[Sheet]:
    found = reported.overview.coordination
    if found is None:
        return
    columns = _columns(
        speaker, "title.code", "title.kecamatan", "report.body", "report.items", "report.done",
        _bar("report.share"), "checklist.due", _warn("checklist.overdue"), _bad("report.by_law"),
        "report.desa", "checklist.desa_complete",
    )  # fmt: skip
    progress, total = found.progress, speaker.say("title.total")
    rows = (
        (row.region.code, row.region.name, body, *_counts(counts), row.desa, row.complete)
        for row in progress.kecamatan
        for body, counts in row.bodies.items()
    )
    totals: list[Row] = [
        (None, total, body, *_counts(counts), None, None)
        for body, counts in progress.totals.items()
    ]
    yield Sheet(speaker.say("report.sheet.coordination"), columns, rows, totals, keys=2)


def _counts(counts: Counts) -> Row:
    share = _share(counts.done, counts.total)
    late = (counts.overdue, counts.overdue_by_law)
    return (counts.total, counts.done, share, counts.due, *late)


def _overdue(reported: Reported, speaker: Speaker) -> Iterator[Sheet]:
    found = reported.overview.coordination
    if found is None:
        return
    columns = _columns(
        speaker, "report.place_code", "report.place", "report.kecamatan_code", "title.kecamatan",
        "report.body", "checklist.item", "checklist.stakeholder", "report.last_day",
        "report.days_late", "checklist.basis", "report.scheduled",
    )  # fmt: skip
    rows = (
        (
            late.region.code,
            late.region.name,
            late.kecamatan.code,
            late.kecamatan.name,
            late.planned.item.badan,
            late.planned.id,
            ", ".join(late.roles),
            late.planned.due.day,
            late.days,
            why_late(late, speaker),
            _yes(speaker, late.scheduled) or None,
        )
        for late in found.progress.overdue()
    )
    yield Sheet(speaker.say("report.sheet.overdue"), columns, rows, keys=2)


def _deadlines(reported: Reported, speaker: Speaker) -> Iterator[Sheet]:
    yield sheet_of(deadlines(PageSpeaker(reported, speaker)), speaker)


# -- where it comes from ---------------------------------------------------------------------------


def _waivers(reported: Reported, speaker: Speaker) -> Iterator[Sheet]:
    waivers = reported.overview.report.waivers
    if not waivers:
        return
    about = () if reported.public else ("report.person", _long("check.waiver_reason"))
    marks = [(speaker.say("report.waiver.expired"), Tone.BAD)]
    columns = _columns(
        speaker, "check.waiver_code", "report.place_code", "report.place", "check.waiver_until",
        "check.waiver_matched", Column("report.status", marks=marks), *about,
    )  # fmt: skip
    rows = [_waiver(waiver, speaker)[: len(columns)] for waiver in waivers]
    yield Sheet(speaker.say("report.sheet.waivers"), columns, rows)


def _waiver(waiver: WaiverUse, speaker: Speaker) -> Row:
    region, unknown = waiver.region, waiver.status is WaiverStatus.UNCHECKED
    return (
        waiver.code,
        region.code if region else None,
        region.name if region else None,
        waiver.until,
        None if unknown else waiver.matched,
        speaker.say(f"report.waiver.{waiver.status}"),
        speaker.person(waiver.person) or None,
        speaker.free(waiver.reason),
    )


def _files(reported: Reported, speaker: Speaker) -> Iterator[Sheet]:
    inputs = reported.overview.report.inputs
    columns = _columns(
        speaker, "check.file", "check.rows", "check.accepted", _bad("check.rejected"),
        "report.status",
    )  # fmt: skip
    rows = [
        (
            file.file,
            file.rows,
            file.accepted,
            file.rejected,
            None if file.readable else speaker.say("check.unreadable"),
            file.sha256 or None,
        )
        for file in inputs
    ]
    sums = [sum(getattr(file, key) for file in inputs) for key in ("rows", "accepted", "rejected")]
    total: Row = (speaker.say("title.total"), *sums, None, None)
    made = speaker.say("report.made_with", command=reported.command, version=__version__)
    notes = [made if reported.command else f"adhoc-cli {__version__}"]
    name = speaker.say("report.sheet.files")
    yield Sheet(name, (*columns, Column("SHA-256")), rows, (total,), notes)


_SHEETS: tuple[Callable[[Reported, Speaker], Iterator[Sheet]], ...] = (
    _summary,
    _news,
    _seats,
    _gaps,
    _findings,
    _rules,
    _women_men,
    _secretariats,
    _training,
    _coordination,
    _overdue,
    _deadlines,
    _waivers,
    _files,
)
