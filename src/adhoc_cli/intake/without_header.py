"""A sheet in which no header was found: what can be done about it, by what its cells hold."""

from collections.abc import Sequence

from adhoc_cli.intake.grid import Grid
from adhoc_cli.intake.known import Known
from adhoc_cli.intake.refused import ImportRefused
from adhoc_cli.models.contents import column_of

_LOOKED_AT = 40  # lines


def without_header(grid: Grid, known: Known, needed: Sequence[str]) -> ImportRefused:
    """The refusal of a sheet without a header, with the --columns that read it.

    "-" stands for a column of which nothing tells what it is; where one that is needed must be
    among these, it is named (`missing`).
    """
    lines = [line.cells for line in grid.lines[:_LOOKED_AT] if line.fault is None]
    width = max(map(len, lines), default=0)
    columns = [[cells[at] for cells in lines if at < len(cells)] for at in range(width)]
    found = _columns(columns, known)
    missing = [column for column in needed if column not in found]
    named = {known.of(cell)[0] for cell in (columns[0] if columns else ()) if cell}
    if len(named - {None}) > 1 and named.issuperset(needed):
        variant = "sideways"
    elif found.count("-") == width:
        variant = "unknown" if width else "cells"
    else:
        variant = "lacks" if missing else ""
    params = {"columns": ",".join(found), "missing": ", ".join(missing), "count": width}
    return grid.refused("no_header", variant=variant, **params)


def _columns(columns: Sequence[Sequence[str]], known: Known) -> list[str]:
    """What each column is; each once, and of several that may be names the one with most words:
    a desa mostly has one."""
    found = [column_of(cells, known.columns) or "-" for cells in columns]
    best = {name: at for at, name in reversed(list(enumerate(found)))}
    named = [at for at, name in enumerate(found) if name == "nama"]
    if named:
        best["nama"] = max(named, key=lambda at: (sum(len(c.split()) for c in columns[at]), -at))
    return [name if best[name] == at else "-" for at, name in enumerate(found)]
