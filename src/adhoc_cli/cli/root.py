"""The root of the command line: its commands by name, none of them imported."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Annotated

import typer

from adhoc_cli import __version__
from adhoc_cli.cli.help_text import ShownGroup, localize
from adhoc_cli.cli.language import verbose
from adhoc_cli.cli.typer_adapter import PROGRAM, install_completion, show_completion

if TYPE_CHECKING:
    from adhoc_cli.cli.typer_adapter import Command

NAMES = (
    "init",
    "import",
    "check",
    "quota",
    "members",
    "checklist",
    "bimtek",
    "calendar",
    "replace",
    "message",
    "honor",
    "diff",
    "set",
    "sheets",
    "undo",
    "report",
    "rules",
    "explain",
    "profiles",
    "schema",
)
# Groups, and words of Python, which are no names of a function.
_OTHERS = {
    **{name: f"{name}.app" for name in ("checklist", "bimtek", "sheets")},
    "import": "import_.import_",
    "set": "set_.set_",
}


class Root(ShownGroup):
    """All commands of adhoc."""

    lazy = MappingProxyType({
        name: f"adhoc_cli.cli.commands.{_OTHERS.get(name, f'{name}.{name}')}" for name in NAMES
    })  # fmt: skip


def _version(value: bool) -> None:
    if value:
        typer.echo(f"{PROGRAM} {__version__}")
        if verbose():
            from adhoc_cli.cli import versions

            for line in versions.lines():
                typer.echo(line)
        raise typer.Exit


def _root(
    context: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", help="option.version", is_eager=True, callback=_version)
    ] = False,
    install: Annotated[
        bool,
        typer.Option(
            "--install-completion",
            help="option.install_completion",
            is_eager=True,
            callback=install_completion,
        ),
    ] = False,
    show: Annotated[
        bool,
        typer.Option(
            "--show-completion",
            help="option.show_completion",
            is_eager=True,
            callback=show_completion,
        ),
    ] = False,
) -> int | None:
    """Take the options that stand before the command; without one say how the folder stands."""
    if context.invoked_subcommand is not None:
        return None
    from adhoc_cli.cli.commands.home import home

    return home()


def build() -> Command:
    """Build the root command; its commands are built when they are called."""
    app = typer.Typer(
        cls=Root,
        rich_markup_mode=None,
        add_completion=False,
        pretty_exceptions_enable=False,
        no_args_is_help=False,
        invoke_without_command=True,
        context_settings={"max_content_width": 100, "help_option_names": ["-h", "--help"]},
    )
    app.callback()(_root)
    return localize(typer.main.get_command(app))
