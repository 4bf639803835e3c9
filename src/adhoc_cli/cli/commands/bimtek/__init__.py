"""`adhoc bimtek`: training. Each of its commands is imported when it is called."""

from __future__ import annotations

import typer

from adhoc_cli.cli.help_text import ShownGroup

_FILES = {"status": "status", "print": "sheets"}  # Python keeps print for itself


class Bimtek(ShownGroup):
    """All commands of the training."""

    path = "bimtek"
    lazy = {name: f"{__name__}.{file}" for name, file in _FILES.items()}  # noqa: RUF012 - a Mapping in the base, so read-only to types


app = typer.Typer(
    cls=Bimtek, add_completion=False, rich_markup_mode=None, invoke_without_command=True
)


@app.callback()
def bimtek(context: typer.Context) -> int | None:
    """Show who came, in the current folder, where no command is named."""
    if context.invoked_subcommand is not None:
        return None
    from adhoc_cli.cli.commands.bimtek.status import status

    return status()
