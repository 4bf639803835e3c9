"""The arithmetic of the pictures: where tiles, bars and lines stand. No words, no markup."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from math import ceil
from typing import Literal

from adhoc_cli.output.html.page import Bar, Fill, Part, Square, Tile, TileGroup, Traced
from adhoc_cli.text.personal import shortened

# Units of a big tile. On a screen of 360 px four of them are 72 px wide each, their letters 9 to
# 11 px high: no more of them stand in a row, where there are few.
_FOUR_UP_TO = 24
_WIDE, _TALL, _GAP = 104.0, 74.0, 6.0
_NAME, _SMALLEST = 16.0, 12.5
_LETTER = 0.62  # the mean width of a bold letter, in parts of its size
_SMALL, _SMALL_GAP, _SMALL_COLUMNS = 18.0, 4.0, 10


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
    columns = 4 if len(squares) <= _FOUR_UP_TO else 5
    placed = _placed(squares, columns, _WIDE + _GAP, _TALL + _GAP)
    tiles = [Tile(x, y, one, *_fitted(one.name)) for x, y, one in placed]
    width = min(len(squares), columns) * (_WIDE + _GAP) - _GAP
    height = ceil(len(squares) / columns) * (_TALL + _GAP) - _GAP
    return TileGroup(title, words, width, height, _WIDE, _TALL, tiles)


def small_tiles(squares: Sequence[Square], title: str, words: str) -> TileGroup:
    """Tiles without a name, ten in a row: those of one kabupaten among many."""
    step = _SMALL + _SMALL_GAP
    tiles = [Tile(x, y, one) for x, y, one in _placed(squares, _SMALL_COLUMNS, step, step)]
    height = ceil(len(squares) / _SMALL_COLUMNS) * step - _SMALL_GAP
    width = _SMALL_COLUMNS * step - _SMALL_GAP
    return TileGroup(title, words, width, height, _SMALL, _SMALL, tiles)


def _placed(
    squares: Sequence[Square], columns: int, across: float, down: float
) -> Iterator[tuple[float, float, Square]]:
    for at, square in enumerate(squares):
        yield at % columns * across, at // columns * down, square


def _fitted(name: str) -> tuple[str, float]:
    """As much of a name as fits into a big tile, and the size at which it does."""
    needed = (_WIDE - 10) / (_LETTER * max(len(name), 1))
    if needed >= _SMALLEST:
        return name, round(min(needed, _NAME), 1)
    most = int((_WIDE - 10) / (_LETTER * _SMALLEST))
    return f"{shortened(name, most - 1).rstrip()}…", _SMALLEST


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
