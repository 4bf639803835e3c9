"""How much of a source is read. Every limit names the option that raises it."""

from collections.abc import Mapping
from dataclasses import dataclass

OPTIONS: Mapping[str, str] = {
    "size": "--max-size",
    "unpacked": "--max-unpacked",
    "cell": "--max-cell",
    "columns": "--max-columns",
    "rows": "--max-rows",
}
_MAX_CELL = 32_767  # characters, Excel's limit, and that of the reader of rosters
# A sheet is held as a full rectangle: one cell far below the others costs as much as a table.
_CELLS_A_ROW = 40


@dataclass(frozen=True, slots=True)
class Limits:
    """`size` and `unpacked` in bytes, `cell` in characters.

    The defaults hold the sheet of a large kabupaten many times over, and stay below 500 MB of
    memory. `unpacked` is what a workbook (a ZIP archive) may hold in all.
    """

    size: int = 128 << 20
    unpacked: int = 256 << 20
    cell: int = _MAX_CELL
    columns: int = 1_000
    rows: int = 500_000

    @property
    def cells(self) -> int:
        """The largest rectangle from the first to the last cell of a sheet."""
        return self.rows * _CELLS_A_ROW
