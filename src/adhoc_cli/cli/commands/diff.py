"""`adhoc diff OLD NEW`: what changed between two rosters."""

from __future__ import annotations

import typer

from adhoc_cli.cli import asked, options, session, verdict
from adhoc_cli.cli.ends import End
from adhoc_cli.cli.shown import ShownCommand

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command("diff", cls=ShownCommand)
def diff(
    old: options.OldArgument,
    new: options.NewArgument,
    as_of: options.AsOf = None,
    profile: options.Profile = None,
    form: options.Format = None,
    output: options.Output = None,
    quiet: options.Quiet = False,
    show_personal: options.ShowPersonal = False,
    max_size: options.MaxSize = None,
) -> int:
    """Compare two roster folders or two files of members."""
    day, max_bytes = asked.day(as_of), asked.size(max_size)
    form = session.form_of(form, output)
    session.enter_either(old)
    session.enter_either(new)  # the last one entered decides on the language

    from adhoc_cli.output.views.diff import Compared, DiffView
    from adhoc_cli.reports.differences.compare import compare_rosters

    session.settle()
    before, after = (session.open_either(at, day, profile, max_bytes) for at in (old, new))
    words = session.speaker(personal=show_personal)
    found = compare_rosters(before, after)
    compared = Compared(asked.shown_folder(old), asked.shown_folder(new))
    session.hand_over(DiffView(found, words, compared=compared), words, form, output, quiet=quiet)
    read = verdict.of_two((old, before), (new, after), words)
    if read is not End.CLEAN:
        return read
    return End.FINDINGS if found.changed else End.CLEAN
