"""`adhoc bimtek print`: sign-in sheets, or rows to fill in at a computer."""

from adhoc_cli.cli import options, session, verdict
from adhoc_cli.cli.refusal import refuse
from adhoc_cli.cli.roster_options import DAY, RosterOptions, roster_command


@roster_command(..., "folder", "region", "body", *DAY)
def sheets(
    shared: RosterOptions, *, output: options.SheetOutput, event: options.EventOption = None
) -> int:
    """Write sign-in sheets of the events of bimtek.csv."""
    session.sheet_ending(output)
    shared.enter()

    from adhoc_cli.output.sheets.sign_in import printed, to_fill_in
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
    head = roster.office.settings.kop.public
    session.write_sheets(output, lambda: to_fill_in(made), lambda: printed(made, speaker, head))
    return verdict.of_listing(roster, speaker)
