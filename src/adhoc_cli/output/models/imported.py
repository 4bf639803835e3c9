"""`adhoc.import/1`: what was read as what, what was changed, what was rejected."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Any, Literal

from pydantic import Field

from adhoc_cli.intake.fault_texts import fault_text, skipped_text
from adhoc_cli.intake.result import Change, Intake, Mode, Reject, SheetRead, SheetSkipped
from adhoc_cli.output.models.base import Count, DocumentOut, Each, Out, Params, Plain, Values
from adhoc_cli.output.models.shared import PersonOut
from adhoc_cli.output.speaker import Speaker


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
    columns: list[MappedOut]

    @classmethod
    def values_of(cls, source: SheetRead, speaker: Speaker) -> Values:
        return {"columns": source.mapping}


class SkippedOut(Out):
    """A sheet that was not read."""

    file: str
    sheet: str
    reason: str
    message: str

    @classmethod
    def values_of(cls, source: SheetSkipped, speaker: Speaker) -> Values:
        return {"reason": source.reason.key, "message": skipped_text(source.reason, speaker)}


class ChangeOut(Out):
    """One kind of change in one column: how often, and the first example."""

    what: str
    column: str
    count: Count
    before: Plain
    after: Plain
    file: str
    sheet: str | None
    line: int
    message: str

    @classmethod
    def values_of(cls, source: Change, speaker: Speaker) -> Values:
        message = speaker.say(f"import.change.{source.key}")
        return {"what": source.key, **_where(source), "message": message}


class RejectOut(Out):
    """A row that is not written."""

    file: str
    sheet: str | None
    line: int
    person: PersonOut | None
    reason: str
    column: str | None
    params: Params
    message: str
    fix: str

    @classmethod
    def values_of(cls, source: Reject, speaker: Speaker) -> Values:
        fault, text = source.fault, fault_text(source.fault, speaker)
        return {
            **_where(source),
            "reason": fault.key,
            "column": fault.column,
            "params": fault.params,
            "message": text.why,
            "fix": text.fix,
        }


def _where(one: Change | Reject) -> dict[str, Any]:
    return {key: getattr(one.where, key) for key in ("file", "sheet", "line")}


class ImportOut(DocumentOut):
    """What `adhoc import --format json` says."""

    schema_: Literal["adhoc.import/1"] = Field(serialization_alias="schema")
    kind: str
    """What the rows are read as: `anggota`, …"""
    mode: Mode
    dry_run: bool
    target: str
    rejects_file: str | None
    summary: ImportSummaryOut
    sources: list[SourceOut]
    skipped: list[SkippedOut]
    mapping: dict[str, str]
    """The headers that were read as the operator asked."""
    changes: list[ChangeOut]
    kept: list[ChangeOut]
    """Cells that were left as they are, though the reader will object to them."""
    rejects: Annotated[Iterable[RejectOut], Each("reject")]

    @classmethod
    def values_of(cls, source: Intake, speaker: Speaker) -> Values:
        name = source.rejects_name
        return {
            "target": str(source.target),
            "rejects_file": None if name is None else str(source.folder / name),
            "summary": source,
            "sources": source.sheets,
        }
