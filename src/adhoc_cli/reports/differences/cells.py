"""The cells of people who are on both sides: which differ, and the rows as people read them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from adhoc_cli.models.finding import Personal
from adhoc_cli.models.names import name_key
from adhoc_cli.reports.differences.changes import (
    ColumnChange,
    Correction,
    FieldChange,
    Value,
)
from adhoc_cli.reports.differences.people import GONE, UNKNOWN, Positions, Side, texts_of
from adhoc_cli.reports.differences.posts import Posts
from adhoc_cli.reports.persons import Someone
from adhoc_cli.reports.persons import someone as of_row
from adhoc_cli.tables.column import Column
from adhoc_cli.tables.texts import Mask, Texts

_PLACE = frozenset({"badan", "kode_wilayah", "tps", "desa", "kecamatan"})
_TERM = frozenset(
    {"tanggal_mulai", "tanggal_selesai", "nomor_sk", "alasan", "peringkat", "divisi", "keterangan"}
)
# What a move, or a start or end of duty, brings with it: told beside that, not as a correction.
WITH_A_MOVE = _PLACE | _TERM
WITH_A_STATE = _TERM | {"status"}
_FEW = 100_000  # distinct values that are numbered before the rows are compared


@dataclass(frozen=True)
class Cells:
    """What differs in the cells of the pairs. `new_chair` marks the pairs whose role changed with
    the ketua of their unit."""

    posts: Posts
    new_chair: Mask

    @property
    def _old(self) -> Side:
        return self.posts.matching.sides.old

    @property
    def _new(self) -> Side:
        return self.posts.matching.sides.new

    @cached_property
    def _differing(self) -> Mapping[str, Mask]:
        """Per column that both have, the pairs that it differs in and nothing else explains."""
        shared = [name for name in self._old.table.columns if name in self._new.table]
        found = ((name, self._unexplained(name)) for name in shared)
        return {name: differs for name, differs in found if differs.any()}

    def _unexplained(self, name: str) -> Mask:
        looked_at = self._looked_at(name)
        old, new = self.posts.of_pairs(looked_at)
        looked_at[looked_at] = differ(
            self._old.table[name], self._new.table[name], self._old.rows[old], self._new.rows[new]
        )
        return looked_at

    def _looked_at(self, name: str) -> Mask:
        """The pairs whose cell of this column is to be compared."""
        was, now = self.posts.states
        wanted = np.ones(was.size, bool)
        if name == "nik":
            old, new = self.posts.pairs
            nik = self._old.nik[old], self._new.nik[new]
            wanted &= (nik[0] != nik[1]) | (nik[0] < 0)
        if name == "status":  # an empty one says "aktif"
            wanted &= (was == now) & ((was == GONE) | (was == UNKNOWN))
        if name == "jabatan":
            old, new = self.posts.pairs
            wanted &= ~self.new_chair & (self._old.body[old] == self._new.body[new])
        if name in WITH_A_MOVE:
            wanted &= ~self.posts.movers
        if name in WITH_A_STATE:
            wanted &= was == now
        if name in _PLACE:
            wanted &= (was == now) | ~self.posts.elsewhere
        return wanted

    @cached_property
    def nik(self) -> Mask:
        """The pairs whose NIK was corrected: written on both sides, and not the same."""
        differs = self._differing.get("nik")
        if differs is None:
            return np.zeros(self.posts.pairs[0].size, bool)
        old, new = self.posts.pairs
        written = ~self._old.table["nik"].empty[self._old.rows[old]]
        return differs & written & ~self._new.table["nik"].empty[self._new.rows[new]]

    @cached_property
    def others(self) -> Mask:
        """The pairs with any other cell that differs."""
        found = np.zeros(self.posts.pairs[0].size, bool)
        for differs in self._others.values():
            found |= differs
        return found

    @cached_property
    def _others(self) -> Mapping[str, Mask]:
        return {
            name: differs & ~self.nik if name == "nik" else differs
            for name, differs in self._differing.items()
        }

    @property
    def counts(self) -> Mapping[str, int]:
        """By column, the people whose cell was corrected."""
        counted = {name: int(np.count_nonzero(mask)) for name, mask in self._others.items()}
        if nik := int(np.count_nonzero(self.nik)):
            counted["nik"] = counted.get("nik", 0) + nik
        return {name: count for name, count in counted.items() if count}

    @cached_property
    def columns(self) -> tuple[ColumnChange, ...]:
        """The columns with values that only one side has. Without `status` all are aktif: that is
        no missing column."""
        old, new = self._old.table, self._new.table
        gone = [c for c in old.columns if c not in new and old[c].known[old.accepted].any()]
        come = [c for c in new.columns if c not in old and new[c].known[new.accepted].any()]
        return tuple(
            ColumnChange("anggota", name, added)
            for added, names in ((False, gone), (True, come))
            for name in names
            if name != "status"
        )

    # -- described ---------------------------------------------------------------------------------

    def nik_correction(self, pair: int) -> Correction:
        """The NIK of a pair, as it was and is."""
        return self._correction(pair, ["nik"])

    def correction(self, pair: int) -> Correction:
        """The other cells of a pair that differ."""
        return self._correction(pair, [name for name, mask in self._others.items() if mask[pair]])

    def _correction(self, pair: int, names: Sequence[str]) -> Correction:
        old, new = (int(at[pair]) for at in self.posts.pairs)
        fields = tuple(self._field(name, old, new) for name in names)
        before, after = someone(self._old, old), someone(self._new, new)
        doubtful = "tanggal_lahir" in names and not same_name(before, after)
        return Correction(before, after, fields, doubtful)

    def along(self, old: int, new: int, names: frozenset[str]) -> tuple[FieldChange, ...]:
        """Those cells of `names` that differ between two rows."""
        tables = self._old.table, self._new.table
        shared = [n for n in tables[0].columns if n in names and n in tables[1]]
        rows = self._old.rows[[old]], self._new.rows[[new]]
        return tuple(
            self._field(name, old, new)
            for name in shared
            if differ(tables[0][name], tables[1][name], *rows).any()
        )

    def _field(self, name: str, old: int, new: int) -> FieldChange:
        return FieldChange(name, cell(self._old, name, old), cell(self._new, name, new))


def same_name(one: Someone, other: Someone) -> bool:
    """Whether two rows give one name, however it is written."""
    return name_key(one.person.name) == name_key(other.person.name)


def differ(old: Column, new: Column, old_rows: Positions, new_rows: Positions) -> Mask:
    """Row by row whether two columns say something else: values are compared where both can be read
    ("0812…" and "+62812…" are one), else what is written."""
    known = old.known[old_rows], new.known[new_rows]
    both = known[0] & known[1]
    found = known[0] != known[1]
    found[both] = _values_differ(old, new, old_rows[both], new_rows[both])
    unread = np.flatnonzero(~known[0] & ~known[1])
    unread = unread[old.refused[old_rows[unread]] | new.refused[new_rows[unread]]]
    found[unread] = texts_of(old, old_rows[unread]) != texts_of(new, new_rows[unread])
    return np.asarray(found, dtype=bool)


def _values_differ(old: Column, new: Column, old_rows: Positions, new_rows: Positions) -> Mask:
    if not old_rows.size:
        return np.zeros(0, bool)
    if max(len(old.values), len(new.values)) > _FEW:
        one, other = _values(old, old_rows), _values(new, new_rows)
    else:
        known: dict[Any, int] = {}
        one, other = _numbered(old, old_rows, known), _numbered(new, new_rows, known)
    return np.asarray(one != other, dtype=bool)


def _numbered(column: Column, rows: Positions, known: dict[Any, int]) -> NDArray[Any]:
    values = [known.setdefault(value, len(known)) for value in column.value_list]
    return np.array(values)[column.codes[rows]]


def _values(column: Column, rows: Positions) -> NDArray[Any]:
    codes = column.codes[rows]
    if isinstance(column.values, Texts):
        taken = np.empty(codes.size, object)
        taken[:] = column.values.take(codes)
        return taken
    return np.asarray(column.values[codes])


# -- one row ---------------------------------------------------------------------------------------


def someone(side: Side, at: int) -> Someone:
    """The person at a position of a side."""
    return of_row(side.roster, int(side.rows[at]))


def cell(side: Side, name: str, at: int) -> Value:
    """What a cell says: its value, what is written where that cannot be read, None for nothing."""
    row, column = int(side.rows[at]), side.table[name]
    value: str | int | date | None = column.value(row)
    if value is None:
        value = column.text(row) if column.refused[row] else None
    if value is None or column.spec.privacy is None:
        return value
    return Personal(str(value), column.spec.privacy)


def each(positions: Sequence[int], side: Side) -> Iterator[Someone]:
    """The people at several positions."""
    return (someone(side, at) for at in positions)
