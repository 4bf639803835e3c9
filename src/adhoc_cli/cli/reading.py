"""From what was typed to the values a command takes."""

from __future__ import annotations

from enum import Enum
from pathlib import Path
from typing import Any, NoReturn, get_args, get_origin

from typer._click import Context, Parameter
from typer._coercion import RuntimeParam
from typer.core import TyperArgument, TyperOption

from adhoc_cli.cli.refusal import refuse


def choices(param: Parameter) -> list[str]:
    """The values a parameter accepts, when it has a fixed list of them."""
    if not isinstance(param, TyperArgument | TyperOption):
        return []
    kind = _kind(param.type_descriptor.annotation)
    return [str(one.value) for one in kind] if isinstance(kind, type(Enum)) else []


def shown_name(param: Parameter) -> str:
    """The name under which a parameter is known to whoever types it."""
    if isinstance(param, TyperArgument):
        return param.metavar or (param.name or "").upper()
    return max(param.opts, key=len)


class Reading(RuntimeParam):
    """Reads what was typed. typer's own way loads pydantic (50 ms) and speaks English."""

    def _coerce_value(self, value: Any, param: Parameter, ctx: Context) -> Any:
        kind = _kind(self.annotation)
        if isinstance(value, list | tuple):
            return [_one(kind, item, param) for item in value]
        return _one(kind, value, param)


def read_plainly(param: TyperArgument | TyperOption) -> None:
    """Let `Reading` read this parameter."""
    descriptor = param.type_descriptor
    param._runtime_param = Reading(descriptor.parameter_info, descriptor.annotation)  # noqa: SLF001 - typer has no other way in


def _one(kind: Any, value: Any, param: Parameter) -> Any:
    if isinstance(value, kind) and not isinstance(value, str | Path):
        return value
    if value == "":  # `adhoc check "$DIR"` with DIR unset is not a check of this folder
        refuse("usage.empty", name=shown_name(param))
    try:
        return kind(value)
    except ValueError:
        _refuse_value(kind, param)


def _refuse_value(kind: Any, param: Parameter) -> NoReturn:
    if allowed := choices(param):
        refuse("usage.choose", name=shown_name(param), choices=", ".join(allowed))
    refuse("usage.number" if kind is int else "usage.value", name=shown_name(param))


def _kind(annotation: Any) -> Any:
    """`X` of `X`, `X | None`, `list[X]` and `list[X] | None`."""
    if get_origin(annotation) is list:
        return _kind(get_args(annotation)[0])
    parts = [part for part in get_args(annotation) if part is not type(None)]
    return _kind(parts[0]) if parts else annotation
