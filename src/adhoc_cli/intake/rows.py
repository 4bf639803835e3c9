"""The rows of one sheet: repaired cell by cell, placed, and written or rejected."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from adhoc_cli.intake.grid import Grid, Line
from adhoc_cli.intake.groups import NOTHING_ABOVE, Above, Groups
from adhoc_cli.intake.header import Header
from adhoc_cli.intake.known import DESA, KECAMATAN
from adhoc_cli.intake.people import taken_apart
from adhoc_cli.intake.rejects import is_of_rejects, origin_of
from adhoc_cli.intake.repair import CellDoctor, Fixed, is_marked
from adhoc_cli.intake.result import Fault, Place, Reject, SheetRead
from adhoc_cli.intake.row_context import Reading, Row, RowContext, Sheet
from adhoc_cli.intake.row_lines import RowLines, sorted_out
from adhoc_cli.intake.row_places import RowPlaces
from adhoc_cli.intake.row_told import Ledger, RowTold
from adhoc_cli.models.columns import ColumnSpec
from adhoc_cli.models.contents import is_formula_error
from adhoc_cli.models.evidence import said_by_header
from adhoc_cli.models.finding import Personal
from adhoc_cli.models.nobody import is_example, is_nobody
from adhoc_cli.models.roles import division_in, tps_in
from adhoc_cli.models.rows import Anggota
from adhoc_cli.models.types import NO_MEMBERS
from adhoc_cli.models.vocabulary import word_key

_WHO = ("nik", "telepon")  # tell who somebody is where the name does not
_SHORTEST = 9  # digits of a number of somebody


@dataclass(frozen=True)
class Treated:
    """The rows of one sheet; `filled` are columns that got their values from elsewhere;
    `unreadable` counts the rows that are written with a cell that nobody can read. `places` is
    where each row first stood, None where nobody knows it any more."""

    sheet: SheetRead
    rows: Sequence[Row]
    places: Sequence[Place | None]
    rejects: Sequence[Reject]
    filled: frozenset[str]
    unreadable: int = 0


def treat(grid: Grid, header: Header, context: RowContext, ledger: Ledger) -> Treated:
    """Every line of `grid` as a written row, a rejected one, or none; changes go to `ledger`."""
    return _Rows(grid, header, context, ledger).treated()


class _Rows:
    def __init__(self, grid: Grid, header: Header, context: RowContext, ledger: Ledger) -> None:
        sheet = Sheet(grid, header, context, header.at)
        above, self._lines = sorted_out(sheet)
        self._from_elsewhere: set[str] = set()
        self._announced = sheet.announces(self._lines)
        if self._announced:
            sheet = replace(sheet, at={**sheet.at, "status": sheet.at["keterangan"]})
            self._from_elsewhere.add("status")
        self._sheet = sheet
        self._context, self._specs = sheet.context, sheet.specs
        self._grid, self._header = sheet.grid, sheet.header
        self._doctors = {
            name: self._doctor(name, spec)
            for name, spec in sheet.specs.items()
            if name in sheet.at and name != context.code_column
        }
        self._columns = [(name, sheet.at[name], one) for name, one in self._doctors.items()]
        resolver = context.resolver.of_column(
            sheet.cell(context.code_column, line) for line in self._lines
        )
        self._places = RowPlaces(sheet, resolver)
        self._groups = Groups(grid, sheet.at, self._lines)
        self._walk = RowLines(sheet, above, self._lines, self._groups)
        self._told = RowTold(sheet, self._lines, ledger)
        self._unreadable = 0
        self._written = 0  # the line of the last row that was

    def _doctor(self, name: str, spec: ColumnSpec) -> CellDoctor:
        """What repairs the cells of a column, when it has seen all of them."""
        sheet, context, at = self._sheet, self._context, self._sheet.at[name]
        cells = [line.cells[at] for line in self._lines if at < len(line.cells)]
        marked = is_marked(cells)
        doctor = CellDoctor(spec, context.vocabulary, marked=marked, keeps=context.keeps(spec))
        doctor.read_as(context.values.get(name, {}))
        doctor.learn((*cells, *said_by_header(sheet.header.cells[at])))
        return doctor

    def treated(self) -> Treated:
        rows: list[Row] = []
        places: list[Place | None] = []
        rejects: list[Reject] = []
        split = 0
        for line in self._walk.walked():
            readings = self._readings(line)
            faults = ((one.fault, one.above) for one in readings if one.fault is not None)
            fault, above = next(faults, (None, NOTHING_ABOVE))
            if fault is None:
                rows += [self._taken(one, line, split=len(readings) > 1) for one in readings]
                places += [self._origin(line)] * len(readings)
                split += len(readings) - 1
            else:
                rejects.append(self._rejected(line, fault, above))
        grid, header = self._grid, self._header
        sheet = SheetRead(
            grid.file,
            grid.sheet,
            grid.encoding,
            grid.delimiter,
            header.line,
            header.mapped(self._walk.filled, self._lines, self._context.model),
            len(rows) + len(rejects),
            len(rows),
            len(rejects),
            split=split,
            **self._walk.counts,
        )
        filled = frozenset(self._from_elsewhere)
        return Treated(sheet, rows, places, rejects, filled, self._unreadable)

    def _origin(self, line: Line) -> Place | None:
        """Where a line first stood: of a row that was rejected once, in what it came from."""
        first = origin_of(self._header.cells, line.cells)
        return first or (None if is_of_rejects(self._grid.file) else self._sheet.place(line))

    def _rejected(self, line: Line, fault: Fault, above: Above) -> Reject:
        # Of a line whose columns cannot be told, no cell is known to be a name.
        told = line.fault is None and fault.key != "row_width"
        person = self._told.person(line) if told else None
        origin = origin_of(self._header.cells, line.cells)
        return Reject(self._sheet.place(line), fault, person, self._told.cells(line, above), origin)

    def _readings(self, line: Line) -> list[Reading]:
        """What a line says: of one person, or of each of several that can be told apart."""
        person = self._specs.get("nama")
        if line.fault is None and person is not None and person.is_person:
            return [
                self._read(one)
                for one in taken_apart(line, self._sheet.at, self._context.vocabulary)
            ]
        return [self._read(line)]

    def _read(self, line: Line) -> Reading:
        if fault := line.fault or self._walk.faulty_shape(line, self._told.quoted):
            self._groups.stop(line.number)  # it may have begun another group
            return Reading(line, fault=fault)
        repeated = self._groups.repeated(line)
        signs = {self._sheet.at[name] for name in repeated}
        cells = ("" if at in signs else cell for at, cell in enumerate(line.cells))
        line = line._replace(cells=tuple(cells))
        one = Reading(line, self._groups.above(line, repeated))
        fault = self._unread_fault(line) or _unrepeated(one.above)
        one.fault = fault or self._repaired(one) or self._completed(one)
        return one

    def _repaired(self, one: Reading) -> Fault | None:
        """Repair the cells of a line, or say why one cannot be taken."""
        cells, width = one.line.cells, len(one.line.cells)
        fixed = {
            name: doctor.fixed(cells[at] if at < width else "")
            for name, at, doctor in self._columns
        }
        for name in one.above.columns.keys() & fixed.keys() - self._never_carried(fixed):
            fixed[name] = self._carried(fixed[name], name, one.above)
        one.fixed, one.row = fixed, {name: cell.text for name, cell in fixed.items()}
        faults = (cell.fault for cell in fixed.values() if cell.fault is not None and not cell.kept)
        return self._no_member(one.line) or next(faults, None) or self._told.swapped(one.line)

    def _completed(self, one: Reading) -> Fault | None:
        """Complete the row with what stands elsewhere, or say why it is none."""
        if self._announced and (status := one.row["status"]):
            one.tell("status", "from_note", self._sheet.cell("status", one.line), status)
        self._division(one)
        self._constants(one)
        fault = self._role_and_body(one) or self._tps(one)
        fault = fault or self._missing(one) or self._places.placed(one)
        if one.row.get(self._context.code_column):
            self._from_elsewhere.add(self._context.code_column)
        if fault is None and self._context.already is not None:
            fault = self._context.already.fault(one.readable)
        return fault

    def _taken(self, one: Reading, whole: Line, *, split: bool) -> Row:
        """A row that is written, with what is told of it; `whole` is its line in the source."""
        place = self._sheet.place(whole)
        self._written = whole.number
        if split:
            one.tell("nama", "people_split", self._sheet.cell("nama", whole), one.row["nama"])
        if self._lacks_tps(one.row):
            one.tell("tps", "no_tps")
        self._unreadable += any(cell.fault for cell in one.fixed.values())
        self._hold(one.readable, place)
        self._told.note(one, place)
        return one.row

    def _lacks_tps(self, row: Row) -> bool:
        """Whether somebody serves at a TPS, and nobody says at which."""
        serves = row.get("status", "") in ("", "aktif")
        return serves and row.get("badan") in self._context.of_tps and not row.get("tps")

    def _hold(self, row: Row, place: Place) -> None:
        """Let no row below be the same."""
        if self._context.already is not None:
            sheet = f" [{place.sheet}]" if place.sheet else ""
            self._context.already.take(row, (f"{place.file}{sheet}", place.line))

    def _unread_fault(self, line: Line) -> Fault | None:
        """Why what a row holds cannot be taken as it is shown."""
        if line.number in self._grid.hidden_lines:
            return Fault("hidden_row")
        for name, at in self._sheet.at.items() if self._grid.struck else ():
            if (line.number, at) in self._grid.struck and (text := self._sheet.cell(name, line)):
                shown = Personal(text, p) if (p := self._specs[name].privacy) else text
                return Fault("struck", {"found": shown}, name)
        for name in self._sheet.at.keys() - self._doctors.keys():  # names and codes of places
            if is_formula_error(text := self._sheet.cell(name, line)):
                return Fault("formula_error", {"found": text}, name)
        person = self._groups.merged_person(line)
        return None if person is None else Fault("merged_person", column=person)

    def _no_member(self, line: Line) -> Fault | None:
        """Why somebody whom an announcement names is no member."""
        for name in ("status", "keterangan"):
            if word_key(said := self._sheet.cell(name, line)) in NO_MEMBERS:
                return Fault("not_member", {"found": said})
        return None

    def _missing(self, one: Reading) -> Fault | None:
        row = one.readable
        if self._context.model.kind.names_person and is_example(row.get("nama", "")):
            return Fault("example", {"found": row["nama"]}, "nama")
        if self._names_nobody(row):
            return Fault("vacant", {"found": row["nama"]}, "nama")
        missing = [name for name in self._sheet.required if not row.get(name)]
        if missing == ["nama"] and any(row.get(name) for name in _WHO):
            # The reader places such a row too; who it is can still be found out.
            one.tell("nama", "no_name")
            return None
        if not missing:
            return None
        params: dict[str, object] = {"columns": ", ".join(missing)}
        if self._goes_on(one.line):
            params |= {"variant": "cut", "line": self._written}
        return Fault("missing", params, missing[0])

    def _goes_on(self, line: Line) -> bool:
        """Whether a line directly below a written row may be the rest of its cells, as a copy of a
        PDF has them: no role and no place, and no number of somebody."""
        own = {*_WHO, "jabatan", self._context.code_column, KECAMATAN, DESA} & self._sheet.at.keys()
        sure = (name for name in own if not (name in _WHO and self._is_part(name, line)))
        is_below = self._written and line.number == self._written + 1
        return bool(is_below) and not any(self._sheet.cell(name, line) for name in sure)

    def _is_part(self, name: str, line: Line) -> bool:
        """Whether a cell is less than a number of somebody."""
        return sum(map(str.isdigit, self._sheet.cell(name, line))) < _SHORTEST

    def _names_nobody(self, row: Row) -> bool:
        """Whether a word for an empty seat stands for the name, and nothing tells of anybody."""
        if not self._context.model.kind.names_person or not row.get("nama"):
            return False
        return is_nobody(row["nama"]) and not any(row.get(name) for name in _WHO)

    def _never_carried(self, fixed: Mapping[str, Fixed]) -> set[str]:
        """Columns that no row above fills; a member of a PPS has no TPS, whatever stands above."""
        body = fixed["badan"].text if "badan" in fixed else ""
        body = body or (fixed["jabatan"].text.partition(" ")[2] if "jabatan" in fixed else "")
        has_tps = not body or body in self._context.of_tps or bool(self._grid.merged)
        return {KECAMATAN, DESA} if has_tps else {KECAMATAN, DESA, "tps"}

    def _carried(self, fixed: Fixed, name: str, above: Above) -> Fixed:
        """What a cell above says, where the cell itself is empty."""
        text = above.columns[name]
        if fixed.text or not text:
            return fixed
        down = self._doctors[name].fixed(text)
        return down._replace(steps=(above.step(name, down.text),))

    def _constants(self, one: Reading) -> None:
        """Fill what one value fills: given by the operator, by the heading of the group, or by the
        header of names or roles."""
        row = one.row
        given = {name: ("constant", text) for name, text in self._context.constants.items()}
        said = {"heading_body": one.above.heading.body, "header_body": self._sheet.body_in_header}
        for key, body in said.items():
            if body and "badan" in self._specs and not self._contradicts(row, body):
                seat = self._context.vocabulary.seat_of(row.get("jabatan", ""), body)
                given.setdefault("badan", (key, seat))
        for name, (key, text) in given.items():
            if not row.get(name) and not (name == "badan" and self._names_body(row)):
                one.fill(name, text, key)
                self._from_elsewhere.add(name)

    def _contradicts(self, row: Row, body: str) -> bool:
        """Whether a row names a desa, and the heading a body that has none: the letterhead of a PPK
        over its list of the PPS."""
        return bool(row.get(DESA)) and self._context.units.get(body) == KECAMATAN

    def _division(self, one: Reading) -> None:
        """The division that stands in the cell of the role, where its own cell is empty."""
        role = self._sheet.cell("jabatan", one.line) if self._context.model is Anggota else ""
        if (said := division_in(role)) and not one.row.get("divisi"):
            one.fill("divisi", said, "from_role", role)
            self._from_elsewhere.add("divisi")

    def _tps(self, one: Reading) -> Fault | None:
        """Give a row the TPS that its heading or role names; a fault where its role names another
        than its own cell or the heading."""
        row, heading = one.row, one.above.heading
        if row.get("badan") not in self._context.of_tps or self._context.model is not Anggota:
            return None
        if heading.tps and not row.get("tps"):
            one.fill("tps", heading.tps, "heading")
            self._from_elsewhere.add("tps")
        written = self._sheet.cell("jabatan", one.line)
        said, own = tps_in(written, self._context.vocabulary), row.get("tps", "")
        if not said or own == str(said):
            return None
        if own:
            named = {"written": f"TPS {said}", "found": f"TPS {own}"}
            return Fault("role_place_differs", named, "jabatan")
        one.fill("tps", str(said), "tps_from_role", written)
        self._from_elsewhere.add("tps")
        return None

    def _names_body(self, row: Row) -> bool:
        return " " in row.get("jabatan", "")

    def _role_and_body(self, one: Reading) -> Fault | None:
        """A role with its body ("Ketua PPK") becomes two cells: the row has a column for each."""
        row, fixed = one.row, one.fixed
        role, _, body = row.get("jabatan", "").partition(" ")
        if self._context.model is not Anggota or not body:
            return None
        if row.get("badan", body) not in ("", body):
            return Fault("body_differs", {"body": row["badan"], "other": body}, "jabatan")
        written = self._sheet.cell("jabatan", one.line) or f"{role} {body}"
        one.tell("jabatan", "role_split", written, f"{role} + {body}")
        if "jabatan" in fixed:  # the split says it all
            kept = tuple(step for step in fixed["jabatan"].steps if step.key != "word")
            fixed["jabatan"] = fixed["jabatan"]._replace(steps=kept)
        row["jabatan"], row["badan"] = role, body
        return None


def _unrepeated(above: Above) -> Fault | None:
    """A sign for the cell above where no row above says anything."""
    for column, sign in above.repeated.items():
        if column not in above.columns:
            return Fault("ditto", {"found": sign.strip()}, column)
    return None
