"""Completion in the shell that adhoc was called from. typer's own options for it speak English."""

from __future__ import annotations

from typer import Context, Exit, echo
from typer._click import Command

from adhoc_cli.cli.language import say
from adhoc_cli.cli.refusal import refuse

PROGRAM = "adhoc"
VARIABLE = "_ADHOC_COMPLETE"


def install_completion(ctx: Context, value: bool) -> None:
    """Install completion for the shell at hand, and end the run."""
    if value and not ctx.resilient_parsing:
        from typer._completion_shared import install

        shell, path = install(shell=_shell(), prog_name=PROGRAM, complete_var=VARIABLE)
        echo(say("help.completion_done", shell=shell, path=path))
        raise Exit


def show_completion(ctx: Context, value: bool) -> None:
    """Print the script that completes in the shell at hand, and end the run."""
    if value and not ctx.resilient_parsing:
        from typer._completion_shared import get_completion_script

        shell = _shell()
        echo(get_completion_script(prog_name=PROGRAM, complete_var=VARIABLE, shell=shell))
        raise Exit


def complete(command: Command, instruction: str) -> int:
    """Answer a shell that asks what may stand at the end of its line."""
    from typer._completion_classes import completion_init
    from typer.completion import shell_complete

    completion_init()
    return shell_complete(command, {}, PROGRAM, VARIABLE, instruction)


def _shell() -> str:
    """The shell at hand. Refused where it is none that completion is known for."""
    from typer._completion_shared import Shells, _get_shell_name

    name = _get_shell_name()
    if name not in list(Shells):
        refuse("usage.shell", shells=", ".join(Shells))
    return str(name)
