"""`--format ndjson`: one JSON object a line. The first is the report without its long lists, then
comes one for each of their items; `type` says what a line is."""

from adhoc_cli.output.blocks import in_blocks
from adhoc_cli.output.formats.api import Format
from adhoc_cli.output.formats.json import members, objects
from adhoc_cli.output.sink import Sink
from adhoc_cli.output.view import Items, View


def write(view: View, sink: Sink) -> None:
    """The view's data, one object a line, in ASCII."""
    data = view.data()
    lists = [value for value in data.values() if isinstance(value, Items)]
    head = {key: value for key, value in data.items() if not isinstance(value, Items)}
    told = ", ".join(members({"type": "report", **head}, personal=sink.personal))
    sink.write(f"{{{told}}}\n")
    for one in lists:
        kind = ", ".join(members({"type": one.type}, personal=sink.personal))
        for texts in in_blocks(objects(one.items, sink, between=", ")):
            sink.write("".join([f"{{{kind}, {text}}}\n" for text in texts]))


FORMAT = Format("ndjson", "ndjson", write, order=4)
