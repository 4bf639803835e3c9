"""What the rows of a kind of file, and of one sheet of it, are treated with."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from adhoc_cli.intake.already import Already
from adhoc_cli.intake.grid import Grid, Line
from adhoc_cli.intake.groups import NOTHING_ABOVE, Above
from adhoc_cli.intake.header import Header
from adhoc_cli.intake.places import Resolver
from adhoc_cli.intake.prepare import Step
from adhoc_cli.intake.repair import Fixed, plain
from adhoc_cli.intake.result import Fault, Place
from adhoc_cli.models.columns import ColumnSpec, RowModel, columns_of
from adhoc_cli.models.place_rows import Desa, Kecamatan
from adhoc_cli.models.rows import Anggota, Pemangku
from adhoc_cli.models.stakeholders import stakeholder
from adhoc_cli.models.types import are_announced
from adhoc_cli.models.vocabulary import Vocabulary

Row = Mapping[str, str]


@dataclass(frozen=True)
class RowContext:
    """What the rows of a kind are treated with.

    `units` gives the level of each body; `constants` the value of columns
    that are empty in every row; `values` by column what a cell says for another text. `strict`: no
    row is written with a cell that cannot be read. `of_tps` are the bodies of a TPS.
    """

    model: type[RowModel]
    vocabulary: Vocabulary
    units: Mapping[str, str]
    resolver: Resolver
    constants: Mapping[str, str] = field(default_factory=dict)
    already: Already | None = None
    values: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    strict: bool = False
    of_tps: frozenset[str] = frozenset()

    def keeps(self, spec: ColumnSpec) -> bool:
        """Whether somebody is written with a cell of this column that nobody can read: not where it
        says whether they are a member at all, nor where several columns may be one cell."""
        optional = not spec.required and spec.name not in ("status", "jenis_kelamin")
        return optional and self.model is Anggota and not self.strict

    @property
    def code_column(self) -> str:
        """The column of the place's code."""
        return self.model.kind.code_column

    def level_of(self, row: Row) -> str | None:
        """The level of a row's place, None where nothing says it."""
        if self.model.kind.level is not None:
            return self.model.kind.level
        if self.model is Pemangku:
            level = stakeholder(row.get("peran", "")).level
            return None if level == "kabupaten" else level  # its code says it: no names are there
        return self.units.get(row.get("badan", ""))

    @property
    def headings(self) -> tuple[bool, bool]:
        """Whether headings of a kecamatan and of a desa may stand between the rows."""
        return self.model is not Kecamatan, self.model not in (Kecamatan, Desa)


@dataclass(frozen=True)
class Sheet:
    """A sheet with its header; `at` says where the cells of each column stand in its lines."""

    grid: Grid
    header: Header
    context: RowContext
    at: Mapping[str, int]

    @cached_property
    def specs(self) -> Mapping[str, ColumnSpec]:
        """The columns of the kind of file."""
        return columns_of(self.context.model)

    @cached_property
    def required(self) -> list[str]:
        """The columns that a row needs, but that of its place."""
        code = self.context.code_column
        return [name for name, spec in self.specs.items() if spec.required and name != code]

    @cached_property
    def body_in_header(self) -> str:
        """The one body that the headers of names and roles say ("JABATAN DALAM PPS"); "" where none
        does, where several do, and where a column says it."""
        if "badan" not in self.specs or "badan" in self.at:
            return ""
        cells = (self.header.cells[self.at[one]] for one in ("nama", "jabatan") if one in self.at)
        bodies = self.context.vocabulary.bodies_in(" / ".join(cells))
        return bodies.pop() if len(bodies) == 1 else ""

    def announces(self, lines: Sequence[Line]) -> bool:
        """Whether the notes are those of an announcement, and there is no status beside them:
        TERPILIH, PENGGANTI, TIDAK TERPILIH."""
        if self.context.model is not Anggota or "keterangan" not in self.at or "status" in self.at:
            return False
        return are_announced(self.written("keterangan", line) for line in lines)

    def cell(self, name: str, line: Line) -> str:
        """A cell without the spaces around it, "" where the line has none."""
        return plain(self.written(name, line))

    def written(self, name: str, line: Line) -> str:
        """A cell as it stands."""
        return line.cell(self.at.get(name))

    def place(self, line: Line) -> Place:
        """Where a line stands."""
        return Place(self.grid.file, self.grid.sheet, line.number)


@dataclass(slots=True)
class Reading:
    """What a line says of one person: its repaired cells, the row that is made of them, and what is
    told of it; or why it is no row."""

    line: Line
    above: Above = NOTHING_ABOVE
    fault: Fault | None = None
    fixed: dict[str, Fixed] = field(default_factory=dict)
    row: dict[str, str] = field(default_factory=dict)
    steps: list[tuple[str, Step]] = field(default_factory=list)

    def tell(self, name: str, key: str, before: str = "", after: str = "") -> None:
        """Tell of a change of a cell, or that it was left."""
        self.steps.append((name, Step(key, before, after)))

    def fill(self, name: str, text: str, key: str, before: str = "") -> None:
        """Fill an empty cell, and tell from what."""
        self.row[name] = text
        self.tell(name, key, before, text)

    @property
    def readable(self) -> Row:
        """The row without the cells that nobody can read: two numbers that Excel cut are no same
        one."""
        unreadable = {name for name, one in self.fixed.items() if one.fault}
        return {name: "" if name in unreadable else text for name, text in self.row.items()}
