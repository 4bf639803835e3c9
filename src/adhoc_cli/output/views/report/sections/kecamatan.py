"""The seats by kecamatan; of a province by kabupaten, and the kecamatan that are incomplete."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import reduce

from adhoc_cli.checklist.progress import Counts
from adhoc_cli.output.document import Column, Tone
from adhoc_cli.output.html.page import Block, Cell, Note, Section, Table
from adhoc_cli.output.html.pictures import BIG_UP_TO, bar
from adhoc_cli.output.views.report.page_speaker import PageSpeaker
from adhoc_cli.regions.places import kabupaten
from adhoc_cli.reports.seats import KecamatanSeats, Tally

_KABUPATEN = len("33.23")
_NOTHING = Tally(0, 0, 0, 0, 0, 0)
_Done = Mapping[str, tuple[int, int, int]]


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
    page: PageSpeaker,
    head: tuple[str, str],
    bodies: Mapping[str, Tally],
    done: tuple[int, int, int] | None,
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


def _coordination(page: PageSpeaker, done: tuple[int, int, int] | None) -> tuple[Cell, Cell]:
    if done is None:
        return Cell(), Cell()
    have, total, late = done
    drawn = bar([(have, "done")], total)
    tone = Tone.WARN if late else Tone.DIM
    return Cell(page.percent(have, total), bar=drawn), Cell(page.number(late), tone)


def _done(page: PageSpeaker) -> _Done:
    """By kecamatan the items done, all of them, and those overdue."""
    coordination = page.overview.coordination
    if coordination is None:
        return {}
    return {one.region.code: _sum(one.bodies.values()) for one in coordination.progress.kecamatan}


def _sum(counts: Iterable[Counts]) -> tuple[int, int, int]:
    every = list(counts)
    return (
        sum(one.done for one in every),
        sum(one.total for one in every),
        sum(one.overdue for one in every),
    )


def _totals(page: PageSpeaker, done: _Done) -> Sequence[Sequence[Cell]]:
    seats, rows = page.overview.seats, []
    if seats.outside:
        rows.append(_line(page, (page.say("check.outside"), ""), seats.outside, None))
    every = _add(done.values())
    rows.append(_line(page, (page.say("title.total"), ""), seats.totals, every if done else None))
    return rows


def _add(found: Iterable[tuple[int, int, int]]) -> tuple[int, int, int]:
    every = list(found)
    return sum(o[0] for o in every), sum(o[1] for o in every), sum(o[2] for o in every)


def _by_kabupaten(page: PageSpeaker, rows: Sequence[KecamatanSeats]) -> Table:
    """One line a kabupaten: its complete kecamatan, and the sums of its seats."""
    seats = page.overview.seats
    names = {place.code: place.name for place in kabupaten()}
    grouped: dict[str, list[KecamatanSeats]] = {}
    for row in rows:
        grouped.setdefault(row.region.code[:_KABUPATEN], []).append(row)
    columns = (
        Column(page.say("page.kecamatan.kabupaten")),
        Column(page.say("page.kecamatan.complete"), wrap=True),
        *(Column(page.short(body), right=True) for body in seats.totals),
    )
    lines = [_kabupaten(page, names.get(code, code), of_one) for code, of_one in grouped.items()]
    total = _kabupaten(page, page.say("title.total"), rows)
    caption = page.say("page.kecamatan.by_kabupaten")
    return Table(caption, columns, lines, (total,), heading=caption)


def _kabupaten(page: PageSpeaker, name: str, rows: Sequence[KecamatanSeats]) -> Sequence[Cell]:
    complete = sum(map(_is_complete, rows))
    drawn = bar([(complete, "done")], len(rows))
    tallies = [
        reduce(_plus, (row.bodies[body] for row in rows if body in row.bodies), _NOTHING)
        for body in page.overview.seats.totals
    ]
    head = Cell(name), Cell(page.ratio(complete, len(rows)), bar=drawn)
    return (*head, *map(page.seats, tallies))


def _plus(one: Tally, other: Tally) -> Tally:
    return Tally(
        one.units + other.units,
        one.complete + other.complete,
        one.required + other.required,
        one.filled + other.filled,
        one.vacant + other.vacant,
        one.excess + other.excess,
    )
