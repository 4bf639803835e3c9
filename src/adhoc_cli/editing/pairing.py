"""Which row of the roster is the row that a workbook was made of: other rows came and went."""

from collections import defaultdict
from collections.abc import Hashable, Sequence

from adhoc_cli.editing.returned import Base, Returned
from adhoc_cli.editing.sheet import Cells, Row, digest


def pair_rows(workbook: Returned, rows: Sequence[Row]) -> dict[str, Row]:
    """By key the row as it is now; none for one that is gone.

    First those that are as they were, then those of a NIK, or of a name in a body and place, that
    one row only has; last those on the same line with most of their cells.
    """
    found: dict[str, Row] = {}
    whole = next((list(base.cells) for base in workbook.base.values()), [])
    same: dict[Hashable, list[Row]] = defaultdict(list)
    for row in rows:
        same[row.file, digest(row.cells, whole)].append(row)
    for key, base in workbook.base.items():
        waiting = same[base.file, base.digest]
        if waiting:
            found[key] = waiting.pop(0)
    for columns in (("nik",), ("nama", "badan", "kode_wilayah"), ("nama",)):
        _pair_by(columns, workbook, rows, found)
    _pair_by_line(workbook, rows, found)
    return found


def _pair_by(
    columns: Sequence[str], workbook: Returned, rows: Sequence[Row], found: dict[str, Row]
) -> None:
    """Pair those whose cells of these columns one row only has; the first must be filled."""

    def mark(cells: Cells) -> Hashable:
        told = tuple(cells.get(column, "") for column in columns)
        return told if told[0] else None

    taken = {(row.file, row.line) for row in found.values()}
    free: dict[Hashable, list[Row]] = defaultdict(list)
    for row in rows:
        if (row.file, row.line) not in taken and (told := mark(row.cells)) is not None:
            free[row.file, told].append(row)
    wanted: dict[Hashable, list[str]] = defaultdict(list)
    for key, base in workbook.base.items():
        if key not in found and (told := mark(base.cells)) is not None:
            wanted[base.file, told].append(key)
    for told, keys in wanted.items():
        if len(keys) == 1 and len(free[told]) == 1:
            found[keys[0]] = free[told][0]


def _pair_by_line(workbook: Returned, rows: Sequence[Row], found: dict[str, Row]) -> None:
    taken = {(row.file, row.line) for row in found.values()}
    at = {(row.file, row.line): row for row in rows if (row.file, row.line) not in taken}
    for key, base in workbook.base.items():
        row = at.get((base.file, base.line))
        if key not in found and row is not None and _is_mostly(base, row):
            found[key] = row


def _is_mostly(base: Base, row: Row) -> bool:
    filled = [(text, row.cells.get(column, "")) for column, text in base.cells.items() if text]
    return 2 * sum(one == other for one, other in filled) > len(filled)
