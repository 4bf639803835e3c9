"""The pictures: a tile per kecamatan, the seats by body, coordination by item and over time."""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Sequence
from datetime import date

from adhoc_cli.checklist.progress import Counts, ItemProgress
from adhoc_cli.output.document import Column, Tone
from adhoc_cli.output.html.page import (
    Bar,
    Block,
    Cell,
    Course,
    Fill,
    Note,
    Piece,
    Section,
    Table,
    Tick,
    TileGroup,
    TileMap,
)
from adhoc_cli.output.html.pictures import (
    BIG_UP_TO,
    Square,
    bar,
    big_tiles,
    daily,
    days_between,
    small_tiles,
    trace,
)
from adhoc_cli.output.views.report.page_speaker import PageSpeaker, by_kabupaten
from adhoc_cli.reports.overview.timeline import Timeline
from adhoc_cli.reports.seats import KecamatanSeats, Tally

_NAMED = 12  # incomplete kecamatan that a picture in words names
_DAYS = 400  # days that a table of the course lists; a term of office is shorter


def glance(page: PageSpeaker) -> Section:
    """The chapter."""
    blocks: list[Block] = []
    seats = page.overview.seats
    if seats.totals and seats.kecamatan:
        blocks += [_tiles(page), _bodies(page)]
    else:
        blocks.append(page.dull("page.no_seats"))
    blocks += _coordination(page)
    return Section("sekilas", page.say("page.glance"), tuple(blocks), paired=True)


# -- a tile per kecamatan --------------------------------------------------------------------------


def _tiles(page: PageSpeaker) -> TileMap:
    rows = sorted(page.overview.seats.kecamatan, key=lambda row: row.region.code)
    sums = [page.total(row.bodies) for row in rows]
    squares = [_square(page, row, one) for row, one in zip(rows, sums, strict=True)]
    words = _in_words(page, rows, sums)
    if len(rows) <= BIG_UP_TO:
        groups: tuple[TileGroup, ...] = (big_tiles(squares, "", words),)
        note = "page.tiles.note"
    else:
        groups = tuple(_by_kabupaten(page, rows, squares))
        note = "page.tiles.note_small"
    used = {one.fill for one in squares}
    fills: tuple[Fill, ...] = ("none", "few", "some", "many", "excess")
    legend = [(fill, page.say(f"page.fill.{fill}")) for fill in fills if fill in used]
    return TileMap("petak", page.say("page.tiles"), words, groups, legend, page.say(note))


def _square(page: PageSpeaker, row: KecamatanSeats, seats: Tally) -> Square:
    vacant, excess = seats.vacant, seats.excess
    sizes = {"filled": page.number(seats.filled), "required": page.number(seats.required)}
    name = page.title(row.region)
    words = [page.say("page.tiles.tile", name=name, **sizes)]
    if vacant:
        words.append(page.counted("page.tiles.vacant", vacant))
    if excess:
        words.append(page.counted("page.figure.excess", excess))
    badge = page.number(vacant) if vacant else f"+{excess}" if excess else ""
    return Square(
        _fill(vacant, excess),
        name,
        page.ratio(seats.filled, seats.required),
        badge,
        ", ".join(words),
    )


def _fill(vacant: int, excess: int) -> Fill:
    if not vacant:
        return "excess" if excess else "none"
    return "few" if vacant == 1 else "some" if vacant < 5 else "many"


def _in_words(page: PageSpeaker, rows: Sequence[KecamatanSeats], sums: Sequence[Tally]) -> str:
    """The map in words: "18 of 20 kecamatan are complete. Incomplete: Tembarak lacks 3, …"."""
    short = [
        page.say("page.tiles.short", name=page.title(row.region), vacant=page.number(one.vacant))
        for row, one in zip(rows, sums, strict=True)
        if one.vacant
    ]
    count = page.number(len(rows))
    if not short:
        return page.say("page.tiles.words_full", count=count)
    names = ", ".join(short[:_NAMED])
    if len(short) > _NAMED:
        names = f"{names}, {page.counted('report.more_public', len(short) - _NAMED)}"
    complete = page.number(len(rows) - len(short))
    return page.text(
        page.speaker.say("page.tiles.words", complete=complete, count=count, names=names)
    )


def _by_kabupaten(
    page: PageSpeaker, rows: Sequence[KecamatanSeats], squares: Sequence[Square]
) -> Iterator[TileGroup]:
    placed = ((row.region, square) for row, square in zip(rows, squares, strict=True))
    for name, of_one in by_kabupaten(placed).items():
        complete = sum(one.fill == "none" for one in of_one)
        numbers = {"complete": page.number(complete), "count": page.number(len(of_one))}
        words = page.say("page.tiles.complete_of", **numbers)
        yield small_tiles(of_one, f"{name} · {words}", words)


# -- seats by body ---------------------------------------------------------------------------------


def _bodies(page: PageSpeaker) -> Table:
    seats = page.overview.seats
    columns = (
        Column(page.speaker.say("members.badan")),
        Column(page.say("quota.filled"), wrap=True),
        Column(page.say("quota.vacant"), right=True),
        Column(page.say("quota.excess"), right=True),
    )
    rows = tuple(_body(page, name, tally) for name, tally in seats.totals.items())
    return Table(
        page.say("page.seats"),
        columns,
        rows,
        legend=(
            ("done", page.say("page.seats.filled")),
            ("overdue", page.say("page.seats.vacant")),
        ),
        heading=page.say("page.seats"),
        spanning=len(seats.kecamatan) > BIG_UP_TO,
    )


