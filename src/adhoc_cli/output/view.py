"""What every command's result can be turned into, whatever the format."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime
from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NamedTuple

from adhoc_cli.output.document import Column, Document, Heading, Line, Paragraph
from adhoc_cli.text.words import Lang

if TYPE_CHECKING:
    from adhoc_cli.output.html.calls import CallPage
    from adhoc_cli.output.html.page import Page
    from adhoc_cli.output.speaker import Speaker

# A cell of a workbook, of which the type says what it is: a text stays the exact text (a name that
# begins with "=", the zero at the front of a telephone number), an int is a number, a float a share
# shown in percent, a date a date. None is an empty cell.
Cell = str | int | float | date | None  # a bool is an int


class Sheet(NamedTuple):
    """A table with a header. The first `keys` columns stay in sight; `totals` stand below, outside
    of what is filtered and sorted, and `notes` below these."""

    name: str
    columns: Sequence[Column]
    rows: Iterable[Sequence[Cell]]
    totals: Sequence[Sequence[Cell]] = ()
    notes: Sequence[str] = ()
    keys: int = 1


class Workbook(NamedTuple):
    """Sheets, and what the file says of itself. `created` makes two files of one day the same; a
    result that is of no day has none."""

    title: str
    subject: str
    created: date | None
    lang: Lang
    sheets: Sequence[Sheet]


class Records(NamedTuple):
    """A flat table for csv: column names, and one mapping a row; of a declared one also the sheet
    of a workbook, with its headings in words and its cells by type."""

    columns: Sequence[str]
    rows: Iterable[Mapping[str, Any]]
    sheet: Callable[[], Sheet] | None = None


class Items(NamedTuple):
    """A long list in a document for programs, written as it is walked.

    In ndjson every item is a line of its own, and `type` says what it is.
    """

    type: str
    items: Iterable[Mapping[str, Any]]


class Card(NamedTuple):
    """A contact for an address book."""

    name: str
    organisation: str
    title: str
    phones: Sequence[str]
    note: str


class AgendaDay(NamedTuple):
    """A whole day of a calendar; a line of `notes` each for what else there is to say."""

    uid: str
    day: date
    title: str
    notes: Sequence[str]
    where: str


class Agenda(NamedTuple):
    """A calendar of `days`, as it stood at a moment."""

    name: str
    made: datetime
    days: Iterable[AgendaDay]


class View(ABC):
    """A command's result, in the reader's language and with personal data masked or not: as its
    `speaker` says it."""

    speaker: Speaker

    @property
    @abstractmethod
    def personal(self) -> bool:
        """Whether a file of it is for its owner's eyes only (mode 0600)."""

    @abstractmethod
    def document(self) -> Document:
        """For people."""

    @abstractmethod
    def data(self) -> dict[str, Any]:
        """For programs: one JSON document. Its values are plain JSON, or `Items` at the top."""

    @abstractmethod
    def records(self) -> Records:
        """For programs: one flat table. Its cells are texts, numbers, yes or no, or None."""

    def head(self) -> Document:
        """The document as far as its first two blocks, or further: they say what it is."""
        return self.document()

    def sheets(self) -> Iterable[Sheet]:
        """Its tables for a spreadsheet: that of its records."""
        records = self.records()
        if records.sheet:
            return (records.sheet(),)
        rows = ([row.get(column) for column in records.columns] for row in records.rows)
        return (Sheet("", [Column(column) for column in records.columns], rows),)

    def workbook(self) -> Workbook:
        """The workbook of `--format xlsx`; what it says of itself is the head of the document."""
        document = self.head()
        heads = [_text(block.text) for block in document.blocks[:2] if isinstance(block, _SAID)]
        title, subject = [*heads, "", ""][:2]
        sheets = [one if one.name else one._replace(name=title) for one in self.sheets()]
        return Workbook(title, subject, None, document.lang, sheets)

    # -- the formats that only some commands have (`Format.only`) ----------------------------------

    def cards(self) -> Iterable[Card]:
        """The contacts of `--format vcf`."""
        raise NotImplementedError

    def agenda(self) -> Agenda:
        """The calendar of `--format ics`."""
        raise NotImplementedError

    def page(self) -> Page | CallPage:
        """The page of `--format html`."""
        raise NotImplementedError

    def pdf(self) -> bytes:
        """The file of `--format pdf`."""
        raise NotImplementedError

    def docx(self) -> bytes:
        """The file of `--format docx`."""
        raise NotImplementedError


_SAID = (Heading, Paragraph)


@cache
def attribute(path: str) -> Callable[[Any], Any]:
    """What reads a path of attributes, "who.phone"; it gives None where one of them is None."""
    first, _, rest = path.partition(".")
    get = attrgetter(first)
    if not rest:
        return get
    then = attribute(rest)

    def read(source: Any) -> Any:
        found = get(source)
        return None if found is None else then(found)

    return read


def _text(text: Line) -> str:
    return "".join(span.text for span in text)
