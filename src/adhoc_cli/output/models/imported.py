"""`adhoc.import/1`: what was read as what, what was changed, what was rejected."""

from collections.abc import Iterable
from typing import Annotated, Literal

from adhoc_cli.intake.fault_texts import fault_text, skipped_text
from adhoc_cli.intake.result import Intake, Mode
from adhoc_cli.output.models.base import ITSELF, Count, DocumentOut, Each, From, Out, Params, Plain
from adhoc_cli.output.models.shared import PersonOut


class ImportSummaryOut(Out):
    """Rows of data: read = written + rejected."""

    read: Count
    written: Count
    rejected: Count


class MappedOut(Out):
    """A header of the source, and the column that it is read as."""

    header: str
    column: str | None
    how: str
    filled: Count
    """Of a column that is not read, the cells that are lost."""
    perhaps: str | None
    """The column that it may have been meant for."""


class SourceOut(Out):
    """A sheet: every line of it is counted once."""

    file: str
    sheet: str | None
    encoding: str | None
    delimiter: str | None
    header_line: int
    rows: Count
    written: Count
    rejected: Count
    titles: Count
    """Lines above the header."""
    headers: Count
    headings: Count
    """Lines that name what follows."""
    blank: Count
    left_out: Count
    split: Count
    """Rows beyond the first of a line that held several people."""
    columns: Annotated[list[MappedOut], From("mapping")]


class SkippedOut(Out):
    """A sheet that was not read."""

    file: str
    sheet: str
    reason: Annotated[str, From("reason.key")]
    message: Annotated[str, From(lambda sheet, speaker: skipped_text(sheet.reason, speaker))]


class ChangeOut(Out):
    """One kind of change in one column: how often, and the first example."""

    what: Annotated[str, From("key")]
    column: str
    count: Count
    before: Plain
    after: Plain
    file: Annotated[str, From("where.file")]
    sheet: Annotated[str | None, From("where.sheet")]
    line: Annotated[int, From("where.line")]
    message: Annotated[str, From(lambda one, speaker: speaker.say(f"import.change.{one.key}"))]


class RejectOut(Out):
    """A row that is not written."""

    file: Annotated[str, From("where.file")]
    sheet: Annotated[str | None, From("where.sheet")]
    line: Annotated[int, From("where.line")]
    person: PersonOut | None
    reason: Annotated[str, From("fault.key")]
    column: Annotated[str | None, From("fault.column")]
    params: Annotated[Params, From("fault.params")]
    message: Annotated[str, From(lambda one, speaker: fault_text(one.fault, speaker).why)]
    fix: Annotated[str, From(lambda one, speaker: fault_text(one.fault, speaker).fix)]


class ImportOut(DocumentOut):
    """What `adhoc import --format json` says."""

    schema_: Literal["adhoc.import/1"]
    kind: str
    """What the rows are read as: `anggota`, …"""
    mode: Mode
    dry_run: bool
    target: Annotated[str, From(lambda intake, _: str(intake.target))]
    rejects_file: Annotated[str | None, From(lambda intake, _: rejects_file(intake))]
    summary: Annotated[ImportSummaryOut, ITSELF]
    sources: Annotated[list[SourceOut], From("sheets")]
    skipped: list[SkippedOut]
    mapping: dict[str, str]
    """The headers that were read as the operator asked."""
    changes: list[ChangeOut]
    kept: list[ChangeOut]
    """Cells that were left as they are, though the reader will object to them."""
    rejects: Annotated[Iterable[RejectOut], Each("reject")]


def rejects_file(intake: Intake) -> str | None:
    """Where the rows are that were rejected."""
    name = intake.rejects_name
    return None if name is None else str(intake.folder / name)
