"""Whom of the members an event of bimtek.csv is for, by row of members."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from adhoc_cli.models.codes import is_desa_code, is_kabupaten_code, kecamatan_of, within
from adhoc_cli.places.listed import Index
from adhoc_cli.roster.repeats import ByKey, Positions
from adhoc_cli.roster.roster import Roster
from adhoc_cli.rules.audience import Audience, Divisions
from adhoc_cli.tables.texts import Mask

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
        parents = np.append(self._places.desa.parent, np.int32(-1))
        own = self._members.kecamatan
        return np.where(own >= 0, own, parents[self._members.desa])

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
