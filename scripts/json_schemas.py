"""The JSON Schemas of all documents, made from their models."""

from __future__ import annotations

import ast
import inspect
import json
import sys
from collections.abc import Iterator
from itertools import zip_longest
from typing import Any

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core.core_schema import ModelSchema

from adhoc_cli.models.columns import RowModel
from adhoc_cli.models.rows import Anggota
from adhoc_cli.output.models.base import Out
from adhoc_cli.output.models.bimtek import BimtekOut
from adhoc_cli.output.models.calendar import CalendarOut
from adhoc_cli.output.models.check import CheckOut
from adhoc_cli.output.models.checklist import ChecklistOut
from adhoc_cli.output.models.diff import DiffOut
from adhoc_cli.output.models.honor import HonorOut
from adhoc_cli.output.models.imported import ImportOut
from adhoc_cli.output.models.members import MemberOut, MembersOut
from adhoc_cli.output.models.message import MessageOut
from adhoc_cli.output.models.offices import OfficesOut
from adhoc_cli.output.models.quota import HeadcountOut, QuotaOut
from adhoc_cli.output.models.reference import (
    ExplainItemOut,
    ExplainOut,
    InitOut,
    ProfileFaultsOut,
    ProfileOut,
    ProfilesOut,
    RulesOut,
)
from adhoc_cli.output.models.replace import LettersOut, ReplaceOut
from adhoc_cli.output.models.report import ReportOut

_DOCUMENTS: dict[str, Any] = {
    "bimtek": BimtekOut,
    "calendar": CalendarOut,
    "check": CheckOut,
    "checklist": ChecklistOut,
    "diff": DiffOut,
    "explain": ExplainOut,
    "explain-item": ExplainItemOut,
    "honor": HonorOut,
    "import": ImportOut,
    "init": InitOut,
    "letters": LettersOut,
    "members": MembersOut,
    "members-summary": HeadcountOut,
    "message": MessageOut,
    "offices": OfficesOut,
    "profiles": ProfilesOut | ProfileOut | ProfileFaultsOut,
    "quota": QuotaOut,
    "replace": ReplaceOut,
    "report": ReportOut,
    "rules": RulesOut,
}


def schemas() -> Iterator[tuple[str, str]]:
    """The name of every file in `schemas/`, and its text."""
    for name, document in _DOCUMENTS.items():
        made = TypeAdapter(document).json_schema(mode="serialization", schema_generator=_Described)
        said = {"$schema": "https://json-schema.org/draft/2020-12/schema", **_without_titles(made)}
        yield f"adhoc.{name}-1.json", json.dumps(said, indent=2) + "\n"


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
