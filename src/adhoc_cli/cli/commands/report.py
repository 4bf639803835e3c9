"""`adhoc report`: what an office shows: in the morning mail, at the meeting, to the province."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from adhoc_cli.cli import lookups, option_values, options, progress, report_memory, session, verdict
from adhoc_cli.cli.help_text import ShownCommand
from adhoc_cli.cli.options import Audience, FailOnNew
from adhoc_cli.cli.quoting import quoted
from adhoc_cli.cli.refusal import refuse

if TYPE_CHECKING:
    from adhoc_cli.cli.exit_codes import End
    from adhoc_cli.memory.news import News

app = typer.Typer(add_completion=False, rich_markup_mode=None)

# Findings of each rule: what people read, and what a program gets unless it asks for more.
_FOR_PEOPLE = 20
_FOR_PROGRAMS = 1_000


@app.command("report", cls=ShownCommand)
def report(
    directory: options.DirArgument = None,
    folder: options.DirOption = None,
    form: options.ReportFormat = None,
    output: options.Output = None,
    keep: options.Keep = None,
    audience: options.AudienceOption = Audience.INTERNAL,
    since: options.Since = None,
    memory: options.MemoryFile = None,
    only_changes: options.OnlyChanges = False,
    fail_on: options.FailOnNewOption = FailOnNew.ERROR,
    select: options.Select = None,
    ignore: options.Ignore = None,
    as_of: options.AsOf = None,
    profile: options.Profile = None,
    limit: options.Limit = None,
    quiet: options.Quiet = False,
    show_personal: options.ShowPersonal = False,
    max_size: options.MaxSize = None,
) -> int:
    """Write the report of a roster folder."""
    here, day = option_values.folder_of(directory, folder), option_values.day(as_of)
    max_bytes, kept = option_values.size(max_size), option_values.at_least_one(keep, "--keep")
    form = session.form_of(form, output, "report")
    public = audience is Audience.PUBLIC
    for_programs = session.is_for_programs(form)
    listed = option_values.limit(limit, _FOR_PROGRAMS if for_programs else _FOR_PEOPLE)
    names = option_values.split(select, "--select"), option_values.split(ignore, "--ignore")
    recall = report_memory.recall(here, since, memory, public=public)
    _refuse_what_clashes(
        output, keep=kept, public=public, personal=show_personal,
        recall=recall, asks_for_news=only_changes or fail_on is FailOnNew.NEW,
    )  # fmt: skip
    session.enter(here)

    from adhoc_cli.memory.keys import KEPT
    from adhoc_cli.output.views.report.reported import Reported
    from adhoc_cli.output.views.report.view import ReportView
    from adhoc_cli.reports.check import check_roster
    from adhoc_cli.reports.overview.overview import overview_of

    rules = lookups.chosen_rules(*names)
    session.settle()
    with recall.held() as last:
        with progress.shown(here) as watch:
            roster = session.open_roster(here, day, profile, max_bytes)
            checked = check_roster(roster, watch.over(rules), KEPT)
            overview = overview_of(roster, checked)
        news = last.compare(checked.report, roster)
        speaker = session.speaker(personal=show_personal)
        told = Reported(
            overview.for_public() if public else overview,
            news,
            option_values.shown_folder(here),
            _again(),
            listed,
            only_changes,
            option_values.again(here, as_of, profile),
        )
        if not (only_changes and news and not news.changed):
            view = ReportView(told, speaker)
            session.hand_over(view, speaker, form, output, quiet=quiet, keep=kept)
        # Last of all: what could not be delivered is news again tomorrow.
        kept_in_mind = last.remember()
    plain = _fail_on(fail_on)
    code = _with_news(verdict.of_check(checked.report, roster, speaker, plain), fail_on, news)
    return code if kept_in_mind else verdict.not_kept(code)


def _fail_on(asked_for: FailOnNew) -> options.FailOn:
    """What a check fails on; what is new is looked at afterwards."""
    is_news = asked_for is FailOnNew.NEW
    return options.FailOn.NEVER if is_news else options.FailOn(asked_for.value)


def _with_news(code: End, asked_for: FailOnNew, news: News | None) -> End:
    """Exit code 1 for something new, unless something worse was found."""
    from adhoc_cli.cli.exit_codes import End

    if asked_for is FailOnNew.NEW and news and news.new_count and code is End.CLEAN:
        return End.FINDINGS
    return code


def _again() -> str:
    """The command as it was typed, for the provenance of the report."""
    return shlex.join(["adhoc", *sys.argv[1:]])


def _refuse_what_clashes(
    output: str | None, *, keep: int | None, public: bool, personal: bool,
    recall: report_memory.Recall, asks_for_news: bool,
) -> None:  # fmt: skip
    """Refuse options that have no meaning together."""
    if public and personal:
        refuse("usage.not_together", one="--audience public", other="--show-personal")
    if asks_for_news and public:
        refuse("usage.not_together", one="--audience public", other="--only-changes, --fail-on new")
    if asks_for_news and not recall.compares:
        refuse("usage.needs_memory")
    to_stdout = output in (None, "-")
    if output and recall.path and Path(output).absolute() == recall.path.absolute():
        refuse("usage.own_memory", name=quoted([output]))
    if keep and to_stdout:
        refuse("usage.keep_needs_file")
