"""`adhoc check`: seats by kecamatan, findings by rule, what was not checked, and one last line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from adhoc_cli.models.report import Report, Status
from adhoc_cli.output.document import (
    Block,
    Document,
    Heading,
    Line,
    Paragraph,
    Span,
    Tone,
    line,
)
from adhoc_cli.output.speaker import Speaker
from adhoc_cli.output.table import Table, in_document, records_of, sheet_of
from adhoc_cli.output.view import Records, View
from adhoc_cli.output.views.checked import (
    crashed_rules,
    files_read,
    files_table,
    not_checked,
    severities_set,
    verdict_parts,
    waivers_in_force,
    waivers_table,
)
from adhoc_cli.output.views.common import dotted, subtitle
from adhoc_cli.output.views.findings import (
    findings_table,
    rule_blocks,
    worst,
)
from adhoc_cli.output.views.seats import seat_blocks, seat_summary
from adhoc_cli.output.workbook import Sheet
from adhoc_cli.reports.check import Checked


class CheckView(View):
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
        from adhoc_cli.output.models.check import CheckOut

        return CheckOut.data(self._report, self._speaker)

    def records(self) -> Records:
        """The findings."""
        return records_of(findings_table(self._report.rules, self._speaker), self._speaker)

    def sheets(self) -> Iterator[Sheet]:
        """Findings, rules, seats, waivers and files: as in the workbook of a report."""
        from adhoc_cli.output.views.report.topics.findings import rules_table
        from adhoc_cli.output.views.report.topics.seats import seats_table

        report, speaker, seats = self._report, self._speaker, self._checked.seats
        yield sheet_of(findings_table(report.rules, speaker, self._limit), speaker)
        yield sheet_of(rules_table(report.rules, speaker), speaker)
        if seats.totals:
            yield sheet_of(seats_table(seats, speaker), speaker)
        if report.waivers:
            yield sheet_of(waivers_table(report.waivers, speaker), speaker)
        yield sheet_of(files_table(report, speaker), speaker)

    # -- for people --------------------------------------------------------------------------------

    def document(self) -> Document:
        """Title, seats, findings, what was not checked, files, result."""
        speaker, report = self._speaker, self._report
        title = Heading(line(speaker.say("check.title", folder=self._folder)), 1)
        blocks: list[Block | Table] = [title, subtitle(speaker, report.profile, report.as_of)]
        blocks += seat_blocks(self._checked.seats, speaker, self._limit)
        blocks += self._found()
        blocks += waivers_in_force(report, speaker)
        blocks += severities_set(report, speaker)
        blocks += crashed_rules(report, speaker)
        blocks += not_checked(report, speaker)
        blocks += files_read(report, speaker)
        blocks.append(Paragraph(self._result()))
        return Document(tuple(in_document(blocks, speaker)), speaker.lang)

    def _found(self) -> Iterator[Block]:
        failed = [rule for rule in self._report.rules if rule.status is Status.FAILED]
        if failed:
            yield Heading(line(self._speaker.say("check.findings")))
        for rule in sorted(failed, key=worst):
            yield from rule_blocks(rule, self._speaker, self._limit, self._more)

    def _more(self, code: str, rest: int) -> str:
        command = f"{self._command} --select {code} --format csv"
        number = self._speaker.number(rest)
        return self._speaker.say("check.more", count=number, command=command)

    def _result(self) -> Line:
        """One line that says it all: for a mail's subject, a chat, the end of a log."""
        speaker, report = self._speaker, self._report
        parts = verdict_parts(report, speaker)
        parts += seat_summary(self._checked.seats, speaker)
        parts += [report.as_of.isoformat(), report.profile]
        return line(Span(f"{speaker.say('result')} ", Tone.STRONG), *dotted(parts))
