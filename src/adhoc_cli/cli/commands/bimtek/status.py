"""`adhoc bimtek status`: who was expected at each event, and who came."""

from adhoc_cli.cli import options
from adhoc_cli.cli.roster_options import DAY, FOLDER, RESULT, RosterOptions, roster_command


@roster_command(*FOLDER, "region", "body", ..., *DAY, *RESULT)
def status(shared: RosterOptions, *, event: options.EventOption = None) -> int:
    """Show who was expected at each event of bimtek.csv, and who came."""
    shared.enter()

    from adhoc_cli.output.views.bimtek import BimtekView
    from adhoc_cli.reports.bimtek import bimtek_of

    roster, speaker = shared.open()
    found = bimtek_of(
        roster,
        region=shared.place_in(roster, speaker),
        bodies=shared.bodies_of(roster),
        event=event or "",
    )
    return shared.show(BimtekView(found, speaker, folder=shared.folder_name), roster)
