"""Who left, who came in, and whether the rank was kept: described one by one."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from adhoc_cli.reports.differences.changes import Change, Kind, RankOrder
from adhoc_cli.reports.differences.people import WAITING, People
from adhoc_cli.reports.differences.posts import Posts
from adhoc_cli.roster.repeats import ByKey

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
