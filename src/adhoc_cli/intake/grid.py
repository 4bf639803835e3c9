"""What every source is read to: a grid of text cells that keeps where each line stands."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from adhoc_cli.intake.limits import OPTIONS, Limits
from adhoc_cli.intake.refused import ImportRefused
from adhoc_cli.intake.result import Fault, Marked


class Line(NamedTuple):
    """A line of a CSV file or a row of a sheet: its number, its cells, and why it cannot be read
    where it cannot."""

    number: int
    cells: tuple[str, ...]
    fault: Fault | None = None

    def cell(self, at: int | None) -> str:
        """The cell in a place, "" where the line has none."""
        return self.cells[at] if at is not None and at < len(self.cells) else ""


@dataclass(frozen=True)
class Grid:
    """The lines of a CSV file or a sheet, without the `blank` ones.

    `merged` gives, for a cell that lies under a merged one, the (line, column) that holds its text.
    `typed` tells by ("number" or "date", column) on which lines that cell was no text: a 1 at the
    number of the line; and so by the sign that was taken off the ends of lines. What is hidden or
    struck through stands here where it is to be refused; `struck` gives what is not struck of a
    cell's text. `left_out` counts lines that the operator wants left out; `unended` is the last
    line, where it has no line end. Columns count from 0.
    """

    file: str
    sheet: str | None
    lines: Sequence[Line]
    blank: int = 0
    encoding: str | None = None
    delimiter: str | None = None
    merged: Mapping[tuple[int, int], tuple[int, int]] = field(default_factory=dict)
    typed: Mapping[tuple[str, int], bytes] = field(default_factory=dict)
    hidden_lines: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    struck: Mapping[tuple[int, int], str] = field(default_factory=dict)
    left_out: int = 0
    unended: int = 0

    def refused(self, key: str, **params: Any) -> ImportRefused:
        """The refusal of this sheet."""
        return ImportRefused(key, file=self.file, sheet=self.sheet or "", **params)


Score = Callable[[Sequence[Line]], int]


def with_long_cells_refused(line: Line, limits: Limits) -> Line:
    """`line`, with a fault where one of its cells is above the limit."""
    longest = max(map(len, line.cells), default=0)
    if longest <= limits.cell:
        return line
    params = {"length": longest, "limit": limits.cell, "option": OPTIONS["cell"]}
    return line._replace(fault=Fault("cell_too_long", params))


def as_asked(grid: Grid, hidden: Marked, struck: Marked) -> Grid:
    """`grid` with what is hidden or struck through taken, or left out, as the operator asks."""
    if struck is Marked.SKIP:
        grid = _without(grid, frozenset(), grid.struck)
    if hidden is Marked.SKIP:
        under = {
            (line.number, at): ""
            for line in grid.lines
            for at in grid.hidden_columns
            if at < len(line.cells)
        }
        grid = _without(grid, grid.hidden_lines, under)
    if hidden is not Marked.REFUSE:
        grid = replace(grid, hidden_lines=frozenset(), hidden_columns=frozenset())
    return grid if struck is Marked.REFUSE else replace(grid, struck={})


def _without(grid: Grid, lines: frozenset[int], cells: Mapping[tuple[int, int], str]) -> Grid:
    """`grid` without these lines, with these texts of cells; a line of which only its number is
    left goes, too."""
    by_line: dict[int, dict[int, str]] = {}
    for (number, at), text in cells.items():
        by_line.setdefault(number, {})[at] = text
    kept = []
    for line in grid.lines:
        new = by_line.get(line.number, {})
        changed = [new.get(at, cell).strip() for at, cell in enumerate(line.cells)]
        left = "".join(changed).strip(".")
        if line.number in lines or (new and (not left or left.isdecimal())):
            continue
        kept.append(line._replace(cells=tuple(changed)) if new else line)
    return replace(grid, lines=kept, left_out=grid.left_out + len(grid.lines) - len(kept))
