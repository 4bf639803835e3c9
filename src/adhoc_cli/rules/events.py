"""The events of bimtek.csv: which rows are of one, what they say of it, and for whom it is.

An event is one name on one day for the same people. Of rows that do not say for whom, while others
of that name and day do, each is of the event that its participant belongs to; those of guests, whom
none of them was for, are an event for nobody.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from adhoc_cli.models.finding import Finding
from adhoc_cli.models.names import words_of
from adhoc_cli.roster.repeats import ByKey, Positions, in_order, joint
from adhoc_cli.roster.roster import Roster
from adhoc_cli.rules.attendance import links, participants
from adhoc_cli.rules.audience import COLUMNS, Audience, Audiences, Said, invited
from adhoc_cli.tables.table import Table
from adhoc_cli.tables.texts import Mask
from adhoc_cli.text.lazy import lazy_pattern

DESCRIBED = ("tempat", "penyelenggara", "pemantau", "jam")
# What tells a further session of the same training from another one.
_SESSION = lazy_pattern(
    r"\b(?:susulan|ulang(?:an)?|lanjutan"
    r"|(?:gelombang|gel|angkatan|sesi|batch|kelas|kloter|kelompok|rombongan|hari)(?: ke)?"
    r" (?:\d+|[ivx]+|[a-z]|pertama|kedua|ketiga|keempat|satu|dua|tiga|empat))\b"
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
        """Its first row in bimtek.csv; one that tells of the event, not of a person, where there
        is one."""
        about = self.rows[~np.isin(self.rows, self.people)]
        return int(about[0] if about.size else self.rows[0])

    def is_for(self, body: str) -> bool:
        """Whether it is for somebody of this body."""
        return body in self.audience.bodies

    def is_for_all_of(self, body: str) -> bool:
        """Whether it is for all divisions of this body."""
        return self.audience.bodies.get(body) == frozenset()


def at_event(
    roster: Roster,
    event: Event,
    params: Mapping[str, object],
    *,
    row: int | None = None,
    column: str | None = None,
    body: str | None = None,
) -> Finding:
    """A failure of an event, at its first row or another one; of its place where that is one."""
    file, line = roster.table("bimtek").where(event.first if row is None else row)
    places = event.audience.places
    region = roster.places.region(places[0]) if len(places) == 1 else None
    named = {"training": event.name, "day": event.day, **params}
    return Finding(file=file, line=line, column=column, region=region, body=body, params=named)


def events_of(roster: Roster) -> tuple[Event, ...]:
    """The events of bimtek.csv in its order; read once. None without the file, or where nobody is
    known who could have been there."""
    return roster.once(_events) if roster.has("bimtek") and roster.has("anggota") else ()


def _events(roster: Roster) -> tuple[Event, ...]:
    bimtek = roster.table("bimtek")
    held, for_whom = _held(bimtek), _for_whom(bimtek)
    guests = _settle(roster, held, for_whom)
    numbers = np.where(held >= 0, joint(held, for_whom), -1)
    order = in_order(numbers)
    order = order[int(np.searchsorted(numbers[order], 0)) :]
    starts = np.flatnonzero(np.diff(numbers[order]))
    read = roster.once(_Reader)
    found = (read.event(rows, guests[rows[0]]) for rows in np.split(order, starts + 1) if rows.size)
    return tuple(sorted(found, key=lambda event: int(event.rows[0])))


def _held(bimtek: Table) -> Numbers:
    """Per row a number for its name and day; -1 without one of them."""
    days = bimtek["tanggal"].dates()
    held = joint(_by_text(bimtek, "kegiatan"), days.astype(np.int64))
    held[~bimtek["kegiatan"].known | np.isnat(days)] = -1
    return held


def _for_whom(bimtek: Table) -> Numbers:
    """Per row a number for what it says of whom the event is for; -1 where it does not."""
    columns = [_by_text(bimtek, name) for name in COLUMNS]
    silent = np.logical_and.reduce([column < 0 for column in columns])
    return np.where(silent, -1, joint(*columns))


def _settle(roster: Roster, held: Numbers, for_whom: Numbers) -> Mask:
    """Give the rows that do not say it what others of the same name and day say; where those say
    several things, the first that fits the participant. The rows of guests, whom none fits."""
    saying = np.flatnonzero((for_whom >= 0) & (held >= 0))
    silent = np.flatnonzero((for_whom < 0) & (held >= 0))
    guests = np.zeros(held.size, bool)
    if not saying.size or not silent.size:
        return guests
    _, first = np.unique(joint(held[saying], for_whom[saying]), return_index=True)
    sessions, attending = ByKey(held, saying[first]), ByKey(held, silent)
    for event in sorted(set(held[saying].tolist())):
        said, rows = np.sort(sessions.of(event)), attending.of(event)
        if said.size == 1:
            for_whom[rows] = for_whom[said[0]]
        elif rows.size:
            _share_out(roster, rows, said, for_whom)
            guests[rows] = for_whom[rows] < 0
    return guests


def _share_out(roster: Roster, rows: Positions, sessions: Positions, for_whom: Numbers) -> None:
    """Give rows of attendance to those of several sessions (each a row that describes it) that
    their participants were invited to, as members who serve before others."""
    read, who, serving = roster.once(_Reader), invited(roster), roster.members.serving
    found = [np.full(link.size + 1, -1, np.int64) for link in links(roster)]
    asked = [
        (whom, who.rows(read.audience(np.array([row]))))
        for row, whom in zip(sessions.tolist(), for_whom[sessions].tolist(), strict=True)
    ]
    for status in (~serving, serving):  # what is written last stays
        for whom, members in reversed(asked):
            for link, of_number in zip(links(roster), found, strict=True):
                of_number[link.members[members[status[members]]]] = whom
    for link, of_number in zip(links(roster), found, strict=True):
        of_number[-1] = -1  # what has no number
        told = of_number[link.attendance[rows]]
        for_whom[rows] = np.where(for_whom[rows] < 0, told, for_whom[rows])


def _by_text(bimtek: Table, name: str) -> Numbers:
    """Per row a number that cells of the same words share, -1 for an empty one."""
    if name not in bimtek:
        return np.full(len(bimtek), -1, np.int64)
    keys: dict[str, int] = {}
    return bimtek[name].numbered(lambda text: keys.setdefault(words_key(text), len(keys)))


def words_key(text: str) -> str:
    """The words of a text in small letters, without punctuation."""
    return " ".join(words_of(text))


class _Reader:
    """Reads what the rows of an event say of it."""

    def __init__(self, roster: Roster) -> None:
        self._roster, self._bimtek = roster, roster.table("bimtek")
        self._audiences = Audiences(roster.profile, roster.places)
        self._known: dict[Said, Audience] = {}
        self._trainings: dict[tuple[str, str], int] = {}
        named = [~self._bimtek[name].empty for name in ("nik", "nama") if name in self._bimtek]
        self._names = np.logical_or.reduce([np.zeros(len(self._bimtek), bool), *named])
        self._days = self._bimtek["tanggal"].dates()

    def event(self, rows: Positions, of_guests: bool) -> Event:
        """The event of these rows."""
        said = {name: text for name in DESCRIBED if (text := self._first(name, rows))}
        whom = self._said(rows)
        people = rows[self._names[rows]]
        training = (_SESSION.sub("", words_key(whom.name)).strip(), words_key(whom.divisions))
        return Event(
            whom.name,
            self._days[rows[0]].item(),
            rows,
            people,
            {**said, **{name: text for name in COLUMNS if (text := self._first(name, rows))}},
            Audience({}) if of_guests else self._with_evidence(self._of(whom), people),
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
        said = rows[self._bimtek[name].codes[rows] >= 0]
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
            return audience._replace(bodies=bodies, places=(near,))
        return audience._replace(bodies=bodies)
