"""`adhoc checklist print`: sheets to fill in by hand, or in a spreadsheet."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import typer

from adhoc_cli.cli import journal, lookups, option_values, options, session, verdict
from adhoc_cli.cli.help_text import ShownCommand
from adhoc_cli.cli.refusal import refuse

if TYPE_CHECKING:
    from adhoc_cli.checklist.sheets import Sheet
    from adhoc_cli.output.speaker import Speaker
    from adhoc_cli.roster.roster import Roster

app = typer.Typer(add_completion=False, rich_markup_mode=None)
_ENDINGS = (".html", ".pdf", ".csv")


@app.command("print", cls=ShownCommand)
def sheets(
    output: options.SheetOutput,
    folder: options.DirOption = None,
    region: options.Region = None,
    body: options.Bodies = None,
    as_of: options.AsOf = None,
    profile: options.Profile = None,
) -> int:
    """Write sheets: one page for each body at each place."""
    here, day = folder or Path(), option_values.day(as_of)
    bodies = option_values.split(body, "--body")
    if Path(output).suffix.lower() not in _ENDINGS:
        refuse("usage.sheet_ending")
    session.enter(here)

    from adhoc_cli.checklist.sheets import sheets_of

    session.settle()
    roster = session.open_roster(here, day, profile, None)
    speaker = session.speaker()
    if verdict.no_places(roster):
        return verdict.of_listing(roster, speaker)
    known = lookups.known_bodies(roster, bodies) or roster.expected_bodies
    code = lookups.place_of(roster, region, speaker)
    marks = journal.open_journal(here)
    pages = list(sheets_of(roster, marks, region=code, bodies=known))
    if not pages:
        refuse("usage.no_sheets")
    session.write_bytes(Path(output), _bytes(pages, roster, speaker, output), private=False)
    return verdict.of_listing(roster, speaker)


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
