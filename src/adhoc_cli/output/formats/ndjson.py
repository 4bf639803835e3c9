"""`--format ndjson`: one JSON object a line. The first is the report without its long lists, then
comes one for each of their items; `type` says what a line is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from adhoc_cli.output.formats.api import Format
from adhoc_cli.output.formats.json import members
from adhoc_cli.output.sink import Sink
from adhoc_cli.output.view import Items, View


def write(view: View, sink: Sink) -> None:
    """The view's data, one object a line, in ASCII."""
    data = view.data()
    lists = [value for value in data.values() if isinstance(value, Items)]
    head = {key: value for key, value in data.items() if not isinstance(value, Items)}
    _write({"type": "report", **head}, sink)
    for one in lists:
        for item in one.items:
            _write({"type": one.type, **item}, sink)


def _write(record: Mapping[str, Any], sink: Sink) -> None:
    sink.write(f"{{{', '.join(members(record, personal=sink.personal))}}}\n")


FORMAT = Format("ndjson", "ndjson", write, order=4)
