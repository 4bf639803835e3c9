"""`adhoc check`: everything that can be checked. The main job."""

from __future__ import annotations

import shlex
import sys
from typing import TYPE_CHECKING

import typer

from adhoc_cli.cli import lookups, option_values, options, progress, session, verdict
from adhoc_cli.cli.help_text import ShownCommand
from adhoc_cli.cli.language import say
from adhoc_cli.cli.streams import tell

if TYPE_CHECKING:
    from adhoc_cli.models.report import Report

app = typer.Typer(add_completion=False, rich_markup_mode=None)

# Findings of each rule: what people read, and what a program gets unless it asks for more.
_FOR_PEOPLE = 20
_FOR_PROGRAMS = 1_000


@app.command("check", cls=ShownCommand)
def check(
    directory: options.DirArgument = None,
    folder: options.DirOption = None,
    as_of: options.AsOf = None,
    profile: options.Profile = None,
    select: options.Select = None,
    ignore: options.Ignore = None,
    fail_on: options.FailOnOption = options.FailOn.ERROR,
    form: options.Format = None,
    output: options.Output = None,
    limit: options.Limit = None,
    quiet: options.Quiet = False,
    show_personal: options.ShowPersonal = False,
    max_size: options.MaxSize = None,
) -> int:
    """Check a roster folder."""
    here, day = option_values.folder_of(directory, folder), option_values.day(as_of)
    max_bytes = option_values.size(max_size)
    form = session.form_of(form, output)
    for_programs = session.is_for_programs(form)
    keep = option_values.limit(limit, _FOR_PROGRAMS if for_programs else _FOR_PEOPLE)
    names = option_values.split(select, "--select"), option_values.split(ignore, "--ignore")
    session.enter(here)

    from adhoc_cli.output.views.check import CheckView
    from adhoc_cli.reports.check import check_roster

    rules = lookups.chosen_rules(*names)
    session.settle()
    with progress.shown(here) as watch:
        roster = session.open_roster(here, day, profile, max_bytes)
        checked = check_roster(roster, watch.over(rules), keep)
    speaker = session.speaker(personal=show_personal)
    again = shlex.join(["adhoc", "check", *option_values.again(here, as_of, profile)])
    view = CheckView(
        checked, speaker, folder=option_values.shown_folder(here), command=again, limit=keep
    )
    session.hand_over(view, speaker, form, output, quiet=quiet)
    code = verdict.of_check(checked.report, roster, speaker, fail_on)
    if form == "csv" and not quiet:
        _tell_capped(checked.report)
        # A clean run from cron leaves stderr empty: other formats tell what is waived.
        if code or sys.stderr.isatty():
            _tell_waived(checked.report)
    return code


def _tell_capped(report: Report) -> None:
    """Tell what a flat list of findings cannot: that a rule has more of them."""
    for rule in report.rules:
        if rule.failed > len(rule.findings):
            shown = len(rule.findings)
            tell(say("end.capped", code=rule.code, shown=shown, failed=rule.failed))


def _tell_waived(report: Report) -> None:
    """Tell what a flat list of findings cannot: that there are more, which `adhoc.toml` accepts."""
    if report.waived:
        tell(say("end.waived", count=report.waived))
