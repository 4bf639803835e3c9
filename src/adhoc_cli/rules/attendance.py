"""Who of the members is who in bimtek.csv.

A person is the same by NIK, or by name, body and place: attendance lists often have no NIK. Names
are compared by their key, without titles and spelling.
"""

from datetime import date, timedelta
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from adhoc_cli.models.names import name_key
from adhoc_cli.profiles.model import Body
from adhoc_cli.roster.repeats import Positions
from adhoc_cli.roster.roster import Roster
from adhoc_cli.rules.people import name_numbers
from adhoc_cli.tables.column import Column
from adhoc_cli.tables.factorised import distinct
from adhoc_cli.tables.texts import Codes, Mask, Texts

_BY_NAME = ("nama", "badan", "kode_wilayah")

Numbers = NDArray[np.int64]
Links = Codes


class Link(NamedTuple):
    """Numbers that a person has in both tables: per row of members and per row of attendance, -1
    of whom the other table knows nothing. Numbers are below `size`; `nameable` are the rows of
    members that can be named this way at all."""

    members: Links
    attendance: Links
    size: int
    nameable: Mask

    def members_of(self, attendance: Mask) -> Mask:
        """Rows of members whose person is in one of these rows of attendance."""
        return _among(self.members, self.attendance[attendance], self.size)

    def attendance_of(self, members: Mask) -> Mask:
        """Rows of attendance whose person is in one of these rows of members."""
        return _among(self.attendance, self.members[members], self.size)


def _among(numbers: Links, wanted: Links, size: int) -> Mask:
    hit = np.zeros(size + 1, bool)
    hit[wanted] = True
    hit[-1] = False
    return np.asarray(hit[numbers])


def links(roster: Roster) -> tuple[Link, ...]:
    """The ways to find members in bimtek.csv that both files have the columns for; made once."""
    return roster.once(_links)


def _links(roster: Roster) -> tuple[Link, ...]:
    found = (_by_nik(roster), _by_name(roster))
    return tuple(link for link in found if link is not None)


def _by_nik(roster: Roster) -> Link | None:
    members, bimtek = roster.members, roster.table("bimtek")
    if "nik" not in members or "nik" not in bimtek:
        return None
    return _common(members["nik"], bimtek["nik"])


def _by_name(roster: Roster) -> Link | None:
    members, bimtek = roster.members, roster.table("bimtek")
    if any(column not in table for column in _BY_NAME for table in (members, bimtek)):
        return None
    body, place = (_common(members[c], bimtek[c]) for c in ("badan", "kode_wilayah"))
    named = (body.attendance >= 0) & (place.attendance >= 0) & bimtek["nama"].known
    possible = body.members_of(named) & place.members_of(named) & members["nama"].known
    here, there = np.flatnonzero(named), np.flatnonzero(possible)
    there = _perhaps_among(roster, there, here)
    names: dict[str, int] = {}
    attending = name_numbers(bimtek["nama"], here, name_key, names)
    attending = (attending * body.size + body.attendance[here]) * place.size
    attending += place.attendance[here]
    serving = name_numbers(members["nama"], there, name_key, names)
    serving = (serving * body.size + body.members[there]) * place.size + place.members[there]
    keys = distinct(attending)
    return Link(
        _put(len(members), there, _positions(serving, keys)),
        _put(len(bimtek), here, _positions(attending, keys)),
        keys.size,
        members["nama"].known,
    )


def _common(members: Column, bimtek: Column) -> Link:
    """Rows of equal values; the numbers are their positions in bimtek.csv."""
    at = members.value_texts.among_others(bimtek.value_texts)
    return Link(members.spread(at, -1), bimtek.codes, len(bimtek.values), members.known)


def _perhaps_among(roster: Roster, members: Positions, attendance: Positions) -> Positions:
    """Those of these rows of members that may have the name of one of these rows of attendance: the
    keys of all the names of a country take 40 s."""
    from adhoc_cli.rules.people import likeness_of_members, name_likeness

    likeness = likeness_of_members(roster)
    if likeness is None:
        return members
    names = roster.table("bimtek")["nama"]
    attending = name_likeness(Texts.of(names.value_list))[names.codes[attendance]]
    alike = np.isin(likeness[roster.members["nama"].codes[members]], distinct(attending))
    return members[alike]


def _positions(of_rows: Numbers, keys: Numbers) -> Links:
    at = np.searchsorted(keys, of_rows)
    return np.where(np.append(keys, -1)[at] == of_rows, at, -1)


def _put(size: int, rows: Positions, numbers: Numbers) -> Links:
    of_rows = np.full(size, -1, np.int32)
    of_rows[rows] = numbers
    return of_rows


class Finder:
    """Finds members in rows of bimtek.csv, again and again: what it needs for that is made once."""

    def __init__(self, roster: Roster) -> None:
        self._links = [(link, np.full(link.size + 1, -1, np.int64)) for link in links(roster)]

    def first_in(self, rows: Positions, members: Positions) -> Positions:
        """Per row of `members` the first of these rows of attendance that is theirs, or -1."""
        found = np.full(members.size, -1, np.int64)
        for link, first in self._links:
            numbers = link.attendance[rows]
            first[numbers[::-1]] = rows[::-1]
            first[-1] = -1  # what has no number
            theirs = first[link.members[members]]
            found = np.where(found < 0, theirs, found)
            first[numbers] = -1
        return np.asarray(found, np.intp)

    def nameable(self, rows: Positions, members: Positions) -> Mask:
        """Which of these members could stand in these rows of attendance: where none of them names
        people by NIK, nobody is missed by NIK."""
        possible = np.zeros(members.size, bool)
        for link, _ in self._links:
            if (link.attendance[rows] >= 0).any():
                possible |= link.nameable[members]
        return possible


def participants(roster: Roster) -> Positions:
    """Per row of bimtek.csv the row of the member that it names, of one who serves where there are
    several; -1 for nobody. Made once."""
    return roster.once(_participants)


def _participants(roster: Roster) -> Positions:
    serving = roster.members.serving
    order = np.concatenate([np.flatnonzero(~serving)[::-1], np.flatnonzero(serving)[::-1]])
    found = np.full(len(roster.table("bimtek")), -1, np.intp)
    for link in links(roster):
        owner = np.full(link.size + 1, -1, np.intp)
        owner[link.members[order]] = order  # of equal numbers the last one written stays
        owner[-1] = -1  # what has no number
        found = np.where(found < 0, owner[link.attendance], found)
    return found


def last_day(body: Body, code: str = "") -> date | None:
    """The last day on which the training of a body is in time in a place, where there is one."""
    oath = body.oath_in(code)
    if body.bimtek is None or body.bimtek.paling_lambat is None or oath is None:
        return None
    return oath + timedelta(days=body.bimtek.paling_lambat)
