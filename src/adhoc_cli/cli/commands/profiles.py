"""`adhoc profiles [NAME]`: the numbers in force, with their sources."""

from __future__ import annotations

from adhoc_cli.cli import options, session
from adhoc_cli.cli.exit_codes import End
from adhoc_cli.cli.roster_options import RosterOptions, roster_command
from adhoc_cli.cli.startup_cost import settle


@roster_command(..., "folder", "as_of", "form", "output")
def profiles(shared: RosterOptions, *, name: options.ProfileArgument = None) -> int:
    """List the profiles, or the numbers of one."""
    shared.enter()

    from adhoc_cli.output.views.profiles import ProfilesView, ProfileView
    from adhoc_cli.reports.profiles import list_profiles, profile_values

    settle()
    speaker = shared.speaker()
    if name:
        office = session.open_office(shared.folder, name, shared.day)
        shared.hand_over(ProfileView(profile_values(office, shared.day), speaker), speaker)
    else:
        shared.hand_over(ProfilesView(list_profiles(), speaker), speaker)
    return End.CLEAN
