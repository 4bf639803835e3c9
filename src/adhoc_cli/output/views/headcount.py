"""`adhoc members --summary`: women and men by body and kecamatan."""

from collections.abc import Iterator

from adhoc_cli.models.finding import Region
from adhoc_cli.models.report import PlaceRow
from adhoc_cli.output.document import Block, Paragraph, Tone, section
from adhoc_cli.output.speaker import Speaker
from adhoc_cli.output.table import COUNT, PERCENT, Field, Table
from adhoc_cli.output.views.common import ResultView, if_any, place_fields
from adhoc_cli.reports.headcount import BodyHeads, Headcount

_NUMBERS = (
    Field("men", "numbers.men", COUNT, "heads.men"),
    Field("women", "numbers.women", COUNT, "heads.women"),
    Field("unknown", "numbers.unknown", COUNT, "heads.unknown", tone=Tone.WARN),
    Field("total", "numbers.total", COUNT, "heads.total"),
    Field("women_percent", "numbers.women_percent", PERCENT, "heads.percent"),
)


class HeadcountView(ResultView[Headcount]):
    """Counts of people; they name nobody."""

    personal = False
    model = "quota.HeadcountOut"

    def table(self) -> Table:
        """A row a body and kecamatan."""
        fields = (Field("body"), *place_fields(), *_NUMBERS)
        return Table("women_men", fields, lambda: self.result.rows)

    def blocks(self) -> Iterator[Block | Table]:
        """All bodies in one table, then one table a body."""
        heads = self.result
        yield from self.top("heads.title", heads.calendar)
        yield self.told("heads.statuses", Tone.DIM, close=True, statuses=heads.statuses)
        yield from self.unreadable(heads.unreadable)
        if heads.bodies:
            yield section(self.say("heads.by_body"))
            yield heads_table(heads, self.speaker)
        for body in heads.bodies:
            if body.kecamatan:
                yield section(body.body)
                yield self._by_kecamatan(body)
        yield from self.out_of_term(heads.outside)
        yield from self.count("heads.nameless", heads.nameless, Tone.DIM)
        yield self._result()

    def _by_kecamatan(self, body: BodyHeads) -> Table:
        total = PlaceRow(Region("", self.say("title.total")), body.body, body.total)
        return Table("women_men", (*place_fields(), *_NUMBERS), lambda: body.kecamatan, [total])

    def _result(self) -> Paragraph:
        total, rejected = self.result.total, self.result.rejected
        key = "members.row" if total.total == 1 else "members.rows"
        share = self.say("heads.share", women=total.women, percent=total.women_percent)
        return self.result_line(
            self.say(key, count=total.total),
            share if total.total else None,
            if_any(self.speaker, "members.rejected", rejected, Tone.BAD),
        )


def heads_table(heads: Headcount, speaker: Speaker) -> Table:
    """A row a body, and one of all."""
    key = "heads.caption_unknown" if heads.total.unknown else "heads.caption"
    return Table(
        "women_men",
        (Field("body", title="members.badan"), *_NUMBERS),
        lambda: (PlaceRow(None, one.body, one.total) for one in heads.bodies),
        [PlaceRow(None, speaker.say("title.total"), heads.total)],
        speaker.say(key),
    )
