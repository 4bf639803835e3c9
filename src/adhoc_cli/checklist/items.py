"""The items of an election with their dates: what is to do at a place, with whom, until when."""

import re
from collections.abc import Collection, Iterable, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from adhoc_cli.models.codes import Level
from adhoc_cli.models.stakeholders import role_named, stakeholder
from adhoc_cli.profiles.checklist import VOTING, Checklist, Deadline, Item
from adhoc_cli.profiles.model import Body, Profile
from adhoc_cli.text.nearest import nearest

Term = tuple[date | None, date | None]  # the first day in office, and the last


class Due(NamedTuple):
    """`day` is the last day in time (None: no deadline), `late` the last before it is overdue.

    `legal` tells whether the law sets it.
    """

    day: date | None
    late: date | None
    legal: bool

    def left(self, as_of: date) -> int | None:
        """Days until the last one, 0 on it, negative behind it."""
        return None if self.day is None else (self.day - as_of).days


class Planned(NamedTuple):
    """One item of the election: its id, for places of which level, until when, and the `term` of
    its body; that of the office itself goes on until the last one of all has ended.

    It waits for the item `after` at the same place; counted from that one's day, its own last day
    is another one at each place, and `due` knows none. `apart` are the last day and the term in
    places with an oath of their own, those within others last; `body` is None for the office.
    """

    id: str
    item: Item
    level: Level
    due: Due
    term: Term
    after: str | None = None
    apart: Mapping[str, tuple[date | None, Term]] = {}
    body: Body | None = None


def plan(
    profile: Profile,
    *,
    bodies: Collection[str] | None = None,
    items: Collection[str] | None = None,
) -> tuple[Planned, ...]:
    """The active items in their order, only those of `bodies` and `items` where these are given.

    An item of a body of the TPS is one for its desa: the journal knows no smaller place. The bodies
    and stages that items name must be known (`Checklist.unknown_words`).
    """
    checklist = profile.checklist
    named = None if items is None else {name.casefold() for name in items}
    return tuple(
        Planned(
            name,
            item,
            _level(item, profile),
            due_of(item, profile),
            _term(item.badan, profile),
            item.setelah if item.setelah in checklist.active else None,
            _apart(item, profile),
            profile.badan.get(item.badan),
        )
        for name, item in checklist.active.items()
        if bodies is None or item.badan in bodies
        if named is None or name.casefold() in named
    )


def _apart(item: Item, profile: Profile) -> dict[str, tuple[date | None, Term]]:
    """The last day and the term in the places with an oath of their own, by the body or by what
    dates the item."""
    named = (item.badan, item.batas.pelantikan, item.batas.stage)
    bodies = [profile.badan[name] for name in named if name is not None and name in profile.badan]
    codes = {code for body in bodies for code in body.places_apart}
    return {
        code: (_last_day(item.batas, item.badan, profile, code), _term(item.badan, profile, code))
        for code in sorted(codes, key=len)
    }


def _term(owner: str, profile: Profile, code: str = "") -> Term:
    if owner in profile.badan:
        return profile.badan[owner].oath_in(code), profile.badan[owner].term_in(code)
    ends = [body.last_term for body in profile.badan.values()]
    return None, max((end for end in ends if end), default=None)


def _level(item: Item, profile: Profile) -> Level:
    if item.tingkat is not None:
        return item.tingkat
    if item.badan not in profile.badan:  # the office itself
        return "kabupaten"
    return profile.badan[item.badan].level


def due_of(item: Item, profile: Profile) -> Due:
    """The last day of an item; none where the day that it depends on is not known."""
    day = _last_day(item.batas, item.badan, profile)
    late = None if day is None else day + timedelta(days=item.batas.tenggang)
    return Due(day, late, item.hukum)


def _last_day(limit: Deadline, body: str, profile: Profile, code: str = "") -> date | None:
    if limit.tanggal is not None:
        return limit.tanggal
    if limit.stage is not None:
        first, last = _stage(limit.stage, profile, code)
        if limit.sebelum is not None:
            return None if first is None else first - timedelta(days=limit.hari_sebelum)
        return last
    if limit.hari is None:
        return None
    oath = profile.badan[limit.pelantikan or body].oath_in(code)
    if oath is None:
        return None
    return oath + timedelta(days=limit.hari)


def _stage(key: str, profile: Profile, code: str) -> Term:
    """First and last day of a stage: of `tahapan`, else a body's term, else the voting day."""
    if key in profile.tahapan:
        stage = profile.tahapan[key]
        return stage.mulai, stage.selesai
    if key == VOTING:
        return profile.hari_pemungutan_suara, profile.hari_pemungutan_suara
    body = profile.badan[key]
    return body.oath_in(code), body.term_in(code)


def items_named(checklist: Checklist, word: str) -> list[str]:
    """The active items that `word` names: one by its id, else those with the stakeholder of that
    name; where there are items with nobody else, only these."""
    key = word.strip().casefold()
    if own := [name for name in checklist.active if name.casefold() == key]:
        return own
    role = role_named(word)
    found = {
        name: item
        for name, item in checklist.active.items()
        if role in {role_named(other) for other in item.pemangku}
    }
    return [name for name, item in found.items() if len(item.pemangku) == 1] or list(found)


def nearest_item(word: str, names: Iterable[str]) -> str | None:
    """The item that `word` may mean: PPK-01 for "PPK-1", else the one spelt most alike."""
    known = list(names)
    alike = [name for name in known if _without_zeros(name) == _without_zeros(word)]
    return alike[0] if alike else nearest(word, known)


def _without_zeros(name: str) -> str:
    return re.sub(r"[\W_]+", "", re.sub(r"(?<![0-9])0+(?=[0-9])", "", name)).casefold()


def roles_at(item: Item, kind: str) -> tuple[str, ...]:
    """Whom to meet at a place of this kind: a desa has a kades and a BPD, a kelurahan a lurah."""
    return tuple(role for role in item.pemangku if stakeholder(role).is_at(kind))
