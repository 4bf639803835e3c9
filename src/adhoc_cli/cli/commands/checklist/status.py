"""`adhoc checklist status`: how far coordination is, what is overdue first."""

from __future__ import annotations

from pathlib import Path

import typer

from adhoc_cli.cli import journal, lookups, option_values, options, progress, session, verdict
from adhoc_cli.cli.help_text import ShownCommand

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command("status", cls=ShownCommand)
def status(
    directory: options.DirArgument = None,
    folder: options.DirOption = None,
    region: options.Region = None,
    body: options.Bodies = None,
    item: options.Items = None,
    overdue: options.Overdue = False,
    as_of: options.AsOf = None,
    profile: options.Profile = None,
    form: options.Format = None,
    output: options.Output = None,
    quiet: options.Quiet = False,
    max_size: options.MaxSize = None,
) -> int:
    """Show how far coordination is."""
    here, day = option_values.folder_of(directory, folder), option_values.day(as_of)
    max_bytes = option_values.size(max_size)
    bodies, items = option_values.split(body, "--body"), option_values.split(item, "--item")
    form = session.form_of(form, output)
    session.enter(here)

    from adhoc_cli.checklist.progress import progress as progress_of
    from adhoc_cli.output.views.checklist_status import Asked, StatusView

    session.settle()
    with progress.shown(here):
        roster = session.open_roster(here, day, profile, max_bytes)
    speaker = session.speaker()
    if verdict.no_places(roster):
        return verdict.of_listing(roster, speaker)
    checklist = roster.profile.checklist
    known = lookups.known_bodies(roster, bodies) or roster.expected_bodies
    marks = journal.open_journal(here)
    found = progress_of(
        roster,
        checklist,
        marks,
        region=lookups.place_of(roster, region, speaker),
        bodies=known,
        items=lookups.known_items(checklist, items) or None,
    )
    again = _again(here, as_of, region, bodies, items)
    shown = Asked(folder=option_values.shown_folder(here), overdue=overdue, command=again)
    view = StatusView(found, marks, roster.profile.nama, speaker, shown)
    session.hand_over(view, speaker, form, output, quiet=quiet)
    return verdict.of_listing(roster, speaker)


def _again(
    folder: Path, as_of: str | None, region: str | None, bodies: list[str], items: list[str]
) -> str:
    """The same question for all that is overdue."""
    named = [("--as-of", as_of), ("--region", region)]
    named += [("--body", body) for body in bodies] + [("--item", item) for item in items]
    words = [word for option, value in named if value for word in (option, value)]
    return journal.command("status", "--overdue", *words, folder=folder)
