"""`adhoc profiles [NAME]`: the numbers in force, with their sources; an office's own profiles."""

import os
import re
from pathlib import Path

from adhoc_cli.cli import options, session
from adhoc_cli.cli.exit_codes import End
from adhoc_cli.cli.language import translator
from adhoc_cli.cli.refusal import quoted, refuse
from adhoc_cli.cli.roster_options import RosterOptions, roster_command
from adhoc_cli.cli.startup_cost import settle


@roster_command(..., "folder", "as_of", "form", "output", "quiet")
def profiles(
    shared: RosterOptions,
    *,
    name: options.ProfileArgument = None,
    check: options.ProfileCheck = None,
    new: options.NewProfile = None,
) -> int:
    """List the profiles, or the numbers of one; check a profile file, or make one."""
    asked = [word for word, said in (("NAME", name), ("--check", check), ("--new", new)) if said]
    if len(asked) > 1:
        refuse("usage.not_together", one=asked[0], other=asked[1])
    shared.enter()
    if check:
        return _check(shared, check)
    if new is not None:
        return _make(shared, new)

    from adhoc_cli.output.views.profiles import ProfilesView, ProfileView
    from adhoc_cli.reports.profiles import list_profiles, profile_values

    settle()
    speaker = shared.speaker()
    if name:
        office = session.open_office(shared.folder, name, shared.day)
        shared.hand_over(ProfileView(profile_values(office, shared.day), speaker))
    else:
        shared.hand_over(ProfilesView(list_profiles(), speaker))
    return End.CLEAN


def _check(shared: RosterOptions, file: Path, *, made: bool = False) -> int:
    """Tell every mistake of a file."""
    from adhoc_cli.output.views.profile_faults import ProfileFaultsView
    from adhoc_cli.profiles.every_fault import every_fault
    from adhoc_cli.rules.in_force import in_force

    settle()
    faults = every_fault(file, in_force)
    shared.hand_over(ProfileFaultsView(faults, shared.speaker(), made=made))
    return End.FINDINGS if faults.found else End.CLEAN


def _make(shared: RosterOptions, name: str) -> int:
    """Write a profile file, and show that it has no mistakes."""
    from adhoc_cli.profiles.blank import blank_profile
    from adhoc_cli.profiles.load import profile_names

    stem = name.removesuffix(".toml")
    if not re.fullmatch(r"[\w-]+", stem):
        refuse("usage.profile_name", name=quoted([name]))
    if stem in profile_names():
        refuse("usage.profile_shipped", name=quoted([stem]))
    file = shared.folder / f"{stem}.toml"
    if os.path.lexists(file):
        refuse("usage.profile_exists", name=quoted([str(file)]))
    text = blank_profile(stem, translator())
    session.write_bytes(file, text.encode(), private=False)
    return _check(shared, file, made=True)
