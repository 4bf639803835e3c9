"""The rows of one sheet: repaired cell by cell, placed, and written or rejected."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import islice

from adhoc_cli.intake.grid import Grid, Line
from adhoc_cli.intake.groups import (
    NOTHING_ABOVE,
    TOTAL,
    Above,
    Groups,
    body_alone,
    heading_of,
    is_sum,
)
from adhoc_cli.intake.header import Header
from adhoc_cli.intake.known import DESA, KECAMATAN
from adhoc_cli.intake.ledger import Ledger
from adhoc_cli.intake.people import taken_apart
from adhoc_cli.intake.places import Found, Said
from adhoc_cli.intake.prepare import Step
from adhoc_cli.intake.rejects import origin_of
from adhoc_cli.intake.repair import (
    FORMULA_ERROR,
    CellDoctor,
    Fixed,
    blank_steps,
    is_empty,
    plain,
)
from adhoc_cli.intake.result import Fault, Place, Reject, SheetRead
from adhoc_cli.intake.ward import Row, Ward
from adhoc_cli.models.columns import ColumnSpec, Privacy, columns_of
from adhoc_cli.models.contents import is_ditto, misplaced
from adhoc_cli.models.dates import above_twelve
from adhoc_cli.models.evidence import said_by_header
from adhoc_cli.models.finding import Person, Personal
from adhoc_cli.models.nobody import is_example, is_nobody
from adhoc_cli.models.roles import division_in, places_in
from adhoc_cli.models.rows import Anggota, Bimtek, Desa, Kecamatan
from adhoc_cli.models.types import ANNOUNCED, NO_MEMBERS
from adhoc_cli.models.vocabulary import word_key
from adhoc_cli.places.names import name_key
from adhoc_cli.text.personal import shortened

_WHO = ("nik", "telepon")  # tell who somebody is where the name does not
_KEPT = frozenset({"name_differs", "no_name", "no_tps", "misplaced"})
# The change that is told of a typed cell, and what the cell says beyond its text.
_UNTYPED = {
    "number": ("number_cell", ".0"),
    "date": ("date_cell", " 00:00:00"),
    "cut_off": ("cut_off", ""),
}


@dataclass(frozen=True)
class Treated:
    """The rows of one sheet; `filled` are columns that got their values from elsewhere;
    `unreadable` counts the rows that are written with a cell that nobody can read."""

    sheet: SheetRead
    rows: Sequence[Row]
    rejects: Sequence[Reject]
    filled: frozenset[str]
    unreadable: int = 0


@dataclass(frozen=True, slots=True)
class _Reading:
    """What a line says of one person: the row, its cells and what is told of it, or a fault."""

    line: Line
    above: Above
    fault: Fault | None
    row: dict[str, str] = field(default_factory=dict)
    fixed: dict[str, Fixed] = field(default_factory=dict)
    steps: list[tuple[str, Step]] = field(default_factory=list)


def treat(grid: Grid, header: Header, ward: Ward, ledger: Ledger) -> Treated:
    """Every line of `grid` as a written row, a rejected one, or none; changes go to `ledger`."""
    return _Sheet(grid, header, ward, ledger).treated()


class _Sheet:
    def __init__(self, grid: Grid, header: Header, ward: Ward, ledger: Ledger) -> None:
        self._grid, self._header, self._ward, self._ledger = grid, header, ward, ledger
        self._at = header.at
        specs = columns_of(ward.model)
        self._from_elsewhere: set[str] = set()
        self._lines = self._sorted_out()
        self._announced = self._announces()
        if self._announced:
            self._at = {**self._at, "status": self._at["keterangan"]}
            self._from_elsewhere.add("status")
        self._doctors = {
            name: CellDoctor(
                spec, ward.vocabulary, marked=self._is_marked(name), keeps=ward.keeps(spec)
            )
            for name, spec in specs.items()
            if name in self._at and name != ward.code_column
        }
        for name, doctor in self._doctors.items():
            at = self._at[name]
            doctor.read_as(ward.values.get(name, {}))
            below = (line.cells[at] for line in self._lines if at < len(line.cells))
            doctor.learn((*below, *said_by_header(header.cells[at])))
        self._resolver = ward.resolver.of_column(
            self._cell(ward.code_column, line) for line in self._lines
        )
        self._columns = [(name, self._at[name], one) for name, one in self._doctors.items()]
        self._specs = specs
        self._typed = list(self._typed_columns())
        self._required = [
            name for name, spec in specs.items() if spec.required and name != ward.code_column
        ]
        self._trailing = _trailing_width(self._lines, len(header.columns))
        self._groups = Groups(grid, self._at, self._lines)
        self._counts = {"headings": 0, "headers": 1 + header.extra, "blank": grid.blank}
        self._counts |= {"left_out": grid.left_out, "split": 0}
        self._filled: dict[int, int] = {}
        self._unreadable = 0
        self._unread = [
            at for at in range(_width(grid)) if at >= len(header.columns) or not header.columns[at]
        ]

    def treated(self) -> Treated:
        rows: list[Row] = []
        rejects: list[Reject] = []
        header_cells = self._header.cells
        for line in self._walked():
            readings = self._readings(line)
            faults = ((one.fault, one.above) for one in readings if one.fault is not None)
            fault, above = next(faults, (None, NOTHING_ABOVE))
            if fault is None:
                rows += [self._taken(one, line, split=len(readings) > 1) for one in readings]
                self._counts["split"] += len(readings) - 1
            else:
                # Of a line whose columns cannot be told, no cell is known to be a name.
                told = line.fault is None and fault.key != "row_width"
                person = self._person(line) if told else None
                cells, origin = self._cells(line, above), origin_of(header_cells, line.cells)
                rejects.append(Reject(self._place(line), fault, person, cells, origin))
        grid, header = self._grid, self._header
        sheet = SheetRead(
            grid.file,
            grid.sheet,
            grid.encoding,
            grid.delimiter,
            header.line,
            header.mapped(self._filled, self._lines, self._ward.model),
            len(rows) + len(rejects),
            len(rows),
            len(rejects),
            titles=len(header.titles) - len(self._rows_above),
            **self._counts,
        )
        return Treated(sheet, rows, rejects, frozenset(self._from_elsewhere), self._unreadable)

    def _place(self, line: Line) -> Place:
        return Place(self._grid.file, self._grid.sheet, line.number)

    # -- which lines are rows ----------------------------------------------------------------------

    def _sorted_out(self) -> list[Line]:
        """The lines below the header, behind those above it that hold a row's values."""
        above = [
            line._replace(fault=None) if held else line
            for line in self._header.titles
            if (held := self._holds_values(line)) or line.fault == Fault("above_header")
        ]
        self._rows_above = {line.number for line in above}
        return [*above, *self._grid.lines[self._header.below :]]

    def _holds_values(self, line: Line) -> bool:
        """Whether a line above the header is a row: the sheet was sorted together with it."""
        telling = [
            (spec, line.cells[at] if at < len(line.cells) else "")
            for name, spec in columns_of(self._ward.model).items()
            if spec.required and spec.refuses and (at := self._at.get(name)) is not None
        ]
        return bool(telling) and all(
            not is_empty(cell) and CellDoctor(spec, self._ward.vocabulary).fixed(cell).fault is None
            for spec, cell in telling
        )

    def _is_marked(self, column: str) -> bool:
        """Whether at least half of the cells of a column begin with an apostrophe."""
        at = self._at[column]
        cells = [line.cells[at] for line in self._lines if at < len(line.cells)]
        filled = [cell for cell in cells if cell.strip()]
        marked = sum(1 for cell in filled if cell.lstrip().startswith("'"))
        return 0 < len(filled) <= 2 * marked

    def _walked(self) -> Iterator[Line]:
        """The lines that are rows; the others are counted, and headings heard."""
        for line in self._header.titles:
            self._hear(line, title=True)
        if self._grid.sheet:
            self._hear(Line(0, (self._grid.sheet,)), title=True)
        for line in self._lines:
            if line.fault is None and self._is_no_row(line):
                continue
            for at in self._unread if line.fault is None else ():
                if at < len(line.cells) and not is_empty(line.cells[at]):
                    self._filled[at] = self._filled.get(at, 0) + 1
            yield line

    def _is_no_row(self, line: Line) -> bool:
        if self._header.is_repeated_in(line):
            self._counts["headers"] += 1
        elif self._hear(line) or (
            TOTAL.match(plain(next(filter(str.strip, line.cells), "")))
            and (self._is_stray(line) or is_sum(line.cells))
        ):
            self._counts["headings"] += 1
        elif self._is_blank(line):
            self._counts["blank"] += 1
        else:
            return False
        return True

    def _hear(self, line: Line, *, title: bool = False) -> bool:
        """Take a heading in, where the line is one."""
        heading = heading_of(line.cells, self._ward.vocabulary)
        if heading is None and not title:
            body = body_alone(line.cells, self._ward.vocabulary)
            heading = body if body and self._may_head_a_body(line) else None
        of_kecamatan, of_desa = self._ward.headings
        if heading is None or (heading.desa and not of_desa) or not of_kecamatan:
            return False
        if line.number in self._rows_above if title else self._says_all(line):
            return False
        self._groups.head(heading)
        return True

    def _may_head_a_body(self, line: Line) -> bool:
        """Whether a body that stands alone in a line is no cell of a row: "Pantarlih" below the
        header of the role is a seat without a name."""
        role = self._ward.vocabulary.role(self._cell("jabatan", line))
        return "badan" in self._specs and role is None

    def _says_all(self, line: Line) -> bool:
        """Whether every column that a row needs is filled: "Desa Jumo" beside TPS 1 is its desa.

        Not where a heading is spread over cells: "KECAMATAN", ":", "BULU"."""
        said = [heading_of((cell,), self._ward.vocabulary) for cell in line.cells]
        filled = {name for name in self._at if self._cell(name, line)}
        placed = filled & {self._ward.code_column, DESA, KECAMATAN}
        needed = {name for name in self._required if name != "badan"}  # the role may name it
        return any(said) and bool(placed) and needed <= filled

    def _is_stray(self, line: Line) -> bool:
        """Whether so little of what is read is filled that the line is none of somebody."""
        read = (
            line.cells[at] or self._groups.merged(line, at)
            for at in {*self._at.values()}
            if at < len(line.cells)
        )
        filled = islice((cell for cell in read if not is_empty(cell)), 2)
        least = 2 if self._ward.model.kind.names_person else 1
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

    # -- one row -----------------------------------------------------------------------------------

    def _readings(self, line: Line) -> list[_Reading]:
        """What a line says: of one person, or of each of several that can be told apart."""
        person = self._specs.get("nama")
        if line.fault is None and person is not None and person.is_person:
            return [self._read(one) for one in taken_apart(line, self._at, self._ward.vocabulary)]
        return [self._read(line)]

    def _read(self, line: Line) -> _Reading:
        if fault := line.fault or self._faulty_shape(line):
            self._groups.stop(line.number)  # it may have begun another group
            return _Reading(line, NOTHING_ABOVE, fault)
        repeated = self._groups.repeated(line)
        signs = {self._at[name] for name in repeated}
        cells = ("" if at in signs else cell for at, cell in enumerate(line.cells))
        line = line._replace(cells=tuple(cells))
        above = self._groups.above(line, repeated)
        if fault := self._unread_fault(line) or _unrepeated(above):
            return _Reading(line, above, fault)
        fixed = self._repaired(line)
        for name in above.columns.keys() & fixed.keys() - {KECAMATAN, DESA}:
            fixed[name] = self._carried(fixed[name], name, above)
        faults = (one.fault for one in fixed.values() if one.fault is not None and not one.kept)
        fault = self._no_member(line) or next(faults, None) or self._swapped(line)
        if fault is not None:
            return _Reading(line, above, fault)
        return self._completed(line, above, fixed)

    def _completed(self, line: Line, above: Above, fixed: dict[str, Fixed]) -> _Reading:
        """The row of cells that can be read, with what stands elsewhere."""
        row = {name: one.text for name, one in fixed.items()}
        steps: list[tuple[str, Step]] = []
        if self._announced and row["status"]:
            steps.append(("status", Step("from_note", self._cell("status", line), row["status"])))
        self._division(row, line, steps)
        self._constants(row, above, steps)
        fault = self._role_and_body(row, fixed, line, steps)
        fault = fault or self._missing(_readable(row, fixed), steps)
        fault = fault or self._placed(row, line, above, steps)
        if fault is None and self._ward.already is not None:
            fault = self._ward.already.fault(_readable(row, fixed))
        return _Reading(line, above, fault, row, fixed, steps)

    def _taken(self, one: _Reading, whole: Line, *, split: bool) -> Row:
        """A row that is written, with what is told of it; `whole` is its line in the source."""
        place = self._place(whole)
        if split:
            name = self._cell("nama", whole)
            one.steps.append(("nama", Step("people_split", name, one.row["nama"])))
        self._without_tps(one.row, one.steps)
        self._unreadable += any(cell.fault for cell in one.fixed.values())
        self._hold(_readable(one.row, one.fixed), place)
        self._note_typed(one.line, one.fixed, place)
        self._note(one.fixed, one.steps, place)
        return one.row

    def _without_tps(self, row: Row, steps: list[tuple[str, Step]]) -> None:
        """Tell of somebody who serves at a TPS, and of whom nobody says at which."""
        serves = row.get("status", "") in ("", "aktif")
        if serves and row.get("badan") in self._ward.of_tps and not row.get("tps"):
            steps.append(("tps", Step("no_tps", "", "")))

    def _hold(self, row: Row, place: Place) -> None:
        """Let no row below be the same."""
        if self._ward.already is not None:
            sheet = f" [{place.sheet}]" if place.sheet else ""
            self._ward.already.take(row, (f"{place.file}{sheet}", place.line))

    def _unread_fault(self, line: Line) -> Fault | None:
        """Why what a row holds cannot be taken as it is shown."""
        if line.number in self._grid.hidden_lines:
            return Fault("hidden_row")
        for name, at in self._at.items() if self._grid.struck else ():
            if (line.number, at) in self._grid.struck and (text := self._cell(name, line)):
                shown = Personal(text, p) if (p := self._specs[name].privacy) else text
                return Fault("struck", {"found": shown}, name)
        for name in self._at.keys() - self._doctors.keys():  # names and codes of places
            if FORMULA_ERROR.fullmatch(text := self._cell(name, line)):
                return Fault("formula_error", {"found": text}, name)
        person = self._groups.merged_person(line)
        return None if person is None else Fault("merged_person", column=person)

    def _announces(self) -> bool:
        """Whether the notes are those of an announcement, and there is no status beside them:
        TERPILIH, PENGGANTI, TIDAK TERPILIH."""
        at = self._at.get("keterangan")
        if self._ward.model is not Anggota or at is None or "status" in self._at:
            return False
        words = Counter(word_key(line.cells[at]) for line in self._lines if at < len(line.cells))
        announced = sum(words[word] for word in ANNOUNCED)
        return announced > 1 and announced * 2 > words.total() - words[""]

    def _no_member(self, line: Line) -> Fault | None:
        """Why somebody whom an announcement names is no member."""
        said = self._cell("status", line)
        return Fault("not_member", {"found": said}) if word_key(said) in NO_MEMBERS else None

    def _swapped(self, line: Line) -> Fault | None:
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

    def _missing(self, row: Row, steps: list[tuple[str, Step]]) -> Fault | None:
        if self._ward.model.kind.names_person and is_example(row.get("nama", "")):
            return Fault("example", {"found": shortened(row["nama"], 60)}, "nama")
        if self._names_nobody(row):
            return Fault("vacant", {"found": shortened(row["nama"], 60)}, "nama")
        missing = [name for name in self._required if not row.get(name)]
        if missing == ["nama"] and any(row.get(name) for name in _WHO):
            # The reader places such a row too; who it is can still be found out.
            steps.append(("nama", Step("no_name", "", "")))
            return None
        return Fault("missing", {"columns": ", ".join(missing)}, missing[0]) if missing else None

    def _names_nobody(self, row: Row) -> bool:
        """Whether a word for an empty seat stands for the name, and nothing tells of anybody."""
        if not self._ward.model.kind.names_person or not row.get("nama"):
            return False
        return is_nobody(row["nama"]) and not any(row.get(name) for name in _WHO)

    def _faulty_shape(self, line: Line) -> Fault | None:
        """Why a line is no row of this sheet at all."""
        cells, width = line.cells, len(self._header.columns)
        if line.number == self._grid.unended and len(cells) < width:
            return Fault("cut_off", {"variant": "cells"})
        if self._is_stray(line):
            return Fault("stray", {"found": self._quoted(line)})
        if self._grid.sheet is not None:
            return None
        if len(cells) != width and len(cells) != self._trailing:
            return Fault("row_width", {"cells": len(cells), "expected": width})
        return None

    def _repaired(self, line: Line) -> dict[str, Fixed]:
        cells, width = line.cells, len(line.cells)
        return {
            name: doctor.fixed(cells[at] if at < width else "")
            for name, at, doctor in self._columns
        }

    def _carried(self, fixed: Fixed, name: str, above: Above) -> Fixed:
        """What a cell above says, where the cell itself is empty."""
        text = above.columns[name]
        if fixed.text or not text:
            return fixed
        down = self._doctors[name].fixed(text)
        return down._replace(steps=(above.step(name, down.text),))

    def _constants(self, row: dict[str, str], above: Above, steps: list[tuple[str, Step]]) -> None:
        """Fill what one value fills: given by the operator, or by the heading of the group."""
        given = dict(self._ward.constants)
        if above.heading.body and "badan" in self._specs:
            given.setdefault("badan", above.heading.body)
        for name, text in given.items():
            if not row.get(name) and not (name == "badan" and self._names_body(row)):
                row[name] = text
                self._from_elsewhere.add(name)
                key = "constant" if name in self._ward.constants else "heading_body"
                steps.append((name, Step(key, "", text)))

    def _division(self, row: dict[str, str], line: Line, steps: list[tuple[str, Step]]) -> None:
        """The division that stands in the cell of the role, where its own cell is empty."""
        said = division_in(self._cell("jabatan", line)) if self._ward.model is Anggota else ""
        if said and not row.get("divisi"):
            row["divisi"] = said
            self._from_elsewhere.add("divisi")
            steps.append(("divisi", Step("from_role", self._cell("jabatan", line), said)))

    def _names_body(self, row: Row) -> bool:
        return " " in row.get("jabatan", "")

    def _role_and_body(
        self,
        row: dict[str, str],
        fixed: dict[str, Fixed],
        line: Line,
        steps: list[tuple[str, Step]],
    ) -> Fault | None:
        """A role with its body ("Ketua PPK") becomes two cells: the row has a column for each."""
        role, _, body = row.get("jabatan", "").partition(" ")
        if self._ward.model is not Anggota or not body:
            return None
        if row.get("badan", body) not in ("", body):
            return Fault("body_differs", {"body": row["badan"], "other": body}, "jabatan")
        written = self._cell("jabatan", line) or f"{role} {body}"
        steps.append(("jabatan", Step("role_split", written, f"{role} + {body}")))
        if "jabatan" in fixed:  # the split says it all
            kept = tuple(step for step in fixed["jabatan"].steps if step.key != "word")
            fixed["jabatan"] = fixed["jabatan"]._replace(steps=kept)
        row["jabatan"], row["badan"] = role, body
        return None

    def _quoted(self, line: Line) -> str:
        """What a line says, without the columns that are personal."""
        private = {at for name, at in self._at.items() if _is_private(self._specs.get(name))}
        texts = (plain(cell) for at, cell in enumerate(line.cells) if at not in private)
        return shortened(" | ".join(filter(None, texts)), 100)

    # -- its place ---------------------------------------------------------------------------------

    def _placed(
        self, row: dict[str, str], line: Line, above: Above, steps: list[tuple[str, Step]]
    ) -> Fault | None:
        ward = self._ward
        said = self._said(row, line, above)
        if ward.model is Bimtek and not any(said[:3]):
            return None  # the NIK says who it is
        found = self._resolver.find(said)
        if self._is_of_another_group(found, line, above):
            return self._placed(row, line, replace(above, columns={}), steps)
        if found.fault is not None:
            return self._with_break(found.fault, above)
        if row.get(KECAMATAN) == "" and KECAMATAN in above.columns and KECAMATAN in self._specs:
            row[KECAMATAN] = said.kecamatan
        self._fill_from_role(row, said, line, above, steps)
        if row.get(DESA) == "" and DESA in above.columns and said.level != KECAMATAN:
            row[DESA] = said.desa if DESA in self._specs else ""
        if fault := self._place_of_role(line, found.code):
            return fault
        row[ward.code_column] = found.code
        self._from_elsewhere.add(ward.code_column)
        steps += self._place_steps(said, found, line, above)
        return None

    def _place_of_role(self, line: Line, code: str) -> Fault | None:
        """ "Ketua PPK Kec. Bulu" in the row of another kecamatan."""
        kecamatan, desa = self._role_places(line)
        if not (kecamatan or desa):
            return None
        places = self._resolver.places_of(code)
        there = zip(places.names_around(code), (desa, kecamatan), strict=True)
        if all(name_key(name) == name_key(said) for name, said in there if said):
            return None
        params = {
            "written": ", ".join(filter(None, (desa, kecamatan))),
            "found": places.region(code),
        }
        return Fault("role_place_differs", params, "jabatan")

    def _role_places(self, line: Line) -> tuple[str, str]:
        """The kecamatan and the desa that the role of a row names."""
        if self._ward.model is not Anggota:
            return "", ""
        return places_in(self._cell("jabatan", line))

    def _fill_from_role(
        self,
        row: dict[str, str],
        said: Said,
        line: Line,
        above: Above,
        steps: list[tuple[str, Step]],
    ) -> None:
        """Tell what nothing but the role says of the place: "Ketua PPS Desa Bulu"."""
        heading = above.heading
        elsewhere = {KECAMATAN: heading.kecamatan, DESA: heading.desa}
        for name, written in zip((KECAMATAN, DESA), self._role_places(line), strict=True):
            own = self._cell(name, line) or above.columns.get(name) or elsewhere[name]
            if written and not own and written == getattr(said, name):
                steps.append((name, Step("role_place", self._cell("jabatan", line), written)))
                if row.get(name) == "":
                    row[name] = written

    def _is_of_another_group(self, found: Found, line: Line, above: Above) -> bool:
        """Whether a row's own code contradicts a name that would be filled in from the row above:
        then nothing is. A merged cell is no such guess, it spans the row."""
        own = {name: self._cell(name, line) for name in (self._ward.code_column, KECAMATAN, DESA)}
        carried = {above.columns.get(name) for name in (KECAMATAN, DESA) if not own[name]}
        return bool(
            found.differs in carried and own[self._ward.code_column] and not self._grid.merged
        )

    def _said(self, row: Row, line: Line, above: Above) -> Said:
        """The code and the names that hold for a row."""
        level = self._ward.level_of(row)
        own = {name: self._cell(name, line) for name in (KECAMATAN, DESA)}
        code = self._cell(self._ward.code_column, line)
        kecamatan = own[KECAMATAN] or above.columns.get(KECAMATAN, "") or above.heading.kecamatan
        desa = own[DESA] or above.columns.get(DESA, "") or above.heading.desa
        if self._ward.model is Desa:
            desa = row.get("nama", "")
        if self._ward.model is Kecamatan:
            kecamatan, desa = row.get("nama", ""), ""
        if not code and not own[DESA]:
            code = above.columns.get(self._ward.code_column, "")
        if not code:
            of_role = self._role_places(line)
            kecamatan, desa = kecamatan or of_role[0], desa or of_role[1]
        if level == KECAMATAN:
            desa = ""
        return Said(code, desa, kecamatan, level)

    def _cell(self, name: str, line: Line) -> str:
        return plain(self._as_written(name, line))

    def _as_written(self, name: str, line: Line) -> str:
        at = self._at.get(name)
        return line.cells[at] if at is not None and at < len(line.cells) else ""

    def _place_steps(
        self, said: Said, found: Found, line: Line, above: Above
    ) -> Iterable[tuple[str, Step]]:
        column = self._ward.code_column
        for name in (KECAMATAN, DESA):
            text = above.columns.get(name, "")
            if text and text == getattr(said, name):
                yield name, above.step(name, text)
        own = self._cell(column, line)
        yield from ((column, step) for step in blank_steps(self._as_written(column, line)))
        if found.by == "name":
            if {said.kecamatan, said.desa} & {above.heading.kecamatan, above.heading.desa} - {""}:
                told = above.heading.desa or above.heading.kecamatan
                yield column, Step("heading", "", told)
            names = " / ".join(filter(None, (said.kecamatan, said.desa)))
            yield column, Step("place_by_name", names or said.code, found.code)
        elif not own:
            yield column, above.step(column, found.code)
        elif own != found.code:
            yield column, Step("code", own, found.code)
        if found.differs:
            yield column, Step("name_differs", found.differs, found.code)

    def _with_break(self, fault: Fault, above: Above) -> Fault:
        """A place is missing because a line above is neither a row nor a heading that we know."""
        if fault.key != "place_missing" or above.broken is None:
            return fault
        return replace(fault, key="place_lost", params={**fault.params, "line": above.broken})

    # -- what is told ------------------------------------------------------------------------------

    def _note(
        self, fixed: Mapping[str, Fixed], steps: Iterable[tuple[str, Step]], place: Place
    ) -> None:
        for name, one in fixed.items():
            for step in one.steps:
                self._ledger.add(step, name, place)
            if one.kept:
                self._ledger.keep(Step(one.kept, one.text, one.text), name, place)
        for name, other in misplaced({name: one.text for name, one in fixed.items()}):
            self._ledger.keep(Step("misplaced", "", other), name, place)
        for name, step in steps:
            note = self._ledger.keep if step.key in _KEPT else self._ledger.add
            note(step, name, place)

    def _note_typed(self, line: Line, fixed: Mapping[str, Fixed], place: Place) -> None:
        for kind, name, at, marks in self._typed:
            if marks[line.number] and not (name in fixed and fixed[name].fault):
                change, beyond = _UNTYPED.get(kind, ("line_end", kind))
                before = line.cells[at] + (
                    "" if ":" in line.cells[at] else beyond
                )  # it has an hour
                self._ledger.add(Step(change, before, line.cells[at]), name, place)

    def _typed_columns(self) -> Iterator[tuple[str, str, int, bytes]]:
        """Columns with cells that were dates or numbers; not those that count things."""
        for (kind, at), marks in self._grid.typed.items():
            name = self._header.columns[at] if at < len(self._header.columns) else None
            if name in self._specs and not (kind == "number" and _counts(self._specs[name])):
                yield kind, name, at, marks

    def _person(self, line: Line) -> Person | None:
        name, nik = self._cell("nama", line), self._cell("nik", line)
        if not self._ward.model.kind.names_person or not (name or nik):
            return None
        return Person(name, Personal(nik, Privacy.NIK) if nik else None)

    def _cells(self, line: Line, above: Above) -> tuple[tuple[str, str], ...]:
        """The cells under their headers, with what holds for them from above where they are empty:
        alone in the file of rejected rows, a row would take its kecamatan from a stranger."""
        carried = {self._at[name]: text for name, text in above.columns.items()}
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
        new = ((name, text) for name, text in heard.items() if text and name not in self._at)
        return (*own, *new)


def _unrepeated(above: Above) -> Fault | None:
    """A sign for the cell above where no row above says anything."""
    for column, sign in above.repeated.items():
        if column not in above.columns:
            return Fault("ditto", {"found": sign.strip()}, column)
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


def _readable(row: Row, fixed: Mapping[str, Fixed]) -> Row:
    """A row without the cells that nobody can read: two numbers that Excel cut are no same one."""
    unreadable = {name for name, one in fixed.items() if one.fault}
    return {name: "" if name in unreadable else text for name, text in row.items()}


def _is_private(spec: ColumnSpec | None) -> bool:
    return spec is not None and spec.privacy is not None


def _counts(spec: ColumnSpec) -> bool:
    """Whether the values of a column are whole numbers."""
    try:
        return isinstance(spec.adapter.validate_python("1"), int)
    except ValueError:
        return False


def _width(grid: Grid) -> int:
    return max((len(line.cells) for line in grid.lines), default=0)
