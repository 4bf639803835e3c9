"""Seats of a place, and the gaps with who is still there and whom to call."""

from collections.abc import Callable, Iterator, Sequence
from itertools import islice

from adhoc_cli.output.document import Block, Entry, Line, Listing, Span, Tone, line, section
from adhoc_cli.output.speaker import Speaker
from adhoc_cli.reports.quota import BodyQuota, UnitSeats
from adhoc_cli.roster.contacts import Contact

# -- for people ------------------------------------------------------------------------------------


def gap_blocks(
    body: BodyQuota,
    speaker: Speaker,
    *,
    limit: int | None = None,
    more: Callable[[int], str] = str,
    tell: Callable[[UnitSeats, Speaker], Sequence[Line]] | None = None,
) -> Iterator[Block]:
    """The places of a body with a vacant seat, the first `limit` of them; `more` says that there
    are so many more. `tell` says of each what stands below it: who is there and whom to call."""
    if not len(body):
        return
    numbers = {"vacant": speaker.number(body.total.vacant), "count": speaker.number(len(body))}
    unit = speaker.say(f"unit.{body.per}")
    yield section(speaker.say("quota.gaps", body=body.body, unit=unit, **numbers))
    tell = tell or _everybody
    entries = [_gap(unit, speaker, tell(unit, speaker)) for unit in islice(body.units(), limit)]
    if len(body) > len(entries):
        entries.append(Entry(line(Span(more(len(body) - len(entries)), Tone.DIM))))
    yield Listing(tuple(entries))


def _gap(unit: UnitSeats, speaker: Speaker, below: Sequence[Line]) -> Entry:
    place = speaker.place(unit.region, unit.tps)
    numbers = {"vacant": unit.tally.vacant, "required": unit.tally.required}
    what = speaker.say("quota.gap", place=place, **numbers)
    return Entry(line(Span("✗ ", Tone.BAD), what), below)


def _everybody(unit: UnitSeats, speaker: Speaker) -> Sequence[Line]:
    """Who is still there, and all who can be called."""
    names = ", ".join(someone(one, speaker) for one in unit.present)
    there = speaker.say("quota.present", names=names) if names else speaker.say("quota.nobody")
    return line(there), line(whom_to_call(unit.call, speaker))


def first_to_call(unit: UnitSeats, speaker: Speaker) -> Sequence[Line]:
    """As many of those who can be called as there are seats to fill: the width of a mail."""
    return (line(whom_to_call(unit.call[: max(unit.tally.vacant, 1)], speaker)),)


def nobody(unit: UnitSeats, speaker: Speaker) -> Sequence[Line]:
    """Nothing about people."""
    return ()


def whom_to_call(call: Sequence[Contact], speaker: Speaker) -> str:
    """Whom to call, "→ call the reserves: …", or the heads of the place, or nobody."""
    if not call:
        return speaker.say("quota.call_nobody")
    key = "quota.call" if call[0].is_reserve else "quota.call_head"
    return speaker.say(key, names=contacts(call, speaker))


def someone(one: Contact, speaker: Speaker) -> str:
    """Name and role: "Budi (ketua)"."""
    return f"{one.name} ({one.role})"


def contacts(call: Sequence[Contact], speaker: Speaker) -> str:
    """All of them, "Poniyem (peringkat 4, 0812****1234)"; a long list of reserves is not cut."""
    return "; ".join(contact(one, speaker) for one in call)


def contact(one: Contact, speaker: Speaker) -> str:
    """Name, rank and phone: "Poniyem (peringkat 4, 0812****1234)"."""
    say = speaker.say
    if one.is_reserve:
        what = say("quota.rank", rank=one.rank) if one.rank else say("quota.no_rank")
    else:
        what = one.role
    return f"{one.name} ({what}, {speaker.phone(one.phone)})"
