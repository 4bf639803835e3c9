"""Which lines of a sheet are rows; the others are headings, totals, headers once more, or blank."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import islice

from adhoc_cli.intake.grid import Line
from adhoc_cli.intake.groups import (
    TOTAL,
    Groups,
    Heading,
    body_alone,
    heading_of,
    is_sum,
    tps_alone,
)
from adhoc_cli.intake.known import DESA, KECAMATAN
from adhoc_cli.intake.repair import CellDoctor, is_empty, plain
from adhoc_cli.intake.result import Fault
from adhoc_cli.intake.row_context import Sheet


def sorted_out(sheet: Sheet) -> tuple[list[Line], list[Line]]:
    """The lines above the header that hold a row's values, and with them those below it."""
    above = [
        line._replace(fault=None) if held else line
        for line in sheet.header.titles
        if (held := _holds_values(sheet, line)) or line.fault == Fault("above_header")
    ]
    return above, [*above, *sheet.grid.lines[sheet.header.below :]]


def _holds_values(sheet: Sheet, line: Line) -> bool:
    """Whether a line above the header is a row: the sheet was sorted together with it."""
    telling = [
        (spec, sheet.written(name, line))
        for name, spec in sheet.specs.items()
        if spec.required and spec.refuses and name in sheet.at
    ]
    words = sheet.context.vocabulary
    return bool(telling) and all(
        not is_empty(cell) and CellDoctor(spec, words).fixed(cell).fault is None
        for spec, cell in telling
    )


