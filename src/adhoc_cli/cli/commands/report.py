"""`adhoc report`: what an office shows: in the morning mail, at the meeting, to the province."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from adhoc_cli.cli import lookups, offices, option_values, options, report_memory, verdict
from adhoc_cli.cli.refusal import quoted, refuse
from adhoc_cli.cli.roster_options import DAY, FOLDERS, RESULT, RosterOptions, roster_command
from adhoc_cli.text.shell import command_line

if TYPE_CHECKING:
    from adhoc_cli.cli.exit_codes import End
    from adhoc_cli.memory.news import News


@roster_command(
    *FOLDERS, "form", "output", ..., "select", "ignore", *DAY, "limit", *RESULT[2:]
)  # fmt: skip
def report(
    shared: RosterOptions,
    *,
    keep: options.Keep = None,
    audience: options.AudienceOption = "internal",
    since: options.Since = None,
    memory: options.MemoryFile = None,
    only_changes: options.OnlyChanges = False,
    fail_on: options.FailOnNewOption = "error",
) -> int:
    """Write the report of a roster folder."""
    kept = option_values.at_least_one(keep, "--keep")
    public = audience == "public"
    _refuse_for_any_number(shared, keep=kept, public=public)
    if shared.several:
        _refuse_news_of_several(since, memory, only_changes=only_changes, fail_on=fail_on)
        several = shared if fail_on == "new" else shared._replace(fail_on=fail_on)
        rules = lookups.chosen_rules(*shared.rules)
        return offices.show(several, rules, public=public, keep=kept)
    recall = report_memory.recall(shared.folder, since, memory, public=public)
    asks_for_news = only_changes or fail_on == "new"
    _refuse_what_clashes(shared, public=public, recall=recall, asks_for_news=asks_for_news)
    shared.enter()

    from adhoc_cli.memory.keys import KEPT
    from adhoc_cli.output.views.report.reported import Reported
    from adhoc_cli.output.views.report.view import ReportView
    from adhoc_cli.reports.check import check_roster
    from adhoc_cli.reports.overview.overview import overview_of

    rules = lookups.chosen_rules(*shared.rules)
    with recall.held() as last:
        with shared.reading() as (roster, watch):
            checked = check_roster(roster, watch.over(rules), KEPT)
            overview = overview_of(roster, checked)
        news = last.compare(checked.report, roster)
        speaker = shared.speaker()
        if not (only_changes and news and not news.changed):
            told = Reported(
                overview.for_public() if public else overview,
                news, shared.folder_name, _typed(), shared.limit, only_changes, shared.again,
            )  # fmt: skip
            shared.hand_over(ReportView(told, speaker), keep=kept)
        # Last of all: what could not be delivered is news again tomorrow.
        kept_in_mind = last.remember()
    code = verdict.of_check(
        checked.report, roster, speaker, "never" if fail_on == "new" else fail_on
    )
    code = _with_news(code, fail_on, news)
    return code if kept_in_mind else verdict.not_kept(code)


def _with_news(code: End, fail_on: options.FailOnNew, news: News | None) -> End:
    """Exit code 1 for something new, unless something worse was found."""
    from adhoc_cli.cli.exit_codes import End

    if fail_on == "new" and news and news.new_count and code is End.CLEAN:
        return End.FINDINGS
    return code


def _typed() -> str:
    """The command as it was typed, for the provenance of the report."""
    return command_line(["adhoc", *sys.argv[1:]])


def _refuse_news_of_several(
    since: str | None, memory: Path | None, *, only_changes: bool, fail_on: options.FailOnNew
) -> None:
    """Refuse what needs the memory of one folder."""
    offices.of_one_only({
        "--memory": memory, "--since": since not in (None, "none"),
        "--only-changes": only_changes, "--fail-on new": fail_on == "new",
    })  # fmt: skip


def _refuse_for_any_number(shared: RosterOptions, *, keep: int | None, public: bool) -> None:
    """Refuse options that have no meaning together, for one folder and for many."""
    if public and shared.personal:
        refuse("usage.not_together", one="--audience public", other="--show-personal")
    if keep and shared.output in (None, "-"):
        refuse("usage.keep_needs_file")


def _refuse_what_clashes(
    shared: RosterOptions, *, public: bool, recall: report_memory.Recall, asks_for_news: bool
) -> None:
    """Refuse what has no meaning together with a memory."""
    if asks_for_news and public:
        refuse("usage.not_together", one="--audience public", other="--only-changes, --fail-on new")
    if asks_for_news and not recall.compares:
        refuse("usage.needs_memory")
    output = shared.output
    if output and recall.path and Path(output).absolute() == recall.path.absolute():
        refuse("usage.own_memory", name=quoted([output]))
