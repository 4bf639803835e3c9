"""`adhoc checklist mark REGION ITEM...`: record what was done, is planned, or fell through; and
`adhoc checklist unmark`, which withdraws marks: the history keeps them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from adhoc_cli.checklist.mark import Mark, MarkStatus, lacking
from adhoc_cli.cli import journal, lookups, option_values, options
from adhoc_cli.cli.exit_codes import End
from adhoc_cli.cli.faults import TYPED
from adhoc_cli.cli.language import say
from adhoc_cli.cli.refusal import refuse
from adhoc_cli.cli.roster_options import RosterOptions, roster_command

if TYPE_CHECKING:
    from adhoc_cli.checklist.read import Journal
    from adhoc_cli.roster.roster import Roster


Recorded = Literal[MarkStatus.DONE, MarkStatus.SCHEDULED, MarkStatus.CANCELLED]


@roster_command("region", "items", "folder", ..., "quiet")
def mark(
    shared: RosterOptions,
    *,
    region: options.RegionArgument,
    items: options.ItemArguments = None,
    also: options.AlsoRegions = None,
    all_desa: options.AllDesa = False,
    status: Annotated[Recorded, options.MARK_STATUS] = MarkStatus.DONE,
    day: options.MarkDate = None,
    evidence: options.Evidence = None,
    note: options.Note = None,
    by: options.By = None,
) -> int:
    """Record items at places, all or none."""
    when = option_values.date_of(day, "--date") if day is not None else None
    _check_complete(status, when, evidence)
    shared.enter()

    roster, speaker = shared.open(needs_places=True)
    places, names = lookups.places_and_items(
        roster, [region, *(items or [])], also or [], speaker, all_desa=all_desa
    )
    marks = [
        Mark(place, item, status, when, evidence or "", note or "")
        for place, item in product(places, names)
    ]
    known = journal.open_journal(shared.folder)
    new = [mark for mark in marks if not known.says(mark)]
    if new:
        journal.record(shared.folder, new, by)
    if not shared.quiet:
        for key, told in (
            ("mark.recorded", new),
            ("mark.known", [m for m in marks if m not in new]),
        ):
            if told:
                whole = all_desa and len(told) == len(marks)
                typer.echo(_said(key, roster, told, shared.folder, all_desa=whole))
    return End.CLEAN


def _check_complete(status: MarkStatus, when: date | None, evidence: str | None) -> None:
    """Refuse what is done without its day, or its evidence, or on a day to come."""
    missing = [TYPED[column] for column in lacking(status, when, evidence or "")]
    if len(missing) == 2:
        refuse("usage.done_needs", missing=say("usage.and", one=missing[0], other=missing[1]))
    if missing:
        refuse("usage.done_needs", missing=missing[0])
    if status is MarkStatus.DONE and when is not None and when > option_values.today():
        refuse("usage.done_later", day=when)


def _said(text: str, roster: Roster, marks: Sequence[Mark], folder: Path, *, all_desa: bool) -> str:
    """One line: what is recorded now, or was already, and how to undo it."""
    one = marks[0]
    undated = one.day is None and one.status is MarkStatus.SCHEDULED
    key = "mark.dijadwalkan_undated" if undated else f"mark.{one.status.value}"
    what = say(key, day=one.day, evidence=journal.shown(one.evidence))
    items, places, undo = journal.named(roster, marks, "unmark", folder, all_desa=all_desa)
    return say(text, items=items, places=places, what=what, undo=undo)


# -- withdrawn -------------------------------------------------------------------------------------


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
    roster, speaker = shared.open(needs_places=True)
    places, names = lookups.places_and_items(
        roster, [region, *(items or [])], also or [], speaker, all_desa=all_desa
    )
    known, both = journal.open_journal(shared.folder), list(product(places, names))
    for place, item in both:
        if not _is_marked(known, place, item):
            shown = lookups.place_text(roster, place, speaker)
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
    entries = journal.history(place, item)
    return bool(entries) and entries[-1].mark.status != MarkStatus.WITHDRAWN.value
