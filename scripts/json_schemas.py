"""The JSON Schemas of all documents, made from their models."""

from __future__ import annotations

import ast
import inspect
import json
import sys
from collections.abc import Iterator
from importlib import import_module
from itertools import zip_longest
from pkgutil import iter_modules
from typing import Any, Literal, get_origin

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core.core_schema import ModelSchema

import adhoc_cli.output.models as package
from adhoc_cli.models.columns import RowModel
from adhoc_cli.models.rows import Anggota
from adhoc_cli.output.models.base import DocumentOut, Out
from adhoc_cli.output.models.members import MemberOut


def _documents() -> dict[str, Any]:
    """What each schema is of, in the order of their names, found by walking the models. Some
    documents are of one of several models."""
    found: dict[str, Any] = {}
    for module in iter_modules(package.__path__):
        of_module = import_module(f"{package.__name__}.{module.name}")
        for model in vars(of_module).values():
            if _is_document(model) and model.__module__ == of_module.__name__:
                name = model.schema_name()
                found[name] = found[name] | model if name in found else model
    return dict(sorted(found.items(), key=lambda one: one[0].split("/")))


def _is_document(model: object) -> bool:
    """Whether a model says which document it is of: the bases do not."""
    if not isinstance(model, type) or not issubclass(model, DocumentOut):
        return False
    return get_origin(model.model_fields["schema_"].annotation) is Literal


def schemas() -> Iterator[tuple[str, str]]:
    """The name of every file in `schemas/`, and its text."""
    for name, document in _documents().items():
        made = TypeAdapter(document).json_schema(mode="serialization", schema_generator=_Described)
        said = {"$schema": "https://json-schema.org/draft/2020-12/schema", **_without_titles(made)}
        yield f"{name.replace('/', '-')}.json", json.dumps(said, indent=2) + "\n"


class _Described(GenerateJsonSchema):
    """Gives each field the docstring under it. pydantic's own `use_attribute_docstrings` reads the
    sources whenever a model is made: 6 % of the time of a check."""

    def model_schema(self, schema: ModelSchema) -> JsonSchemaValue:
        made = super().model_schema(schema)
        texts = _docstrings(schema["cls"])
        for name, field in schema["cls"].model_fields.items():
            if texts.get(name):
                made["properties"][field.serialization_alias or name]["description"] = texts[name]
        return made


def _docstrings(model: type[Any]) -> dict[str, str]:
    """The docstring of every field of a model that has one, its own or that of a base."""
    if model is MemberOut:
        columns = {**_docstrings(Anggota), "nama_wilayah": "the name of the place"}
        return {**_docstrings(Out), **columns}
    if not issubclass(model, (Out, RowModel)):
        return {}
    found = {name: text for base in model.__bases__ for name, text in _docstrings(base).items()}
    for made in ast.parse(inspect.getsource(sys.modules[model.__module__])).body:
        if isinstance(made, ast.ClassDef) and made.name == model.__name__:
            found |= _below_fields(made)
    return found


def _below_fields(made: ast.ClassDef) -> Iterator[tuple[str, str]]:
    for field, below in zip_longest(made.body, made.body[1:]):
        match field, below:
            case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(ast.Constant(str(text))):
                yield name, inspect.cleandoc(text)
            case ast.AnnAssign(target=ast.Name(id=name)), _:
                yield name, ""


def _without_titles(schema: Any, *, named: bool = False) -> Any:
    """Without the titles that pydantic makes of the names of fields, which say nothing new;
    `named`: the keys here are names of fields, of which one may be `title`."""
    if isinstance(schema, list):
        return [_without_titles(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    return {
        key: _without_titles(value, named=key in {"properties", "$defs"} and not named)
        for key, value in schema.items()
        if named or key != "title"
    }
