"""What lies inside typer and has no public name, in this file alone.

typer says of no class of its parser where it will lie in the next version, and of completion it has
no public face. Where this version calls a part otherwise, a class is found by what typer makes of a
command, help is plainer, or completion says that there is none; every command runs.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import typer

from adhoc_cli.cli.language import say
from adhoc_cli.cli.refusal import refuse

if TYPE_CHECKING:
    from typer._click import Command, Context, HelpFormatter, Parameter
    from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption
    from typer.exceptions import TyperException
else:

    def _as_made() -> tuple[type, type, type, type]:
        """The classes of an argument, a command, a group and an option, as typer makes them."""
        app = typer.Typer(add_completion=False)
        app.command()(lambda argument, option=0: None)
        command = typer.main.get_command(app)
        argument, option = command.params
        app.callback()(lambda: None)
        return type(argument), type(command), type(typer.main.get_command(app)), type(option)

    Command = object  # what commands and groups of typer share is the base of no class of ours
    # BadParameter is public: it is a usage error, which is an error of the parser, an Exception.
    TyperException = typer.BadParameter.__mro__[-4]
    try:
        from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption
    except ImportError:
        TyperArgument, TyperCommand, TyperGroup, TyperOption = _as_made()

__all__ = [
    "PROGRAM", "VARIABLE", "Command", "Context", "HelpFormatter", "Parameter", "TyperArgument",
    "TyperCommand", "TyperException", "TyperGroup", "TyperOption", "complete", "completion_script",
    "install_completion", "kind_of", "show_completion",
]  # fmt: skip

PROGRAM = "adhoc"
VARIABLE = "_ADHOC_COMPLETE"
# How the types of a parameter were called before typer kept what stands in the function.
_CALLED = {"text": str, "integer": int, "integer range": int, "path": Path, "boolean": bool}


def kind_of(param: Any) -> Any:
    """What a function says that a parameter holds. None: typer does not tell."""
    told = getattr(getattr(param, "type_descriptor", None), "annotation", None)
    if told is not None:
        return told
    kind = getattr(param, "type", None)
    words = tuple(getattr(kind, "choices", ()))
    return Literal[words] if words else _CALLED.get(getattr(kind, "name", ""))


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
        typer.echo(completion_script(_shell()))
        raise typer.Exit


def completion_script(shell: str) -> str:
    """The script that completes in this shell."""
    try:
        from typer._completion_shared import get_completion_script
    except ImportError:
        refuse("usage.no_completion")
    return get_completion_script(prog_name=PROGRAM, complete_var=VARIABLE, shell=shell)


def complete(command: Command, instruction: str) -> int:
    """Answer a shell that asks what may stand at the end of its line."""
    try:
        from typer._completion_classes import completion_init
        from typer.completion import shell_complete
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
