"""The changes of a comparison in one shape, whatever their kind."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from adhoc_cli.reports.differences.changes import (
    ChairChange,
    Correction,
    Differences,
    Entry,
    FieldChange,
    Kind,
    Leave,
    Move,
    Pair,
    RankOrder,
    Replacement,
    Unclear,
)
from adhoc_cli.reports.persons import Post, Someone


class Change(NamedTuple):
    """A change to people: where, who before and after, and what the roster says of it.

    `leaves`: somebody stopped serving; `status`, `reason`, `day` and `decree` tell of that, or
    `went_to` the post that the person serves at now. `sure` is False where several changed at once.
    """

    kind: Kind
    post: Post
    before: tuple[Someone, ...] = ()
    after: tuple[Someone, ...] = ()
    same_person: bool = False
    leaves: bool = False
    status: str | None = None
    reason: str | None = None
    day: date | None = None
    decree: str | None = None
    went_to: Post | None = None
    came_from: Post | None = None
    order: RankOrder | None = None
    passed: tuple[Someone, ...] = ()
    sure: bool = True
    fields: tuple[FieldChange, ...] = ()
    doubtful: bool = False
    record: Someone | None = None


def changes_of(found: Differences) -> Iterator[Change]:
    """All changes to people, kind by kind."""
    for kind, listed in found.by_kind.items():
        for one in listed:
            yield as_change(kind, one)


def as_change(kind: Kind, one: object) -> Change:  # noqa: PLR0911 - one line a kind
    """A described change of any kind as `Change`."""
    if isinstance(one, Replacement):
        return _replacement(kind, one)
    if isinstance(one, Entry):
        return _entry(kind, one)
    if isinstance(one, Leave):
        return _leave(kind, one)
    if isinstance(one, Move):
        return Change(
            kind,
            one.after.post,
            (one.before,),
            (one.after,),
            same_person=True,
            came_from=one.before.post,
            fields=one.fields,
            record=one.record,
        )
    if isinstance(one, ChairChange):
        return Change(kind, one.post, one.before, one.after)
    if isinstance(one, Correction):
        both = (one.before,), (one.after,)
        fields, doubtful = one.fields, one.doubtful
        return Change(
            kind, one.after.post, *both, same_person=True, fields=fields, doubtful=doubtful
        )
    if isinstance(one, Unclear):
        return Change(kind, (*one.before, *one.after)[0].post, one.before, one.after)
    if isinstance(one, Pair):
        before, after = _some(one.before), _some(one.after)
        same = bool(before and after)
        return Change(kind, (*after, *before)[0].post, before, after, same_person=same)
    raise TypeError(type(one).__name__)


def _replacement(kind: Kind, one: Replacement) -> Change:
    left, entered = _leave(kind, one.left), _entry(kind, one.entered)
    return left._replace(
        post=one.post,
        after=entered.after,
        same_person=False,
        came_from=entered.came_from,
        order=entered.order,
        passed=entered.passed,
        sure=one.sure,
    )


def _entry(kind: Kind, one: Entry) -> Change:
    return Change(
        kind,
        one.after.post,
        _some(one.before),
        (one.after,),
        same_person=True,
        came_from=one.before.post if one.moved and one.before else None,
        order=one.order,
        passed=one.passed,
    )


def _leave(kind: Kind, one: Leave) -> Change:
    return Change(
        kind,
        one.before.post,
        (one.before,),
        (),
        leaves=True,
        status=one.after.status if one.after else None,
        reason=one.reason,
        day=one.day,
        decree=one.decree,
        went_to=one.after.post if one.moved and one.after else None,
    )


def _some(who: Someone | None) -> tuple[Someone, ...]:
    return (who,) if who is not None else ()
