"""Why a command line is refused, in the language of the run: the parser speaks English."""

from collections.abc import Iterable
from typing import Any, NoReturn

from adhoc_cli.cli.exit_codes import End, Ended
from adhoc_cli.cli.language import say, translator
from adhoc_cli.text.translator import up_to

_LONGEST = 120  # characters of one name; a message is one line


class UsageFault(Exception):  # noqa: N818 - told apart from the errors of the parser
    """The command line is refused, for the reason in `text`; `ctx` is the command that was called,
    whose usage line stands before it."""

    def __init__(self, text: str, ctx: Any = None) -> None:
        super().__init__(text)
        self.text = text
        self.ctx = ctx


def refuse(key: str, **values: object) -> NoReturn:
    """Refuse the command line with the text of `key`; the command adds its usage line."""
    raise UsageFault(say(key, **values)) from None


def end(code: End, text: str) -> NoReturn:
    """End the run with an error, where the command line is not to blame."""
    raise Ended(code, error_line(text)) from None


def error_line(text: str) -> str:
    """What ends a run, as stderr tells it; it may be several lines, and is said already."""
    return say("usage.error", text="") + text


def quoted(names: Iterable[str]) -> str:
    """Names for a message: nothing that a terminal could obey, and nothing personal."""
    # Each by itself: an address goes on to the end of its text.
    return ", ".join(f"'{translator().free(up_to(name, _LONGEST))}'" for name in names)


def usage_lines(error: Exception) -> list[str]:
    """The lines for stderr: usage, where the help is, what is wrong."""
    lines: list[str] = []
    ctx = getattr(error, "ctx", None)
    if ctx is not None:
        lines.append(ctx.get_usage())
        lines.append(say("help.try", command=ctx.command_path))
    return [*lines, error_line(_explain(error))]


def name_of(param: Any) -> str:
    """The name under which a parameter is known to whoever types it."""
    if param.param_type_name == "argument":
        return str(param.metavar or (param.name or "").upper())
    return str(max(param.opts, key=len))


def _explain(error: Any) -> str:
    """Say what is wrong with the command line; no value is repeated. The errors of the parser are
    told apart by what they carry, for their classes have no public name."""
    if isinstance(error, UsageFault):
        return error.text
    param = getattr(error, "param", None)
    if hasattr(error, "possibilities"):
        text = say("usage.no_such_option", name=quoted([error.option_name]))
        if error.possibilities:
            text += " " + say("usage.meant", names=quoted(sorted(error.possibilities)))
        return text
    if hasattr(error, "option_name"):
        return _about_option(error)
    if param is None:
        return say("usage.unclear")
    if hasattr(error, "param_type"):
        return say(f"usage.missing_{param.param_type_name}", name=name_of(param))
    return say("usage.value", name=name_of(param))


def _about_option(error: Any) -> str:
    params = error.ctx.command.params if error.ctx else []
    option = next((p for p in params if error.option_name in p.opts), None)
    flag = getattr(option, "is_flag", False) or error.option_name == "--help"
    key = "usage.takes_no_value" if flag else "usage.needs_value"
    return say(key, name=quoted([error.option_name]))
