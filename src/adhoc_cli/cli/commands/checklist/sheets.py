"""`adhoc checklist print`: sheets to fill in by hand, or in a spreadsheet; and
`adhoc checklist import`, which takes a filled-in one back into the journal."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from adhoc_cli.cli import journal, lookups, option_values, options, session, verdict
from adhoc_cli.cli.exit_codes import End
from adhoc_cli.cli.language import say
from adhoc_cli.cli.refusal import end, quoted, refuse
from adhoc_cli.cli.roster_options import DAY, RosterOptions, roster_command

if TYPE_CHECKING:
    from adhoc_cli.checklist.filled import Filled
    from adhoc_cli.checklist.read import Journal
    from adhoc_cli.output.speaker import Speaker
    from adhoc_cli.roster.roster import Roster


@roster_command(..., "folder", "region", "body", *DAY)
def sheets(shared: RosterOptions, *, output: options.SheetOutput) -> int:
    """Write sheets: one page for each body at each place."""
    session.sheet_ending(output)
    shared.enter()

    from adhoc_cli.checklist.sheets import sheets_of
    from adhoc_cli.output.sheets import csv
    from adhoc_cli.output.sheets.page import printed

    roster, speaker = shared.open(needs_places=True)
    bodies = lookups.meeting_bodies(roster, shared.bodies)
    code = shared.place_in(roster, speaker)
    marks = journal.open_journal(shared.folder)
    pages = list(sheets_of(roster, marks, region=code, bodies=bodies))
    if not pages:
        _refuse(roster, bodies, speaker)
    head, profile = roster.office.settings.kop.public, roster.profile.nama
    session.write_sheets(
        output,
        lambda: csv.write(pages, speaker.lang),
        lambda: printed(pages, speaker, letterhead=head, profile=profile, as_of=roster.as_of),
    )
    return verdict.of_listing(roster, speaker)


def _refuse(roster: Roster, bodies: Sequence[str], speaker: Speaker) -> NoReturn:
    """Say why there is no sheet: the terms are over, or there is no item at all."""
    from adhoc_cli.output.views.common import look_back
    from adhoc_cli.profiles.calendar import outside

    over = look_back(speaker, roster.calendar)
    reason = outside(roster.calendar.outside_of(bodies))
    if over or reason:
        refuse("usage.sheets_over", reason=over or (reason and speaker.reason(reason)))
    refuse("usage.no_sheets")


# -- and back --------------------------------------------------------------------------------------


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
    shared.hand_over(FilledView(read, speaker))
    return End.FINDINGS if read.count(Fate.REFUSED) else End.CLEAN


def _read(sheet: Path, roster: Roster, known: Journal) -> Filled:
    """The sheet; end with exit code 3 where it is none."""
    from adhoc_cli.checklist.filled import SheetUnreadable, read_filled
    from adhoc_cli.text.translator import up_to

    if not sheet.is_file():
        end(End.UNREADABLE, say("usage.sheet_absent", name=quoted([str(sheet)])))
    try:
        return read_filled(sheet, roster, known, option_values.today())
    except SheetUnreadable as refusal:
        file = up_to(sheet.name, 120)
        end(End.UNREADABLE, say("end.sheet_unreadable", file=file, line=refusal.line))
