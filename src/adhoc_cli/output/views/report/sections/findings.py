"""The findings, a rule folded up each; what is waived, and what was not checked and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from adhoc_cli.models.finding import Finding, Severity
from adhoc_cli.models.report import RuleResult, Status, WaiverStatus, WaiverUse
from adhoc_cli.output.document import Tone
from adhoc_cli.output.html.page import (
    Block,
    Cell,
    Column,
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
from adhoc_cli.output.views.common import TONES
from adhoc_cli.output.views.findings import severities_of, worst
from adhoc_cli.output.views.report.sections.told import told
from adhoc_cli.output.views.report.sections.voice import Voice


def findings(voice: Voice) -> Section:
    """The chapter. A public page has the rules and their numbers only."""
    report = voice.overview.report
    title = voice.say("page.findings")
    failed = [rule for rule in report.rules if rule.status is Status.FAILED]
    failed.sort(key=worst)
    if not failed:
        return Section("temuan", title, (_nothing(voice),), voice.number(0))
    count = sum(report.total(severity) for severity in Severity)
    tone = TONES[severities_of(failed[0])[0]]
    if voice.public:
        block: Block = _numbers(voice, failed)
        return Section("temuan", title, (block,), voice.number(count), tone)
    folds = Folds(tuple(_fold(voice, rule) for rule in failed))
    lead = voice.say("page.findings.lead")
    return Section("temuan", title, (folds,), voice.number(count), tone, lead)


def _nothing(voice: Voice) -> Note:
    report = voice.overview.report
    passed = sum(rule.status is Status.PASSED for rule in report.rules)
    text = voice.say("page.findings.none_text", passed=voice.number(passed), n=passed)
    incomplete = report.crashed or report.unreadable or not passed
    tone = Tone.WARN if incomplete else Tone.GOOD
    return Note(text, tone, voice.say("page.findings.none"))


def _count(voice: Voice, rule: RuleResult) -> str:
    numbers = {one: rule.counts.get(one, rule.failed) for one in severities_of(rule)}
    return ", ".join(voice.counted(f"count.{one}", number) for one, number in numbers.items())


def _numbers(voice: Voice, failed: Sequence[RuleResult]) -> Table:
    columns = (
        Column(voice.say("page.findings.rule")),
        Column(voice.say("page.findings.title"), wide=True),
        Column(voice.say("page.findings.count"), right=True),
    )
    rows = tuple(
        (
            Cell(rule.code),
            Cell(voice.rule(rule.code)),
            Cell(_count(voice, rule), TONES[severities_of(rule)[0]]),
        )
        for rule in failed
    )
    return Table(voice.say("page.findings"), columns, rows, stacked=True)


def _fold(voice: Voice, rule: RuleResult) -> Fold:
    shown = rule.findings[: voice.reported.limit]
    groups: dict[str, list[Finding]] = {}
    for finding in shown:
        groups.setdefault(voice.speaker.fix(finding), []).append(finding)
    more, command = voice.more(
        rule.failed - len(shown), "check", "--select", rule.code, "--format", "csv"
    )
    return Fold(
        rule.code,
        voice.rule(rule.code),
        TONES[severities_of(rule)[0]],
        _count(voice, rule),
        tuple(
            Group(tuple(_told(voice, finding) for finding in of_fix), voice.text(fix))
            for fix, of_fix in groups.items()
        ),
        more,
        command,
    )


def _told(voice: Voice, finding: Finding) -> Entry:
    return told(voice, finding, voice.say("page.news.is_new") if id(finding) in voice.new else "")


# -- waivers and severities ------------------------------------------------------------------------


def waivers(voice: Voice) -> Section:
    """The chapter: what `adhoc.toml` accepts today, and the severities that it sets."""
    found = [waiver for waiver in voice.overview.report.waivers if waiver.in_force]
    blocks: list[Block] = []
    title = voice.say("page.waivers")
    if found:
        blocks.append(_waiver_table(voice, title, found))
    else:
        blocks.append(voice.dull("page.waivers.none"))
    severities = tuple(_set(voice))
    if severities:
        blocks.append(Listing(voice.say("page.severities"), severities))
    return Section("pengecualian", title, tuple(blocks), voice.number(len(found)))


def _waiver_table(voice: Voice, title: str, found: Sequence[WaiverUse]) -> Table:
    columns = [
        Column(voice.say("check.waiver_code")),
        Column(voice.say("check.waiver_about"), wide=True),
        Column(voice.say("check.waiver_until"), whole=True),
        Column(voice.say("check.waiver_matched"), right=True),
    ]
    if not voice.public:
        columns.append(Column(voice.say("check.waiver_reason"), wide=True))
    return Table(title, columns, tuple(_waiver(voice, one) for one in found), stacked=True)


def _waiver(voice: Voice, waiver: WaiverUse) -> Sequence[Cell]:
    about = voice.place(waiver.region), voice.text(voice.speaker.person(waiver.person))
    named = ", ".join(part for part in about if part)
    unknown = waiver.status is WaiverStatus.UNCHECKED
    cells = (
        Cell(waiver.code, below=(Piece(voice.rule(waiver.code), Tone.DIM),)),
        Cell(named or voice.say("page.waivers.all")),
        Cell(voice.day(waiver.until), below=(Piece(voice.left(waiver.until), Tone.DIM),)),
        Cell("–" if unknown else voice.number(waiver.matched)),
    )
    return cells if voice.public else (*cells, Cell(voice.text(voice.speaker.free(waiver.reason))))


def _set(voice: Voice) -> Iterator[Entry]:
    for rule in voice.overview.report.rules:
        if rule.own is not None:
            was, now = voice.speaker.severity(rule.own), voice.speaker.severity(rule.severity)
            text = f"{voice.rule(rule.code)}: {voice.say('check.severity', was=was, now=now)}"
            yield Entry(text, tag=rule.code)


# -- what was not checked --------------------------------------------------------------------------


def unchecked(voice: Voice) -> Section:
    """The chapter: rules that did not run or broke down, and what a rule could not look at."""
    report, title = voice.overview.report, voice.say("page.unchecked")
    groups: dict[str, list[str]] = {}
    for rule in report.rules:
        if rule.reason is not None and rule.status is not Status.CRASHED:
            reason = voice.speaker.reason(rule.reason)
            if rule.status is not Status.SKIPPED:
                reason = voice.speaker.say("check.partly", reason=reason)
            groups.setdefault(reason, []).append(rule.code)
    for one in voice.overview.gaps.uncounted:
        text = voice.speaker.say("page.unchecked.seats", bodies=one.body, needs=one.needs)
        groups.setdefault(text, [])
    crashed = [rule for rule in report.rules if rule.status is Status.CRASHED]
    if not (groups or crashed):
        return Section("tidak-diperiksa", title, (voice.dull("page.unchecked.none"),))
    entries = tuple(Entry(voice.text(why), below=", ".join(codes)) for why, codes in groups.items())
    blocks: list[Block] = [Listing("", entries)] if entries else []
    if crashed:
        blocks.insert(0, _crashed(voice, crashed))
    count = sum(rule.status is Status.SKIPPED for rule in report.rules) + len(crashed)
    tone = Tone.BAD if crashed else Tone.PLAIN
    lead = voice.say("page.unchecked.lead")
    return Section("tidak-diperiksa", title, tuple(blocks), voice.number(count), tone, lead)


def _crashed(voice: Voice, crashed: Sequence[RuleResult]) -> Listing:
    entries = tuple(
        Entry(
            voice.rule(rule.code),
            tag=rule.code,
            below=voice.text(voice.speaker.reason(rule.reason)) if rule.reason else "",
        )
        for rule in crashed
    )
    return Listing(voice.say("check.crashed"), entries, tone=Tone.BAD)
