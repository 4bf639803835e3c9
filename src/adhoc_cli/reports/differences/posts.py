"""Who holds a post on both sides, and who left or entered one."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from adhoc_cli.reports.differences.people import SERVING, WAITING, Matching, Positions
from adhoc_cli.tables.texts import Mask

State = NDArray[np.int8]


@dataclass(frozen=True)
class Flow:
    """People on their way into or out of units: positions on the old and the new side (-1 where
    they are not there), and whether another post is where they went or came from."""

    old: Positions
    new: Positions
    moved: Mask

    def __len__(self) -> int:
        return int(self.old.size)

    def take(self, kept: Positions | Mask) -> Flow:
        """Some of them."""
        return Flow(self.old[kept], self.new[kept], self.moved[kept])


def nowhere(size: int) -> Positions:
    """So many people who are not on a side."""
    return np.full(size, -1, np.intp)


def flow(old: Positions, new: Positions, *, moved: bool = False) -> Flow:
    """A flow of people with this in common."""
    return Flow(old, new, np.full(old.size, moved))


def together(*flows: Flow) -> Flow:
    """Several flows as one."""
    return Flow(
        np.concatenate([one.old for one in flows]),
        np.concatenate([one.new for one in flows]),
        np.concatenate([one.moved for one in flows]),
    )


@dataclass(frozen=True)
class Posts:
    """The posts of both rosters, with who is who."""

    matching: Matching

    @cached_property
    def pairs(self) -> tuple[Positions, Positions]:
        """The people who are on both sides."""
        return self.matching.pairs()

    @cached_property
    def states(self) -> tuple[State, State]:
        """What the pairs were and are (`people.SERVING` and the like)."""
        sides, (old, new) = self.matching.sides, self.pairs
        return sides.old.state[old], sides.new.state[new]

    @cached_property
    def elsewhere(self) -> Mask:
        """Of the pairs, those whose body or place differs; an unwritten TPS is no other."""
        (old, new), sides = self.pairs, self.matching.sides
        one, other = sides.old, sides.new
        tps = one.tps[old], other.tps[new]
        differs = (one.body[old] != other.body[new]) | (one.place[old] != other.place[new])
        differs |= (tps[0] >= 0) & (tps[1] >= 0) & (tps[0] != tps[1])
        return np.asarray(differs, dtype=bool)

    @cached_property
    def movers(self) -> Mask:
        """Of the pairs, those who serve, or wait in reserve, at another post than before."""
        was, now = self.states
        posted = (was == now) & ((was == SERVING) | (was == WAITING))
        return np.asarray(self.elsewhere & posted, dtype=bool)

    def of_pairs(self, chosen: Mask) -> tuple[Positions, Positions]:
        """The positions of some pairs."""
        return self.pairs[0][chosen], self.pairs[1][chosen]

    def only_old(self, *states: int) -> Positions:
        """Those who are in the old roster only, in one of these states."""
        alone = self.matching.alone()[0]
        return alone[np.isin(self.matching.sides.old.state[alone], states)]

    def only_new(self, *states: int) -> Positions:
        """Those who are in the new roster only, in one of these states."""
        alone = self.matching.alone()[1]
        return alone[np.isin(self.matching.sides.new.state[alone], states)]

    @cached_property
    def leaves(self) -> Flow:
        """Those who served in a unit and do so no more; who moved on stands behind the others."""
        was, now = self.states
        dropped = self.only_old(SERVING)
        return together(
            flow(*self.of_pairs((was == SERVING) & (now != SERVING))),
            flow(dropped, nowhere(dropped.size)),
            flow(*self.of_pairs(self.movers & (was == SERVING)), moved=True),
        )

    @cached_property
    def entries(self) -> Flow:
        """Those who serve in a unit and did not before; who moved in stands behind the others."""
        was, now = self.states
        added = self.only_new(SERVING)
        return together(
            flow(*self.of_pairs((was != SERVING) & (now == SERVING))),
            flow(nowhere(added.size), added),
            flow(*self.of_pairs(self.movers & (now == SERVING)), moved=True),
        )

    @cached_property
    def reserves_lost(self) -> Flow:
        """Those who waited in reserve and do so no more, without serving."""
        was, now = self.states
        dropped = self.only_old(WAITING)
        ended = self.of_pairs((was == WAITING) & (now != WAITING) & (now != SERVING))
        return together(flow(*ended), flow(dropped, nowhere(dropped.size)))

    @cached_property
    def reserves_new(self) -> Flow:
        """Those who wait in reserve and did not before, without having served."""
        was, now = self.states
        added = self.only_new(WAITING)
        begun = self.of_pairs((now == WAITING) & (was != WAITING) & (was != SERVING))
        return together(flow(*begun), flow(nowhere(added.size), added))
