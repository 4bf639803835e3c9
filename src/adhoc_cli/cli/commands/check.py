"""`adhoc check`: everything that can be checked. The main job."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from adhoc_cli.cli import lookups, offices, options, verdict
from adhoc_cli.cli.language import say
from adhoc_cli.cli.refusal import refuse
from adhoc_cli.cli.roster_options import DAY, FOLDERS, RESULT, RosterOptions, roster_command
from adhoc_cli.cli.session import is_for_programs
from adhoc_cli.cli.streams import tell

if TYPE_CHECKING:
    from adhoc_cli.models.report import Report


# Findings of each rule that are looked at to tell those of one kind together.
_HELD = 5_000
# Formats whose findings are written as they are described: a million of them is never held.
_STREAMED = {"csv", "csv-excel", "json", "ndjson"}


@roster_command(
    *FOLDERS, *DAY, ..., "select", "ignore", "fail_on", *RESULT[:2], "limit", *RESULT[2:]
)
def check(shared: RosterOptions, *, by: options.GroupedBy = None) -> int:
    """Check a roster folder."""
    if by and is_for_programs(shared.form):
        refuse("usage.by_people")
    if shared.several:
        offices.of_one_only({"--by": by})
        return offices.show(shared, lookups.chosen_rules(*shared.rules))
    shared.enter()

    from adhoc_cli.output.views.check import CheckView
    from adhoc_cli.reports.check import check_roster

    rules = lookups.chosen_rules(*shared.rules)
    with shared.reading() as (roster, watch):
        keep = _HELD if shared.brief else shared.limit
        hold = _HELD if shared.form in _STREAMED else None
        checked = check_roster(roster, watch.over(rules), keep, hold)
    speaker = shared.speaker()
    view = CheckView(
        checked, speaker, folder=shared.folder_name, arguments=shared.again, limit=shared.limit,
        brief=shared.brief, by=by,
    )  # fmt: skip
    shared.hand_over(view)
    code = verdict.of_check(checked.report, roster, speaker, shared.fail_on)
    if shared.form in {"csv", "csv-excel"} and not shared.quiet:
        _tell_what_a_list_cannot(checked.report, waived=bool(code) or sys.stderr.isatty())
    return code


def _tell_what_a_list_cannot(report: Report, *, waived: bool) -> None:
    """Tell that a rule has more findings than the list, and that `adhoc.toml` accepts some: other
    formats say so themselves. A clean run from cron leaves stderr empty."""
    for rule in report.rules:
        if rule.failed > rule.shown:
            tell(say("end.capped", code=rule.code, shown=rule.shown, failed=rule.failed))
    if report.waived and waived:
        tell(say("end.waived", count=report.waived))
