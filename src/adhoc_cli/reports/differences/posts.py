"""Who holds a post on both sides, who left or entered one, and who took whose seat; these are
described one by one, with whether the rank was kept. Of every unit also the ketua, before and now.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from adhoc_cli.reports.differences.changes import Change, Kind, RankOrder
from adhoc_cli.reports.differences.matching import Matching
from adhoc_cli.reports.differences.people import (
    SERVING,
    WAITING,
    Keys,
    People,
    Positions,
    nth,
    on_each_side,
    once_each,
)
from adhoc_cli.roster.repeats import ByKey, joint
from adhoc_cli.tables.texts import Mask

State = NDArray[np.int8]


class Flow(NamedTuple):
    """People on their way into or out of units: where they are in OLD and in NEW (-1: nowhere), and
    whether another post is where they went or came from."""

    old: Positions
    new: Positions
    moved: Mask

    def at(self, position: int) -> tuple[int, int, bool]:
        """One of them."""
        return int(self.old[position]), int(self.new[position]), bool(self.moved[position])

    def take(self, kept: Positions | Mask) -> Flow:
        """Some of them."""
        return Flow(self.old[kept], self.new[kept], self.moved[kept])


class Handovers(NamedTuple):
    """Positions in `Posts.leaves` and `Posts.entries` that belong together, and whether it is sure
    that they do."""

    left: Positions
    entered: Positions
    sure: Mask


@dataclass(frozen=True)
class Posts:
    """The posts of both rosters, with who is who."""

    matching: Matching

    @property
    def people(self) -> People:
        """The people who hold them."""
        return self.matching.people

    @cached_property
    def pairs(self) -> tuple[Positions, Positions]:
        """The people who are on both sides."""
        partner = self.matching.partner
        old = np.flatnonzero(partner[: self.people.old_size] >= 0)
        return old, partner[old]

    @cached_property
    def states(self) -> tuple[State, State]:
        """What the pairs were and are (`people.SERVING` and the like)."""
        old, new = self.pairs
        return self.people.state[old], self.people.state[new]

    def differing(self, column: Keys) -> Mask:
        """The pairs that have two values in a column of `People`."""
        old, new = self.pairs
        return np.asarray(column[old] != column[new])

    @cached_property
    def elsewhere(self) -> Mask:
        """Of the pairs, those whose body or place differs; an unwritten TPS is no other."""
        (old, new), people = self.pairs, self.people
        two_tps = (people.tps[old] >= 0) & (people.tps[new] >= 0) & self.differing(people.tps)
        return np.asarray(self.differing(people.body) | self.differing(people.place) | two_tps)

    @cached_property
    def movers(self) -> Mask:
        """Of the pairs, those who serve, or wait in reserve, at another post than before."""
        was, now = self.states
        return np.asarray(self.elsewhere & (was == now) & np.isin(now, [SERVING, WAITING]))

    # -- who came and went -------------------------------------------------------------------------

    def only(self, *states: int, new: bool) -> Positions:
        """Those who are in NEW (else OLD) only, in one of these states."""
        people = self.people
        chosen = self.matching.alone & (people.is_new == new) & np.isin(people.state, states)
        return np.flatnonzero(chosen)

    def flow(self, alone: Positions, pairs: Mask | None = None, movers: Mask | None = None) -> Flow:
        """Some pairs, those who are on one side only, and behind them the movers."""
        is_new = alone >= self.people.old_size
        there = np.where(is_new, -1, alone), np.where(is_new, alone, -1)
        none = np.zeros(self.pairs[0].size, bool)
        stayed, moved = (none if one is None else one for one in (pairs, movers))
        old, new = (
            np.concatenate([side[stayed], at, side[moved]])
            for side, at in zip(self.pairs, there, strict=True)
        )
        return Flow(old, new, np.arange(old.size) >= old.size - np.count_nonzero(moved))

    @cached_property
    def leaves(self) -> Flow:
        """Those who served in a unit and do so no more; who moved on stands behind the others."""
        was, now = self.states
        gone = (was == SERVING) & (now != SERVING)
        return self.flow(self.only(SERVING, new=False), gone, self.movers & (was == SERVING))

    @cached_property
    def entries(self) -> Flow:
        """Those who serve in a unit and did not before; who moved in stands behind the others."""
        was, now = self.states
        come = (was != SERVING) & (now == SERVING)
        return self.flow(self.only(SERVING, new=True), come, self.movers & (now == SERVING))

    @property
    def reserves_lost(self) -> Flow:
        """Those who waited in reserve and do so no more, without serving."""
        was, now = self.states
        ended = (was == WAITING) & (now != WAITING) & (now != SERVING)
        return self.flow(self.only(WAITING, new=False), ended)

    @property
    def reserves_new(self) -> Flow:
        """Those who wait in reserve and did not before, without having served."""
        was, now = self.states
        begun = (now == WAITING) & (was != WAITING) & (was != SERVING)
        return self.flow(self.only(WAITING, new=True), begun)

    # -- who took whose seat -----------------------------------------------------------------------

    @cached_property
    def handovers(self) -> Handovers:
        """The seats that changed hands. Where several left and came in one unit they are paired in
        order (the ketua first), and that is not sure. Two who only moved have replaced nobody."""
        leaves, entries = self.leaves, self.entries
        who = np.concatenate([leaves.old, entries.new])
        moved = np.concatenate([leaves.moved, entries.moved])
        came = np.arange(who.size) >= leaves.old.size
        unit = joint(self.people.unit[who])
        # By unit; within one, who did not move before who did, and the ketua first.
        order = np.lexsort((~self.is_chair[who], moved, unit, came))
        unit, came = unit[order], came[order]
        sure = (on_each_side(unit, came) == 1).all(axis=1)
        one, other = once_each(joint(unit, nth(joint(unit, came))), came)
        kept = ~(moved[order[one]] & moved[order[other]])
        one, other = one[kept], other[kept]
        return Handovers(order[one], order[other] - leaves.old.size, sure[one])

    @cached_property
    def is_chair(self) -> Mask:
        """Who is the ketua of a unit, by the role."""
        return self.people.each(lambda members: members["jabatan"].equals("ketua"))


_Order = tuple[RankOrder, list[int]]  # and who waited before that one and still does


@dataclass(frozen=True)
class Turnover:
    """Describes those of a `Flow`: where they are in OLD and in NEW, and whether they moved."""

    posts: Posts

    @property
    def _people(self) -> People:
        return self.posts.people

    def leave(self, kind: Kind, old: int, new: int, moved: bool) -> Change:
        """Somebody who served and does so no more; the reason stands in the row of today."""
        people = self._people
        before, after = people.someone(old), people.someone(new) if new >= 0 else None
        change = Change(kind, before.post, (before,), leaves=True)
        if after is None:
            return change
        if moved:
            return change._replace(status=after.status, went_to=after.post)
        return change._replace(
            status=after.status,
            reason=people.value("alasan", new),
            day=people.value("tanggal_selesai", new),
            decree=people.value("nomor_sk", new),
        )

    def entry(self, kind: Kind, old: int, new: int, moved: bool) -> Change:
        """Somebody who serves now and did not before, there."""
        people = self._people
        before, after = people.described([old] if old >= 0 else []), people.someone(new)
        order, passed = self._rank_order(old, new)
        return Change(
            kind,
            after.post,
            before,
            (after,),
            same_person=True,
            came_from=before[0].post if before and moved else None,
            order=order,
            passed=people.described(passed),
        )

    def replacement(
        self, left: tuple[int, int, bool], entered: tuple[int, int, bool], *, sure: bool
    ) -> Change:
        """A seat that changed hands: who left it, and who came in."""
        entry = self.entry(Kind.REPLACED, *entered)
        return self.leave(Kind.REPLACED, *left)._replace(
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
        was, now = self.posts.states
        stays = (was == WAITING) & (now == WAITING) & ~self.posts.elsewhere
        return ByKey(self._people.unit, self.posts.pairs[1][stays])

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
        """The pairs whose role is another one because the ketua of their unit is."""
        changed = self.posts.is_chair & np.isin(self.posts.people.unit, self.units)
        old, new = self.posts.pairs
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
