"""`adhoc checklist show REGION`: the list of one place."""

from __future__ import annotations

from adhoc_cli.cli import journal, lookups, options
from adhoc_cli.cli.roster_options import DAY, FOLDER, RESULT, RosterOptions, roster_command


@roster_command(..., *FOLDER, *DAY, *RESULT)
def show(shared: RosterOptions, *, region: options.RegionArgument) -> int:
    """Show the list of one place."""
    shared.enter()

    from adhoc_cli.checklist.place import place_list
    from adhoc_cli.output.views.checklist_place import PlaceView

    roster, speaker = shared.open(needs_places=True)
    code = lookups.the_place(roster, region, speaker)
    marks = journal.open_journal(shared.folder)
    listed = place_list(roster, roster.profile.checklist, marks, code)
    view = PlaceView(listed, speaker, journal=marks, calendar=roster.calendar)
    return shared.show(view, roster, ("kecamatan", "desa", "pemangku"))
