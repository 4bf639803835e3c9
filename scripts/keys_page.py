"""The keys of what is written in TOML, part for part, as the models have them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_args

from pydantic import BaseModel


def parts_of(model: type[BaseModel]) -> list[type[BaseModel]]:
    """A model and all those that its fields hold, each once, in the order in which they come."""
    found: list[type[BaseModel]] = []
    ahead = [model]
    while ahead:
        part = ahead.pop(0)
        if part not in found:
            found.append(part)
            for field in part.model_fields.values():
                ahead += _models_in(field.annotation)
    return found


def _models_in(kind: Any) -> Iterator[type[BaseModel]]:
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        yield kind
    for inner in get_args(kind):
        yield from _models_in(inner)
