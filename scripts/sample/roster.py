"""The clean roster folder of Temanggung: full seats, full reserves, secretariats, attendance."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from scripts.sample.election import Election
from scripts.sample.people import ADULTS, OFFICERS, Ages, Person, Registry
from scripts.sample.places import Place, Places
from scripts.sample.tables import Folder, Row, Table, Unit

PPK_FILE, PPS_FILE = "anggota-ppk.csv", "anggota-pps.csv"
SECRETARIAT_FILE, TRAINING_FILE, CONTACTS_FILE = (
    "anggota-sekretariat.csv",
    "bimtek.csv",
    "pemangku.csv",
)
KPPS_FILE, PANTARLIH_FILE, GUARDS_FILE, TPS_FILE = (
    "anggota-kpps.csv",
    "anggota-pantarlih.csv",
    "anggota-ketertiban.csv",
    "tps.csv",
)

DATA = "Perencanaan, Data, dan Informasi"
DIVISIONS = (
    "Keuangan, Umum, dan Logistik",
    "Sosialisasi, Pendidikan Pemilih, Partisipasi Masyarakat, dan SDM",
    "Teknis Penyelenggaraan",
    DATA,
    "Hukum dan Pengawasan",
)
MEMBER_COLUMNS = [
    "nama",
    "badan",
    "jabatan",
    "kode_wilayah",
    "nik",
    "jenis_kelamin",
    "tanggal_lahir",
    "divisi",
    "status",
    "peringkat",
    "tanggal_mulai",
    "tanggal_selesai",
    "alasan",
    "nomor_sk",
    "telepon",
    "alamat",
    "pendidikan",
    "keterangan",
]
_SECRETARIAT_LEAVES_OUT = {"divisi", "peringkat", "alasan"}
_OCCUPATIONS = ("Guru", "Wiraswasta", "Petani", "Perangkat desa, izin atasan ada")
_HEADS = {"desa": "kades", "kelurahan": "lurah"}
_SETTINGS = """\
# Pengaturan adhoc-cli untuk folder ini.
profil = "{profile}"  # {called}

