"""`adhoc members --summary`: women and men by body and kecamatan."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

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
from adhoc_cli.output.table import CODE, COUNT, PERCENT, Field, Table, grid_of
from adhoc_cli.output.view import Items, Records, View
from adhoc_cli.output.views.common import counted, dotted, region, schema, subtitle
from adhoc_cli.reports.headcount import BodyHeads, Headcount, Heads

_NUMBERS = ("men", "women", "unknown", "total", "women_percent")


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
        heads = self._heads
        return {
            **schema("members-summary"),
            "profile": heads.profile,
            "as_of": heads.as_of.isoformat(),
            "statuses": list(heads.statuses),
            "summary": {
                **heads_data(heads.total),
                "nameless": heads.nameless,
                "rejected": heads.rejected,
            },
            "unreadable": list(heads.unreadable),
            "bodies": [{"body": one.body, **heads_data(one.total)} for one in heads.bodies],
            "kecamatan": Items("kecamatan", self._kecamatan()),
        }

    def _kecamatan(self) -> Iterator[dict[str, Any]]:
        for body in self._heads.bodies:
            for place, heads in body.kecamatan:
                yield {"body": body.body, "region": region(place), **heads_data(heads)}

    def records(self) -> Records:
        """A row a body and kecamatan."""
        return Records(("body", "region_code", "region_name", *_NUMBERS), self._records())

    def _records(self) -> Iterator[Mapping[str, Any]]:
        for body in self._heads.bodies:
            for place, heads in body.kecamatan:
                where = {"region_code": place.code, "region_name": place.name}
                yield {"body": body.body, **where, **heads_data(heads)}

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
        say = self._speaker.say
        total = Region("", say("title.total")), body.total
        fields = (
            Field("code", lambda row: row[0].code, CODE, "title.code"),
            Field("kecamatan", lambda row: row[0].name, title="title.kecamatan", wrap=True),
            *_NUMBER_FIELDS,
        )
        return grid_of(Table("women_men", fields, lambda: body.kecamatan, [total]), self._speaker)

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
    rows = [(one.body, one.total) for one in heads.bodies]
    fields = (Field("body", lambda row: row[0], title="members.badan"), *_NUMBER_FIELDS)
    total = speaker.say("title.total"), heads.total
    return Table("women_men", fields, lambda: rows, [total], speaker.say(key))


def _number(key: str, tone: Tone | None = None) -> Field:
    return Field(key, lambda row: getattr(row[1], key), COUNT, f"heads.{key}", tone=tone)


_NUMBER_FIELDS = (
    _number("men"),
    _number("women"),
    _number("unknown", Tone.WARN),
    _number("total"),
    Field("women_percent", lambda row: row[1].women_percent, PERCENT, "heads.percent"),
)


def heads_data(heads: Heads) -> dict[str, int | None]:
    """Men, women, unknown, all, and the women in percent."""
    return {key: getattr(heads, key) for key in _NUMBERS}
