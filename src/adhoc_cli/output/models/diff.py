"""`adhoc.diff/1`: what changed between two rosters."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import Field

from adhoc_cli.output.models.base import Count, DocumentOut, Each, Out, Plain, Values
from adhoc_cli.output.models.shared import PostOut, RegionOut, SomeoneOut
from adhoc_cli.output.speaker import Speaker
from adhoc_cli.reports.differences.changes import (
    Change,
    ColumnChange,
    Differences,
    KecamatanChanges,
    Kind,
    RankOrder,
    RegionKind,
)


class SideOut(Out):
    """The people of one of the two rosters: rows = compared + nameless + rejected."""

    path: str
    rows: Count
    compared: Count
    nameless: Count
    rejected: Count


class KecamatanChangesOut(Out):
    """How much changed in one kecamatan."""

    code: str
    name: str
    total: Count
    kinds: dict[Kind, Count]

    @classmethod
    def values_of(cls, source: KecamatanChanges, speaker: Speaker) -> Values:
        place = source.region
        return {"code": place.code, "name": place.name, "kinds": source.counts}


class DiffSummaryOut(Out):
    """How much changed."""

    kinds: dict[Kind, Count]
    regions: Count
    columns: Count
    fields: dict[str, Count]
    """Corrected cells by column."""
    kecamatan: list[KecamatanChangesOut]

    @classmethod
    def values_of(cls, source: Differences, speaker: Speaker) -> Values:
        return {
            "kinds": source.counts,
            "regions": len(source.regions),
            "columns": len(source.columns),
        }


class UnreadableOut(Out):
    """A file that could not be read: nothing of its kind was compared."""

    side: Literal["old", "new"]
    file: str


class ColumnChangeOut(Out):
    """A column that only one of the rosters has."""

    file: str
    column: str
    added: bool

    @classmethod
    def values_of(cls, source: ColumnChange, speaker: Speaker) -> Values:
        return {"file": f"{source.file}.csv"}


class RegionChangeOut(Out):
    """A place that came, went or is called another name."""

    kind: RegionKind
    region: RegionOut
    tps: int | None
    column: str | None
    old: str | None
    new: str | None


class FieldChangeOut(Out):
    """A corrected cell."""

    field: str
    old: Plain
    new: Plain


class PostedOut(SomeoneOut):
    """A person with the post that the row names."""

    post: PostOut


class ChangeOut(Out):
    """A change to people at a post."""

    kind: Kind
    body: str
    region: RegionOut
    tps: int | None
    before: list[PostedOut]
    after: list[PostedOut]
    reason: str | None
    day: date | None
    decree: str | None
    order: RankOrder | None
    """Whether who came in was next by rank."""
    passed_over: list[PostedOut]
    sure: bool
    """False where several people changed at once."""
    fields: list[FieldChangeOut]

    @classmethod
    def values_of(cls, source: Change, speaker: Speaker) -> Values:
        post = {key: getattr(source.post, key) for key in PostOut.model_fields}
        return {**post, "passed_over": source.passed}


class DiffOut(DocumentOut):
    """What `adhoc diff --format json` says."""

    schema_: Literal["adhoc.diff/1"] = Field(serialization_alias="schema")
    old: SideOut
    new: SideOut
    changed: bool
    summary: DiffSummaryOut
    unreadable: list[UnreadableOut]
    columns: list[ColumnChangeOut]
    regions: Annotated[Iterable[RegionChangeOut], Each("region")]
    changes: Annotated[Iterable[ChangeOut], Each("change")]

    @classmethod
    def values_of(cls, source: Differences, speaker: Speaker) -> Values:
        unread = [{"side": side, "file": file} for side, file in source.unreadable]
        return {"summary": source, "unreadable": unread, "changes": source.changes}


def side_values(path: str, rows: Any) -> dict[str, Any]:
    """The values of a `SideOut`."""
    numbers = ("rows", "compared", "nameless", "rejected")
    return {"path": path, **{key: getattr(rows, key) for key in numbers}}
