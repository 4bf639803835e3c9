"""What only the page has: a tile per kecamatan, the seats by body, coordination over time."""

from collections.abc import Iterator, Sequence
from datetime import date

from adhoc_cli.models.report import NO_SEATS, Tally
from adhoc_cli.output.document import Tone
from adhoc_cli.output.html.page import Course, Fill, PageBlock, Square, Tick, TileGroup, TileMap
from adhoc_cli.output.html.pictures import big_tiles, daily, days_between, small_tiles, trace
from adhoc_cli.output.speaker import Speaker
from adhoc_cli.output.table import COUNT, DAY, Field, Table
from adhoc_cli.output.views.report.page_table import page_table
from adhoc_cli.output.views.report.reported import Reported
from adhoc_cli.output.views.report.topics.seats import bodies_table, by_kabupaten
from adhoc_cli.output.views.report.topics.topic import Blocks, Topic
from adhoc_cli.output.views.seats import ALL_UP_TO
from adhoc_cli.reports.overview.timeline import Timeline
from adhoc_cli.reports.seats import KecamatanSeats, SeatTable

_NAMED = 12  # incomplete kecamatan that a picture in words names
_DAYS = 400  # days that a table of the course lists; a term of office is shorter
_FILLS: tuple[Fill, ...] = ("none", "few", "some", "many", "excess")


def _nothing(reported: Reported, speaker: Speaker, on_page: bool) -> Blocks:
    yield from ()


def _pictures(reported: Reported, speaker: Speaker) -> Iterator[PageBlock]:
    one = reported.overview
    if one.seats.totals and one.seats.kecamatan:
        yield _tiles(one.seats, speaker)
        caption = speaker.say("page.seats")
        yield page_table(bodies_table(one.seats, speaker), speaker, caption, titled=True)
    if one.coordination and one.coordination.timeline.points:
        yield _course(one.coordination.timeline, one.as_of, speaker)


GLANCE = Topic("sekilas", "page.glance", _nothing, pictures=_pictures, nothing="page.no_seats")


# -- a tile per kecamatan --------------------------------------------------------------------------


def _tiles(seats: SeatTable, speaker: Speaker) -> TileMap:
    rows = sorted(seats.kecamatan, key=lambda row: row.region.code)
    sums = [_members(seats, row) for row in rows]
    squares = [_square(speaker, row, one) for row, one in zip(rows, sums, strict=True)]
    words, note = _in_words(speaker, rows, sums), "page.tiles.note"
    groups = [big_tiles(squares, "", words)]
    if len(rows) > ALL_UP_TO:
        placed = ((row.region, square) for row, square in zip(rows, squares, strict=True))
        groups = [_group(speaker, one.name, of) for one, of in by_kabupaten(placed).items()]
        note = "page.tiles.note_small"
    used = {one.fill for one in squares}
    legend = [(fill, speaker.say(f"page.fill.{fill}")) for fill in _FILLS if fill in used]
    return TileMap("petak", speaker.say("page.tiles"), words, groups, legend, speaker.say(note))


def _members(seats: SeatTable, row: KecamatanSeats) -> Tally:
    """The seats of the bodies that are no secretariats."""
    return sum((row.bodies[body] for body in seats.members if body in row.bodies), NO_SEATS)


def _group(speaker: Speaker, name: str, squares: Sequence[Square]) -> TileGroup:
    numbers = {"complete": sum(one.fill == "none" for one in squares), "count": len(squares)}
    words = speaker.say("page.tiles.complete_of", **numbers)
    return small_tiles(squares, f"{name} · {words}", words)


def _square(speaker: Speaker, row: KecamatanSeats, seats: Tally) -> Square:
    name, filled = row.region.name or row.region.code, speaker.number(seats.filled)
    required = speaker.number(seats.required)
    words = [speaker.say("page.tiles.tile", name=name, filled=filled, required=required)]
    for key, number in (("vacant", seats.vacant), ("excess", seats.excess)):
        if number:
            words.append(speaker.counted(f"page.figure.{key}", number))
    badge = speaker.number(seats.vacant) if seats.vacant else f"+{seats.excess}"
    fill = _fill(seats.vacant, seats.excess)
    told = ", ".join(words)
    return Square(fill, name, f"{filled}/{required}", "" if fill == "none" else badge, told)


def _fill(vacant: int, excess: int) -> Fill:
    if not vacant:
        return "excess" if excess else "none"
    return "few" if vacant == 1 else "some" if vacant < 5 else "many"


def _in_words(speaker: Speaker, rows: Sequence[KecamatanSeats], sums: Sequence[Tally]) -> str:
    """The map in words: "18 of 20 kecamatan are complete. Incomplete: Tembarak lacks 3, …"."""
    say, number = speaker.say, speaker.number
    short = [
        say("page.tiles.short", name=row.region.name or row.region.code, vacant=one.vacant)
        for row, one in zip(rows, sums, strict=True)
        if one.vacant
    ]
    if not short:
        return say("page.tiles.words_full", count=number(len(rows)))
    rest = [speaker.counted("report.more_public", len(short) - _NAMED)] * (len(short) > _NAMED)
    numbers = {"complete": number(len(rows) - len(short)), "count": number(len(rows))}
    return say("page.tiles.words", **numbers, names=", ".join([*short[:_NAMED], *rest]))


# -- coordination over time ------------------------------------------------------------------------


def _course(timeline: Timeline, as_of: date, speaker: Speaker) -> Course:
    say, total = speaker.say, timeline.total
    course = daily(timeline.points, as_of)
    first, last, done = course[0][0], course[-1][0], course[-1][1]
    numbers = {"count": speaker.number(done), "total": speaker.number(total)}
    percent = 100 * done // total if total else 0
    ticks = [
        Tick(x, speaker.day(day).rpartition(" ")[0], anchor)
        for day, x, anchor in days_between(first, last)
    ]
    return Course(
        "kemajuan",
        say("page.course"),
        say("page.course.words", first=first, last=last, **numbers, percent=percent),
        trace(course, total),
        f"{say('page.course.end', count=numbers['count'])} ({percent}%)",
        say("page.course.total", count=numbers["total"]),
        ticks,
        page_table(_days(timeline), speaker, say("page.course.table")),
    )


def _days(timeline: Timeline) -> Table:
    """How many items were done at the end of each of the last days, and how many more."""
    before = [0, *(done for _, done in timeline.points)]
    rows = [
        (day, done, done - was) for (day, done), was in zip(timeline.points, before, strict=False)
    ]
    fields = (
        Field("day", lambda row: row[0], DAY, "checklist.day"),
        Field("done", lambda row: row[1], COUNT),
        Field("more", lambda row: f"{row[2]:+d}", title="page.course.more", tone=Tone.DIM),
    )
    return Table("course", fields, lambda: rows[-_DAYS:])
