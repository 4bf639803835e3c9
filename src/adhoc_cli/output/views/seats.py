"""The table of seats by kecamatan, and the same in one line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from adhoc_cli.output.document import Block, Column, Grid, Paragraph, Span, Tone, line
from adhoc_cli.output.speaker import Speaker
from adhoc_cli.output.views.common import counted, filled
from adhoc_cli.reports.seats import KecamatanSeats, SeatTable, Tally

# A kabupaten has at most 53 kecamatan; of more than this, people see the first that are incomplete.
_ALL_UP_TO = 60


def seat_grid(seats: SeatTable, speaker: Speaker, limit: int | None) -> Iterator[Block]:
    """Filled seats of every body by kecamatan, with totals. `limit` None shows all 7,277."""
    if not seats.totals:
        return
    size = len(seats.kecamatan)
    shown = seats.kecamatan
    if limit is not None and size > _ALL_UP_TO:
        incomplete = tuple(row for row in shown if not _complete(row))
        shown = incomplete[:_ALL_UP_TO]
        key = "check.only_incomplete" if shown else "check.all_complete"
        sizes = {"shown": len(shown), "incomplete": len(incomplete), "count": size}
        numbers = {name: speaker.number(value) for name, value in sizes.items()}
        yield Paragraph(line(speaker.say(key, **numbers)))
    yield Grid(
        _columns(seats, speaker),
        [_row(seats, row, speaker) for row in shown],
        tuple(_totals(seats, speaker)),
        speaker.say("check.seats" if _of_desa(seats) else "check.seats_without_desa"),
    )


def _complete(row: KecamatanSeats) -> bool:
    return all(not tally.vacant and not tally.excess for tally in row.bodies.values())


def _of_desa(seats: SeatTable) -> str | None:
    """The body whose desa are counted as complete: the PPS."""
    return next((name for name in seats.members if seats.units.get(name) == "desa"), None)


def _columns(seats: SeatTable, speaker: Speaker) -> Sequence[Column]:
    columns = [
        Column(speaker.say("title.code")),
        Column(speaker.say("title.kecamatan"), drop=0),
    ]
    for number, name in enumerate(seats.totals):
        columns.append(Column(_short(name), right=True, drop=_drop(seats, name, number)))
        if name == _of_desa(seats):
            columns.append(Column(speaker.say("title.desa"), right=True, drop=1))
    return columns


def _short(body: str) -> str:
    return body.replace("SEKRETARIAT ", "Sekr. ")


def _drop(seats: SeatTable, body: str, number: int) -> int:
    """PPK and PPS stay; secretariats leave a narrow screen first, then the later bodies."""
    if body in seats.secretariats:
        return 100 + number
    return 0 if number < 2 else 10 + number


def _row(seats: SeatTable, row: KecamatanSeats, speaker: Speaker) -> Sequence[Span]:
    return Span(row.region.code), Span(row.region.name), *_cells(seats, row.bodies, speaker)


def _cells(seats: SeatTable, bodies: Mapping[str, Tally], speaker: Speaker) -> Iterator[Span]:
    for name in seats.totals:
        tally = bodies.get(name)
        yield _seats(speaker, tally) if tally else Span("")
        if name == _of_desa(seats):
            yield filled(speaker, tally.complete, tally.units) if tally else Span("")


def _seats(speaker: Speaker, tally: Tally) -> Span:
    """The seats, "5/5": red when any unit is short, yellow when any has too many."""
    if not tally.required and not tally.filled:
        return Span("-", Tone.DIM)
    text = filled(speaker, tally.filled, tally.required).text
    tone = Tone.BAD if tally.vacant else Tone.WARN if tally.excess else Tone.GOOD
    return Span(text, tone)


def _totals(seats: SeatTable, speaker: Speaker) -> Iterator[Sequence[Span]]:
    if seats.outside:
        outside = Span(speaker.say("check.outside"), Tone.WARN)
        yield Span(""), outside, *_cells(seats, seats.outside, speaker)
    total = Span(speaker.say("title.total"), Tone.STRONG)
    yield Span(""), total, *_cells(seats, seats.totals, speaker)


def seat_summary(seats: SeatTable, speaker: Speaker) -> list[str | Span]:
    """The seats, "967 anggota, 20/20 kecamatan, 289/289 desa", then each body's."""
    if not seats.totals:
        return [Span(speaker.say("check.no_seats"), Tone.BAD)]
    parts = [counted(speaker, "count.members", sum(t.filled for t in seats.members.values()))]
    for unit, tally in _by_unit(seats).items():
        word = speaker.say(f"unit.{unit}")
        parts.append(f"{speaker.number(tally.complete)}/{speaker.number(tally.units)} {word}")
    spans: list[str | Span] = [", ".join(parts)]
    for name, tally in seats.totals.items():
        cell = _seats(speaker, tally)
        tone = Tone.PLAIN if cell.tone is Tone.GOOD else cell.tone
        spans.append(Span(f"{name} {cell.text}", tone))
    return spans


def _by_unit(seats: SeatTable) -> dict[str, Tally]:
    """The first body of each unit speaks for it."""
    found: dict[str, Tally] = {}
    for name, tally in seats.members.items():
        found.setdefault(seats.units.get(name, ""), tally)
    found.pop("", None)
    return found
