"""`--format ndjson`: one JSON object a line. The first is the report without its long lists, then
comes one for each of their items; `type` says what a line is."""

from __future__ import annotations

import json

from adhoc_cli.output.formats.api import Format
from adhoc_cli.output.sink import Sink
from adhoc_cli.output.view import Items, View


def write(view: View, sink: Sink) -> None:
    """The view's data, one object a line, in ASCII."""
    data = view.data()
    lists = [value for value in data.values() if isinstance(value, Items)]
    head = {key: value for key, value in data.items() if not isinstance(value, Items)}
    sink.write(json.dumps({"type": "report", **head}) + "\n")
    for one in lists:
        for item in one.items:
            sink.write(json.dumps({"type": one.type, **item}) + "\n")


FORMAT = Format("ndjson", "ndjson", write, order=4)
