"""`--format json`: one document. Only ASCII: no byte of it can turn a line or ring a bell.

Indented by two; a record of a long list has a line for each of its keys, and is written as the list
is walked.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from json.encoder import encode_basestring_ascii
from typing import Any

from adhoc_cli.output.blocks import Columns, at_once, blocks_of
from adhoc_cli.output.formats.api import Format
from adhoc_cli.output.safe import safe_data
from adhoc_cli.output.sink import Sink
from adhoc_cli.output.view import Items, View
from adhoc_cli.text.personal import all_without_personal, without_personal


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
    for text in objects(value.items, sink, between=",\n      "):
        yield f"{before}\n    {{\n      {text}\n    }}"
        before = ","
    yield "[]" if before == "[" else "\n  ]"


def objects(items: Iterable[Mapping[str, Any]], sink: Sink, between: str) -> Iterator[str]:
    """The members of each record of a list, masked and written a column at a time."""
    for columns in blocks_of(items):
        yield from _objects(columns, sink.personal, between)


def _objects(columns: Columns, personal: bool, between: str = ", ") -> Iterator[str]:
    keys = (_key(key, personal).replace("%", "%%") for key in columns)
    form = between.join([f"{key}: %s" for key in keys])
    texts = (_column(values, personal) for values in columns.values())
    return map(form.__mod__, zip(*texts, strict=True))


def _column(values: Sequence[Any], personal: bool) -> Iterable[str]:
    """The text of each value, once of each object."""
    return at_once(values, lambda some: _texts(some, personal))


def _texts(values: Sequence[Any], personal: bool) -> Iterable[str]:
    first = values[0]
    if all(isinstance(value, str) for value in values):
        return map(encode_basestring_ascii, values if personal else all_without_personal(values))
    if (
        type(first) is not dict
        or not first
        or any(type(value) is not dict or value.keys() != first.keys() for value in values)
    ):
        return [_value(value, personal) for value in values]
    columns = {key: [value[key] for value in values] for key in first}
    return [f"{{{text}}}" for text in _objects(columns, personal)]


def members(record: Mapping[str, Any], *, personal: bool) -> list[str]:
    """Each key of a record with its value: masked and written in one walk, in half the time that
    `safe_data` and Python's own encoder take one after the other."""
    return [f"{_key(key, personal)}: {_value(value, personal)}" for key, value in record.items()]


def _value(value: Any, personal: bool) -> str:
    if isinstance(value, str):
        return _text(value, personal)
    if isinstance(value, dict):
        return f"{{{', '.join(members(value, personal=personal))}}}"
    if isinstance(value, list):
        return f"[{', '.join([_value(item, personal) for item in value])}]"
    return str(value) if type(value) is int else json.dumps(value)


def _text(text: str, personal: bool) -> str:
    return encode_basestring_ascii(text if personal else without_personal(text))


@lru_cache(maxsize=1 << 10)
def _key(key: str, personal: bool) -> str:
    return _value(key, personal)


FORMAT = Format("json", "json", write, order=3)
