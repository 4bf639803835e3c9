"""`adhoc checklist print`: sheets to fill in by hand, or in a spreadsheet."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from adhoc_cli.cli import journal, lookups, options, session, verdict
from adhoc_cli.cli.refusal import refuse
from adhoc_cli.cli.roster_options import DAY, RosterOptions, roster_command

if TYPE_CHECKING:
    from adhoc_cli.checklist.sheets import Sheet
    from adhoc_cli.output.speaker import Speaker
    from adhoc_cli.roster.roster import Roster

_ENDINGS = (".html", ".pdf", ".csv")


@roster_command(..., "folder", "region", "body", *DAY)
def sheets(shared: RosterOptions, *, output: options.SheetOutput) -> int:
    """Write sheets: one page for each body at each place."""
    if Path(output).suffix.lower() not in _ENDINGS:
        session.refuse_ending(output, _ENDINGS)
    shared.enter()

    from adhoc_cli.checklist.sheets import sheets_of

    roster, speaker = shared.open(needs_places=True)
    bodies = lookups.meeting_bodies(roster, shared.bodies)
    code = shared.place_in(roster, speaker)
    marks = journal.open_journal(shared.folder)
    pages = list(sheets_of(roster, marks, region=code, bodies=bodies))
    if not pages:
        _refuse(roster, bodies, speaker)
    session.write_bytes(Path(output), _bytes(pages, roster, speaker, output), private=False)
    session.tell_written(Path(output))
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


def _bytes(pages: list[Sheet], roster: Roster, speaker: Speaker, output: str) -> bytes:
    """The pages in the form that the file's name asks for."""
    from adhoc_cli.output.sheets import csv, html, pdf
    from adhoc_cli.output.sheets.page import printed

    ending = Path(output).suffix.lower()
    if ending == ".csv":
        return csv.write(pages, speaker.lang)
    lines = roster.office.settings.kop.baris
    made = printed(
        pages, speaker, letterhead=lines, profile=roster.profile.nama, as_of=roster.as_of
    )
    if ending == ".html":
        return html.write(made)
    try:
        return pdf.write(made)
    except pdf.NoPdf:
        refuse("usage.no_pdf")
