"""What changed between two rosters, each a folder or one file of members: who came, left, moved;
chairs, cells and places.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from adhoc_cli.models.codes import kecamatan_of
from adhoc_cli.models.finding import Region
from adhoc_cli.models.report import Listed
from adhoc_cli.reports.differences.cells import WITH_A_MOVE, Cells
from adhoc_cli.reports.differences.changes import (
    Change,
    Differences,
    KecamatanChanges,
    Kind,
    SideRows,
)
from adhoc_cli.reports.differences.matching import match_people
from adhoc_cli.reports.differences.people import (
    ABSENT,
    GONE,
    SERVING,
    UNKNOWN,
    WAITING,
    Keys,
    People,
    Positions,
    on_each_side,
    people_of,
)
from adhoc_cli.reports.differences.posts import Chairs, Posts, Turnover
from adhoc_cli.reports.differences.regions import region_changes, region_columns, unreadable_files
from adhoc_cli.roster.members import Members
from adhoc_cli.roster.repeats import ByKey, joint
from adhoc_cli.roster.roster import Roster

# The states that people were in, and those that they are in.
_Course = tuple[tuple[int, ...], tuple[int, ...]]
_CAME_OR_WENT: Mapping[Kind, _Course] = {
    Kind.JOINED: ((ABSENT,), (SERVING,)),
    Kind.PROMOTED: ((WAITING,), (SERVING,)),
    Kind.RETURNED: ((GONE, UNKNOWN), (SERVING,)),
    Kind.LEFT: ((SERVING,), (ABSENT, GONE, UNKNOWN, WAITING)),
    Kind.RESERVE_LEFT: ((WAITING,), (ABSENT, GONE, UNKNOWN)),
}
_ROWS: Mapping[Kind, _Course] = {  # of those who do not serve
    Kind.RESERVE_JOINED: ((ABSENT, GONE, UNKNOWN), (WAITING,)),
    Kind.RECORD_ADDED: ((ABSENT,), (GONE, UNKNOWN)),
    Kind.RECORD_DROPPED: ((GONE, UNKNOWN), (ABSENT,)),
}
_LEAVING = {Kind.LEFT, Kind.RESERVE_LEFT}  # told where they were


def compare_rosters(old: Roster, new: Roster) -> Differences:
    """What changed from `old` to `new`. Changes are counted at once and described when looked at.

    People are compared where both have readable `anggota` files, places where both have readable
    region files; `unreadable` of the result names the files that could not be read.
    """
    unreadable = unreadable_files(old, new)
    regions, columns = region_changes(old, new), region_columns(old, new)
    if not (old.has("anggota") and new.has("anggota")):
        rows = SideRows(0, 0, 0, 0)
        return Differences(rows, rows, regions=regions, columns=columns, unreadable=unreadable)
    people = people_of(old, new)
    changes = _Changes(Posts(match_people(people)))
    told = dict(changes.told())
    return Differences(
        _rows_of(old.members, people.old_size),
        _rows_of(new.members, len(people) - people.old_size),
        {kind: told[kind].listed for kind in Kind},
        changes.cells.counts,
        regions,
        changes.cells.columns + columns,
        _by_kecamatan(people, {kind: one.places for kind, one in told.items()}),
        unreadable,
    )


def _rows_of(members: Members, compared: int) -> SideRows:
    accepted = sum(file.accepted for file in members.files)
    rejected = sum(file.rejected for file in members.files)
    return SideRows(accepted + rejected, compared, accepted - compared, rejected)


class _Told(NamedTuple):
    """The changes of one kind, and the place (its number) of each."""

    listed: Listed[Change]
    places: Keys


@dataclass(frozen=True)
class _Changes:
    """The changes to people, derived from who is who."""

    posts: Posts

    @cached_property
    def chairs(self) -> Chairs:
        return Chairs(self.posts)

    @cached_property
    def cells(self) -> Cells:
        return Cells(self.posts, self.chairs.explained)

    @cached_property
    def turnover(self) -> Turnover:
        return Turnover(self.posts)

    def told(self) -> Iterator[tuple[Kind, _Told]]:
        """All changes to people."""
        (old, new), (left, entered, _) = self.posts.sides, self.posts.handovers
        yield Kind.REPLACED, self._listed(old[left], self._replacement)
        handed_over = np.concatenate([left, entered])
        for kind, course in _CAME_OR_WENT.items():
            yield kind, self._of_course(kind, course, self._came_or_went, but=handed_over)
        chairs, cells = self.chairs, self.cells
        changed = Listed(chairs.units.size, chairs.describe)
        yield Kind.MOVED, self._of_cases(np.flatnonzero(self.posts.movers), new, self._move)
        yield Kind.CHAIR_CHANGED, _Told(changed, chairs.places)
        corrected = np.flatnonzero(cells.nik), np.flatnonzero(cells.others)
        yield Kind.NIK_CORRECTED, self._of_cases(corrected[0], new, cells.nik_correction)
        yield Kind.CORRECTED, self._of_cases(corrected[1], new, cells.correction)
        behind = list(self._left_behind.values())
        for kind, course in _ROWS.items():
            yield kind, self._of_course(kind, course, self._row, but=behind)
        yield Kind.UNCLEAR, self._unclear()

    def _of_course(
        self, kind: Kind, course: _Course, describe: Callable[[Kind, int], Change], but: ArrayLike
    ) -> _Told:
        """Those who came or went so, but for some cases."""
        found, (old, new) = self.posts.those(*course), self.posts.sides
        cases = found[~np.isin(found, but)]
        at = old if kind in _LEAVING else np.where(new >= 0, new, old)
        return self._of_cases(cases, at, lambda case: describe(kind, case))

    def _of_cases(
        self, cases: Positions, at: Positions, describe: Callable[[int], Change]
    ) -> _Told:
        """One change a case, `at` the place of that row of the person."""
        return self._listed(at[cases], lambda one: describe(int(cases[one])))

    def _listed(self, where: Positions, describe: Callable[[int], Change]) -> _Told:
        """As many changes as there are people in `where`, each at the place of one of them."""
        return _Told(Listed(where.size, describe), self.posts.people.place[where])

    # -- who came, went or moved -------------------------------------------------------------------

    def _replacement(self, at: int) -> Change:
        left, entered, sure = self.posts.handovers
        return self.turnover.replacement(int(left[at]), int(entered[at]), sure=bool(sure[at]))

    def _came_or_went(self, kind: Kind, case: int) -> Change:
        turnover = self.turnover
        return (turnover.leave if kind in _LEAVING else turnover.entry)(kind, case)

    def _row(self, kind: Kind, case: int) -> Change:
        """A row on one side only, or the two rows of one person."""
        before, after = (self.posts.people.described([at]) for at in self.posts.at(case))
        same = bool(before and after)
        return Change(kind, (*after, *before)[0].post, before, after, same_person=same)

    def _move(self, case: int) -> Change:
        people, (old, new) = self.posts.people, self.posts.at(case)
        before, after = people.someone(old), people.someone(new)
        behind = self._left_behind.get((int(people.nik[old]), int(people.unit[old])))
        return Change(
            Kind.MOVED,
            after.post,
            (before,),
            (after,),
            same_person=True,
            came_from=before.post,
            fields=self.cells.along(old, new, WITH_A_MOVE),
            record=None if behind is None else people.someone(self.posts.at(behind)[1]),
        )

    @cached_property
    def _left_behind(self) -> Mapping[tuple[int, int], int]:
        """The cases of new rows that say of who moved that the old post was left, by NIK and
        unit."""
        (old, new), people = self.posts.sides, self.posts.people
        movers, gone = old[self.posts.movers], self.posts.those([ABSENT], [GONE])
        both = np.concatenate([movers[people.nik[movers] >= 0], new[gone]])
        key = joint(people.nik[both], people.unit[both])
        of_gone = on_each_side(key, people.is_new[both])[both.size - gone.size :]
        told = gone[of_gone.all(axis=1)]
        at = new[told]
        keys = zip(people.nik[at].tolist(), people.unit[at].tolist(), strict=True)
        return dict(zip(keys, told.tolist(), strict=True))

    # -- who cannot be told ------------------------------------------------------------------------

    def _unclear(self) -> _Told:
        people, group = self.posts.people, self.posts.matching.group
        grouped = np.flatnonzero(group >= 0)
        groups = ByKey(group, grouped)
        firsts = grouped[np.unique(group[grouped], return_index=True)[1]]

        def describe(at: int) -> Change:
            both = groups.of(int(group[firsts[at]]))
            old, new = both[both < people.old_size], both[both >= people.old_size]
            before, after = people.described(old), people.described(new)
            return Change(Kind.UNCLEAR, before[0].post, before, after)

        return self._listed(firsts, describe)


def _by_kecamatan(people: People, places: Mapping[Kind, Keys]) -> tuple[KecamatanChanges, ...]:
    """The kecamatan in which anything happened to people, by code."""
    above = [kecamatan_of(code) for code in people.place_codes]
    codes, of_place = np.unique(np.array(above, str), return_inverse=True)
    counted = {kind: np.bincount(of_place[at], minlength=codes.size) for kind, at in places.items()}
    rows = (
        KecamatanChanges(
            _region(people, code),
            {kind: int(counts[at]) for kind, counts in counted.items() if counts[at]},
        )
        for at, code in enumerate(codes.tolist())
    )
    return tuple(row for row in rows if row.counts)


def _region(people: People, code: str) -> Region:
    """The kecamatan as the new roster names it, else as the old one does."""
    old, new = (roster.places.region(code) for roster in people.rosters)
    return new if new.name else old
