"""Single rows of a roster file, by the line that an editor shows."""

from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from adhoc_cli.models.columns import RowModel
from adhoc_cli.tables.dialect import Dialect, find_dialect
from adhoc_cli.tables.faults import FaultLog
from adhoc_cli.tables.records import Walker
from adhoc_cli.tables.source import UTF8_BOM, Source


class RowsAt:
    """A roster file whose rows are found by their lines."""

    def __init__(self, name: str, data: bytes, model: type[RowModel]) -> None:
        """Find the header. Raises `UnreadableFile` as the reader of rosters does."""
        self.data = data
        self.dialect: Dialect = find_dialect(Source(name, data, lambda: ""), model, FaultLog())
        self._walker = Walker(data, self.dialect.delimiter.encode())

    def row(self, line: int) -> dict[str, str]:
        """What the cells of the row on a line say, by column. Raises `ValueError` where no row of
        the width of the header begins there."""
        record = self._walker.record(self._start_of(line))
        return dict(zip(self.dialect.names, self._walker.texts(record), strict=True))

    @cached_property
    def _feeds(self) -> NDArray[np.intp]:
        return np.flatnonzero(np.frombuffer(self.data, np.uint8) == ord("\n"))

    @property
    def _begin(self) -> int:
        return len(UTF8_BOM) if self.data.startswith(UTF8_BOM) else 0

    def _start_of(self, line: int) -> int:
        """The offset of the record that begins on a physical line."""
        return self._begin if line == 1 else int(self._feeds[line - 2]) + 1
