"""What an import says: what was read as what, what was changed, what was rejected and why."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any

from adhoc_cli.intake.known import NUMBERING
from adhoc_cli.models.finding import Person, Personal
from adhoc_cli.models.spelling import header_key

Shown = str | Personal


class Mode(StrEnum):
    """What may happen to a target that is already there."""

    NEW = "new"
    APPEND = "append"
    REPLACE = "replace"


class Marked(StrEnum):
    """What becomes of cells that a workbook hides or strikes through."""

    REFUSE = "refuse"
    TAKE = "take"
    SKIP = "skip"


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands: file, sheet of a workbook, and the line of the file or row of the
    sheet (header = 1, as an editor or a spreadsheet shows it)."""

    file: str
    sheet: str | None
    line: int


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a row is rejected: a key of the texts `import.reason.…`, its data, the column."""

    key: str
    params: Mapping[str, Any] = field(default_factory=dict)
    column: str | None = None


@dataclass(frozen=True, slots=True)
class Mapped:
    """A column of a source: what its header says, and the column it is read as (None: not read).

    `how`: "same", "synonym", "asked" (--map), "saved" (adhoc.toml), "ignored", "unknown", "hidden",
    "document" (ticks of what was handed in). `filled` counts the cells of a column that is not
    read; `perhaps` is the column that all of them would fit.
    """

    header: str
    column: str | None
    how: str
    filled: int = 0
    perhaps: str | None = None

    @property
    def is_lost(self) -> bool:
        """Whether its cells are lost though nobody wants it: it is filled, and numbers no rows."""
        unknown = self.column is None and self.how == "unknown"
        return unknown and self.filled > 0 and header_key(self.header) != NUMBERING


@dataclass(frozen=True, slots=True)
class SheetRead:
    """One sheet, or one CSV file, that was read.

    rows = written + rejected. Lines that are no rows are counted too: `titles` above the header,
    `headers` (also repeated ones), `headings` and totals of groups, `blank` ones, and those that
    were `left_out` because the operator wants nothing that is hidden or struck through. `split` are
    the rows beyond the first of lines that held several people.
    """

    file: str
    sheet: str | None
    encoding: str | None
    delimiter: str | None
    header_line: int
    mapping: tuple[Mapped, ...]
    rows: int
    written: int
    rejected: int
    titles: int = 0
    headers: int = 1
    headings: int = 0
    blank: int = 0
    left_out: int = 0
    split: int = 0


@dataclass(frozen=True, slots=True)
class SheetSkipped:
    """A sheet that was not read: `reason` is "hidden", "no_cells", or why it has no header."""

    file: str
    sheet: str
    reason: Fault


@dataclass(frozen=True, slots=True)
class Change:
    """One kind of change in one column: how often, and the first example."""

    key: str
    column: str
    count: int
    before: Shown
    after: Shown
    where: Place


@dataclass(frozen=True, slots=True)
class Reject:
    """A row that is not written: where it stands, who it is about, why, and its original cells.

    `origin` is where it first stood, of a row that was rejected before and is not mended yet."""

    where: Place
    fault: Fault
    person: Person | None
    cells: Sequence[tuple[str, str]]
    origin: Place | None = None


@dataclass(frozen=True, slots=True)
class Existing:
    """What a target holds: its records, header first, and the column that each cell is read as."""

    records: Sequence[Sequence[str]]
    lines: Sequence[int]
    columns: Sequence[str | None]

    def rows(self) -> Iterator[tuple[int, Mapping[str, str]]]:
        """The rows by column, each with its line."""
        at = {name: position for position, name in enumerate(self.columns) if name}
        for line, record in zip(self.lines[1:], self.records[1:], strict=True):
            yield line, {name: record[position] for name, position in at.items()}


@dataclass(frozen=True)
class Intake:
    """The plan of an import, or what came of it. Nothing is on the disk before `doctor.write`.

    `rows` are the accepted ones in the order of `columns`; `kept` are cells that were left as they
    are though the reader will object to them. `existing` is what stays of the target (`append`);
    `fingerprint` is the state of the target that the plan was made for; `replaced_rows`: how many
    one that is replaced had. `gone` are files of rejected rows that go with it, replaced or brought
    home. `mapping` are the headers that were read as the operator asked, `asked` the options.
    `unreadable` counts the rows that are written with a cell that cannot be read; `places` is where
    each written row stood in one of the `sources`, None where nobody knows it any more.
    """

    kind: str
    folder: Path
    name: str
    rejects_name: str | None
    mode: Mode
    sheets: tuple[SheetRead, ...]
    skipped: tuple[SheetSkipped, ...]
    changes: tuple[Change, ...]
    kept: tuple[Change, ...]
    rejects: tuple[Reject, ...]
    columns: tuple[str, ...]
    rows: Sequence[tuple[str, ...]]
    mapping: Mapping[str, str]
    existing: Existing | None = None
    fingerprint: str | None = None
    gone: tuple[str, ...] = ()
    replaced_rows: int | None = None
    rejects_book: str | None = None
    asked: tuple[str, ...] = ()
    unreadable: int = 0
    sources: tuple[Path, ...] = ()
    places: Sequence[Place | None] = ()
    dry_run: bool = True

    @property
    def target(self) -> Path:
        """The file that the rows go to."""
        return self.folder / self.name

    @property
    def read(self) -> int:
        """The rows of all sources; always `written` + `rejected`."""
        return sum(sheet.rows for sheet in self.sheets)

    @property
    def written(self) -> int:
        """The rows that are, or will be, in the target."""
        return len(self.rows)

    @property
    def rejected(self) -> int:
        """The rows that are, or will be, in the file of rejected rows."""
        return len(self.rejects)

    @property
    def complete(self) -> bool:
        """Whether every row is written and can be read, and every sheet and column read that is
        not empty: hidden ones too."""
        unread = (one for sheet in self.sheets for one in sheet.mapping if one.how == "hidden")
        skipped = all(s.reason.key in _HARMLESS for s in self.skipped)
        whole = not (self.rejects or self.unreadable)
        return whole and skipped and not any(one.filled for one in unread)


_HARMLESS = frozenset({"no_cells"})
