"""From what was typed to the values a command takes. typer's own way loads pydantic (50 ms) and
speaks English."""

from functools import partial
from typing import Any, Literal, get_args, get_origin

from adhoc_cli.cli.refusal import name_of, refuse
from adhoc_cli.cli.typer_adapter import TyperArgument, TyperOption, kind_of

AnyParam = TyperArgument | TyperOption


def choices(param: AnyParam) -> list[str]:
    """The words a parameter accepts, when it has a fixed list of them."""
    return list(_words(_kind(param)))


def read_plainly(param: AnyParam) -> None:
    """Let `_read` read this parameter. A typer that tells no type of it reads it in its own way."""
    if _kind(param) is not None:
        vars(param)["process_value"] = partial(_read, param)


def _read(param: AnyParam, ctx: Any, value: Any) -> Any:
    """The value of a parameter: checked, there if it must be, and handed to its callback."""
    several = param.multiple or param.nargs == -1
    if value is None:
        value = () if several else None
    elif several:
        value = [_one(_kind(param), item, param) for item in value]
    elif not isinstance(value, bool):
        value = _one(_kind(param), value, param)
    if param.required and value in (None, (), []):
        refuse(f"usage.missing_{param.param_type_name}", name=name_of(param))
    return param.callback(ctx, param, value) if param.callback else value


def _one(kind: Any, value: Any, param: AnyParam) -> Any:
    if value == "":  # `adhoc check "$DIR"` with DIR unset is not a check of this folder
        refuse("usage.empty", name=name_of(param))
    words = _words(kind)
    if words:
        if str(value) not in words:
            refuse("usage.choose", name=name_of(param), choices=", ".join(words))
        return words[str(value)]
    try:
        return kind(value)
    except ValueError:
        refuse("usage.number" if kind is int else "usage.value", name=name_of(param))


def _words(kind: Any) -> dict[str, Any]:
    """The words of a `Literal`, and what each stands for: itself, or a member of an enum."""
    found = get_args(kind) if get_origin(kind) is Literal else ()
    return {str(one): one for one in found}


def _kind(param: AnyParam) -> Any:
    """What a parameter holds: `X` of `X`, `X | None`, `list[X]` and `list[X] | None`."""
    kind = kind_of(param)
    while get_origin(kind) is not Literal and get_args(kind):
        kind = next(part for part in get_args(kind) if part is not type(None))
    return kind
