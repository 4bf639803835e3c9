"""`--format html`: a page to look at, to print and to send, or to tap on a telephone: one file."""

from adhoc_cli.output.formats.api import Format
from adhoc_cli.output.sink import Sink
from adhoc_cli.output.view import View


def write(view: View, sink: Sink) -> None:
    """The page."""
    from adhoc_cli.output.html.render import render

    sink.stream.write(render(view.page(), personal=sink.personal))


FORMAT = Format("html", "html", write, order=9, machine=False, only=("report", "message"))