class RowLines:
    """Walks the lines of a sheet. `counts` are those that are no rows, `filled` by column the cells
    that are not read; `above` the lines above the header that are rows."""

    def __init__(
        self, sheet: Sheet, above: Sequence[Line], lines: Sequence[Line], groups: Groups
    ) -> None:
        self._sheet, self._lines, self._groups = sheet, lines, groups
        self._context, self._specs = sheet.context, sheet.specs
        self._grid, self._header = sheet.grid, sheet.header
        self._rows_above = {line.number for line in above}
        columns = sheet.header.columns
        width = max((len(line.cells) for line in sheet.grid.lines), default=0)
        self._unread = [at for at in range(width) if at >= len(columns) or not columns[at]]
        self._trailing = _trailing_width(lines, len(columns))
        self.filled: dict[int, int] = {}
        self.counts = {
            "titles": len(sheet.header.titles) - len(self._rows_above),
            "headings": 0,
            "headers": 1 + sheet.header.extra,
            "blank": sheet.grid.blank,
            "left_out": sheet.grid.left_out,
        }

    def walked(self) -> Iterator[Line]:
        """The lines that are rows; the others are counted, and headings heard."""
        for line in self._header.titles:
            self._hear(line, title=True)
        if self._grid.sheet:
            self._hear(Line(0, (self._grid.sheet,)), title=True)
        if body := self._body_of_titles():
            self._groups.head(Heading(body))
        for line in self._lines:
            if line.fault is None and self._is_no_row(line):
                continue
            for at in self._unread if line.fault is None else ():
                if at < len(line.cells) and not is_empty(line.cells[at]):
                    self.filled[at] = self.filled.get(at, 0) + 1
            yield line

    def _body_of_titles(self) -> str:
        """The one body that the titles and the name of the sheet speak of; "" where they name
        several, as a PPK does over its list of the PPS, and where a column says it."""
        if not {"badan", "jabatan"} <= self._specs.keys() or "badan" in self._sheet.at:
            return ""
        titles = (line for line in self._header.titles if line.number not in self._rows_above)
        texts = [cell for line in titles for cell in line.cells] + [self._grid.sheet or ""]
        named = (self._context.vocabulary.bodies_in(text) for text in texts if text)
        bodies = set[str]().union(*named)
        return bodies.pop() if len(bodies) == 1 else ""

    def _is_no_row(self, line: Line) -> bool:
        if self._header.is_repeated_in(line):
            self.counts["headers"] += 1
        elif self._hear(line) or (
            TOTAL.match(plain(next(filter(str.strip, line.cells), "")))
            and (self._is_stray(line) or is_sum(line.cells))
        ):
            self.counts["headings"] += 1
        elif self._is_blank(line):
            self.counts["blank"] += 1
        else:
            return False
        return True

    def _hear(self, line: Line, *, title: bool = False) -> bool:
        """Take a heading in, where the line is one."""
        heading = heading_of(line.cells, self._context.vocabulary)
        if heading is None and not title:
            body = body_alone(line.cells, self._context.vocabulary)
            heading = body if body and self._may_head_a_body(line) else None
        if heading is None and self._may_head_a_tps(line, title=title):
            heading = tps_alone(line.cells, self._context.vocabulary)
        of_kecamatan, of_desa = self._context.headings
        if heading is None or (heading.desa and not of_desa) or not of_kecamatan:
            return False
        if heading.tps and "tps" not in self._specs:
            return False  # "TPS 1 Desa Mudal" in a list of TPS is one of them
        if line.number in self._rows_above if title else self._says_all(line):
            return False
        take = self._groups.head if line.number else self._groups.compare  # the name of the sheet
        take(heading)
        return True

    def _may_head_a_body(self, line: Line) -> bool:
        """Whether a body that stands alone in a line is no cell of a row: "Pantarlih" below the
        header of the role is a seat without a name."""
        role = self._context.vocabulary.role(self._sheet.cell("jabatan", line))
        return "badan" in self._specs and role is None

    def _may_head_a_tps(self, line: Line, *, title: bool) -> bool:
        """Whether a TPS that stands alone in a line is no cell of a row."""
        is_cell = "tps" in self._sheet.at or self._sheet.cell("jabatan", line)
        return "tps" in self._specs and (title or not is_cell)

    def _says_all(self, line: Line) -> bool:
        """Whether every column that a row needs is filled: "Desa Jumo" beside TPS 1 is its desa.

        Not where a heading is spread over cells: "KECAMATAN", ":", "BULU"."""
        said = [heading_of((cell,), self._context.vocabulary) for cell in line.cells]
        filled = {name for name in self._sheet.at if self._sheet.cell(name, line)}
        placed = filled & {self._context.code_column, DESA, KECAMATAN}
        needed = {name for name in self._sheet.required if name != "badan"}  # the role may name it
        return any(said) and bool(placed) and needed <= filled

    def _is_stray(self, line: Line) -> bool:
        """Whether so little of what is read is filled that the line is none of somebody."""
        read = (
            line.cells[at] or self._groups.merged(line, at)
            for at in {*self._sheet.at.values()}
            if at < len(line.cells)
        )
        filled = islice((cell for cell in read if not is_empty(cell)), 2)
        least = 2 if self._context.model.kind.names_person else 1
        return len(list(filled)) < least

    def _is_blank(self, line: Line) -> bool:
        """Whether nothing that is read is filled, and what is not read only numbers the rows."""
        width = len(self._header.columns)
        for at, cell in enumerate(line.cells):
            if is_empty(cell):
                continue
            if at >= width or self._header.columns[at] or not cell.strip().strip(".").isdecimal():
                return False
        return True

    def faulty_shape(self, line: Line, quoted: Callable[[Line], str]) -> Fault | None:
        """Why a line is no row of this sheet at all."""
        cells, width = line.cells, len(self._header.columns)
        if line.number == self._grid.unended and len(cells) < width:
            return Fault("cut_off", {"variant": "cells"})
        if self._is_stray(line):
            return Fault("stray", {"found": quoted(line)})
        if self._grid.sheet is not None:
            return None
        if len(cells) != width and len(cells) != self._trailing:
            return Fault("row_width", {"cells": len(cells), "expected": width})
        return None


def _trailing_width(lines: Sequence[Line], width: int) -> int | None:
    """The width of rows that end in empty cells beyond the header, None where they do not.

    Most rows have to be as wide, and none may be filled there. An empty cell too many in a single
    row stands anywhere in it, and what is behind it would be read a column too far.
    """
    widths = Counter(len(line.cells) for line in lines if line.fault is None)
    usual = max(widths, key=lambda found: widths[found], default=width)
    filled = any(not is_empty(cell) for line in lines for cell in line.cells[width:])
    return usual if usual > width and not filled else None
