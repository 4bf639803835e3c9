"""The vacant seats: where, who is still there, and whom to call."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from adhoc_cli.output.document import Tone
from adhoc_cli.output.html.page import Block, Note, Piece, Section, Table
from adhoc_cli.output.views.gaps import contact, someone
from adhoc_cli.output.views.report import tables
from adhoc_cli.output.views.report.page_speaker import PageSpeaker
from adhoc_cli.output.views.report.page_table import OnPage, table_of
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
    heading = page.say("quota.gaps", body=body.body, unit=unit, **numbers)
    table = tables.gaps(page.overview.gaps, page.speaker)
    rows = [(body.body, unit) for unit in islice(body.units(), _FIRST)]
    shown = (table.public() if page.public else table)._replace(rows=lambda: rows)
    return table_of(shown, page, heading, _on(page), stacked=True, heading=heading)


def _on(page: PageSpeaker) -> Mapping[str, OnPage]:
    def where(unit: UnitSeats) -> Iterator[Piece]:
        parts = (unit.region.code, page.above(unit.region))
        yield Piece(" · ".join(part for part in parts if part), Tone.DIM)

    def short(unit: UnitSeats) -> str:
        tally = unit.tally
        numbers = {"vacant": page.number(tally.vacant), "required": page.number(tally.required)}
        return page.say("page.gaps.of", **numbers)

    def present(unit: UnitSeats) -> Sequence[Piece]:
        there = tuple(Piece(page.text(someone(one, page.speaker))) for one in unit.present)
        return there or (Piece(page.say("page.gaps.nobody"), Tone.BAD),)

    return {
        "place": OnPage(
            "page.gaps.place",
            text=lambda row: page.title(row[1].region, row[1].tps),
            below=lambda row: where(row[1]),
        ),
        "vacant": OnPage("replace.vacant", text=lambda row: short(row[1]), right=False),
        "present": OnPage("report.present", text=_nothing, below=lambda row: present(row[1])),
        "call_next": OnPage(
            "page.gaps.call", text=_nothing, below=lambda row: _call(page, row[1].call)
        ),
    }


def _nothing(row: object) -> str:
    return ""


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
