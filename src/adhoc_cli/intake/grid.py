"""What every source is read to: a grid of text cells that keeps where each line stands."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from adhoc_cli.intake.limits import OPTIONS, Limits
from adhoc_cli.intake.result import Fault


class Line(NamedTuple):
    """A line of a CSV file or a row of a sheet: its number, its cells, and why it cannot be read
    where it cannot."""

    number: int
    cells: tuple[str, ...]
    fault: Fault | None = None


@dataclass(frozen=True)
class Grid:
    """The lines of a CSV file or a sheet, without the `blank` ones.

    `merged` gives, for a cell inside a merged range that spans rows, the number of the line that
    holds its text; the key is (line, column). `typed` tells by ("number" or "date", column) on
    which lines that cell was no text: a 1 at the number of the line. Columns count from 0.
    """

    file: str
    sheet: str | None
    lines: Sequence[Line]
    blank: int = 0
    encoding: str | None = None
    delimiter: str | None = None
    merged: Mapping[tuple[int, int], int] = field(default_factory=dict)
    typed: Mapping[tuple[str, int], bytes] = field(default_factory=dict)


Score = Callable[[Sequence[Line]], int]


def with_long_cells_refused(line: Line, limits: Limits) -> Line:
    """`line`, with a fault where one of its cells is above the limit."""
    longest = max(map(len, line.cells), default=0)
    if longest <= limits.cell:
        return line
    params = {"length": longest, "limit": limits.cell, "option": OPTIONS["cell"]}
    return line._replace(fault=Fault("cell_too_long", params))
