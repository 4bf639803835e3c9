"""`adhoc checklist message`: texts for WhatsApp, which somebody else sends."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from adhoc_cli.cli import journal, lookups, option_values, options, session, verdict
from adhoc_cli.cli.help_text import ShownCommand
from adhoc_cli.cli.refusal import refuse

if TYPE_CHECKING:
    from adhoc_cli.output.messages import Message

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command("message", cls=ShownCommand)
def message(
    region: options.OptionalRegion = None,
    folder: options.DirOption = None,
    overdue: options.OverduePlaces = False,
    as_of: options.AsOf = None,
    profile: options.Profile = None,
    output: options.MessageFolder = None,
) -> int:
    """Write what a place has still to do."""
    here, day = folder or Path(), option_values.day(as_of)
    if bool(region) == overdue:
        refuse("usage.region_or_overdue")
    session.enter(here)

    from adhoc_cli.checklist.place import place_lists
    from adhoc_cli.checklist.progress import progress
    from adhoc_cli.output.messages import message_of

    session.settle()
    roster = session.open_roster(here, day, profile, None)
    speaker = session.speaker()
    if verdict.no_places(roster):
        return verdict.of_listing(roster, speaker)
    checklist, marks = roster.profile.checklist, journal.open_journal(here)
    if region:
        codes = [lookups.the_place(roster, region, speaker)]
    else:
        late = progress(roster, checklist, marks, bodies=roster.expected_bodies).overdue()
        codes = sorted({one.region.code for one in late})
    lists = place_lists(roster, checklist, marks, codes)
    _deliver([message_of(listed, speaker, urgent=overdue) for listed in lists], output)
    return verdict.of_listing(roster, speaker)


def _deliver(messages: Sequence[Message], output: str | None) -> None:
    """To standard output, a blank line between them, or one file each into a folder."""
    if output is None or output == "-":
        typer.echo("\n".join(one.text for one in messages), nl=False)
        return
    folder = Path(output)
    session.make_folder(folder)
    for one in messages:
        session.write_bytes(folder / one.file, one.text.encode(), private=False)
