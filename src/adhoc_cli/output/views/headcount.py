"""`adhoc members --summary`: women and men by body and kecamatan."""

from __future__ import annotations

from collections.abc import Iterator
from operator import attrgetter
from typing import Any, NamedTuple

from adhoc_cli.models.finding import Region
from adhoc_cli.output.document import (
    Block,
    Document,
    Grid,
    Heading,
    Line,
    Paragraph,
    Span,
    Tone,
    line,
)
from adhoc_cli.output.speaker import Speaker
from adhoc_cli.output.table import CODE, COUNT, PERCENT, Field, Table, grid_of, records_of
from adhoc_cli.output.view import Records, View
from adhoc_cli.output.views.common import counted, dotted, subtitle
from adhoc_cli.reports.headcount import BodyHeads, Headcount, Heads


class _Heads(NamedTuple):
    """The people of a body, at a place or at all of them."""

    body: str
    heads: Heads
    region: Region | None = None


def _places_of(body: BodyHeads) -> Iterator[_Heads]:
    return (_Heads(body.body, heads, place) for place, heads in body.kecamatan)


_PLACE = (
    Field("region_code", attrgetter("region.code"), CODE, "title.code"),
    Field("region_name", attrgetter("region.name"), title="title.kecamatan", wrap=True),
)
_NUMBERS = (
    Field("men", attrgetter("heads.men"), COUNT, "heads.men"),
    Field("women", attrgetter("heads.women"), COUNT, "heads.women"),
    Field("unknown", attrgetter("heads.unknown"), COUNT, "heads.unknown", tone=Tone.WARN),
    Field("total", attrgetter("heads.total"), COUNT, "heads.total"),
    Field("women_percent", attrgetter("heads.women_percent"), PERCENT, "heads.percent"),
)


class HeadcountView(View):
    """Counts of people; they name nobody."""

    personal = False

    def __init__(self, heads: Headcount, speaker: Speaker, *, folder: str) -> None:
        self._heads = heads
        self._speaker = speaker
        self._folder = folder

    # -- for programs ------------------------------------------------------------------------------

    def data(self) -> dict[str, Any]:
        """The document `adhoc.members-summary/1`."""
        from adhoc_cli.output.models.quota import HeadcountOut

        return HeadcountOut.data(self._heads, self._speaker)

    def records(self) -> Records:
        """A row a body and kecamatan."""
        body = Field("body", attrgetter("body"))
        places = Table("women_men", (body, *_PLACE, *_NUMBERS), self._places)
        return records_of(places, self._speaker)

    def _places(self) -> Iterator[_Heads]:
        for body in self._heads.bodies:
            yield from _places_of(body)

    # -- for people --------------------------------------------------------------------------------

    def document(self) -> Document:
        """All bodies in one table, then one table a body."""
        speaker, heads = self._speaker, self._heads
        title = Heading(line(speaker.say("heads.title", folder=self._folder)), 1)
        statuses = speaker.say("heads.statuses", statuses=heads.statuses)
        blocks: list[Block] = [
            title,
            subtitle(speaker, heads.profile, heads.as_of),
            Paragraph(line(Span(statuses, Tone.DIM)), close=True),
        ]
        if heads.unreadable:
            text = speaker.say("quota.unreadable", files=", ".join(heads.unreadable))
            blocks.append(Paragraph(line(Span(text, Tone.BAD))))
        if heads.bodies:
            blocks.append(Heading(line(speaker.say("heads.by_body"))))
            blocks.append(grid_of(heads_table(heads, speaker), speaker))
        for body in heads.bodies:
            if body.kecamatan:
                blocks += [Heading(line(body.body)), self._by_kecamatan(body)]
        if heads.nameless:
            text = counted(speaker, "heads.nameless", heads.nameless)
            blocks.append(Paragraph(line(Span(text, Tone.DIM))))
        blocks.append(Paragraph(self._result()))
        return Document(tuple(blocks), speaker.lang)

    def _by_kecamatan(self, body: BodyHeads) -> Grid:
        total = _Heads(body.body, body.total, Region("", self._speaker.say("title.total")))
        table = Table("women_men", (*_PLACE, *_NUMBERS), lambda: _places_of(body), [total])
        return grid_of(table, self._speaker)

    def _result(self) -> Line:
        speaker, heads = self._speaker, self._heads
        key = "members.row" if heads.total.total == 1 else "members.rows"
        parts: list[str | Span] = [speaker.say(key, count=heads.total.total)]
        if heads.total.total:
            numbers = {"women": heads.total.women, "percent": heads.total.women_percent}
            parts.append(speaker.say("heads.share", **numbers))
        if heads.rejected:
            text = counted(speaker, "members.rejected", heads.rejected)
            parts.append(Span(text, Tone.BAD))
        return line(Span(f"{speaker.say('result')} ", Tone.STRONG), *dotted(parts))


def heads_table(heads: Headcount, speaker: Speaker) -> Table:
    """A row a body, and one of all."""
    key = "heads.caption_unknown" if heads.total.unknown else "heads.caption"
    return Table(
        "women_men",
        (Field("body", attrgetter("body"), title="members.badan"), *_NUMBERS),
        lambda: (_Heads(one.body, one.total) for one in heads.bodies),
        [_Heads(speaker.say("title.total"), heads.total)],
        speaker.say(key),
    )
