"""People of two rosters: the same person in both is found by NIK, else by place, body and name.

Everything here is whole-array work on numbers that mean the same on both sides: a national roster
has 3.6 million rows on each.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from adhoc_cli.models.names import name_key
from adhoc_cli.roster.roster import Roster
from adhoc_cli.tables.column import Column
from adhoc_cli.tables.table import Table
from adhoc_cli.tables.texts import Mask, Texts

Keys = NDArray[np.int64]
Positions = NDArray[np.intp]

# What somebody is in a roster, by status.
SERVING, WAITING, GONE, UNKNOWN = range(4)
NIK_LENGTH = 16


class Both(NamedTuple):
    """One array a side: equal numbers mean the same on both, -1 is nothing."""

    old: Keys
    new: Keys


@dataclass(frozen=True)
class Side:
    """The people of one roster as columns of equal length.

    `rows` are their rows in `anggota`: the accepted ones that give a name or a NIK. `unit` stands
    for body, place and TPS together; `tps` is -1 for a body that is not one of a TPS.
    """

    roster: Roster
    rows: Positions
    nik: Keys
    body: Keys
    place: Keys
    tps: Keys
    unit: Keys
    state: NDArray[np.int8]

    def __len__(self) -> int:
        return int(self.rows.size)

    @property
    def table(self) -> Table:
        """The table the rows stand in."""
        return self.roster.members


@dataclass(frozen=True)
class Sides:
    """Both rosters, and the codes of the places that `place` numbers."""

    old: Side
    new: Side
    place_codes: tuple[str, ...]


def both_sides(old: Roster, new: Roster) -> Sides:
    """The people of two rosters, numbered alike."""
    rows = _people(old), _people(new)
    body, _ = _shared(old.members["badan"], new.members["badan"], rows)
    place, codes = _shared(old.members["kode_wilayah"], new.members["kode_wilayah"], rows)
    tps = Both(_tps(old, rows[0]), _tps(new, rows[1]))
    unit = joint(body, place, tps)
    one, other = (
        Side(
            roster, rows[at], nik_numbers(roster)[rows[at]], body[at], place[at], tps[at], unit[at],
            states(roster)[rows[at]],
        )
        for at, roster in enumerate((old, new))
    )  # fmt: skip
    return Sides(one, other, tuple(str(code) for code in codes))


def _people(roster: Roster) -> Positions:
    members = roster.members
    known = members.named | members["nik"].known if "nik" in members else members.named
    return np.flatnonzero(members.accepted & known)


def _shared(old: Column, new: Column, rows: tuple[Positions, Positions]) -> tuple[Both, list[Any]]:
    """The values of two columns as numbers, and the values they stand for."""
    known: dict[Any, int] = {}

    def numbered(column: Column, chosen: Positions) -> Keys:
        values = column.value_list
        keys = np.fromiter((known.setdefault(v, len(known)) for v in values), np.int64, len(values))
        return column.spread(keys, -1)[chosen]

    both = Both(numbered(old, rows[0]), numbered(new, rows[1]))
    return both, list(known)


def _tps(roster: Roster, rows: Positions) -> Keys:
    """The number of the TPS, -1 for a body of a desa or kecamatan."""
    members = roster.members
    if "tps" not in members:
        return np.full(rows.size, -1, np.int64)
    at_tps = members.of_bodies(lambda body: body.unit == "tps", False)
    return np.where(at_tps, members["tps"].numbers(), -1)[rows]


def nik_numbers(roster: Roster) -> Keys:
    """Per row of `anggota` its NIK as a number, -1 where there is none that can be read."""
    members = roster.members
    if "nik" not in members:
        return np.full(len(members), -1, np.int64)
    column = members["nik"]
    values = column.values if isinstance(column.values, Texts) else Texts(column.values)
    digits = values.bytes_matrix(NIK_LENGTH)  # None only where there is no NIK at all
    return column.spread(np.empty(0, np.int64) if digits is None else _whole_number(digits), -1)


def _whole_number(digits: NDArray[np.uint8]) -> Keys:
    number = np.zeros(len(digits), np.int64)
    for place in range(digits.shape[1]):
        number *= 10
        number += digits[:, place] - np.uint8(ord("0"))
    return number


def states(roster: Roster) -> NDArray[np.int8]:
    """Per row of `anggota` whether one serves, waits in reserve, has gone, or cannot be told."""
    members = roster.members
    if "status" not in members:
        return np.full(len(members), SERVING, np.int8)
    status = members["status"]
    known = {"aktif": SERVING, "cadangan": WAITING}
    of_values = np.array([known.get(value, GONE) for value in status.value_list], np.int8)
    state = status.spread(of_values, SERVING)
    state[status.refused] = UNKNOWN
    return state


# -- keys ------------------------------------------------------------------------------------------


def joint(*columns: Both) -> Both:
    """One number for every combination of the columns' numbers."""
    first, *rest = columns
    cut = first.old.size
    key = _dense(np.concatenate(first))
    for column in rest:
        codes = _dense(np.concatenate(column))
        key = _dense(key * (int(codes.max(initial=0)) + 1) + codes)
    return Both(key[:cut], key[cut:])


