"""python-calamine in a process of its own: a damaged workbook can ask for memory without end.

Of 6,000 damaged workbooks two made the library ask for 8 GB, and a shared-strings table that claims
four thousand million entries is as bad; the process is then ended by the system, not by an
exception. So it is a process that may end: it takes the workbook from stdin and gives plain texts
to stdout. It imports nothing heavy.
"""

from __future__ import annotations

import marshal
import sys
from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from typing import TYPE_CHECKING, Any, NamedTuple

from adhoc_cli.intake.limits import Limits
from adhoc_cli.intake.package import Errors, refuse_reach
from adhoc_cli.intake.refused import ImportRefused
from adhoc_cli.intake.typed_cells import text_of

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

_MEMORY = 3 << 30  # bytes; ten times what a sheet of 100,000 rows takes


class Asked(NamedTuple):
    """A workbook, the sheets to read (none: all visible ones), the limits, and the error cells of
    each sheet."""

    data: bytes
    name: str
    chosen: Sequence[str]
    limits: Limits
    errors: Mapping[str, Errors]


class Sheet(NamedTuple):
    """The lines of a sheet that are not blank, each with its number; merged ranges as (top, left,
    bottom) from 0; on which lines a cell was typed, by kind and column."""

    name: str
    height: int
    lines: list[tuple[int, tuple[str, ...]]]
    merged: list[tuple[int, int, int]]
    typed: list[tuple[str, int, bytes]]


class Answer(NamedTuple):
    """The sheets that were read, and the names of those that are hidden and were not asked for."""

    sheets: list[Sheet]
    hidden: list[str]


def read(asked: Asked) -> Answer:
    """The sheets of a workbook. Raises `ImportRefused`, or whatever the library raises."""
    from python_calamine import CalamineWorkbook, PasswordError

    try:
        workbook = CalamineWorkbook.from_filelike(BytesIO(asked.data))
    except PasswordError:
        raise ImportRefused("password", file=asked.name) from None
    wanted, hidden = _wanted(workbook, asked)
    return Answer([_sheet(workbook.get_sheet_by_name(one), asked) for one in wanted], hidden)


def _wanted(workbook: CalamineWorkbook, asked: Asked) -> tuple[list[str], list[str]]:
    from python_calamine import SheetTypeEnum, SheetVisibleEnum

    sheets = [s for s in workbook.sheets_metadata if s.typ == SheetTypeEnum.WorkSheet]
    if not asked.chosen:
        hidden = [s.name for s in sheets if s.visible != SheetVisibleEnum.Visible]
        return [s.name for s in sheets if s.name not in hidden], hidden
    by_key = {s.name.strip().casefold(): s.name for s in sheets}
    wanted: dict[str, None] = {}
    for one in asked.chosen:
        name = by_key.get(one.strip().casefold())
        if name is None:
            names = tuple(s.name for s in sheets)
            raise ImportRefused("sheet_unknown", file=asked.name, sheet=one, sheets=names)
        wanted[name] = None
    return list(wanted), []


def _sheet(sheet: CalamineSheet, asked: Asked) -> Sheet:
    if sheet.start is None or sheet.end is None:
        return Sheet(sheet.name, 0, [], [], [])
    height = sheet.end[0] + 1
    refuse_reach(height, sheet.end[1] + 1, asked.name, asked.limits)
    texts = _Texts(sheet.start[1], height)
    errors = asked.errors.get(sheet.name, {})
    lines = []
    for number, row in enumerate(sheet.iter_rows(), start=1):
        cells = texts.of_row(row, number)
        if errors:
            cells = tuple(c or errors.get((number - 1, at), "") for at, c in enumerate(cells))
        if "".join(cells).strip():
            lines.append((number, cells))
    typed = [(kind, column, bytes(marks)) for (kind, column), marks in texts.typed.items()]
    return Sheet(sheet.name, height, lines, list(_merged(sheet, height)), typed)


def _merged(sheet: CalamineSheet, height: int) -> Iterator[tuple[int, int, int]]:
    for (top, left), (bottom, _) in sheet.merged_cell_ranges or ():
        if top < min(bottom, height - 1):
            yield top, left, min(bottom, height - 1)


class _Texts:
    """Makes texts of typed cells, and notes where they stand."""

    def __init__(self, left: int, height: int) -> None:
        self._before = ("",) * left
        self._height = height
        self._known: dict[str, str] = {}
        self.typed: dict[tuple[str, int], bytearray] = {}

    def of_row(self, row: list[Any], number: int) -> tuple[str, ...]:
        """The cells of a row as texts; equal texts are one object."""
        known = self._known
        cells = [
            known.setdefault(value, value)
            if type(value) is str
            else self._typed(value, number, column)
            for column, value in enumerate(row, start=len(self._before))
        ]
        return (*self._before, *cells)

    def _typed(self, value: Any, number: int, column: int) -> str:
        kind, text = text_of(value)
        if kind:
            if (kind, column) not in self.typed:
                self.typed[kind, column] = bytearray(self._height + 1)
            self.typed[kind, column][number] = 1
        return self._known.setdefault(text, text)


# -- the process -----------------------------------------------------------------------------------


def packed(asked: Asked) -> bytes:
    """What the process takes from stdin."""
    limits = asked.limits
    numbers = (limits.size, limits.unpacked, limits.cell, limits.columns, limits.rows)
    errors = {sheet: dict(cells) for sheet, cells in asked.errors.items()}
    return marshal.dumps((asked.data, asked.name, list(asked.chosen), numbers, errors))


def unpacked(answer: bytes) -> Answer:
    """What the process gave to stdout. Raises `ImportRefused`, or `ValueError` for no answer."""
    try:
        said = marshal.loads(answer)  # noqa: S302 - our own process wrote it
        kind, content = said
    except (EOFError, TypeError, ValueError):
        raise ValueError("no answer") from None
    if kind == "refused":
        key, params = content
        raise ImportRefused(key, **params)
    sheets, hidden = content
    return Answer([Sheet(*sheet) for sheet in sheets], hidden)


def _answer(data: bytes) -> bytes:
    content, name, chosen, numbers, errors = marshal.loads(data)  # noqa: S302 - as above
    try:
        answer = read(Asked(content, name, chosen, Limits(*numbers), errors))
    except ImportRefused as refused:
        return marshal.dumps(("refused", (refused.key, dict(refused.params))))
    return marshal.dumps(("read", ([tuple(sheet) for sheet in answer.sheets], answer.hidden)))


def _limit_memory() -> None:
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    except (ImportError, OSError, ValueError):
        pass  # Windows; there the process simply ends


if __name__ == "__main__":
    _limit_memory()
    sys.stdout.buffer.write(_answer(sys.stdin.buffer.read()))
