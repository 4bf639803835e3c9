"""The people of two rosters as columns of numbers that mean the same for both.

Everything here is whole-array work: a national roster has 3.6 million rows on each side.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from adhoc_cli.reports.persons import Post, Someone, post_of, someone
from adhoc_cli.roster.members import Members
from adhoc_cli.roster.repeats import in_order, joint
from adhoc_cli.roster.roster import Roster
from adhoc_cli.tables.column import Column
from adhoc_cli.tables.factorised import numbered
from adhoc_cli.tables.texts import Mask

Keys = NDArray[np.int64]
Positions = NDArray[np.intp]

# What somebody is in a roster, by status; who has no row in it is absent.
SERVING, WAITING, GONE, UNKNOWN, ABSENT = range(5)


@dataclass(frozen=True)
class People:
    """The people of two rosters: the first `old_size` are those of OLD, the others those of NEW.

    All columns are as long as both together, and -1 is nothing. `row` is the row in `anggota`: an
    accepted one that gives a name or a NIK. `unit` stands for body, place and TPS together; `tps`
    is -1 for a body that is not one of a TPS. `place_codes` are the codes that `place` numbers.
    """

    rosters: tuple[Roster, Roster]
    old_size: int
    row: Positions
    nik: Keys
    body: Keys
    place: Keys
    tps: Keys
    unit: Keys
    state: NDArray[np.int8]
    place_codes: tuple[str, ...]

    def __len__(self) -> int:
        return int(self.row.size)

    @property
    def members(self) -> tuple[Members, Members]:
        """The tables that the rows stand in."""
        old, new = self.rosters
        return old.members, new.members

    @property
    def is_new(self) -> Mask:
        """Who is one of NEW."""
        return np.arange(len(self)) >= self.old_size

    def each(self, read: Callable[[Members], NDArray[Any]]) -> NDArray[Any]:
        """What `read` says of the rows of a table, for everybody."""
        old, new = np.split(self.row, [self.old_size])
        return np.concatenate([read(self.members[0])[old], read(self.members[1])[new]])

    def of_column(
        self, name: str, chosen: Positions, read: Callable[[Column, Positions], NDArray[Any]]
    ) -> NDArray[Any]:
        """What `read` says of a column and its rows, for some people, those of OLD first."""
        old, new = np.split(self.row[chosen], [np.count_nonzero(chosen < self.old_size)])
        one, other = (table[name] for table in self.members)
        return np.concatenate([read(one, old), read(other, new)])

    def shared_columns(self) -> list[str]:
        """The columns that both rosters have."""
        old, new = self.members
        return [name for name in old.columns if name in new]

    def place_of(self, at: int) -> tuple[Roster, int]:
        """The roster and the row of somebody."""
        return self.rosters[int(at >= self.old_size)], int(self.row[at])

    def value(self, column: str, at: int) -> Any:
        """The value of a cell of somebody's row."""
        roster, row = self.place_of(at)
        return roster.members.value(column, row)

    def someone(self, at: int) -> Someone:
        """Somebody as the row says it."""
        return someone(*self.place_of(at))

    def post(self, at: int) -> Post:
        """The post that somebody's row names."""
        return post_of(*self.place_of(at))

    def described(self, positions: Any) -> tuple[Someone, ...]:
        """Several people; -1 is nobody."""
        return tuple(self.someone(at) for at in positions if at >= 0)


def people_of(old: Roster, new: Roster) -> People:
    """The people of two rosters."""
    rows = _rows(old.members), _rows(new.members)

    def of_both(read: Callable[[Members], NDArray[Any]]) -> NDArray[Any]:
        return np.concatenate([read(old.members)[rows[0]], read(new.members)[rows[1]]])

    place_codes: dict[Any, int] = {}
    body, tps = of_both(_numbered("badan", {})), of_both(_tps)
    place = of_both(_numbered("kode_wilayah", place_codes))
    return People(
        (old, new),
        rows[0].size,
        np.concatenate(rows),
        of_both(lambda members: members.nik_numbers),
        body,
        place,
        tps,
        joint(body, place, tps),
        of_both(_states),
        tuple(map(str, place_codes)),
    )


def _rows(members: Members) -> Positions:
    known = members.named | members.known("nik")
    return np.flatnonzero(members.accepted & known)


def _numbered(column: str, known: dict[Any, int]) -> Callable[[Members], Keys]:
    """Reads the values of a column as numbers; `known` holds the values they stand for."""
    return lambda members: members[column].numbered(
        lambda value: known.setdefault(value, len(known))
    )


def _tps(members: Members) -> Keys:
    """The number of the TPS, -1 for a body of a desa or kecamatan."""
    at_tps = members.of_bodies(lambda body: body.unit == "tps", False)
    return np.where(at_tps, members.numbers("tps"), -1)


def _states(members: Members) -> NDArray[np.int8]:
    """Whether one serves, waits in reserve, has gone, or cannot be told."""
    if "status" not in members:
        return np.full(len(members), SERVING, np.int8)
    status = members["status"]
    known = {"aktif": SERVING, "cadangan": WAITING}
    of_values = np.array([known.get(value, GONE) for value in status.value_list], np.int8)
    state = status.spread(of_values, SERVING)
    state[status.refused] = UNKNOWN
    return state


# -- keys ------------------------------------------------------------------------------------------


def nth(keys: Keys) -> Keys:
    """Per key how often it stood before."""
    order = in_order(keys)
    ordered = keys[order]
    starts = np.searchsorted(ordered, ordered)  # where the first of the same key stands
    earlier = np.empty(keys.size, np.int64)
    earlier[order] = np.arange(keys.size) - starts
    return earlier


def on_each_side(keys: NDArray[Any], is_new: Mask) -> NDArray[np.int64]:
    """Per key how often it stands on the old side, and how often on the new one."""
    codes, distinct = numbered(keys)
    counted = np.bincount(codes * 2 + is_new, minlength=2 * distinct)
    return counted.reshape(-1, 2)[codes]


def once_each(keys: Keys, is_new: Mask) -> tuple[Positions, Positions]:
    """Where the keys are that stand exactly once on either side, in the order of the keys: their
    positions on the old side, and on the new one."""
    found = np.flatnonzero((on_each_side(keys, is_new) == 1).all(axis=1))
    paired = found[np.lexsort((is_new[found], keys[found]))].reshape(-1, 2)
    return paired[:, 0], paired[:, 1]
