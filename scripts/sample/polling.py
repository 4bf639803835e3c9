"""Polling stations (TPS) and the bodies that sit in each: KPPS, Pantarlih, petugas ketertiban."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from scripts.sample.election import Election
from scripts.sample.people import Ages
from scripts.sample.places import Place, Places
from scripts.sample.roster import (
    GUARDS_FILE,
    KPPS_FILE,
    PANTARLIH_FILE,
    TPS_FILE,
    Body,
    Maker,
)
from scripts.sample.tables import Folder, Row, Table, Unit

# Kabupaten Temanggung, Pilkada 2024: the final number of TPS and the provisional number of voters.
TPS_IN_TEMANGGUNG, VOTERS_IN_TEMANGGUNG = 1_306, 617_814
MOST_VOTERS = 600
STEP = 400  # up to here one Pantarlih, above two
# By the 2,376 Pantarlih said to be needed for 1,303 TPS, 230 of them have 400 voters or fewer.
SMALL_TPS = 230
_AT_THE_EDGE = 6  # TPS with exactly 400, 401 and 600 voters each

_COLUMNS = [
    "nama",
    "badan",
    "jabatan",
    "kode_wilayah",
    "tps",
    "nik",
    "jenis_kelamin",
    "tanggal_lahir",
    "status",
    "tanggal_mulai",
    "tanggal_selesai",
    "nomor_sk",
    "telepon",
    "alamat",
    "pendidikan",
]
_KPPS_COLUMNS = [*_COLUMNS[:4], "desa", "kecamatan", *_COLUMNS[4:]]
KPPS = Body("KPPS", KPPS_FILE, "tps", 7, 105, (3, 3, 3, 4, 4))
PANTARLIH = Body("PANTARLIH", PANTARLIH_FILE, "tps", 1, 106, chair=False)
GUARDS = Body("KETERTIBAN", GUARDS_FILE, "tps", 2, 107, chair=False)
BODIES = (KPPS, PANTARLIH, GUARDS)


@dataclass(frozen=True)
class Station:
    """A TPS: its desa, its number in it, its voters."""

    desa: Place
    number: int
    voters: int

    @property
    def unit(self) -> Unit:
        """What its bodies name."""
        return Unit(self.desa.code, self.number)

    def seats(self, body: Body, election: Election) -> int:
        """The seats of a body in this TPS."""
        step = election.two_pantarlih_above
        if body is PANTARLIH and step is not None and self.voters > step:
            return 2
        return body.seats


def whole_regency(places: Places, rng: random.Random) -> list[Station]:
    """All TPS of Temanggung: one in every desa, the others by chance."""
    weights = [rng.uniform(0.4, 1.6) for _ in places.desa]
    more = rng.choices(range(len(places.desa)), weights, k=TPS_IN_TEMANGGUNG - len(places.desa))
    counts = Counter([*range(len(places.desa)), *more])
    voters = iter(_voters(rng))
    return [
        Station(desa, number, next(voters))
        for at, desa in enumerate(places.desa)
        for number in range(1, counts[at] + 1)
    ]


def some_of_a_desa(desa: Place, voters: Sequence[int]) -> list[Station]:
    """TPS of one desa."""
    return [Station(desa, number, count) for number, count in enumerate(voters, start=1)]


def _voters(rng: random.Random) -> list[int]:
    """The voters of every TPS, in any order; their sum is that of the regency."""
    small = [STEP] * _AT_THE_EDGE
    small += [rng.randint(180, STEP - 1) for _ in range(SMALL_TPS - len(small))]
    edges = [STEP + 1] * _AT_THE_EDGE + [MOST_VOTERS] * _AT_THE_EDGE
    large = [rng.randint(430, 590) for _ in range(TPS_IN_TEMANGGUNG - SMALL_TPS - len(edges))]
    missing = VOTERS_IN_TEMANGGUNG - sum(small) - sum(edges) - sum(large)
    while missing:
        step = 1 if missing > 0 else -1
        for at in range(min(abs(missing), len(large))):
            large[at] = min(max(large[at] + step, STEP + 2), MOST_VOTERS - 1)
        missing = VOTERS_IN_TEMANGGUNG - sum(small) - sum(edges) - sum(large)
    voters = small + edges + large
    rng.shuffle(voters)
    return voters


def add_stations(
    folder: Folder,
    stations: Iterable[Station],
    maker: Maker,
    spellings: Sequence[str] = ("{:03}",),
    bodies: Sequence[Body] = BODIES,
) -> None:
    """tps.csv and the files of the bodies; their numbers are spelt so, by turns."""
    listed = list(stations)
    folder.add(Table(TPS_FILE, ["kode_desa", "nomor", "jumlah_pemilih"], [_row(s) for s in listed]))
    kecamatan = {row.place: row.cells["nama"] for row in folder.rows("kecamatan.csv")}
    for body in bodies:
        named = body is KPPS
        table = Table(body.file, list(_KPPS_COLUMNS if named else _COLUMNS))
        for station in listed:
            for row in members(station, body, maker):
                row.cells["tps"] = spellings[station.number % len(spellings)].format(station.number)
                row.cells["desa"] = station.desa.name
                row.cells["kecamatan"] = kecamatan[station.desa.kecamatan]
                table.rows.append(row)
        folder.add(table)


def add_totals(folder: Folder) -> None:
    """Have adhoc.toml expect the members that there are."""
    tps = len(folder.rows(TPS_FILE))
    for body in BODIES:
        folder.totals[body.name] = (len(folder.rows(body.file)), f"{tps} TPS")


def _row(station: Station) -> Row:
    cells = {
        "kode_desa": station.desa.code,
        "nomor": f"{station.number:03}",
        "jumlah_pemilih": str(station.voters),
    }
    return Row(TPS_FILE, cells, None, station.unit)


def members(station: Station, body: Body, maker: Maker) -> Iterator[Row]:
    """The members of a body in a TPS, the ketua of a KPPS first."""
    seats = station.seats(body, maker.election)
    sexes = maker.sexes(body) if body.women else [maker.any_sex() for _ in range(seats)]
    ages = ages_of(body, maker.election)
    for seat, sex in enumerate(sexes):
        role = "ketua" if body.chair and not seat else "anggota"
        yield member(body, station.unit, maker, sex, role, ages)


def member(
    body: Body, unit: Unit, maker: Maker, sex: str, role: str = "anggota", ages: Ages | None = None
) -> Row:
    """Somebody new in a TPS."""
    person = maker.registry.person(sex, unit.code, ages or ages_of(body, maker.election))
    cells = maker.office(body, unit, person, role) | {"tps": f"{unit.tps:03}"}
    return Row(body.file, cells, body.name, unit)


def ages_of(body: Body, election: Election) -> Ages:
    """KPPS from 17 at the oath to 55 on voting day, two months inside either end."""
    if body is not KPPS:
        return body.ages
    youngest = years_before(election.first_day("KPPS"), 17)
    oldest = years_before(election.voting_day, 56)
    on = election.voting_day
    return replace(body.ages, on=on, least=(on - youngest).days + 60, most=(on - oldest).days - 60)


def years_before(day: date, years: int) -> date:
    """The birthday of whoever turns `years` on that day."""
    return day.replace(year=day.year - years)
