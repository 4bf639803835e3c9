"""`adhoc rules`: what is checked."""

from __future__ import annotations

from pathlib import Path

import typer

from adhoc_cli.cli import lookups, option_values, options, session
from adhoc_cli.cli.exit_codes import End
from adhoc_cli.cli.help_text import ShownCommand

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command("rules", cls=ShownCommand)
def rules(
    folder: options.DirOption = None,
    select: options.Select = None,
    ignore: options.Ignore = None,
    form: options.Format = None,
    output: options.Output = None,
) -> int:
    """List the rules."""
    names = option_values.split(select, "--select"), option_values.split(ignore, "--ignore")
    form = session.form_of(form, output)
    here = folder or Path()
    session.enter(here)

    from adhoc_cli.output.views.rules import RulesView
    from adhoc_cli.reports.rules import list_rules

    chosen = lookups.chosen_rules(*names)
    session.settle()
    office = session.open_office(here, None, option_values.today())
    speaker = session.speaker()
    session.hand_over(RulesView(list_rules(chosen, office), speaker), speaker, form, output)
    return End.CLEAN
