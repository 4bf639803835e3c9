"""A table: the rows of one kind of file, from all files of that kind, as typed columns."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from adhoc_cli.models.columns import FileKind, RowModel
from adhoc_cli.models.report import InputFile
from adhoc_cli.tables.column import NO_DAY, Column
from adhoc_cli.tables.faults import FaultLog
from adhoc_cli.tables.texts import Mask

_KNOWN_BY = ("nik", "telepon")  # of somebody, whatever the name


@dataclass(frozen=True, slots=True)
class FileRead(InputFile):
    """What became of one file, with its faults; `columns` are those that its header has."""

    log: FaultLog = field(default_factory=FaultLog)
    columns: frozenset[str] = frozenset()


@dataclass(frozen=True, eq=False)
class Table:
    """The structurally regular rows of the files of one kind, as columns of equal length.

    `line` is each row's physical line (header = 1), `file` the position of its file in `files`;
    `accepted` tells the rows that have every required value.
    """

    model: type[RowModel]
    files: tuple[FileRead, ...]
    columns: Mapping[str, Column]
    line: NDArray[np.int32]
    file: NDArray[np.int16]
    accepted: Mask

    @property
    def kind(self) -> FileKind:
        """The kind of file that its rows stand in."""
        return self.model.kind

    @property
    def name(self) -> str:
        """The name of that kind."""
        return self.kind.name

    def __len__(self) -> int:
        return int(self.line.size)

    def __contains__(self, column: str) -> bool:
        return column in self.columns

    def __getitem__(self, column: str) -> Column:
        return self.columns[column]

    @cached_property
    def accepted_rows(self) -> NDArray[np.intp]:
        """The positions of the accepted rows."""
        return np.flatnonzero(self.accepted)

    @property
    def nobody(self) -> Mask:
        """Rows with a word for an empty seat where the name belongs, and neither NIK nor phone."""
        found = self["nama"].nobody
        for column in _KNOWN_BY:
            if column in self and found.any():
                found = found & self[column].empty
        return found

    def file_of(self, row: int) -> str:
        """The name of the file that `row` stands in."""
        return self.files[self.file.item(row)].name

    def where(self, row: int) -> tuple[str, int]:
        """File and line of `row`."""
        return self.file_of(row), self.line.item(row)

    def value(self, column: str, row: int) -> Any:
        """The value of a cell; None where the column, the cell or a readable value is missing."""
        return self.columns[column].value(row) if column in self.columns else None

    # Whole columns, or some rows of them, also of a table that lacks the column.

    def values_of(self, column: str, rows: NDArray[np.integer[Any]]) -> list[Any]:
        """The values of some rows, None where there is none."""
        return self[column].values_of(rows) if column in self else [None] * rows.size

    def known(self, column: str) -> Mask:
        """Rows with a value."""
        return self[column].known if column in self else np.zeros(len(self), bool)

    def numbers(self, column: str) -> NDArray[np.int64]:
        """Per row the whole number, -1 where there is none."""
        return self[column].numbers() if column in self else np.full(len(self), -1, np.int64)

    def dates(self, column: str) -> NDArray[np.datetime64]:
        """Per row the date, NaT where there is none."""
        if column in self:
            return self[column].dates()
        return np.full(len(self), NO_DAY)

    def models(self, rows: Iterable[int] | NDArray[np.intp]) -> list[RowModel]:
        """These rows as pydantic models; a cell that could not be read is None in it.

        For rows that are looked at (lists, contacts), not for counting. The values are pydantic's
        own: they are not validated a second time.
        """
        chosen = np.fromiter(rows, np.intp)
        cells = [column.values_of(chosen) for column in self.columns.values()]
        build = self.model.model_construct
        return [
            build(**dict(zip(self.columns, values, strict=True)))
            for values in zip(*cells, strict=True)
        ]
