"""`adhoc.honor/1`: who is paid what for a month."""

from collections.abc import Iterable
from datetime import date
from typing import Annotated, Any, Literal

from adhoc_cli.output.models.base import ITSELF, Count, DatedOut, Each, From, Out
from adhoc_cli.output.models.shared import OutsideOut, RegionOut
from adhoc_cli.output.speaker import Speaker


def _why(one: Any, speaker: Speaker) -> str | None:
    return speaker.say(f"honor.why.{one.why.key}", **one.why.params) if one.why else None


class SpanOut(Out):
    """Days from the first to the last."""

    first: date
    last: date
    days: Count


class PayeeOut(Out):
    """One row; without an amount where nothing could be counted."""

    file: str
    line: int
    name: str
    body: str
    role: str
    region: RegionOut
    kecamatan: RegionOut
    tps: int | None
    served: SpanOut | None
    """The days that are paid for."""
    period: SpanOut | None
    """The month, or the whole term of a body that is paid once."""
    rate: Count | None
    amount: Count | None
    """Whole rupiah, before tax."""
    tax: Count | None
    """None where the profile does not regulate it."""
    net: Count | None
    came: date | None
    """The first day of somebody who came within the period."""
    left: date | None
    """The last day of somebody who left within the period."""
    reason: Annotated[str | None, From(_why)]


class SumOut(Out):
    """People who are paid, and how much."""

    people: Count
    amount: Count
    tax: Count | None
    """None where it is not known of all."""
    net: Count | None


class PayListOut(Out):
    """What one body of a kecamatan is paid."""

    kecamatan: RegionOut
    body: str
    sum: SumOut


class PayRulesOut(Out):
    """How it was counted."""

    part_month: str
    rounding: str
    suspended: str | None
    undecided: list[str]
    """Keys of `pembayaran` that the profile does not say: what stands in for them is no rule."""


class LaterOut(Out):
    """A body that is paid once for its whole term, in the month of its last day."""

    body: str
    last: date


class HonorSummaryOut(SumOut):
    """The whole list in numbers."""

    part = "sum", SumOut
    apart: Annotated[Count, From(lambda found, _: len(found.apart))]
    """People for whom nothing could be counted."""
    ended: Count
    ahead: Count
    nameless: Count
    unread: Count
    excess: Count
    """People beyond the seats of their bodies, on the last day of the month."""


class HonorOut(DatedOut):
    """What `adhoc honor --format json` says."""

    schema_: Literal["adhoc.honor/1"]
    month: SpanOut
    rules: PayRulesOut
    summary: Annotated[HonorSummaryOut, ITSELF]
    unreadable: list[str]
    outside: list[OutsideOut]
    later: list[LaterOut]
    lists: list[PayListOut]
    payees: Annotated[Iterable[PayeeOut], Each("payee")]
    apart: Annotated[Iterable[PayeeOut], Each("apart")]
