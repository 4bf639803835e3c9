"""Who holds a post on both sides, who left or entered one, and who took whose seat; these are
described one by one, with whether the rank was kept. Of every unit also the ketua, before and now.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from adhoc_cli.reports.differences.changes import Change, Kind, RankOrder
from adhoc_cli.reports.differences.matching import Matching
from adhoc_cli.reports.differences.people import (
    ABSENT,
    SERVING,
    WAITING,
    Keys,
    People,
    Positions,
    nth,
    on_each_side,
    once_each,
)
from adhoc_cli.roster.repeats import ByKey, in_order, joint
from adhoc_cli.tables.texts import Mask

State = NDArray[np.int8]


class Handovers(NamedTuple):
    """The cases of those who left a seat and of those who entered it, and whether it is sure that
    they belong together."""

    left: Positions
    entered: Positions
    sure: Mask


@dataclass(frozen=True)
class Posts:
    """The posts of both rosters by case. A case is one person, on both sides or on one of them;
    those of whom it cannot be told who they are make none."""

    matching: Matching

    @property
    def people(self) -> People:
        """The people who hold them."""
        return self.matching.people

    @cached_property
    def sides(self) -> tuple[Positions, Positions]:
        """Per case where the person is in OLD and in NEW, -1 for nowhere; first those who are on
        both sides."""
        partner, old_size = self.matching.partner, self.people.old_size
        paired = np.flatnonzero(partner[:old_size] >= 0)
        alone = np.flatnonzero(self.matching.alone)
        is_old = alone < old_size
        return (
            np.concatenate([paired, np.where(is_old, alone, -1)]),
            np.concatenate([partner[paired], np.where(is_old, -1, alone)]),
        )

    def at(self, case: int) -> tuple[int, int]:
        """Where the person of a case is in OLD and in NEW."""
        old, new = self.sides
        return int(old[case]), int(new[case])

    @cached_property
    def states(self) -> tuple[State, State]:
        """Per case what the person was and is (`people.SERVING` and the like)."""
        state = np.append(self.people.state, np.int8(ABSENT))  # the last one answers for -1
        old, new = self.sides
        return state[old], state[new]

    @cached_property
    def on_both(self) -> Mask:
        """The cases of those who are on both sides."""
        old, new = self.sides
        return np.asarray((old >= 0) & (new >= 0))

    def differing(self, column: Keys) -> Mask:
        """The cases that have two values in a column of `People`."""
        old, new = self.sides
        return np.asarray((column[old] != column[new]) & self.on_both)

    @cached_property
    def elsewhere(self) -> Mask:
        """The cases whose body or place differs; an unwritten TPS is no other."""
        (old, new), people = self.sides, self.people
        two_tps = (people.tps[old] >= 0) & (people.tps[new] >= 0) & self.differing(people.tps)
        return np.asarray(self.differing(people.body) | self.differing(people.place) | two_tps)

    @cached_property
    def movers(self) -> Mask:
        """The cases of those who serve, or wait in reserve, at another post than before."""
        was, now = self.states
        return np.asarray(self.elsewhere & (was == now) & np.isin(now, [SERVING, WAITING]))

    def those(self, before: Sequence[int], after: Sequence[int]) -> Positions:
        """The cases of those who were in one of these states, and are in one of those."""
        was, now = self.states
        return np.flatnonzero(np.isin(was, before) & np.isin(now, after))

    # -- who took whose seat -----------------------------------------------------------------------

    @cached_property
    def handovers(self) -> Handovers:
        """The seats that changed hands. Where several left and came in one unit they are paired in
        order (the ketua first), and that is not sure. Two who only moved have replaced nobody."""
        (old, new), (was, now) = self.sides, self.states
        leaves, entries = self._no_more(was, now), self._no_more(now, was)
        cases = np.concatenate([leaves, entries])
        came = np.arange(cases.size) >= leaves.size
        who = np.where(came, new[cases], old[cases])
        moved = self.movers[cases]
        unit = joint(self.people.unit[who])
        # By unit; within one, who did not move before who did, and the ketua first.
        order = np.lexsort((~self.is_chair[who], moved, unit, came))
        unit, came = unit[order], came[order]
        sure = (on_each_side(unit, came) == 1).all(axis=1)
        one, other = once_each(joint(unit, nth(joint(unit, came))), came)
        kept = ~(moved[order[one]] & moved[order[other]])
        one, other = one[kept], other[kept]
        return Handovers(cases[order[one]], cases[order[other]], sure[one])

    def _no_more(self, here: State, there: State) -> Positions:
        """The cases of those who serve in a unit `here` and do not `there`; who moved stands behind
        the others."""
        found = np.flatnonzero((here == SERVING) & ((there != SERVING) | self.movers))
        return found[in_order(self.movers[found])]

    @cached_property
    def is_chair(self) -> Mask:
        """Who is the ketua of a unit, by the role."""
        return self.people.each(lambda members: members["jabatan"].equals("ketua"))


_Order = tuple[RankOrder, list[int]]  # and who waited before that one and still does


@dataclass(frozen=True)
class Turnover:
    """Describes the cases of those who left or came."""

    posts: Posts

    @property
    def _people(self) -> People:
        return self.posts.people

    def leave(self, kind: Kind, case: int) -> Change:
        """Somebody who served and does so no more; the reason stands in the row of today."""
        people, (old, new) = self._people, self.posts.at(case)
        before, after = people.someone(old), people.someone(new) if new >= 0 else None
        change = Change(kind, before.post, (before,), leaves=True)
        if after is None:
            return change
        if self.posts.movers[case]:
            return change._replace(status=after.status, went_to=after.post)
        return change._replace(
            status=after.status,
            reason=people.value("alasan", new),
            day=people.value("tanggal_selesai", new),
            decree=people.value("nomor_sk", new),
        )

    def entry(self, kind: Kind, case: int) -> Change:
        """Somebody who serves now and did not before, there."""
        people, (old, new) = self._people, self.posts.at(case)
        before, after = people.described([old]), people.someone(new)
        order, passed = self._rank_order(old, new)
        return Change(
            kind,
            after.post,
            before,
            (after,),
            same_person=True,
            came_from=before[0].post if self.posts.movers[case] else None,
            order=order,
            passed=people.described(passed),
        )

    def replacement(self, left: int, entered: int, *, sure: bool) -> Change:
        """A seat that changed hands: who left it, and who came in."""
        entry = self.entry(Kind.REPLACED, entered)
        return self.leave(Kind.REPLACED, left)._replace(
            after=entry.after,
            came_from=entry.came_from,
            order=entry.order,
            passed=entry.passed,
            sure=sure,
        )

    # -- ranks -------------------------------------------------------------------------------------

    @cached_property
    def _still_waiting(self) -> ByKey:
        """Those who waited in a unit before and still do, by unit (new positions)."""
        waiting = self.posts.those([WAITING], [WAITING])
        stays = waiting[~self.posts.elsewhere[waiting]]
        return ByKey(self._people.unit, self.posts.sides[1][stays])

    def _rank_order(self, before: int, after: int) -> _Order:
        people = self._people
        waiting = self._still_waiting.of(int(people.unit[after])).tolist()
        listed = (
            before >= 0
            and people.state[before] == WAITING
            and people.unit[before] == people.unit[after]
        )
        if not waiting:
            return RankOrder.KEPT if listed else RankOrder.NO_RESERVE, []
        if not listed:
            return RankOrder.PASSED_OVER, waiting
        rank = people.value("peringkat", before)
        # The ranks that they had when the other came in.
        old = self.posts.matching.partner[waiting].tolist()
        ranks = {one: people.value("peringkat", at) for one, at in zip(waiting, old, strict=True)}
        passed = [one for one, r in ranks.items() if None not in (r, rank) and r < rank]
        if passed:
            return RankOrder.PASSED_OVER, passed
        unsure = rank is None or any(r is None or r == rank for r in ranks.values())
        return RankOrder.UNKNOWN if unsure else RankOrder.KEPT, []


@dataclass(frozen=True)
class Chairs:
    """Units with another ketua than before. A unit that nobody served in on one side was formed or
    dissolved: its chair has not changed."""

    posts: Posts

    @cached_property
    def _holders(self) -> Positions:
        return np.flatnonzero(self.posts.is_chair & (self.posts.people.state == SERVING))

    @cached_property
    def units(self) -> Keys:
        """The units (`People.unit`) whose ketua changed, in the order of the old roster."""
        people, holders = self.posts.people, self._holders
        seats = joint(people.unit[holders], self._who(holders))
        stays = on_each_side(seats, people.is_new[holders]).all(axis=1)
        serving = np.flatnonzero(people.state == SERVING)
        served = on_each_side(people.unit[serving], people.is_new[serving]).all(axis=1)
        changed = np.unique(people.unit[holders[~stays]])
        return changed[np.isin(changed, people.unit[serving[served]])]

    def _who(self, holders: Positions) -> Positions:
        """One number a person on both sides: of a pair its old position. Namesakes who cannot be
        told apart count as one: they are told as unclear already."""
        matching, size = self.posts.matching, len(self.posts.people)
        partner, group = matching.partner[holders], matching.group[holders]
        own = np.where(partner >= 0, np.minimum(partner, holders), holders)
        return np.where(group >= 0, size + group, own)

    @property
    def explained(self) -> Mask:
        """The cases whose role is another one because the ketua of their unit is."""
        changed = self.posts.is_chair & np.isin(self.posts.people.unit, self.units)
        old, new = self.posts.sides
        return np.asarray(changed[old] | changed[new])

    @cached_property
    def _by_unit(self) -> tuple[ByKey, ByKey]:
        """The ketua by unit, and all who serve in NEW."""
        people = self.posts.people
        serving = np.flatnonzero((people.state == SERVING) & people.is_new)
        return ByKey(people.unit, self._holders), ByKey(people.unit, serving)

    @property
    def places(self) -> Keys:
        """The place of every unit with another ketua."""
        somebody = [self._by_unit[1].of(unit)[0] for unit in self.units.tolist()]
        return self.posts.people.place[np.array(somebody, np.intp)]

    def describe(self, at: int) -> Change:
        """One of them."""
        unit, people = int(self.units[at]), self.posts.people
        holders, serving = (held.of(unit) for held in self._by_unit)
        before, after = holders[holders < people.old_size], holders[holders >= people.old_size]
        where = people.post(int(serving[0]))
        return Change(Kind.CHAIR_CHANGED, where, people.described(before), people.described(after))
