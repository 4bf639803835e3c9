"""`adhoc diff OLD NEW`: what changed between two rosters."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from adhoc_cli.cli import option_values, options, session, verdict
from adhoc_cli.cli.exit_codes import End
from adhoc_cli.cli.refusal import quoted, refuse
from adhoc_cli.cli.roster_options import DAY, RESULT, RosterOptions, roster_command
from adhoc_cli.cli.startup_cost import settle

if TYPE_CHECKING:
    from adhoc_cli.files.folder import Instead


@roster_command(..., *DAY, *RESULT)
def diff(
    shared: RosterOptions,
    *,
    old: options.OldArgument,
    new: options.NewArgument = None,
    since: options.KeptSince = None,
) -> int:
    """Compare two roster folders or two files of members."""
    if since is None and new is None:
        refuse("usage.compare_two")
    session.enter_either(old)
    session.enter_either(new or old)  # the last one entered decides on the language

    from adhoc_cli.output.views.diff import Compared, DiffView
    from adhoc_cli.reports.differences.compare import compare_rosters

    settle()
    named, instead = _the_old(old, new, since)
    after_at = new or old
    before = shared._replace(folder=old).load(instead)
    after = shared._replace(folder=after_at).load()
    speaker = shared.speaker()
    found = compare_rosters(before, after)
    compared = Compared(named, option_values.shown_folder(after_at))
    shared.hand_over(DiffView(found, speaker, compared=compared))
    read = verdict.of_two((Path(named) if since else old, before), (after_at, after), speaker)
    if read is not End.CLEAN:
        return read
    return End.FINDINGS if found.changed else End.CLEAN


def _the_old(old: Path, new: Path | None, since: str | None) -> tuple[str, Instead]:
    """The name of the old roster, and with --since what its files held then."""
    name = option_values.shown_folder(old)
    if since is None:
        return name, {}
    if new is not None or not old.is_dir():
        refuse("usage.since_alone")
    from adhoc_cli.files.backup import as_it_was

    day = option_values.date_of(since, "--since")
    instead = as_it_was(old, day)
    if instead is None:
        refuse("usage.nothing_kept", name=quoted([name]), day=day)
    return f"{name} ({day.isoformat()})", instead
