"""The JSON Schemas that ship, and whether a document keeps its own."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

import adhoc_cli.output

SCHEMAS = Path(adhoc_cli.output.__path__[0]) / "schemas"


@cache
def _validator(name: str) -> Draft202012Validator:
    document = json.loads((SCHEMAS / f"{name.replace('/', '-')}.json").read_text())
    Draft202012Validator.check_schema(document)
    return Draft202012Validator(document)


def keeps_its_schema(document: Mapping[str, Any]) -> None:
    """Hold a document to the schema that it names."""
    _validator(document["schema"]).validate(document)
