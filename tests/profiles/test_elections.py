"""The elections beside those of 2024, each on a sample of a few units: a lawful one is silent, and
what is wrong in it is found and rests on the sources of that election. All people are invented."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import count
from pathlib import Path

import pytest

from adhoc_cli.engine.run import run_rules
from adhoc_cli.models.finding import Finding, Severity
from adhoc_cli.profiles.calendar import calendar_of
from adhoc_cli.profiles.load import ConfigError, load_office, load_profile
from adhoc_cli.roster.roster import load_roster
from adhoc_cli.rules.examples import base_members
from adhoc_cli.rules.registry import all_rules
from adhoc_cli.text.translator import Translator

KECAMATAN, DESA = "33.23.01", ("33.23.01.2016", "33.23.01.2013")
OTHER_TPS = [(DESA[0], 7), (DESA[1], 8)]
TPS = [(DESA[0], 1), (DESA[0], 2), (DESA[1], 1), (DESA[1], 3)]
PEOPLE = (
    "Wagiyo Sindoro", "Suminah Bansari", "Darsono Kledung", "Ruminten Tlahap",
    "Paiman Ngadimulyo", "Warti Mandisari", "Sukijan Gesing", "Lastri Caruban",
    "Tugimin Gandurejo", "Marinah Tegallurung", "Kasdi Wonotirto", "Sumarni Bulurejo",
    "Jumari Pengilon", "Srini Danupayan", "Ngadiman Campuranom", "Ponirah Gunungpayung",
    "Samijo Malangsari", "Tuminah Pasuruhan", "Wakidi Putatsari", "Rubinem Ngimbrang",
    "Mulyadi Jambon", "Sutini Kalirejo", "Giyono Rejosari", "Hartini Bengkal",
    "Kuswanto Sanggrahan", "Painem Petarangan", "Rohmadi Tuksari", "Yatinah Candimulyo",
)  # fmt: skip
Rows = list[dict[str, str]]


def seats(body: str, unit: str, roles: str, begins: str, ends: str, tps: str = "") -> Rows:
    """The members of one unit: a role a word, women and men in turn."""
    return [
        {"badan": body, "jabatan": role, "kode_wilayah": unit, "tps": tps}
        | {"tanggal_mulai": begins, "tanggal_selesai": ends}
        for role in roles.split()
    ]


def as_people(rows: Rows) -> Iterator[dict[str, str]]:
    """The rows, each somebody of his or her own."""
    serial = count()
    for row in rows:
        at = next(serial)
        woman, day, month = at % 2 == 0, 1 + at % 28, 1 + at % 12
        born = f"{day + 40 * woman:02d}{month:02d}90"
        yield (
            dict.fromkeys(base_members()[0], "")
            | {
                "nama": PEOPLE[at],
                "nik": f"332301{born}{at + 1:04d}",
                "jenis_kelamin": "P" if woman else "L",
                "tanggal_lahir": f"1990-{month:02d}-{day:02d}",
                "status": "aktif",
                "nomor_sk": "7/PP.04-Kpt/3323/2025",
                "telepon": f"0813{80_000_000 + at * 1_319}",
                "alamat": f"Dusun Contoh RT {at + 1:02d} RW 02",
                "pendidikan": "SMA",
            }
            | row
        )


def write(path: Path, rows: Rows) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.DictWriter(file, list(rows[0]))
        out.writeheader()
        out.writerows(rows)


def office(folder: Path, settings: str, people: Rows, more: Sequence[tuple[str, int]] = ()) -> Path:
    """A folder with one kecamatan, two desa, four TPS or `more`, and these members."""
    (folder / "adhoc.toml").write_text(settings, encoding="utf-8")
    write(folder / "kecamatan.csv", [{"kode": KECAMATAN, "nama": "Bulu"}])
    names = dict(zip(DESA, ("Wonosari", "Pakurejo"), strict=True))
    desa = {"jenis": "desa", "kode_kecamatan": KECAMATAN}
    write(folder / "desa.csv", [{"kode": c, "nama": n} | desa for c, n in names.items()])
    write(folder / "tps.csv", [{"kode_desa": d, "nomor": str(n)} for d, n in (*TPS, *more)])
    if people:
        write(folder / "anggota.csv", people)
    return folder


def found(folder: Path, day: str, profile: str | None = None) -> list[Finding]:
    """What the rules find, but for what is only noted."""
    roster = load_roster(folder, date.fromisoformat(day), profile)
    results = run_rules(roster, all_rules(), None).rules
    every = (finding for result in results for finding in result.findings)
    return [finding for finding in every if finding.severity is not Severity.INFO]


def said(findings: list[Finding]) -> list[tuple[str, str | None, str | None]]:
    return [(one.code, one.body, one.basis.words.id if one.basis else None) for one in findings]


# -- a repeated vote in four TPS -------------------------------------------------------------------

PSU = """profil = "psu-2025"
badan = ["KPPS"]
[ubah]
hari_pemungutan_suara = 2025-03-22
[ubah.badan.KPPS]
mulai = 2025-03-12
selesai = 2025-03-29
"""


def kpps() -> Rows:
    roles = "ketua anggota anggota anggota anggota anggota anggota"
    term = ("2025-03-12", "2025-03-29")
    return [row for desa, tps in TPS for row in seats("KPPS", desa, roles, *term, tps=f"{tps}")]


def test_a_psu_in_four_tps_is_silent(tmp_path: Path) -> None:
    office(tmp_path, PSU, list(as_people(kpps())))
    assert said(found(tmp_path, "2025-03-20")) == []


def test_a_member_who_is_missing_in_a_psu_is_found(tmp_path: Path) -> None:
    office(tmp_path, PSU, list(as_people(kpps()))[:-1])
    (vacant,) = found(tmp_path, "2025-03-20")
    assert (vacant.code, vacant.body, vacant.params["tps"]) == ("Q401", "KPPS", 3)
    assert vacant.basis is not None
    assert "PKPU 8/2022" in vacant.basis.words.id


def test_a_psu_without_the_day_of_its_area_is_refused(tmp_path: Path) -> None:
    office(tmp_path, 'profil = "psu-2025"\n', [])
    with pytest.raises(ConfigError) as refused:
        load_roster(tmp_path, date(2025, 3, 20))
    assert (refused.value.key, refused.value.place) == ("config.unsaid", "adhoc.toml")
    told = refused.value.said(Translator("id"))
    assert "hari_pemungutan_suara" in told
    assert "[ubah]" in told


def test_a_profile_of_the_office_that_builds_on_the_psu_may_say_its_day(tmp_path: Path) -> None:
    own = 'nama = "psu-kita"\ndasar = "psu-2025"\nhari_pemungutan_suara = 2025-04-19\n'
    (tmp_path / "kita.toml").write_text(own)
    office(tmp_path, 'profil = "kita.toml"\n', [])
    assert load_roster(tmp_path, date(2025, 4, 1)).profile.hari_pemungutan_suara == date(
        2025, 4, 19
    )


def test_nothing_of_the_dates_of_2024_is_left_in_a_psu() -> None:
    profile = load_profile("psu-2025")
    assert [name for name, body in profile.badan.items() if body.mulai or body.selesai] == []
    assert profile.tahapan == {}


# -- regional elections that are held again --------------------------------------------------------

ULANG = 'profil = "pilkada-ulang-2025"\n'


def formed_anew() -> Rows:
    """The PPK and the PPS of the base roster, sworn in in 2025."""
    days = {"2024-05-16": "2025-02-27", "2024-05-26": "2025-02-27", "2025-01-27": "2025-10-27"}
    return [{key: days.get(cell, cell) for key, cell in row.items()} for row in base_members()]


def test_pilkada_held_again_with_its_own_oath_is_silent(tmp_path: Path) -> None:
    office(tmp_path, ULANG, formed_anew())
    wrong = [one for one in found(tmp_path, "2025-02-28") if one.code[0] != "C"]
    assert said(wrong) == []


def test_a_seat_of_the_pilkada_held_again_is_missed_by_the_same_law(tmp_path: Path) -> None:
    office(tmp_path, ULANG, [row for at, row in enumerate(formed_anew()) if at != 1])
    wrong = [one for one in found(tmp_path, "2025-02-28") if one.code == "Q401"]
    source = load_profile("pilkada-2024").badan["PPK"].sumber["kursi"]
    assert said(wrong) == [("Q401", "PPK", source.dasar)]


# -- the supervisors of a Bawaslu office -----------------------------------------------------------

BAWASLU = 'profil = "bawaslu-2024"\nbadan = ["PANWASLU KECAMATAN", "PKD", "PTPS"]\n'


def supervisors() -> Rows:
    rows = seats("Panwascam", KECAMATAN, "ketua kordiv anggota", "", "")
    for desa in DESA:
        rows += seats("PPL", desa, "PKD", "", "")
    for desa, tps in TPS:
        rows += seats("Pengawas TPS", desa, "PTPS", "2024-11-04", "2024-12-04", tps=f"{tps}")
    return rows


def test_the_supervisors_of_a_bawaslu_office_are_silent(tmp_path: Path) -> None:
    office(tmp_path, BAWASLU, list(as_people(supervisors())))
    assert said(found(tmp_path, "2024-11-20")) == []


@pytest.mark.parametrize(("gone", "body"), [(1, "PANWASLU KECAMATAN"), (3, "PKD"), (5, "PTPS")])
def test_a_supervisor_who_is_missing_is_found(tmp_path: Path, gone: int, body: str) -> None:
    rows = list(as_people(supervisors()))
    office(tmp_path, BAWASLU, rows[:gone] + rows[gone + 1 :])
    vacant = [one for one in found(tmp_path, "2024-11-20") if one.code == "Q401"]
    assert said(vacant) == [("Q401", body, "Perppu 1/2014 ps. 23")]


def test_the_days_of_the_supervisors_follow_the_voting_day_of_the_office(tmp_path: Path) -> None:
    office(tmp_path, f"{BAWASLU}[ubah]\nhari_pemungutan_suara = 2025-08-27\n", [])
    body = load_office(tmp_path).profile.badan["PTPS"]
    assert (body.mulai, body.selesai) == (date(2025, 8, 4), date(2025, 9, 3))


def test_the_age_of_a_supervisor_counts_on_the_day_of_registration(tmp_path: Path) -> None:
    """17 is no number of the law here: an office that knows the least age writes it."""
    rows = list(as_people(supervisors()))
    rows[3]["tanggal_lahir"] = "2007-09-30"
    rows[3]["nik"] = "3323013009070004"
    own = "[ubah.badan.PKD]\nusia_min = 17\nusia_pada = {day}\n"
    office(tmp_path, BAWASLU + own.format(day="2024-09-29"), rows)
    assert [one.code for one in found(tmp_path, "2024-11-20")] == ["E501"]
    office(tmp_path, BAWASLU + own.format(day="2024-09-30"), rows)
    assert found(tmp_path, "2024-11-20") == []


def test_the_sizes_and_days_of_the_supervisors() -> None:
    bodies = load_profile("bawaslu-2024").badan
    assert {
        name: (body.unit, body.kursi.min, body.kursi.maks) for name, body in bodies.items()
    } == {
        "PANWASLU KECAMATAN": ("kecamatan", 3, 3),
        "PKD": ("desa", 1, 1),
        "PTPS": ("tps", 1, 1),
    }
    voting = load_profile("bawaslu-2024").hari_pemungutan_suara
    begins, ends = bodies["PTPS"].mulai, bodies["PTPS"].selesai
    assert begins is not None
    assert ends is not None
    assert ((voting - begins).days, (ends - voting).days) == (23, 7)


def test_the_supervisors_have_items_of_their_own(tmp_path: Path) -> None:
    office(tmp_path, BAWASLU, [])
    items = load_office(tmp_path).profile.checklist.active
    assert {item.badan for item in items.values()} == {"PANWASLU KECAMATAN", "PKD"}


# -- overseas --------------------------------------------------------------------------------------

PPLN = 'profil = "ppln-2024"\nbadan = ["PPLN", "KPPSLN"]\n'
HERE, OFFICE = "99.01.01", "99.01.01.2001"


def overseas(folder: Path, people: Rows) -> Path:
    """A representation with two TPSLN."""
    (folder / "adhoc.toml").write_text(PPLN)
    write(folder / "kecamatan.csv", [{"kode": HERE, "nama": "Negara Contoh"}])
    desa = {"kode": OFFICE, "nama": "KBRI Contoh", "jenis": "perwakilan", "kode_kecamatan": HERE}
    write(folder / "desa.csv", [desa])
    write(folder / "tps.csv", [{"kode_desa": OFFICE, "nomor": n} for n in ("1", "2")])
    write(folder / "anggota.csv", people)
    return folder


def abroad(ppln: str, first: str, second: str) -> Rows:
    rows = seats("PPLN", OFFICE, ppln, "", "")
    rows += seats("KPPSLN", OFFICE, first, "", "", tps="1")
    return list(as_people(rows + seats("KPPSLN", OFFICE, second, "", "", tps="2")))


SEVEN = "ketua anggota anggota anggota anggota anggota anggota"


@pytest.mark.parametrize("ppln", ["ketua anggota anggota", SEVEN])
def test_three_to_seven_overseas_are_silent(tmp_path: Path, ppln: str) -> None:
    overseas(tmp_path, abroad(ppln, "ketua anggota anggota", SEVEN))
    assert said(found(tmp_path, "2024-02-10")) == []


def test_two_are_too_few_and_eight_too_many_overseas(tmp_path: Path) -> None:
    overseas(tmp_path, abroad("ketua anggota", f"{SEVEN} anggota", "ketua anggota anggota"))
    wrong = [one for one in found(tmp_path, "2024-02-10") if one.code in {"Q401", "Q402"}]
    sources = {name: b.sumber["kursi"] for name, b in load_profile("ppln-2024").badan.items()}
    assert said(wrong) == [
        ("Q401", "PPLN", sources["PPLN"].dasar),
        ("Q402", "KPPSLN", sources["KPPSLN"].dasar),
    ]


def test_the_honoraria_overseas() -> None:
    bodies = load_profile("ppln-2024").badan
    assert bodies["PPLN"].honorarium == {"ketua": 8_400_000, "anggota": 8_000_000}
    assert bodies["KPPSLN"].honorarium == {"ketua": 6_500_000, "anggota": 6_000_000}


# -- what is not known -----------------------------------------------------------------------------


def test_a_body_whose_term_is_not_known_is_not_said_to_serve() -> None:
    """It is asked for, since nothing says that it is not in office."""
    calendar = calendar_of(load_profile("bawaslu-2024"), date(2024, 11, 20))
    assert (calendar.in_office, calendar.serving) == (
        ("PANWASLU KECAMATAN", "PKD", "PTPS"),
        ("PTPS",),
    )
