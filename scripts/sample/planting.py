"""What the plants work with: the folder, the places still untouched, and what a damage leads to.

A plant is a small function that damages the folder and returns every finding that must follow from
it, side effects included. Each takes a place of its own, so that effects do not mix.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from scripts.sample.election import Election
from scripts.sample.people import Person
from scripts.sample.places import Places
from scripts.sample.polling import BODIES as TPS_BODIES
from scripts.sample.polling import ages_of
from scripts.sample.roster import (
    PPK,
    PPK_SECRETARIAT,
    PPS,
    PPS_SECRETARIAT,
    TRAINING_FILE,
    Body,
    Maker,
)
from scripts.sample.tables import Damage, Folder, Row, Unit

SECRETARIATS = (PPK_SECRETARIAT, PPS_SECRETARIAT)
BODIES = (PPK, PPS, *TPS_BODIES, *SECRETARIATS)
_LEAVING_DECREE = 131
_BY_NAME = {body.name: body for body in BODIES}


@dataclass(frozen=True)
class Planted:
    """A finding that must be found. With a `row`, its file and line are those of the row.

    `severity` says how much it weighs where its rule has several. `seats` is by how many the
    members of a body in listed places have changed: totals follow from it. `since` is the first
    day on which it is to be found, where it is not to be found at once.
    """

    code: str
    note: str
    row: Row | None = None
    file: str | None = None
    line: int | None = None
    column: str | None = None
    region: str | None = None
    tps: int | None = None
    body: str | None = None
    severity: str | None = None
    seats: tuple[str, int] | None = None
    since: date | None = None

    def located(self, lines: Mapping[Row, int]) -> Planted:
        """The same finding with the file and line of its row filled in."""
        if self.row is None:
            return self
        return replace(self, row=None, file=self.row.file, line=lines[self.row])


class Exhausted(Exception):  # noqa: N818 - nothing is wrong: every place has its fault
    """No place of that level is left."""


class Stage:
    """The folder that the plants change, and the places that no plant has taken yet.

    `units` holds the places by level; a body of which it holds places by name has its own.
    """

    def __init__(
        self, places: Places, folder: Folder, maker: Maker, units: Mapping[str, Iterable[Unit]]
    ) -> None:
        self.places = places
        self.folder = folder
        self.maker = maker
        self._units: dict[str, Iterator[Unit]] = {level: iter(of) for level, of in units.items()}
        self._numbers = iter(range(90, 0, -1))

    @property
    def rng(self) -> random.Random:
        """The one source of chance."""
        return self.maker.rng

    @property
    def election(self) -> Election:
        """The election whose days count."""
        return self.maker.election

    @property
    def first_desa(self) -> Unit:
        """The desa whose rows come first in the files."""
        return Unit(self.places.desa[0].code)

    @property
    def last_desa(self) -> Unit:
        """The desa whose rows come last in the files."""
        return Unit(self.places.desa[-1].code)

    @property
    def last_regency(self) -> str:
        """The code of the kabupaten whose rows come last in the files."""
        return self.places.kecamatan[-1].code[: len("33.23")]

    def unit(self, body: Body) -> Unit:
        """A place of the body that no plant has taken yet. Raises `Exhausted`."""
        found = next(self._units[body.name if body.name in self._units else body.level], None)
        if found is None:
            raise Exhausted(body.level)
        return found

    def free_number(self) -> int:
        """A number that no place has: of a kecamatan, or the end of that of a desa."""
        return next(self._numbers)

    # -- rows --------------------------------------------------------------------------------------

    def rows_of(self, body: Body, unit: Unit, status: str | None = None) -> list[Row]:
        """The rows of a body in a place, in the order of the file."""
        return [
            row
            for row in self.folder.rows(body.file)
            if row.unit == unit
            and row.body == body.name
            and status in (None, row.cells.get("status"))
        ]

    def active(self, body: Body, unit: Unit) -> list[Row]:
        """The rows of the active members, ketua first."""
        return self.rows_of(body, unit, "aktif")

    def reserves(self, body: Body, unit: Unit) -> list[Row]:
        """The rows of the reserves, best rank first."""
        return self.rows_of(body, unit, "cadangan")

    def a_member(self, body: Body) -> Row:
        """The last active anggota of a fresh place."""
        return self.active(body, self.unit(body))[-1]

    def a_row(self, body: Body) -> Row:
        """Somebody of a fresh place on whom little depends: a reserve where the body has any."""
        unit = self.unit(body)
        return self.reserves(body, unit)[0] if body.reserves else self.active(body, unit)[-1]

    def desa(self, unit: Unit) -> Row:
        """The row of a desa in desa.csv."""
        return next(row for row in self.folder.rows("desa.csv") if row.unit == Unit(unit.code))

    # -- changes -----------------------------------------------------------------------------------

    def newcomer(self, body: Body, sex: str, unit: Unit) -> Person:
        """Somebody who is in no roster yet."""
        return self.maker.registry.person(sex, unit.code, ages_of(body, self.election))

    def insert_after(self, row: Row, new: Row) -> Row:
        """Put a new row behind another one of the same file."""
        rows = self.folder.rows(row.file)
        rows.insert(rows.index(row) + 1, new)
        return new

    def another_after(self, row: Row, sex: str, **cells: str) -> Row:
        """Somebody new in the same office as `row`, who was at the same bimtek."""
        body = _BY_NAME[row.body or ""]
        person = self.newcomer(body, sex, row.unit or Unit(""))
        new = Row(row.file, row.cells | person.cells() | cells, row.body, row.unit)
        for present in self._attendances(row):
            cells = present.cells | {"nik": person.nik}
            self.insert_after(present, Row(TRAINING_FILE, cells, present.body, present.unit))
        return self.insert_after(row, new)

    def remove(self, row: Row) -> None:
        """Take a member out of the roster, attendance included."""
        self.drop_attendance(row)
        self.folder.rows(row.file).remove(row)

    def attendance_of(self, row: Row) -> Row | None:
        """The row of the bimtek of the body at which a member was."""
        return next(iter(self._attendances(row)), None)

    def _attendances(self, row: Row) -> list[Row]:
        rows = self.folder.rows(TRAINING_FILE)
        return [one for one in rows if one.cells["nik"] == row.cells["nik"] != ""]

    def event(self, **cells: str) -> Row:
        """The first row that tells of an event, in which these cells stand."""
        rows = self.folder.rows(TRAINING_FILE)
        return next(
            row for row in rows if not row.cells["nik"] and cells.items() <= row.cells.items()
        )

    def drop_attendance(self, row: Row) -> None:
        """Take out the attendance of a member, so that nobody unknown was present."""
        for present in self._attendances(row):
            self.folder.rows(TRAINING_FILE).remove(present)

    def put_in_place_of(self, row: Row, person: Person) -> None:
        """Give a seat to somebody else, attendance included."""
        for present in self._attendances(row):
            present.cells["nik"] = person.nik
        row.cells.update(person.cells())


Act = Callable[[Stage, Body], list[Planted]]


@dataclass(frozen=True)
class Plant:
    """A kind of fault: the rule that has to find it, what to do, and to which body.

    `also` are further bodies that it can be done to. `once`: not twice in a folder; `last`: changes
    whole files, or depends on their end, so comes after all others; `apart`: only in a folder of
    its own, since other rules see less there, or more, or since `data/` is to stay as it is; not
    `whole`: not in a roster of all TPS, where it would lead to a hundred others.
    """

    code: str
    act: Act
    body: Body = PPS
    also: tuple[Body, ...] = ()
    once: bool = False
    last: bool = False
    apart: bool = False
    whole: bool = True

    def __call__(self, stage: Stage, body: Body | None = None) -> list[Planted]:
        """Plant it; every finding that must follow, its own first."""
        return self.act(stage, body or self.body)


def at(row: Row, code: str, note: str, column: str | None = None) -> Planted:
    """A finding at the line of a row."""
    tps = row.unit.tps if row.unit else None
    return Planted(code, note, row=row, column=column, region=row.place, tps=tps, body=row.body)


def of_unit(code: str, body: Body, unit: Unit, note: str, seats: int = 0) -> Planted:
    """A finding about a whole unit: it has no line. `seats`: by how many its members changed."""
    changed = (body.name, seats)
    return Planted(code, note, region=unit.code, tps=unit.tps, body=body.name, seats=changed)


def lost(row: Row) -> list[Planted]:
    """What follows when a row counts for no unit: an empty seat, or a reserve too few."""
    body = _BY_NAME.get(row.body or "")
    if body is None or row.unit is None:
        return []
    if row.cells.get("status") == "cadangan":
        return [of_unit("Q406", body, row.unit, "side effect: one reserve fewer")]
    code = "S701" if body.is_secretariat else "Q401"
    effects = [of_unit(code, body, row.unit, "side effect: one seat empty", -1)]
    if row.cells.get("jabatan") == "ketua":
        effects.append(of_unit("Q403", body, row.unit, "side effect: the ketua is lost"))
    return effects + division_free(row)


def division_free(row: Row) -> list[Planted]:
    """What follows when the holder of a division is gone: PPK only, the others hold none."""
    division = row.cells.get("divisi")
    if not division or row.unit is None:
        return []
    note = f"side effect: nobody holds {division}"
    return [of_unit("Q408", _BY_NAME[row.body or ""], row.unit, note)]


def left(stage: Stage, row: Row, status: str, reason: str, **cells: str) -> list[Planted]:
    """Have a member leave with reason, day and decree; what follows from it."""
    effects = lost(row)
    begun = stage.election.first_day(row.body or "")
    row.cells |= {
        "status": status,
        "tanggal_selesai": (begun + timedelta(10)).isoformat(),
        "alasan": reason,
        "nomor_sk": stage.election.decree(_LEAVING_DECREE),
    }
    row.cells |= cells
    return main_effects(effects)


def rejected(stage: Stage, row: Row) -> list[Planted]:
    """What follows when a row is not accepted at all: nobody of that name is in the roster."""
    stage.drop_attendance(row)
    return lost(row)


def spoil(stage: Stage, row: Row, code: str, note: str, damage: Damage) -> list[Planted]:
    """Damage the structure of a row: it is rejected."""
    effects = rejected(stage, row)
    row.damage = damage
    return [at(row, code, note), *effects]


def plainly_named(row: Row) -> str:
    """The row's name, its titles taken off, so that the writer puts no quotes around it."""
    row.cells["nama"] = row.cells["nama"].split(",")[0]
    return row.cells["nama"]


def main_effects(effects: Iterable[Planted]) -> list[Planted]:
    """The same findings, noted as planted rather than as side effects."""
    return [replace(effect, note=effect.note.removeprefix("side effect: ")) for effect in effects]


def totals_missed(folder: Folder, planted: Iterable[Planted]) -> list[Planted]:
    """What follows from all the others: totals of adhoc.toml that are not met any more."""
    found = list(planted)
    misstated = {finding.body for finding in found if finding.code == "Q407"}
    changed = {body: 0 for body in folder.totals if body not in misstated}
    for body, seats in (finding.seats for finding in found if finding.seats):
        if body in changed:
            changed[body] += seats
    return [
        Planted("Q407", "follows from the vacancies", body=body)
        for body, change in changed.items()
        if change
    ]


# The bodies that a fault of a row may be planted in, beside a PPS.
ANY_OTHER = (PPK, *TPS_BODIES, *SECRETARIATS)
