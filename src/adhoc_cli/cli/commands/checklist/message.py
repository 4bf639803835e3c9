"""`adhoc checklist message`: texts for WhatsApp, which somebody else sends."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from adhoc_cli.cli import journal, lookups, options, session, verdict
from adhoc_cli.cli.refusal import refuse
from adhoc_cli.cli.roster_options import DAY, FOLDER, RosterOptions, roster_command
from adhoc_cli.output.formats import ending_of

if TYPE_CHECKING:
    from adhoc_cli.output.messages import Message


_ENDING = "txt"  # of one file with all texts; a folder has none


@roster_command("region", *FOLDER, ..., *DAY, "output")
def message(
    shared: RosterOptions,
    *,
    region: options.OptionalRegion = None,
    overdue: options.OverduePlaces = False,
    output: options.MessageFolder = None,
) -> int:
    """Write what a place has still to do."""
    if overdue and region and shared.folder == Path() and Path(region).is_dir():
        shared, region = shared._replace(folder=Path(region)), None
    if bool(region) == overdue:
        refuse("usage.region_or_overdue")
    if ending_of(output) not in {"", _ENDING}:
        session.refuse_ending(str(output), [f".{_ENDING}"])
    shared.enter()

    from adhoc_cli.checklist.place import place_lists
    from adhoc_cli.checklist.progress import progress
    from adhoc_cli.models.codes import level_of
    from adhoc_cli.output.messages import message_of

    roster, speaker = shared.open(needs_places=True)
    marks = journal.open_journal(shared.folder)
    if region:
        codes = [lookups.the_place(roster, region, speaker)]
    else:
        late = progress(roster, marks, bodies=roster.expected_bodies).overdue()
        codes = sorted({one.region.code for one in late})
    # An office writes to its bodies of what they have to do, not of what it has itself.
    own = level_of(codes[0]) == "kabupaten" if codes else False
    lists = place_lists(roster, marks, codes, bodies=None if own else roster.profile.badan)
    _deliver([message_of(listed, speaker, urgent=overdue) for listed in lists], output)
    return verdict.of_listing(roster, speaker)


def _deliver(messages: Sequence[Message], output: str | None) -> None:
    """To standard output or one file, a blank line between them, or one file each into a folder."""
    together = "\n".join(one.text for one in messages)
    if output is None or output == "-":
        typer.echo(together, nl=False)
        return
    path = Path(output)
    if ending_of(output):
        session.write_bytes(path, together.encode(), private=False)
    else:
        session.make_folder(path)
        for one in messages:
            session.write_bytes(path / one.file, one.text.encode(), private=False)
    session.tell_written(path)
