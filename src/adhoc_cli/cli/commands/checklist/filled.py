"""`adhoc checklist import FILE.csv`: a filled-in sheet back into the journal."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from adhoc_cli.cli import journal, option_values, options
from adhoc_cli.cli.exit_codes import End
from adhoc_cli.cli.language import say
from adhoc_cli.cli.refusal import end, quoted
from adhoc_cli.cli.roster_options import RosterOptions, roster_command

if TYPE_CHECKING:
    from adhoc_cli.checklist.filled import Filled
    from adhoc_cli.checklist.read import Journal
    from adhoc_cli.roster.roster import Roster


@roster_command("sheet", "folder", ..., "form", "output", "quiet")
def filled(shared: RosterOptions, *, sheet: options.SheetArgument, by: options.By = None) -> int:
    """Record what a filled-in sheet says; a refused row keeps none of the others back."""
    shared.enter()

    from adhoc_cli.checklist.filled import Fate
    from adhoc_cli.output.views.checklist_filled import FilledView

    roster, speaker = shared.open(needs_places=True)
    read = _read(sheet, roster, journal.open_journal(shared.folder))
    if read.marks:
        journal.record(shared.folder, read.marks, by)
    shared.hand_over(FilledView(read, speaker), speaker)
    return End.FINDINGS if read.count(Fate.REFUSED) else End.CLEAN


def _read(sheet: Path, roster: Roster, known: Journal) -> Filled:
    """The sheet; end with exit code 3 where it is none."""
    from adhoc_cli.checklist.filled import SheetUnreadable, read_filled
    from adhoc_cli.output.safe import safe

    if not sheet.is_file():
        end(End.UNREADABLE, say("usage.sheet_absent", name=quoted([str(sheet)])))
    try:
        return read_filled(sheet, roster, known, option_values.today())
    except SheetUnreadable as refusal:
        file = safe(sheet.name, 120)
        end(End.UNREADABLE, say("end.sheet_unreadable", file=file, line=refusal.line))
