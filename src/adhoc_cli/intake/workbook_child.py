"""python-calamine in a process of its own: a damaged workbook can ask for memory without end.

Of 6,000 damaged workbooks two made the library ask for 8 GB, and a shared-strings table that claims
four thousand million entries is as bad; the process is then ended by the system, not by an
exception. So it is a process that may end: it takes the workbook from stdin and gives plain texts
to stdout. It imports nothing heavy.
"""

from __future__ import annotations

import marshal
import sys
from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import TYPE_CHECKING, Any, NamedTuple

from adhoc_cli.intake.facts import Cell
from adhoc_cli.intake.limits import Limits
from adhoc_cli.intake.refused import ImportRefused
from adhoc_cli.intake.sheet_xml import refuse_reach
from adhoc_cli.intake.typed_cells import text_of

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

_MEMORY = 3 << 30  # bytes; ten times what a sheet of 100,000 rows takes


class Asked(NamedTuple):
    """A workbook, the sheets to read (none: all visible ones), the limits, and the cells of each
    sheet that failed, with what is shown of them."""

    data: bytes
    name: str
    chosen: Sequence[str]
    limits: Limits
    failed: Sequence[Mapping[Cell, str]]


class Sheet(NamedTuple):
    """A sheet, the one `at` this place of the workbook: its lines that are not blank, each with its
    number; on which lines a cell was typed, by kind and column."""

    at: int
    name: str
    height: int
    lines: list[tuple[int, tuple[str, ...]]]
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
    at = {sheet.name: number for number, sheet in enumerate(workbook.sheets_metadata)}
    if len(at) != len(asked.failed):
        raise ImportRefused("damaged", file=asked.name)
    sheets = [(at[one], workbook.get_sheet_by_name(one)) for one in wanted]
    return Answer([_sheet(number, sheet, asked) for number, sheet in sheets], hidden)


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


def _sheet(at: int, sheet: CalamineSheet, asked: Asked) -> Sheet:
    if sheet.start is None or sheet.end is None:
        return Sheet(at, sheet.name, 0, [], [])
    height = sheet.end[0] + 1
    refuse_reach(height, sheet.end[1] + 1, asked.name, asked.limits)
    texts = _Texts(sheet.start[1], height)
    failed = asked.failed[at]
    lines = []
    for number, row in enumerate(sheet.iter_rows(), start=1):
        cells = texts.of_row(row, number)
        if failed:
            cells = tuple(failed.get((number - 1, column), c) for column, c in enumerate(cells))
        if "".join(cells).strip():
            lines.append((number, cells))
    typed = [(kind, column, bytes(marks)) for (kind, column), marks in texts.typed.items()]
    return Sheet(at, sheet.name, height, lines, typed)


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
    failed = [dict(cells) for cells in asked.failed]
    return marshal.dumps((asked.data, asked.name, list(asked.chosen), numbers, failed))


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
    content, name, chosen, numbers, failed = marshal.loads(data)  # noqa: S302 - as above
    try:
        answer = read(Asked(content, name, chosen, Limits(*numbers), failed))
    except ImportRefused as refused:
        return marshal.dumps(("refused", (refused.key, dict(refused.params))))
    return marshal.dumps(("read", ([tuple(sheet) for sheet in answer.sheets], answer.hidden)))


def _limit_memory() -> None:
    if sys.platform == "win32":
        return  # it has no limits: there the process simply ends
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    except (ImportError, OSError, ValueError):
        pass


def run() -> None:
    """Be the process."""
    _limit_memory()
    sys.stdout.buffer.write(_answer(sys.stdin.buffer.read()))


if __name__ == "__main__":
    run()
