"""The table of seats by kecamatan, and the same in one line."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from adhoc_cli.models.finding import Region
from adhoc_cli.models.report import Tally
from adhoc_cli.output.document import Paragraph, Span, Tone, line
from adhoc_cli.output.speaker import Speaker
from adhoc_cli.output.table import CODE, COUNT, Field, Kind, Table, ratio
from adhoc_cli.reports.seats import SeatTable

# A kabupaten has at most 53 kecamatan; of more than this, people see the first that are incomplete.
ALL_UP_TO = 60


class _Row(NamedTuple):
    """The seats by body in a kecamatan, outside of all, or in all of them."""

    region: Region
    bodies: Mapping[str, Tally]
    tone: Tone = Tone.PLAIN


def _text(tally: Tally | None, speaker: Speaker) -> str:
    if tally is None:
        return ""
    if not tally.required and not tally.filled:
        return "-"
    return f"{speaker.number(tally.filled)}/{speaker.number(tally.required)}"


def _tone(tally: Tally | None, wanted: Tone | None = None) -> Tone:
    """Red when any unit is short, yellow when any has too many."""
    if tally is None:
        return Tone.PLAIN
    if not tally.required and not tally.filled:
        return Tone.DIM
    return Tone.BAD if tally.vacant else Tone.WARN if tally.excess else Tone.GOOD


# The seats of a body, "5/5".
_SEATS = Kind(_text, tone=_tone, right=True)


def seat_blocks(
    seats: SeatTable, speaker: Speaker, limit: int | None
) -> Iterator[Paragraph | Table]:
    """Filled seats of every body by kecamatan, with totals. `limit` None shows all 7,277."""
    if not seats.totals:
        return
    size = len(seats.kecamatan)
    shown = seats.kecamatan
    if limit is not None and size > ALL_UP_TO:
        incomplete = tuple(row for row in shown if not is_complete(row.bodies))
        shown = incomplete[:ALL_UP_TO]
        key = "check.only_incomplete" if shown else "check.all_complete"
        sizes = {"shown": len(shown), "incomplete": len(incomplete), "count": size}
        numbers = {name: speaker.number(value) for name, value in sizes.items()}
        yield Paragraph(line(speaker.say(key, **numbers)))
    yield seat_table(seats, shown, speaker)


def is_complete(bodies: Mapping[str, Tally]) -> bool:
    """Whether no seat is vacant, and none too many is filled."""
    return all(not tally.vacant and not tally.excess for tally in bodies.values())


# Of rows that are a body and its seats.
BODY_SEATS = (
    Field("body", lambda row: row[0], title="members.badan"),
    Field(
        "filled", lambda row: (row[1].filled, row[1].required), ratio("required"), "quota.filled"
    ),
    Field("vacant", lambda row: row[1].vacant, COUNT, "quota.vacant", tone=Tone.BAD),
    Field("excess", lambda row: row[1].excess, COUNT, "quota.excess", tone=Tone.WARN),
)


def seat_table(seats: SeatTable, rows: Iterable[Any], speaker: Speaker) -> Table:
    """A row a place with the seats of its bodies, and the totals."""
    of_desa = next((name for name in seats.members if seats.units.get(name) == "desa"), None)
    fields = [
        Field("code", "region.code", CODE, "title.code"),
        Field(
            "name", "region.name", title="title.kecamatan",
            tone=lambda row: row.tone if isinstance(row, _Row) else Tone.PLAIN,
        ),
    ]  # fmt: skip
    for number, name in enumerate(seats.totals):
        fields.append(_of_body(name, _drop(seats, name, number)))
        if name == of_desa:
            fields.append(_complete_desa(name))
    totals = [_Row(Region("", speaker.say("title.total")), seats.totals, Tone.STRONG)]
    if seats.outside:
        outside = Region("", speaker.say("check.outside"))
        totals.insert(0, _Row(outside, seats.outside, Tone.WARN))
    caption = speaker.say("check.seats" if of_desa else "check.seats_without_desa")
    return Table("seats", fields, lambda: rows, totals, caption)


def _of_body(name: str, drop: int) -> Field:
    short = name.replace("SEKRETARIAT ", "Sekr. ")
    return Field(name, lambda row: row.bodies.get(name), _SEATS, label=short, drop=drop)


def _complete_desa(body: str) -> Field:
    """The desa whose PPS is complete."""

    def get(row: Any) -> tuple[int, int] | None:
        tally = row.bodies.get(body)
        return (tally.complete, tally.units) if tally else None

    return Field("desa", get, ratio("units")._replace(share=0), "title.desa", drop=1)


def _drop(seats: SeatTable, body: str, number: int) -> int:
    """PPK and PPS stay; secretariats leave a narrow screen first, then the later bodies."""
    if body in seats.secretariats:
        return 100 + number
    return 0 if number < 2 else 10 + number


def seat_summary(seats: SeatTable, speaker: Speaker) -> list[str | Span]:
    """The seats, "967 anggota, 20/20 kecamatan, 289/289 desa", then each body's."""
    if not seats.totals:
        return [Span(speaker.say("check.no_seats"), Tone.BAD)]
    parts = [speaker.counted("count.members", sum(t.filled for t in seats.members.values()))]
    for body, tally in first_of_units(seats).items():
        word = speaker.say(f"unit.{seats.units[body]}")
        parts.append(f"{speaker.number(tally.complete)}/{speaker.number(tally.units)} {word}")
    spans: list[str | Span] = [", ".join(parts)]
    for name, tally in seats.totals.items():
        tone = Tone.PLAIN if _tone(tally) is Tone.GOOD else _tone(tally)
        spans.append(Span(f"{name} {_text(tally, speaker)}", tone))
    return spans


def first_of_units(seats: SeatTable) -> Mapping[str, Tally]:
    """The body that speaks for each unit: PPK, PPS, and KPPS where there are any."""
    found: dict[str, str] = {}
    for name in seats.members:
        if seats.units.get(name):
            found.setdefault(seats.units[name], name)
    return {name: seats.totals[name] for name in found.values()}
