"""`adhoc rules`: what is checked."""

from adhoc_cli.cli import lookups, session
from adhoc_cli.cli.exit_codes import End
from adhoc_cli.cli.roster_options import RosterOptions, roster_command
from adhoc_cli.cli.startup_cost import settle


@roster_command("folder", "select", "ignore", "form", "output")
def rules(shared: RosterOptions) -> int:
    """List the rules."""
    shared.enter()

    from adhoc_cli.output.views.rules import RulesView
    from adhoc_cli.reports.rules import list_rules

    chosen = lookups.chosen_rules(*shared.rules)
    settle()
    office = session.open_office(shared.folder, None, shared.day)
    shared.hand_over(RulesView(list_rules(chosen, office), shared.speaker()))
    return End.CLEAN
