"""What may have changed between two rosters: joined, left, replaced, moved, corrected, …"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from adhoc_cli.models.finding import Personal, Region
from adhoc_cli.reports.listed import Listed, nothing
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


@dataclass(frozen=True, slots=True)
class Leave:
    """Somebody who served and does so no more.

    `after` is the row as it stands now, with the reason beside it; None where there is no row any
    more, or (`moved`) the row of another post.
    """

    before: Someone
    after: Someone | None
    reason: str | None = None
    day: date | None = None
    decree: str | None = None
    moved: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """Somebody who serves now and did not before, there.

    `passed` are those who waited before this one and still do.
    """

    after: Someone
    before: Someone | None
    order: RankOrder
    passed: tuple[Someone, ...] = ()
    moved: bool = False

    @property
    def from_reserve(self) -> bool:
        """Whether this person stood in reserve before."""
        return self.before is not None and self.before.status == "cadangan"


@dataclass(frozen=True, slots=True)
class Replacement:
    """A seat that changed hands. `sure` is False where several left and came in one unit: how many
    seats changed hands is certain then, who took whose is not."""

    left: Leave
    entered: Entry
    sure: bool

    @property
    def post(self) -> Post:
        """The unit in which it happened."""
        return self.left.before.post


@dataclass(frozen=True, slots=True)
class Move:
    """Somebody at another post than before; `fields` are the cells that change with it. `record` is
    the row that was left behind at the old post, with status and reason."""

    before: Someone
    after: Someone
    fields: tuple[FieldChange, ...] = ()
    record: Someone | None = None


@dataclass(frozen=True, slots=True)
class ChairChange:
    """The ketua of a unit, before and now: nobody, one, or (against the rules) several."""

    post: Post
    before: tuple[Someone, ...]
    after: tuple[Someone, ...]


@dataclass(frozen=True, slots=True)
class Correction:
    """Cells of one person that differ. `doubtful`: name and birth date both differ, so that one NIK
    may stand beside two people."""

    before: Someone
    after: Someone
    fields: tuple[FieldChange, ...]
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class Pair:
    """A row on one side only, or the two rows of one person."""

    before: Someone | None
    after: Someone | None


@dataclass(frozen=True, slots=True)
class Unclear:
    """People of one unit and one name of whom it cannot be told who is who."""

    before: tuple[Someone, ...]
    after: tuple[Someone, ...]


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

    Somebody who left or came is listed under `replaced` where the seat changed hands, else under
    `left`, or `joined`, `promoted` and `returned`. `fields` counts, by column, the people whose
    cell was corrected. `unreadable` names, with the side, the required files that could not be
    read: then nothing of their kind was compared.
    """

    old: SideRows
    new: SideRows
    replaced: Listed[Replacement] = field(default_factory=nothing)
    joined: Listed[Entry] = field(default_factory=nothing)
    promoted: Listed[Entry] = field(default_factory=nothing)
    returned: Listed[Entry] = field(default_factory=nothing)
    left: Listed[Leave] = field(default_factory=nothing)
    moved: Listed[Move] = field(default_factory=nothing)
    chairs: Listed[ChairChange] = field(default_factory=nothing)
    nik_corrected: Listed[Correction] = field(default_factory=nothing)
    corrected: Listed[Correction] = field(default_factory=nothing)
    reserves_joined: Listed[Pair] = field(default_factory=nothing)
    reserves_left: Listed[Leave] = field(default_factory=nothing)
    records_added: Listed[Pair] = field(default_factory=nothing)
    records_dropped: Listed[Pair] = field(default_factory=nothing)
    unclear: Listed[Unclear] = field(default_factory=nothing)
    fields: Mapping[str, int] = field(default_factory=dict)
    regions: tuple[RegionChange, ...] = ()
    columns: tuple[ColumnChange, ...] = ()
    kecamatan: tuple[KecamatanChanges, ...] = ()
    unreadable: tuple[tuple[str, str], ...] = ()

    @property
    def by_kind(self) -> Mapping[Kind, Listed[object]]:
        """The changes to people by their kind, in the order of `Kind`."""
        lists: tuple[Listed[object], ...] = (
            self.replaced, self.joined, self.promoted, self.returned, self.left, self.moved,
            self.chairs, self.nik_corrected, self.corrected, self.reserves_joined,
            self.reserves_left, self.records_added, self.records_dropped, self.unclear,
        )  # fmt: skip
        return dict(zip(Kind, lists, strict=True))

    @property
    def counts(self) -> Mapping[Kind, int]:
        """How often each kind of change happened."""
        return {kind: len(listed) for kind, listed in self.by_kind.items()}

    @property
    def changed(self) -> bool:
        """Whether anything differs."""
        return any(self.counts.values()) or bool(self.regions) or bool(self.columns)
