"""Who of OLD is who of NEW: found by NIK, else by place, body and name; one to one, and only where
nobody else can be meant."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from adhoc_cli.models.names import name_key
from adhoc_cli.reports.differences.people import (
    GONE,
    SERVING,
    Keys,
    People,
    Positions,
    nth,
    on_each_side,
    once_each,
)
from adhoc_cli.roster.members import Members
from adhoc_cli.roster.repeats import joint
from adhoc_cli.tables.column import Column
from adhoc_cli.tables.texts import Mask


@dataclass(frozen=True)
class Matching:
    """Who is who: the position of the same person on the other side, -1 for nobody.

    `group` numbers those of whom it cannot be told: they have no partner, and somebody of
    their unit on the other side has their name; -1 for all others.
    """

    people: People
    partner: Positions
    group: Keys

    @property
    def alone(self) -> Mask:
        """Who surely stands on one side only."""
        return np.asarray((self.partner < 0) & (self.group < 0))


def match_people(people: People) -> Matching:
    """Who of OLD is who of NEW."""
    return _Matcher(people).matched()


class _Matcher:
    """Pairs people in passes, the surest first; each sees whom the earlier ones left over."""

    def __init__(self, people: People) -> None:
        self.people = people
        self.is_new = people.is_new
        self.partner = np.full(len(people), -1, np.intp)
        self._named = np.full(len(people), -1, np.int64)  # one number for a name in a unit

    def matched(self) -> Matching:
        people = self.people
        # A NIK that stands once on either side, whatever else has changed.
        with_nik = np.flatnonzero(people.nik >= 0)
        self._join(*self._once(with_nik, people.nik[with_nik]))
        self._by_repeated_nik()
        rest = self._by_name()
        self._move_records()
        return Matching(people, self.partner, self._groups(rest))

    def _join(self, old: Positions, new: Positions) -> None:
        self.partner[old], self.partner[new] = new, old

    def _once(self, chosen: Positions, keys: Keys) -> tuple[Positions, Positions]:
        """Of the `chosen`, the old and the new ones whose key stands once on either side."""
        old, new = once_each(keys, self.is_new[chosen])
        return chosen[old], chosen[new]

    def _in_both(self, chosen: Positions, keys: Keys) -> Positions:
        """Those of the `chosen` whose key stands on both sides."""
        return chosen[on_each_side(keys, self.is_new[chosen]).all(axis=1)]

    def _free(self, chosen: Positions) -> Positions:
        return chosen[self.partner[chosen] < 0]

    def _by_repeated_nik(self) -> None:
        """A NIK that stands several times: pantarlih and then KPPS, or a row of one who left."""
        people = self.people
        self._join_equal_rows(self._with_nik_in_both())
        for columns in ((people.unit, people.state), (people.unit,), (people.body,), ()):
            kept = self._with_nik_in_both()
            keys = joint(people.nik[kept], *(column[kept] for column in columns))
            self._join(*self._once(kept, keys))

    def _with_nik_in_both(self) -> Positions:
        kept = np.flatnonzero((self.partner < 0) & (self.people.nik >= 0))
        return self._in_both(kept, self.people.nik[kept])

    def _join_equal_rows(self, chosen: Positions) -> None:
        """Rows that are equal from end to end; among equal ones it does not matter who is who."""
        if chosen.size:
            people = self.people
            texts = (people.of_column(n, chosen, texts_of) for n in people.shared_columns())
            keys = joint(*texts)
            again = nth(joint(keys, self.is_new[chosen]))
            self._join(*self._once(chosen, joint(keys, again)))

    def _by_name(self) -> Positions:
        """Where the NIK does not tell: name and birth date in one unit, then the name alone."""
        people = self.people
        rest = self._free(np.arange(len(people)))
        rest = self._in_both(rest, people.unit[rest])
        if not rest.size:
            return rest
        names = people.of_column("nama", rest, _names({}))
        rest, names = rest[names >= 0], names[names >= 0]  # no name is not a name in common
        self._named[rest] = joint(people.unit[rest], names)
        # The birth date says that a NIK that differs was corrected, and which of two namesakes.
        days = people.each(_birth_days)
        born = rest[days[rest] >= 0]
        self._join(*self._once(born, joint(self._named[born], days[born])))
        rest = self._join_by_name(rest)
        repeated = self._in_both(rest, self._named[rest])
        if repeated.size:
            self._join_equal_rows(repeated)
            rest = self._join_by_name(rest)
        return rest

    def _join_by_name(self, rest: Positions) -> Positions:
        """The name alone, unless two NIKs say that they are two; who is left over."""
        rest, nik = self._free(rest), self.people.nik
        old, new = self._once(rest, self._named[rest])
        agree = (nik[old] < 0) | (nik[new] < 0) | (nik[old] == nik[new])
        self._join(old[agree], new[agree])
        return self._free(rest)

    def _move_records(self) -> None:
        """Somebody whose old row now says "left" and who serves elsewhere under the same NIK has
        moved: the partner is the serving row, the old one stays as a record."""
        people, partner = self.people, self.partner
        has_left = (partner >= 0) & (people.state[partner] == GONE)
        wanted = np.where(self.is_new, partner < 0, has_left)
        chosen = np.flatnonzero((people.state == SERVING) & (people.nik >= 0) & wanted)
        old, new = self._once(chosen, people.nik[chosen])
        partner[partner[old]] = -1
        self._join(old, new)

    def _groups(self, rest: Positions) -> Keys:
        """Those who are left over on both sides with one name in one unit."""
        group = np.full(len(self.people), -1, np.int64)
        rest = self._free(rest)
        if rest.size:
            rest = self._in_both(rest, self._named[rest])
            group[rest] = joint(self._named[rest])
        return group


def _names(known: dict[str, int]) -> Callable[[Column, Positions], Keys]:
    """Reads names as numbers, one for a name however it is written, -1 for none; each distinct text
    once. `known` holds what they stand for."""

    def read(column: Column, rows: Positions) -> Keys:
        used, back = np.unique(
            np.where(column.known[rows], column.text_codes[rows], -1), return_inverse=True
        )
        keys = np.full(used.size, -1, np.int64)
        spelt = column.texts.take(used[used >= 0])
        keys[used >= 0] = [known.setdefault(name_key(text), len(known)) for text in spelt]
        return keys[back]

    return read


def texts_of(column: Column, rows: Positions) -> NDArray[np.object_]:
    """What the cells of these rows say, "" for empty ones."""
    codes = column.text_codes[rows]
    taken = np.full(codes.size, "", object)
    there = codes >= 0
    taken[there] = column.texts.take(codes[there])
    return taken


def _birth_days(members: Members) -> Keys:
    """Days since a day that all were born after; -1 for no birth date."""
    days = members.dates("tanggal_lahir")
    since = (days - np.datetime64("1000-01-01")).astype(np.int64)
    return np.where(np.isnat(days), -1, since)
