"""The cells of people who are on both sides: which differ, and what they said and say."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from adhoc_cli.models.finding import Personal
from adhoc_cli.models.names import name_key
from adhoc_cli.reports.differences.changes import Change, ColumnChange, FieldChange, Kind, Value
from adhoc_cli.reports.differences.matching import texts_of
from adhoc_cli.reports.differences.people import GONE, UNKNOWN, Keys, People, Positions
from adhoc_cli.reports.differences.posts import Posts
from adhoc_cli.tables.column import Column
from adhoc_cli.tables.texts import Mask

_PLACE = frozenset({"badan", "kode_wilayah", "tps", "desa", "kecamatan"})
_TERM = frozenset(
    {"tanggal_mulai", "tanggal_selesai", "nomor_sk", "alasan", "peringkat", "divisi", "keterangan"}
)
# What a move, or a start or end of duty, brings with it: told beside that, not as a correction.
WITH_A_MOVE = _PLACE | _TERM
_WITH_A_STATE = _TERM | {"status"}


@dataclass(frozen=True)
class Cells:
    """What differs in the cells of those who are on both sides, by case (`Posts`). `new_chair`
    marks the cases whose role changed with the ketua of their unit."""

    posts: Posts
    new_chair: Mask

    @cached_property
    def _differing(self) -> Mapping[str, Mask]:
        """Per column that both have, the cases that it differs in and nothing else explains."""
        found = ((name, self._unexplained(name)) for name in self.posts.people.shared_columns())
        return {name: differs for name, differs in found if differs.any()}

    def _unexplained(self, name: str) -> Mask:
        wanted = self._looked_at(name)
        old, new = (side[wanted] for side in self.posts.sides)
        said = self.posts.people.of_column(name, np.concatenate([old, new]), _said({}))
        wanted[wanted] = said[: old.size] != said[old.size :]
        return wanted

    def _looked_at(self, name: str) -> Mask:
        """The cases whose cell of this column is to be compared."""
        posts, people = self.posts, self.posts.people
        was, now = posts.states
        wanted = posts.on_both.copy()
        if name == "nik":
            wanted &= posts.differing(people.nik) | (people.nik[posts.sides[0]] < 0)
        if name == "status":  # an empty one says "aktif"
            wanted &= (was == now) & ((was == GONE) | (was == UNKNOWN))
        if name == "jabatan":
            wanted &= ~self.new_chair & ~posts.differing(people.body)
        if name in WITH_A_MOVE:
            wanted &= ~posts.movers
        if name in _WITH_A_STATE:
            wanted &= was == now
        if name in _PLACE:
            wanted &= (was == now) | ~posts.elsewhere
        return wanted

    @cached_property
    def nik(self) -> Mask:
        """The cases whose NIK was corrected: written on both sides, and not the same."""
        if "nik" not in self._differing:
            return np.zeros_like(self.posts.on_both)
        written = self.posts.people.each(lambda members: ~members["nik"].empty)
        old, new = self.posts.sides
        return np.asarray(self._differing["nik"] & written[old] & written[new])

    @cached_property
    def _others(self) -> Mapping[str, Mask]:
        return {
            name: differs & ~self.nik if name == "nik" else differs
            for name, differs in self._differing.items()
        }

    @property
    def others(self) -> Mask:
        """The cases with any other cell that differs."""
        none = np.zeros_like(self.posts.on_both)
        return np.asarray(np.logical_or.reduce([none, *self._others.values()]))

    @property
    def counts(self) -> Mapping[str, int]:
        """By column, the people whose cell was corrected."""
        counted = {name: int(np.count_nonzero(mask)) for name, mask in self._others.items()}
        if nik := int(np.count_nonzero(self.nik)):
            counted["nik"] = counted.get("nik", 0) + nik
        return {name: count for name, count in counted.items() if count}

    @property
    def columns(self) -> tuple[ColumnChange, ...]:
        """The columns with values that only one side has. Without `status` all are aktif: that is
        no missing column."""
        old, new = self.posts.people.members
        return tuple(
            ColumnChange("anggota", name, added)
            for added, here, there in ((False, old, new), (True, new, old))
            for name in here.columns
            if name not in there and name != "status" and here[name].known[here.accepted].any()
        )

    # -- described ---------------------------------------------------------------------------------

    def nik_correction(self, case: int) -> Change:
        """The NIK of somebody, as it was and is."""
        return self._correction(Kind.NIK_CORRECTED, case, {"nik"})

    def correction(self, case: int) -> Change:
        """The other cells of somebody that differ."""
        differing = {name for name, mask in self._others.items() if mask[case]}
        return self._correction(Kind.CORRECTED, case, differing)

    def _correction(self, kind: Kind, case: int, names: Collection[str]) -> Change:
        old, new = self.posts.at(case)
        before, after = map(self.posts.people.someone, (old, new))
        same_name = name_key(before.person.name) == name_key(after.person.name)
        return Change(
            kind,
            after.post,
            (before,),
            (after,),
            same_person=True,
            fields=self.along(old, new, names),
            doubtful="tanggal_lahir" in names and not same_name,
        )

    def along(self, old: int, new: int, names: Collection[str]) -> tuple[FieldChange, ...]:
        """Those cells of `names` that differ between two rows."""
        people = self.posts.people
        shared = [name for name in people.shared_columns() if name in names]
        cells = ((name, _cell(people, name, old), _cell(people, name, new)) for name in shared)
        return tuple(
            FieldChange(name, _shown(people, name, was), _shown(people, name, now))
            for name, was, now in cells
            if was != now
        )


def _said(known: dict[Any, int]) -> Callable[[Column, Positions], Keys]:
    """Reads cells as numbers: one for what is said, however it is written ("0812…" and "+62812…"),
    one for a text that cannot be read, -1 for nothing. `known` holds what they stand for."""

    def read(column: Column, rows: Positions) -> Keys:
        said = column.numbered(lambda value: known.setdefault(value, len(known)))[rows]
        unread = np.flatnonzero(column.refused[rows])
        texts = ((text,) for text in texts_of(column, rows[unread]).tolist())
        said[unread] = [known.setdefault(text, len(known)) for text in texts]
        return said

    return read


_Cell = tuple[bool, Any]


def _cell(people: People, name: str, at: int) -> _Cell:
    """Whether a cell could not be read, and its value, or what is written there; None for
    nothing."""
    roster, row = people.place_of(at)
    column = roster.members[name]
    refused = column.is_refused(row)
    return refused, column.text(row) if refused else column.value(row)


def _shown(people: People, name: str, cell: _Cell) -> Value:
    privacy = people.members[0][name].spec.privacy
    value: Value = cell[1]
    return value if value is None or privacy is None else Personal(str(value), privacy)
