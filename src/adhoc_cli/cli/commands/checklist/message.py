"""`adhoc checklist message`: texts for WhatsApp, which somebody else sends."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from adhoc_cli.cli import journal, lookups, options, session, verdict
from adhoc_cli.cli.refusal import refuse
from adhoc_cli.cli.roster_options import DAY, RosterOptions, roster_command

if TYPE_CHECKING:
    from adhoc_cli.output.messages import Message


@roster_command("region", "folder", ..., *DAY, "output")
def message(
    shared: RosterOptions,
    *,
    region: options.OptionalRegion = None,
    overdue: options.OverduePlaces = False,
    output: options.MessageFolder = None,
) -> int:
    """Write what a place has still to do."""
    if bool(region) == overdue:
        refuse("usage.region_or_overdue")
    shared.enter()

    from adhoc_cli.checklist.items import level_of
    from adhoc_cli.checklist.place import place_lists
    from adhoc_cli.checklist.progress import progress
    from adhoc_cli.output.messages import message_of

    roster, speaker = shared.open(needs_places=True)
    checklist, marks = roster.profile.checklist, journal.open_journal(shared.folder)
    if region:
        codes = [lookups.the_place(roster, region, speaker)]
    else:
        late = progress(roster, checklist, marks, bodies=roster.expected_bodies).overdue()
        codes = sorted({one.region.code for one in late})
    # An office writes to its bodies of what they have to do, not of what it has itself.
    own = level_of(codes[0]) == "kabupaten" if codes else False
    lists = place_lists(
        roster, checklist, marks, codes, bodies=None if own else roster.profile.badan
    )
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
