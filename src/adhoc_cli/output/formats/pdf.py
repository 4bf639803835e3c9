"""`--format pdf`: a list to print and to sign."""

from adhoc_cli.output.formats.api import Format
from adhoc_cli.output.sink import Sink
from adhoc_cli.output.view import View


def write(view: View, sink: Sink) -> None:
    """The one file of the view."""
    sink.stream.write(view.pdf())


FORMAT = Format("pdf", "pdf", write, order=14, machine=False, binary=True, only=("honor",))
