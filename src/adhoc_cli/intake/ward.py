"""What the rows of a kind of file are treated with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from adhoc_cli.intake.already import Already
from adhoc_cli.intake.places import Resolver
from adhoc_cli.models.columns import ColumnSpec, RowModel
from adhoc_cli.models.rows import Anggota, Desa, Kecamatan, Pemangku
from adhoc_cli.models.stakeholders import stakeholder
from adhoc_cli.models.vocabulary import Vocabulary

Row = Mapping[str, str]


@dataclass(frozen=True)
class Ward:
    """What the rows of a kind are treated with.

    `units` gives the level ("kecamatan" or "desa") of each body; `constants` the value of columns
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
            return stakeholder(row.get("peran", "")).level
        return self.units.get(row.get("badan", ""))

    @property
    def headings(self) -> tuple[bool, bool]:
        """Whether headings of a kecamatan and of a desa may stand between the rows."""
        return self.model is not Kecamatan, self.model not in (Kecamatan, Desa)
