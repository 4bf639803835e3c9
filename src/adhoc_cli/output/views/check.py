"""`adhoc check`: seats by kecamatan, findings by rule, what was not checked, and one last line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from adhoc_cli.models.finding import Finding, Severity
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
    Document,
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
from adhoc_cli.output.view import Items, Records
from adhoc_cli.output.views.common import (
    MARKS,
    TONES,
    count,
    counted,
    dotted,
    region,
    schema,
    subtitle,
)
from adhoc_cli.output.views.seats import seat_grid, seat_summary
from adhoc_cli.reports.check import Checked

_COLUMNS = (
    "code", "name", "severity", "file", "line", "column", "region_code", "region_name", "body",
    "person", "nik", "message", "fix",
)  # fmt: skip
_WEIGHT = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}


class CheckView:
    """A check. `limit` is how many findings of a rule people are shown; `command` is what they type
    to see the rest."""

    def __init__(
        self,
        checked: Checked,
        speaker: Speaker,
        *,
        folder: str,
        command: str = "adhoc check",
        limit: int | None = 10,
    ) -> None:
        self._checked = checked
        self._report: Report = checked.report
        self._speaker = speaker
        self._folder = folder
        self._command = command
        self._limit = limit

    @property
    def personal(self) -> bool:
        """Findings that name a person are for their owner's eyes."""
        return (
            self._speaker.personal
            or any(finding.person for rule in self._report.rules for finding in rule.findings)
            or any(waiver.person for waiver in self._report.waivers)
        )

    # -- for programs ------------------------------------------------------------------------------

    def data(self) -> dict[str, Any]:
        """The document `adhoc.check/1`."""
        report = self._report
        return {
            **schema("check"),
            "profile": report.profile,
            "as_of": report.as_of.isoformat(),
            "inputs": [_input(file) for file in report.inputs],
            "summary": _summary(report),
            "rules": Items("rule", (self._rule(rule) for rule in report.rules)),
            "waivers": Items("waiver", map(self._waiver, report.waivers)),
            "findings": Items("finding", map(self._finding, _findings(report))),
        }

    def _rule(self, rule: RuleResult) -> dict[str, Any]:
        reason = rule.reason
        return {
            "code": rule.code,
            "name": rule.name,
            "severity": rule.severity.value,
            "status": rule.status.value,
            "reason": reason
            and {"key": reason.key, "params": self._speaker.plain(dict(reason.params))},
            "checked": rule.checked,
            "failed": rule.failed,
            "waived": rule.waived,
            "severity_from": "rule" if rule.own is None else "adhoc.toml",
        }

    def _waiver(self, waiver: WaiverUse) -> dict[str, Any]:
        return {
            "code": waiver.code,
            "region": region(waiver.region),
            "person": self._speaker.plain(waiver.person),
            "reason": waiver.reason,
            "until": waiver.until.isoformat(),
            "matched": waiver.matched,
            "status": waiver.status.value,
        }

    def _finding(self, finding: Finding) -> dict[str, Any]:
        speaker = self._speaker
        return {
            "code": finding.code,
            "name": finding.name,
            "severity": finding.severity.value,
            "file": finding.file,
            "line": finding.line,
            "column": finding.column,
            "region": region(finding.region),
            "body": finding.body,
            "person": speaker.plain(finding.person),
            "params": speaker.plain(finding.params),
            "message": speaker.message(finding),
            "fix": speaker.fix(finding),
        }

    def records(self) -> Records:
        """The findings."""
        return Records(_COLUMNS, map(self._record, _findings(self._report)))

    def _record(self, finding: Finding) -> Mapping[str, Any]:
        place, person = finding.region, finding.person
        return {
            **self._finding(finding),
            "region_code": place and place.code,
            "region_name": place and place.name,
            "person": person and self._speaker.free(person.name),
            "nik": person and self._speaker.plain(person.nik),
        }

    # -- for people --------------------------------------------------------------------------------

    def document(self) -> Document:
        """Title, seats, findings, what was not checked, files, result."""
        speaker, report = self._speaker, self._report
        title = Heading(line(speaker.say("check.title", folder=self._folder)), 1)
        blocks: list[Block] = [title, subtitle(speaker, report.profile, report.as_of)]
        blocks += seat_grid(self._checked.seats, speaker, self._limit)
        blocks += self._found()
        blocks += self._waivers()
        blocks += self._severities_set()
        blocks += self._crashed()
        blocks += self._not_checked()
        blocks += self._files()
        blocks.append(Paragraph(self._result()))
        return Document(tuple(blocks), speaker.lang)

    def _found(self) -> Iterator[Block]:
        failed = [rule for rule in self._report.rules if rule.status is Status.FAILED]
        if failed:
            yield Heading(line(self._speaker.say("check.findings")))
        for rule in sorted(failed, key=_worst):
            yield from self._of_rule(rule)

    def _of_rule(self, rule: RuleResult) -> Iterator[Block]:
        speaker, severities = self._speaker, _severities(rule)
        severity = severities[0]
        numbers = {one: rule.counts.get(one, rule.failed) for one in severities}
        counts = ", ".join(counted(speaker, f"count.{one}", n) for one, n in numbers.items())
        mark = Span(f"{MARKS[severity]} {rule.code} ", TONES[severity])
        title = Span(speaker.title(rule.code), Tone.STRONG)
        yield Heading(line(mark, title, Span(f" · {counts}", Tone.DIM)), 3)
        shown = rule.findings[: self._limit]
        wide = max((len(_where(finding)) for finding in shown), default=0)
        entries: list[Entry] = []
        groups = list(self._by_fix(shown).items())
        for number, (fix, findings) in enumerate(groups):
            entries += [Entry(self._told(finding, wide)) for finding in findings]
            if number == len(groups) - 1 and rule.failed > len(shown):
                entries.append(Entry(line(Span(self._more(rule, len(shown)), Tone.DIM))))
            entries.append(Entry(line(Span("→ ", Tone.NOTE), fix)))
        yield Listing(tuple(entries))

    def _by_fix(self, findings: Sequence[Finding]) -> dict[str, list[Finding]]:
        """Findings that are mended in the same way stand together, and it is said once."""
        groups: dict[str, list[Finding]] = {}
        for finding in findings:
            groups.setdefault(self._speaker.fix(finding), []).append(finding)
        return groups

    def _told(self, finding: Finding, wide: int) -> Line:
        """file:line, who and where as far as the message does not say it, and the message."""
        where = _where(finding).ljust(wide)
        message = self._speaker.message(finding)
        person = self._speaker.person(finding.person)
        place = self._speaker.place(finding.region, finding.params.get("tps"))
        known = finding.region is None or finding.region.code in message
        subject = ", ".join(
            part for part in ("" if person in message else person, "" if known else place) if part
        )
        before = Span(f"{where}  " if where.strip() else "", Tone.DIM)
        return line(before, f"{subject}: {message}" if subject else message)

    def _more(self, rule: RuleResult, shown: int) -> str:
        command = f"{self._command} --select {rule.code} --format csv"
        rest = self._speaker.number(rule.failed - shown)
        return self._speaker.say("check.more", count=rest, command=command)

    def _waivers(self) -> Iterator[Block]:
        """What `adhoc.toml` accepts today. What it no longer accepts is a finding of W001."""
        say = self._speaker.say
        waivers = [waiver for waiver in self._report.waivers if waiver.in_force]
        if not waivers:
            return
        columns = (
            Column(say("check.waiver_code")),
            Column(say("check.waiver_about"), wrap=True),
            Column(say("check.waiver_until")),
            Column(say("check.waiver_matched"), right=True),
            Column(say("check.waiver_reason"), wrap=True),
        )
        yield Heading(line(say("check.waivers")))
        yield Grid(columns, [self._waiver_row(waiver) for waiver in waivers])

    def _waiver_row(self, waiver: WaiverUse) -> Sequence[Span]:
        speaker = self._speaker
        about = (speaker.place(waiver.region), speaker.person(waiver.person))
        unknown = waiver.status is WaiverStatus.UNCHECKED
        matched = Span("-", Tone.DIM) if unknown else count(speaker, waiver.matched, Tone.NOTE)
        return (
            Span(waiver.code, Tone.STRONG),
            Span(", ".join(part for part in about if part)),
            Span(waiver.until.isoformat()),
            matched,
            Span(waiver.reason),
        )

    def _severities_set(self) -> Iterator[Block]:
        """The rules that weigh here what the office says, not what the rulebook does."""
        speaker = self._speaker
        entries = []
        for rule in self._report.rules:
            if rule.own is not None:
                was, now = speaker.severity(rule.own), speaker.severity(rule.severity)
                said = speaker.say("check.severity", was=was, now=now)
                entries.append(
                    Entry(line(Span(f"{rule.code} {rule.name}", Tone.STRONG), f": {said}"))
                )
        if entries:
            yield Heading(line(speaker.say("check.severities")))
            yield Listing(tuple(entries))

    def _crashed(self) -> Iterator[Block]:
        crashed = [rule for rule in self._report.rules if rule.status is Status.CRASHED]
        if not crashed:
            return
        speaker = self._speaker
        yield Heading(line(Span(speaker.say("check.crashed"), Tone.BAD)))
        yield Listing(tuple(Entry(_reason(speaker, rule)) for rule in crashed))
        yield Paragraph(line(speaker.say("check.crashed_what")), close=True)

    def _not_checked(self) -> Iterator[Block]:
        """Skipped rules, and what a rule could not look at, grouped by the reason."""
        speaker = self._speaker
        groups: dict[str, list[str]] = {}
        for rule in self._report.rules:
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

    def _files(self) -> Iterator[Block]:
        speaker, inputs = self._speaker, self._report.inputs
        yield Heading(line(speaker.say("check.files")))
        names = ("check.rows", "check.accepted", "check.rejected")
        columns = (
            Column(speaker.say("check.file")),
            *(Column(speaker.say(name), right=True) for name in names),
        )
        sums = [sum(column) for column in zip(*map(_rows, inputs), strict=True)] or [0, 0, 0]
        total = (Span(speaker.say("title.total"), Tone.STRONG), *_numbers(speaker, sums))
        yield Grid(columns, [self._file(file) for file in inputs], (total,))

    def _file(self, file: InputFile) -> Sequence[Span]:
        if not file.readable:
            unreadable = self._speaker.say("check.unreadable")
            return Span(file.file), Span(unreadable, Tone.BAD), Span("-"), Span("-")
        return Span(file.file), *_numbers(self._speaker, _rows(file))

    def _result(self) -> Line:
        """One line that says it all: for a mail's subject, a chat, the end of a log."""
        speaker, report = self._speaker, self._report
        parts: list[str | Span] = [self._verdict()]
        crashed = sum(rule.status is Status.CRASHED for rule in report.rules)
        if crashed:
            parts.append(Span(counted(speaker, "check.crashed_count", crashed), Tone.BAD))
        if report.waived:
            parts.append(Span(counted(speaker, "count.waived", report.waived), Tone.NOTE))
        parts += seat_summary(self._checked.seats, speaker)
        parts += [report.as_of.isoformat(), report.profile]
        return line(Span(f"{speaker.say('result')} ", Tone.STRONG), *dotted(parts))

    def _verdict(self) -> Span:
        speaker, report = self._speaker, self._report
        totals = {severity: report.total(severity) for severity in Severity}
        found = [severity for severity, total in totals.items() if total]
        if not found:
            tone = Tone.BAD if report.crashed or report.unreadable else Tone.GOOD
            return Span(speaker.say("count.nothing"), tone)
        texts = (counted(speaker, f"count.{severity}", totals[severity]) for severity in found)
        return Span(", ".join(texts), TONES[found[0]])


