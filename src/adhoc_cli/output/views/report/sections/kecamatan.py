"""The seats by kecamatan; of a province by kabupaten, and the kecamatan that are incomplete."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from adhoc_cli.checklist.progress import NO_ITEMS, Counts
from adhoc_cli.output.document import Column, Tone
from adhoc_cli.output.html.page import Block, Cell, Note, Section, Table
from adhoc_cli.output.html.pictures import BIG_UP_TO, bar
from adhoc_cli.output.views.report.page_speaker import PageSpeaker, by_kabupaten
from adhoc_cli.reports.seats import NO_SEATS, KecamatanSeats, Tally


def kecamatan(page: PageSpeaker) -> Section:
    """The chapter."""
    seats = page.overview.seats
    title = page.say("report.seats")
    if not seats.totals:
        return Section("kecamatan", title, (page.dull("page.no_seats"),))
    rows = seats.kecamatan
    lead = page.say(
        "page.kecamatan.lead" if page.overview.coordination else "page.kecamatan.lead_plain"
    )
    if len(rows) <= BIG_UP_TO:
        blocks: tuple[Block, ...] = (_table(page, rows, title, totals=True),)
    else:
        blocks = tuple(_of_province(page, rows))
    return Section("kecamatan", title, blocks, page.number(len(rows)), lead=lead)


def _of_province(page: PageSpeaker, rows: Sequence[KecamatanSeats]) -> Iterable[Block]:
    yield _by_kabupaten(page, rows)
    incomplete = [row for row in rows if not _is_complete(row)]
    shown = incomplete[:BIG_UP_TO]
    if not shown:
        text = page.counted("check.all_complete", len(rows))
        yield Note(text, Tone.GOOD, page.say("page.label.good"))
        return
    numbers = {"shown": page.number(len(shown)), "count": page.number(len(incomplete))}
    yield _table(page, shown, page.say("page.kecamatan.incomplete", **numbers), heading=True)
    more, command = page.more(len(incomplete) - len(shown), "quota", "--per", "kecamatan")
    if more:
        yield Note(more, Tone.DIM, command=command)


def _is_complete(row: KecamatanSeats) -> bool:
    return all(not tally.vacant and not tally.excess for tally in row.bodies.values())


def _desa_of(page: PageSpeaker) -> str:
    """The body whose desa are counted as complete: the PPS."""
    units = page.overview.seats.units
    return next((body for body in page.bodies if units[body] == "desa"), "")


def _table(
    page: PageSpeaker,
    rows: Sequence[KecamatanSeats],
    caption: str,
    *,
    totals: bool = False,
    heading: bool = False,
) -> Table:
    seats, done, of_desa = page.overview.seats, _done(page), _desa_of(page)
    columns = [Column(page.say("title.kecamatan")), Column(page.say("title.code"))]
    for body in seats.totals:
        columns.append(Column(page.short(body), right=True))
        if body == of_desa:
            columns.append(Column(page.say("title.desa"), right=True))
    if page.overview.coordination:
        columns.append(Column(page.say("page.figure.coordination"), wrap=True))
        columns.append(Column(page.say("checklist.overdue"), right=True))
    lines = [
        _line(
            page, (page.title(row.region), row.region.code), row.bodies, done.get(row.region.code)
        )
        for row in rows
    ]
    return Table(
        caption,
        columns,
        lines,
        _totals(page, done) if totals else (),
        page.say("check.seats" if of_desa else "check.seats_without_desa"),
        heading=caption if heading else "",
    )


def _line(
    page: PageSpeaker, head: tuple[str, str], bodies: Mapping[str, Tally], done: Counts | None
) -> Sequence[Cell]:
    cells = [Cell(head[0]), Cell(head[1], code=True)]
    of_desa = _desa_of(page)
    for body in page.overview.seats.totals:
        tally = bodies.get(body)
        cells.append(page.seats(tally))
        if body == of_desa:
            cells.append(_desa(page, tally))
    if page.overview.coordination:
        cells += _coordination(page, done)
    return cells


def _desa(page: PageSpeaker, tally: Tally | None) -> Cell:
    if tally is None or not tally.units:
        return Cell()
    tone = Tone.PLAIN if tally.complete == tally.units else Tone.BAD
    return Cell(page.ratio(tally.complete, tally.units), tone)


def _coordination(page: PageSpeaker, done: Counts | None) -> tuple[Cell, Cell]:
    if done is None:
        return Cell(), Cell()
    drawn = bar([(done.done, "done")], done.total)
    tone = Tone.WARN if done.overdue else Tone.DIM
    late = Cell(page.number(done.overdue), tone)
    return Cell(page.percent(done.done, done.total), bar=drawn), late


def _done(page: PageSpeaker) -> Mapping[str, Counts]:
    """The items by kecamatan."""
    coordination = page.overview.coordination
    rows = coordination.progress.kecamatan if coordination else ()
    return {one.region.code: sum(one.bodies.values(), NO_ITEMS) for one in rows}


def _totals(page: PageSpeaker, done: Mapping[str, Counts]) -> Sequence[Sequence[Cell]]:
    seats, rows = page.overview.seats, []
    if seats.outside:
        rows.append(_line(page, (page.say("check.outside"), ""), seats.outside, None))
    rows.append(
        _line(
            page,
            (page.say("title.total"), ""),
            seats.totals,
            sum(done.values(), NO_ITEMS) if done else None,
        )
    )
    return rows


def _by_kabupaten(page: PageSpeaker, rows: Sequence[KecamatanSeats]) -> Table:
    """One line a kabupaten: its complete kecamatan, and the sums of its seats."""
    seats = page.overview.seats
    grouped = by_kabupaten((row.region, row) for row in rows)
    columns = (
        Column(page.say("page.kecamatan.kabupaten")),
        Column(page.say("page.kecamatan.complete"), wrap=True),
        *(Column(page.short(body), right=True) for body in seats.totals),
    )
    lines = [_kabupaten(page, name, of_one) for name, of_one in grouped.items()]
    total = _kabupaten(page, page.say("title.total"), rows)
    caption = page.say("page.kecamatan.by_kabupaten")
    return Table(caption, columns, lines, (total,), heading=caption)


def _kabupaten(page: PageSpeaker, name: str, rows: Sequence[KecamatanSeats]) -> Sequence[Cell]:
    complete = sum(map(_is_complete, rows))
    drawn = bar([(complete, "done")], len(rows))
    tallies = [
        sum((row.bodies[body] for row in rows if body in row.bodies), NO_SEATS)
        for body in page.overview.seats.totals
    ]
    head = Cell(name), Cell(page.ratio(complete, len(rows)), bar=drawn)
    return (*head, *map(page.seats, tallies))
