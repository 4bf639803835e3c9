"""`adhoc.diff/1`: what changed between two rosters."""

from collections.abc import Iterable
from datetime import date
from typing import Annotated, Literal

from adhoc_cli.output.models.base import ITSELF, Count, DocumentOut, Each, From, Out, Plain
from adhoc_cli.output.models.shared import PostOut, RegionOut, SomeoneOut
from adhoc_cli.reports.differences.changes import Kind, RankOrder, RegionKind


class SideOut(Out):
    """The people of one of the two rosters: rows = compared + nameless + rejected."""

    path: str
    rows: Annotated[Count, From("people.rows")]
    compared: Annotated[Count, From("people.compared")]
    nameless: Annotated[Count, From("people.nameless")]
    rejected: Annotated[Count, From("people.rejected")]


class KecamatanChangesOut(Out):
    """How much changed in one kecamatan."""

    code: Annotated[str, From("region.code")]
    name: Annotated[str, From("region.name")]
    total: Count
    kinds: Annotated[dict[Kind, Count], From("counts")]


class DiffSummaryOut(Out):
    """How much changed."""

    kinds: Annotated[dict[Kind, Count], From("counts")]
    regions: Annotated[Count, From(lambda found, _: len(found.regions))]
    columns: Annotated[Count, From(lambda found, _: len(found.columns))]
    fields: dict[str, Count]
    """Corrected cells by column."""
    kecamatan: list[KecamatanChangesOut]


class UnreadableOut(Out):
    """A file that could not be read: nothing of its kind was compared."""

    side: Literal["old", "new"]
    file: str


class ColumnChangeOut(Out):
    """A column that only one of the rosters has."""

    file: Annotated[str, From(lambda change, _: f"{change.file}.csv")]
    column: str
    added: bool


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


class _Kind(Out):
    kind: Kind


class ChangeOut(PostOut, _Kind):
    """A change to people at a post."""

    part = "post", PostOut
    before: list[PostedOut]
    after: list[PostedOut]
    reason: str | None
    day: date | None
    decree: str | None
    order: RankOrder | None
    """Whether who came in was next by rank."""
    passed_over: Annotated[list[PostedOut], From("passed")]
    sure: bool
    """False where several people changed at once."""
    fields: list[FieldChangeOut]


class DiffOut(DocumentOut):
    """What `adhoc diff --format json` says."""

    schema_: Literal["adhoc.diff/1"]
    old: SideOut
    new: SideOut
    changed: bool
    summary: Annotated[DiffSummaryOut, ITSELF]
    unreadable: Annotated[
        list[UnreadableOut],
        From(lambda found, _: [{"side": side, "file": file} for side, file in found.unreadable]),
    ]
    columns: list[ColumnChangeOut]
    regions: Annotated[Iterable[RegionChangeOut], Each("region")]
    changes: Annotated[Iterable[ChangeOut], Each("change")]
