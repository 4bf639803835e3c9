"""`adhoc calendar`: deadlines, trainings and visits to come, also for the calendar of a phone."""

from datetime import UTC, datetime, time

from adhoc_cli.cli import lookups
from adhoc_cli.cli.roster_options import DAY, FOLDER, RESULT, RosterOptions, roster_command


@roster_command(*FOLDER, "region", "body", *DAY, *RESULT)
def calendar(shared: RosterOptions) -> int:
    """Show the days that lie ahead of a roster folder."""
    shared.enter()

    from adhoc_cli.output.views.calendar import CalendarView
    from adhoc_cli.reports.calendar import days_of

    roster, speaker = shared.open(needs_places=True)
    bodies = lookups.meeting_bodies(roster, shared.bodies) if shared.bodies else ()
    found = days_of(roster, region=shared.place_in(roster, speaker), bodies=bodies)
    # On a day that was fixed every run makes the same file.
    made = datetime.combine(shared.day, time(), UTC) if shared.as_of else datetime.now(UTC)
    view = CalendarView(found, speaker, folder=shared.folder_name, made=made)
    return shared.show(view, roster)
