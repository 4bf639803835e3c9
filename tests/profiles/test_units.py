"""An office whose own election has a body of the kabupaten, and one overseas, through the commands
that count, list, fill and compare. All people are invented."""

from __future__ import annotations

import csv
import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from adhoc_cli.roster.roster import load_roster
from tests.cli.running import inside
from tests.docs.fences import fences
from tests.output.rosters import LANGS

SHOWN = fences(Path("docs/pemilihan-lain.md"))["pokja"]
POKJA = f"""{SHOWN}cadangan = 1
penggantian = {{ pleno = "KPU" }}
[butir.POKJA-01]
badan = "POKJA"
pemangku = ["kesbangpol"]
tujuan_id = "Rapat pertama"
tujuan_en = "First meeting"
batas = {{ tanggal = 2024-06-01 }}
"""
HERE = "33.23"
DAY = ("--as-of", "2024-06-10")
HEADER = "badan,jabatan,nama,jenis_kelamin,kode_wilayah,status,peringkat"
PEOPLE = (
    "POKJA,ketua,Wagiyo Sindoro,L,33.23,aktif,1",
    "POKJA,anggota,Suminah Bansari,P,3323,aktif,2",
    "POKJA,anggota,Paiman Ngadimulyo,L,33.23,cadangan,4",
)


def office(folder: Path, people: Sequence[str] = PEOPLE) -> Path:
    """An office of two kecamatan with one desa, whose working group lacks one of three."""
    folder.mkdir(exist_ok=True)
    files = {
        "pokja-2024.toml": POKJA,
        "adhoc.toml": 'profil = "pokja-2024.toml"\nbadan = ["POKJA"]\n',
        "kecamatan.csv": "kode,nama\n33.23.01,Bulu\n33.23.02,Tembarak\n",
        "desa.csv": "kode,nama\n33.23.01.2016,Wonosari\n",
        "anggota.csv": "\n".join((HEADER, *people, "")),
    }
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def told(*arguments: str) -> Any:
    return json.loads(inside(*arguments, "--format", "json").out)


def found(folder: Path, code: str) -> list[dict[str, Any]]:
    findings: list[dict[str, Any]] = told("check", str(folder), *DAY)["findings"]
    return [one for one in findings if one["code"] == code and one["body"] == "POKJA"]


# -- a body of the kabupaten -----------------------------------------------------------------------


def test_ten_lines_are_enough(tmp_path: Path) -> None:
    assert len(SHOWN.splitlines()) <= 10
    office(tmp_path)
    assert inside("profiles", "--check", str(tmp_path / "pokja-2024.toml")).code == 0


def test_a_vacant_seat_of_the_kabupaten_is_found_there(tmp_path: Path) -> None:
    [vacant] = found(office(tmp_path), "Q401")
    assert vacant["region"]["code"] == HERE
    full = (*PEOPLE[:2], PEOPLE[2].replace("cadangan", "aktif"))
    assert found(office(tmp_path, full), "Q401") == []


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(
    ("code", "body", "words"),
    [
        ("33.23.01", "POKJA", ("33.23.01", "Kabupaten Temanggung")),
        ("33.23.01.2016", "POKJA", ("33.23.01.2016", "Kabupaten Temanggung")),
        ("33.23", "PPK", ("PPK", "33.23", "kecamatan")),
        ("33.23", "PPS", ("PPS", "33.23", "desa")),
    ],
)
def test_a_code_of_another_level_says_which_one_is_needed(
    tmp_path: Path, code: str, body: str, words: tuple[str, ...], lang: str
) -> None:
    office(tmp_path, [f"{body},ketua,Wagiyo Sindoro,L,{code},aktif,1"])
    ran = inside("check", str(tmp_path), *DAY, "--lang", lang, "--format", "json")
    [wrong] = [one for one in json.loads(ran.out)["findings"] if one["code"] == "R304"]
    assert wrong["column"] == "kode_wilayah"
    assert all(word in wrong["message"] for word in words), wrong["message"]


def test_the_code_of_another_kabupaten_is_unknown(tmp_path: Path) -> None:
    office(tmp_path, ["POKJA,ketua,Wagiyo Sindoro,L,33.08,aktif,1"])
    [unknown] = found(tmp_path, "R301")
    assert "33.08" in unknown["message"]