# Jumlah anggota aktif yang seharusnya ada di seluruh kabupaten.
[total]
"""


@dataclass(frozen=True)
class Body:
    """A kind of body, and how the sample fills it. `women` holds the numbers to choose from."""

    name: str
    file: str
    level: str
    seats: int
    decree: int
    women: tuple[int, ...] = ()
    divisions: tuple[str, ...] = ()
    reserves: int = 0
    chair: bool = True
    ages: Ages = ADULTS

    @property
    def is_secretariat(self) -> bool:
        """Whether it is the secretariat of another body."""
        return self.name.startswith("SEKRETARIAT ")


PPK = Body("PPK", PPK_FILE, "kecamatan", 5, 101, (2, 2, 2, 3), DIVISIONS, 5)
PPS = Body("PPS", PPS_FILE, "desa", 3, 102, (1, 1, 1, 2), (), 3)
PPK_SECRETARIAT = Body(
    "SEKRETARIAT PPK", SECRETARIAT_FILE, "kecamatan", 3, 103, chair=False, ages=OFFICERS
)
PPS_SECRETARIAT = Body(
    "SEKRETARIAT PPS", SECRETARIAT_FILE, "desa", 3, 104, chair=False, ages=OFFICERS
)
_TRAINED_AFTER = {"PPK": 1, "PPS": 0}  # days after the oath
_DIVISION_TRAINED_AFTER = 4
_OFFICE = "KPU Kabupaten Temanggung"
TRAINING_COLUMNS = [
    "kegiatan",
    "tanggal",
    "nik",
    "hadir",
    "tempat",
    "jam",
    "penyelenggara",
    "pemantau",
    "untuk_badan",
    "untuk_divisi",
    "untuk_wilayah",
]


@dataclass(frozen=True)
class Maker:
    """Makes the rows of a roster, in one order from one source of chance."""

    rng: random.Random
    registry: Registry
    election: Election

    def members(self, body: Body, place: str) -> Iterator[Row]:
        """The active members of a body in a place, its ketua first, then its reserves."""
        ranks = self.rng.sample(range(1, body.seats + 1), body.seats)
        divisions = self._divisions(body)
        for seat, sex in enumerate(self.sexes(body)):
            person = self.registry.person(sex, place)
            role = "anggota" if seat else "ketua"
            more = {"divisi": divisions[seat], "peringkat": str(ranks[seat])}
            yield self.active(body, Unit(place), person, role, more)
        for rank in range(body.seats + 1, body.seats + body.reserves + 1):
            person = self.registry.person(self.any_sex(), place)
            yield reserve(body, place, person, rank)

    def active(
        self, body: Body, unit: Unit, person: Person, role: str, more: dict[str, str] | None = None
    ) -> Row:
        """The row of an active member of a PPK or PPS."""
        cells = self.office(body, unit, person, role) | {"divisi": "", "peringkat": ""}
        note = self.rng.choice(_OCCUPATIONS) if self.rng.random() < 0.15 else ""
        return Row(body.file, cells | (more or {}) | {"keterangan": note}, body.name, unit)

    def office(self, body: Body, unit: Unit, person: Person, role: str) -> dict[str, str]:
        """What every active member has: somebody in an office, for its whole term."""
        return person.cells() | {
            "badan": body.name,
            "jabatan": role,
            "kode_wilayah": unit.code,
            "status": "aktif",
            "tanggal_mulai": self.election.first_day(body.name).isoformat(),
            "tanggal_selesai": self.election.last_day(body.name).isoformat(),
            "nomor_sk": self.election.decree(body.decree),
        }

    def secretariat(self, body: Body, place: Place) -> Iterator[Row]:
        """One sekretaris and two staf of a kecamatan or a desa."""
        for role, note in _secretariat_roles(body, place):
            person = self.registry.person(self.any_sex(), place.code, body.ages)
            cells = self.office(body, Unit(place.code), person, role) | {"keterangan": note}
            yield Row(SECRETARIAT_FILE, cells, body.name, Unit(place.code))

    def contact(self, place: str, role: str, called: str = "{}") -> Row:
        """A stakeholder's contact; `called` holds the name and its title or rank."""
        cells = {
            "kode_wilayah": place,
            "peran": role,
            "nama": called.format(self.registry.contact()),
            "telepon": self.registry.phone(),
        }
        return Row(CONTACTS_FILE, cells, None, Unit(place))

    def attendance(self, member: Row) -> Row:
        """The row that says a member was at the bimtek of the body."""
        body = member.cells["badan"]
        cells = {
            "kegiatan": f"Bimtek {body}",
            "tanggal": self.training_day(body).isoformat(),
            "nik": member.cells["nik"],
            "hadir": "ya",
        }
        return Row(TRAINING_FILE, cells, body, member.unit)

    def of_division(self, member: Row) -> Row:
        """The row that says a member was at the bimtek of the Data division."""
        cells = self.attendance(member).cells | self.division_event()
        return Row(TRAINING_FILE, cells, member.body, member.unit)

    def division_event(self) -> dict[str, str]:
        """What the bimtek of the Data division of all PPK is called, and its day."""
        day = self.election.first_day("PPK") + timedelta(_DIVISION_TRAINED_AFTER)
        return {"kegiatan": "Bimtek PPK Divisi Data", "tanggal": day.isoformat()}

    def events(self, places: Places) -> Iterator[Row]:
        """What the office notes of each bimtek: KPU held that of the PPK and of a division, the PPK
        that of its PPS, which KPU monitored."""
        of_ppk = {"tempat": "Pendopo kabupaten", "jam": "08.00-16.00", "penyelenggara": _OFFICE}
        yield self._event("PPK", {"untuk_badan": "PPK"} | of_ppk)
        of_data = self.division_event() | {"untuk_badan": "PPK", "untuk_divisi": DATA}
        yield self._event("PPK", of_ppk | of_data | {"tempat": "Aula KPU"})
        for place in places.kecamatan:
            of_pps = {
                "tempat": f"Aula Kecamatan {place.name}",
                "jam": "13.00-16.00",
                "penyelenggara": f"PPK {place.name}",
                "pemantau": _OFFICE,
                "untuk_badan": "PPS",
                "untuk_wilayah": place.code,
            }
            yield self._event("PPS", of_pps, Unit(place.code))

    def _event(self, body: str, said: dict[str, str], unit: Unit | None = None) -> Row:
        day = self.training_day(body).isoformat()
        return Row(
            TRAINING_FILE, {"kegiatan": f"Bimtek {body}", "tanggal": day, "nik": ""} | said,
            body, unit,
        )  # fmt: skip

    def training_day(self, body: str) -> date:
        """The day of the bimtek of the PPK or the PPS."""
        return self.election.first_day(body) + timedelta(_TRAINED_AFTER[body])

    def sexes(self, body: Body) -> list[str]:
        """Women enough, and in which seats they sit."""
        women = self.rng.choice(body.women)
        sexes = ["P"] * women + ["L"] * (body.seats - women)
        self.rng.shuffle(sexes)
        return sexes

    def _divisions(self, body: Body) -> list[str]:
        if not body.divisions:
            return [""] * body.seats
        first, *others = body.divisions
        return [first, *self.rng.sample(others, len(others))]

    def any_sex(self) -> str:
        """Of somebody of whom it does not matter."""
        return "P" if self.rng.random() < 0.4 else "L"


