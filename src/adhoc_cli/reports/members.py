"""The roster itself: members, reserves and those who left, filtered."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal, cast

import numpy as np
from numpy.typing import NDArray

from adhoc_cli.models.codes import within
from adhoc_cli.models.finding import Region
from adhoc_cli.models.rows import Anggota
from adhoc_cli.models.types import STATUSES
from adhoc_cli.profiles.calendar import Calendar
from adhoc_cli.roster.repeats import in_order
from adhoc_cli.roster.roster import Roster
from adhoc_cli.tables.texts import Mask

# Rows that are models at one time: a list of 3.64 million members is walked, never held.
_CHUNK = 5_000

Per = Literal["kecamatan", "desa", "badan"]


@dataclass(frozen=True, slots=True)
class Member:
    """One row, where it stands, and the place it names."""

    file: str
    line: int
    region: Region
    row: Anggota


@dataclass(frozen=True)
class Members:
    """The accepted rows that were asked for. Walking them makes models, a few thousand at a time.

    `columns` are the columns that the files have, in the order of the model; `rejected` counts the
    rows that could not be accepted. `unreadable` names required files that could not be read.
    """

    columns: tuple[str, ...]
    rejected: int
    unreadable: tuple[str, ...]
    _roster: Roster
    _rows: NDArray[np.intp]

    def __len__(self) -> int:
        return int(self._rows.size)

    @property
    def calendar(self) -> Calendar:
        """Where the day stands in the election."""
        return self._roster.calendar

    @cached_property
    def named_rows(self) -> NDArray[np.intp]:
        """The rows that name a person, as positions in the table."""
        return self._rows[self._roster.members.named[self._rows]] if len(self) else self._rows

    @property
    def nameless(self) -> int:
        """Rows that name nobody: seats laid out and not filled."""
        return len(self) - int(self.named_rows.size)

    @property
    def place_codes(self) -> list[str]:
        """The codes of the places that the rows name, each once."""
        if not len(self):
            return []
        column = self._roster.members["kode_wilayah"]
        return [column.value_list[code] for code in np.unique(column.codes[self._rows]).tolist()]

    def by(self, per: Per) -> tuple[Group, ...]:
        """The same rows in groups: by the kecamatan or desa they lie in, or by body, in the order
        of the region files and of the profile. Within a group the order stays."""
        if not len(self):
            return ()
        roster, table = self._roster, self._roster.members
        column = table["badan" if per == "badan" else "kode_wilayah"]
        names = [_group_of(roster, value, per) for value in column.value_list]
        order = {name: at for at, name in enumerate(sorted(set(names), key=_place_in(roster, per)))}
        keys = np.array([order[name] for name in names])[column.codes[self._rows]]
        sorted_rows = self._rows[in_order(keys)]
        ends = np.cumsum(np.bincount(keys, minlength=len(order)))
        return tuple(
            Group(
                name if per == "badan" else None,
                None if per == "badan" else roster.places.region(name),
                replace(self, _rows=rows),
            )
            for name, rows in zip(order, np.split(sorted_rows, ends[:-1]), strict=True)
            if rows.size
        )

    def __iter__(self) -> Iterator[Member]:
        for start in range(0, len(self), _CHUNK):
            yield from self._chunk(self._rows[start : start + _CHUNK])

    def _chunk(self, rows: NDArray[np.intp]) -> Iterator[Member]:
        table = self._roster.members
        for at, row in zip(rows.tolist(), table.models(rows), strict=True):
            person = cast(Anggota, row)
            yield Member(*table.where(at), self._roster.places.region(person.kode_wilayah), person)


@dataclass(frozen=True, slots=True)
class Group:
    """Some of the members: those of one body, or those of one place."""

    body: str | None
    region: Region | None
    members: Members


def _group_of(roster: Roster, value: str, per: Per) -> str:
    return roster.places.above(value).code if per == "kecamatan" else value


def _place_in(roster: Roster, per: Per) -> Callable[[str], tuple[int, str]]:
    """Where a group stands: as the profile or the region files have it, unlisted ones behind."""
    listed: list[str] = list(roster.profile.badan)
    if per != "badan":
        listed = [*roster.places.kecamatan.codes, *roster.places.desa.codes]
    known = {name: at for at, name in enumerate(listed)}
    return lambda name: (known.get(name, len(known)), name)


def statuses() -> tuple[str, ...]:
    """The words a status can be."""
    return tuple(dict.fromkeys(STATUSES.values()))


def list_members(
    roster: Roster,
    *,
    region: str | None = None,
    bodies: Sequence[str] = (),
    statuses: Sequence[str] = (),
) -> Members:
    """The accepted rows of `region` (a dotted code: the place and all within it), of `bodies`, and
    of `statuses`; an empty choice is every one. A row without a status is aktif."""
    if "anggota" not in roster.folder.tables or not len(roster.members):
        return Members((), 0, roster.without, roster, np.empty(0, np.intp))
    members = roster.members
    kept = members.accepted.copy()
    if region is not None:
        kept &= _within(roster, region)
    if bodies:
        kept &= np.logical_or.reduce([members.of_body(body) for body in bodies])
    if statuses:
        kept &= np.logical_or.reduce([members.of_status(status) for status in statuses])
    rejected = sum(file.rejected for file in members.files)
    rows = np.flatnonzero(kept)
    return Members(tuple(members.columns), rejected, roster.without, roster, rows)


def _within(roster: Roster, region: str) -> Mask:
    """Rows whose place is the region, or lies in it."""
    column = roster.members["kode_wilayah"]
    return column.value_in([i for i, code in enumerate(column.value_list) if within(code, region)])
