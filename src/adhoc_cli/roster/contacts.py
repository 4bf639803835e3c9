"""Whom to call: members, and the stakeholders of a place."""

from typing import NamedTuple

import numpy as np

from adhoc_cli.models.columns import Privacy
from adhoc_cli.models.finding import Personal
from adhoc_cli.roster.repeats import ByKey
from adhoc_cli.roster.roster import Roster
from adhoc_cli.tables.table import Table


class Contact(NamedTuple):
    """Somebody to call: a member, a reserve with a rank ("cadangan") or a stakeholder ("kades")."""

    name: str
    role: str
    phone: Personal | None
    rank: int | None = None

    @property
    def is_reserve(self) -> bool:
        """Whether this is a candidate for a seat."""
        return self.role == "cadangan"


def contact_of(table: Table, row: int, role: str | None = None) -> Contact:
    """The person of a row of members or stakeholders, in this role instead of the written one."""
    column = "peran" if "peran" in table else "jabatan"
    name, written = table.value("nama", row), table.value(column, row)
    rank = table.value("peringkat", row) if role else None
    return Contact(name or "", role or written or "", phone_of(table, row), rank)


def phone_of(table: Table, row: int) -> Personal | None:
    """The number of a row, wrapped as what it is."""
    number = table.value("telepon", row)
    return Personal(number, Privacy.PHONE) if number else None


class Stakeholders:
    """The stakeholders of a roster with a name and a role, by place; none without their file."""

    def __init__(self, roster: Roster) -> None:
        self._table = roster.table("pemangku") if roster.has("pemangku") else None
        if self._table is not None:
            places = self._table["kode_wilayah"]
            named = self._table.accepted & self._table["nama"].known
            self._codes = {code: at for at, code in enumerate(places.value_list)}
            self._rows = ByKey(places.codes, np.flatnonzero(named))

    def at(self, code: str) -> list[Contact]:
        """Those of the place with this code, in the order of the file."""
        if self._table is None or code not in self._codes:
            return []
        rows = self._rows.of(self._codes[code]).tolist()
        return [contact_of(self._table, row) for row in rows]
