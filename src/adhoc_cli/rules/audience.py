"""For whom an event of bimtek.csv is: of which bodies, of which divisions of them, from where.

Its columns say it (`untuk_badan`, `untuk_divisi`, `untuk_wilayah`), else its name. Where neither
does, or one cannot be understood, it is for nobody who could be missed there. `Invited` finds the
members whom it is for, by row of members.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Generic, NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

from adhoc_cli.models.codes import is_desa_code, is_kabupaten_code, kecamatan_of, within
from adhoc_cli.models.names import words_of
from adhoc_cli.places.find import PlaceError, find_place
from adhoc_cli.places.listed import Index, Places
from adhoc_cli.profiles.model import Body, Profile
from adhoc_cli.roster.repeats import ByKey, Positions
from adhoc_cli.roster.roster import Roster
from adhoc_cli.tables.texts import Mask
from adhoc_cli.text.lazy import lazy_pattern

T = TypeVar("T")
Divisions = frozenset[str]

COLUMNS = ("untuk_badan", "untuk_divisi", "untuk_wilayah")
_LISTED = lazy_pattern(r"[;,/&\n]|\b(?:dan|serta|and)\b", re.IGNORECASE)
_WHOLE = lazy_pattern(r"[;/\n]")  # names of divisions hold commas and "dan"
_HELD_BY = lazy_pattern(r"\b(?:oleh|by)\b.*", re.IGNORECASE | re.DOTALL)
_BIMTEK = lazy_pattern(r"\bbimbingan\s+teknis\b", re.IGNORECASE)
_OF_A_DIVISION = {"divisi", "division", "div", "kordiv", "kadiv"}
_OF_THE_OFFICE = {"kabupaten", "kab", "kota", "kpu"}
# Before a body: only some of it.
_SOME_OF = {"ketua", "sekretaris", "bendahara", "operator", "admin", "koordinator", "perwakilan"}
_BOTH = {"dan", "serta", "beserta", "and"}
_LONGEST = 8  # words of a name that is looked for: "sosialisasi pendidikan pemilih …"


class Said(NamedTuple):
    """What bimtek.csv says of an event: its name, and the cells that say for whom it is."""

    name: str
    bodies: str
    divisions: str
    places: str


class Audience(NamedTuple):
    """For whom an event is. By body the divisions that it is for, none for the whole body; the
    codes of its places, none for everywhere. `declared` tells that a column says the bodies or the
    divisions, `near` is the kecamatan that only the name tells of, and `unknown` the columns whose
    text names nothing that is known."""

    bodies: Mapping[str, Divisions]
    places: tuple[str, ...] = ()
    declared: bool = False
    near: str | None = None
    unknown: tuple[str, ...] = ()


_NOBODY: Mapping[str, Divisions] = {}


@dataclass(frozen=True, eq=False)
class Audiences:
    """Reads for whom events are, in the words of a profile and the places of a folder."""

    profile: Profile
    listed: Places

    def of(self, said: Said) -> Audience:
        """For whom an event is."""
        bodies = self._bodies(said.bodies) if said.bodies else self.named_in(said.name)
        divided = self._divided(said, bodies)
        places = self._places(said.places)
        found = (bodies is not None, divided is not None, places is not None)
        unknown = tuple(name for name, known in zip(COLUMNS, found, strict=True) if not known)
        whom = _NOBODY if unknown or divided is None else divided
        near = None if said.places else self._kecamatan_in(said.name)
        return Audience(whom, places or (), bool(said.bodies or said.divisions), near, unknown)

    # -- bodies ------------------------------------------------------------------------------------

    def _bodies(self, text: str) -> tuple[str, ...] | None:
        """The bodies that a cell lists; None where it names another one."""
        found = [self._by_words.get(_joined(part)) for part in _LISTED.split(text) if part.strip()]
        return None if None in found else tuple(name for name in found if name is not None)

    def named_in(self, name: str) -> tuple[str, ...]:
        """The bodies that the name of an event says it is for: one ("Bimtek PPK"), or several with
        nothing but "dan" between them. Who holds it ("oleh PPK") is not meant, and an event of some
        ("Bimtek ketua PPK") is not for the body."""
        words = words_of(_HELD_BY.sub("", name))
        found = list(_found(words, self._by_words))
        if any({*words[: one.start][-1:]} & _SOME_OF for one in found):
            return ()
        between = (words[a.end : b.start] for a, b in pairwise(found))
        if all(len(gap) == 1 and gap[0] in _BOTH for gap in between):
            return tuple(dict.fromkeys(one.value for one in found))
        return ()

    @cached_property
    def _by_words(self) -> Mapping[str, str]:
        return {
            _joined(spelling): body
            for body, rules in self.profile.badan.items()
            for spelling in (body, *rules.sinonim)
        }

    # -- divisions ---------------------------------------------------------------------------------

    def _divided(self, said: Said, bodies: Sequence[str] | None) -> Mapping[str, Divisions] | None:
        """By body the divisions; None where the cell names one that none of the bodies has."""
        if bodies is None:
            return _NOBODY
        if not said.divisions:
            return self._divided_by_name(said, bodies)
        # A division that one body alone has says which body is meant.
        asked = bodies or tuple(self.profile.badan)
        found = {name: self._divisions(self.profile.badan[name], said.divisions) for name in asked}
        known = {name: divisions for name, divisions in found.items() if divisions}
        if not bodies and len(known) > 1:
            return _NOBODY
        return known or None

    def _divisions(self, body: Body, text: str) -> Divisions:
        """The divisions of a body that a cell lists; none where it has another one."""
        if whole := body.division(text):
            return frozenset({whole})
        parts = [part for part in _WHOLE.split(text) if part.strip()]
        found = [body.division(part) for part in parts]
        return frozenset(name for name in found if name) if all(found) else frozenset()

    def _divided_by_name(self, said: Said, bodies: Sequence[str]) -> Mapping[str, Divisions]:
        """The division that a name tells of: "Bimtek PPK Divisi Data". A name alone that tells of
        one in other words ("Bimtek hukum PPK") may be for it or for all: for nobody, then; so for a
        body without divisions, of whom one may have been asked ("Bimtek data pemilih PPS")."""
        words = words_of(plain_name(said.name))
        told = {body: self._told(body, words) for body in bodies or self.profile.badan}
        divided = {body: divisions for body, divisions in told.items() if divisions}
        if any(word in _OF_A_DIVISION for word in words):
            return divided if bodies or len(divided) == 1 else _NOBODY
        if not said.bodies and any(self._told(body, words) for body in self.profile.badan):
            return _NOBODY
        return dict.fromkeys(bodies, frozenset())

    def _told(self, body: str, words: Sequence[str]) -> Divisions:
        return frozenset(one.value for one in _found(words, self._divisions_by_words[body]))

    @cached_property
    def _divisions_by_words(self) -> Mapping[str, Mapping[str, str]]:
        return {
            name: {_joined(word): meant for word in (*body.divisi, *body.divisi_sinonim)
                   if (meant := body.division(word))}
            for name, body in self.profile.badan.items()
        }  # fmt: skip

    # -- places ------------------------------------------------------------------------------------

    def _places(self, text: str) -> tuple[str, ...] | None:
        """The codes of the places that a cell lists; None where it names another one. All of a
        kabupaten is everywhere."""
        try:
            return self._listed_in([text]) if text else ()
        except PlaceError:
            parts = [part for part in _LISTED.split(text) if part.strip()]
        try:
            return self._listed_in(parts)
        except PlaceError:
            return None

    def _listed_in(self, texts: Sequence[str]) -> tuple[str, ...]:
        return tuple(find_place(self.listed, text) for text in texts)

    def _kecamatan_in(self, name: str) -> str | None:
        """The one kecamatan that a name tells of ("Bimtek PPS Kec. Bulu"); not the kabupaten, whose
        name a kecamatan may bear as well."""
        words = words_of(name)
        found = {
            one.value[0]
            for one in _found(words, self.listed.kecamatan.by_name)
            if len(one.value) == 1 and not {*words[: one.start][-1:]} & _OF_THE_OFFICE
        }
        return self.listed.kecamatan.codes[found.pop()] if len(found) == 1 else None


def plain_name(name: str) -> str:
    """The name of an event with "bimtek" for "bimbingan teknis", in small letters."""
    return _BIMTEK.sub("bimtek", name.casefold())


class _Span(NamedTuple, Generic[T]):
    """What words from `start` to `end` name."""

    start: int
    end: int
    value: T


def _found(words: Sequence[str], known: Mapping[str, T]) -> Iterator[_Span[T]]:
    """What runs of words name, the longest first: "sekretariat ppk" is not "ppk"."""
    start = 0
    while start < len(words):
        ends = range(min(start + _LONGEST, len(words)), start, -1)
        runs = ((end, "".join(words[start:end])) for end in ends)
        span = next((_Span(start, end, known[key]) for end, key in runs if key in known), None)
        if span:
            yield span
        start = span.end if span else start + 1


def _joined(text: str) -> str:
    return "".join(words_of(text))


_NOWHERE = np.empty(0, np.intp)


class Invited:
    """Finds rows of members by body, division and place; made once for a roster, so that an event
    of one kecamatan costs no more than its people."""

    def __init__(self, roster: Roster) -> None:
        self._roster, self._members, self._places = roster, roster.members, roster.places
        self._known: dict[str, ByKey] = {}
        self._numbers: dict[str, NDArray[np.int8]] = {}

    def rows(self, audience: Audience) -> Positions:
        """The rows of the members of whatever status that an event is for, ascending."""
        found = [
            self._of_body(body, divisions, audience.places)
            for body, divisions in audience.bodies.items()
        ]
        return np.sort(np.concatenate([_NOWHERE, *found]))

    def _of_body(self, body: str, divisions: Divisions, places: Iterable[str]) -> Positions:
        rows = self._by_kecamatan(body)
        chosen = rows.all
        if places and self._roster.profile.badan[body].level != "kabupaten":
            kecamatan = {at for place in places for at in self._kecamatan_of(place)}
            chosen = np.concatenate([_NOWHERE, *(rows.of(at) for at in sorted(kecamatan))])
        chosen = chosen[self.within(places, chosen)]
        return chosen[self._holds(body, divisions, chosen)]

    def are_all_in(self, place: str, rows: Positions) -> bool:
        """Whether these rows of members are of one place, if there are any."""
        return bool(rows.size and self.within((place,), rows).all())

    def _by_kecamatan(self, body: str) -> ByKey:
        if body not in self._known:
            rows = np.flatnonzero(self._members.of_body(body))
            self._known[body] = ByKey(self.kecamatan, rows)
        return self._known[body]

    @cached_property
    def kecamatan(self) -> Index:
        """Per row the kecamatan that it is of or whose desa it is of; -1 for none."""
        return self._members.above

    @cached_property
    def _kabupaten(self) -> Index:
        """Per row the kabupaten whose own code it holds; -1 for none."""
        return self._places.at_level("kabupaten", self._members["kode_wilayah"])

    def _kecamatan_of(self, place: str) -> Iterable[int]:
        listed = self._places.kecamatan
        if is_kabupaten_code(place):
            return (at for at, code in enumerate(listed.codes) if within(code, place))
        if is_desa_code(place):
            return (int(self._places.desa.parent[self._places.desa.index[place]]),)
        return (listed.index[kecamatan_of(place)],)

    def within(self, places: Iterable[str], rows: Positions) -> Mask:
        """Which rows are of these places; all of them where none is named."""
        if not places:
            return np.ones(rows.size, bool)
        inside = np.zeros(rows.size, bool)
        for place in places:
            if is_desa_code(place):
                inside |= self._members.desa[rows] == self._places.desa.index[place]
            for at in () if is_desa_code(place) else self._kecamatan_of(place):
                inside |= self.kecamatan[rows] == at
            if is_kabupaten_code(place):
                inside |= self._kabupaten[rows] == self._places.kabupaten.index.get(place, -2)
        return inside

    def _holds(self, body: str, divisions: Divisions, rows: Positions) -> Mask:
        """Which rows hold one of these divisions of a body; all of them where none is named."""
        if not divisions:
            return np.ones(rows.size, bool)
        names = self._roster.profile.badan[body].divisi
        return np.isin(self.division(body)[rows], [names.index(name) for name in divisions])

    def division(self, body: str) -> NDArray[np.int8]:
        """Per row the number of the division that it holds in a body, -1 for none."""
        if body not in self._numbers:
            held = self._members.divisions(self._roster.profile.badan[body])
            # A text that is none of them holds none.
            self._numbers[body] = np.maximum(held, -1).astype(np.int8)
        return self._numbers[body]


def invited(roster: Roster) -> Invited:
    """Who may be invited to the events of a roster; made once."""
    return roster.once(Invited)
