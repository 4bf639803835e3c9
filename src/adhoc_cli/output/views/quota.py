"""`adhoc quota`: seats by body and place; with `--short` the gaps, who is left and whom to call."""

from collections.abc import Iterator, Sequence

from adhoc_cli.models.finding import Region
from adhoc_cli.output.document import Block, Span, Tone, section
from adhoc_cli.output.table import COUNT, NUMBER, Field, Table, ratio
from adhoc_cli.output.views.common import Part, ResultView, if_any, place_fields
from adhoc_cli.output.views.gaps import contacts, gap_blocks, someone
from adhoc_cli.reports.quota import BodyQuota, Quota, UnitSeats


def _seats(key: str, tone: Tone | None = None, drop: int = 0) -> Field:
    return Field(key, f"tally.{key}", COUNT, f"quota.{key}", tone=tone, drop=drop)


class QuotaView(ResultView[Quota]):
    """Seats, or gaps where the quota is `short`."""

    model = "quota.QuotaOut"

    @property
    def personal(self) -> bool:
        """The gaps name people and their numbers; who is suspended is named everywhere."""
        return self.speaker.personal or self.result.short or bool(self.result.waiting)

    def table(self) -> Table:
        """A row a place and body; who is there and whom to call as texts."""
        return Table("seats", self._fields(None), lambda: self.result.units)

    def blocks(self) -> Iterator[Block | Table]:
        """A table, or a list of gaps, for every body; then one line."""
        speaker, quota = self.speaker, self.result
        key = "quota.title_short" if quota.short else "quota.title"
        yield from self.top(key, quota.calendar)
        for body in quota.bodies:
            yield from gap_blocks(body, speaker) if quota.short else self._of_body(body)
        if quota.short and not quota.vacant and quota.bodies:
            yield self.told("quota.full", Tone.GOOD)
        yield from self._notes()
        yield self.result_line(*self._parts(), calendar=quota.calendar)

    def _of_body(self, body: BodyQuota) -> Iterator[Block | Table]:
        unit = self.say(f"unit.{body.per}")
        yield section(self.say("quota.body", body=body.body, unit=unit))
        place = Region("", self.say("title.total"))
        total = UnitSeats(body.body, body.per, place, None, body.total)
        yield Table("seats", self._fields(body), body.units, [total])

    def _fields(self, body: BodyQuota | None) -> Sequence[Field]:
        """The seats of one body for people; for programs those of all bodies."""
        per = body.per if body else "desa"
        people = self.result.short
        sheet = () if people else None
        return (
            Field("body", screen=False),
            Field("per", screen=False, sheet=None),
            *place_fields("region", f"title.{per}" if body else "report.place"),
            Field("tps", "tps", NUMBER, "unit.tps", screen=per == "tps"),
            Field("units", "tally.units", COUNT, screen=False),
            Field("complete", "tally.complete", COUNT, screen=False),
            Field(
                "complete", lambda row: (row.tally.complete, row.tally.units), ratio("units"),
                "quota.complete", tone=Tone.PLAIN, drop=3, csv=False, sheet=None,
                screen=body is not None and body.own_unit != body.per,
            ),
            _seats("required"),
            _seats("filled"),
            _seats("vacant", Tone.BAD),
            _seats("excess", Tone.WARN, drop=1),
            Field("present", self._present, screen=False, csv=people, sheet=sheet),
            Field("call", self._call, screen=False, csv=people, sheet=sheet),
        )  # fmt: skip

    def _present(self, unit: UnitSeats) -> str:
        return "; ".join(someone(one, self.speaker) for one in unit.present)

    def _call(self, unit: UnitSeats) -> str:
        return contacts(unit.call, self.speaker)

    def _notes(self) -> Iterator[Block]:
        quota = self.result
        yield from self.unreadable(quota.unreadable)
        if quota.left_out:
            bodies, unit = ", ".join(quota.left_out), self.say(f"unit.{quota.left_out_of}")
            yield self.told("quota.left_out", Tone.DIM, bodies=bodies, unit=unit)
        if quota.elsewhere:
            yield self.told("quota.elsewhere", Tone.DIM, bodies=", ".join(quota.elsewhere))
        yield from self.uncounted(quota.uncounted)
        yield from self.out_of_term(quota.outside)
        yield from self.waiting(quota.waiting)
        if quota.short and quota.vacant and not self.speaker.personal:
            yield self.told("quota.masked", Tone.DIM)

    def _parts(self) -> Iterator[Part]:
        speaker, quota = self.speaker, self.result
        if quota.unreadable:
            yield Span(self.say("check.no_seats"), Tone.BAD)
        elif not quota.bodies:
            yield Span(self.say("quota.nothing"), Tone.WARN)
        else:
            vacant = speaker.counted("quota.vacant_count", quota.vacant)
            yield Span(vacant, Tone.BAD if quota.vacant else Tone.GOOD)
        yield if_any(speaker, "quota.excess_count", quota.excess, Tone.WARN)
        for body in quota.bodies:
            have, need = speaker.number(body.total.filled), speaker.number(body.total.required)
            yield f"{body.body} {have}/{need}"
