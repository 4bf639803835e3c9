"""What is told of a row: its changes where it is written, its cells where it is rejected.

Every change is counted by kind and column, with its first example.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from adhoc_cli.intake.grid import Line
from adhoc_cli.intake.groups import Above
from adhoc_cli.intake.known import DESA, KECAMATAN
from adhoc_cli.intake.prepare import Step
from adhoc_cli.intake.repair import is_empty, plain
from adhoc_cli.intake.result import Change, Fault, Place, Shown
from adhoc_cli.intake.row_context import Reading, Sheet
from adhoc_cli.models.columns import ColumnSpec, Privacy
from adhoc_cli.models.contents import is_ditto, misplaced
from adhoc_cli.models.dates import above_twelve
from adhoc_cli.models.finding import Person, Personal
from adhoc_cli.text.personal import shortened

_LONGEST = 120  # characters of an example


@dataclass(slots=True)
class _Entry:
    count: int
    step: Step
    where: Place


_Entries = dict[tuple[str, str], _Entry]


class Ledger:
    """Changes that were made, and cells that were kept as they are though somebody will object."""

    def __init__(self, specs: Mapping[str, ColumnSpec]) -> None:
        self._specs = specs
        self._order = {name: position for position, name in enumerate(specs)}
        self._changes: _Entries = {}
        self._kept: _Entries = {}

    def add(self, step: Step, column: str, place: Place) -> None:
        """Count a change of a written row."""
        _add(self._changes, step, column, place)

    def keep(self, step: Step, column: str, place: Place) -> None:
        """Count a cell that was left as it is."""
        _add(self._kept, step, column, place)

    def changes(self) -> tuple[Change, ...]:
        """What was changed, in the order of the columns."""
        return self._listed(self._changes)

    def kept(self) -> tuple[Change, ...]:
        """What was left as it is."""
        return self._listed(self._kept)

    def _listed(self, entries: _Entries) -> tuple[Change, ...]:
        changes = []
        for (key, column), entry in entries.items():
            before = self._shown(column, entry.step.before)
            after = self._shown(column, entry.step.after)
            changes.append(Change(key, column, entry.count, before, after, entry.where))
        return tuple(sorted(changes, key=lambda c: (self._order.get(c.column, 999), -c.count)))

    def _shown(self, column: str, text: str) -> Shown:
        short = text if len(text) <= _LONGEST else f"{shortened(text, _LONGEST)}…"
        spec = self._specs.get(column)
        if spec is None or spec.privacy is None or not text:
            return short
        return Personal(text, spec.privacy)


def _add(entries: _Entries, step: Step, column: str, place: Place) -> None:
    entries.setdefault((step.key, column), _Entry(0, step, place)).count += 1


_KEPT = frozenset({"name_differs", "no_name", "no_tps", "misplaced"})
# The change that is told of a typed cell, and what the cell says beyond its text.
_UNTYPED = {
    "number": ("number_cell", ".0"),
    "date": ("date_cell", " 00:00:00"),
    "cut_off": ("cut_off", ""),
}


class RowTold:
    """Tells of the rows of a sheet; changes go to `ledger`."""

    def __init__(self, sheet: Sheet, lines: Sequence[Line], ledger: Ledger) -> None:
        self._sheet, self._lines, self._ledger = sheet, lines, ledger
        self._context, self._specs = sheet.context, sheet.specs
        self._grid, self._header = sheet.grid, sheet.header
        self._typed = list(self._typed_columns())

    def note(self, one: Reading, place: Place) -> None:
        """Count what was changed or left in a row that is written."""
        self._note_typed(one, place)
        for name, cell in one.fixed.items():
            for step in cell.steps:
                self._ledger.add(step, name, place)
            if cell.kept:
                self._ledger.keep(Step(cell.kept, cell.text, cell.text), name, place)
        for name, other in misplaced({name: cell.text for name, cell in one.fixed.items()}):
            self._ledger.keep(Step("misplaced", "", other), name, place)
        for name, step in one.steps:
            note = self._ledger.keep if step.key in _KEPT else self._ledger.add
            note(step, name, place)

    def _note_typed(self, one: Reading, place: Place) -> None:
        """Count the cells of a written row that a workbook held as dates or numbers."""
        line, fixed = one.line, one.fixed
        for kind, name, at, marks in self._typed:
            if marks[line.number] and not (name in fixed and fixed[name].fault):
                change, beyond = _UNTYPED.get(kind, ("line_end", kind))
                has_hour = ":" in line.cells[at]
                before = line.cells[at] + ("" if has_hour else beyond)
                self._ledger.add(Step(change, before, line.cells[at]), name, place)

    def _typed_columns(self) -> Iterator[tuple[str, str, int, bytes]]:
        """Columns with cells that were dates or numbers; not those that count things."""
        for (kind, at), marks in self._grid.typed.items():
            name = self._header.columns[at] if at < len(self._header.columns) else None
            spec = self._specs.get(name) if name else None
            if name and spec and not (kind == "number" and _counts(spec)):
                yield kind, name, at, marks

    def person(self, line: Line) -> Person | None:
        """Whom a line is about."""
        name, nik = self._sheet.cell("nama", line), self._sheet.cell("nik", line)
        if not self._context.model.kind.names_person or not (name or nik):
            return None
        return Person(name, Personal(nik, Privacy.NIK) if nik else None)

    def cells(self, line: Line, above: Above) -> tuple[tuple[str, str], ...]:
        """The cells under their headers, with what holds for them from above where they are empty:
        alone in the file of rejected rows, a row would take its kecamatan from a stranger."""
        carried = {self._sheet.at[name]: text for name, text in above.columns.items()}
        headers = self._header.cells
        own = (
            (
                headers[at] if at < len(headers) and headers[at] else f"#{at + 1}",
                carried.get(at, cell) if is_empty(cell) or is_ditto(cell.strip()) else cell,
            )
            for at, cell in enumerate(line.cells)
            if cell or (at < len(headers) and headers[at])
        )
        said = above.heading
        heard = {"badan": said.body, KECAMATAN: said.kecamatan, DESA: said.desa}
        new = ((name, text) for name, text in heard.items() if text and name not in self._sheet.at)
        return (*own, *new)

    def swapped(self, line: Line) -> Fault | None:
        """Excel reads 5/12 as the 12th of May where it can, and leaves 25/12 a text: where no date
        cell of a column has a day above 12, and every text has, day and month are in doubt."""
        for kind, name, at, marks in self._typed:
            if kind == "date" and marks[line.number] and self._is_swapped(name, at, marks):
                day = line.cells[at]
                spec, both = self._specs[name], f"{day} / {day[:4]}-{day[8:10]}-{day[5:7]}"
                found = Personal(both, spec.privacy) if spec.privacy else both
                return Fault("date_swapped", {"found": found}, name)
        return None

    @cache  # noqa: B019 - one a sheet, and it goes with it
    def _is_swapped(self, name: str, at: int, marks: bytes) -> bool:
        filled = [line for line in self._lines if at < len(line.cells) and line.cells[at].strip()]
        texts = Counter(plain(line.cells[at]) for line in filled if not marks[line.number])
        typed = [line.cells[at] for line in filled if marks[line.number]]
        return above_twelve(texts) and all(int(day[8:10]) <= 12 for day in typed)

    def quoted(self, line: Line) -> str:
        """What a line says, without the columns that are personal."""
        specs = {name for name, spec in self._specs.items() if spec.privacy is not None}
        private = {at for name, at in self._sheet.at.items() if name in specs}
        texts = (plain(cell) for at, cell in enumerate(line.cells) if at not in private)
        return " | ".join(filter(None, texts))


def _counts(spec: ColumnSpec) -> bool:
    """Whether the values of a column are whole numbers."""
    try:
        return isinstance(spec.adapter.validate_python("1"), int)
    except ValueError:
        return False
