"""What changed between two rosters, each a folder or one file of members: who came, left, moved;
chairs, cells and places.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

import numpy as np

from adhoc_cli.files.folder import NOTHING, Instead
from adhoc_cli.models.codes import kecamatan_of
from adhoc_cli.models.finding import Region
from adhoc_cli.models.report import Listed
from adhoc_cli.models.rows import Anggota
from adhoc_cli.profiles.load import load_office
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
    GONE,
    UNKNOWN,
    WAITING,
    Keys,
    People,
    Positions,
    on_each_side,
    people_of,
)
from adhoc_cli.reports.differences.posts import Chairs, Flow, Posts, Turnover
from adhoc_cli.reports.differences.regions import region_changes, region_columns, unreadable_files
from adhoc_cli.roster.members import Members
from adhoc_cli.roster.repeats import ByKey, joint
from adhoc_cli.roster.roster import Roster, load_roster
from adhoc_cli.tables.faults import FaultLog
from adhoc_cli.tables.folder import Folder
from adhoc_cli.tables.read import read_table
from adhoc_cli.tables.source import DEFAULT_LIMIT
from adhoc_cli.tables.texts import Mask


def load_either(
    path: Path,
    as_of: date,
    profile: str | None = None,
    limit: int = DEFAULT_LIMIT,
    instead: Instead = NOTHING,
) -> Roster:
    """The roster in the folder `path` (`instead` of what lies there, some files as they were), or
    one of the members in the file `path` alone.

    A file is read with the settings of the folder it stands in (its bodies and their synonyms); no
    place is known by name then. Raises `ConfigError` for faulty settings and `OSError` where there
    is neither a folder nor a file; what is wrong with the contents stands in the roster.
    """
    if path.is_dir() or not path.exists():
        return load_roster(path, as_of, profile, limit, instead)
    office = load_office(path.parent, profile, as_of)
    vocabulary = office.profile.vocabulary()
    members = read_table(Anggota, [(path, path.name)], vocabulary, limit)
    folder = Folder(path, {"anggota": members}, FaultLog(), required=("anggota",))
    return Roster(folder, office, as_of)


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

    @property
    def _place(self) -> Keys:
        return self.posts.people.place

    def told(self) -> Iterator[tuple[Kind, _Told]]:
        """All changes to people."""
        yield from self._flows()
        chairs, cells = self.chairs, self.cells
        changed = Listed(chairs.units.size, chairs.describe)
        yield Kind.MOVED, self._of_pairs(self.posts.movers, self._move)
        yield Kind.CHAIR_CHANGED, _Told(changed, chairs.places)
        yield Kind.NIK_CORRECTED, self._of_pairs(cells.nik, cells.nik_correction)
        yield Kind.CORRECTED, self._of_pairs(cells.others, cells.correction)
        yield from self._records()
        yield Kind.UNCLEAR, self._unclear()

    # -- who came and went -------------------------------------------------------------------------

    def _flows(self) -> Iterator[tuple[Kind, _Told]]:
        posts, turnover = self.posts, self.turnover
        leaves, entries = posts.leaves, posts.entries
        left, entered, _ = posts.handovers
        yield Kind.REPLACED, self._listed(leaves.old[left], self._replacement)
        come, gone = _without(entries, entered), _without(leaves, left)
        was = np.where(come.old < 0, -1, posts.people.state[come.old])
        joined, promoted = come.take(was < 0), come.take(was == WAITING)
        returned = come.take(np.isin(was, [GONE, UNKNOWN]))
        yield Kind.JOINED, self._of_flow(Kind.JOINED, joined, turnover.entry)
        yield Kind.PROMOTED, self._of_flow(Kind.PROMOTED, promoted, turnover.entry)
        yield Kind.RETURNED, self._of_flow(Kind.RETURNED, returned, turnover.entry)
        yield Kind.LEFT, self._of_flow(Kind.LEFT, gone, turnover.leave)
        lost = posts.reserves_lost
        yield Kind.RESERVE_LEFT, self._of_flow(Kind.RESERVE_LEFT, lost, turnover.leave)

    def _replacement(self, at: int) -> Change:
        left, entered, sure = self.posts.handovers
        leave = self.posts.leaves.at(int(left[at]))
        entry = self.posts.entries.at(int(entered[at]))
        return self.turnover.replacement(leave, entry, sure=bool(sure[at]))

    def _of_flow(
        self, kind: Kind, flow: Flow, describe: Callable[[Kind, int, int, bool], Change]
    ) -> _Told:
        where = flow.old if kind in _LEAVING else np.where(flow.new >= 0, flow.new, flow.old)
        return self._listed(where, lambda at: describe(kind, *flow.at(at)))

    def _listed(self, where: Positions, describe: Callable[[int], Change]) -> _Told:
        """As many changes as there are people in `where`, each at the place of one of them."""
        return _Told(Listed(where.size, describe), self._place[where])

    # -- who is there on both sides ----------------------------------------------------------------

    def _of_pairs(self, chosen: Mask, describe: Callable[[int], Change]) -> _Told:
        pairs = np.flatnonzero(chosen)
        return self._listed(self.posts.pairs[1][pairs], lambda at: describe(int(pairs[at])))

    def _move(self, pair: int) -> Change:
        old, new = (int(at[pair]) for at in self.posts.pairs)
        people = self.posts.people
        before, after = people.someone(old), people.someone(new)
        record = self._left_behind.get((int(people.nik[old]), int(people.unit[old])))
        return Change(
            Kind.MOVED,
            after.post,
            (before,),
            (after,),
            same_person=True,
            came_from=before.post,
            fields=self.cells.along(old, new, WITH_A_MOVE),
            record=None if record is None else people.someone(record),
        )

    @cached_property
    def _left_behind(self) -> Mapping[tuple[int, int], int]:
        """The new rows that say of who moved that the old post was left, by NIK and unit."""
        people = self.posts.people
        movers = self.posts.pairs[0][self.posts.movers]
        both = np.concatenate([movers[people.nik[movers] >= 0], self.posts.only(GONE, new=True)])
        key = joint(people.nik[both], people.unit[both])
        told = both[on_each_side(key, people.is_new[both]).all(axis=1)]
        records = told[told >= people.old_size].tolist()
        return {(int(people.nik[at]), int(people.unit[at])): at for at in records}

    # -- rows of those who do not serve ------------------------------------------------------------

    def _records(self) -> Iterator[tuple[Kind, _Told]]:
        posts = self.posts
        yield Kind.RESERVE_JOINED, self._rows(Kind.RESERVE_JOINED, posts.reserves_new)
        told = list(self._left_behind.values())
        added = np.setdiff1d(posts.only(GONE, UNKNOWN, new=True), told, assume_unique=True)
        yield Kind.RECORD_ADDED, self._rows(Kind.RECORD_ADDED, posts.flow(added))
        dropped = posts.flow(posts.only(GONE, UNKNOWN, new=False))
        yield Kind.RECORD_DROPPED, self._rows(Kind.RECORD_DROPPED, dropped)

    def _rows(self, kind: Kind, flow: Flow) -> _Told:
        return self._of_flow(kind, flow, self._row)

    def _row(self, kind: Kind, old: int, new: int, _moved: bool) -> Change:
        """A row on one side only, or the two rows of one person."""
        people = self.posts.people
        before, after = (people.described([at] if at >= 0 else []) for at in (old, new))
        same = bool(before and after)
        return Change(kind, (*after, *before)[0].post, before, after, same_person=same)

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


def _without(flow: Flow, taken: Positions) -> Flow:
    """Those of a flow who are not `taken`, and who did not merely move."""
    free = ~flow.moved
    free[taken] = False
    return flow.take(free)


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
