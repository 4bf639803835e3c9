"""`adhoc members`: the roster itself, as a list, as contacts, or counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from adhoc_cli.cli import lookups, option_values, options, progress, session, verdict
from adhoc_cli.cli.help_text import ShownCommand
from adhoc_cli.cli.refusal import refuse

if TYPE_CHECKING:
    from collections.abc import Sequence

    from adhoc_cli.reports.members import Per

app = typer.Typer(add_completion=False, rich_markup_mode=None)

_CARDS = "vcf"


@app.command("members", cls=ShownCommand)
def members(
    directory: options.DirArgument = None,
    folder: options.DirOption = None,
    region: options.Region = None,
    body: options.Bodies = None,
    status: options.Statuses = None,
    columns: options.Columns = None,
    per: options.MembersPerOption = None,
    summary: options.Summary = False,
    as_of: options.AsOf = None,
    profile: options.Profile = None,
    form: options.MembersFormat = None,
    output: options.Output = None,
    quiet: options.Quiet = False,
    show_personal: options.ShowPersonal = False,
    max_size: options.MaxSize = None,
) -> int:
    """List the members of a roster folder."""
    here, day = option_values.folder_of(directory, folder), option_values.day(as_of)
    max_bytes = option_values.size(max_size)
    bodies, statuses = option_values.split(body, "--body"), option_values.split(status, "--status")
    wanted = option_values.split(columns, "--columns")
    form = session.form_of(form, output, "members")
    _refuse_what_clashes(form == _CARDS, wanted, per, summary=summary, personal=show_personal)
    session.enter(here)

    from adhoc_cli.output.views.headcount import HeadcountView
    from adhoc_cli.output.views.members import MembersView
    from adhoc_cli.reports.headcount import count_heads
    from adhoc_cli.reports.members import list_members

    session.settle()
    known_statuses = lookups.known_statuses(statuses)
    fields = lookups.known_columns(wanted)
    with progress.shown(here):
        roster = session.open_roster(here, day, profile, max_bytes)
    speaker = session.speaker(personal=show_personal)
    if region and verdict.no_places(roster):
        return verdict.of_listing(roster, speaker)
    place = lookups.place_of(roster, region, speaker)
    known_bodies = lookups.known_bodies(roster, bodies)
    named = option_values.shown_folder(here)
    view: HeadcountView | MembersView
    if summary:
        heads = count_heads(roster, region=place, bodies=known_bodies, statuses=known_statuses)
        view = HeadcountView(heads, speaker, folder=named)
    else:
        listed = list_members(roster, region=place, bodies=known_bodies, statuses=known_statuses)
        divided: Per | None = per.value if per else None
        view = MembersView(listed, speaker, folder=named, columns=fields, per=divided)
    session.hand_over(view, speaker, form, output, quiet=quiet)
    return verdict.of_listing(roster, speaker)


def _refuse_what_clashes(
    cards: bool,
    columns: Sequence[str],
    per: options.MembersPer | None,
    *,
    summary: bool,
    personal: bool,
) -> None:
    """Refuse options that have no meaning together, and cards with masked numbers."""
    given = {"--format vcf": cards, "--columns": bool(columns), "--per": per is not None}
    for name, is_given in given.items():
        if summary and is_given:
            refuse("usage.not_together", one="--summary", other=name)
    if cards and columns:
        refuse("usage.not_together", one="--columns", other="--format vcf")
    if cards and not personal:
        refuse("usage.vcf_personal")
