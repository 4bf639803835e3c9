"""The roster: what rules and reports look at."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from adhoc_cli.models.report import WaiverUse
from adhoc_cli.profiles.load import Office, load_office
from adhoc_cli.profiles.model import Body, Profile
from adhoc_cli.roster.places import Index, Places, find_places, is_desa_code
from adhoc_cli.roster.seats import BodySeats, Count, UnknownUnits, count_members, count_seats
from adhoc_cli.tables.folder import REQUIRED, Folder, read_folder
from adhoc_cli.tables.source import DEFAULT_LIMIT
from adhoc_cli.tables.table import Table
from adhoc_cli.tables.texts import Mask

_LEVELS = ("kecamatan", "desa", "tps")
_KECAMATAN, _DESA, _TPS = range(3)


@dataclass(frozen=True)
class Roster:
    """A folder's tables, its office's settings, and the day on which it is looked at.

    `waived` says what the waivers of `adhoc.toml` cover, one entry each, once rules have run.
    `members` and what is counted from it may only be asked for where `has("anggota")`.
    """

    folder: Folder
    office: Office
    as_of: date
    waived: tuple[WaiverUse, ...] = ()
    _seats: dict[str, BodySeats | UnknownUnits] = field(default_factory=dict, repr=False)

    @property
    def profile(self) -> Profile:
        """The numbers in force."""
        return self.office.profile

    def has(self, kind: str, column: str | None = None) -> bool:
        """Whether the files of this kind are there and readable, with the named column if any."""
        table = self.folder.tables.get(kind)
        if table is None or self.folder.unreadable(kind):
            return False
        return column is None or column in table

    @property
    def without(self) -> tuple[str, ...]:
        """The required files that are missing or could not be read: seats cannot be counted."""
        return tuple(f"{kind}.csv" for kind in REQUIRED if not self.has(kind))

    def table(self, kind: str) -> Table:
        """The table of this kind. Raises KeyError where there is none."""
        return self.folder.tables[kind]

    @property
    def members(self) -> Table:
        """The rows of all anggota files."""
        return self.folder.tables["anggota"]

    @cached_property
    def places(self) -> Places:
        """The places that the region files list."""
        return find_places(self.folder.tables)

    # -- members, as whole columns -----------------------------------------------------------------

    @cached_property
    def active(self) -> Mask:
        """Accepted rows whose status is aktif; without the column everybody is. A status that could
        not be read is neither active nor anything else."""
        members = self.members
        if "status" not in members:
            return members.accepted
        status = members["status"]
        return members.accepted & (status.equals("aktif") | status.empty)

    @cached_property
    def named(self) -> Mask:
        """Rows that name a person."""
        return self.members["nama"].known

    @cached_property
    def serving(self) -> Mask:
        """Rows that fill a seat: active, with a person's name, in a role that the body has."""
        return self.active & self.named & self.role_fits

    @cached_property
    def role_fits(self) -> Mask:
        """Rows whose role is one that the profile gives to their body (a PPS has no sekretaris)."""
        body, role = self.members["badan"], self.members["jabatan"]
        fits = np.zeros((len(body.values) + 1, len(role.values) + 1), bool)
        for b, name in enumerate(body.value_list):
            roles = self.profile.badan[name].jabatan
            fits[b, :-1] = [value in roles for value in role.value_list]
        return np.asarray(fits[body.codes, role.codes])

    @cached_property
    def reserve(self) -> Mask:
        """Accepted rows of named reserves."""
        members = self.members
        if "status" not in members:
            return np.zeros(len(members), bool)
        return members.accepted & members["status"].equals("cadangan") & self.named

    def of_body(self, body: str) -> Mask:
        """Rows of one body."""
        return self.members["badan"].equals(body)

    def of_bodies(self, say: Callable[[Body], Any], missing: Any) -> NDArray[Any]:
        """Per row, what `say` says of its body in the profile; `missing` for an unknown body."""
        column = self.members["badan"]
        said = [say(self.profile.badan[body]) for body in column.value_list]
        return np.array([*said, missing])[column.codes]

    @cached_property
    def repeated_nik(self) -> Mask:
        """Rows whose NIK, a valid one, stands in another row too. Few: what looks for a person in
        several places looks at these only. May only be asked for where there is the column."""
        nik = self.members["nik"]
        often = np.bincount(nik.codes[nik.known], minlength=len(nik.values)) > 1
        return nik.value_in(often) if often.any() else np.zeros(len(self.members), bool)

    @cached_property
    def member_kecamatan(self) -> Index:
        """Per row, the kecamatan whose code it holds; -1 for none."""
        return self.places.in_kecamatan(self.members["kode_wilayah"])

    @cached_property
    def member_desa(self) -> Index:
        """Per row, the desa whose code it holds; -1 for none."""
        return self.places.in_desa(self.members["kode_wilayah"])

    @cached_property
    def member_tps(self) -> Index:
        """Per row, the listed TPS it names; -1 for none."""
        members, tps = self.members, self.places.tps
        if tps is None or "tps" not in members:
            return np.full(len(members), -1, np.int32)
        return tps.find(self.member_desa, members["tps"].numbers())

    @cached_property
    def member_unit(self) -> Index:
        """Per row, the unit of its body that it names (a kecamatan, a desa, a TPS), by position in
        the body's level; -1 where it names none that is listed."""
        level = self._member_level
        unit = np.where(level == _KECAMATAN, self.member_kecamatan, self.member_desa)
        return np.where(level == _TPS, self.member_tps, unit) if (level == _TPS).any() else unit

    @cached_property
    def misplaced(self) -> Mask:
        """Accepted rows whose code is of another level than their body: a PPK in a desa."""
        codes = self.members["kode_wilayah"]
        kinds = (_DESA if is_desa_code(code) else _KECAMATAN for code in codes.value_list)
        found = codes.spread(np.fromiter(kinds, np.int8, len(codes.values)), _KECAMATAN)
        needed = np.minimum(self._member_level, _DESA)
        return np.asarray(self.members.accepted & (needed >= 0) & (found != needed))

    @property
    def _member_level(self) -> NDArray[np.int8]:
        """Per row, the level of its body's units; -1 where the body is not known."""
        column = self.members["badan"]
        levels = [_LEVELS.index(self.profile.badan[body].unit) for body in column.value_list]
        return column.spread(np.array(levels, np.int8), -1)

    @cached_property
    def tallies(self) -> Mapping[str, Count]:
        """The members of every body, counted in one pass over the rows; see `count_members`."""
        return count_members(self)

    # -- bodies and seats --------------------------------------------------------------------------

    @cached_property
    def expected_bodies(self) -> tuple[str, ...]:
        """The bodies to look at: the profile's standing ones, those that `adhoc.toml` names, and
        those of which a row stands in the folder; in the profile's order."""
        present: set[str] = set()
        if self.has("anggota"):
            column = self.members["badan"]
            used = np.bincount(column.codes[column.known], minlength=len(column.values)) > 0
            present = {
                value for value, is_used in zip(column.value_list, used, strict=True) if is_used
            }
        return tuple(
            name
            for name, body in self.profile.badan.items()
            if body.selalu or name in self.office.settings.badan or name in present
        )

    def seats(self, body: str) -> BodySeats | UnknownUnits:
        """The seats of a body, counted once."""
        if body not in self._seats:
            self._seats[body] = count_seats(self, body)
        return self._seats[body]

    @cached_property
    def counted_bodies(self) -> tuple[BodySeats, ...]:
        """The seats of every expected body whose units are known."""
        counted = (self.seats(name) for name in self.expected_bodies)
        return tuple(seats for seats in counted if isinstance(seats, BodySeats))

    @cached_property
    def uncounted_bodies(self) -> tuple[UnknownUnits, ...]:
        """The expected bodies whose units cannot be told, with what is missing."""
        counted = (self.seats(name) for name in self.expected_bodies)
        return tuple(seats for seats in counted if isinstance(seats, UnknownUnits))


def load_roster(
    path: Path, as_of: date, profile: str | None = None, limit: int = DEFAULT_LIMIT
) -> Roster:
    """The roster in the folder `path` as of a day.

    Raises `ConfigError` for a faulty `adhoc.toml` or profile and `OSError` where `path` is no
    folder; what is wrong with the files' contents stands in the roster.
    """
    office = load_office(path, profile, as_of)
    folder = read_folder(path, office.profile.vocabulary(), limit)
    return Roster(folder, office, as_of)
