"""`adhoc honor`: who is paid what for a month."""

from __future__ import annotations

from typing import TYPE_CHECKING

from adhoc_cli.cli import option_values, options
from adhoc_cli.cli.exit_codes import End
from adhoc_cli.cli.refusal import refuse
from adhoc_cli.cli.roster_options import FOLDER, RESULT, RosterOptions, roster_command

if TYPE_CHECKING:
    from adhoc_cli.output.speaker import Speaker
    from adhoc_cli.reports.payees import Honor
    from adhoc_cli.roster.roster import Roster

_PDF = "pdf"


@roster_command(*FOLDER, ..., "region", "body", "profile", *RESULT)
def honor(shared: RosterOptions, *, month: options.MonthOption) -> int:
    """List who is paid what for a month."""
    asked = option_values.month(month, "--month")
    shared.enter()

    from adhoc_cli.output.views.honor import HonorView
    from adhoc_cli.reports.honor import honor_of
    from adhoc_cli.reports.payees import month_of

    days = month_of(*asked)
    roster, speaker = shared._replace(day=days.last).open(needs_places=True)
    place, bodies = shared.place_in(roster, speaker), shared.bodies_of(roster)
    found = honor_of(roster, days, region=place, bodies=bodies)
    pages = _pages(found, roster, speaker) if shared.form == _PDF else b""
    name = shared.folder_name
    view = HonorView(found, speaker, folder=name, law=roster.profile, printed=pages)
    code = shared.show(view, roster)
    return End.FINDINGS if code is End.CLEAN and not found.is_whole else code


def _pages(found: Honor, roster: Roster, speaker: Speaker) -> bytes:
    """The list to sign; ends the run where nobody is paid, or the library is not installed."""
    from adhoc_cli.output.sheets import pay_list, pdf

    if not found.lists:
        refuse("usage.nobody_paid")
    head = roster.office.settings.kop.public
    try:
        return pdf.write(pay_list.printed(found, speaker, letterhead=head, profile=roster.profile))
    except pdf.NoPdf:
        refuse("usage.no_pdf_honor")
