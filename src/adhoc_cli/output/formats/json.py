"""`--format json`: one document. Only ASCII: no byte of it can turn a line or ring a bell.

Indented by two; a record of a long list has a line for each of its keys, and is written as the list
is walked.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from adhoc_cli.output.formats.api import Format
from adhoc_cli.output.safe import safe_data
from adhoc_cli.output.sink import Sink
from adhoc_cli.output.view import Items, View


def write(view: View, sink: Sink) -> None:
    """The view's data as one JSON document."""
    before = "{"
    for key, value in view.data().items():
        sink.write(f"{before}\n  {json.dumps(key)}: ")
        for piece in _pieces(value, sink):
            sink.write(piece)
        before = ","
    sink.write("\n}\n")


def _pieces(value: Any, sink: Sink) -> Iterator[str]:
    if not isinstance(value, Items):
        shown = safe_data(value, personal=sink.personal)
        yield json.dumps(shown, indent=2).replace("\n", "\n  ")
        return
    before = "["
    for item in value.items:
        yield f"{before}\n    {_record(safe_data(item, personal=sink.personal))}"
        before = ","
    yield "[]" if before == "[" else "\n  ]"


def _record(item: Mapping[str, Any]) -> str:
    # The C encoder knows no indent, and Python's own takes ten times as long: a line for each key.
    lines = (f"      {json.dumps(key)}: {json.dumps(value)}" for key, value in item.items())
    return "{\n" + ",\n".join(lines) + "\n    }"


FORMAT = Format("json", "json", write, order=3)