def _body(page: PageSpeaker, name: str, tally: Tally) -> Sequence[Cell]:
    unit = page.say(f"unit.{page.overview.seats.units[name]}")
    numbers = {"complete": page.number(tally.complete), "units": page.number(tally.units)}
    units = Piece(page.say("page.seats.unit", unit=unit, **numbers), Tone.DIM)
    # Sums hide: a body may have one too many here and one too few there.
    filled = max(tally.required - tally.vacant, 0)
    drawn = bar([(filled, "done"), (tally.vacant, "overdue")], tally.required)
    return (
        Cell(page.short(name), below=(units,)),
        Cell(page.ratio(tally.filled, tally.required), bar=drawn),
        _count(page, tally.vacant, Tone.BAD),
        _count(page, tally.excess, Tone.WARN),
    )


def _count(page: PageSpeaker, value: int, tone: Tone) -> Cell:
    return Cell(page.number(value), tone if value else Tone.DIM)


# -- coordination ----------------------------------------------------------------------------------


def _coordination(page: PageSpeaker) -> Iterator[Block]:
    coordination = page.overview.coordination
    if coordination is None:
        unreadable = page.overview.report.unreadable
        yield page.dull("page.no_coordination") if unreadable else no_journal(page)
    else:
        if coordination.timeline.points:
            yield _course(page, coordination.timeline)
        if coordination.progress.items:
            yield _items(page, coordination.progress.items)


def no_journal(page: PageSpeaker) -> Note:
    """What to do where nothing was ever recorded."""
    title = page.say("page.no_journal")
    if page.public:
        return Note(page.say("page.no_journal_public"), Tone.NOTE, title)
    first = page.overview.seats.kecamatan
    place = first[0].region.code if first else "33.23.01"
    day = page.overview.as_of.isoformat()
    words = ["adhoc", "checklist", "mark", place, "PPK-01", "--date", day, "--evidence", "foto"]
    folder = next(iter(page.reported.arguments), "-")
    if not folder.startswith("-"):  # it is not the current one
        words += ["-C", folder]
    command = page.text(shlex.join(words))
    return Note(page.say("page.no_journal_text"), Tone.NOTE, title, command)


def _items(page: PageSpeaker, items: Sequence[ItemProgress]) -> Table:
    columns = (
        Column(page.say("checklist.item")),
        Column(page.say("checklist.progress"), wrap=True),
        Column(page.say("checklist.overdue"), right=True),
    )
    fills: tuple[Fill, ...] = ("done", "due", "overdue", "open")
    return Table(
        page.say("page.items"),
        columns,
        tuple(_item(page, one) for one in items),
        legend=[(fill, page.say(f"page.fill.{fill}")) for fill in fills],
        heading=page.say("page.items"),
        spanning=True,
    )


def _item(page: PageSpeaker, one: ItemProgress) -> Sequence[Cell]:
    counts, planned = one.counts, one.planned
    roles = Piece(page.text(", ".join(planned.item.pemangku)), Tone.DIM)
    tone = Tone.BAD if counts.overdue_by_law else Tone.WARN
    return (
        Cell(planned.id, below=(roles,)),
        Cell(page.ratio(counts.done, counts.total), bar=_stacked(page, counts)),
        _count(page, counts.overdue, tone),
    )


def _stacked(page: PageSpeaker, counts: Counts) -> Bar:
    """Items done, due, overdue and open as one bar."""
    parts: list[tuple[int, Fill]] = [
        (counts.done, "done"), (counts.due, "due"), (counts.overdue, "overdue"),
        (counts.open, "open"),
    ]  # fmt: skip
    numbers = {fill: page.number(size) for size, fill in parts}
    return bar(parts, counts.total, page.say("page.items.words", **numbers))


def _course(page: PageSpeaker, timeline: Timeline) -> Course:
    points, total = timeline.points, timeline.total
    course = daily(points, page.overview.as_of)
    traced = trace(course, total)
    first, last, done = course[0][0], course[-1][0], course[-1][1]
    share = page.percent(done, total)
    days = {"first": page.day(first), "last": page.day(last)}
    numbers = {"count": page.number(done), "total": page.number(total)}
    ticks = tuple(
        Tick(x, page.day(day).rpartition(" ")[0], anchor)
        for day, x, anchor in days_between(first, last)
    )
    return Course(
        "kemajuan",
        page.say("page.course"),
        page.say("page.course.words", **days, **numbers, percent=share.rstrip("%")),
        traced.line,
        traced.area,
        traced.end,
        f"{page.say('page.course.end', count=page.number(done))} ({share})",
        "end",
        page.say("page.course.total", count=page.number(total)),
        ticks,
        _days(page, points),
    )


def _days(page: PageSpeaker, points: Sequence[tuple[date, int]]) -> Table:
    shown = points[-_DAYS:]
    before = [points[-_DAYS - 1][1] if len(points) > _DAYS else 0, *(done for _, done in shown)]
    rows = tuple(
        (Cell(page.day(day)), Cell(page.number(done)), Cell(f"{done - was:+d}", Tone.DIM))
        for (day, done), was in zip(shown, before, strict=False)
    )
    columns = (
        Column(page.say("checklist.day")),
        Column(page.say("report.done"), right=True),
        Column(page.say("page.course.more"), right=True),
    )
    return Table(page.say("page.course.table"), columns, rows)
