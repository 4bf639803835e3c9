"""`adhoc checklist history`: every mark, the oldest first."""

from __future__ import annotations

from adhoc_cli.cli import journal, lookups, options
from adhoc_cli.cli.roster_options import RESULT, RosterOptions, roster_command


@roster_command("region", ..., "folder", *RESULT)
def history(
    shared: RosterOptions,
    *,
    region: options.OptionalRegion = None,
    item: options.OptionalItem = None,
) -> int:
    """Show what was recorded, of everything, of one place, or of one of its items."""
    shared.enter()

    from adhoc_cli.output.views.checklist_history import HistoryView

    roster, speaker = shared.open(needs_places=bool(region))
    code = lookups.place_of(roster, region, speaker)
    marks = journal.open_journal(shared.folder)
    view = HistoryView(
        marks.history(code, item),
        speaker,
        journal=marks,
        places=roster.places,
        folder=shared.folder_name,
    )
    return shared.show(view, roster, ("kecamatan", "desa"))
