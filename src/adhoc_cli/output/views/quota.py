"""`adhoc quota`: seats by body and place; with `--short` the gaps, who is left and whom to call."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from adhoc_cli.output.document import (
    Block,
    Column,
    Document,
    Grid,
    Heading,
    Line,
    Paragraph,
    Row,
    Span,
    Tone,
    line,
)
from adhoc_cli.output.speaker import Speaker
from adhoc_cli.output.view import Items, Records, View
from adhoc_cli.output.views.common import count, counted, dotted, schema, subtitle
from adhoc_cli.output.views.gaps import (
    contacts,
    gap_blocks,
    people_data,
    someone,
    tally_data,
    unit_data,
)
from adhoc_cli.reports.quota import BodyQuota, Quota, UnitSeats
from adhoc_cli.reports.seats import Tally

_SEATS = ("required", "filled", "vacant", "excess")
_COLUMNS = ("body", "per", "region_code", "region_name", "tps", "units", "complete", *_SEATS)
_SHORT_COLUMNS = (*_COLUMNS, "present", "call")


class QuotaView(View):
    """Seats, or gaps where the quota is `short`."""

    def __init__(self, quota: Quota, speaker: Speaker, *, folder: str) -> None:
        self._quota = quota
        self._speaker = speaker
        self._folder = folder

    @property
    def personal(self) -> bool:
        """The gaps name people and their numbers."""
        return self._speaker.personal or self._quota.short

    # -- for programs ------------------------------------------------------------------------------

    def data(self) -> dict[str, Any]:
        """The document `adhoc.quota/1`."""
        quota = self._quota
        return {
            **schema("quota"),
            "profile": quota.profile,
            "as_of": quota.as_of.isoformat(),
            "per": quota.per,
            "short": quota.short,
            "summary": {
                "vacant": quota.vacant,
                "excess": quota.excess,
                "bodies": {body.body: tally_data(body.total) for body in quota.bodies},
            },
            "left_out": list(quota.left_out),
            "uncounted": [{"body": one.body, "needs": one.needs} for one in quota.uncounted],
            "unreadable": list(quota.unreadable),
            "units": Items("unit", self._units()),
        }

    def _units(self) -> Iterator[dict[str, Any]]:
        for body in self._quota.bodies:
            for unit in body.units():
                yield self._unit(body, unit)

    def _unit(self, body: BodyQuota, unit: UnitSeats) -> dict[str, Any]:
        people = people_data(unit, self._speaker) if self._quota.short else {}
        return {**unit_data(body, unit), **people}

    def records(self) -> Records:
        """A row a place and body; who is there and whom to call as texts."""
        columns = _SHORT_COLUMNS if self._quota.short else _COLUMNS
        return Records(columns, self._records())

    def _records(self) -> Iterator[Mapping[str, Any]]:
        for body in self._quota.bodies:
            for unit in body.units():
                yield {
                    **self._unit(body, unit),
                    "region_code": unit.region.code,
                    "region_name": unit.region.name,
                    "present": "; ".join(someone(one, self._speaker) for one in unit.present),
                    "call": contacts(unit.call, self._speaker),
                }

    # -- for people --------------------------------------------------------------------------------

    def document(self) -> Document:
        """A table, or a list of gaps, for every body; then one line."""
        speaker, quota = self._speaker, self._quota
        key = "quota.title_short" if quota.short else "quota.title"
        title = Heading(line(speaker.say(key, folder=self._folder)), 1)
        blocks: list[Block] = [title, subtitle(speaker, quota.profile, quota.as_of)]
        for body in quota.bodies:
            blocks += gap_blocks(body, speaker) if quota.short else self._table(body)
        if quota.short and not quota.vacant and quota.bodies:
            blocks.append(Paragraph(line(Span(speaker.say("quota.full"), Tone.GOOD))))
        blocks += self._notes()
        blocks.append(Paragraph(self._result()))
        return Document(tuple(blocks), speaker.lang)

    def _table(self, body: BodyQuota) -> Iterator[Block]:
        speaker = self._speaker
        unit = speaker.say(f"unit.{body.per}")
        yield Heading(line(speaker.say("quota.body", body=body.body, unit=unit)))
        total = (Span(""), Span(speaker.say("title.total"), Tone.STRONG), *self._tps(body, None))
        columns = self._columns(body)
        yield Grid(columns, _Rows(self, body), ((*total, *self._numbers(body, body.total)),))

    def _columns(self, body: BodyQuota) -> Sequence[Column]:
        say = self._speaker.say
        tps = [Column(say("unit.tps"), right=True)] if body.per == "tps" else []
        complete = [Column(say("quota.complete"), right=True, drop=3)] if _several(body) else []
        return (
            Column(say("title.code")),
            Column(say(f"title.{body.per}"), wrap=True),
            *tps,
            *complete,
            Column(say("quota.required"), right=True),
            Column(say("quota.filled"), right=True),
            Column(say("quota.vacant"), right=True),
            Column(say("quota.excess"), right=True, drop=1),
        )

    def row(self, body: BodyQuota, unit: UnitSeats) -> Row:
        """The cells of one place."""
        place = (Span(unit.region.code), Span(unit.region.name))
        return (*place, *self._tps(body, unit.tps), *self._numbers(body, unit.tally))

    @staticmethod
    def _tps(body: BodyQuota, number: int | None) -> tuple[Span, ...]:
        return (Span("" if number is None else str(number)),) if body.per == "tps" else ()

    def _numbers(self, body: BodyQuota, tally: Tally) -> Iterator[Span]:
        speaker = self._speaker
        if _several(body):
            yield Span(f"{speaker.number(tally.complete)}/{speaker.number(tally.units)}")
        yield Span(speaker.number(tally.required))
        yield Span(speaker.number(tally.filled))
        yield count(speaker, tally.vacant, Tone.BAD)
        yield count(speaker, tally.excess, Tone.WARN)

    def _notes(self) -> Iterator[Block]:
        speaker, quota = self._speaker, self._quota
        if quota.unreadable:
            files = ", ".join(quota.unreadable)
            yield Paragraph(line(Span(speaker.say("quota.unreadable", files=files), Tone.BAD)))
        if quota.left_out:
            bodies, unit = ", ".join(quota.left_out), speaker.say(f"unit.{quota.per}")
            yield _dim(speaker.say("quota.left_out", bodies=bodies, unit=unit))
        for one in quota.uncounted:
            yield _dim(speaker.say("reason.bodies_unknown_units", bodies=one.body, needs=one.needs))
        if quota.short and quota.vacant and not speaker.personal:
            yield _dim(speaker.say("quota.masked"))

    def _result(self) -> Line:
        speaker, quota = self._speaker, self._quota
        parts: list[str | Span] = []
        if quota.unreadable:
            parts.append(Span(speaker.say("check.no_seats"), Tone.BAD))
        else:
            vacant = counted(speaker, "quota.vacant_count", quota.vacant)
            parts.append(Span(vacant, Tone.BAD if quota.vacant else Tone.GOOD))
        if quota.excess:
            parts.append(Span(counted(speaker, "quota.excess_count", quota.excess), Tone.WARN))
        for body in quota.bodies:
            have, need = speaker.number(body.total.filled), speaker.number(body.total.required)
            parts.append(f"{body.body} {have}/{need}")
        parts += [quota.as_of.isoformat(), quota.profile]
        return line(Span(f"{speaker.say('result')} ", Tone.STRONG), *dotted(parts))


@dataclass(frozen=True, slots=True)
class _Rows(Iterable[Row]):
    """The rows of a body's table, made anew on every walk."""

    view: QuotaView
    body: BodyQuota

    def __iter__(self) -> Iterator[Row]:
        return (self.view.row(self.body, unit) for unit in self.body.units())


def _several(body: BodyQuota) -> bool:
    """Whether a row adds up several units of the body."""
    return body.own_unit != body.per


def _dim(text: str) -> Paragraph:
    return Paragraph(line(Span(text, Tone.DIM)))
