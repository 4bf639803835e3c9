"""`adhoc checklist show REGION`: the list of one place."""

from __future__ import annotations

from pathlib import Path

import typer

from adhoc_cli.cli import journal, lookups, option_values, options, progress, session, verdict
from adhoc_cli.cli.help_text import ShownCommand

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command("show", cls=ShownCommand)
def show(
    region: options.RegionArgument,
    folder: options.DirOption = None,
    as_of: options.AsOf = None,
    profile: options.Profile = None,
    form: options.Format = None,
    output: options.Output = None,
    quiet: options.Quiet = False,
    show_personal: options.ShowPersonal = False,
    max_size: options.MaxSize = None,
) -> int:
    """Show the list of one place."""
    here, day = folder or Path(), option_values.day(as_of)
    max_bytes = option_values.size(max_size)
    form = session.form_of(form, output)
    session.enter(here)

    from adhoc_cli.checklist.place import place_list
    from adhoc_cli.output.views.checklist_place import PlaceView

    session.settle()
    with progress.shown(here):
        roster = session.open_roster(here, day, profile, max_bytes)
    speaker = session.speaker(personal=show_personal)
    if verdict.no_places(roster):
        return verdict.of_listing(roster, speaker)
    code = lookups.the_place(roster, region, speaker)
    marks = journal.open_journal(here)
    listed = place_list(roster, roster.profile.checklist, marks, code)
    view = PlaceView(listed, marks, roster.profile.nama, roster.as_of, speaker)
    session.hand_over(view, speaker, form, output, quiet=quiet)
    return verdict.of_listing(roster, speaker, ("kecamatan", "desa", "pemangku"))
