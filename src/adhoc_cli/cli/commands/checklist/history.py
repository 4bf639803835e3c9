"""`adhoc checklist history`: every mark, the oldest first."""

from __future__ import annotations

from pathlib import Path

import typer

from adhoc_cli.cli import journal, lookups, option_values, options, progress, session, verdict
from adhoc_cli.cli.help_text import ShownCommand

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command("history", cls=ShownCommand)
def history(
    region: options.OptionalRegion = None,
    item: options.OptionalItem = None,
    folder: options.DirOption = None,
    form: options.Format = None,
    output: options.Output = None,
    quiet: options.Quiet = False,
    show_personal: options.ShowPersonal = False,
    max_size: options.MaxSize = None,
) -> int:
    """Show what was recorded, of everything, of one place, or of one of its items."""
    here, max_bytes = folder or Path(), option_values.size(max_size)
    form = session.form_of(form, output)
    session.enter(here)

    from adhoc_cli.output.views.checklist_history import HistoryView

    session.settle()
    with progress.shown(here):
        roster = session.open_roster(here, option_values.today(), None, max_bytes)
    speaker = session.speaker(personal=show_personal)
    if region and verdict.no_places(roster):
        return verdict.of_listing(roster, speaker)
    code = lookups.place_of(roster, region, speaker)
    marks = journal.open_journal(here)
    entries = marks.history(code, item)
    view = HistoryView(
        entries, marks, roster.places, speaker, folder=option_values.shown_folder(here)
    )
    session.hand_over(view, speaker, form, output, quiet=quiet)
    return verdict.of_listing(roster, speaker, ("kecamatan", "desa"))
