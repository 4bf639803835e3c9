"""`adhoc checklist unmark REGION ITEM...`: withdraw marks; the history keeps them."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

import typer

from adhoc_cli.cli import journal, lookups, options
from adhoc_cli.cli.exit_codes import End
from adhoc_cli.cli.language import say
from adhoc_cli.cli.refusal import refuse
from adhoc_cli.cli.roster_options import RosterOptions, roster_command

if TYPE_CHECKING:
    from adhoc_cli.checklist.read import Journal


@roster_command("region", "items", "folder", ..., "quiet")
def unmark(
    shared: RosterOptions,
    *,
    region: options.RegionArgument,
    items: options.ItemArguments = None,
    also: options.AlsoRegions = None,
    all_desa: options.AllDesa = False,
    note: options.Note = None,
    by: options.By = None,
) -> int:
    """Withdraw the marks of items at places, all or none."""
    shared.enter()

    from adhoc_cli.checklist.mark import Mark, MarkStatus

    roster, speaker = shared.open(needs_places=True)
    places, names = lookups.places_and_items(
        roster, [region, *(items or [])], also or [], speaker, all_desa=all_desa
    )
    known, both = journal.open_journal(shared.folder), list(product(places, names))
    for place, item in both:
        if not _is_marked(known, place, item):
            shown = lookups.safe_place(roster, place, speaker)
            refuse("usage.not_marked", item=item, place=shown)
    marks = [Mark(place, item, MarkStatus.WITHDRAWN, note=note or "") for place, item in both]
    journal.record(shared.folder, marks, by)
    if not shared.quiet:
        item_names, place_names, _ = journal.named(roster, marks, "unmark", shared.folder)
        history = journal.command("history", *places[:1], folder=shared.folder)
        said = {"items": item_names, "places": place_names, "history": history}
        typer.echo(say("mark.withdrawn", **said))
    return End.CLEAN


def _is_marked(journal: Journal, place: str, item: str) -> bool:
    """Whether the last mark of an item at a place counts."""
    from adhoc_cli.checklist.mark import MarkStatus

    entries = journal.history(place, item)
    return bool(entries) and entries[-1].mark.status != MarkStatus.WITHDRAWN.value
