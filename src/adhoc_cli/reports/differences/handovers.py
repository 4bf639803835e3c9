"""Seats that changed hands: who left and who came in one unit, and whether the rank was kept."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np

from adhoc_cli.reports.differences.cells import someone
from adhoc_cli.reports.differences.changes import Entry, Leave, RankOrder, Replacement
from adhoc_cli.reports.differences.people import (
    WAITING,
    Both,
    ByKey,
    Keys,
    Positions,
    Side,
    joint,
    nth,
)
from adhoc_cli.reports.differences.posts import Flow, Posts
from adhoc_cli.tables.texts import Mask


class Order(NamedTuple):
    """Whether the next in rank came in, and who waited before that one and still does."""

    order: RankOrder
    passed: tuple[int, ...]  # positions on the new side


class Paired(NamedTuple):
    """Positions in `Posts.leaves` and `Posts.entries` that belong together, and whether it is sure
    that they do."""

    left: Positions
    entered: Positions
    sure: Mask


@dataclass(frozen=True)
class Handovers:
    """Who took whose seat."""

    posts: Posts

    @property
    def _sides(self) -> tuple[Side, Side]:
        return self.posts.matching.sides.old, self.posts.matching.sides.new

    @cached_property
    def pairs(self) -> Paired:
        """The seats that changed hands. Where several left and came in one unit they are paired in
        order (the ketua first), and that is not sure. Two who only moved have replaced nobody."""
        old, new = self._sides
        leaves, entries = self.posts.leaves, self.posts.entries
        units = joint(Both(old.unit[leaves.old], new.unit[entries.new]))
        left = _in_order(units.old, leaves, _is_chair(old, leaves.old))
        entered = _in_order(units.new, entries, _is_chair(new, entries.new))
        keys = Both(units.old[left], units.new[entered])
        one, other = _matching(joint(keys, Both(nth(keys.old), nth(keys.new))))
        left, entered = left[one], entered[other]
        kept = ~(leaves.moved[left] & entries.moved[entered])
        left, entered = left[kept], entered[kept]
        unit = units.old[left]
        alone = (_how_often(units.old)[unit] == 1) & (
            _how_often(units.new)[units.new[entered]] == 1
        )
        return Paired(left, entered, alone)

    def describe(self, at: int) -> Replacement:
        """One seat that changed hands."""
        left, entered, sure = self.pairs
        return Replacement(
            self.leave(self.posts.leaves, int(left[at])),
            self.entry(self.posts.entries, int(entered[at])),
            bool(sure[at]),
        )

    def leave(self, flow: Flow, at: int) -> Leave:
        """Somebody of a flow who left."""
        old, new = self._sides
        after, moved = int(flow.new[at]), bool(flow.moved[at])
        before = someone(old, int(flow.old[at]))
        if after < 0 or moved:
            return Leave(before, someone(new, after) if moved else None, moved=moved)
        row = int(new.rows[after])
        return Leave(
            before,
            someone(new, after),
            new.table.value("alasan", row),
            new.table.value("tanggal_selesai", row),
            new.table.value("nomor_sk", row),
        )

    def entry(self, flow: Flow, at: int) -> Entry:
        """Somebody of a flow who came in."""
        old, new = self._sides
        before, after = int(flow.old[at]), int(flow.new[at])
        ranked = self._rank_order(before, after)
        return Entry(
            someone(new, after),
            someone(old, before) if before >= 0 else None,
            ranked.order,
            tuple(someone(new, waiting) for waiting in ranked.passed),
            bool(flow.moved[at]),
        )

    # -- ranks -------------------------------------------------------------------------------------

    @cached_property
    def _still_waiting(self) -> ByKey:
        """Those who waited in a unit before and still do, by unit (new positions)."""
        was, now = self.posts.states
        new = self.posts.of_pairs((was == WAITING) & (now == WAITING) & ~self.posts.elsewhere)[1]
        return ByKey(self._sides[1].unit, new)

    def _rank_order(self, before: int, after: int) -> Order:
        old, new = self._sides
        waiting = self._still_waiting.of(int(new.unit[after])).tolist()
        listed = (
            before >= 0 and old.state[before] == WAITING and old.unit[before] == new.unit[after]
        )
        if not waiting:
            return Order(RankOrder.KEPT if listed else RankOrder.NO_RESERVE, ())
        if not listed:
            return Order(RankOrder.PASSED_OVER, tuple(waiting))
        rank = old.table.value("peringkat", int(old.rows[before]))
        ranks = {one: self._old_rank(one) for one in waiting}
        passed = [
            one for one, r in ranks.items() if r is not None and rank is not None and r < rank
        ]
        if passed:
            return Order(RankOrder.PASSED_OVER, tuple(passed))
        unsure = rank is None or any(r is None or r == rank for r in ranks.values())
        return Order(RankOrder.UNKNOWN if unsure else RankOrder.KEPT, ())

    def _old_rank(self, new_position: int) -> int | None:
        """The rank somebody had when the other came in."""
        old = self._sides[0]
        at = int(self.posts.matching.partner.new[new_position])
        rank: int | None = old.table.value("peringkat", int(old.rows[at]))
        return rank


def _is_chair(side: Side, at: Positions) -> Mask:
    return side.table["jabatan"].equals("ketua")[side.rows[at]]


def _in_order(units: Keys, flow: Flow, chair: Mask) -> Positions:
    """The flow by unit; within one, who did not move before who did, and the ketua first."""
    return np.lexsort((np.arange(len(flow)), ~chair, flow.moved, units)).astype(np.intp)


def _how_often(keys: Keys) -> Keys:
    return np.bincount(keys, minlength=int(keys.max(initial=-1)) + 1).astype(np.int64)


def _matching(keys: Both) -> tuple[Positions, Positions]:
    """The positions of equal keys, each of which stands at most once on a side."""
    _, one, other = np.intersect1d(keys.old, keys.new, assume_unique=True, return_indices=True)
    return one.astype(np.intp), other.astype(np.intp)
