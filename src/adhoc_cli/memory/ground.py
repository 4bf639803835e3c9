"""What a roster holds today: the files and columns that findings of before stood in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from adhoc_cli.models.finding import Finding, Region
from adhoc_cli.roster.roster import Roster


@dataclass(frozen=True)
class Ground:
    """The roster that a report is about."""

    roster: Roster

    def region(self, code: str) -> Region:
        """The place of a code, with the name that the roster has for it."""
        return self.roster.places.region(code)

    def stands_in(self, finding: Finding) -> str | None:
        """The kind of file that a finding stands in, and the column: "anggota.nik", as the needs of
        a rule. None for what stands in no file of the roster.

        A column that is no column of ours is left out: its name may be anything, a NIK too.
        """
        kind = self._kinds.get(finding.file or "")
        if kind is None:
            return None
        column = finding.column or ""
        return f"{kind}.{column}" if column in self.roster.table(kind) else kind

    def holds(self, where: str | None) -> bool:
        """Whether that file can be read and has that column: else nobody looked there."""
        if where is None:
            return True
        kind, _, column = where.partition(".")
        return self.roster.has(kind, column or None)

    @cached_property
    def _kinds(self) -> Mapping[str, str]:
        tables = self.roster.folder.tables.items()
        return {file.name: kind for kind, table in tables for file in table.files}
