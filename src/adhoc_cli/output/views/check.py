"""`adhoc check`: how it stands, what was found and what to do first, and one last line."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from adhoc_cli.models.report import Report, Status
from adhoc_cli.output.document import Block, Paragraph, title
from adhoc_cli.output.table import Table, sheet_of
from adhoc_cli.output.view import Sheet
from adhoc_cli.output.views.checked import (
    crashed_rules,
    files_or_sum,
    files_table,
    not_checked,
    severities_set,
    verdict_parts,
    waivers_in_force,
    waivers_table,
)
from adhoc_cli.output.views.common import Part, ResultView, dotted, subtitle
from adhoc_cli.output.views.findings import by_weight, findings_table
from adhoc_cli.output.views.found import By, Found
from adhoc_cli.output.views.seats import seat_blocks, seat_summary
from adhoc_cli.reports.check import Checked


@dataclass(eq=False, kw_only=True)
class CheckView(ResultView[Checked]):
    """A check. `arguments` are those with which another command looks at the same roster. `limit`
    is how many findings of a rule are listed; a `brief` one has as many as people can take in. `by`
    says what they are grouped by, rules where it is None."""

    arguments: Sequence[str] = ()
    limit: int | None = 20
    brief: bool = False
    by: By | None = None

    @property
    def _report(self) -> Report:
        return self.result.report

    @property
    def personal(self) -> bool:
        """Findings that name a person are for their owner's eyes."""
        return (
            self.speaker.personal
            or any(rule.rest for rule in self._report.rules)  # they are not looked at for this
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
        """How it stands and on what day, all that was found as a table, what to do first, then one
        thing after the other; last what was not checked, and how it stands once more."""
        speaker, report = self.speaker, self._report
        yield title(self.say("check.title", folder=self.folder))
        yield Paragraph(dotted(self.state()), close=True)
        yield from subtitle(self.speaker, self.result.calendar)
        yield from crashed_rules(report, speaker)
        if speaker.verbose:
            yield from seat_blocks(self.result.seats, speaker, self.limit)
        yield from self._found()
        for told in (waivers_in_force, severities_set, not_checked, files_or_sum):
            yield from told(report, speaker)
        yield self.result_line(*verdict_parts(report, speaker), calendar=self.result.calendar)

    def state(self) -> Iterator[Part]:
        """How it stands: what was found, and how many seats are filled."""
        yield from verdict_parts(self._report, self.speaker)
        if self.result.calendar.in_office:
            yield from seat_summary(self.result.seats, self.speaker)

    def _found(self) -> Iterator[Block | Table]:
        failed = [rule for rule in self._report.rules if rule.status is Status.FAILED]
        if failed:
            found = Found(
                rules=sorted(failed, key=by_weight),
                places=self.result.places,
                speaker=self.speaker,
                arguments=self.arguments,
                limit=self.limit,
                brief=self.brief,
            )
            yield from found.blocks(self.by)
