"""The seats by kecamatan and body; of a province by kabupaten, too."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeVar

from adhoc_cli.checklist.progress import NO_ITEMS, Counts
from adhoc_cli.models.finding import Region
from adhoc_cli.models.report import NO_SEATS, PlaceRow, Tally
from adhoc_cli.output.document import Span, Tone, section
from adhoc_cli.output.html.page import Bar
from adhoc_cli.output.html.pictures import bar
from adhoc_cli.output.speaker import Speaker
from adhoc_cli.output.table import CODE, COUNT, PERCENT, Field, Table, ratio
from adhoc_cli.output.views.report.reported import Reported, remark
from adhoc_cli.output.views.report.topics.topic import Blocks, Topic
from adhoc_cli.output.views.seats import (
    ALL_UP_TO,
    BODY_SEATS,
    is_complete,
    seat_blocks,
    seat_table,
)
from adhoc_cli.places.country import kabupaten
from adhoc_cli.reports.seats import KecamatanSeats, SeatTable

KABUPATEN = len("33.23")
_T = TypeVar("_T")


def number_field(key: str, title: str, tone: Tone | None = None) -> Field:
    """One of the numbers of a row."""
    return Field(key, f"numbers.{key}", COUNT, title, tone=tone)


def by_place(
    name: str,
    fields: Iterable[Field],
    rows: Iterable[PlaceRow],
    totals: Mapping[str, Any],
    speaker: Speaker,
) -> Table:
    """A table of places and bodies, with a row of totals a body."""
    outside, total = speaker.say("check.outside"), Region("", speaker.say("title.total"))
    place = (
        Field("code", "code", CODE, "title.code"),
        Field(
            "kecamatan", lambda row: row.region.name if row.region else outside,
            title="title.kecamatan",
        ),
        Field("body"),
    )  # fmt: skip
    sums = [PlaceRow(total, *pair) for pair in totals.items()]
    return Table(name, (*place, *fields), lambda: rows, sums, keys=2)


def seats_table(table: SeatTable, speaker: Speaker) -> Table:
    """A row a kecamatan and body, and those outside of kecamatan.csv."""
    rows = [
        row for row in table.rows if row.region is None or row.numbers.units or row.numbers.filled
    ]
    fields = (
        number_field("units", "report.units"),
        number_field("complete", "report.complete"),
        number_field("required", "quota.required"),
        number_field("filled", "quota.filled"),
        number_field("vacant", "quota.vacant", Tone.BAD),
        number_field("excess", "quota.excess", Tone.WARN),
        Field("share", lambda row: _filled(row.numbers), PERCENT),
    )
    return by_place("seats", fields, rows, table.totals, speaker)


def _filled(tally: Tally) -> float | None:
    have = min(tally.required - tally.vacant, tally.required)
    return 100 * have / tally.required if tally.required else None


def bodies_table(table: SeatTable, speaker: Speaker) -> Table:
    """A row a body: its units and its seats."""
    units = Field(
        "units", lambda row: _units(row[1], table.units[row[0]], speaker), under="body",
        screen=False,
    )  # fmt: skip
    bodies = Table("bodies", (*BODY_SEATS, units), table.totals.items)
    # Sums hide: a body may have one too many here and one too few there.
    return bodies.but("filled", tone=Tone.PLAIN, bar=lambda row: _filled_bar(row[1]))


def _units(tally: Tally, unit: str, speaker: Speaker) -> str:
    numbers = {"complete": speaker.number(tally.complete), "units": speaker.number(tally.units)}
    return speaker.say("page.seats.unit", unit=speaker.say(f"unit.{unit}"), **numbers)


def _filled_bar(tally: Tally) -> Bar:
    return bar([(max(tally.required - tally.vacant, 0), "done")], tally.required)


# -- for people ------------------------------------------------------------------------------------


def _blocks(reported: Reported, speaker: Speaker, on_page: bool) -> Blocks:
    one = reported.overview
    if one.seats.totals:
        yield section(speaker.say("report.seats"))
        if on_page and len(one.seats.kecamatan) > ALL_UP_TO:
            yield _by_kabupaten(one.seats, speaker)
        for block in seat_blocks(one.seats, speaker, reported.limit):
            if isinstance(block, Table) and on_page:
                table = _with_coordination(block, reported)
                yield without_late(table) if reported.public else table
            else:
                yield block
    for uncounted in one.gaps.uncounted:
        params = {"bodies": uncounted.body, "needs": uncounted.needs}
        yield remark(speaker.say("reason.bodies_unknown_units", **params), close=True)


def without_late(table: Table) -> Table:
    """The same without what is due or late."""
    fields = [one for one in table.fields if one.key not in _LATE]
    return table._replace(fields=fields)


_LATE = {"due", "overdue", "overdue_by_law", "scheduled", "waiting"}


def _with_coordination(table: Table, reported: Reported) -> Table:
    """The name first, and how far coordination is."""
    code, name, *others = table.fields
    seats = reported.overview.seats
    fields = [name, code, *others]
    if reported.overview.coordination:
        rows = reported.overview.coordination.progress.kecamatan
        done = {one.region.code: sum(one.bodies.values(), NO_ITEMS) for one in rows}

        def of(row: Any) -> Counts | None:
            is_total = row.bodies is seats.totals
            return reported.items if is_total else done.get(row.region.code)

        fields += [
            Field(
                "done", lambda row: (one := of(row)) and (one.done, one.total), ratio("total"),
                "report.coordination", tone=Tone.PLAIN,
            ),
            Field(
                "overdue", lambda row: (one := of(row)) and one.overdue, COUNT,
                "checklist.overdue", tone=Tone.WARN,
            ),
        ]  # fmt: skip
    return table._replace(fields=fields)


def by_kabupaten(placed: Iterable[tuple[Region, _T]]) -> Mapping[Region, list[_T]]:
    """What stands at places, by the kabupaten or kota."""
    names = {place.code: place.name for place in kabupaten()}
    grouped: dict[Region, list[_T]] = {}
    for region, one in placed:
        code = region.code[:KABUPATEN]
        grouped.setdefault(Region(code, names.get(code, code)), []).append(one)
    return grouped


def _by_kabupaten(seats: SeatTable, speaker: Speaker) -> Table:
    """One line a kabupaten: its complete kecamatan, and the sums of its seats."""
    grouped = by_kabupaten((row.region, row) for row in seats.kecamatan)
    rows = [
        KecamatanSeats(region, len(of_one), {
            body: sum((row.bodies.get(body, NO_SEATS) for row in of_one), NO_SEATS)
            for body in seats.totals
        })
        for region, of_one in grouped.items()
    ]  # fmt: skip
    complete = {
        region.code: (sum(is_complete(row.bodies) for row in of_one), len(of_one))
        for region, of_one in grouped.items()
    }
    field = Field(
        "complete", lambda row: complete.get(row.region.code), ratio("count"),
        "page.kecamatan.complete",
    )  # fmt: skip
    table = seat_table(seats, rows, speaker)
    _, name, *others = table.fields
    return table._replace(
        fields=[name._replace(title="page.kecamatan.kabupaten"), field, *others], caption=""
    )


def _sheets(reported: Reported, speaker: Speaker) -> Iterator[Table]:
    if reported.overview.seats.totals:
        yield seats_table(reported.overview.seats, speaker)


def _number(reported: Reported, speaker: Speaker) -> Span:
    return Span(speaker.number(len(reported.overview.seats.kecamatan)))


SEATS = Topic("kecamatan", "report.seats", _blocks, _sheets, _number, nothing="page.no_seats")
