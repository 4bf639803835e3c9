"""`adhoc checklist import FILE.csv`: a filled-in sheet back into the journal."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import typer

from adhoc_cli.cli import journal, option_values, options, session, verdict
from adhoc_cli.cli.exit_codes import End, Ended
from adhoc_cli.cli.help_text import ShownCommand
from adhoc_cli.cli.language import say
from adhoc_cli.cli.quoting import quoted

if TYPE_CHECKING:
    from adhoc_cli.checklist.filled import Filled
    from adhoc_cli.checklist.read import Journal
    from adhoc_cli.roster.roster import Roster

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command("import", cls=ShownCommand)
def filled(
    sheet: options.SheetArgument,
    folder: options.DirOption = None,
    by: options.By = None,
    form: options.Format = None,
    output: options.Output = None,
    quiet: options.Quiet = False,
) -> int:
    """Record what a filled-in sheet says; a refused row keeps none of the others back."""
    here = folder or Path()
    form = session.form_of(form, output)
    session.enter(here)

    from adhoc_cli.checklist.filled import Fate
    from adhoc_cli.output.views.checklist_filled import FilledView

    session.settle()
    roster = session.open_roster(here, option_values.today(), None, None)
    speaker = session.speaker()
    if verdict.no_places(roster):
        return verdict.of_listing(roster, speaker)
    read = _read(sheet, roster, journal.open_journal(here))
    if read.marks:
        journal.record(here, read.marks, by)
    session.hand_over(FilledView(read, speaker), speaker, form, output, quiet=quiet)
    return End.FINDINGS if read.count(Fate.REFUSED) else End.CLEAN


def _read(sheet: Path, roster: Roster, known: Journal) -> Filled:
    """The sheet; end with exit code 3 where it is none."""
    from adhoc_cli.checklist.filled import SheetUnreadable, read_filled
    from adhoc_cli.output.safe import safe

    if not sheet.is_file():
        text = say("usage.sheet_absent", name=quoted([str(sheet)]))
        raise Ended(End.UNREADABLE, say("usage.error", text=text))
    try:
        return read_filled(sheet, roster, known, option_values.today())
    except SheetUnreadable as refusal:
        file = safe(sheet.name, 120)
        text = say("end.sheet_unreadable", file=file, line=refusal.line)
        raise Ended(End.UNREADABLE, say("usage.error", text=text)) from None
