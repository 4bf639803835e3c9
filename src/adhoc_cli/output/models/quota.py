"""`adhoc.quota/1` and `adhoc.members-summary/1`: seats, and women and men, by body and place."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from adhoc_cli.output.models.base import Count, DocumentOut, Each, Out, Values
from adhoc_cli.output.models.shared import (
    RegionOut,
    TallyOut,
    UncountedOut,
    UnitOut,
    unit_values,
)
from adhoc_cli.output.speaker import Speaker
from adhoc_cli.reports.headcount import BodyHeads, Headcount, Heads
from adhoc_cli.reports.quota import Quota


class QuotaSummaryOut(Out):
    """The seats of all places."""

    vacant: Count
    excess: Count
    bodies: dict[str, TallyOut]

    @classmethod
    def values_of(cls, source: Quota, speaker: Speaker) -> Values:
        return {"bodies": {body.body: body.total for body in source.bodies}}


class QuotaOut(DocumentOut):
    """What `adhoc quota --format json` says."""

    schema_: Literal["adhoc.quota/1"] = Field(serialization_alias="schema")
    profile: str
    as_of: date
    per: str | None
    """The level that the seats are added up by; None for that of each body."""
    short: bool
    """Whether only the places with a vacant seat are listed, with whom to call."""
    summary: QuotaSummaryOut
    left_out: list[str]
    """Bodies whose units are above `per`."""
    uncounted: list[UncountedOut]
    unreadable: list[str]
    units: Annotated[Iterable[UnitOut], Each("unit")]

    @classmethod
    def values_of(cls, source: Quota, speaker: Speaker) -> Values:
        units = (
            unit_values(body, unit, people=source.short)
            for body in source.bodies
            for unit in body.units()
        )
        return {"summary": source, "units": units}


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

    nameless: Count
    rejected: Count


class BodyHeadsOut(Out):
    """The people of one body."""

    body: str
    men: Count
    women: Count
    unknown: Count
    total: Count
    women_percent: int | None

    @classmethod
    def values_of(cls, source: BodyHeads, speaker: Speaker) -> Values:
        return heads_values(source.total)


class KecamatanHeadsOut(Out):
    """The people of one body in one kecamatan."""

    body: str
    region: RegionOut
    men: Count
    women: Count
    unknown: Count
    total: Count
    women_percent: int | None


def heads_values(heads: Heads) -> dict[str, int | None]:
    """The values of a `HeadsOut`."""
    return {key: getattr(heads, key) for key in HeadsOut.model_fields}


class HeadcountOut(DocumentOut):
    """What `adhoc members --summary --format json` says."""

    schema_: Literal["adhoc.members-summary/1"] = Field(serialization_alias="schema")
    profile: str
    as_of: date
    statuses: list[str]
    """Whose members are counted."""
    summary: HeadcountSummaryOut
    unreadable: list[str]
    bodies: list[BodyHeadsOut]
    kecamatan: Annotated[Iterable[KecamatanHeadsOut], Each("kecamatan")]

    @classmethod
    def values_of(cls, source: Headcount, speaker: Speaker) -> Values:
        lines = {"nameless": source.nameless, "rejected": source.rejected}
        return {
            "summary": {**heads_values(source.total), **lines},
            "kecamatan": (
                {"body": body.body, "region": place, **heads_values(heads)}
                for body in source.bodies
                for place, heads in body.kecamatan
            ),
        }
