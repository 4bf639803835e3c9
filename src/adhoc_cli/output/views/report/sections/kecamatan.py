"""The seats by kecamatan; of a province by kabupaten, and the kecamatan that are incomplete."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import reduce

from adhoc_cli.checklist.progress import Counts
from adhoc_cli.output.document import Tone
from adhoc_cli.output.html.page import Block, Cell, Column, Note, Section, Table
from adhoc_cli.output.html.pictures import BIG_UP_TO, bar
from adhoc_cli.output.views.report.sections.voice import Voice
from adhoc_cli.regions.places import kabupaten
from adhoc_cli.reports.seats import KecamatanSeats, Tally

_KABUPATEN = len("33.23")
_NOTHING = Tally(0, 0, 0, 0, 0, 0)
_Done = Mapping[str, tuple[int, int, int]]


def kecamatan(voice: Voice) -> Section:
    """The chapter."""
    seats = voice.overview.seats
    title = voice.say("page.kecamatan")
    if not seats.totals:
        return Section("kecamatan", title, (voice.dull("page.no_seats"),))
    rows = seats.kecamatan
    lead = voice.say(
        "page.kecamatan.lead" if voice.overview.coordination else "page.kecamatan.lead_plain"
    )
    if len(rows) <= BIG_UP_TO:
        blocks: tuple[Block, ...] = (_table(voice, rows, title, totals=True),)
    else:
        blocks = tuple(_of_province(voice, rows))
    return Section("kecamatan", title, blocks, voice.number(len(rows)), lead=lead)


def _of_province(voice: Voice, rows: Sequence[KecamatanSeats]) -> Iterable[Block]:
    yield _by_kabupaten(voice, rows)
    incomplete = [row for row in rows if not _is_complete(row)]
    shown = incomplete[:BIG_UP_TO]
    if not shown:
        text = voice.counted("check.all_complete", len(rows))
        yield Note(text, Tone.GOOD, voice.say("page.label.good"))
        return
    numbers = {"shown": voice.number(len(shown)), "count": voice.number(len(incomplete))}
    yield _table(voice, shown, voice.say("page.kecamatan.incomplete", **numbers), heading=True)
    more, command = voice.more(len(incomplete) - len(shown), "quota", "--per", "kecamatan")
    if more:
        yield Note(more, Tone.DIM, command=command)


def _is_complete(row: KecamatanSeats) -> bool:
    return all(not tally.vacant and not tally.excess for tally in row.bodies.values())


def _desa_of(voice: Voice) -> str:
    """The body whose desa are counted as complete: the PPS."""
    units = voice.overview.seats.units
    return next((body for body in voice.bodies if units[body] == "desa"), "")


def _table(
    voice: Voice,
    rows: Sequence[KecamatanSeats],
    caption: str,
    *,
    totals: bool = False,
    heading: bool = False,
) -> Table:
    seats, done, of_desa = voice.overview.seats, _done(voice), _desa_of(voice)
    columns = [Column(voice.say("title.kecamatan")), Column(voice.say("title.code"))]
    for body in seats.totals:
        columns.append(Column(voice.short(body), right=True))
        if body == of_desa:
            columns.append(Column(voice.say("title.desa"), right=True))
    if voice.overview.coordination:
        columns.append(Column(voice.say("page.figure.coordination"), wide=True))
        columns.append(Column(voice.say("checklist.overdue"), right=True))
    lines = [
        _line(
            voice, (voice.title(row.region), row.region.code), row.bodies, done.get(row.region.code)
        )
        for row in rows
    ]
    return Table(
        caption,
        columns,
        lines,
        _totals(voice, done) if totals else (),
        voice.say("check.seats" if of_desa else "check.seats_without_desa"),
        heading=caption if heading else "",
    )


def _line(
    voice: Voice,
    head: tuple[str, str],
    bodies: Mapping[str, Tally],
    done: tuple[int, int, int] | None,
) -> Sequence[Cell]:
    cells = [Cell(head[0]), Cell(head[1], code=True)]
    of_desa = _desa_of(voice)
    for body in voice.overview.seats.totals:
        tally = bodies.get(body)
        cells.append(voice.seats(tally))
        if body == of_desa:
            cells.append(_desa(voice, tally))
    if voice.overview.coordination:
        cells += _coordination(voice, done)
    return cells


def _desa(voice: Voice, tally: Tally | None) -> Cell:
    if tally is None or not tally.units:
        return Cell()
    tone = Tone.PLAIN if tally.complete == tally.units else Tone.BAD
    return Cell(voice.ratio(tally.complete, tally.units), tone)


def _coordination(voice: Voice, done: tuple[int, int, int] | None) -> tuple[Cell, Cell]:
    if done is None:
        return Cell(), Cell()
    have, total, late = done
    drawn = bar([(have, "done")], total)
    tone = Tone.WARN if late else Tone.DIM
    return Cell(voice.percent(have, total), bar=drawn), Cell(voice.number(late), tone)


def _done(voice: Voice) -> _Done:
    """By kecamatan the items done, all of them, and those overdue."""
    coordination = voice.overview.coordination
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


def _totals(voice: Voice, done: _Done) -> Sequence[Sequence[Cell]]:
    seats, rows = voice.overview.seats, []
    if seats.outside:
        rows.append(_line(voice, (voice.say("check.outside"), ""), seats.outside, None))
    every = _add(done.values())
    rows.append(_line(voice, (voice.say("title.total"), ""), seats.totals, every if done else None))
    return rows


def _add(found: Iterable[tuple[int, int, int]]) -> tuple[int, int, int]:
    every = list(found)
    return sum(o[0] for o in every), sum(o[1] for o in every), sum(o[2] for o in every)


def _by_kabupaten(voice: Voice, rows: Sequence[KecamatanSeats]) -> Table:
    """One line a kabupaten: its complete kecamatan, and the sums of its seats."""
    seats = voice.overview.seats
    names = {place.code: place.name for place in kabupaten()}
    grouped: dict[str, list[KecamatanSeats]] = {}
    for row in rows:
        grouped.setdefault(row.region.code[:_KABUPATEN], []).append(row)
    columns = (
        Column(voice.say("page.kecamatan.kabupaten")),
        Column(voice.say("page.kecamatan.complete"), wide=True),
        *(Column(voice.short(body), right=True) for body in seats.totals),
    )
    lines = [_kabupaten(voice, names.get(code, code), of_one) for code, of_one in grouped.items()]
    total = _kabupaten(voice, voice.say("title.total"), rows)
    caption = voice.say("page.kecamatan.by_kabupaten")
    return Table(caption, columns, lines, (total,), heading=caption)


def _kabupaten(voice: Voice, name: str, rows: Sequence[KecamatanSeats]) -> Sequence[Cell]:
    complete = sum(map(_is_complete, rows))
    drawn = bar([(complete, "done")], len(rows))
    tallies = [
        reduce(_plus, (row.bodies[body] for row in rows if body in row.bodies), _NOTHING)
        for body in voice.overview.seats.totals
    ]
    head = Cell(name), Cell(voice.ratio(complete, len(rows)), bar=drawn)
    return (*head, *map(voice.seats, tallies))


def _plus(one: Tally, other: Tally) -> Tally:
    return Tally(
        one.units + other.units,
        one.complete + other.complete,
        one.required + other.required,
        one.filled + other.filled,
        one.vacant + other.vacant,
        one.excess + other.excess,
    )
