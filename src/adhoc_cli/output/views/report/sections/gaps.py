"""The vacant seats: where, who is still there, and whom to call."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from adhoc_cli.output.document import Column, Tone
from adhoc_cli.output.html.page import Block, Cell, Note, Piece, Section, Table
from adhoc_cli.output.views.gaps import contact, someone
from adhoc_cli.output.views.report.page_speaker import PageSpeaker
from adhoc_cli.reports.quota import BodyQuota, Contact, UnitSeats

_FIRST = 60  # places of a body: four sheets of paper
_CALLED = 5  # contacts of one place


def gaps(page: PageSpeaker) -> Section:
    """The chapter."""
    quota = page.overview.gaps
    title, count = page.say("page.gaps"), page.number(quota.vacant)
    if not page.overview.seats.totals:
        return Section("kursi-kosong", title, (page.dull("page.no_seats"),))
    if not quota.vacant:
        text = page.say("page.gaps.none_text")
        note = Note(text, Tone.GOOD, page.say("page.gaps.none"))
        return Section("kursi-kosong", title, (note,), count)
    return Section("kursi-kosong", title, tuple(_blocks(page)), count, Tone.BAD)


def _blocks(page: PageSpeaker) -> Iterator[Block]:
    for body in page.overview.gaps.bodies:
        if len(body):
            yield _table(page, body)
            more, command = page.more(len(body) - _FIRST, "quota", "--short", "--body", body.body)
            if more:
                yield Note(more, Tone.DIM, command=command)
    if not (page.public or page.speaker.personal):
        yield page.dull("quota.masked")


def _table(page: PageSpeaker, body: BodyQuota) -> Table:
    unit = page.say(f"unit.{body.per}")
    numbers = {"vacant": page.number(body.total.vacant), "count": page.number(len(body))}
    heading = page.say("page.gaps.of_body", body=body.body, unit=unit, **numbers)
    columns = [Column(page.say("page.gaps.place")), Column(page.say("page.gaps.vacant"))]
    if not page.public:
        columns.append(Column(page.say("page.gaps.present"), wrap=True))
        columns.append(Column(page.say("page.gaps.call"), wrap=True))
    rows = tuple(_row(page, one) for one in islice(body.units(), _FIRST))
    return Table(heading, columns, rows, stacked=True, heading=heading)


def _row(page: PageSpeaker, unit: UnitSeats) -> Sequence[Cell]:
    tally, region = unit.tally, unit.region
    numbers = {"vacant": page.number(tally.vacant), "required": page.number(tally.required)}
    below = " · ".join(part for part in (region.code, page.above(region)) if part)
    place = Cell(page.title(region, unit.tps), below=(Piece(below, Tone.DIM),))
    short = Cell(page.say("page.gaps.of", **numbers), Tone.BAD)
    if page.public:
        return place, short
    present = tuple(Piece(page.text(someone(one, page.speaker))) for one in unit.present)
    nobody = () if present else (Piece(page.say("page.gaps.nobody"), Tone.BAD),)
    return place, short, Cell(below=present or nobody), Cell(below=tuple(_call(page, unit.call)))


def _call(page: PageSpeaker, contacts: Sequence[Contact]) -> Iterator[Piece]:
    if not contacts:
        yield Piece(page.say("page.gaps.no_contact"), Tone.WARN)
    for one in contacts[:_CALLED]:
        yield _contact(page, one)
    more, _ = page.more(len(contacts) - _CALLED)
    if more:
        yield Piece(more, Tone.DIM)


def _contact(page: PageSpeaker, one: Contact) -> Piece:
    """A link to call only where the number is shown; of two numbers to the first."""
    digits = ""
    if one.phone and page.speaker.personal:
        digits = re.sub(r"[^0-9+]", "", one.phone.value.partition(" / ")[0])
    return Piece(page.text(contact(one, page.speaker)), href=f"tel:{digits}" if digits else "")
