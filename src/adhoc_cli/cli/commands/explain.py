"""`adhoc explain CODE`: one rule, why it is there, and how to mend what it finds."""

from __future__ import annotations

from adhoc_cli.cli import options, session
from adhoc_cli.cli.exit_codes import End
from adhoc_cli.cli.roster_options import RosterOptions, roster_command
from adhoc_cli.cli.startup_cost import settle


@roster_command(..., "folder", "form", "output")
def explain(shared: RosterOptions, *, code: options.RuleArgument) -> int:
    """Explain a rule."""
    shared.enter()

    from adhoc_cli.output.views.explain import ExplainView
    from adhoc_cli.reports.explain import explain_rule
    from adhoc_cli.rules.registry import rule_about

    settle()
    rule = rule_about(code)
    office = session.open_office(shared.folder, None, shared.day)
    speaker = session.speaker(personal=True)  # the people of its examples are invented
    shared.hand_over(ExplainView(explain_rule(rule, office), speaker), speaker)
    return End.CLEAN
