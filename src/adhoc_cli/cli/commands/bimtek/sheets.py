"""`adhoc bimtek print`: sign-in sheets, or rows to fill in at a computer."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from adhoc_cli.cli import options, session, verdict
from adhoc_cli.cli.refusal import refuse
from adhoc_cli.cli.roster_options import DAY, RosterOptions, roster_command

if TYPE_CHECKING:
    from adhoc_cli.output.speaker import Speaker
    from adhoc_cli.reports.bimtek import SignIn
    from adhoc_cli.roster.roster import Roster

_ENDINGS = (".html", ".pdf", ".csv")


@roster_command(..., "folder", "region", "body", *DAY)
def sheets(
    shared: RosterOptions, *, output: options.SheetOutput, event: options.EventOption = None
) -> int:
    """Write sign-in sheets of the events of bimtek.csv."""
    if Path(output).suffix.lower() not in _ENDINGS:
        session.refuse_ending(output, _ENDINGS)
    shared.enter()

    from adhoc_cli.reports.bimtek import sign_in

    roster, speaker = shared.open(needs_places=True)
    found = sign_in(
        roster,
        region=shared.place_in(roster, speaker),
        bodies=shared.bodies_of(roster),
        event=event or "",
    )
    made = list(found)
    if not made:
        refuse("usage.no_sign_in")
    session.write_bytes(Path(output), _bytes(made, roster, speaker, output), private=False)
    session.tell_written(Path(output))
    return verdict.of_listing(roster, speaker)


def _bytes(made: list[SignIn], roster: Roster, speaker: Speaker, output: str) -> bytes:
    """The sheets in the form that the file's name asks for."""
    from adhoc_cli.output.sheets import html, pdf, sign_in

    ending = Path(output).suffix.lower()
    if ending == ".csv":
        return sign_in.to_fill_in(made)
    pages = sign_in.printed(made, speaker, roster.office.settings.kop.baris)
    if ending == ".html":
        return html.write(pages)
    try:
        return pdf.write(pages)
    except pdf.NoPdf:
        refuse("usage.no_pdf")
