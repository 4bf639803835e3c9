"""`adhoc.bimtek/1`: who was expected at the events of bimtek.csv, and who came."""

from collections.abc import Iterable
from datetime import date
from typing import Annotated, Literal

from adhoc_cli.output.models.base import ITSELF, Count, DatedOut, Each, From, Out
from adhoc_cli.output.models.shared import OutsideOut, RegionOut


class TurnoutOut(Out):
    """Numbers of people."""

    expected: Count
    present: Count
    absent: Count
    """Listed as absent, or not listed where there is a list."""
    unknown: Count
    """No list yet, a cell that cannot be read, or nobody who could be found in the list."""


class GroupOut(TurnoutOut):
    """Those of one body, division and kecamatan."""

    part = "turnout", TurnoutOut
    body: str
    division: str | None
    """None where the body has no divisions, or the member's is not known."""
    region: RegionOut | None
    """The kecamatan."""


class EventOut(TurnoutOut):
    """One event."""

    part = "turnout", TurnoutOut
    name: str
    day: date
    held: bool
    """Whether its day has come."""
    place: Annotated[str | None, From(lambda one, _: one.said("tempat"))]
    hours: Annotated[str | None, From(lambda one, _: one.said("jam"))]
    organiser: Annotated[str | None, From(lambda one, _: one.said("penyelenggara"))]
    monitor: Annotated[str | None, From(lambda one, _: one.said("pemantau"))]
    bodies: list[str]
    """Those that it is for; none where nothing says it."""
    divisions: list[str]
    """None for all divisions."""
    regions: Annotated[list[RegionOut], From("places")]
    """None for everywhere."""
    guests: Count
    """Those who were there and not expected."""
    groups: list[GroupOut]


class BimtekSummaryOut(TurnoutOut):
    """All events."""

    part = "turnout", TurnoutOut
    events: Annotated[Count, From(lambda found, _: len(found.events))]


class BimtekOut(DatedOut):
    """What `adhoc bimtek status --format json` says."""

    schema_: Literal["adhoc.bimtek/1"]
    missing: bool
    """Whether there is no bimtek.csv that can be read."""
    summary: Annotated[BimtekSummaryOut, ITSELF]
    outside: list[OutsideOut]
    events: Annotated[Iterable[EventOut], Each("event")]
