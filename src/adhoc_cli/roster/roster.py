"""The roster: what rules and reports look at."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

import numpy as np

from adhoc_cli.files.folder import NOTHING, Instead
from adhoc_cli.models.report import WaiverUse
from adhoc_cli.models.rows import REQUIRED, Anggota
from adhoc_cli.places.listed import Places, find_places
from adhoc_cli.profiles.calendar import Calendar, OutOfTerm, calendar_of
from adhoc_cli.profiles.load import Office, load_office
from adhoc_cli.profiles.model import Profile
from adhoc_cli.roster.members import Members
from adhoc_cli.roster.seats import BodySeats, UnknownUnits, count_seats
from adhoc_cli.tables.faults import FaultLog
from adhoc_cli.tables.folder import Folder, open_folder
from adhoc_cli.tables.read import read_table
from adhoc_cli.tables.source import DEFAULT_LIMIT
from adhoc_cli.tables.table import Table

T = TypeVar("T")


@dataclass(frozen=True, eq=False)
class Roster:
    """A folder's tables, its office's settings, and the day on which it is looked at.

    `waived` says what the waivers of `adhoc.toml` cover, one entry each, once rules have run.
    `members` and the seats may only be asked for where `has("anggota")`.
    """

    folder: Folder
    office: Office
    as_of: date
    waived: tuple[WaiverUse, ...] = ()
    _made: dict[Callable[[Roster], Any], Any] = field(
        default_factory=dict, repr=False, compare=False
    )

    def once(self, make: Callable[[Roster], T]) -> T:
        """What `make` makes of the roster, made once: several rules and reports ask for it."""
        if make not in self._made:
            self._made[make] = make(self)
        made: T = self._made[make]
        return made

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

    @cached_property
    def members(self) -> Members:
        """The rows of all anggota files."""
        table = self.folder.tables["anggota"]
        return Members.of(table, self.profile, self.places, self.as_of)

    @cached_property
    def places(self) -> Places:
        """The places that the region files list."""
        return find_places(self.folder.tables)

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

    @cached_property
    def calendar(self) -> Calendar:
        """Where the day stands in the election."""
        return calendar_of(self.profile, self.as_of)

    @cached_property
    def bodies_in_office(self) -> tuple[str, ...]:
        """The expected bodies that are in office on the day: only they have seats to be filled,
        lists to be kept and people to be met."""
        return tuple(name for name in self.expected_bodies if name in self.calendar.in_office)

    @cached_property
    def bodies_outside(self) -> tuple[OutOfTerm, ...]:
        """The expected bodies whose oath is still to come or whose term is over, and the
        secretariats of such bodies."""
        expected = self.expected_bodies
        bodies = self.profile.badan.items()
        theirs = [name for name, body in bodies if body.sekretariat_dari in expected]
        return self.calendar.outside_of({*expected, *theirs})

    @cached_property
    def seats(self) -> Mapping[str, BodySeats | UnknownUnits]:
        """By body of the profile its seats, or why they cannot be counted."""
        return count_seats(self.members)

    @cached_property
    def counted_bodies(self) -> tuple[BodySeats, ...]:
        """The seats of every expected body in office whose units are known."""
        counted = (self.seats[name] for name in self.bodies_in_office)
        return tuple(seats for seats in counted if isinstance(seats, BodySeats))

    @cached_property
    def uncounted_bodies(self) -> tuple[UnknownUnits, ...]:
        """The expected bodies in office whose units cannot be told, with what is missing."""
        counted = (self.seats[name] for name in self.bodies_in_office)
        return tuple(seats for seats in counted if isinstance(seats, UnknownUnits))


def load_roster(
    path: Path,
    as_of: date,
    profile: str | None = None,
    limit: int = DEFAULT_LIMIT,
    instead: Instead = NOTHING,
) -> Roster:
    """The roster in the folder `path` as of a day (`instead` of what lies there, some files as they
    were or will be), or one of the members in the file `path` alone.

    A file is read with the settings of the folder it stands in (its bodies and their synonyms); no
    place is known by name then. Raises `ConfigError` for a faulty `adhoc.toml` or profile and
    `OSError` where there is neither a folder nor a file; what is wrong with the files' contents
    stands in the roster.
    """
    if path.exists() and not path.is_dir():
        office = load_office(path.parent, profile, as_of)
        members = read_table(Anggota, [(path, path.name)], office.profile.vocabulary(), limit)
        alone = Folder(path, {"anggota": members}, FaultLog(), required=("anggota",))
        return Roster(alone, office, as_of)
    office = load_office(path, profile, as_of, instead)
    office.refuse_unsaid()
    # Before the first oath and after the last term a list of members may be empty.
    may_be_empty = () if calendar_of(office.profile, as_of).in_office else ("anggota",)
    folder = open_folder(path, office.profile.vocabulary(), limit, may_be_empty, instead)
    return Roster(folder, office, as_of)
