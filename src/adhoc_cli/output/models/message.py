"""`adhoc.message/1`: whom to call, and the text for each."""

from collections.abc import Iterable
from typing import Annotated, Literal

from adhoc_cli.output.models.base import ITSELF, Count, DatedOut, Each, From, Masked, OrNone, Out
from adhoc_cli.output.models.shared import OutsideOut, PostOut, RegionOut


class PartOut(Out):
    """A text that one message holds."""

    text: str
    link: Annotated[str | None, OrNone]
    """Opens WhatsApp with the text; none without a number, or where numbers are masked."""


class CallOut(PostOut):
    """One person to call."""

    part = "call.post", PostOut
    kecamatan: Annotated[RegionOut, From("call.kecamatan")]
    name: Annotated[str | None, OrNone]
    """None where the roster has nobody who could be called."""
    role: Annotated[str | None, From("call.who.role")]
    status: Annotated[str | None, From("call.who.status")]
    """`cadangan` for a reserve."""
    phone: Annotated[Masked | None, From("call.phone")]
    kinds: list[str]
    """Of what the text speaks: `data`, `number` (of others), `offer`, `gap`, …"""
    message: Annotated[str, From("about")]
    """The same in a few words."""
    parts: list[PartOut]
    """Joined by line breaks they are the text."""


class MessageSummaryOut(Out):
    """How many people there are to call."""

    people: Annotated[Count, From(lambda found, _: len(found.calls))]
    without_number: Count


class MessageOut(DatedOut):
    """What `adhoc message --format json` says."""

    schema_: Literal["adhoc.message/1"]
    about: Literal["data", "vacancy", "bimtek", "coordination"]
    summary: Annotated[MessageSummaryOut, ITSELF]
    left_out: Count
    """People whom `--limit` leaves out."""
    outside: list[OutsideOut]
    untold: bool
    """Whether, asked about bimtek, bimtek.csv tells of no event."""
    absent: list[str]
    """Columns that nobody is asked for, as the roster has no cell in them."""
    unreadable: list[str]
    calls: Annotated[Iterable[CallOut], Each("call")]
