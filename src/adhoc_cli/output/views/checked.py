"""What a check says besides its findings: files, rules, waivers, and what was not checked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from adhoc_cli.models.finding import Severity
from adhoc_cli.models.report import (
    InputFile,
    Report,
    RuleResult,
    Status,
    WaiverStatus,
    WaiverUse,
)
from adhoc_cli.output.document import (
    Block,
    Column,
    Entry,
    Grid,
    Heading,
    Line,
    Listing,
    Paragraph,
    Span,
    Tone,
    line,
)
from adhoc_cli.output.speaker import Speaker
from adhoc_cli.output.views.common import TONES, count, counted, region

# -- for programs ----------------------------------------------------------------------------------


def input_data(file: InputFile) -> dict[str, Any]:
    """A file in JSON: rows = accepted + rejected."""
    return {
        "file": file.file,
        "sha256": file.sha256 or None,
        "rows": file.rows,
        "accepted": file.accepted,
        "rejected": file.rejected,
    }


def summary_data(report: Report) -> dict[str, Any]:
    """The true numbers of findings."""
    return {
        "errors": report.total(Severity.ERROR),
        "warnings": report.total(Severity.WARNING),
        "infos": report.total(Severity.INFO),
        "waived": report.waived,
    }


def rule_data(rule: RuleResult, speaker: Speaker) -> dict[str, Any]:
    """What became of a rule, in JSON."""
    reason = rule.reason
    return {
        "code": rule.code,
        "name": rule.name,
        "severity": rule.severity.value,
        "status": rule.status.value,
        "reason": reason and {"key": reason.key, "params": speaker.plain(dict(reason.params))},
        "checked": rule.checked,
        "failed": rule.failed,
        "waived": rule.waived,
        "severity_from": "rule" if rule.own is None else "adhoc.toml",
    }


def waiver_data(waiver: WaiverUse, speaker: Speaker) -> dict[str, Any]:
    """A waiver in JSON."""
    return {
        "code": waiver.code,
        "region": region(waiver.region),
        "person": speaker.plain(waiver.person),
        "reason": speaker.free(waiver.reason),
        "until": waiver.until.isoformat(),
        "matched": waiver.matched,
        "status": waiver.status.value,
    }


# -- for people ------------------------------------------------------------------------------------


def waivers_in_force(report: Report, speaker: Speaker) -> Iterator[Block]:
    """What `adhoc.toml` accepts today. What it no longer accepts is a finding of W001."""
    say = speaker.say
    waivers = [waiver for waiver in report.waivers if waiver.in_force]
    if not waivers:
        return
    with_reason = any(waiver.reason for waiver in waivers)  # a public report has none
    columns = (
        Column(say("check.waiver_code")),
        Column(say("check.waiver_about"), wrap=True),
        Column(say("check.waiver_until")),
        Column(say("check.waiver_matched"), right=True),
        Column(say("check.waiver_reason"), wrap=True),
    )
    shown = len(columns) if with_reason else len(columns) - 1
    yield Heading(line(say("check.waivers")))
    yield Grid(columns[:shown], [_waiver_row(waiver, speaker)[:shown] for waiver in waivers])


def waiver_about(waiver: WaiverUse, speaker: Speaker) -> str:
    """The place, and the person."""
    about = (speaker.place(waiver.region), speaker.person(waiver.person))
    return ", ".join(part for part in about if part)


def _waiver_row(waiver: WaiverUse, speaker: Speaker) -> Sequence[Span]:
    unknown = waiver.status is WaiverStatus.UNCHECKED
    matched = Span("-", Tone.DIM) if unknown else count(speaker, waiver.matched, Tone.NOTE)
    return (
        Span(waiver.code, Tone.STRONG),
        Span(waiver_about(waiver, speaker)),
        Span(waiver.until.isoformat()),
        matched,
        Span(speaker.free(waiver.reason)),
    )


def severities_set(report: Report, speaker: Speaker) -> Iterator[Block]:
    """The rules that weigh here what the office says, not what the rulebook does."""
    entries = []
    for rule in report.rules:
        if rule.own is not None:
            was, now = speaker.severity(rule.own), speaker.severity(rule.severity)
            said = speaker.say("check.severity", was=was, now=now)
            entries.append(Entry(line(Span(f"{rule.code} {rule.name}", Tone.STRONG), f": {said}")))
    if entries:
        yield Heading(line(speaker.say("check.severities")))
        yield Listing(tuple(entries))


def crashed_rules(report: Report, speaker: Speaker) -> Iterator[Block]:
    """The rules that broke down: a fault of the tool, never a pass."""
    crashed = [rule for rule in report.rules if rule.status is Status.CRASHED]
    if not crashed:
        return
    yield Heading(line(Span(speaker.say("check.crashed"), Tone.BAD)))
    yield Listing(tuple(Entry(_reason(speaker, rule)) for rule in crashed))
    yield Paragraph(line(speaker.say("check.crashed_what")), close=True)


def not_checked(report: Report, speaker: Speaker) -> Iterator[Block]:
    """Skipped rules, and what a rule could not look at, grouped by the reason."""
    groups: dict[str, list[str]] = {}
    for rule in report.rules:
        if rule.reason is None or rule.status is Status.CRASHED:
            continue
        reason = speaker.reason(rule.reason)
        if rule.status is not Status.SKIPPED:
            reason = speaker.say("check.partly", reason=reason)
        groups.setdefault(reason, []).append(rule.code)
    if groups:
        yield Heading(line(speaker.say("check.skipped")))
        yield Listing(
            tuple(
                Entry(line(f"{reason}: ", Span(", ".join(codes), Tone.DIM)))
                for reason, codes in groups.items()
            )
        )


def files_read(report: Report, speaker: Speaker, *, sha256: bool = False) -> Iterator[Block]:
    """The files, with the beginning of what `sha256sum` says of each where that is asked for."""
    inputs = report.inputs
    yield Heading(line(speaker.say("check.files")))
    names = ("check.rows", "check.accepted", "check.rejected")
    columns = (
        Column(speaker.say("check.file")),
        *(Column(speaker.say(name), right=True) for name in names),
        *([Column("SHA-256", drop=1)] if sha256 else []),
    )
    sums = [sum(column) for column in zip(*map(_rows, inputs), strict=True)] or [0, 0, 0]
    total = (Span(speaker.say("title.total"), Tone.STRONG), *_numbers(speaker, sums))
    rows = [(*_file(speaker, file), Span(file.sha256[:_SHORT], Tone.DIM)) for file in inputs]
    size = len(columns)
    yield Grid(columns, [row[:size] for row in rows], ((*total, Span(""))[:size],))


_SHORT = 12  # digits of a SHA-256: enough to compare by eye


def _file(speaker: Speaker, file: InputFile) -> Sequence[Span]:
    if not file.readable:
        unreadable = speaker.say("check.unreadable")
        return Span(file.file), Span(unreadable, Tone.BAD), Span("-"), Span("-")
    return Span(file.file), *_numbers(speaker, _rows(file))


def verdict(report: Report, speaker: Speaker) -> Span:
    """ "3 kesalahan, 1 peringatan", in the colour of the heaviest."""
    totals = {severity: report.total(severity) for severity in Severity}
    found = [severity for severity, total in totals.items() if total]
    if not found:
        tone = Tone.BAD if report.crashed or report.unreadable else Tone.GOOD
        return Span(speaker.say("count.nothing"), tone)
    texts = (counted(speaker, f"count.{severity}", totals[severity]) for severity in found)
    return Span(", ".join(texts), TONES[found[0]])


def verdict_parts(report: Report, speaker: Speaker, *, waived: bool = True) -> list[str | Span]:
    """The verdict, what crashed, what is waived."""
    parts: list[str | Span] = [verdict(report, speaker)]
    crashed = sum(rule.status is Status.CRASHED for rule in report.rules)
    if crashed:
        parts.append(Span(counted(speaker, "check.crashed_count", crashed), Tone.BAD))
    if waived and report.waived:
        parts.append(Span(counted(speaker, "count.waived", report.waived), Tone.NOTE))
    return parts


def _rows(file: InputFile) -> tuple[int, int, int]:
    return file.rows, file.accepted, file.rejected


def _numbers(speaker: Speaker, rows: Sequence[int]) -> tuple[Span, ...]:
    tones = (Tone.PLAIN, Tone.PLAIN, Tone.BAD)
    return tuple(count(speaker, value, tone) for value, tone in zip(rows, tones, strict=True))


def _reason(speaker: Speaker, rule: RuleResult) -> Line:
    reason = speaker.reason(rule.reason) if rule.reason else ""
    return line(Span(f"{rule.code} {rule.name}", Tone.STRONG), f": {reason}")
