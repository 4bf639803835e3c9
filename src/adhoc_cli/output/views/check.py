"""`adhoc check`: seats by kecamatan, findings by rule, what was not checked, and one last line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from adhoc_cli.models.report import Report, Status
from adhoc_cli.output.document import Block, Paragraph, section, title
from adhoc_cli.output.table import Table, sheet_of
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
from adhoc_cli.output.views.common import ResultView, result_line, subtitle
from adhoc_cli.output.views.findings import findings_table, rule_blocks, worst
from adhoc_cli.output.views.seats import seat_blocks, seat_summary
from adhoc_cli.output.workbook import Sheet
from adhoc_cli.reports.check import Checked


@dataclass(eq=False, kw_only=True)
class CheckView(ResultView[Checked]):
    """A check. `limit` is how many findings of a rule people are shown; `command` is what they type
    to see the rest."""

    folder: str
    command: str = "adhoc check"
    limit: int | None = 10

    @property
    def _report(self) -> Report:
        return self.result.report

    @property
    def personal(self) -> bool:
        """Findings that name a person are for their owner's eyes."""
        return (
            self.speaker.personal
            or any(finding.person for rule in self._report.rules for finding in rule.findings)
            or any(waiver.person for waiver in self._report.waivers)
        )

    # -- for programs ------------------------------------------------------------------------------

    def data(self) -> dict[str, Any]:
        """The document `adhoc.check/1`."""
        from adhoc_cli.output.models.check import CheckOut

        return CheckOut.data(self._report, self.speaker)

    def table(self) -> Table:
        """The findings."""
        return findings_table(self._report.rules, self.speaker)

    def sheets(self) -> Iterator[Sheet]:
        """Findings, rules, seats, waivers and files: as in the workbook of a report."""
        from adhoc_cli.output.views.report.topics.findings import rules_table
        from adhoc_cli.output.views.report.topics.seats import seats_table

        report, speaker, seats = self._report, self.speaker, self.result.seats
        tables = [findings_table(report.rules, speaker, self.limit)]
        tables.append(rules_table(report.rules, speaker))
        tables += [seats_table(seats, speaker)] if seats.totals else []
        tables += [waivers_table(report.waivers, speaker)] if report.waivers else []
        tables.append(files_table(report, speaker))
        return (sheet_of(table, speaker) for table in tables)

    # -- for people --------------------------------------------------------------------------------

    def blocks(self) -> Iterator[Block | Table]:
        """Title, seats, findings, what was not checked, files, result."""
        speaker, report = self.speaker, self._report
        yield title(self.say("check.title", folder=self.folder))
        yield from subtitle(speaker, self.result.calendar)
        yield from seat_blocks(self.result.seats, speaker, self.limit)
        yield from self._found()
        for told in (waivers_in_force, severities_set, crashed_rules, not_checked, files_read):
            yield from told(report, speaker)
        yield self._result()

    def _found(self) -> Iterator[Block]:
        failed = [rule for rule in self._report.rules if rule.status is Status.FAILED]
        if failed:
            yield section(self.say("check.findings"))
        for rule in sorted(failed, key=worst):
            yield from rule_blocks(rule, self.speaker, self.limit, self._more)

    def _more(self, code: str, rest: int) -> str:
        command = f"{self.command} --select {code} --format csv"
        return self.say("check.more", count=self.speaker.number(rest), command=command)

    def _result(self) -> Paragraph:
        speaker, report = self.speaker, self._report
        parts = verdict_parts(report, speaker)
        if self.result.calendar.in_office:
            parts += seat_summary(self.result.seats, speaker)
        return result_line(speaker, [*parts, report.as_of.isoformat(), report.profile])
