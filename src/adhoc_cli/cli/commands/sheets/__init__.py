"""`adhoc sheets`: the roster to Excel and back. Each of its commands is imported when called."""

from __future__ import annotations

import typer

from adhoc_cli.cli.help_text import ShownGroup


class Sheets(ShownGroup):
    """Both commands."""

    path = "sheets"
    lazy = {"out": f"{__name__}.out", "in": f"{__name__}.in_"}  # noqa: RUF012 - a Mapping in the base, so read-only to types


app = typer.Typer(cls=Sheets, add_completion=False, rich_markup_mode=None)


@app.callback()
def sheets() -> None:
    """Stand for both."""
