"""Usage errors of the parser, said in the language of the run. Their own texts are English."""

from __future__ import annotations

from typer._click.exceptions import (
    BadOptionUsage,
    BadParameter,
    MissingParameter,
    NoSuchOption,
    UsageError,
)
from typer.core import TyperOption
from typer.exceptions import TyperException

from adhoc_cli.cli.language import say
from adhoc_cli.cli.quoting import quoted
from adhoc_cli.cli.reading import shown_name
from adhoc_cli.cli.refusal import UsageFault


def usage_lines(error: TyperException) -> list[str]:
    """The lines for stderr: usage, where the help is, what is wrong."""
    lines: list[str] = []
    if isinstance(error, UsageError) and error.ctx is not None:
        lines.append(error.ctx.get_usage())
        lines.append(say("help.try", command=error.ctx.command_path))
    return [*lines, say("usage.error", text=explain(error))]


def explain(error: TyperException) -> str:
    """Say what is wrong with the command line; no value is repeated."""
    if isinstance(error, UsageFault):
        return error.message
    if isinstance(error, NoSuchOption):
        text = say("usage.no_such_option", name=quoted([error.option_name]))
        if error.possibilities:
            text += " " + say("usage.meant", names=quoted(sorted(error.possibilities)))
        return text
    if isinstance(error, BadOptionUsage):
        return _about_option(error)
    if isinstance(error, BadParameter):
        return _about_value(error)
    return say("usage.unclear")


def _about_option(error: BadOptionUsage) -> str:
    params = error.ctx.command.params if error.ctx else []
    option = next((p for p in params if error.option_name in p.opts), None)
    flag = (isinstance(option, TyperOption) and option.is_flag) or error.option_name == "--help"
    key = "usage.takes_no_value" if flag else "usage.needs_value"
    return say(key, name=quoted([error.option_name]))


def _about_value(error: BadParameter) -> str:
    param = error.param
    if param is None:
        return say("usage.unclear")
    if isinstance(error, MissingParameter):
        return say(f"usage.missing_{param.param_type_name}", name=shown_name(param))
    return say("usage.value", name=shown_name(param))
