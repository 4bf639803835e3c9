"""`--format pdf`: a list to print and to sign."""

from typing import Protocol, cast

from adhoc_cli.output.formats.api import Format
from adhoc_cli.output.sink import Sink
from adhoc_cli.output.view import View


class _WithPdf(Protocol):
    """The view of the commands that have this format."""

    def pdf(self) -> bytes: ...


def write(view: View, sink: Sink) -> None:
    """The one file of the view."""
    sink.stream.write(cast(_WithPdf, view).pdf())


FORMAT = Format("pdf", "pdf", write, order=14, machine=False, binary=True, only=("honor",))