def _dense(keys: Keys) -> Keys:
    """The keys numbered from 0 on."""
    return pd.factorize(keys)[0].astype(np.int64)


def _repeated(keys: Keys) -> Mask:
    return np.asarray(pd.Series(keys).duplicated(keep=False).to_numpy(), dtype=bool)


def once_each(keys: Both) -> tuple[Positions, Positions]:
    """The positions of the keys that stand exactly once on either side."""
    left, right = np.flatnonzero(~_repeated(keys.old)), np.flatnonzero(~_repeated(keys.new))
    found = pd.Index(keys.new[right]).get_indexer(pd.Index(keys.old[left]))
    hit = found >= 0
    return left[hit], right[found[hit]]


def nth(keys: Keys) -> Keys:
    """Per key how often it stood before."""
    return pd.Series(keys).groupby(keys).cumcount().to_numpy().astype(np.int64)


# -- who is who ------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Matching:
    """Who is who: the position on the other side, -1 for nobody.

    `group` numbers those of whom it cannot be told: they have no partner, and somebody of
    their unit on the other side has their name; -1 for all others.
    """

    sides: Sides
    partner: Both
    group: Both

    def pairs(self) -> tuple[Positions, Positions]:
        """The positions of those who stand on both sides."""
        old = np.flatnonzero(self.partner.old >= 0)
        return old, self.partner.old[old].astype(np.intp)

    def alone(self) -> tuple[Positions, Positions]:
        """The positions of those who surely stand on one side only."""
        free = (self.partner[at] < 0 for at in (0, 1))
        one, other = (np.flatnonzero(f & (g < 0)) for f, g in zip(free, self.group, strict=True))
        return one, other


def match_people(sides: Sides) -> Matching:
    """Who of OLD is who of NEW: one to one, and only where nobody else can be meant."""
    return _Matcher(sides).matched()


