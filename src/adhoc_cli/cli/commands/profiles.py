"""`adhoc profiles [NAME]`: the numbers in force, with their sources."""

from __future__ import annotations

from pathlib import Path

import typer

from adhoc_cli.cli import option_values, options, session
from adhoc_cli.cli.exit_codes import End
from adhoc_cli.cli.help_text import ShownCommand

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command("profiles", cls=ShownCommand)
def profiles(
    name: options.ProfileArgument = None,
    folder: options.DirOption = None,
    as_of: options.AsOf = None,
    form: options.Format = None,
    output: options.Output = None,
) -> int:
    """List the profiles, or the numbers of one."""
    here, day = folder or Path(), option_values.day(as_of)
    form = session.form_of(form, output)
    session.enter(here)

    from adhoc_cli.output.views.profiles import ProfilesView, ProfileView
    from adhoc_cli.reports.profiles import list_profiles, profile_values

    session.settle()
    speaker = session.speaker()
    with session.configured():
        view = (
            ProfileView(profile_values(session.open_office(here, name, day), day), speaker)
            if name
            else ProfilesView(list_profiles(), speaker)
        )
    session.hand_over(view, speaker, form, output)
    return End.CLEAN
