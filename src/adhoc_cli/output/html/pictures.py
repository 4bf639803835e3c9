"""The arithmetic of the pictures: where tiles, bars and lines stand. No words, no markup."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from math import ceil
from typing import Literal, NamedTuple

from adhoc_cli.output.html.page import Bar, Fill, Label, Part, Tile, TileGroup, Traced

# Units of a big tile. On a screen of 360 px four of them are 72 px wide each, their letters 9 to
# 11 px high: no more of them stand in a row, where there are few.
_FOUR_UP_TO = 24
_WIDE, _TALL, _GAP = 104.0, 74.0, 6.0
_NAME, _SMALLEST, _NUMBER, _BADGE = 16.0, 12.5, 19.0, 12.0
_LETTER = 0.62  # the mean width of a bold letter, in parts of its size
_SMALL, _SMALL_GAP, _SMALL_COLUMNS = 18.0, 4.0, 10


class Square(NamedTuple):
    """A tile to be placed: what it is called, its number, how many seats are vacant, in words."""

    fill: Fill
    name: str
    number: str
    badge: str
    words: str


def percent(part: float, whole: float) -> str:
    """A share in percent as SVG wants it: "43.2"."""
    return f"{100 * part / whole:.2f}".rstrip("0").rstrip(".") if whole else "0"


def bar(
    parts: Iterable[tuple[int, Fill]], whole: int, words: str = "", mark: float | None = None
) -> Bar:
    """A bar of `whole`, its parts one after the other from the left. Empty parts are left out."""
    placed, at = [], 0
    for size, fill in parts:
        shown = min(size, whole - at)
        if shown > 0:
            placed.append(Part(percent(at, whole), percent(shown, whole), fill))
            at += shown
    return Bar(tuple(placed), words, "" if mark is None else percent(mark, 1))


def big_tiles(squares: Sequence[Square], title: str, words: str) -> TileGroup:
    """Tiles with a name and a number in each, four or five in a row."""
    columns = max(min(len(squares), 4 if len(squares) <= _FOUR_UP_TO else 5), 1)
    rows = ceil(len(squares) / columns)
    return TileGroup(
        title,
        words,
        columns * (_WIDE + _GAP) - _GAP,
        max(rows * (_TALL + _GAP) - _GAP, 1),
        _WIDE,
        _TALL,
        tuple(_big(one, *divmod(at, columns)) for at, one in enumerate(squares)),
    )


def _big(square: Square, row: int, column: int) -> Tile:
    x, y = column * (_WIDE + _GAP), row * (_TALL + _GAP)
    middle = x + _WIDE / 2
    size, name = _fitted(square.name, _WIDE - 10)
    down = 8 if square.badge else 0  # room for it
    badge = Label(x + _WIDE - 14, y + 18, _BADGE, square.badge)
    return Tile(
        x,
        y,
        square.fill,
        square.words,
        Label(middle, y + 33 + down, size, name),
        Label(middle, y + 56 + down, _NUMBER, square.number),
        badge if square.badge else None,
    )


def _fitted(name: str, room: float) -> tuple[float, str]:
    """The size of a name that fits, and as much of it as does."""
    needed = room / (_LETTER * max(len(name), 1))
    if needed >= _SMALLEST:
        return round(min(needed, _NAME), 1), name
    most = int(room / (_LETTER * _SMALLEST))
    return _SMALLEST, f"{name[: most - 1].rstrip()}…"


def small_tiles(squares: Sequence[Square], title: str, words: str) -> TileGroup:
    """Tiles without a name, ten in a row: those of one kabupaten among many."""
    step = _SMALL + _SMALL_GAP
    columns = max(min(len(squares), _SMALL_COLUMNS), 1)
    rows = ceil(len(squares) / _SMALL_COLUMNS)
    tiles = tuple(
        _small(one, at % columns * step, at // columns * step) for at, one in enumerate(squares)
    )
    width, height = _SMALL_COLUMNS * step - _SMALL_GAP, max(rows * step - _SMALL_GAP, 1)
    return TileGroup(title, words, width, height, _SMALL, _SMALL, tiles)


def _small(square: Square, x: float, y: float) -> Tile:
    """A tile with the number of its vacant seats, where there are any: never the colour alone."""
    size = 11 if len(square.badge) < 3 else 8
    number = Label(x + _SMALL / 2, y + 13, size, square.badge) if square.badge else None
    return Tile(x, y, square.fill, square.words, number=number)


# -- a line over time ------------------------------------------------------------------------------


def daily(points: Sequence[tuple[date, int]], until: date) -> list[tuple[date, int]]:
    """The course by day: from nothing on the day before the first change, level between changes, up
    to the day `until`."""
    day = timedelta(days=1)
    course = [(points[0][0] - day, 0)]
    for when, value in points:
        if when - day > course[-1][0]:
            course.append((when - day, course[-1][1]))
        course.append((when, value))
    if until > course[-1][0]:
        course.append((until, course[-1][1]))
    return course


def trace(course: Sequence[tuple[date, int]], top: int) -> Traced:
    """The line of a course of two days or more; `top` is the number at the upper edge."""
    first, last = course[0][0], course[-1][0]
    span, height = max((last - first).days, 1), max(top, 1)
    points = [
        (1000 * (day - first).days / span, 1000 - 1000 * min(value, height) / height)
        for day, value in course
    ]
    line = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    area = f"0,1000 {line} {points[-1][0]:.1f},1000"
    x, y = points[-1]
    return Traced(line, area, (percent(x, 1000), percent(y, 1000)))


_Anchor = Literal["start", "middle", "end"]


def days_between(first: date, last: date, most: int = 4) -> list[tuple[date, str, _Anchor]]:
    """Some days from the first to the last, as evenly as whole days allow: day, place in percent,
    and which end of its text stands there."""
    span = (last - first).days
    steps = max(min(most - 1, span), 1)
    found: list[tuple[date, str, _Anchor]] = []
    for step in range(steps + 1):
        ahead = round(span * step / steps)
        anchor: _Anchor = "start" if not step else "end" if step == steps else "middle"
        found.append((first + timedelta(days=ahead), percent(ahead, max(span, 1)), anchor))
    return found
