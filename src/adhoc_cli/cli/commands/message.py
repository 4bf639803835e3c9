"""`adhoc message`: whom to call, and a text for each that somebody else sends."""

from adhoc_cli.cli import option_values, options
from adhoc_cli.cli.roster_options import DAY, FOLDER, RESULT, RosterOptions, roster_command

_ON_A_SCREEN = 10  # each with the lines of a text
_FOR_READERS = ("table", "plain", "md")


@roster_command(*FOLDER, ..., "region", "body", *DAY, *RESULT)
def message(
    shared: RosterOptions,
    *,
    about: options.AboutOption,
    limit: options.PeopleLimit = None,
) -> int:
    """Write a text for everybody who is to be called."""
    usual = _ON_A_SCREEN if shared.form in _FOR_READERS else 0
    most = option_values.limit(limit, usual) or None
    shared.enter()

    from adhoc_cli.output.messages import Caller
    from adhoc_cli.output.views.calls import CallsView
    from adhoc_cli.reports.calls import About, calls_of

    roster, speaker = shared.open()
    place, bodies = shared.place_in(roster, speaker), shared.bodies_of(roster)
    found = calls_of(roster, About(about), region=place, bodies=bodies)
    view = CallsView(found, speaker, caller=Caller(roster, speaker), limit=most)
    return shared.show(view, roster)
