"""What every command's result can be turned into, whatever the format."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple, Protocol

from adhoc_cli.output.document import Document


class Records(NamedTuple):
    """A flat table for csv: column names, and one mapping a row."""

    columns: Sequence[str]
    rows: Iterable[Mapping[str, Any]]


class Items(NamedTuple):
    """A long list in a document for programs, written as it is walked.

    In ndjson every item is a line of its own, and `type` says what it is.
    """

    type: str
    items: Iterable[Mapping[str, Any]]


class Card(NamedTuple):
    """A contact for an address book. A view that has some gives them by `cards()`."""

    name: str
    organisation: str
    title: str
    phones: Sequence[str]
    note: str


class View(Protocol):
    """A command's result, in the reader's language and with personal data masked or not."""

    @property
    def personal(self) -> bool:
        """Whether a file of it is for its owner's eyes only (mode 0600)."""

    def document(self) -> Document:
        """For people."""

    def data(self) -> dict[str, Any]:
        """For programs: one JSON document. Its values are plain JSON, or `Items` at the top."""

    def records(self) -> Records:
        """For programs: one flat table. Its cells are texts, numbers, or None."""
