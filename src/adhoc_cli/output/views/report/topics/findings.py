"""The findings, a rule at a time, what is waived and what was not checked, and the files."""

from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any

from adhoc_cli import __version__
from adhoc_cli.models.finding import Severity
from adhoc_cli.models.report import RuleResult, Status
from adhoc_cli.output.document import Paragraph, Span, Tone, paragraph, section
from adhoc_cli.output.speaker import Speaker
from adhoc_cli.output.table import CODE, COUNT, Field, Table
from adhoc_cli.output.views.checked import (
    crashed_rules,
    files_read,
    files_table,
    not_checked,
    severities_set,
    waivers_in_force,
    waivers_table,
)
from adhoc_cli.output.views.common import MARKS, TONES
from adhoc_cli.output.views.findings import by_weight, findings_table, rule_blocks, severities_of
from adhoc_cli.output.views.report.reported import Reported, remark
from adhoc_cli.output.views.report.topics.topic import Blocks, Topic

# Vacant seats and overdue items, place by place: they have topics of their own.
_TOLD_ABOVE = ("Q401", "C951")


def rules_table(found: Iterable[RuleResult], speaker: Speaker) -> Table:
    """A row a rule: what became of it, on the screen how many it found of each severity."""
    tones = {Status.FAILED: Tone.NOTE, Status.SKIPPED: Tone.WARN, Status.CRASHED: Tone.BAD}
    marks = [(speaker.status(status), tone) for status, tone in tones.items()]
    hidden: dict[str, Any] = {"screen": False}
    fields = (
        Field("code", "code", CODE, "rules.code"),
        Field("rule", lambda rule: speaker.title(rule.code), wrap=True),
        Field("severity", lambda rule: speaker.severity(rule.severity), **hidden),
        Field("status", lambda rule: speaker.status(rule.status), marks=marks, **hidden),
        Field("checked", kind=COUNT, **hidden),
        Field("found", "failed", COUNT, **hidden),
        Field("waived", kind=COUNT, **hidden),
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


def _failed(reported: Reported) -> list[RuleResult]:
    """The rules that found something, what weighs most first."""
    rules = reported.overview.report.rules
    return sorted((rule for rule in rules if rule.status is Status.FAILED), key=by_weight)


def _blocks(reported: Reported, speaker: Speaker, on_page: bool) -> Blocks:
    """On the page every rule can be opened; elsewhere a table of them comes first."""
    failed = _failed(reported)
    if not failed:
        if on_page:
            yield _nothing(reported, speaker)
        return
    yield section(speaker.say("check.findings"))
    told = () if on_page else [rule.code for rule in failed if rule.code in _TOLD_ABOVE]
    if not on_page:
        caption = speaker.say("report.told_above", codes=", ".join(told)) if told else ""
        yield rules_table(failed, speaker)._replace(caption=caption)
    more = partial(reported.more_of_rule, speaker)
    for rule in failed:
        if rule.code not in told:
            yield from rule_blocks(rule, speaker, reported.limit, more)


def _nothing(reported: Reported, speaker: Speaker) -> Paragraph:
    """That nothing was found, by how many rules: none of a folder that nobody can read."""
    report = reported.overview.report
    passed = sum(rule.status is Status.PASSED for rule in report.rules)
    incomplete = report.crashed or report.unreadable or not passed
    text = speaker.counted("page.findings.none", passed)
    return remark(text, Tone.WARN if incomplete else Tone.GOOD)


def _sheets(reported: Reported, speaker: Speaker) -> Iterator[Table]:
    found = reported.overview.report.rules
    since, new = reported.since(), reported.new()
    yield findings_table(found, speaker, reported.limit, since, new)
    yield rules_table(found, speaker)


def _number(reported: Reported, speaker: Speaker) -> Span:
    report, failed = reported.overview.report, _failed(reported)
    count = speaker.number(sum(map(report.total, Severity)))
    return Span(count, TONES[severities_of(failed[0])[0]] if failed else Tone.PLAIN)


FINDINGS = Topic("temuan", "check.findings", _blocks, _sheets, _number, public=False)


# -- what is waived, and what was not checked ------------------------------------------------------


def _waivers(reported: Reported, speaker: Speaker, on_page: bool) -> Blocks:
    yield from waivers_in_force(reported.overview.report, speaker)
    yield from severities_set(reported.overview.report, speaker)


def _waiver_sheet(reported: Reported, speaker: Speaker) -> Iterator[Table]:
    if reported.overview.report.waivers:
        yield waivers_table(reported.overview.report.waivers, speaker)


def _in_force(reported: Reported, speaker: Speaker) -> Span:
    return Span(speaker.number(sum(one.in_force for one in reported.overview.report.waivers)))


def _unchecked(reported: Reported, speaker: Speaker, on_page: bool) -> Blocks:
    report = reported.overview.report
    if on_page:  # elsewhere they come before anything else
        yield from crashed_rules(report, speaker)
    yield from not_checked(report, speaker)


def _not_run(reported: Reported, speaker: Speaker) -> Span:
    rules = reported.overview.report.rules
    count = sum(rule.status in (Status.SKIPPED, Status.CRASHED) for rule in rules)
    return Span(speaker.number(count), Tone.BAD if reported.overview.report.crashed else Tone.PLAIN)


WAIVERS = Topic(
    "pengecualian", "check.waivers", _waivers, _waiver_sheet, _in_force,
    nothing="page.waivers.none", public=False,
)  # fmt: skip
UNCHECKED = Topic(
    "tidak-diperiksa", "check.skipped", _unchecked, number=_not_run, lead="page.unchecked.lead",
    nothing="page.unchecked.none", public=False,
)  # fmt: skip


# -- where it comes from ---------------------------------------------------------------------------


def _files(reported: Reported, speaker: Speaker, on_page: bool) -> Blocks:
    if reported.public:  # how many rows are faulty is for the office
        yield from [remark(speaker.say("page.public_note"), Tone.GOOD)] if on_page else ()
        return
    yield from files_read(reported.overview.report, speaker, "sha256" if on_page else "short")
    if reported.command:
        yield section(speaker.say("report.command"))
        yield paragraph(reported.command)


def _file_sheet(reported: Reported, speaker: Speaker) -> Iterator[Table]:
    if not reported.public:
        note = speaker.say("report.made_with", command=reported.command, version=__version__)
        yield files_table(reported.overview.report, speaker)._replace(notes=[note])


FILES = Topic("asal", "check.files", _files, _file_sheet, nothing="page.provenance.no_files")