@pytest.mark.parametrize(
    ("options", "shown"),
    [
        ((), {"PPK": "kecamatan", "PPS": "kecamatan", "POKJA": "kabupaten"}),
        (("--per", "kabupaten"), {"PPK": "kabupaten", "PPS": "kabupaten", "POKJA": "kabupaten"}),
        (("--per", "desa"), {"PPS": "desa"}),
        (("--short",), {"PPK": "kecamatan", "PPS": "desa", "POKJA": "kabupaten"}),
        (("--region", HERE), {"PPK": "kecamatan", "PPS": "kecamatan", "POKJA": "kabupaten"}),
        (("--region", "Bulu"), {"PPK": "kecamatan", "PPS": "kecamatan"}),
    ],
)
def test_seats_are_counted_by_the_places_that_can_have_them(
    tmp_path: Path, options: tuple[str, ...], shown: dict[str, str]
) -> None:
    quota = told("quota", str(office(tmp_path)), *DAY, *options)
    assert {one["body"]: one["per"] for one in quota["units"]} == shown
    own = [(one["required"], one["filled"]) for one in quota["units"] if one["body"] == "POKJA"]
    assert own == [(3, 2)] * ("POKJA" in shown)


def test_what_is_above_a_place_is_said_to_be_left_out(tmp_path: Path) -> None:
    ran = inside("quota", str(office(tmp_path)), *DAY, "--region", "Bulu", "--lang", "en")
    assert "POKJA: not counted per kecamatan" in ran.out


def test_the_members_and_the_next_rank_stand_at_the_kabupaten(tmp_path: Path) -> None:
    office(tmp_path)
    members = told("members", str(tmp_path), "--region", HERE, *DAY)["members"]
    assert [one["region"]["code"] for one in members] == [HERE] * 3
    shown = inside("replace", str(tmp_path), "--body", "POKJA", *DAY, "--lang", "id").out
    assert "Kabupaten Temanggung (33.23): kurang 1 dari 3" in shown
    assert "usul: Paiman Ngadimulyo (peringkat 4" in shown


def test_a_code_below_the_kabupaten_is_no_unit_of_its_body(tmp_path: Path) -> None:
    people = (PEOPLE[0], PEOPLE[1].replace("3323", "33.23.01"))
    members = load_roster(office(tmp_path, people), date(2024, 6, 10)).members
    assert (members.unit.tolist(), members.misplaced.tolist()) == ([0, -1], [False, True])


def test_a_letter_names_the_kabupaten_once(tmp_path: Path) -> None:
    letter = ("--body", "POKJA", "--letter", "berita-acara")
    text = inside("replace", str(office(tmp_path)), *letter, *DAY).out
    assert "POKJA Kabupaten Temanggung" in text
    assert "Kabupaten Kabupaten" not in text


def test_who_came_and_who_left_is_told_of_the_kabupaten(tmp_path: Path) -> None:
    old, new = office(tmp_path / "old"), office(tmp_path / "new", PEOPLE[:1])
    ran = inside("diff", str(old), str(new), *DAY, "--lang", "id")
    assert "Suminah Bansari" in ran.out
    assert "Kabupaten Temanggung" in ran.out


def test_the_checklist_has_an_item_at_the_kabupaten(tmp_path: Path) -> None:
    shown = inside("checklist", "show", HERE, str(office(tmp_path)), *DAY).out
    assert "POKJA-01" in shown
    done = ("--date", "2024-05-30", "--evidence", "BA", "--dir", str(tmp_path))
    assert inside("checklist", "mark", HERE, "POKJA-01", *done).code == 0
    [mark] = list(
        csv.DictReader((tmp_path / "koordinasi.csv").read_text(encoding="utf-8").splitlines())
    )
    assert (mark["kode_wilayah"], mark["butir"]) == (HERE, "POKJA-01")


@pytest.mark.parametrize(("places", "expected"), [("33.23", 2), ("", 2), ("33.23.01", 0)])
def test_a_bimtek_of_the_kabupaten_expects_its_bodies(
    tmp_path: Path, places: str, expected: int
) -> None:
    rows = f"kegiatan,tanggal,untuk_badan,untuk_wilayah\nBimtek,2024-06-20,POKJA,{places}\n"
    (office(tmp_path) / "bimtek.csv").write_text(rows, encoding="utf-8")
    [event] = told("bimtek", "status", str(tmp_path), *DAY)["events"]
    assert event["expected"] == expected


