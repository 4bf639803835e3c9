"""XLSX, XLS and ODS to grids, by python-calamine (the extra [excel]) in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from importlib.util import find_spec

from adhoc_cli.intake.grid import Grid, Line, with_long_cells_refused
from adhoc_cli.intake.limits import Limits
from adhoc_cli.intake.package import Errors, open_package, parts_of_sheets
from adhoc_cli.intake.refused import ImportRefused
from adhoc_cli.intake.result import Fault, SheetSkipped
from adhoc_cli.intake.workbook_child import Answer, Asked, Sheet, packed, unpacked

_ZIP = b"PK"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_CHILD = "adhoc_cli.intake.workbook_child"
_PATIENCE = 300  # seconds; 100,000 rows of 20 cells take 5


def read_workbook(
    data: bytes, name: str, limits: Limits, chosen: Sequence[str]
) -> tuple[list[Grid], list[SheetSkipped]]:
    """The grids of a workbook's sheets, and the sheets that were not read.

    Raises `ImportRefused`: `excel_missing` without the extra, for what cannot be read, is above the
    limits, or does not have a sheet of `chosen`.
    """
    if find_spec("python_calamine") is None:
        raise ImportRefused("excel_missing", file=name)
    errors: Mapping[str, Errors] = {}
    if data.startswith(_ZIP):
        package = open_package(data, name, limits)
        parts = parts_of_sheets(data) if package.errors else {}
        errors = {sheet: package.errors.get(part, {}) for sheet, part in parts.items()}
    elif _ENCRYPTED in data:
        raise ImportRefused("password", file=name)
    answer = _asked_of_child(Asked(data, name, chosen, limits, errors))
    grids = [_grid(sheet, name, limits) for sheet in answer.sheets if sheet.lines]
    if not grids and not answer.sheets and answer.hidden:
        raise ImportRefused("all_hidden", file=name, sheets=", ".join(answer.hidden))
    if not grids:
        raise ImportRefused("empty", file=name)
    empty = [SheetSkipped(name, s.name, Fault("no_cells")) for s in answer.sheets if not s.lines]
    hidden = [SheetSkipped(name, sheet, Fault("hidden")) for sheet in answer.hidden]
    return grids, [*hidden, *empty]


def _asked_of_child(asked: Asked) -> Answer:
    # -P: no module is taken from the folder that the operator stands in.
    command = [sys.executable, "-P", "-m", _CHILD]
    # It finds this package where we did, however we were started.
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    try:
        done = subprocess.run(
            command,
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


def _grid(sheet: Sheet, name: str, limits: Limits) -> Grid:
    lines = [with_long_cells_refused(Line(*line), limits) for line in sheet.lines]
    merged = {
        (row + 1, left): top + 1
        for top, left, bottom in _sane(sheet, name)
        for row in range(top + 1, bottom + 1)
    }
    typed = {(kind, column): marks for kind, column, marks in sheet.typed}
    blank = sheet.height - len(lines)
    return Grid(name, sheet.name, lines, blank, merged=merged, typed=typed)


def _sane(sheet: Sheet, name: str) -> Sequence[tuple[int, int, int]]:
    """The merged ranges. They never overlap, so that each cell stands in one of them at most."""
    width = max(len(cells) for _, cells in sheet.lines)
    if sum(bottom - top for top, _, bottom in sheet.merged) > sheet.height * width:
        raise ImportRefused("damaged", file=name)
    return sheet.merged
