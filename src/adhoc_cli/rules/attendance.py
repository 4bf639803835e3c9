"""Who of the members is who in bimtek.csv, and which training is whose.

A person is the same by NIK, or by name, body and place: attendance lists often have no NIK. Names
are compared by their key, without titles and spelling.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from adhoc_cli.models.names import name_key
from adhoc_cli.profiles.model import Body, Profile
from adhoc_cli.roster.repeats import Positions
from adhoc_cli.roster.roster import Roster
from adhoc_cli.rules.people import name_numbers
from adhoc_cli.tables.column import Column
from adhoc_cli.tables.factorised import numbered
from adhoc_cli.tables.table import Table
from adhoc_cli.tables.texts import Mask

_BY_NAME = ("nama", "badan", "kode_wilayah")

Numbers = NDArray[np.int64]


@dataclass(frozen=True)
class Link:
    """Numbers that a person has in both tables: per row of members and per row of attendance, -1
    of whom the other table knows nothing. Numbers are below `size`; `nameable` are the rows of
    members that can be named this way at all."""

    members: Numbers
    attendance: Numbers
    size: int
    nameable: Mask

    def members_of(self, attendance: Mask) -> Mask:
        """Rows of members whose person is in one of these rows of attendance."""
        return _among(self.members, self.attendance[attendance], self.size)

    def attendance_of(self, members: Mask) -> Mask:
        """Rows of attendance whose person is in one of these rows of members."""
        return _among(self.attendance, self.members[members], self.size)

    def first_of(self, attendance: Positions) -> Numbers:
        """Per row of members the first of these rows of attendance that is theirs, or -1."""
        first = np.full(self.size + 1, -1, np.int64)
        first[self.attendance[attendance[::-1]]] = attendance[::-1]
        first[-1] = -1  # what has no number
        return np.asarray(first[self.members])


def _among(numbers: Numbers, wanted: Numbers, size: int) -> Mask:
    hit = np.zeros(size + 1, bool)
    hit[wanted] = True
    hit[-1] = False
    return np.asarray(hit[numbers])


def links(roster: Roster) -> tuple[Link, ...]:
    """The ways to find members in bimtek.csv that both files have the columns for; made once."""
    return roster.once(_links)


def _links(roster: Roster) -> tuple[Link, ...]:
    bimtek = roster.table("bimtek")
    found = (_by_nik(roster.members, bimtek), _by_name(roster.members, bimtek))
    return tuple(link for link in found if link is not None)


def _by_nik(members: Table, bimtek: Table) -> Link | None:
    if "nik" not in members or "nik" not in bimtek:
        return None
    return _link_of(members["nik"], bimtek["nik"])


def _link_of(members: Column, bimtek: Column) -> Link:
    """Rows of equal values; the numbers are the positions of the values in bimtek.csv."""
    position = {value: at for at, value in enumerate(bimtek.value_list)}
    found = (position.get(value, -1) for value in members.value_list)
    at = np.fromiter(found, np.int64, len(members.values))
    attending = bimtek.codes.astype(np.int64)
    return Link(members.spread(at, -1), attending, len(bimtek.values), members.known)


def _by_name(members: Table, bimtek: Table) -> Link | None:
    if any(column not in table for column in _BY_NAME for table in (members, bimtek)):
        return None
    body, place = (_link_of(members[c], bimtek[c]) for c in ("badan", "kode_wilayah"))
    named = (body.attendance >= 0) & (place.attendance >= 0) & bimtek["nama"].known
    possible = body.members_of(named) & place.members_of(named) & members["nama"].known
    names: dict[str, int] = {}
    here, there = np.flatnonzero(named), np.flatnonzero(possible)
    attending = name_numbers(bimtek["nama"], here, name_key, names)
    attending = (attending * body.size + body.attendance[here]) * place.size
    attending += place.attendance[here]
    serving = name_numbers(members["nama"], there, name_key, names)
    serving = (serving * body.size + body.members[there]) * place.size + place.members[there]
    numbers, persons = numbered(np.concatenate([attending, serving]))
    return Link(
        _put(len(members), there, numbers[here.size :]),
        _put(len(bimtek), here, numbers[: here.size]),
        persons,
        members["nama"].known,
    )


def _put(size: int, rows: Positions, numbers: NDArray[np.intp]) -> Numbers:
    of_rows = np.full(size, -1, np.int64)
    of_rows[rows] = numbers
    return of_rows


class Fitting(NamedTuple):
    """Which names of trainings are surely the one that a body needs, and which may be."""

    surely: Mask
    perhaps: Mask


def trainings(profile: Profile, names: list[str]) -> Mapping[str, Fitting]:
    """By body with a required training, which of these names of trainings are it.

    The profile's word has to stand in the name. A name that names one body is a training of that
    one ("Bimtek PPK" is none of a PPS, "Bimtek Sekretariat PPK" none of a PPK); one that names
    several or none may be one of each of them: it is who was there that tells.
    """
    bodies = [_bodies_in(profile, name) for name in names]
    found = {}
    for body, rules in profile.badan.items():
        if rules.bimtek is not None:
            word = rules.bimtek.kegiatan.casefold()
            fits = np.array([word in name.casefold() for name in names], bool)
            alone = np.array([named == {body} for named in bodies], bool)
            among = np.array([not named or body in named for named in bodies], bool)
            found[body] = Fitting(fits & alone, fits & among & ~alone)
    return found


def _bodies_in(profile: Profile, name: str) -> frozenset[str]:
    spellings = {
        _words(spelling): body
        for body, rules in profile.badan.items()
        for spelling in (body, *rules.sinonim)
    }
    found = _any_of(tuple(sorted(spellings, key=len, reverse=True))).findall(_words(name))
    return frozenset(spellings[words] for words in found)


@cache
def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    """The longest first: "sekretariat ppk" is not "ppk"."""
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b")


def _words(text: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", text.casefold()))


@dataclass(frozen=True)
class Sheets:
    """Rows of attendance: of somebody who was there, of somebody who was not, and those that do not
    say (a cell that cannot be read, a training that is still to come)."""

    present: Mask
    absent: Mask
    open: Mask


@dataclass(frozen=True)
class Session:
    """The required training of one body, by row of members: who is `expected` to have had it and
    can be named in bimtek.csv, and who is `excused`, having been there or being listed for one to
    come. It is `due` once it was held or, where the profile sets a last day, after that day."""

    sheets: Sheets
    due: bool
    expected: Mask
    excused: Mask


def sessions(roster: Roster) -> Mapping[str, Session]:
    """By body with a training in the profile, its training."""
    column = roster.table("bimtek")["kegiatan"]
    required = trainings(roster.profile, column.value_list)
    return {body: _session(roster, body, fits) for body, fits in required.items()}


def _session(roster: Roster, body: str, fitting: Fitting) -> Session:
    members = roster.members
    sheets = _sheets(roster, body, fitting)
    held = sheets.present | sheets.absent
    nameable = np.zeros(len(members), bool)
    excused = nameable.copy()
    for link in links(roster):
        # Where no row of the training names people this way, nobody is missed this way.
        if not held.any() or (link.attendance[held] >= 0).any():
            nameable |= link.nameable
        excused |= link.members_of(sheets.present | sheets.open)
    expected = members.serving & members.of_body(body) & nameable
    return Session(sheets, _is_due(roster, roster.profile.badan[body], sheets), expected, excused)


def _sheets(roster: Roster, body: str, fitting: Fitting) -> Sheets:
    """The rows of the training of a body. A training that may be of several bodies is its where its
    own members were asked."""
    bimtek = roster.table("bimtek")
    training, days = bimtek["kegiatan"], bimtek["tanggal"].dates()
    fits = training.value_in(fitting.surely)
    if fitting.perhaps.any():
        theirs = [link.attendance_of(roster.members.of_body(body)) for link in links(roster)]
        fits |= training.value_in(fitting.perhaps) & np.logical_or.reduce([fits & False, *theirs])
    held = fits & (days <= np.datetime64(roster.as_of))  # never with NaT
    came, unread = np.ones(len(bimtek), bool), np.zeros(len(bimtek), bool)
    if "hadir" in bimtek:
        came, unread = bimtek["hadir"].equals("ya"), bimtek["hadir"].refused
    unknown = np.isnat(days) | ~training.known
    still_to_come = fits & ~held
    return Sheets(held & came, held & ~came & ~unread, (held & unread) | unknown | still_to_come)


def _is_due(roster: Roster, body: Body, sheets: Sheets) -> bool:
    last = last_day(body)
    if last is not None:
        return roster.as_of > last
    return bool((sheets.present | sheets.absent).any())


def last_day(body: Body) -> date | None:
    """The last day on which the training of a body is in time, where the profile sets one."""
    if body.bimtek is None or body.bimtek.paling_lambat is None or body.mulai is None:
        return None
    return body.mulai + timedelta(days=body.bimtek.paling_lambat)
