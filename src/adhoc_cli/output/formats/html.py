"""`--format html`: the report as a page to look at, to print and to send: one file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, cast

from adhoc_cli.output.formats.api import Format
from adhoc_cli.output.sink import Sink
from adhoc_cli.output.view import View

if TYPE_CHECKING:
    from adhoc_cli.output.html.page import Page


class _WithPage(Protocol):
    """The view of the only command that has this format."""

    def page(self) -> Page: ...


def write(view: View, sink: Sink) -> None:
    """The page of the report."""
    from adhoc_cli.output.html.render import render

    sink.stream.write(render(cast(_WithPage, view).page(), personal=sink.personal))


FORMAT = Format("html", "html", write, order=9, machine=False, only=("report",))
