"""What a format is. A file in this folder defines `FORMAT`, and is found by walking: a new format
is one new file."""

from collections.abc import Callable
from typing import NamedTuple

from adhoc_cli.output.sink import Sink
from adhoc_cli.output.view import View


class Format(NamedTuple):
    """A way to write a view.

    `machine` formats hold everything, in UTF-8, whatever the stream; the others are for people, in
    the stream's encoding. No terminal can show a `binary` one. A `screen` format is for a terminal
    only, and `instead` stands in for it elsewhere. `order` is its place in the list of names.
    `only` names the commands whose results have this format; the others refuse it.
    """

    name: str
    extension: str
    write: Callable[[View, Sink], None]
    order: int
    machine: bool = True
    binary: bool = False
    screen: bool = False
    instead: str = ""
    only: tuple[str, ...] = ()

    def fits(self, command: str) -> bool:
        """Whether the result of a command has this format."""
        return not self.only or command in self.only
