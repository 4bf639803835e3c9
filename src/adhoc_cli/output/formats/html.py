"""`--format html`: the report as a page to look at, to print and to send: one file."""

from __future__ import annotations

from typing import Protocol, cast

from adhoc_cli.output.formats.api import Format
from adhoc_cli.output.html.page import Page
from adhoc_cli.output.sink import Sink
from adhoc_cli.output.view import View


class _WithPage(Protocol):
    def page(self) -> Page:
        """What stands on the page."""


def write(view: View, sink: Sink) -> None:
    """The view's page; only that of the report has one."""
    from adhoc_cli.output.html.render import render

    sink.stream.write(render(cast(_WithPage, view).page()))


FORMAT = Format("html", "html", write, order=6, machine=False, only="report")
