"""What changed between two rosters: who came, left, moved; chairs, cells and places."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

import numpy as np

from adhoc_cli.models.codes import kecamatan_of
from adhoc_cli.models.finding import Region
from adhoc_cli.reports.differences.cells import WITH_A_MOVE, Cells, each, someone
from adhoc_cli.reports.differences.chairs import Chairs
from adhoc_cli.reports.differences.changes import (
    Differences,
    KecamatanChanges,
    Kind,
    Move,
    Pair,
    SideRows,
    Unclear,
)
from adhoc_cli.reports.differences.handovers import Handovers
from adhoc_cli.reports.differences.people import (
    GONE,
    UNKNOWN,
    WAITING,
    Both,
    ByKey,
    Keys,
    Positions,
    Side,
    both_sides,
    joint,
    match_people,
)
from adhoc_cli.reports.differences.posts import Flow, Posts, flow, nowhere
from adhoc_cli.reports.differences.regions import region_changes, region_columns, unreadable_files
from adhoc_cli.reports.listed import Listed
from adhoc_cli.reports.persons import Someone
from adhoc_cli.roster.roster import Roster


def compare_rosters(old: Roster, new: Roster) -> Differences:
    """What changed from `old` to `new`. Changes are counted at once and described when looked at.

    People are compared where both have readable `anggota` files, places where both have readable
    region files; `unreadable` of the result names the files that could not be read.
    """
    unreadable = unreadable_files(old, new)
    regions, columns = region_changes(old, new), region_columns(old, new)
    if not (old.has("anggota") and new.has("anggota")):
        nothing = SideRows(0, 0, 0, 0)
        return Differences(
            nothing, nothing, regions=regions, columns=columns, unreadable=unreadable
        )
    people = _People(Posts(match_people(both_sides(old, new))))
    lists = people.lists()
    return Differences(
        _rows_of(people.old),
        _rows_of(people.new),
        **{name: told.listed for name, told in lists.items()},
        fields=people.cells.counts,
        regions=regions,
        columns=people.cells.columns + columns,
        kecamatan=_by_kecamatan(people, {told.kind: told.places for told in lists.values()}),
        unreadable=unreadable,
    )


def _rows_of(side: Side) -> SideRows:
    accepted = sum(file.accepted for file in side.table.files)
    rejected = sum(file.rejected for file in side.table.files)
    return SideRows(accepted + rejected, len(side), accepted - len(side), rejected)


class _Told(NamedTuple):
    """The changes of one kind, and the place (its number) of each."""

    kind: Kind
    listed: Listed[Any]
    places: Keys


@dataclass(frozen=True)
class _People:
    """The changes to people, derived from who is who."""

    posts: Posts

    @property
    def old(self) -> Side:
        return self.posts.matching.sides.old

    @property
    def new(self) -> Side:
        return self.posts.matching.sides.new

    @cached_property
    def handovers(self) -> Handovers:
        return Handovers(self.posts)

    @cached_property
    def chairs(self) -> Chairs:
        return Chairs(self.posts)

    @cached_property
    def cells(self) -> Cells:
        return Cells(self.posts, self.chairs.explained)

    def lists(self) -> Mapping[str, _Told]:
        """All changes to people, by the field of `Differences`."""
        return {**self._flows(), **self._pairs(), **self._records(), "unclear": self._unclear()}

    # -- who came and went -------------------------------------------------------------------------

    def _flows(self) -> Mapping[str, _Told]:
        leaves, entries = self.posts.leaves, self.posts.entries
        left, entered, _ = self.handovers.pairs
        gone = leaves.take(_rest(leaves, left))
        come = entries.take(_rest(entries, entered))
        was = np.append(self.old.state, np.int8(-1))[come.old]  # the last answers for "not there"
        replaced = Listed(left.size, self.handovers.describe)
        return {
            "replaced": _Told(Kind.REPLACED, replaced, self.old.place[leaves.old[left]]),
            "joined": self._entries(Kind.JOINED, come.take(was < 0)),
            "promoted": self._entries(Kind.PROMOTED, come.take(was == WAITING)),
            "returned": self._entries(Kind.RETURNED, come.take((was == GONE) | (was == UNKNOWN))),
            "left": self._leaves(Kind.LEFT, gone),
            "reserves_left": self._leaves(Kind.RESERVE_LEFT, self.posts.reserves_lost),
        }

    def _entries(self, kind: Kind, come: Flow) -> _Told:
        listed = Listed(len(come), lambda at: self.handovers.entry(come, at))
        return _Told(kind, listed, self.new.place[come.new])

    def _leaves(self, kind: Kind, gone: Flow) -> _Told:
        listed = Listed(len(gone), lambda at: self.handovers.leave(gone, at))
        return _Told(kind, listed, self.old.place[gone.old])

    # -- who is there on both sides ----------------------------------------------------------------

    def _pairs(self) -> Mapping[str, _Told]:
        chairs, cells = self.chairs, self.cells
        changed = Listed(chairs.units.size, chairs.describe)
        return {
            "moved": self._of_pairs(Kind.MOVED, self.posts.movers, self._move),
            "chairs": _Told(Kind.CHAIR_CHANGED, changed, chairs.places()),
            "nik_corrected": self._of_pairs(Kind.NIK_CORRECTED, cells.nik, cells.nik_correction),
            "corrected": self._of_pairs(Kind.CORRECTED, cells.others, cells.correction),
        }

    def _of_pairs(self, kind: Kind, chosen: Any, describe: Callable[[int], object]) -> _Told:
        pairs = np.flatnonzero(chosen)
        listed = Listed(pairs.size, lambda at: describe(int(pairs[at])))
        return _Told(kind, listed, self.new.place[self.posts.pairs[1][pairs]])

    def _move(self, pair: int) -> Move:
        old, new = (int(at[pair]) for at in self.posts.pairs)
        record = self._left_behind.get((int(self.old.nik[old]), int(self.old.unit[old])))
        return Move(
            someone(self.old, old),
            someone(self.new, new),
            self.cells.along(old, new, WITH_A_MOVE),
            someone(self.new, record) if record is not None else None,
        )

    @cached_property
    def _left_behind(self) -> Mapping[tuple[int, int], int]:
        """The new rows that say of who moved that the old post was left, by NIK and unit."""
        movers = self.posts.of_pairs(self.posts.movers)[0]
        movers = movers[self.old.nik[movers] >= 0]
        records = self.posts.only_new(GONE)
        keys = Both(self.old.nik[movers], self.new.nik[records])
        places = Both(self.old.unit[movers], self.new.unit[records])
        both = joint(keys, places)
        records = records[np.isin(both.new, both.old)]
        return {(int(self.new.nik[at]), int(self.new.unit[at])): at for at in records.tolist()}

    # -- rows of those who do not serve ------------------------------------------------------------

    def _records(self) -> Mapping[str, _Told]:
        told = np.fromiter(self._left_behind.values(), np.intp, len(self._left_behind))
        added = self.posts.only_new(GONE, UNKNOWN)
        added = added[~np.isin(added, told)]
        dropped = self.posts.only_old(GONE, UNKNOWN)
        return {
            "reserves_joined": self._rows(Kind.RESERVE_JOINED, self.posts.reserves_new),
            "records_added": self._rows(Kind.RECORD_ADDED, flow(nowhere(added.size), added)),
            "records_dropped": self._rows(
                Kind.RECORD_DROPPED, flow(dropped, nowhere(dropped.size))
            ),
        }

    def _rows(self, kind: Kind, rows: Flow) -> _Told:
        old, new = self.old, self.new
        listed = Listed(
            len(rows),
            lambda at: Pair(_someone(old, int(rows.old[at])), _someone(new, int(rows.new[at]))),
        )
        there = rows.new >= 0
        places = np.empty(len(rows), np.int64)
        places[there] = new.place[rows.new[there]]
        places[~there] = old.place[rows.old[~there]]
        return _Told(kind, listed, places)

    # -- who cannot be told ------------------------------------------------------------------------

    def _unclear(self) -> _Told:
        group = self.posts.matching.group
        numbers = np.unique(group.old[group.old >= 0])
        by_group = (
            ByKey(group.old, np.flatnonzero(group.old >= 0)),
            ByKey(group.new, np.flatnonzero(group.new >= 0)),
        )

        def describe(at: int) -> Unclear:
            one, other = (held.of(int(numbers[at])).tolist() for held in by_group)
            return Unclear(tuple(each(one, self.old)), tuple(each(other, self.new)))

        first = (by_group[0].of(number)[0] for number in numbers.tolist())
        places = self.old.place[np.fromiter(first, np.intp, numbers.size)]
        return _Told(Kind.UNCLEAR, Listed(numbers.size, describe), places)


def _rest(of: Flow, taken: Positions) -> Any:
    """Those of a flow who are not `taken`, and who did not merely move."""
    free = ~of.moved
    free[taken] = False
    return free


def _someone(side: Side, at: int) -> Someone | None:
    return someone(side, at) if at >= 0 else None


def _by_kecamatan(people: _People, places: Mapping[Kind, Keys]) -> tuple[KecamatanChanges, ...]:
    """The kecamatan in which anything happened to people, by code."""
    above = [kecamatan_of(code) for code in people.posts.matching.sides.place_codes]
    codes = sorted(set(above))
    index = {code: at for at, code in enumerate(codes)}
    of_place = np.fromiter((index[code] for code in above), np.intp, len(above))
    counted = {
        kind: np.bincount(of_place[at], minlength=len(codes)).tolist()
        for kind, at in places.items()
    }
    rows = (
        KecamatanChanges(
            _region(people, code),
            {kind: counts[at] for kind, counts in counted.items() if counts[at]},
        )
        for at, code in enumerate(codes)
    )
    return tuple(row for row in rows if row.counts)


def _region(people: _People, code: str) -> Region:
    """The kecamatan as the new roster names it, else as the old one does."""
    new = people.new.roster.places.region(code)
    return new if new.name else people.old.roster.places.region(code)
