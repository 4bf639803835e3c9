"""`--format docx`: a letter, or the attachment of a decree, as a Word file."""

from adhoc_cli.output.formats.api import Format
from adhoc_cli.output.sink import Sink
from adhoc_cli.output.view import View


def write(view: View, sink: Sink) -> None:
    """The one file of the view."""
    sink.stream.write(view.docx())


FORMAT = Format("docx", "docx", write, order=12, machine=False, only=("replace", "members"))
