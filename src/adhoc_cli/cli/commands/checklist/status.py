"""`adhoc checklist status`: how far coordination is, what is overdue first."""

from __future__ import annotations

from collections.abc import Sequence

from adhoc_cli.cli import journal, lookups, option_values, options
from adhoc_cli.cli.roster_options import DAY, FOLDER, RosterOptions, roster_command


@roster_command(
    *FOLDER, "region", "body", ..., *DAY, "form", "output", "quiet", "max_size"
)  # fmt: skip
def status(
    shared: RosterOptions, *, item: options.Items = None, overdue: options.Overdue = False
) -> int:
    """Show how far coordination is."""
    items = option_values.split(item, "--item")
    shared.enter()

    from adhoc_cli.checklist.progress import progress
    from adhoc_cli.output.views.checklist_status import StatusView

    roster, speaker = shared.open(needs_places=True)
    checklist = roster.profile.checklist
    bodies = lookups.meeting_bodies(roster, shared.bodies)
    marks = journal.open_journal(shared.folder)
    found = progress(
        roster,
        checklist,
        marks,
        region=shared.place_in(roster, speaker),
        bodies=bodies,
        items=lookups.known_items(checklist, items) or None,
    )
    view = StatusView(
        found,
        speaker,
        journal=marks,
        profile=roster.profile.nama,
        folder=shared.folder_name,
        overdue=overdue,
        command=_again(shared, items),
    )
    return shared.show(view, roster)


def _again(shared: RosterOptions, items: Sequence[str]) -> str:
    """The same question for all that is overdue."""
    named = [("--as-of", shared.as_of), ("--region", shared.region)]
    named += [("--body", body) for body in shared.bodies] + [("--item", item) for item in items]
    words = [word for option, value in named if value for word in (option, value)]
    return journal.command("status", "--overdue", *words, folder=shared.folder)
