"""The tables of a report, each declared once: for the screen, the workbook and the page."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from adhoc_cli.checklist.progress import Progress
from adhoc_cli.memory.news import Known, News
from adhoc_cli.models.finding import Finding, Region, Severity
from adhoc_cli.models.report import RuleResult, Status
from adhoc_cli.output.document import Span, Tone
from adhoc_cli.output.speaker import Speaker
from adhoc_cli.output.table import (
    CODE,
    COUNT,
    DAY,
    FLAG,
    LEFT,
    NAME,
    PERCENT,
    TEXT,
    Field,
    Kind,
    Table,
    ratio,
)  # fmt: skip
from adhoc_cli.output.views.common import MARKS, TONES
from adhoc_cli.output.views.findings import finding_record
from adhoc_cli.output.views.gaps import contacts, someone
from adhoc_cli.output.views.report.said import ahead_text, counted_text, days_since
from adhoc_cli.reports.headcount import Headcount
from adhoc_cli.reports.overview.overview import Overview
from adhoc_cli.reports.quota import Contact, Quota, UnitSeats
from adhoc_cli.reports.seats import SeatTable, Tally

_SOON = 7  # days

# -- by kecamatan and body -------------------------------------------------------------------------


class _Row(NamedTuple):
    """Numbers of one body in one kecamatan."""

    code: str | None
    kecamatan: str
    body: str
    numbers: Any
    desa: int | None = None
    complete: int | None = None


def _number(key: str, title: str, tone: Tone | None = None) -> Field:
    return Field(key, lambda row: getattr(row.numbers, key), COUNT, title, tone=tone)


def _by_kecamatan(
    name: str, fields: Iterable[Field], rows: Iterable[_Row], totals: Mapping[str, Any], total: str
) -> Table:
    place = (
        Field("code", lambda row: row.code, CODE, "title.code"),
        Field("kecamatan", lambda row: row.kecamatan, title="title.kecamatan"),
        Field("body", lambda row: row.body),
    )
    sums = [_Row(None, total, body, numbers) for body, numbers in totals.items()]
    return Table(name, (*place, *fields), lambda: rows, sums, keys=2)


def seats(table: SeatTable, speaker: Speaker) -> Table:
    """A row a kecamatan and body, and those outside of kecamatan.csv."""
    rows = [
        _Row(row.region.code, row.region.name, body, tally)
        for row in table.kecamatan
        for body, tally in row.bodies.items()
        if tally.units or tally.filled
    ]
    outside = speaker.say("check.outside")
    rows += [_Row(None, outside, body, tally) for body, tally in table.outside.items()]
    fields = (
        _number("units", "report.units"),
        _number("complete", "report.complete"),
        _number("required", "quota.required"),
        _number("filled", "quota.filled"),
        _number("vacant", "quota.vacant", Tone.BAD),
        _number("excess", "quota.excess", Tone.WARN),
        Field("share", lambda row: _filled(row.numbers), PERCENT),
    )
    return _by_kecamatan("seats", fields, rows, table.totals, speaker.say("title.total"))


def _filled(tally: Tally) -> float | None:
    have = min(tally.required - tally.vacant, tally.required)
    return 100 * have / tally.required if tally.required else None


def women_men(heads: Headcount, speaker: Speaker) -> Table:
    """A row a body and kecamatan."""
    rows = [
        _Row(place.code, place.name, body.body, counted)
        for body in heads.bodies
        for place, counted in body.kecamatan
    ]
    fields = (
        _number("women", "report.women"),
        _number("men", "report.men"),
        _number("unknown", "heads.unknown", Tone.WARN),
        _number("total", "heads.total"),
        Field("women_percent", lambda row: row.numbers.women_percent, PERCENT),
    )
    totals = {body.body: body.total for body in heads.bodies}
    return _by_kecamatan("women_men", fields, rows, totals, speaker.say("title.total"))


def coordination(progress: Progress, speaker: Speaker) -> Table:
    """A row a kecamatan and body."""
    rows = [
        _Row(row.region.code, row.region.name, body, counts, row.desa, row.complete)
        for row in progress.kecamatan
        for body, counts in row.bodies.items()
    ]
    fields = (
        Field(
            "done", lambda row: (row.numbers.done, row.numbers.total), ratio("total"),
            sheet=("report.items", "report.done", "report.share"),
        ),
        _number("due", "checklist.due"),
        _number("overdue", "checklist.overdue", Tone.WARN),
        _number("overdue_by_law", "report.by_law", Tone.BAD),
        Field("desa", lambda row: row.desa, COUNT),
        Field("desa_complete", lambda row: row.complete, COUNT, "checklist.desa_complete"),
    )  # fmt: skip
    totals, total = progress.totals, speaker.say("title.total")
    return _by_kecamatan("coordination", fields, rows, totals, total)


# -- gaps ------------------------------------------------------------------------------------------


def gaps(quota: Quota, speaker: Speaker) -> Table:
    """A row a place with a vacant seat: who is there, and whom to call."""

    def of_tally(key: str, tone: Tone | None = None) -> Field:
        return Field(key, lambda row: getattr(row[1].tally, key), COUNT, f"quota.{key}", tone=tone)

    def of_first(key: str, title: str, kind: Kind = TEXT) -> Field:
        def get(row: Any) -> Any:
            return getattr(_first(row[1]), key, None)

        return Field(key, get, kind, title, personal=True)

    fields = (
        Field("body", lambda row: row[0]),
        Field("place_code", lambda row: row[1].region.code, CODE),
        Field("place", lambda row: row[1].region.name),
        Field("tps", lambda row: row[1].tps, COUNT, "unit.tps"),
        of_tally("required"),
        of_tally("filled"),
        of_tally("vacant", Tone.BAD),
        Field("present", lambda row: _present(row[1], speaker), wrap=True, personal=True),
        of_first("name", "report.call", NAME),
        of_first("role", "report.call_as"),
        of_first("rank", "members.peringkat", COUNT),
        of_first("phone", "members.telepon"),
        Field(
            "call_next", lambda row: contacts(row[1].call[1:], speaker), wrap=True, personal=True
        ),
    )
    rows = lambda: ((body.body, unit) for body in quota.bodies for unit in body.units())  # noqa: E731 - asked for on every walk
    return Table("gaps", fields, rows, keys=3)


def _first(unit: UnitSeats) -> Contact | None:
    return unit.call[0] if unit.call else None


def _present(unit: UnitSeats, speaker: Speaker) -> str:
    return ", ".join(someone(one, speaker) for one in unit.present)


# -- findings, rules and news ----------------------------------------------------------------------


def _of(key: str, title: str = "", **looks: Any) -> Field:
    """A field of a row that is a mapping."""
    return Field(key, lambda row: row[key], title=title, **looks)


def findings(
    rules: Sequence[RuleResult],
    speaker: Speaker,
    limit: int | None,
    since: Mapping[int, date] | None = None,
    new: Container[int] = (),
) -> Table:
    """A row a finding that is listed; below, of which rules there are more. What is `new`, and
    `since` when the others are known, is said where there is a report before."""
    days = since or {}

    def rows() -> Iterator[Mapping[str, Any]]:
        for rule in rules:
            for one in rule.findings[:limit]:
                yield {
                    **finding_record(one, speaker),
                    "rule": speaker.title(one.code),
                    "severity": speaker.severity(one.severity),
                    "is_new": id(one) in new,
                    "since": days.get(id(one)),
                }

    marks = [(speaker.severity(severity), tone) for severity, tone in TONES.items()]
    news = () if since is None else (_of("is_new", kind=FLAG), _of("since", kind=DAY))
    fields = (
        _of("code", "rules.code"), _of("rule"), _of("severity", marks=marks), *news, _of("file"),
        _of("line", kind=COUNT), _of("column"), _of("region_code", "report.place_code"),
        _of("region_name", "report.place"), _of("body"), _of("person"), _of("nik", "members.nik"),
        _of("message", wrap=True), _of("fix", wrap=True),
    )  # fmt: skip
    notes = [
        speaker.say("report.capped", code=rule.code, shown=limit, failed=rule.failed)
        for rule in rules
        if limit is not None and rule.failed > limit
    ]
    return Table("findings", fields, rows, notes=notes, keys=2)


def rules(found: Iterable[RuleResult], speaker: Speaker) -> Table:
    """A row a rule: what became of it, on the screen how many it found of each severity."""
    tones = {Status.FAILED: Tone.NOTE, Status.SKIPPED: Tone.WARN, Status.CRASHED: Tone.BAD}
    marks = [(speaker.status(status), tone) for status, tone in tones.items()]
    hidden: dict[str, Any] = {"screen": False}
    fields = (
        Field("code", lambda rule: rule.code, CODE, "rules.code"),
        Field("rule", lambda rule: speaker.title(rule.code), wrap=True),
        Field("severity", lambda rule: speaker.severity(rule.severity), **hidden),
        Field("status", lambda rule: speaker.status(rule.status), marks=marks, **hidden),
        Field("checked", lambda rule: rule.checked, COUNT, **hidden),
        Field("found", lambda rule: rule.failed, COUNT, **hidden),
        Field("waived", lambda rule: rule.waived, COUNT, **hidden),
        Field("why", lambda rule: _why(rule, speaker), wrap=True, **hidden),
        *map(_severity, MARKS),
    )
    return Table("rules", fields, lambda: found, keys=2)


def _severity(one: Severity) -> Field:
    def found(rule: RuleResult) -> int | None:
        return rule.counts.get(one) or None

    return Field(one.value, found, COUNT, f"severity.{one}", tone=TONES[one], sheet=None)


def _why(rule: RuleResult, speaker: Speaker) -> str:
    return speaker.reason(rule.reason) if rule.reason else ""


def news(found: News, as_of: date, speaker: Speaker) -> Table:
    """A row a finding that is new, gone or still open."""
    say = speaker.say
    tones = {"new": Tone.BAD, "solved": Tone.GOOD, "unseen": Tone.WARN, "waived": Tone.NOTE}
    marks = [(say(f"report.state.{state}"), tone) for state, tone in tones.items()]

    def rows() -> Iterator[Mapping[str, Any]]:
        for state, known, message in _changes(found, as_of, speaker):
            place = known.region or Region("", "")
            yield {
                "state": say(f"report.state.{state}"),
                "code": known.code,
                "rule": speaker.title(known.code),
                "place_code": place.code,
                "place": place.name,
                "body": known.body,
                "since": known.since,
                "days": days_since(known.since, as_of),
                "message": message,
            }

    fields = (
        _of("state", marks=marks), _of("code", "rules.code"), _of("rule"), _of("place_code"),
        _of("place"), _of("body"), _of("since", kind=DAY), _of("days", kind=COUNT),
        _of("message", wrap=True),
    )  # fmt: skip
    notes = [counted_text(one, speaker) for one in found.counted]
    return Table("news", fields, rows, notes=notes, keys=3)


def _changes(found: News, as_of: date, speaker: Speaker) -> Iterator[tuple[str, Known, str | None]]:
    for finding in found.new:
        yield "new", _as_known(finding, as_of), speaker.message(finding)
    for state in ("solved", "waived", "unseen"):
        yield from ((state, known, None) for known in getattr(found, state))
    for one in sorted(found.open, key=lambda one: one.since):
        yield "open", _as_known(one.finding, one.since), speaker.message(one.finding)


def _as_known(finding: Finding, since: date) -> Known:
    return Known(finding.code, finding.region, finding.body, since)


# -- secretariats, training, deadlines -------------------------------------------------------------


def secretariats(one: Overview) -> Table:
    """A row a secretariat's body."""
    fields = (
        Field("body", lambda row: row.body, title="members.badan", sheet=("report.body",)),
        Field(
            "complete", lambda row: (row.complete, row.units), ratio("units"),
            sheet=("report.units", "report.complete", "report.share"),
        ),
        Field(
            "filled", lambda row: (row.filled, row.required), ratio("required"), "report.people",
            sheet=("quota.required", "quota.filled"),
        ),
        Field("deadline", lambda row: row.deadline, DAY, "report.last_day"),
        Field(
            "days_left", lambda row: row.left(one.as_of), LEFT, "report.left",
            sheet=("report.days_left",),
        ),
    )  # fmt: skip
    return Table("secretariats", fields, lambda: one.secretariats)


