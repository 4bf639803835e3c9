"""`adhoc quota`: seats by body and place; with `--short` the gaps, who is left and whom to call."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import Any, NamedTuple

from adhoc_cli.models.finding import Region
from adhoc_cli.output.document import (
    Block,
    Document,
    Heading,
    Line,
    Paragraph,
    Span,
    Tone,
    line,
)
from adhoc_cli.output.speaker import Speaker
from adhoc_cli.output.table import CODE, COUNT, NUMBER, Field, Table, grid_of, ratio, records_of
from adhoc_cli.output.view import Records, View
from adhoc_cli.output.views.common import counted, dotted, subtitle
from adhoc_cli.output.views.gaps import (
    contacts,
    gap_blocks,
    someone,
)
from adhoc_cli.reports.quota import BodyQuota, Quota, UnitSeats


class _Place(NamedTuple):
    """The seats of a body at a place; of a row of totals the place is none."""

    body: BodyQuota
    unit: UnitSeats

    @property
    def complete(self) -> tuple[int, int]:
        return self.unit.tally.complete, self.unit.tally.units


def _seats(key: str, tone: Tone | None = None, drop: int = 0) -> Field:
    number = attrgetter(f"unit.tally.{key}")
    return Field(key, number, COUNT, f"quota.{key}", tone=tone, drop=drop)


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
        from adhoc_cli.output.models.quota import QuotaOut

        return QuotaOut.data(self._quota, self._speaker)

    def records(self) -> Records:
        """A row a place and body; who is there and whom to call as texts."""
        walk = (_Place(body, unit) for body in self._quota.bodies for unit in body.units())
        return records_of(Table("seats", self._fields(None), lambda: walk), self._speaker)

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
        total = UnitSeats(Region("", speaker.say("title.total")), None, body.total)
        table = Table(
            "seats",
            self._fields(body),
            lambda: (_Place(body, unit) for unit in body.units()),
            [_Place(body, total)],
        )
        yield grid_of(table, speaker)

    def _fields(self, body: BodyQuota | None) -> Sequence[Field]:
        """The seats of one body for people; for programs those of all bodies."""
        per = body.per if body else "desa"
        people = self._quota.short
        sheet = () if people else None
        return (
            Field("body", attrgetter("body.body"), screen=False),
            Field("per", attrgetter("body.per"), screen=False, sheet=None),
            Field("region_code", attrgetter("unit.region.code"), CODE, "title.code"),
            Field(
                "region_name", attrgetter("unit.region.name"), title=f"title.{per}", wrap=True,
                sheet=("report.place",),
            ),
            Field("tps", attrgetter("unit.tps"), NUMBER, "unit.tps", screen=per == "tps"),
            Field("units", attrgetter("unit.tally.units"), COUNT, screen=False),
            Field("complete", attrgetter("unit.tally.complete"), COUNT, screen=False),
            Field(
                "complete", attrgetter("complete"), ratio("units"), "quota.complete",
                tone=Tone.PLAIN, drop=3, csv=False, sheet=None,
                screen=body is not None and _several(body),
            ),
            _seats("required"),
            _seats("filled"),
            _seats("vacant", Tone.BAD),
            _seats("excess", Tone.WARN, drop=1),
            Field("present", self._present, screen=False, csv=people, sheet=sheet),
            Field("call", self._call, screen=False, csv=people, sheet=sheet),
        )  # fmt: skip

    def _present(self, row: _Place) -> str:
        return "; ".join(someone(one, self._speaker) for one in row.unit.present)

    def _call(self, row: _Place) -> str:
        return contacts(row.unit.call, self._speaker)

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


def _several(body: BodyQuota) -> bool:
    """Whether a row adds up several units of the body."""
    return body.own_unit != body.per


def _dim(text: str) -> Paragraph:
    return Paragraph(line(Span(text, Tone.DIM)))
