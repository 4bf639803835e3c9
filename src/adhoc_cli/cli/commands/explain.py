"""`adhoc explain CODE`: one rule, why it is there, and how to mend what it finds; or one item of
coordination."""

from adhoc_cli.cli import lookups, options, session
from adhoc_cli.cli.exit_codes import End
from adhoc_cli.cli.roster_options import RosterOptions, roster_command
from adhoc_cli.cli.startup_cost import settle


@roster_command(..., "folder", "form", "output")
def explain(shared: RosterOptions, *, code: options.RuleArgument) -> int:
    """Explain a rule, or an item of coordination."""
    shared.enter()

    from adhoc_cli.output.views.explain import ExplainView
    from adhoc_cli.output.views.explain_item import ExplainItemView
    from adhoc_cli.reports.explain import explain_item, explain_rule
    from adhoc_cli.rules.registry import rule_about

    settle()
    office = session.open_office(shared.folder, None, shared.day)
    view: ExplainView | ExplainItemView
    if lookups.is_like_an_item(office.profile.checklist, code):
        (name,) = lookups.known_items(office.profile.checklist, [code])
        speaker = session.speaker()
        view = ExplainItemView(explain_item(name, office), speaker, profile=office.profile.nama)
    else:
        speaker = session.speaker(personal=True)  # the people of its examples are invented
        view = ExplainView(explain_rule(rule_about(code), office), speaker)
    shared.hand_over(view)
    return End.CLEAN
