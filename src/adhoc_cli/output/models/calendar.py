"""`adhoc.calendar/1`: the days to come, for a calendar."""

from collections.abc import Iterable
from typing import Annotated, Literal

from adhoc_cli.output.models.base import DatedOut, Each, From
from adhoc_cli.output.models.report import AheadOut
from adhoc_cli.output.models.shared import RegionOut


class CalendarDayOut(AheadOut):
    """A day that comes."""

    part = "ahead", AheadOut
    uid: str
    """The same in every run, also when the day is moved."""
    region: Annotated[RegionOut | None, From("ahead.region")]
    """Where an event or a visit is, if in one place."""
    where: Annotated[str | None, From(lambda one, _: one.ahead.where or None)]
    """The hall and the hour of an event, as bimtek.csv says them."""
    roles: Annotated[list[str], From(lambda one, _: list(one.item.pemangku) if one.item else [])]
    """Whom to meet, of an item or a visit."""
    basis: Annotated[str | None, From("source.dasar")]
    """What the day rests on, where the profile says it."""


class CalendarOut(DatedOut):
    """What `adhoc calendar --format json` says."""

    schema_: Literal["adhoc.calendar/1"]
    days: Annotated[Iterable[CalendarDayOut], Each("day"), From("entries")]
    """The nearest first."""
