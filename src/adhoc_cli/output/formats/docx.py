"""`--format docx`: a letter, or the attachment of a decree, as a Word file."""

from typing import Protocol, cast

from adhoc_cli.output.formats.api import Format
from adhoc_cli.output.sink import Sink
from adhoc_cli.output.view import View


class _WithDocx(Protocol):
    """The view of the commands that have this format."""

    def docx(self) -> bytes: ...


def write(view: View, sink: Sink) -> None:
    """The one file of the view."""
    sink.stream.write(cast(_WithDocx, view).docx())


FORMAT = Format("docx", "docx", write, order=12, machine=False, only=("replace", "members"))
