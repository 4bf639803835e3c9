"""XLSX, XLS and ODS to grids, by python-calamine in a process of its own."""

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence

from adhoc_cli.intake.facts import Cell, Facts
from adhoc_cli.intake.grid import Grid, Line, with_long_cells_refused
from adhoc_cli.intake.limits import Limits
from adhoc_cli.intake.package import open_package
from adhoc_cli.intake.refused import ImportRefused
from adhoc_cli.intake.result import Fault, SheetSkipped
from adhoc_cli.intake.sheet_biff import facts_of_xls
from adhoc_cli.intake.workbook_child import Answer, Asked, Sheet, packed, unpacked

_ZIP = b"PK"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
# The hidden sheet of a roster that `adhoc sheets out` wrote: as a list of new people each of them
# would be there twice.
BASE = "adhoc_dasar"
_CHILD = "adhoc_cli.intake.workbook_child"
READER = "--read-workbook"  # the only argument of a frozen program that is to be this process
_PATIENCE = 300  # seconds; 100,000 rows of 20 cells take 5


def read_workbook(
    data: bytes, name: str, limits: Limits, chosen: Sequence[str]
) -> tuple[list[Grid], list[SheetSkipped]]:
    """The grids of a workbook's sheets, and the sheets that were not read.

    Raises `ImportRefused` for what cannot be read, is above the limits, or does not have a sheet of
    `chosen`.
    """
    if data.startswith(_ZIP):
        facts = open_package(data, name, limits)
    elif _ENCRYPTED in data:
        raise ImportRefused("password", file=name)
    else:
        facts = facts_of_xls(data, name)
    answer = _asked_of_child(Asked(data, name, chosen, limits, [one.failed for one in facts]))
    if BASE in answer.hidden:
        raise ImportRefused("own_workbook", file=name)
    grids = [_grid(one, facts[one.at], name, limits) for one in answer.sheets if one.lines]
    if not grids and not answer.sheets and answer.hidden:
        raise ImportRefused("all_hidden", file=name, sheets=", ".join(answer.hidden))
    if not grids:
        raise ImportRefused("empty", file=name)
    empty = [SheetSkipped(name, s.name, Fault("no_cells")) for s in answer.sheets if not s.lines]
    hidden = [SheetSkipped(name, sheet, Fault("hidden")) for sheet in answer.hidden]
    return grids, [*hidden, *empty]


def _asked_of_child(asked: Asked) -> Answer:
    # It finds this package where we did, however we were started.
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    try:
        done = subprocess.run(
            _child(),
            input=packed(asked),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
            timeout=_PATIENCE,
            check=True,
        )
        return unpacked(done.stdout)
    except (subprocess.SubprocessError, ValueError):
        raise ImportRefused("damaged", file=asked.name) from None


def _child() -> list[str]:
    """How the process is started. A frozen program has no Python beside it: it starts itself."""
    if getattr(sys, "frozen", False):
        return [sys.executable, READER]
    # -P: no module is taken from the folder that the operator stands in.
    return [sys.executable, "-P", "-m", _CHILD]


def _grid(sheet: Sheet, facts: Facts, name: str, limits: Limits) -> Grid:
    covered = _covered(facts, sheet, name)
    lines = [_line(number, cells, covered) for number, cells in sheet.lines]
    return Grid(
        name,
        sheet.name,
        [with_long_cells_refused(line, limits) for line in lines],
        sheet.height - len(lines),
        merged={(row + 1, left): (top + 1, over) for (row, left), (top, over) in covered.items()},
        typed={(kind, column): marks for kind, column, marks in sheet.typed},
        hidden_lines=frozenset(row + 1 for row in facts.hidden_rows),
        hidden_columns=frozenset(facts.hidden_columns),
        struck={(row + 1, column): rest for (row, column), rest in facts.struck.items()},
    )


def _line(number: int, cells: tuple[str, ...], covered: Mapping[Cell, Cell]) -> Line:
    """A row without the texts that lie under a merged cell, where nobody sees them."""
    if not covered:
        return Line(number, cells)
    under = ((number - 1, at) in covered for at in range(len(cells)))
    return Line(number, tuple("" if hid else c for c, hid in zip(cells, under, strict=True)))


def _covered(facts: Facts, sheet: Sheet, name: str) -> dict[Cell, Cell]:
    """The cells under merged ones, each with the cell that holds its text."""
    width = max(len(cells) for _, cells in sheet.lines)
    within = [
        one._replace(bottom=min(one.bottom, sheet.height - 1), right=min(one.right, width - 1))
        for one in facts.merged
        if one.top < sheet.height and one.left < width
    ]
    areas = ((m.bottom - m.top + 1) * (m.right - m.left + 1) for m in within)
    if sum(areas) > sheet.height * width:  # merged ranges never overlap
        raise ImportRefused("damaged", file=name)
    return {
        (row, column): (one.top, one.left)
        for one in within
        for row in range(one.top, one.bottom + 1)
        for column in range(one.left, one.right + 1)
        if (row, column) != (one.top, one.left)
    }