@pytest.mark.parametrize("ending", ["txt", "html", "json", "xlsx"])
def test_the_report_counts_it_in_no_kecamatan(tmp_path: Path, ending: str) -> None:
    out = tmp_path / f"laporan.{ending}"
    memory = ("--memory", str(tmp_path / "memory"))
    ran = inside("report", str(office(tmp_path / "k")), *DAY, *memory, "-o", str(out))
    assert ran.code in (0, 1), ran.err
    if ending == "html":
        assert "di luar kecamatan terdaftar" in out.read_text(encoding="utf-8")


# -- what is taken in ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "code"),
    [("33.23", HERE), ("3323", HERE), ("Temanggung", HERE), ("Kab. Temanggung", HERE)],
)
def test_a_list_names_the_kabupaten_by_code_or_name(
    tmp_path: Path, written: str, code: str
) -> None:
    office(tmp_path / "k")
    (tmp_path / "k" / "anggota.csv").unlink()
    rows = f"{HEADER},kecamatan\nPOKJA,ketua,Wagiyo Sindoro,L,{written},aktif,1,Bulu\n"
    (tmp_path / "daftar.csv").write_text(rows, encoding="utf-8")
    to = ("--as", "anggota", "-o", str(tmp_path / "k"))
    ran = inside("import", str(tmp_path / "daftar.csv"), *to)
    assert ran.code == 0, ran.out + ran.err
    [row] = list(
        csv.DictReader((tmp_path / "k" / "anggota.csv").read_text(encoding="utf-8").splitlines())
    )
    assert row["kode_wilayah"] == code


# -- overseas --------------------------------------------------------------------------------------

COUNTRY, MISSION = "99.01.01", "99.01.01.2001"
ABROAD = ("--as-of", "2024-02-10")


def mission(folder: Path, place: str = MISSION) -> Path:
    """A representation with a PPLN of two, where at least three are needed, and one TPSLN."""
    files = {
        "adhoc.toml": 'profil = "ppln-2024"\nbadan = ["PPLN", "KPPSLN"]\n',
        "kecamatan.csv": f"kode,nama\n{COUNTRY},Negara Contoh\n",
        "desa.csv": f"kode,nama,jenis\n{MISSION},KBRI Contoh,Perwakilan RI\n",
        "tps.csv": f"kode_desa,nomor\n{MISSION},1\n",
        "anggota.csv": f"{HEADER}\nPPLN,ketua,Wagiyo Sindoro,L,{place},aktif,1\n"
        f"PPLN,anggota,Suminah Bansari,P,{place},aktif,2\n",
    }
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_overseas_seats_are_counted_by_representation(tmp_path: Path) -> None:
    quota = told("quota", str(mission(tmp_path)), *ABROAD)
    shown = [
        (one["body"], one["per"], one["region"]["name"], one["vacant"]) for one in quota["units"]
    ]
    assert shown == [
        ("PPLN", "perwakilan", "KBRI Contoh", 1),
        ("KPPSLN", "perwakilan", "KBRI Contoh", 3),
    ]
    text = inside("quota", str(tmp_path), *ABROAD, "--lang", "id").out
    assert "PPLN per perwakilan" in text
    assert (
        inside("quota", str(tmp_path), *ABROAD, "--per", "perwakilan", "--lang", "id").out == text
    )


def test_a_representation_is_named_as_such(tmp_path: Path) -> None:
    options = ("--region", MISSION, *ABROAD, "--lang", "id")
    assert "PPLN per perwakilan" in inside("quota", str(mission(tmp_path)), *options).out
    told = inside("message", str(tmp_path), "--about", "vacancy", *ABROAD, "--lang", "id").out
    assert "PPLN KBRI Contoh, Negara Contoh: 1 orang" in told


