"""The vacant seats: where, who is still there, and whom to call."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from adhoc_cli.output.document import Tone
from adhoc_cli.output.html.page import Block, Cell, Column, Note, Piece, Section, Table
from adhoc_cli.output.views.gaps import contact, someone
from adhoc_cli.output.views.report.sections.voice import Voice
from adhoc_cli.reports.quota import BodyQuota, Contact, UnitSeats

_FIRST = 60  # places of a body: four sheets of paper
_CALLED = 5  # contacts of one place


def gaps(voice: Voice) -> Section:
    """The chapter."""
    quota = voice.overview.gaps
    title, count = voice.say("page.gaps"), voice.number(quota.vacant)
    if not voice.overview.seats.totals:
        return Section("kursi-kosong", title, (voice.dull("page.no_seats"),))
    if not quota.vacant:
        text = voice.say("page.gaps.none_text")
        note = Note(text, Tone.GOOD, voice.say("page.gaps.none"))
        return Section("kursi-kosong", title, (note,), count)
    return Section("kursi-kosong", title, tuple(_blocks(voice)), count, Tone.BAD)


def _blocks(voice: Voice) -> Iterator[Block]:
    for body in voice.overview.gaps.bodies:
        if len(body):
            yield _table(voice, body)
            more, command = voice.more(len(body) - _FIRST, "quota", "--short", "--body", body.body)
            if more:
                yield Note(more, Tone.DIM, command=command)
    if not (voice.public or voice.speaker.personal):
        yield voice.dull("quota.masked")


def _table(voice: Voice, body: BodyQuota) -> Table:
    unit = voice.say(f"unit.{body.per}")
    numbers = {"vacant": voice.number(body.total.vacant), "count": voice.number(len(body))}
    heading = voice.say("page.gaps.of_body", body=body.body, unit=unit, **numbers)
    columns = [Column(voice.say("page.gaps.place")), Column(voice.say("page.gaps.vacant"))]
    if not voice.public:
        columns.append(Column(voice.say("page.gaps.present"), wide=True))
        columns.append(Column(voice.say("page.gaps.call"), wide=True))
    rows = tuple(_row(voice, one) for one in islice(body.units(), _FIRST))
    return Table(heading, columns, rows, stacked=True, heading=heading)


def _row(voice: Voice, unit: UnitSeats) -> Sequence[Cell]:
    tally, region = unit.tally, unit.region
    numbers = {"vacant": voice.number(tally.vacant), "required": voice.number(tally.required)}
    below = " · ".join(part for part in (region.code, voice.above(region)) if part)
    place = Cell(voice.title(region, unit.tps), below=(Piece(below, Tone.DIM),))
    short = Cell(voice.say("page.gaps.of", **numbers), Tone.BAD)
    if voice.public:
        return place, short
    present = tuple(Piece(voice.text(someone(one, voice.speaker))) for one in unit.present)
    nobody = () if present else (Piece(voice.say("page.gaps.nobody"), Tone.BAD),)
    return place, short, Cell(below=present or nobody), Cell(below=tuple(_call(voice, unit.call)))


def _call(voice: Voice, contacts: Sequence[Contact]) -> Iterator[Piece]:
    if not contacts:
        yield Piece(voice.say("page.gaps.no_contact"), Tone.WARN)
    for one in contacts[:_CALLED]:
        yield _contact(voice, one)
    more, _ = voice.more(len(contacts) - _CALLED)
    if more:
        yield Piece(more, Tone.DIM)


def _contact(voice: Voice, one: Contact) -> Piece:
    """A link to call only where the number is shown; of two numbers to the first."""
    digits = ""
    if one.phone and voice.speaker.personal:
        digits = re.sub(r"[^0-9+]", "", one.phone.value.partition(" / ")[0])
    return Piece(voice.text(contact(one, voice.speaker)), href=f"tel:{digits}" if digits else "")