class _Matcher:
    """Pairs people in passes, the surest first; each sees whom the earlier ones left over."""

    def __init__(self, sides: Sides) -> None:
        self.sides = sides
        self.old, self.new = sides.old, sides.new
        self.partner = Both(
            np.full(len(self.old), -1, np.int64), np.full(len(self.new), -1, np.int64)
        )

    def matched(self) -> Matching:
        self._by_nik()
        self._by_repeated_nik()
        rest = self._by_name()
        self._move_records()
        return Matching(self.sides, self.partner, self._groups(rest))

    def _join(self, old: Positions, new: Positions) -> None:
        self.partner.old[old] = new
        self.partner.new[new] = old

    def _free(self) -> tuple[Positions, Positions]:
        one, other = (np.flatnonzero(partner < 0) for partner in self.partner)
        return one, other

    def _by_nik(self) -> None:
        """A NIK that stands once on either side, whatever else has changed."""
        known = np.flatnonzero(self.old.nik >= 0), np.flatnonzero(self.new.nik >= 0)
        old, new = once_each(Both(self.old.nik[known[0]], self.new.nik[known[1]]))
        self._join(known[0][old], known[1][new])

    def _by_repeated_nik(self) -> None:
        """A NIK that stands several times: pantarlih and then KPPS, or a row of one who left."""
        for columns in ((), ("unit", "state"), ("unit",), ("body",), ("nik",)):
            free = self._free()
            kept = _in_both(free, Both(self.old.nik[free[0]], self.new.nik[free[1]]))
            if not kept[0].size:
                return
            keys = [self._column("nik", kept)]
            if columns:
                self._once(kept, joint(*keys, *(self._column(name, kept) for name in columns)))
            else:
                self._same_rows(kept)

    def _column(self, name: str, chosen: tuple[Positions, Positions]) -> Both:
        one, other = (
            getattr(side, name)[at].astype(np.int64)
            for side, at in zip((self.old, self.new), chosen, strict=True)
        )
        return Both(one, other)

    def _once(self, chosen: tuple[Positions, Positions], keys: Both) -> None:
        old, new = once_each(keys)
        self._join(chosen[0][old], chosen[1][new])

    def _same_rows(self, chosen: tuple[Positions, Positions]) -> None:
        """Rows that are equal from end to end; among equal ones it does not matter who is who."""
        keys = _texts_alike(self.old, self.new, chosen)
        self._once(chosen, joint(keys, Both(nth(keys.old), nth(keys.new))))

    def _by_name(self) -> tuple[Positions, Positions]:
        """Where the NIK does not tell: name and birth date in one unit, then the name alone."""
        free = self._free()
        rest = _in_both(free, Both(self.old.unit[free[0]], self.new.unit[free[1]]))
        if not rest[0].size:
            return rest
        rest, names = _named(rest, _name_keys(self.old, self.new, rest))
        keys = joint(self._column("unit", rest), names)
        rest, keys = self._with_birth(rest, keys)
        rest, keys = self._without_contradiction(rest, keys)
        repeated = _in_both(rest, keys)
        if repeated[0].size:
            self._same_rows(repeated)
            rest, keys = self._left_over(rest, keys)
            rest, keys = self._without_contradiction(rest, keys)
        return rest

    def _left_over(
        self, rest: tuple[Positions, Positions], keys: Both
    ) -> tuple[tuple[Positions, Positions], Both]:
        one, other = (p[at] < 0 for p, at in zip(self.partner, rest, strict=True))
        return (rest[0][one], rest[1][other]), Both(keys.old[one], keys.new[other])

    def _with_birth(
        self, rest: tuple[Positions, Positions], keys: Both
    ) -> tuple[tuple[Positions, Positions], Both]:
        """The birth date says that a NIK that differs was corrected, and which of two namesakes."""
        days = _birth_days(self.old)[rest[0]], _birth_days(self.new)[rest[1]]
        known = np.flatnonzero(days[0] >= 0), np.flatnonzero(days[1] >= 0)
        chosen = rest[0][known[0]], rest[1][known[1]]
        named = Both(keys.old[known[0]], keys.new[known[1]])
        self._once(chosen, joint(named, Both(days[0][known[0]], days[1][known[1]])))
        return self._left_over(rest, keys)

    def _without_contradiction(
        self, rest: tuple[Positions, Positions], keys: Both
    ) -> tuple[tuple[Positions, Positions], Both]:
        """The name alone, unless two NIKs say that they are two."""
        old, new = once_each(keys)
        old, new = rest[0][old], rest[1][new]
        niks = self.old.nik[old], self.new.nik[new]
        agree = (niks[0] < 0) | (niks[1] < 0) | (niks[0] == niks[1])
        self._join(old[agree], new[agree])
        return self._left_over(rest, keys)

    def _move_records(self) -> None:
        """Somebody whose old row now says "left" and who serves elsewhere under the same NIK has
        moved: the partner is the serving row, the old one stays as a record."""
        served, serves = (
            (side.state == SERVING) & (side.nik >= 0) for side in (self.old, self.new)
        )
        old = np.flatnonzero((self.partner.old >= 0) & served)
        old = old[self.new.state[self.partner.old[old]] == GONE]
        new = np.flatnonzero((self.partner.new < 0) & serves)
        if not old.size or not new.size:
            return
        one, other = once_each(Both(self.old.nik[old], self.new.nik[new]))
        left = self.partner.old[old[one]]
        self.partner.new[left] = -1
        self._join(old[one], new[other])

    def _groups(self, rest: tuple[Positions, Positions]) -> Both:
        """Those who are left over on both sides with one name in one unit."""
        group = Both(np.full(len(self.old), -1, np.int64), np.full(len(self.new), -1, np.int64))
        free = tuple(at[p[at] < 0] for p, at in zip(self.partner, rest, strict=True))
        if not free[0].size or not free[1].size:
            return group
        names = _name_keys(self.old, self.new, (free[0], free[1]))
        keys = joint(self._column("unit", (free[0], free[1])), names)
        kept = np.isin(keys.old, keys.new), np.isin(keys.new, keys.old)
        group.old[free[0][kept[0]]] = keys.old[kept[0]]
        group.new[free[1][kept[1]]] = keys.new[kept[1]]
        return group