def training(one: Overview, speaker: Speaker) -> Table:
    """A row a body with a training."""
    not_due = Span(speaker.say("report.not_due"), Tone.DIM)
    fields = (
        Field("body", lambda row: row[0], title="members.badan", sheet=("report.body",)),
        Field(
            "trained", lambda row: (row[1].trained, row[1].members), ratio("members"),
            sheet=("report.members", "report.trained", "report.share"),
        ),
        Field(
            "last_day", lambda row: row[1].deadline or (None if row[1].due else not_due), DAY,
            sheet=None,
        ),
        Field(
            "deadline", lambda row: row[1].deadline, DAY, screen=False, sheet=("report.last_day",)
        ),
        Field("status", lambda row: None if row[1].due else not_due, screen=False),
    )  # fmt: skip
    return Table("training", fields, one.training.items)


def deadlines(one: Overview, speaker: Speaker) -> Table:
    """A row a day ahead."""
    fields = (
        Field(
            "days_left", lambda day: day.left, LEFT, "report.left", sheet=("report.days_left",),
            tone=lambda day: Tone.WARN if day.left <= _SOON else Tone.PLAIN,
        ),
        Field("day", lambda day: day.day, DAY),
        Field(
            "what", lambda day: ahead_text(day, speaker), wrap=True,
            tone=lambda day: Tone.STRONG if day.legal else Tone.PLAIN,
        ),
        Field("by_law", lambda day: day.legal, FLAG, screen=False),
        Field("open", lambda day: day.open, COUNT, drop=1),
    )  # fmt: skip
    return Table("deadlines", fields, lambda: one.deadlines, keys=2)