@pytest.mark.parametrize("place", [COUNTRY, "99.01"])
@pytest.mark.parametrize(("lang", "kind"), [("id", "perwakilan"), ("en", "representation")])
def test_a_ppln_needs_the_code_of_a_representation(
    tmp_path: Path, place: str, lang: str, kind: str
) -> None:
    ran = inside(
        "check", str(mission(tmp_path, place)), *ABROAD, "--lang", lang, "--format", "json"
    )
    wrong = [one for one in json.loads(ran.out)["findings"] if one["code"] == "R304"]
    assert [kind in one["message"] for one in wrong] == [True, True]


@pytest.mark.parametrize(
    "command",
    [("members",), ("replace",), ("message", "--about", "vacancy"), ("check",), ("calendar",)],
)
@pytest.mark.parametrize("of", [office, mission])
def test_no_command_stumbles_over_them(tmp_path: Path, command: tuple[str, ...], of: Any) -> None:
    day = DAY if of is office else ABROAD
    ran = inside(*command, str(of(tmp_path)), *day)
    assert ran.code in (0, 1), ran.err
    assert ran.out


def test_a_code_that_an_office_overseas_gives_itself_is_not_held_against_the_decree(
    tmp_path: Path,
) -> None:
    findings = told("check", str(mission(tmp_path)), *ABROAD)["findings"]
    assert {one["code"] for one in findings} == {"Q401"}


def test_the_name_of_the_kabupaten_is_enough_where_only_its_bodies_are_meant(
    tmp_path: Path,
) -> None:
    regions = "kode,nama\n33.23.01,Bulu\n33.23.03,Temanggung\n"
    (office(tmp_path) / "kecamatan.csv").write_text(regions, encoding="utf-8")
    options = (str(tmp_path), "--region", "Temanggung", *DAY)
    assert len(told("members", *options, "--body", "POKJA")["members"]) == 3
    assert told("members", *options)["members"] == []


def test_the_next_rank_overseas_is_told_by_representation(tmp_path: Path) -> None:
    shown = inside("replace", str(mission(tmp_path)), *ABROAD, "--lang", "id").out
    assert "PPLN: kurang 1 anggota di 1 perwakilan" in shown


# -- a new folder ----------------------------------------------------------------------------------


def test_a_new_folder_has_the_seats_of_the_kabupaten(tmp_path: Path) -> None:
    office(tmp_path)
    new = tmp_path / "baru"
    always = POKJA.replace("cadangan = 1", "cadangan = 1\nselalu = true")
    (tmp_path / "pokja-2024.toml").write_text(always, encoding="utf-8")
    profile = ("--profile", str(tmp_path / "pokja-2024.toml"), "--kabupaten", HERE, "--with-seats")
    ran = inside("init", str(new), *profile)
    assert ran.code == 0, ran.err
    rows = list(
        csv.DictReader((new / "anggota-pokja.csv").read_text(encoding="utf-8").splitlines())
    )
    assert [(row["jabatan"], row["kode_wilayah"]) for row in rows] == [
        ("ketua", HERE), ("anggota", HERE), ("anggota", HERE),
    ]  # fmt: skip
    assert not {"desa", "kecamatan", "tps"} & rows[0].keys()


@pytest.mark.parametrize("written", ["KBRI Contoh", MISSION, "9901012001"])
def test_a_list_names_the_representation_by_code_or_name(tmp_path: Path, written: str) -> None:
    folder = mission(tmp_path)
    (folder / "anggota.csv").unlink()
    rows = f"{HEADER}\nPPLN,ketua,Wagiyo Sindoro,L,{written},aktif,1\n"
    (folder / "daftar.csv").write_text(rows, encoding="utf-8")
    ran = inside("import", str(folder / "daftar.csv"), "--as", "anggota", "-o", str(folder))
    assert ran.code == 0, ran.out + ran.err
    [row] = list(csv.DictReader((folder / "anggota.csv").read_text(encoding="utf-8").splitlines()))
    assert row["kode_wilayah"] == MISSION


def test_a_workbook_of_the_roster_comes_back_as_it_went(tmp_path: Path) -> None:
    book, folder = tmp_path / "kerja.xlsx", office(tmp_path / "k")
    before = (folder / "anggota.csv").read_bytes()
    assert inside("sheets", "out", str(folder), "-o", str(book), *DAY).code == 0
    ran = inside("sheets", "in", str(book), "-C", str(folder), "--yes")
    assert ran.code == 0, ran.out + ran.err
    assert (folder / "anggota.csv").read_bytes() == before
