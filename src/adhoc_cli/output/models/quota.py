"""`adhoc.quota/1` and `adhoc.members-summary/1`: seats, and women and men, by body and place."""

from collections.abc import Iterable
from typing import Annotated, Literal

from adhoc_cli.output.models.base import ITSELF, Count, DatedOut, Each, From, Out
from adhoc_cli.output.models.shared import (
    OutsideOut,
    RegionOut,
    TallyOut,
    UncountedOut,
    UnitOut,
    WaitingOut,
)


class QuotaSummaryOut(Out):
    """The seats of all places."""

    vacant: Count
    excess: Count
    bodies: Annotated[
        dict[str, TallyOut], From(lambda quota, _: {one.body: one.total for one in quota.bodies})
    ]


class QuotaOut(DatedOut):
    """What `adhoc quota --format json` says."""

    schema_: Literal["adhoc.quota/1"]
    per: str | None
    """The level that the seats are added up by, that of the region where it is below the one asked
    for; None for that of each body."""
    short: bool
    """Whether only the places with a vacant seat are listed, with whom to call."""
    summary: Annotated[QuotaSummaryOut, ITSELF]
    left_out: list[str]
    """Bodies whose units are above `per`, or above the region."""
    elsewhere: list[str]
    """Bodies without a seat in the region."""
    outside: list[OutsideOut]
    uncounted: list[UncountedOut]
    waiting: list[WaitingOut]
    """Suspended members."""
    unreadable: list[str]
    units: Annotated[Iterable[UnitOut], Each("unit")]


class HeadsOut(Out):
    """Numbers of people."""

    men: Count
    women: Count
    unknown: Count
    """Whose sex no row says."""
    total: Count
    women_percent: int | None
    """Of those whose sex is known; None where there are none."""


class HeadcountSummaryOut(HeadsOut):
    """All people, and the rows that are not among them."""

    part = "total", HeadsOut
    nameless: Count
    rejected: Count


class BodyOut(Out):
    """A body."""

    body: str


class BodyHeadsOut(HeadsOut, BodyOut):
    """The people of one body."""

    part = "total", HeadsOut


class _BodyAt(BodyOut):
    region: RegionOut


class KecamatanHeadsOut(HeadsOut, _BodyAt):
    """The people of one body in one kecamatan."""

    part = "numbers", HeadsOut


class HeadcountOut(DatedOut):
    """What `adhoc members --summary --format json` says."""

    schema_: Literal["adhoc.members-summary/1"]
    statuses: list[str]
    """Whose members are counted."""
    summary: Annotated[HeadcountSummaryOut, ITSELF]
    outside: list[OutsideOut]
    unreadable: list[str]
    bodies: list[BodyHeadsOut]
    kecamatan: Annotated[Iterable[KecamatanHeadsOut], Each("kecamatan"), From("rows")]
