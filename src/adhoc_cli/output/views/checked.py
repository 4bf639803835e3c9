"""What a check says besides its findings: files, rules, waivers, and what was not checked."""

from collections.abc import Iterator, Sequence
from typing import Any

from adhoc_cli.models.finding import Severity
from adhoc_cli.models.report import InputFile, Report, RuleResult, Status, WaiverStatus, WaiverUse
from adhoc_cli.output.document import Block, Line, Span, Tone, line, listing, paragraph, section
from adhoc_cli.output.speaker import Speaker
from adhoc_cli.output.table import CODE, COUNT, DAY, NAME, Field, Table
from adhoc_cli.output.views.common import TONES, Part, if_any, listed

# -- for people ------------------------------------------------------------------------------------


def waivers_in_force(report: Report, speaker: Speaker) -> Iterator[Block | Table]:
    """What `adhoc.toml` accepts today. What it no longer accepts is a finding of W001."""
    waivers = [waiver for waiver in report.waivers if waiver.in_force]
    if waivers:
        yield section(speaker.say("check.waivers"))
        table = waivers_table(waivers, speaker)
        # A public report has no reasons.
        with_reason = any(waiver.reason for waiver in waivers)
        yield table if with_reason else table.public()


def waivers_table(waivers: Sequence[WaiverUse], speaker: Speaker) -> Table:
    """A row a waiver."""
    expired = (speaker.say("report.waiver.expired"), Tone.BAD)
    place: dict[str, Any] = {"screen": False, "csv": False}
    fields = (
        Field("code", "code", CODE, "title.code", tone=Tone.STRONG),
        Field(
            "rule", lambda one: speaker.title(one.code), under="code", screen=False, csv=False,
            sheet=None,
        ),
        Field(
            "about", lambda one: waiver_about(one, speaker), title="check.waiver_about", wrap=True,
            sheet=None,
        ),
        Field("place_code", "region.code", **place),
        Field("place", "region.name", **place),
        Field("until", "until", DAY, "check.waiver_until"),
        Field("matched", _matched, COUNT, "check.findings", tone=Tone.NOTE),
        Field(
            "status", lambda one: speaker.say(f"report.waiver.{one.status}"), marks=(expired,),
            screen=False,
        ),
        Field("person", lambda one: speaker.person(one.person), personal=True, screen=False),
        Field("reason", "reason", NAME, "check.waiver_reason", wrap=True, personal=True),
    )  # fmt: skip
    return Table("waivers", fields, lambda: waivers)


def _matched(waiver: WaiverUse) -> int | Span:
    unknown = waiver.status is WaiverStatus.UNCHECKED
    return Span("-", Tone.DIM) if unknown else waiver.matched


def waiver_about(waiver: WaiverUse, speaker: Speaker) -> str:
    """The place, and the person."""
    return listed(speaker.place(waiver.region), speaker.person(waiver.person))


def severities_set(report: Report, speaker: Speaker) -> Iterator[Block]:
    """The rules that weigh here what the office says, not what the rulebook does."""
    lines = []
    for rule in report.rules:
        if rule.own is not None:
            was, now = speaker.severity(rule.own), speaker.severity(rule.severity)
            said = speaker.say("check.severity", was=was, now=now)
            lines.append(line(Span(f"{rule.code} {rule.name}", Tone.STRONG), f": {said}"))
    if lines:
        yield section(speaker.say("check.severities"))
        yield listing(lines)


def crashed_rules(report: Report, speaker: Speaker) -> Iterator[Block]:
    """The rules that broke down: a fault of the tool, never a pass."""
    crashed = [rule for rule in report.rules if rule.status is Status.CRASHED]
    if not crashed:
        return
    yield section(Span(speaker.say("check.crashed"), Tone.BAD))
    yield listing(_reason(speaker, rule) for rule in crashed)
    yield paragraph(speaker.say("check.crashed_what"), close=True)


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
        yield section(speaker.say("check.skipped"))
        yield listing(
            line(f"{reason}: ", Span(", ".join(codes), Tone.DIM))
            for reason, codes in groups.items()
        )


def files_or_sum(report: Report, speaker: Speaker) -> Iterator[Block | Table]:
    """The files of which rows were rejected, all of them where that is asked for, and the sum."""
    lost = [one for one in report.inputs if one.rejected or not one.readable]
    shown = report.inputs if speaker.verbose else lost
    if shown:
        yield section(speaker.say("check.files"))
        yield _files(report, speaker)._replace(rows=lambda: shown)
        return
    rows = speaker.number(sum(one.rows for one in report.inputs))
    files = speaker.number(len(report.inputs))
    yield paragraph(speaker.say("check.all_accepted", files=files, rows=rows), tone=Tone.DIM)


def files_read(report: Report, speaker: Speaker, *more: str) -> Iterator[Block | Table]:
    """The files with their rows, and these columns."""
    yield section(speaker.say("check.files"))
    yield _files(report, speaker, *more)


def _files(report: Report, speaker: Speaker, *more: str) -> Table:
    return files_table(report, speaker).only("file", "rows", "accepted", "rejected", *more)


def files_table(report: Report, speaker: Speaker) -> Table:
    """A row a file, and their sums."""
    inputs, unreadable = report.inputs, speaker.say("check.unreadable")

    def number(key: str, tone: Tone, instead: Span) -> Field:
        return Field(
            key, lambda file: getattr(file, key) if file.readable else instead, COUNT,
            f"check.{key}", tone=tone,
        )  # fmt: skip

    nothing = Span("-")
    fields = (
        Field("file", "name", title="check.file"),
        number("rows", Tone.PLAIN, Span(unreadable, Tone.BAD)),
        number("accepted", Tone.PLAIN, nothing),
        number("rejected", Tone.BAD, nothing),
        Field("status", lambda file: None if file.readable else unreadable),
        Field("sha256", label="SHA-256", under="file"),
        Field(
            "short", lambda file: file.sha256[:_SHORT], label="SHA-256", tone=Tone.DIM, drop=1,
            sheet=None,
        ),
    )  # fmt: skip
    sums = [sum(getattr(one, key) for one in inputs) for key in ("rows", "accepted", "rejected")]
    total = InputFile(speaker.say("title.total"), "", *sums)
    return Table("files", fields, lambda: inputs, [total])


_SHORT = 12  # digits of a SHA-256: enough to compare by eye


def verdict(report: Report, speaker: Speaker) -> Span:
    """The counts, "3 kesalahan, 1 peringatan", in the colour of the heaviest."""
    totals = {severity: report.total(severity) for severity in Severity}
    found = [severity for severity, total in totals.items() if total]
    if not found:
        tone = Tone.BAD if report.crashed or report.unreadable else Tone.GOOD
        return Span(speaker.say("count.nothing"), tone)
    texts = (speaker.counted(f"count.{severity}", totals[severity]) for severity in found)
    return Span(", ".join(texts), TONES[found[0]])


def verdict_parts(report: Report, speaker: Speaker, *, waived: bool = True) -> Iterator[Part]:
    """The verdict, what crashed, what is waived."""
    crashed = sum(rule.status is Status.CRASHED for rule in report.rules)
    yield verdict(report, speaker)
    yield if_any(speaker, "check.crashed_count", crashed, Tone.BAD)
    yield if_any(speaker, "count.waived", report.waived, Tone.NOTE) if waived else None


def _reason(speaker: Speaker, rule: RuleResult) -> Line:
    reason = speaker.reason(rule.reason) if rule.reason else ""
    return line(Span(f"{rule.code} {rule.name}", Tone.STRONG), f": {reason}")
