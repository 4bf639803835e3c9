"""What a workbook says about the cells of a sheet beside their values.

The reader gives a formula that failed as an empty cell or as 0, and says nothing of merged cells in
ODS, of hidden rows and columns, or of struck text. These facts are read off the file itself.
"""

from dataclasses import dataclass, field
from typing import NamedTuple

from adhoc_cli.text.lazy import lazy_pattern

NO_RESULT = "#FORMULA?"  # stands for a formula whose result was never stored
_ERROR = lazy_pattern(r"(?:#|Err:)\S{1,20}")

Cell = tuple[int, int]  # row and column, from 0


class Merged(NamedTuple):
    """A merged range, from 0, all sides included."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(slots=True)
class Facts:
    """One sheet: cells that failed and what is shown of them, struck cells and what is not struck
    of their text, hidden rows and columns, merged ranges."""

    failed: dict[Cell, str] = field(default_factory=dict)
    struck: dict[Cell, str] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    merged: list[Merged] = field(default_factory=list)

    def fail(self, cell: Cell, shown: str) -> None:
        """Note a cell that failed; what is shown of it may be in any language."""
        self.failed[cell] = shown if _ERROR.fullmatch(shown) else "#ERROR!"
