"""The findings, a rule folded up each; what is waived, and what was not checked and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from adhoc_cli.models.finding import Finding, Severity
from adhoc_cli.models.report import RuleResult, Status, WaiverStatus, WaiverUse
from adhoc_cli.output.document import Tone
from adhoc_cli.output.html.page import (
    Block,
    Entry,
    Fold,
    Folds,
    Group,
    Listing,
    Note,
    Piece,
    Section,
    Table,
)
from adhoc_cli.output.views.checked import waiver_about, waivers_table
from adhoc_cli.output.views.common import TONES
from adhoc_cli.output.views.findings import severities_of, worst
from adhoc_cli.output.views.report import tables
from adhoc_cli.output.views.report.page_speaker import PageSpeaker
from adhoc_cli.output.views.report.page_table import OnPage, table_of


def findings(page: PageSpeaker) -> Section:
    """The chapter. A public page has the rules and their numbers only."""
    report = page.overview.report
    title = page.say("page.findings")
    failed = [rule for rule in report.rules if rule.status is Status.FAILED]
    failed.sort(key=worst)
    if not failed:
        return Section("temuan", title, (_nothing(page),), page.number(0))
    count = sum(report.total(severity) for severity in Severity)
    tone = TONES[severities_of(failed[0])[0]]
    if page.public:
        block: Block = _numbers(page, failed)
        return Section("temuan", title, (block,), page.number(count), tone)
    folds = Folds(tuple(_fold(page, rule) for rule in failed))
    lead = page.say("page.findings.lead")
    return Section("temuan", title, (folds,), page.number(count), tone, lead)


def _nothing(page: PageSpeaker) -> Note:
    report = page.overview.report
    passed = sum(rule.status is Status.PASSED for rule in report.rules)
    text = page.say("page.findings.none_text", passed=page.number(passed), n=passed)
    incomplete = report.crashed or report.unreadable or not passed
    tone = Tone.WARN if incomplete else Tone.GOOD
    return Note(text, tone, page.say("page.findings.none"))


def _count(page: PageSpeaker, rule: RuleResult) -> str:
    numbers = {one: rule.counts.get(one, rule.failed) for one in severities_of(rule)}
    return ", ".join(page.counted(f"count.{one}", number) for one, number in numbers.items())


def _numbers(page: PageSpeaker, failed: Sequence[RuleResult]) -> Table:
    on = {
        "code": OnPage("report.rule"),
        "rule": OnPage("page.findings.title"),
        "found": OnPage(
            "check.findings",
            lambda rule: TONES[severities_of(rule)[0]],
            lambda rule: _count(page, rule),
        ),
    }
    table = tables.rules(failed, page.speaker)
    return table_of(table, page, page.say("page.findings"), on, stacked=True)


def _fold(page: PageSpeaker, rule: RuleResult) -> Fold:
    shown = rule.findings[: page.reported.limit]
    groups: dict[str, list[Finding]] = {}
    for finding in shown:
        groups.setdefault(page.speaker.fix(finding), []).append(finding)
    more, command = page.more(
        rule.failed - len(shown), "check", "--select", rule.code, "--format", "csv"
    )
    return Fold(
        rule.code,
        page.rule(rule.code),
        TONES[severities_of(rule)[0]],
        _count(page, rule),
        tuple(
            Group(tuple(_told(page, finding) for finding in of_fix), page.text(fix))
            for fix, of_fix in groups.items()
        ),
        more,
        command,
    )


def _told(page: PageSpeaker, finding: Finding) -> Entry:
    return page.finding(finding, page.say("page.news.is_new") if id(finding) in page.new else "")


# -- waivers and severities ------------------------------------------------------------------------


def waivers(page: PageSpeaker) -> Section:
    """The chapter: what `adhoc.toml` accepts today, and the severities that it sets."""
    found = [waiver for waiver in page.overview.report.waivers if waiver.in_force]
    blocks: list[Block] = []
    title = page.say("page.waivers")
    if found:
        blocks.append(_waiver_table(page, title, found))
    else:
        blocks.append(page.dull("page.waivers.none"))
    severities = tuple(_set(page))
    if severities:
        blocks.append(Listing(page.say("check.severities"), severities))
    return Section("pengecualian", title, tuple(blocks), page.number(len(found)))


def _waiver_table(page: PageSpeaker, title: str, found: Sequence[WaiverUse]) -> Table:
    def rule(one: WaiverUse) -> Iterator[Piece]:
        yield Piece(page.rule(one.code), Tone.DIM)

    def left(one: WaiverUse) -> Iterator[Piece]:
        yield Piece(page.until(one.until), Tone.DIM)

    def about(one: WaiverUse) -> str:
        return page.text(waiver_about(one, page.speaker)) or page.say("page.waivers.all")

    def matched(one: WaiverUse) -> str:
        return "–" if one.status is WaiverStatus.UNCHECKED else page.number(one.matched)

    on = {
        "code": OnPage(tone=Tone.PLAIN, below=rule),
        "about": OnPage(text=about),
        "until": OnPage(below=left),
        "matched": OnPage(tone=lambda one: Tone.PLAIN, text=matched),
        "reason": OnPage(),
    }
    table = waivers_table(found, page.speaker)
    return table_of(table.public() if page.public else table, page, title, on, stacked=True)


def _set(page: PageSpeaker) -> Iterator[Entry]:
    for rule in page.overview.report.rules:
        if rule.own is not None:
            was, now = page.speaker.severity(rule.own), page.speaker.severity(rule.severity)
            text = f"{page.rule(rule.code)}: {page.say('check.severity', was=was, now=now)}"
            yield Entry(text, tag=rule.code)


# -- what was not checked --------------------------------------------------------------------------


def unchecked(page: PageSpeaker) -> Section:
    """The chapter: rules that did not run or broke down, and what a rule could not look at."""
    report, title = page.overview.report, page.say("page.unchecked")
    groups: dict[str, list[str]] = {}
    for rule in report.rules:
        if rule.reason is not None and rule.status is not Status.CRASHED:
            reason = page.speaker.reason(rule.reason)
            if rule.status is not Status.SKIPPED:
                reason = page.speaker.say("check.partly", reason=reason)
            groups.setdefault(reason, []).append(rule.code)
    for one in page.overview.gaps.uncounted:
        text = page.speaker.say("page.unchecked.seats", bodies=one.body, needs=one.needs)
        groups.setdefault(text, [])
    crashed = [rule for rule in report.rules if rule.status is Status.CRASHED]
    if not (groups or crashed):
        return Section("tidak-diperiksa", title, (page.dull("page.unchecked.none"),))
    entries = tuple(Entry(page.text(why), below=", ".join(codes)) for why, codes in groups.items())
    blocks: list[Block] = [Listing("", entries)] if entries else []
    if crashed:
        blocks.insert(0, _crashed(page, crashed))
    count = sum(rule.status is Status.SKIPPED for rule in report.rules) + len(crashed)
    tone = Tone.BAD if crashed else Tone.PLAIN
    lead = page.say("page.unchecked.lead")
    return Section("tidak-diperiksa", title, tuple(blocks), page.number(count), tone, lead)


def _crashed(page: PageSpeaker, crashed: Sequence[RuleResult]) -> Listing:
    entries = tuple(
        Entry(
            page.rule(rule.code),
            tag=rule.code,
            below=page.text(page.speaker.reason(rule.reason)) if rule.reason else "",
        )
        for rule in crashed
    )
    return Listing(page.say("check.crashed"), entries, tone=Tone.BAD)
