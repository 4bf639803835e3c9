"""The events of bimtek.csv: which rows are of one, what they say of it, and for whom it is.

An event is one name on one day for the same people. Of rows that do not say for whom, while others
of that name and day do, each is of the event that its participant belongs to.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from adhoc_cli.roster.repeats import ByKey, Positions
from adhoc_cli.roster.roster import Roster
from adhoc_cli.rules.attendance import participants
from adhoc_cli.rules.audience import COLUMNS, Audience, Audiences, Said
from adhoc_cli.rules.invited import invited
from adhoc_cli.tables.table import Table

DESCRIBED = ("tempat", "penyelenggara", "pemantau", "jam")
# What tells a further session of the same training from another one.
_SESSION = re.compile(
    r"\b(?:susulan|ulang(?:an)?|lanjutan|(?:gelombang|angkatan|sesi|batch|kelas|hari(?: ke)?)"
    r" (?:\d+|[ivx]+|[a-z]))\b"
)

Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Event:
    """One event. `rows` are its rows in bimtek.csv, `people` those of them that name somebody;
    `said` is what they say of it by column; `training` numbers what it is a session of."""

    name: str
    day: date
    rows: Positions
    people: Positions
    said: Mapping[str, str]
    audience: Audience
    training: int

    @property
    def first(self) -> int:
        """Its first row in bimtek.csv."""
        return int(self.rows[0])

    def is_for(self, body: str) -> bool:
        """Whether it is for somebody of this body."""
        return body in self.audience.bodies

    def is_for_all_of(self, body: str) -> bool:
        """Whether it is for all divisions of this body."""
        return self.audience.bodies.get(body) == frozenset()


def events_of(roster: Roster) -> tuple[Event, ...]:
    """The events of bimtek.csv in its order; read once. None without the file."""
    return roster.once(_events) if roster.has("bimtek") else ()


def _events(roster: Roster) -> tuple[Event, ...]:
    bimtek = roster.table("bimtek")
    numbers = _numbered(roster, bimtek)
    order = np.argsort(numbers, kind="stable")
    order = order[int(np.searchsorted(numbers[order], 0)) :]
    starts = np.flatnonzero(np.diff(numbers[order]))
    groups = [rows for rows in np.split(order, starts + 1) if rows.size]
    read = _Reader(roster)
    return tuple(read.event(rows) for rows in groups)


def _numbered(roster: Roster, bimtek: Table) -> Numbers:
    """Per row the number of its event, in the order in which they first stand; -1 without a name or
    a day."""
    names = _by_text(bimtek, "kegiatan")
    days = bimtek["tanggal"].dates().astype(np.int64)
    known = bimtek["kegiatan"].known & ~np.isnat(bimtek["tanggal"].dates())
    held = _together(names, days)
    held[~known] = -1
    for_whom = _together(*(_by_text(bimtek, name) for name in COLUMNS))
    silent = np.logical_and.reduce([_by_text(bimtek, name) < 0 for name in COLUMNS])
    settled = _settled(roster, held, np.where(silent, -1, for_whom))
    numbers = np.full(len(bimtek), -1, np.int64)
    numbers[known] = pd.factorize(_together(held, settled)[known])[0]
    return numbers


def _settled(roster: Roster, held: Numbers, for_whom: Numbers) -> Numbers:
    """`for_whom` with the rows that do not say it given to the one that others of the same name and
    day say; where those say several, to the first that fits the participant."""
    saying = np.flatnonzero((for_whom >= 0) & (held >= 0))
    silent = np.flatnonzero((for_whom < 0) & (held >= 0))
    settled = for_whom.copy()
    if not saying.size or not silent.size:
        return settled
    table = pd.DataFrame({"held": held[saying], "row": saying, "whom": for_whom[saying]})
    by_event = ByKey(held, silent)
    for of, sessions in table.drop_duplicates(["held", "whom"]).groupby("held"):
        rows = by_event.of(int(str(of)))
        if len(sessions) == 1:
            settled[rows] = int(sessions["whom"].iloc[0])
        elif rows.size:
            _share_out(roster, rows, sessions, settled)
    return settled


def _share_out(roster: Roster, rows: Positions, sessions: pd.DataFrame, settled: Numbers) -> None:
    """Give rows of attendance to those of several sessions that fit their participants."""
    people, who = participants(roster)[rows], invited(roster)
    places = np.where(people >= 0, who.kecamatan[people], -1)
    near = ByKey(places, np.flatnonzero(people >= 0))
    read = _Reader(roster)
    for row, whom in zip(sessions["row"].tolist(), sessions["whom"].tolist(), strict=True):
        audience = read.audience(np.array([row]))
        there = near.all if not audience.places else who.near(near, audience.places)
        there = there[settled[rows[there]] < 0]
        settled[rows[there[who.fits(audience, people[there])]]] = whom


def _by_text(bimtek: Table, name: str) -> Numbers:
    """Per row a number that cells of the same words share, -1 for an empty one."""
    if name not in bimtek:
        return np.full(len(bimtek), -1, np.int64)
    column = bimtek[name]
    keys: dict[str, int] = {}
    numbers = [keys.setdefault(_key(text), len(keys)) for text in column.value_list]
    return column.spread(np.array(numbers, np.int64), -1)


def _together(*columns: Numbers) -> Numbers:
    """Per row one number for those of several columns."""
    found = columns[0]
    for column in columns[1:]:
        found = found * (int(column.max(initial=0)) + 2) + column + 1
    return np.asarray(pd.factorize(found)[0], np.int64)


def _key(text: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", text.casefold()))


class _Reader:
    """Reads what the rows of an event say of it."""

    def __init__(self, roster: Roster) -> None:
        self._roster, self._bimtek = roster, roster.table("bimtek")
        self._audiences = Audiences(roster.profile, roster.places)
        self._known: dict[Said, Audience] = {}
        self._trainings: dict[tuple[str, str, str], int] = {}
        named = [~self._bimtek[name].empty for name in ("nik", "nama") if name in self._bimtek]
        self._names = np.logical_or.reduce([np.zeros(len(self._bimtek), bool), *named])
        self._days = self._bimtek["tanggal"].dates()

    def event(self, rows: Positions) -> Event:
        """The event of these rows."""
        said = {name: text for name in DESCRIBED if (text := self._first(name, rows))}
        whom = self._said(rows)
        people = rows[self._names[rows]]
        training = (_SESSION.sub("", _key(whom.name)).strip(), _key(whom.bodies),
                    _key(whom.divisions))  # fmt: skip
        return Event(
            whom.name,
            self._days[rows[0]].item(),
            rows,
            people,
            {**said, **{name: text for name in COLUMNS if (text := self._first(name, rows))}},
            self._with_evidence(self._of(whom), people),
            self._trainings.setdefault(training, len(self._trainings)),
        )

    def audience(self, rows: Positions) -> Audience:
        """For whom the event of these rows is, by what they say."""
        return self._of(self._said(rows))

    def _of(self, said: Said) -> Audience:
        if said not in self._known:
            self._known[said] = self._audiences.of(said)
        return self._known[said]

    def _said(self, rows: Positions) -> Said:
        return Said(*(self._first(name, rows) for name in ("kegiatan", *COLUMNS)))

    def _first(self, name: str, rows: Positions) -> str:
        """What the first of the rows that says something says in a column."""
        if name not in self._bimtek:
            return ""
        said = rows[self._bimtek[name].known[rows]]
        return str(self._bimtek.value(name, int(said[0]))) if said.size else ""

    def _with_evidence(self, audience: Audience, people: Positions) -> Audience:
        """What a name alone says, as its list bears it out ("Bimtek pembentukan KPPS" is for those
        who form them): a body of which somebody is listed, a kecamatan from which all are."""
        rows = participants(self._roster)[people]
        rows = rows[rows >= 0]
        if audience.declared:
            bodies = audience.bodies
        else:
            body = self._roster.members["badan"]
            there = set(body.codes[rows].tolist())
            bodies = {
                name: divisions
                for name, divisions in audience.bodies.items()
                if body.position(name) in there
            }
        near = audience.near
        if near is not None and invited(self._roster).are_all_in(near, rows):
            return replace(audience, bodies=bodies, places=(near,))
        return replace(audience, bodies=bodies)
