"""Every day of an election, on a roster that is lawful that day: nothing is found.

The office is a small one: a kecamatan, two desa, a TPS in each. On every day its folder holds the
bodies that are in office, fully seated, with their reserves, secretariats, trainings and meetings.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path

import pytest

from adhoc_cli.checklist.items import plan
from adhoc_cli.engine.run import run_rules
from adhoc_cli.models.report import Status
from adhoc_cli.profiles.calendar import calendar_of
from adhoc_cli.profiles.load import load_office
from adhoc_cli.profiles.model import Body, Profile
from adhoc_cli.roster.roster import Roster, load_roster
from adhoc_cli.rules.examples import base_members, base_tables
from adhoc_cli.rules.journal import HEADER
from adhoc_cli.rules.registry import all_rules

Row = Mapping[str, str]

# From a month before the first oath to a month after the last term.
RANGES = {
    "pilkada-2024": (date(2024, 4, 1), date(2025, 3, 1)),
    "pemilu-2024": (date(2022, 12, 4), date(2024, 5, 4)),
}
PLACES = {
    "kabupaten": ("33.23",),
    "kecamatan": ("33.23.01",),
    "desa": ("33.23.01.2016", "33.23.01.2013"),
}
# Rules that a roster which nobody looked at would pass, too.
ABOUT_SEATS = {
    "Q401", "Q402", "Q403", "Q404", "Q405", "Q406", "Q408", "S701", "S702", "P801", "P804", "T901",
    "C951", "C952",
}  # fmt: skip
_FIRST = ("Kastubi", "Ngatmi", "Tarjo", "Suminah", "Wardi", "Lasinem", "Parto", "Giyem", "Bejo")
_SECOND = ("Kalijaran", "Pagerwetan", "Randukuning", "Sawitsari", "Tegalrandu", "Wanakersa")


def days(first: date, last: date) -> Iterator[date]:
    return (first + timedelta(n) for n in range((last - first).days + 1))


# -- a lawful roster -------------------------------------------------------------------------------


def write_lawful(folder: Path, profile: Profile, serving: Sequence[str]) -> None:
    """The folder of an office in which `serving` are in office, and nobody else."""
    folder.mkdir()
    (folder / "adhoc.toml").write_text(f'profil = "{profile.nama}"\n', encoding="utf-8")
    tables = base_tables()
    members = [
        row
        for which, name in enumerate(serving)
        for row in _members(name, profile.badan[name], which)
    ]
    _write(folder / "kecamatan.csv", list(tables["kecamatan"][0]), tables["kecamatan"])
    _write(folder / "desa.csv", list(tables["desa"][0]), tables["desa"])
    tps = [{"kode_desa": p, "nomor": "1", "jumlah_pemilih": "300"} for p in PLACES["desa"]]
    _write(folder / "tps.csv", list(tps[0]), tps)
    _write(folder / "anggota.csv", base_members()[0], members)
    trained = list(_trained(profile, members))
    if trained:
        _write(folder / "bimtek.csv", list(trained[0]), trained)
    lines = [HEADER, *_meetings(profile, serving)]
    (folder / "koordinasi.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")


def _write(path: Path, columns: Iterable[str], rows: Iterable[Row]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(columns), extrasaction="ignore", restval="")
        writer.writeheader()
        writer.writerows(rows)


def _members(name: str, body: Body, which: int) -> Iterator[Row]:
    """Its members and reserves, for its whole term; `which` body it is makes them persons apart."""
    term = {"tanggal_mulai": str(body.mulai), "tanggal_selesai": str(body.selesai)}
    if name in ("PPK", "PPS"):
        for row in base_members():
            if row["badan"] == name:
                yield row | (term if row["status"] == "aktif" else {})
        return
    places = PLACES["kecamatan" if body.unit == "kecamatan" else "desa"]
    for at, place in enumerate(places):
        roles = [role for role, (least, _) in body.jabatan.items() for _ in range(least)]
        for seat, role in enumerate(roles):
            yield term | {
                "nama": _name(name, at * 10 + seat),
                "badan": name,
                "jabatan": role,
                "kode_wilayah": place,
                "tps": "1" if body.unit == "tps" else "",
                "status": "aktif",
                **_person(which * 100 + at * 10 + seat),
                "keterangan": "ASN" if role == "sekretaris" else "",
            }


def _person(number: int) -> Row:
    """Somebody of full age, every second one a woman; the NIK says so too."""
    woman = number % 2 == 0
    born = date(1985, 3, 1) + timedelta(number)
    day = born.day + (40 if woman else 0)
    return {
        "jenis_kelamin": "P" if woman else "L",
        "tanggal_lahir": str(born),
        "nik": f"332301{day:02}{born:%m%y}{number + 700:04}",
        "telepon": f"0813{20_000_000 + number * 1_313}",
        "alamat": f"Dusun Contoh RT {number + 1:02} RW 02",
        "pendidikan": "SMA",
        "nomor_sk": "102/PP.04-Kpt/3323/2024",
    }


def _name(body: str, number: int) -> str:
    family = f"{body.replace(' ', '').title()}wan"  # no one of another body has the same name
    return f"{_FIRST[number % len(_FIRST)]} {family} {_SECOND[number % len(_SECOND)]}"


def _trained(profile: Profile, members: Iterable[Row]) -> Iterator[Row]:
    """Who has to be trained was there, on the day of the oath."""
    for row in members:
        body = profile.badan[row["badan"]]
        if body.bimtek is not None and row["status"] == "aktif":
            named = {"nik": row["nik"], "nama": row["nama"], "badan": row["badan"]}
            yield {"kegiatan": f"Bimtek {row['badan']}", "tanggal": str(body.mulai), **named}


def _meetings(profile: Profile, serving: Sequence[str]) -> Iterator[str]:
    """Everybody was met on the day of the oath, those whom the office itself meets before all."""
    office = (profile.kantor.nama,) if profile.kantor else ()
    for planned in plan(profile, bodies=(*serving, *office)):
        day = planned.term[0] or RANGES[profile.nama][0]
        for place in PLACES[planned.level]:
            yield f"{day}T09:30:00+07:00,Sri,{place},{planned.id},terlaksana,{day},foto,"


# -- every day -------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", RANGES)
def test_nothing_is_found_on_any_day_of_a_lawful_roster(name: str, tmp_path: Path) -> None:
    profile = load_office(tmp_path, name).profile
    read: dict[tuple[str, ...], Roster] = {}
    looked: set[str] = set()
    for day in days(*RANGES[name]):
        serving = calendar_of(profile, day).in_office
        if serving not in read:
            folder = tmp_path / str(len(read))
            write_lawful(folder, profile, serving)
            read[serving] = load_roster(folder, day)
        known = read[serving]
        roster = Roster(known.folder, known.office, day)
        for result in run_rules(roster, all_rules(), None).rules:
            assert result.status is not Status.CRASHED, (day, result.code, result.reason)
            assert not result.failed, (day, result.code, result.findings[:3])
            looked |= {result.code} if result.checked else set()
    assert len(read) > 4, "the range has no days before, between and after the terms"
    assert looked >= ABOUT_SEATS - (set() if profile.badan["PPK"].bimtek else {"T901"})


@pytest.mark.parametrize("name", RANGES)
def test_the_range_begins_before_the_first_oath_and_ends_after_the_last_term(name: str) -> None:
    profile = load_office(Path("data"), name).profile
    first, last = RANGES[name]
    assert not calendar_of(profile, first).in_office
    assert calendar_of(profile, last).over_since
