"""What may have changed between two rosters: joined, left, replaced, moved, corrected, …"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from adhoc_cli.models.finding import Personal, Region
from adhoc_cli.models.report import Listed, nothing
from adhoc_cli.reports.persons import Post, Someone


class Kind(StrEnum):
    """The kinds of change to people, in the order in which they are told."""

    REPLACED = "replaced"  # one left and another took the seat
    JOINED = "joined"  # serves now, was in no list before
    PROMOTED = "promoted"  # was in reserve; nobody left for it
    RETURNED = "returned"  # was suspended or gone, serves again
    LEFT = "left"  # served, and nobody took the seat
    MOVED = "moved"  # another place or body
    CHAIR_CHANGED = "chair_changed"  # another ketua of a unit
    NIK_CORRECTED = "nik_corrected"
    CORRECTED = "corrected"  # any other cell
    RESERVE_JOINED = "reserve_joined"
    RESERVE_LEFT = "reserve_left"
    RECORD_ADDED = "record_added"  # the row of somebody who serves no more, new in the list
    RECORD_DROPPED = "record_dropped"  # such a row, gone from the list
    UNCLEAR = "unclear"  # one name on both sides that may be one person or several


class RankOrder(StrEnum):
    """Whether the next in rank came in."""

    KEPT = "kept"
    PASSED_OVER = "passed_over"  # somebody with a better rank, or anybody of the list, still waits
    NO_RESERVE = "no_reserve"  # came from outside the list, and nobody was left on it
    UNKNOWN = "unknown"  # ranks are missing or equal


class RegionKind(StrEnum):
    """The kinds of change to places."""

    ADDED = "added"
    DROPPED = "dropped"
    RENAMED = "renamed"
    CHANGED = "changed"  # another cell: `column` says which


Value = Personal | str | int | date | None


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One cell: what it said, and what it says now; None for an empty one."""

    field: str
    old: Value
    new: Value


class Change(NamedTuple):
    """A change to people: where, who before and after, and what the roster says of it.

    `leaves`: somebody stopped serving; `status`, `reason`, `day` and `decree` tell of that, or
    `went_to` the post that the person serves at now. Of who came, `came_from` is the post before,
    `order` says whether the rank was kept, and `passed` are those who waited before and still do.
    `sure` is False where several left and came in one unit: how many seats changed hands is certain
    then, who took whose is not. `fields` are the cells that differ; `doubtful`: name and birth date
    both do, so that one NIK may stand beside two people. `record` is the row that was left behind
    at the old post of who moved.
    """

    kind: Kind
    post: Post
    before: tuple[Someone, ...] = ()
    after: tuple[Someone, ...] = ()
    same_person: bool = False
    leaves: bool = False
    status: str | None = None
    reason: str | None = None
    day: date | None = None
    decree: str | None = None
    went_to: Post | None = None
    came_from: Post | None = None
    order: RankOrder | None = None
    passed: tuple[Someone, ...] = ()
    sure: bool = True
    fields: tuple[FieldChange, ...] = ()
    doubtful: bool = False
    record: Someone | None = None


@dataclass(frozen=True, slots=True)
class RegionChange:
    """A place that was added, dropped or renamed, or another cell of it that differs."""

    kind: RegionKind
    region: Region
    tps: int | None = None
    column: str | None = None
    old: str | None = None
    new: str | None = None


@dataclass(frozen=True, slots=True)
class ColumnChange:
    """A column with values that only one of the two rosters has; it could not be compared."""

    file: str
    column: str
    added: bool


@dataclass(frozen=True, slots=True)
class KecamatanChanges:
    """How often each kind of change happened in one kecamatan; a move counts where it ended."""

    region: Region
    counts: Mapping[Kind, int]

    @property
    def total(self) -> int:
        """All changes to people of this kecamatan."""
        return sum(self.counts.values())


@dataclass(frozen=True, slots=True)
class SideRows:
    """Of one roster: rows read = compared + nameless + rejected."""

    rows: int
    compared: int
    nameless: int
    rejected: int


@dataclass(frozen=True)
class Differences:
    """What changed from OLD to NEW.

    `by_kind` holds the changes to people by every kind. Somebody who left or came stands under
    `replaced` where the seat changed hands, else under `left`, or `joined`, `promoted` and
    `returned`. `fields` counts, by column, the people whose cell was corrected. `unreadable` names,
    with the side, the required files that could not be read: then nothing of their kind was
    compared.
    """

    old: SideRows
    new: SideRows
    by_kind: Mapping[Kind, Listed[Change]] = field(
        default_factory=lambda: {kind: nothing() for kind in Kind}
    )
    fields: Mapping[str, int] = field(default_factory=dict)
    regions: tuple[RegionChange, ...] = ()
    columns: tuple[ColumnChange, ...] = ()
    kecamatan: tuple[KecamatanChanges, ...] = ()
    unreadable: tuple[tuple[str, str], ...] = ()

    @property
    def changes(self) -> Iterator[Change]:
        """All changes to people, kind by kind."""
        return (change for listed in self.by_kind.values() for change in listed)

    @property
    def counts(self) -> Mapping[Kind, int]:
        """How often each kind of change happened."""
        return {kind: len(listed) for kind, listed in self.by_kind.items()}

    @property
    def changed(self) -> bool:
        """Whether anything differs."""
        return any(self.counts.values()) or bool(self.regions) or bool(self.columns)
