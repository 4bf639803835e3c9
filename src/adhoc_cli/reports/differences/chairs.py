"""The ketua of every unit, before and now."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from adhoc_cli.reports.differences.changes import Change, Kind
from adhoc_cli.reports.differences.people import SERVING, Keys, Positions, on_each_side
from adhoc_cli.reports.differences.posts import Posts
from adhoc_cli.roster.repeats import ByKey, joint
from adhoc_cli.tables.texts import Mask


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