def reserve(body: Body, place: str, person: Person, rank: int) -> Row:
    """The row of a candidate who waits for a seat."""
    cells = person.cells() | {
        "badan": body.name,
        "jabatan": "anggota",
        "kode_wilayah": place,
        "status": "cadangan",
        "peringkat": str(rank),
    }
    return Row(body.file, cells, body.name, Unit(place))


def desa_row(place: Place) -> Row:
    """A desa as desa.csv lists it."""
    cells = {
        "kode": place.code,
        "nama": place.name,
        "jenis": place.kind,
        "kode_kecamatan": place.kecamatan,
    }
    return Row("desa.csv", cells, None, Unit(place.code))


def build(places: Places, maker: Maker) -> Folder:
    """The clean folder. The same seed gives the same folder, to the byte."""
    election = maker.election
    folder = Folder({}, _SETTINGS.format(profile=election.profile, called=election.called))
    _add_totals(folder, places)
    folder.add(
        Table("kecamatan.csv", ["kode", "nama"], [_kecamatan_row(p) for p in places.kecamatan])
    )
    columns = ["kode", "nama", "jenis", "kode_kecamatan"]
    folder.add(Table("desa.csv", columns, [desa_row(p) for p in places.desa]))
    ppk = [row for place in places.kecamatan for row in maker.members(PPK, place.code)]
    pps = [row for place in places.desa for row in maker.members(PPS, place.code)]
    folder.add(Table(PPK_FILE, list(MEMBER_COLUMNS), ppk))
    folder.add(Table(PPS_FILE, list(MEMBER_COLUMNS), pps))
    folder.add(_secretariats(places, maker))
    folder.add(_training(maker, places, [*ppk, *pps]))
    folder.add(_contacts(places, maker))
    return folder


def _add_totals(folder: Folder, places: Places) -> None:
    for body, units, called in (
        (PPK, places.kecamatan, "kecamatan"),
        (PPS, places.desa, "desa/kelurahan"),
    ):
        remark = f"{len(units)} {called}, masing-masing {body.seats} orang"
        folder.totals[body.name] = (len(units) * body.seats, remark)


def _kecamatan_row(place: Place) -> Row:
    cells = {"kode": place.code, "nama": place.name}
    return Row("kecamatan.csv", cells, None, Unit(place.code))


def _secretariats(places: Places, maker: Maker) -> Table:
    columns = [column for column in MEMBER_COLUMNS if column not in _SECRETARIAT_LEAVES_OUT]
    rows = [row for p in places.kecamatan for row in maker.secretariat(PPK_SECRETARIAT, p)]
    rows += [row for p in places.desa for row in maker.secretariat(PPS_SECRETARIAT, p)]
    return Table(SECRETARIAT_FILE, columns, rows)


def _secretariat_roles(body: Body, place: Place) -> tuple[tuple[str, str], ...]:
    of_the_state = body is PPK_SECRETARIAT or place.kind == "kelurahan"
    return (
        ("sekretaris", "ASN" if of_the_state else "Perangkat desa"),
        ("staf", "Urusan teknis penyelenggaraan, parmas, dan hukum"),
        ("staf", "Urusan tata usaha, keuangan, dan logistik"),
    )


def _training(maker: Maker, places: Places, members: Sequence[Row]) -> Table:
    serving = [row for row in members if row.cells["status"] == "aktif"]
    rows = [maker.attendance(row) for row in serving]
    rows += [maker.of_division(row) for row in serving if row.cells["divisi"] == DATA]
    return Table(TRAINING_FILE, list(TRAINING_COLUMNS), [*rows, *maker.events(places)])


def _contacts(places: Places, maker: Maker) -> Table:
    rows = []
    for place in places.kecamatan:
        for role, called in (
            ("camat", "{}, S.STP."),
            ("kapolsek", "AKP {}"),
            ("danramil", "Kapten Inf {}"),
            ("puskesmas", "dr. {}"),
        ):
            rows.append(maker.contact(place.code, role, called))
    rows += [maker.contact(place.code, _HEADS[place.kind]) for place in places.desa]
    return Table(CONTACTS_FILE, ["kode_wilayah", "peran", "nama", "telepon"], rows)
