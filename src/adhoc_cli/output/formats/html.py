"""`--format html`: a page to look at, to print and to send, or to tap on a telephone: one file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, cast

from adhoc_cli.output.formats.api import Format
from adhoc_cli.output.sink import Sink
from adhoc_cli.output.view import View

if TYPE_CHECKING:
    from adhoc_cli.output.html.calls import CallPage
    from adhoc_cli.output.html.page import Page


class _WithPage(Protocol):
    """The view of a command that has this format."""

    def page(self) -> Page | CallPage: ...


def write(view: View, sink: Sink) -> None:
    """The page."""
    from adhoc_cli.output.html.render import render

    sink.stream.write(render(cast(_WithPage, view).page(), personal=sink.personal))


FORMAT = Format("html", "html", write, order=9, machine=False, only=("report", "message"))
