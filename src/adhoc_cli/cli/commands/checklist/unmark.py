"""`adhoc checklist unmark REGION ITEM...`: withdraw marks; the history keeps them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import typer

from adhoc_cli.cli import journal, lookups, option_values, options, session, verdict
from adhoc_cli.cli.exit_codes import End
from adhoc_cli.cli.help_text import ShownCommand
from adhoc_cli.cli.language import say
from adhoc_cli.cli.refusal import refuse

if TYPE_CHECKING:
    from adhoc_cli.checklist.read import Journal

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command("unmark", cls=ShownCommand)
def unmark(
    region: options.RegionArgument,
    items: options.ItemArguments,
    folder: options.DirOption = None,
    also: options.AlsoRegions = None,
    note: options.Note = None,
    by: options.By = None,
    quiet: options.Quiet = False,
) -> int:
    """Withdraw the marks of items at places, all or none."""
    here = folder or Path()
    session.enter(here)

    from adhoc_cli.checklist.mark import Mark, MarkStatus

    session.settle()
    roster = session.open_roster(here, option_values.today(), None, None)
    speaker = session.speaker()
    if verdict.no_places(roster):
        return verdict.of_listing(roster, speaker)
    places, names = lookups.places_and_items(roster, [region, *(also or [])], items, speaker)
    known = journal.open_journal(here)
    for place in places:
        for item in names:
            if not _is_marked(known, place, item):
                refuse(
                    "usage.not_marked", item=item, place=lookups.safe_place(roster, place, speaker)
                )
    marks = [
        Mark(place, item, MarkStatus.WITHDRAWN, note=note or "")
        for place in places
        for item in names
    ]
    journal.record(here, marks, by)
    if not quiet:
        item_names, place_names, _ = journal.named(roster, marks, "unmark", here)
        history = journal.command("history", *places[:1], folder=here)
        said = {"items": item_names, "places": place_names, "history": history}
        typer.echo(say("mark.withdrawn", **said))
    return End.CLEAN


def _is_marked(journal: Journal, place: str, item: str) -> bool:
    """Whether the last mark of an item at a place counts."""
    from adhoc_cli.checklist.mark import MarkStatus

    entries = journal.history(place, item)
    return bool(entries) and entries[-1].mark.status != MarkStatus.WITHDRAWN.value
