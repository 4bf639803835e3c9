"""`adhoc checklist`: coordination. Each of its commands is imported when it is called."""

from __future__ import annotations

import typer

from adhoc_cli.cli.help_text import ShownGroup

_COMMANDS = ("status", "show", "mark", "unmark", "history", "message", "print", "import")
_FILES = {"print": "sheets", "import": "filled"}  # Python keeps these speaker for itself


class Checklist(ShownGroup):
    """All commands of the checklist."""

    path = "checklist"
    lazy = {name: f"{__name__}.{_FILES.get(name, name)}" for name in _COMMANDS}  # noqa: RUF012 - a Mapping in the base, so read-only to types


app = typer.Typer(
    cls=Checklist, add_completion=False, rich_markup_mode=None, invoke_without_command=True
)


@app.callback()
def checklist(context: typer.Context) -> int | None:
    """Show the progress in the current folder where no command is named."""
    if context.invoked_subcommand is not None:
        return None
    from adhoc_cli.cli.commands.checklist.status import status

    return status()
