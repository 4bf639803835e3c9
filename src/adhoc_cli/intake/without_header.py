"""A sheet in which no header was found, or one that lacks a column: what can be done about it, by
what its cells hold."""

import re
from collections.abc import Sequence

from adhoc_cli.intake.grid import Grid
from adhoc_cli.intake.known import Known
from adhoc_cli.intake.refused import ImportRefused
from adhoc_cli.models.contents import column_of
from adhoc_cli.text.lazy import lazy_pattern
from adhoc_cli.text.nearest import nearest
from adhoc_cli.text.shell import as_typed

_LOOKED_AT = 40  # lines
_OF_SOMEBODY = lazy_pattern(r"\b(?:nama|ketua|anggota|sekretaris|staf|bendahara)\b", re.IGNORECASE)


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


def refuse_missing(
    grid: Grid, header: Sequence[str], below: int, missing: Sequence[str], known: Known
) -> None:
    """Raise `ImportRefused` for a header, above the line `below`, that lacks columns, with those
    that may be meant."""
    lines = [line.cells for line in grid.lines[below : below + _LOOKED_AT] if not line.fault]
    unused = {at: cell for at, cell in enumerate(header) if cell and not known.of(cell)[0]}
    under = {at: [cells[at] for cells in lines if at < len(cells)] for at in range(len(header))}
    found = {at: column_of(under[at], missing) for at in unused}
    people = [
        cell
        for at, cell in enumerate(header)
        if _OF_SOMEBODY.search(cell) and column_of(under[at], ("nama",))
    ]
    several = people if "jabatan" in missing and len(people) > 1 else ()
    options = [
        f"--map {as_typed(f'{unused[at]}={column}')}" for at, column in found.items() if column
    ]
    raise grid.refused(
        "column_missing",
        line=grid.lines[below - 1].number,
        columns=", ".join(missing),
        found=", ".join(cell for cell in header if cell),
        nearest=next((n for column in missing if (n := nearest(column, [*unused.values()]))), ""),
        variant="several" if several else "told" if options else "",
        options=" ".join(options),
        several=", ".join(several),
    )
