"""What is known of a body in a kecamatan, a row each: for sheets, flat tables and programs."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from adhoc_cli.checklist.progress import Progress
from adhoc_cli.models.finding import Region
from adhoc_cli.reports.headcount import Headcount
from adhoc_cli.reports.seats import SeatTable


class PlaceRow(NamedTuple):
    """The `numbers` of one body in one kecamatan (`Tally`, `Heads` or `Counts`); `region` is None
    outside of all that are listed. Of coordination also how many `desa` there are, and `complete`.
    """

    region: Region | None
    body: str
    numbers: Any
    desa: int | None = None
    complete: int | None = None

    @property
    def code(self) -> str:
        """The code of the kecamatan, or ""."""
        return self.region.code if self.region else ""


def seat_rows(seats: SeatTable) -> Iterator[PlaceRow]:
    """The seats of every body in every kecamatan, then those outside."""
    for row in seats.kecamatan:
        yield from (PlaceRow(row.region, *pair) for pair in row.bodies.items())
    yield from (PlaceRow(None, *pair) for pair in seats.outside.items())


def head_rows(heads: Headcount) -> Iterator[PlaceRow]:
    """The women and men, a body after the other."""
    for body in heads.bodies:
        yield from (PlaceRow(place, body.body, counted) for place, counted in body.kecamatan)


def item_rows(progress: Progress) -> Iterator[PlaceRow]:
    """The items of coordination, the kecamatan with most overdue ones first."""
    for row in progress.kecamatan:
        for pair in row.bodies.items():
            yield PlaceRow(row.region, *pair, row.desa, row.complete)
