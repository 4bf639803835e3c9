"""The vacant seats: where, who is still there, and whom to call."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from adhoc_cli.models.codes import kecamatan_of
from adhoc_cli.models.finding import Region
from adhoc_cli.output.document import Span, Tone
from adhoc_cli.output.html.page import Link
from adhoc_cli.output.speaker import Speaker
from adhoc_cli.output.table import CODE, COUNT, NAME, TEXT, Field, Kind, Table, ratio
from adhoc_cli.output.views.checklist_progress import ON_PAGE, above
from adhoc_cli.output.views.gaps import (
    contact,
    contacts,
    first_to_call,
    gap_blocks,
    nobody,
    someone,
)
from adhoc_cli.output.views.report.reported import Reported, remark
from adhoc_cli.output.views.report.topics.topic import Blocks, Topic
from adhoc_cli.reports.quota import BodyQuota, Quota, UnitSeats
from adhoc_cli.roster.contacts import Contact

_ON_PAGE = 60  # places of a body: four sheets of paper

_SHOWN = ("region_name", "place_code", "above", "short", "present", "to_call")


def gaps_table(quota: Quota, speaker: Speaker, names: Mapping[str, str] | None = None) -> Table:
    """A row a place with a vacant seat: who is there, and whom to call; on the page everybody, and
    the kecamatan of a desa, which are known by their `names`."""

    def of_tally(key: str, tone: Tone | None = None) -> Field:
        return Field(key, f"tally.{key}", COUNT, f"quota.{key}", tone=tone)

    def of_first(key: str, title: str, kind: Kind = TEXT) -> Field:
        return Field(key, lambda unit: getattr(_first(unit), key, None), kind, title, personal=True)

    fields = (
        Field("body"),
        Field("place_code", "region.code", CODE, under="region_name"),
        Field("place", "region.name"),
        Field("tps", "tps", COUNT, "unit.tps"),
        of_tally("required"),
        of_tally("filled"),
        of_tally("vacant", Tone.BAD),
        Field("present", lambda unit: _present(unit, speaker), wrap=True, personal=True),
        of_first("name", "report.call", NAME),
        of_first("role", "report.call_as"),
        of_first("rank", "members.peringkat", COUNT),
        of_first("phone", "members.telepon"),
        Field(
            "call_next", lambda unit: contacts(unit.call[1:], speaker), wrap=True, personal=True
        ),
        Field("region_name", _title, title="members.place", sheet=None),
        Field("above", lambda unit: _above(unit.region, names or {}, speaker), **ON_PAGE),
        Field(
            "short", lambda unit: (unit.tally.filled, unit.tally.required), _OF,
            "quota.filled", tone=Tone.BAD, sheet=None,
        ),
        Field(
            "to_call", lambda unit: [*_to_call(unit.call, speaker)], title="report.call",
            wrap=True, sheet=None, personal=True,
        ),
    )  # fmt: skip
    return Table("gaps", fields, lambda: quota.units, keys=3)


_OF = ratio("required")._replace(share=0)  # the seats of a place are too few for a bar
_CALLED = 5  # contacts of one place on the page


def _title(unit: UnitSeats) -> str:
    name = unit.region.name or unit.region.code
    return name if unit.tps is None else f"TPS {unit.tps} {name}"


def _above(region: Region, names: Mapping[str, str], speaker: Speaker) -> str:
    code = kecamatan_of(region.code)
    return above(region, Region(code, names.get(code, "")), speaker)


def _to_call(call: Sequence[Contact], speaker: Speaker) -> Iterator[Span | Link]:
    """The reserves, else the heads of the place: each with a link where the number is shown, of two
    numbers to the first."""
    for one in call[:_CALLED]:
        text, phone = contact(one, speaker), one.phone if speaker.personal else None
        digits = re.sub(r"[^0-9+]", "", phone.value.partition(" / ")[0]) if phone else ""
        yield Link(text, f"tel:{digits}") if digits else Span(text)
    if not call:
        yield Span(speaker.say("page.gaps.no_contact"), Tone.WARN)
    elif len(call) > _CALLED:
        rest = speaker.number(len(call) - _CALLED)
        yield Span(speaker.say("report.more_public", count=rest), Tone.DIM)


def _first(unit: UnitSeats) -> Contact | None:
    return unit.call[0] if unit.call else None


def _present(unit: UnitSeats, speaker: Speaker) -> str:
    return ", ".join(someone(one, speaker) for one in unit.present)


def _blocks(reported: Reported, speaker: Speaker, on_page: bool) -> Blocks:
    gaps = reported.overview.gaps
    for body in gaps.bodies:
        told = gap_blocks(
            body,
            speaker,
            limit=reported.limit,
            more=partial(_more, reported, speaker, body),
            tell=nobody if reported.public else first_to_call,
        )
        if on_page and len(body):
            yield next(told)  # the heading
            yield from _on_page(reported, speaker, body)
        else:
            yield from told
    if on_page and not gaps.vacant:
        counted = reported.overview.seats.totals
        yield remark(speaker.say("page.gaps.none" if counted else "page.no_seats"))
    if gaps.vacant and not (speaker.personal or reported.public):
        yield remark(speaker.say("quota.masked"), close=True)


def _on_page(reported: Reported, speaker: Speaker, body: BodyQuota) -> Blocks:
    names = {row.region.code: row.region.name for row in reported.overview.seats.kecamatan}
    table = gaps_table(reported.overview.gaps, speaker, names).only(*_SHOWN)
    units = table._replace(rows=body.units)
    yield (units.public() if reported.public else units).first(_ON_PAGE)
    if len(body) > _ON_PAGE:
        yield remark(_more(reported, speaker, body, len(body) - _ON_PAGE), close=True)


def _more(reported: Reported, speaker: Speaker, body: BodyQuota, rest: int) -> str:
    return reported.more(speaker, rest, "quota", "--short", "--body", body.body)


def _sheets(reported: Reported, speaker: Speaker) -> Iterator[Table]:
    yield gaps_table(reported.overview.gaps, speaker)


def _number(reported: Reported, speaker: Speaker) -> Span:
    vacant = reported.overview.gaps.vacant
    return Span(speaker.number(vacant), Tone.BAD if vacant else Tone.PLAIN)


GAPS = Topic("kursi-kosong", "page.gaps", _blocks, _sheets, _number)
