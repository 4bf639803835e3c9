"""A workbook of a roster that comes back: its rows, and how they stood when it was written."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from adhoc_cli.editing.faults import EditRefused
from adhoc_cli.editing.sheet import (
    FINDINGS,
    KEY,
    PERSONAL,
    PLACE,
    SCHEMA,
    SHEET,
    WHERE,
    Cells,
    Part,
)
from adhoc_cli.intake.grid import Grid
from adhoc_cli.intake.limits import Limits
from adhoc_cli.intake.refused import ImportRefused
from adhoc_cli.intake.source import read_source
from adhoc_cli.intake.workbook import BASE
from adhoc_cli.models.columns import headers_of
from adhoc_cli.models.rows import Anggota
from adhoc_cli.models.spelling import header_key

_MASK = "****"
_OWN = {KEY, PLACE, FINDINGS}


class Base(NamedTuple):
    """A row as it stood: its file, its line, its digest, and its cells as they come back."""

    file: str
    line: int
    digest: str
    cells: Cells


class Entry(NamedTuple):
    """A row of the workbook: its number there, its key ("" for a new one), its cells by column;
    `typed` are those that a program made numbers or dates of."""

    number: int
    key: str
    cells: Cells
    typed: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Returned:
    """A workbook that came back. `lacking` are columns that somebody removed, `unread` those that
    somebody added and no roster has: neither changes anything."""

    name: str
    part: Part
    batch: str
    personal: bool
    parts: Sequence[Part]
    columns: Sequence[str]
    base: Mapping[str, Base]
    entries: Sequence[Entry]
    lacking: Sequence[str] = ()
    unread: Sequence[str] = ()


def read_returned(path: Path, limits: Limits) -> Returned:
    """The workbook at `path`, read within the limits of an import.

    Raises `ImportRefused` for what cannot be read, and `EditRefused` for what is no workbook of
    ours, or one whose hidden sheet or column is gone.
    """
    try:
        grids, _ = read_source(path, lambda _: 0, limits, (SHEET, BASE))
    except ImportRefused as refused:
        if refused.key not in {"sheet_unknown", "sheet_of_text"}:
            raise
        raise EditRefused("not_ours", file=path.name) from None
    return returned_from({grid.sheet or "": grid for grid in grids}, path.name)


def returned_from(sheets: Mapping[str, Grid], name: str) -> Returned:
    """The same of the two sheets of a workbook."""
    if SHEET not in sheets or BASE not in sheets:
        raise EditRefused("not_ours", file=name)
    about, parts, header, *below = _lines(sheets[BASE])
    if about[0] != SCHEMA or tuple(header[: len(WHERE)]) != WHERE:
        raise EditRefused("not_ours", file=name)
    columns = [column for column in header[len(WHERE) :] if column]
    base = {line[0]: _base(line, columns, name) for line in below}
    read, entries = _entries(sheets[SHEET], columns, name)
    return Returned(
        name,
        Part(about[3], about[4]),
        about[1],
        about[2] == PERSONAL,
        [Part(*one.split(" ", 1)) for one in parts if " " in one],
        [column for column in dict.fromkeys([*columns, *read.values()]) if column in read.values()],
        base,
        entries,
        [column for column in columns if column not in read.values()],
        [header for header, column in read.items() if not column],
    )


def _lines(grid: Grid) -> list[Sequence[str]]:
    lines = [line.cells for line in grid.lines]
    width = max([len(WHERE) + 1, *map(len, lines)])
    short = 3 - len(lines)
    return [(*cells, *[""] * (width - len(cells))) for cells in [*lines, *[()] * short]]


def _base(line: Sequence[str], columns: Sequence[str], name: str) -> Base:
    if not line[2].isdecimal():
        raise EditRefused("not_ours", file=name)
    cells = dict(zip(columns, line[len(WHERE) :], strict=False))
    return Base(line[1], int(line[2]), line[3], cells)


def _entries(grid: Grid, columns: Sequence[str], name: str) -> tuple[dict[str, str], list[Entry]]:
    """By header the column that it names ("" for none that is known), and the rows below."""
    at = next((n for n, line in enumerate(grid.lines) if KEY in line.cells), None)
    if at is None:
        raise EditRefused("no_key", file=name, column=KEY)
    header = grid.lines[at].cells
    read: dict[str, str] = {}
    for cell in header:
        if cell and cell not in _OWN:
            known = cell if cell in columns else headers_of(Anggota).get(header_key(cell), "")
            read[cell] = known if known not in read.values() else ""
    entries = []
    for line in grid.lines[at + 1 :]:
        told = dict(zip(header, line.cells, strict=False))
        cells = {column: told.get(cell, "") for cell, column in read.items() if column}
        is_header = told.get(KEY) == KEY  # sorted among the rows
        if not is_header and any(text.strip() for text in cells.values()):
            typed = frozenset(read.get(header[at], "") for at in _typed(grid, line.number, header))
            entries.append(Entry(line.number, told.get(KEY, "").strip(), cells, typed))
    return read, entries


def _typed(grid: Grid, line: int, header: Sequence[str]) -> Iterator[int]:
    """The positions of cells of a line that are no texts; all were when they were sent."""
    for (_, at), marks in grid.typed.items():
        if at < len(header) and marks[line : line + 1] == b"\1":
            yield at


def is_masked(text: str) -> bool:
    """Whether a cell holds what was masked: written back it would lose its digits."""
    return _MASK in text
