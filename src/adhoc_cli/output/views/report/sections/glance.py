"""The pictures: a tile per kecamatan, the seats by body, coordination by item and over time."""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Sequence
from datetime import date

from adhoc_cli.checklist.progress import Counts, ItemProgress
from adhoc_cli.output.document import Tone
from adhoc_cli.output.html.page import (
    Bar,
    Block,
    Cell,
    Column,
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
from adhoc_cli.output.views.report.sections.voice import Voice
from adhoc_cli.regions.places import kabupaten
from adhoc_cli.reports.overview.timeline import Timeline
from adhoc_cli.reports.seats import KecamatanSeats, Tally

_KABUPATEN = len("33.23")
_NAMED = 12  # incomplete kecamatan that a picture in words names
_DAYS = 400  # days that a table of the course lists; a term of office is shorter


def glance(voice: Voice) -> Section:
    """The chapter."""
    blocks: list[Block] = []
    seats = voice.overview.seats
    if seats.totals and seats.kecamatan:
        blocks += [_tiles(voice), _bodies(voice)]
    else:
        blocks.append(voice.dull("page.no_seats"))
    blocks += _coordination(voice)
    return Section("sekilas", voice.say("page.glance"), tuple(blocks), paired=True)


# -- a tile per kecamatan --------------------------------------------------------------------------


def _tiles(voice: Voice) -> TileMap:
    rows = sorted(voice.overview.seats.kecamatan, key=lambda row: row.region.code)
    sums = [_sum(voice, row) for row in rows]
    squares = [_square(voice, row, one) for row, one in zip(rows, sums, strict=True)]
    words = _in_words(voice, rows, sums)
    if len(rows) <= BIG_UP_TO:
        groups: tuple[TileGroup, ...] = (big_tiles(squares, "", words),)
        note = "page.tiles.note"
    else:
        groups = tuple(_by_kabupaten(voice, rows, squares))
        note = "page.tiles.note_small"
    used = {one.fill for one in squares}
    fills: tuple[Fill, ...] = ("none", "few", "some", "many", "excess")
    legend = [(fill, voice.say(f"page.fill.{fill}")) for fill in fills if fill in used]
    return TileMap("petak", voice.say("page.tiles"), words, groups, legend, voice.say(note))


def _sum(voice: Voice, row: KecamatanSeats) -> tuple[int, int, int, int]:
    """Seats required, filled, vacant and in excess of the bodies that are no secretariats."""
    tallies = [row.bodies[body] for body in voice.bodies if body in row.bodies]
    return (
        sum(one.required for one in tallies),
        sum(one.filled for one in tallies),
        sum(one.vacant for one in tallies),
        sum(one.excess for one in tallies),
    )


def _square(voice: Voice, row: KecamatanSeats, numbers: tuple[int, int, int, int]) -> Square:
    required, filled, vacant, excess = numbers
    sizes = {"filled": voice.number(filled), "required": voice.number(required)}
    name = voice.title(row.region)
    words = [voice.say("page.tiles.tile", name=name, **sizes)]
    if vacant:
        words.append(voice.counted("page.tiles.vacant", vacant))
    if excess:
        words.append(voice.counted("page.tiles.excess", excess))
    badge = voice.number(vacant) if vacant else f"+{excess}" if excess else ""
    return Square(
        _fill(vacant, excess), name, voice.ratio(filled, required), badge, ", ".join(words)
    )


def _fill(vacant: int, excess: int) -> Fill:
    if not vacant:
        return "excess" if excess else "none"
    return "few" if vacant == 1 else "some" if vacant < 5 else "many"


def _in_words(
    voice: Voice, rows: Sequence[KecamatanSeats], sums: Sequence[tuple[int, int, int, int]]
) -> str:
    """ "18 of 20 kecamatan are complete. Incomplete: Tembarak lacks 3, …"."""
    short = [
        voice.say("page.tiles.short", name=voice.title(row.region), vacant=voice.number(one[2]))
        for row, one in zip(rows, sums, strict=True)
        if one[2]
    ]
    count = voice.number(len(rows))
    if not short:
        return voice.say("page.tiles.words_full", count=count)
    names = ", ".join(short[:_NAMED])
    if len(short) > _NAMED:
        names = f"{names}, {voice.counted('page.more', len(short) - _NAMED)}"
    complete = voice.number(len(rows) - len(short))
    return voice.text(
        voice.speaker.say("page.tiles.words", complete=complete, count=count, names=names)
    )


def _by_kabupaten(
    voice: Voice, rows: Sequence[KecamatanSeats], squares: Sequence[Square]
) -> Iterator[TileGroup]:
    names = {place.code: place.name for place in kabupaten()}
    grouped: dict[str, list[Square]] = {}
    for row, square in zip(rows, squares, strict=True):
        grouped.setdefault(row.region.code[:_KABUPATEN], []).append(square)
    for code, of_one in grouped.items():
        complete = sum(one.fill == "none" for one in of_one)
        numbers = {"complete": voice.number(complete), "count": voice.number(len(of_one))}
        words = voice.say("page.tiles.complete_of", **numbers)
        yield small_tiles(of_one, f"{names.get(code, code)} · {words}", words)


# -- seats by body ---------------------------------------------------------------------------------


def _bodies(voice: Voice) -> Table:
    seats = voice.overview.seats
    columns = (
        Column(voice.speaker.say("members.badan")),
        Column(voice.say("page.seats.share"), wide=True),
        Column(voice.say("quota.vacant"), right=True),
        Column(voice.say("quota.excess"), right=True),
    )
    rows = tuple(_body(voice, name, tally) for name, tally in seats.totals.items())
    return Table(
        voice.say("page.seats"),
        columns,
        rows,
        legend=(
            ("done", voice.say("page.seats.filled")),
            ("overdue", voice.say("page.seats.vacant")),
        ),
        heading=voice.say("page.seats"),
        spanning=len(seats.kecamatan) > BIG_UP_TO,
    )


def _body(voice: Voice, name: str, tally: Tally) -> Sequence[Cell]:
    unit = voice.say(f"unit.{voice.overview.seats.units[name]}")
    numbers = {"complete": voice.number(tally.complete), "units": voice.number(tally.units)}
    units = Piece(voice.say("page.seats.unit", unit=unit, **numbers), Tone.DIM)
    # Sums hide: a body may have one too many here and one too few there.
    filled = max(tally.required - tally.vacant, 0)
    drawn = bar([(filled, "done"), (tally.vacant, "overdue")], tally.required)
    return (
        Cell(voice.short(name), below=(units,)),
        Cell(voice.ratio(tally.filled, tally.required), bar=drawn),
        _count(voice, tally.vacant, Tone.BAD),
        _count(voice, tally.excess, Tone.WARN),
    )


def _count(voice: Voice, value: int, tone: Tone) -> Cell:
    return Cell(voice.number(value), tone if value else Tone.DIM)


# -- coordination ----------------------------------------------------------------------------------


def _coordination(voice: Voice) -> Iterator[Block]:
    coordination = voice.overview.coordination
    if coordination is None:
        unreadable = voice.overview.report.unreadable
        yield voice.dull("page.no_coordination") if unreadable else no_journal(voice)
    else:
        if coordination.timeline.points:
            yield _course(voice, coordination.timeline)
        if coordination.progress.items:
            yield _items(voice, coordination.progress.items)


def no_journal(voice: Voice) -> Note:
    """What to do where nothing was ever recorded."""
    title = voice.say("page.no_journal")
    if voice.public:
        return Note(voice.say("page.no_journal_public"), Tone.NOTE, title)
    first = voice.overview.seats.kecamatan
    place = first[0].region.code if first else "33.23.01"
    day = voice.overview.as_of.isoformat()
    words = ["adhoc", "checklist", "mark", place, "PPK-01", "--date", day, "--evidence", "foto"]
    folder = next(iter(voice.reported.arguments), "-")
    if not folder.startswith("-"):  # it is not the current one
        words += ["-C", folder]
    command = voice.text(shlex.join(words))
    return Note(voice.say("page.no_journal_text"), Tone.NOTE, title, command)


def _items(voice: Voice, items: Sequence[ItemProgress]) -> Table:
    columns = (
        Column(voice.say("checklist.item")),
        Column(voice.say("page.items.how_far"), wide=True),
        Column(voice.say("checklist.overdue"), right=True),
    )
    fills: tuple[Fill, ...] = ("done", "due", "overdue", "open")
    return Table(
        voice.say("page.items"),
        columns,
        tuple(_item(voice, one) for one in items),
        legend=[(fill, voice.say(f"page.fill.{fill}")) for fill in fills],
        heading=voice.say("page.items"),
        spanning=True,
    )


def _item(voice: Voice, one: ItemProgress) -> Sequence[Cell]:
    counts, planned = one.counts, one.planned
    roles = Piece(voice.text(", ".join(planned.item.pemangku)), Tone.DIM)
    tone = Tone.BAD if counts.overdue_by_law else Tone.WARN
    return (
        Cell(planned.id, below=(roles,)),
        Cell(voice.ratio(counts.done, counts.total), bar=_stacked(voice, counts)),
        _count(voice, counts.overdue, tone),
    )


def _stacked(voice: Voice, counts: Counts) -> Bar:
    """Items done, due, overdue and open as one bar."""
    parts: list[tuple[int, Fill]] = [
        (counts.done, "done"), (counts.due, "due"), (counts.overdue, "overdue"),
        (counts.open, "open"),
    ]  # fmt: skip
    numbers = {fill: voice.number(size) for size, fill in parts}
    return bar(parts, counts.total, voice.say("page.items.words", **numbers))


def _course(voice: Voice, timeline: Timeline) -> Course:
    points, total = timeline.points, timeline.total
    course = daily(points, voice.overview.as_of)
    traced = trace(course, total)
    first, last, done = course[0][0], course[-1][0], course[-1][1]
    share = voice.percent(done, total)
    days = {"first": voice.day(first), "last": voice.day(last)}
    numbers = {"count": voice.number(done), "total": voice.number(total)}
    ticks = tuple(
        Tick(x, voice.day(day).rpartition(" ")[0], anchor)
        for day, x, anchor in days_between(first, last)
    )
    return Course(
        "kemajuan",
        voice.say("page.course"),
        voice.say("page.course.words", **days, **numbers, percent=share.rstrip("%")),
        traced.line,
        traced.area,
        traced.end,
        f"{voice.say('page.course.end', count=voice.number(done))} ({share})",
        "end",
        voice.say("page.course.total", count=voice.number(total)),
        ticks,
        _days(voice, points),
    )


def _days(voice: Voice, points: Sequence[tuple[date, int]]) -> Table:
    shown = points[-_DAYS:]
    before = [points[-_DAYS - 1][1] if len(points) > _DAYS else 0, *(done for _, done in shown)]
    rows = tuple(
        (
            Cell(voice.day(day)),
            Cell(voice.number(done)),
            Cell(f"{done - was:+d}", Tone.DIM),
        )
        for (day, done), was in zip(shown, before, strict=False)
    )
    columns = (
        Column(voice.say("page.course.day")),
        Column(voice.say("page.course.done"), right=True),
        Column(voice.say("page.course.more"), right=True),
    )
    return Table(voice.say("page.course.table"), columns, rows)