def _findings(report: Report) -> Iterator[Finding]:
    for rule in report.rules:
        yield from rule.findings


def _summary(report: Report) -> dict[str, Any]:
    return {
        "errors": report.total(Severity.ERROR),
        "warnings": report.total(Severity.WARNING),
        "infos": report.total(Severity.INFO),
        "waived": report.waived,
        "bodies": {
            name: {
                "units": totals.units,
                "required": totals.required,
                "filled": totals.filled,
                "vacant": totals.vacant,
                "excess": totals.excess,
            }
            for name, totals in report.bodies.items()
        },
    }


def _input(file: InputFile) -> dict[str, Any]:
    return {
        "file": file.file,
        "sha256": file.sha256 or None,
        "rows": file.rows,
        "accepted": file.accepted,
        "rejected": file.rejected,
    }


def _rows(file: InputFile) -> tuple[int, int, int]:
    return file.rows, file.accepted, file.rejected


def _numbers(speaker: Speaker, rows: Sequence[int]) -> tuple[Span, ...]:
    tones = (Tone.PLAIN, Tone.PLAIN, Tone.BAD)
    return tuple(count(speaker, value, tone) for value, tone in zip(rows, tones, strict=True))


def _severities(rule: RuleResult) -> list[Severity]:
    """The severities that a rule found something of, the heaviest first."""
    return [s for s in Severity if rule.counts.get(s)] or [rule.severity]


def _worst(rule: RuleResult) -> int:
    return _WEIGHT[_severities(rule)[0]]


def _where(finding: Finding) -> str:
    if finding.file is None:
        return ""
    return finding.file if finding.line is None else f"{finding.file}:{finding.line}"


def _reason(speaker: Speaker, rule: RuleResult) -> Line:
    reason = speaker.reason(rule.reason) if rule.reason else ""
    return line(Span(f"{rule.code} {rule.name}", Tone.STRONG), f": {reason}")
