"""`adhoc explain CODE`: one rule, why it is there, and how to mend what it finds."""

from __future__ import annotations

from pathlib import Path

import typer

from adhoc_cli.cli import lookups, options, session
from adhoc_cli.cli.exit_codes import End
from adhoc_cli.cli.help_text import ShownCommand

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command("explain", cls=ShownCommand)
def explain(
    code: options.RuleArgument,
    folder: options.DirOption = None,
    form: options.Format = None,
    output: options.Output = None,
) -> int:
    """Explain a rule."""
    form = session.form_of(form, output)
    session.enter(folder or Path())

    from adhoc_cli.output.views.explain import ExplainView
    from adhoc_cli.reports.explain import explain_rule
    from adhoc_cli.rules.registry import find_rule

    session.settle()
    with lookups.known_rules():
        rule = find_rule(code)
    speaker = session.speaker(personal=True)  # the people of its examples are invented
    session.hand_over(ExplainView(explain_rule(rule), speaker), speaker, form, output)
    return End.CLEAN
