"""The ketua of every unit, before and now."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from adhoc_cli.reports.differences.cells import each
from adhoc_cli.reports.differences.changes import ChairChange
from adhoc_cli.reports.differences.people import (
    SERVING,
    Both,
    ByKey,
    Keys,
    Positions,
    Side,
    joint,
)
from adhoc_cli.reports.differences.posts import Posts
from adhoc_cli.reports.persons import post_of
from adhoc_cli.tables.texts import Mask


@dataclass(frozen=True)
class Chairs:
    """Units with another ketua than before. A unit that nobody served in on one side was formed or
    dissolved: its chair has not changed."""

    posts: Posts

    @property
    def _sides(self) -> tuple[Side, Side]:
        return self.posts.matching.sides.old, self.posts.matching.sides.new

    @cached_property
    def _holders(self) -> tuple[Positions, Positions]:
        old, new = (_chairs(side) for side in self._sides)
        return old, new

    @cached_property
    def units(self) -> Keys:
        """The units (`Side.unit`) whose ketua changed, in the order of the old roster."""
        (old, new), sides = self._holders, self._sides
        seats = joint(
            Both(sides[0].unit[old], sides[1].unit[new]), Both(self._who(0, old), self._who(1, new))
        )
        gone = sides[0].unit[old[~np.isin(seats.old, seats.new)]]
        come = sides[1].unit[new[~np.isin(seats.new, seats.old)]]
        changed = np.unique(np.concatenate([gone, come]))
        for side in sides:
            changed = changed[np.isin(changed, side.unit[side.state == SERVING])]
        return changed

    def _who(self, at: int, holders: Positions) -> Keys:
        """One number a person on both sides: of a pair its old position. Namesakes who cannot be
        told apart count as one: they are told as unclear already."""
        matching = self.posts.matching
        size = len(self._sides[0])
        partner, group = matching.partner[at][holders], matching.group[at][holders]
        own = holders if at == 0 else np.where(partner >= 0, partner, size + holders)
        return np.where(group >= 0, size + len(self._sides[1]) + group, own).astype(np.int64)

    @cached_property
    def explained(self) -> Mask:
        """The pairs whose role is another one because the ketua of their unit is."""
        pairs, sides = self.posts.pairs, self._sides
        was, now = (
            _is_chair(side)[at] & np.isin(side.unit[at], self.units)
            for side, at in zip(sides, pairs, strict=True)
        )
        return was | now

    @cached_property
    def _by_unit(self) -> tuple[ByKey, ByKey]:
        old, new = (
            ByKey(side.unit, holders)
            for side, holders in zip(self._sides, self._holders, strict=True)
        )
        return old, new

    @cached_property
    def _anyone(self) -> ByKey:
        new = self._sides[1]
        return ByKey(new.unit, np.flatnonzero(new.state == SERVING))

    def places(self) -> Keys:
        """The place of every unit with another ketua."""
        where = (self._anyone.of(unit)[0] for unit in self.units.tolist())
        return self._sides[1].place[np.fromiter(where, np.intp, self.units.size)]

    def describe(self, at: int) -> ChairChange:
        """One of them."""
        unit, (old, new) = int(self.units[at]), self._sides
        before, after = (held.of(unit).tolist() for held in self._by_unit)
        where = post_of(new.roster, int(new.rows[self._anyone.of(unit)[0]]))
        return ChairChange(where, tuple(each(before, old)), tuple(each(after, new)))


def _is_chair(side: Side) -> Mask:
    return side.table["jabatan"].equals("ketua")[side.rows]


def _chairs(side: Side) -> Positions:
    return np.flatnonzero(_is_chair(side) & (side.state == SERVING))
