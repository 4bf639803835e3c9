"""What the journal says: `adhoc checklist status` of all places, what is overdue first, `show` of
one, and `history` mark by mark, the oldest first."""

from collections.abc import Sequence

from adhoc_cli.cli import journal, lookups, option_values, options
from adhoc_cli.cli.roster_options import DAY, FOLDER, RESULT, RosterOptions, roster_command


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
    bodies = lookups.meeting_bodies(roster, shared.bodies)
    marks = journal.open_journal(shared.folder)
    found = progress(
        roster,
        marks,
        region=shared.place_in(roster, speaker),
        bodies=bodies,
        items=lookups.known_items(roster.profile.checklist, items) or None,
    )
    view = StatusView(
        found,
        speaker,
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


@roster_command(..., *FOLDER, *DAY, *RESULT)
def show(shared: RosterOptions, *, region: options.RegionArgument) -> int:
    """Show the list of one place."""
    shared.enter()

    from adhoc_cli.checklist.place import place_list
    from adhoc_cli.output.views.checklist_place import PlaceView

    roster, speaker = shared.open(needs_places=True)
    code = lookups.the_place(roster, region, speaker)
    marks = journal.open_journal(shared.folder)
    listed = place_list(roster, marks, code)
    return shared.show(PlaceView(listed, speaker), roster, ("kecamatan", "desa", "pemangku"))


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
    found, name = marks.history(code, item), shared.folder_name
    view = HistoryView(found, speaker, journal=marks, places=roster.places, folder=name)
    return shared.show(view, roster, ("kecamatan", "desa"))