def _in_both(chosen: tuple[Positions, Positions], keys: Both) -> tuple[Positions, Positions]:
    """Those of `chosen` whose key stands on both sides."""
    one = np.isin(keys.old, keys.new) & (keys.old >= 0)
    other = np.isin(keys.new, keys.old) & (keys.new >= 0)
    return chosen[0][one], chosen[1][other]


def _named(
    chosen: tuple[Positions, Positions], names: Both
) -> tuple[tuple[Positions, Positions], Both]:
    """Those who have a name: no name is not a name in common."""
    one, other = (keys >= 0 for keys in names)
    return (chosen[0][one], chosen[1][other]), Both(names.old[one], names.new[other])


def _texts_alike(old: Side, new: Side, chosen: tuple[Positions, Positions]) -> Both:
    """One number for rows that say the same in every column that both rosters have."""
    shared = [name for name in old.table.columns if name in new.table]
    return joint(*(_same_texts(old, new, name, chosen) for name in shared))


def _same_texts(old: Side, new: Side, name: str, chosen: tuple[Positions, Positions]) -> Both:
    one = texts_of(old.table[name], old.rows[chosen[0]])
    other = texts_of(new.table[name], new.rows[chosen[1]])
    keys = pd.factorize(np.concatenate([one, other]))[0].astype(np.int64)
    return Both(keys[: one.size], keys[one.size :])


def texts_of(column: Column, rows: Positions) -> NDArray[np.object_]:
    """What the cells of these rows say, "" for empty ones."""
    return _taken(column.texts, column.text_codes[rows], "")


def _taken(texts: Texts, codes: NDArray[np.int32], missing: str) -> NDArray[np.object_]:
    taken = np.full(codes.size, missing, object)
    there = np.flatnonzero(codes >= 0)
    taken[there] = texts.take(codes[there])
    return taken


def _name_keys(old: Side, new: Side, chosen: tuple[Positions, Positions]) -> Both:
    """One number a name, however it is written; -1 for no name. A distinct text is read once."""
    known: dict[str, int] = {}

    def numbered(side: Side, at: Positions) -> Keys:
        column = side.table["nama"]
        codes = np.where(column.known, column.text_codes, -1)[side.rows[at]]
        used, back = np.unique(codes, return_inverse=True)
        named = used >= 0
        keys = np.full(used.size, -1, np.int64)
        spelt = column.texts.take(used[named])
        keys[named] = [known.setdefault(name_key(text), len(known)) for text in spelt]
        return keys[back]

    return Both(numbered(old, chosen[0]), numbered(new, chosen[1]))


def _birth_days(side: Side) -> Keys:
    """Days since a day that all were born after; -1 for no birth date."""
    if "tanggal_lahir" not in side.table:
        return np.full(len(side), -1, np.int64)
    days = side.table["tanggal_lahir"].dates()[side.rows]
    since = (days - np.datetime64("1000-01-01")).astype(np.int64)
    return np.where(np.isnat(days), -1, since)


class ByKey:
    """Positions grouped by a key, so that those of one are found at once."""

    def __init__(self, keys: Keys, positions: Positions | Sequence[int]) -> None:
        chosen = np.asarray(positions, np.intp)
        self._order = chosen[np.argsort(keys[chosen], kind="stable")]
        self._keys = keys[self._order]

    def of(self, key: int) -> Positions:
        """The positions that bear `key`, ascending."""
        start, end = np.searchsorted(self._keys, [key, key + 1])
        return self._order[start:end]
