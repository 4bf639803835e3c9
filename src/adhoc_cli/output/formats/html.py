"""`--format html`: the report as a page to look at, to print and to send: one file."""

from __future__ import annotations

from adhoc_cli.output.formats.api import Format
from adhoc_cli.output.sink import Sink
from adhoc_cli.output.view import View


def write(view: View, sink: Sink) -> None:
    """The view's page; only that of the report has one."""
    from adhoc_cli.output.html.render import render

    sink.stream.write(render(view.page(), personal=sink.personal))


FORMAT = Format("html", "html", write, order=6, machine=False, only="report")
