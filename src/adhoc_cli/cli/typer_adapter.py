"""What lies inside typer and has no public name, in this file alone.

The types are looked at by mypy only. Completion has no public face; where this version of typer
calls its parts otherwise, completion says so, and everything else works.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer
from typer.completion import shell_complete

from adhoc_cli.cli.language import say
from adhoc_cli.cli.refusal import refuse

if TYPE_CHECKING:
    from typer._click import Command, Context, HelpFormatter, Parameter

    __all__ = ["Command", "Context", "HelpFormatter", "Parameter"]

PROGRAM = "adhoc"
VARIABLE = "_ADHOC_COMPLETE"


def install_completion(ctx: typer.Context, value: bool) -> None:
    """Install completion for the shell at hand, and end the run."""
    if value and not ctx.resilient_parsing:
        shell = _shell()
        try:
            from typer._completion_shared import install
        except ImportError:
            refuse("usage.no_completion")
        shell, path = install(shell=shell, prog_name=PROGRAM, complete_var=VARIABLE)
        typer.echo(say("help.completion_done", shell=shell, path=path))
        raise typer.Exit


def show_completion(ctx: typer.Context, value: bool) -> None:
    """Print the script that completes in the shell at hand, and end the run."""
    if value and not ctx.resilient_parsing:
        shell = _shell()
        try:
            from typer._completion_shared import get_completion_script
        except ImportError:
            refuse("usage.no_completion")
        typer.echo(get_completion_script(prog_name=PROGRAM, complete_var=VARIABLE, shell=shell))
        raise typer.Exit


def complete(command: Command, instruction: str) -> int:
    """Answer a shell that asks what may stand at the end of its line."""
    try:
        from typer._completion_classes import completion_init
    except ImportError:
        return 1  # the shell offers nothing
    completion_init()
    return shell_complete(command, {}, PROGRAM, VARIABLE, instruction)


def _shell() -> str:
    """The shell at hand. Refused where it is none that completion is known for."""
    try:
        from typer._completion_shared import Shells, _get_shell_name
    except ImportError:
        refuse("usage.no_completion")
    name = _get_shell_name()
    if name not in list(Shells):
        refuse("usage.shell", shells=", ".join(Shells))
    return str(name)
