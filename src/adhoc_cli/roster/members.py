"""The rows of all anggota files with what the profile and the places make of them: who serves,
who is a reserve, and of which unit."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields
from datetime import date
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from adhoc_cli.models.codes import LEVELS, depth_of, level_of
from adhoc_cli.places.listed import Index, Places
from adhoc_cli.profiles.model import Body, Profile
from adhoc_cli.roster.leaving import (
    SUSPENDED,
    Day,
    Leaving,
    Left,
    days_by_place,
    find_by_name,
    find_leaving,
    find_left,
)
from adhoc_cli.tables.table import Table
from adhoc_cli.tables.texts import Mask

_KABUPATEN, _KECAMATAN, _DESA, _TPS = range(len(LEVELS) + 1)
_NIK_LENGTH = 16
UNKNOWN_DIVISION = -2  # beside -1 for no division


@dataclass(frozen=True, eq=False)
class Members(Table):
    """The table of members. Each property is a whole column: a mask or a number per row."""

    profile: Profile
    places: Places
    as_of: date

    @classmethod
    def of(cls, table: Table, profile: Profile, places: Places, as_of: date) -> Members:
        """The rows of `table`, looked at on a day with a profile and the places of a folder."""
        cells = {field.name: getattr(table, field.name) for field in fields(Table)}
        return cls(**cells, profile=profile, places=places, as_of=as_of)

    def of_status(self, status: str) -> Mask:
        """Accepted rows with this status; an empty one says aktif, and one that could not be read
        says nothing."""
        if "status" not in self:
            return self.accepted & (status == "aktif")
        column = self["status"]
        return self.accepted & (column.equals(status) | (column.empty & (status == "aktif")))

    @cached_property
    def active(self) -> Mask:
        """Accepted rows whose status is aktif; without the column everybody is."""
        return self.of_status("aktif")

    @cached_property
    def named(self) -> Mask:
        """Rows that name a person."""
        return self["nama"].known & ~self.nobody

    @cached_property
    def left(self) -> Left:
        """By what says it, active rows of people who left, or have not begun."""
        day = Day(self.profile, self.as_of)
        return find_left(self, self.active & self.named, self.by_name, day)

    @cached_property
    def by_name(self) -> Left:
        """By what it says, rows whose name tells that the person died or left."""
        return find_by_name(self["nama"])

    @cached_property
    def holding(self) -> Mask:
        """Rows that hold a seat by their status: active, with a person's name, in a role that the
        body has."""
        return self.active & self.named & self.role_fits

    @cached_property
    def serving(self) -> Mask:
        """Rows that fill a seat: that hold it, and of which nothing else says the person left."""
        gone = self.left.values()
        return np.asarray(np.logical_and.reduce([self.holding, *(~rows for rows in gone)]))

    @cached_property
    def leaving(self) -> Leaving:
        """What the rows say of a leave."""
        return find_leaving(self, self.holding, Day(self.profile, self.as_of))

    @cached_property
    def suspended(self) -> Mask:
        """Named rows of members who are suspended: dismissed by a pleno, and not by decree yet
        (PKPU 8/2022 article 43 (6)). A day of leaving and its decree end that."""
        rows = self.of_status(SUSPENDED) & self.named
        return rows & ~self.leaving.gone if rows.any() else rows

    @cached_property
    def seated(self) -> Mask:
        """Rows of those whose seat is not vacant: who serve, and who are suspended."""
        return self.serving | (self.suspended & self.role_fits)

    @cached_property
    def role_fits(self) -> Mask:
        """Rows whose role is one that the profile gives to their body (a PPS has no sekretaris)."""
        body, role = self["badan"], self["jabatan"]
        roles = [self.profile.badan[name].jabatan for name in body.value_list]
        known = [[value in given for value in role.value_list] + [False] for given in roles]
        nothing = [False] * (len(role.values) + 1)
        return np.array([*known, nothing])[body.codes, role.codes]

    @cached_property
    def reserve(self) -> Mask:
        """Accepted rows of named reserves."""
        return self.of_status("cadangan") & self.named

    def of_body(self, body: str) -> Mask:
        """Rows of one body."""
        return self["badan"].equals(body)

    def of_bodies(self, say: Callable[[Body], Any], missing: Any) -> NDArray[Any]:
        """Per row, what `say` says of its body in the profile; `missing` for an unknown body."""
        column = self["badan"]
        said = [say(self.profile.badan[body]) for body in column.value_list]
        return np.array([*said, missing])[column.codes]

    def by_place(self, day: Callable[[Body, str], date | None]) -> NDArray[np.datetime64]:
        """Per row, a day of its body in its place; NaT for none."""
        return days_by_place(self, self.profile, day)

    def divisions(self, body: Body) -> NDArray[np.int64]:
        """Per row the number of the division of `body` that it names; -1 where it names none, and
        `UNKNOWN_DIVISION` where its text is none of them."""
        if "divisi" not in self:
            return np.full(len(self), -1, np.int64)

        def number(text: str) -> int:
            name = body.division(text)
            return UNKNOWN_DIVISION if name is None else body.divisi.index(name)

        return self["divisi"].numbered(number)

    @cached_property
    def repeated_nik(self) -> Mask:
        """Rows whose NIK, a valid one, stands in another row too. Few: what looks for a person in
        several places looks at these only. May only be asked for where there is the column."""
        nik = self["nik"]
        often = np.bincount(nik.codes[nik.known], minlength=len(nik.values)) > 1
        return nik.value_in(often) if often.any() else np.zeros(len(self), bool)

    @cached_property
    def nik_numbers(self) -> NDArray[np.int64]:
        """Per row its NIK as a number, -1 where there is none that can be read."""
        return nik_numbers(self)

    @cached_property
    def kecamatan(self) -> Index:
        """Per row, the kecamatan whose code it holds; -1 for none."""
        return self.places.in_kecamatan(self["kode_wilayah"])

    @cached_property
    def desa(self) -> Index:
        """Per row, the desa whose code it holds; -1 for none."""
        return self.places.in_desa(self["kode_wilayah"])

    @property
    def above(self) -> Index:
        """Per row, the kecamatan whose code it holds or in which its desa lies; -1 for none."""
        parents = np.append(self.places.desa.parent, np.int32(-1))
        return np.where(self.desa >= 0, parents[self.desa], self.kecamatan)

    @cached_property
    def tps(self) -> Index:
        """Per row, the listed TPS it names; -1 for none."""
        tps = self.places.tps
        if tps is None:
            return np.full(len(self), -1, np.int32)
        return tps.find(self.desa, self.numbers("tps"))

    @cached_property
    def unit(self) -> Index:
        """Per row, the unit of its body that it names (a kecamatan, a desa, a TPS), by position in
        the body's level; -1 where it names none that is listed."""
        level = self._level
        unit = np.where(level == _KECAMATAN, self.kecamatan, self.desa)
        if (own := level == _KABUPATEN).any():
            unit[own] = self.places.at_level("kabupaten", self["kode_wilayah"])[own]
        return np.where(level == _TPS, self.tps, unit) if (level == _TPS).any() else unit

    @cached_property
    def misplaced(self) -> Mask:
        """Accepted rows whose code is of another level than their body: a PPK in a desa."""
        codes = self["kode_wilayah"]
        found = codes.numbered(lambda code: depth_of(level_of(code)))
        needed = np.minimum(self._level, _DESA)
        return np.asarray(self.accepted & (needed >= 0) & (found != needed))

    @property
    def _level(self) -> NDArray[np.int8]:
        """Per row, the level of its body's units; -1 where the body is not known."""
        return self.of_bodies(lambda body: depth_of(body.unit), -1).astype(np.int8)


def nik_numbers(table: Table) -> NDArray[np.int64]:
    """Per row its NIK as a number, -1 where there is none that can be read."""
    if "nik" not in table:
        return np.full(len(table), -1, np.int64)
    column = table["nik"]
    numbers = np.zeros(len(column.values), np.int64)
    for digit in column.value_texts.bytes_matrix(_NIK_LENGTH).T:
        numbers *= 10
        numbers += digit - np.uint8(ord("0"))
    return column.spread(numbers, -1)
