"""`adhoc quota`: seats required, filled, vacant and in excess."""

from __future__ import annotations

import typer

from adhoc_cli.cli import lookups, option_values, options, progress, session, verdict
from adhoc_cli.cli.help_text import ShownCommand

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command("quota", cls=ShownCommand)
def quota(
    directory: options.DirArgument = None,
    folder: options.DirOption = None,
    region: options.Region = None,
    body: options.Bodies = None,
    per: options.PerOption = None,
    short: options.Short = False,
    as_of: options.AsOf = None,
    profile: options.Profile = None,
    fail_on: options.FailOnOption = options.FailOn.ERROR,
    form: options.Format = None,
    output: options.Output = None,
    quiet: options.Quiet = False,
    show_personal: options.ShowPersonal = False,
    max_size: options.MaxSize = None,
) -> int:
    """Count the seats of a roster folder."""
    here, day = option_values.folder_of(directory, folder), option_values.day(as_of)
    max_bytes = option_values.size(max_size)
    bodies = option_values.split(body, "--body")
    form = session.form_of(form, output)
    session.enter(here)

    from adhoc_cli.output.views.quota import QuotaView
    from adhoc_cli.reports.quota import quota_of

    session.settle()
    with progress.shown(here):
        roster = session.open_roster(here, day, profile, max_bytes)
    speaker = session.speaker(personal=show_personal)
    if region and verdict.no_places(roster):
        return verdict.of_listing(roster, speaker)
    counted = quota_of(
        roster,
        per=per.value if per else None,
        bodies=lookups.known_bodies(roster, bodies),
        short=short,
        region=lookups.place_of(roster, region, speaker),
    )
    session.hand_over(
        QuotaView(counted, speaker, folder=option_values.shown_folder(here)),
        speaker,
        form,
        output,
        quiet=quiet,
    )
    return verdict.of_seats(counted.vacant + counted.excess, roster, speaker, fail_on)
