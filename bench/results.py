"""What was measured, as a page and a picture."""

import os
import platform
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from html import escape
from importlib.metadata import version
from math import log10
from typing import Any

from bench.measure import Runs

Measured = Mapping[str, Sequence[Runs]]
_LIBRARIES = (
    *("typer", "rich", "pydantic", "numpy", "pandas", "pyarrow"),
    *("duckdb", "polars", "frictionless", "csvkit"),
)
_WIDTH, _HEIGHT, _LEFT, _TOP, _RIGHT, _BOTTOM = 760, 420, 60, 20, 200, 50
_COLOURS = ("#1b6ca8", "#d1495b", "#2e933c", "#8d6a9f", "#edae49", "#00798c", "#5c5c5c", "#b56576")


def document(
    measured: Measured, members: Mapping[str, int], told: Sequence[tuple[str, bool]], runs: int
) -> str:
    """RESULTS.md."""
    return "\n".join([
        "# Results",
        "",
        f"Written by `make bench` on {datetime.now(UTC):%Y-%m-%d}: medians of {runs} runs of whole",
        "processes that took turns, after one that is not counted. Seconds differ from machine to",
        "machine, ratios hardly do.",
        "",
        f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores,",
        f"Python {platform.python_version()};",
        ", ".join(f"{name} {version(name)}" for name in _LIBRARIES) + ".",
        "",
        "## Limits",
        "",
        *(f"- {'kept' if kept else '**over**'}: {said}" for said, kept in told),
        "",
        "## Time against members",
        "",
        "![Seconds against members, both logarithmic](results.svg)",
        "",
        *(line for name in measured for line in _contest(name, members[name], measured[name])),
        "The commands are those of `bench/compare.py`; the rosters are made by `bench/country.py`.",
        "",
    ])  # fmt: skip


def _contest(name: str, members: int, sides: Sequence[Runs]) -> Iterator[str]:
    first = sides[0]
    yield f"## {name.capitalize()}" + (f" ({members:,} members)" if members else "")
    yield ""
    yield "| | wall | processor | wall of the first to it | peak memory |"
    yield "|---|---:|---:|---:|---:|"
    for side in sides:
        ratio = first.seconds / side.seconds
        memory = f"{side.peak_bytes / 1e6:,.0f} MB"
        yield (
            f"| {side.name} | {side.seconds:.2f} s | {side.processor:.2f} s | {ratio:.2f} × "
            f"| {memory} |"
        )
    yield ""


def picture(measured: Measured, members: Mapping[str, int]) -> str:
    """An SVG: a line a tool, seconds against members, both logarithmic."""
    lines: dict[str, list[tuple[float, float]]] = {}
    for name, sides in measured.items():
        for side in sides if members[name] else ():
            point = (log10(members[name]), log10(max(side.seconds, 1e-3)))
            lines.setdefault(side.name, []).append(point)
    drawn = {name: sorted(points) for name, points in lines.items() if len(points) > 1}
    every = [point for points in drawn.values() for point in points]
    if not every:
        return f'<svg xmlns="http://www.w3.org/2000/svg" width="{_WIDTH}" height="{_HEIGHT}"/>\n'
    axes = [_axis([point[at] for point in every]) for at in (0, 1)]
    parts = [*_ticks(axes), *_lines(drawn, axes)]
    size = f'width="{_WIDTH}" height="{_HEIGHT}" viewBox="0 0 {_WIDTH} {_HEIGHT}"'
    head = f'<svg xmlns="http://www.w3.org/2000/svg" {size} font-family="sans-serif">'
    return "\n".join(
        [
            head,
            '<rect width="100%" height="100%" fill="white"/><g font-size="12">',
            *parts,
            "</g></svg>",
            "",
        ]
    )


def _axis(values: Sequence[float]) -> tuple[int, int]:
    return int(min(values) // 1), int(-(-max(values) // 1))


def _at(point: tuple[float, float], axes: Sequence[tuple[int, int]]) -> tuple[float, float]:
    (low, high), (least, most) = axes
    x = _LEFT + (point[0] - low) / (high - low) * (_WIDTH - _LEFT - _RIGHT)
    y = _HEIGHT - _BOTTOM - (point[1] - least) / (most - least) * (_HEIGHT - _TOP - _BOTTOM)
    return x, y


def _ticks(axes: Sequence[tuple[int, int]]) -> Iterator[str]:
    (low, high), (least, most) = axes
    for power in range(low, high + 1):
        (x, bottom), (_, top) = _at((power, least), axes), _at((power, most), axes)
        yield _line(x, bottom, x, top)
        yield _text(x, bottom + 18, f"{10**power:,}", 'text-anchor="middle"')
    for power in range(least, most + 1):
        (left, y), (right, _) = _at((low, power), axes), _at((high, power), axes)
        yield _line(left, y, right, y)
        yield _text(left - 6, y + 4, f"{10**power:g} s", 'text-anchor="end"')
    yield _text(_LEFT, _HEIGHT - 10, "members")


def _lines(drawn: Mapping[str, Sequence[Any]], axes: Sequence[tuple[int, int]]) -> Iterator[str]:
    for at, (name, points) in enumerate(drawn.items()):
        colour = _COLOURS[at % len(_COLOURS)]
        places = [_at(point, axes) for point in points]
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
        yield f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>'
        yield from (f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{colour}"/>' for x, y in places)
        yield _text(_WIDTH - _RIGHT + 12, _TOP + 20 + 20 * at, name, f'fill="{colour}"')


def _line(x: float, y: float, to_x: float, to_y: float) -> str:
    return f'<line x1="{x:.1f}" y1="{y:.1f}" x2="{to_x:.1f}" y2="{to_y:.1f}" stroke="#ddd"/>'


def _text(x: float, y: float, text: str, more: str = "") -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" {more}>{escape(text)}</text>'
