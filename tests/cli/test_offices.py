"""Several roster folders in one run of `check`, `quota` and `report`: a line an office."""

from __future__ import annotations

import csv
import io
import json
import shutil
from pathlib import Path

import jsonschema
import pytest
from python_calamine import CalamineWorkbook

from scripts.json_schemas import schemas
from tests.cli.running import DAY, NIK, PROGRAM
from tests.cli.running import adhoc as installed
from tests.cli.running import inside as adhoc
from tests.forms import TEXT_FORMS

COMMANDS = ("check", "quota", "report")


@pytest.fixture
def province(tmp_path: Path, clean: Path, gap: Path) -> Path:
    """Three offices: `kab-1` is complete, `kab-2` lacks a member, `kab-3` has no members' file."""
    for name, whose in (("kab-1", clean), ("kab-2", gap), ("kab-3", clean)):
        shutil.copytree(whose, tmp_path / name)
    (tmp_path / "kab-3" / "anggota.csv").unlink()
    return tmp_path


def names(*numbers: int) -> list[str]:
    return [f"kab-{number}" for number in numbers]


@pytest.mark.parametrize("command", COMMANDS)
def test_one_folder_is_told_as_ever(command: str, gap: Path) -> None:
    since = ("--since", "none") * (command == "report")
    one = adhoc(command, str(gap), *DAY, *since)
    inside = adhoc(command, "-C", str(gap), *DAY, *since)
    assert one == inside
    assert "kantor ·" not in one.out


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("form", TEXT_FORMS)
def test_a_line_an_office_in_every_form(command: str, form: str, province: Path) -> None:
    ran = adhoc(command, *names(1, 2, 3), *DAY, "--format", form, cwd=province)
    assert ran.code == 3
    assert NIK not in ran.out
    for name in names(1, 2, 3):
        assert name in ran.out
    assert ran.err.splitlines() == ["'kab-3': tidak ada atau tidak terbaca: anggota.csv"]


def test_the_worst_comes_first_and_the_sums_last(province: Path) -> None:
    ran = adhoc("check", *names(1, 2, 3), *DAY, "--format", "csv", cwd=province)
    rows = list(csv.DictReader(io.StringIO(ran.out)))
    assert [row["folder"] for row in rows] == names(3, 2, 1)
    told = {row["folder"]: (row["filled"], row["required"], row["vacant"]) for row in rows}
    assert told == {"kab-1": ("11", "11", "0"), "kab-2": ("10", "11", "1"), "kab-3": ("", "", "")}
    data = json.loads(adhoc("check", *names(1, 2), *DAY, "--format", "json", cwd=province).out)
    assert data["total"]["seats"]["vacant"] == 1
    assert data["total"]["people"] == sum(one["people"] for one in data["offices"])
    assert data["total"]["bodies"]["PPS"]["required"] == 12


@pytest.mark.parametrize(
    ("folders", "code"), [(names(1, 1), 2), (["kab-1", "./kab-1/"], 2), (names(2, 3), 3)]
)
def test_exit_codes(folders: list[str], code: int, province: Path) -> None:
    assert adhoc("check", *folders, *DAY, cwd=province).code == code


def test_the_exit_code_is_that_of_the_worst_office(province: Path) -> None:
    shutil.copytree(province / "kab-1", province / "kab-4")
    for command in ("check", "quota"):
        assert adhoc(command, *names(1, 4), *DAY, cwd=province).code == 0
        assert adhoc(command, *names(1, 2), *DAY, cwd=province).code == 1
        assert adhoc(command, *names(1, 2), *DAY, "--fail-on", "never", cwd=province).code == 0


def test_a_folder_that_cannot_be_read_is_a_line(province: Path) -> None:
    (province / "catatan.txt").write_text("x", encoding="utf-8")
    (province / "kab-5").mkdir()
    shutil.copytree(province / "kab-1", province / "kab-6")
    (province / "kab-6" / "adhoc.toml").write_text('profil = "tidak-ada"\n', encoding="utf-8")
    folders = ["kab-1", "tidak-ada", "catatan.txt", "kab-5", "kab-6"]
    ran = adhoc("check", *folders, *DAY, "--format", "csv", cwd=province)
    rows = {row["folder"]: row for row in csv.DictReader(io.StringIO(ran.out))}
    assert ran.code == 3
    assert list(rows) == [*sorted(folders[1:], key=list(rows).index), "kab-1"]
    assert rows["tidak-ada"]["reason"] == "Folder 'tidak-ada' tidak ada."
    assert "kecamatan.csv, desa.csv, anggota.csv" in rows["kab-5"]["reason"]
    assert "tidak-ada" in rows["kab-6"]["reason"]
    assert rows["kab-1"]["filled"] == "11"
    assert len(ran.err.splitlines()) == 4


def test_a_pattern_that_the_shell_left_alone_is_expanded_to_folders(province: Path) -> None:
    (province / "kab-x.csv").write_text("x", encoding="utf-8")
    ran = adhoc("quota", "kab-*", *DAY, "--format", "csv", cwd=province)
    assert [row["folder"] for row in csv.DictReader(io.StringIO(ran.out))] == names(3, 2, 1)


@pytest.mark.parametrize(
    "words",
    [
        ("check", "--by", "desa"), ("quota", "--region", "33.23.17"), ("quota", "--short"),
        ("quota", "--per", "desa"), ("report", "--only-changes"), ("report", "--fail-on", "new"),
        ("report", "--memory", "m.json"), ("report", "--since", "last"),
    ],
    ids=" ".join,
)  # fmt: skip
def test_what_is_for_one_folder_is_refused_for_many(words: tuple[str, ...], province: Path) -> None:
    command, option, *_ = words
    ran = adhoc(command, *names(1, 2), *words[1:], *DAY, cwd=province)
    assert ran.code == 2
    assert option in ran.err
    assert "hanya untuk satu folder" in ran.err


def test_a_report_of_many_leaves_no_memory(province: Path) -> None:
    before = set(province.rglob("*"))
    adhoc("report", *names(1, 2), *DAY, cwd=province)
    assert set(province.rglob("*")) == before


def test_bodies_are_those_asked_for(province: Path) -> None:
    ran = adhoc("quota", *names(1, 2), "--body", "ppk", *DAY, "--format", "json", cwd=province)
    data = json.loads(ran.out)
    assert list(data["total"]["bodies"]) == ["PPK"]
    assert ran.code == 0


def test_the_document_is_held_to_its_schema(province: Path) -> None:
    schema = json.loads(dict(schemas())["adhoc.offices-1.json"])
    for command in COMMANDS:
        ran = adhoc(command, *names(1, 2, 3), *DAY, "--format", "json", cwd=province)
        data = json.loads(ran.out)
        jsonschema.validate(data, schema)
        assert data["checked"] is (command != "quota")


def test_the_page_has_a_tile_an_office(province: Path) -> None:
    adhoc("report", *names(1, 2, 3), *DAY, "-o", "p.html", cwd=province)
    page = (province / "p.html").read_text(encoding="utf-8")
    assert page.count('<g class="t-') == 3
    assert "Jawa Tengah" in page
    assert "<script" not in page


def test_the_public_page_counts_no_fault(province: Path) -> None:
    words = ("report", *names(1, 2, 3), *DAY, "--audience", "public")
    adhoc(*words, "-o", "p.html", cwd=province)
    page = (province / "p.html").read_text(encoding="utf-8")
    for fault in ("kesalahan", "Kesalahan", "peringatan", "anggota.csv", "Q401"):
        assert fault not in page, fault
    data = json.loads(adhoc(*words, "--format", "json", cwd=province).out)
    assert (data["total"]["errors"], data["rules"], data["checked"]) == (None, [], False)


def test_the_workbook_has_numbers(province: Path) -> None:
    adhoc("check", *names(1, 2), *DAY, "-o", "k.xlsx", cwd=province)
    sheet = CalamineWorkbook.from_path(province / "k.xlsx").get_sheet_by_index(0)
    values = [cell for row in sheet.to_python() for cell in row]
    assert 10 in values
    assert "Kabupaten Temanggung" in values


def test_in_english(province: Path) -> None:
    ran = adhoc("check", *names(1, 2), *DAY, "--lang", "en", cwd=province)
    assert "2 offices" in ran.out
    assert "1 seat" in ran.out or "vacant" in ran.out


def test_folders_of_one_kabupaten_are_said_to_be_counted_more_than_once(province: Path) -> None:
    ran = adhoc("quota", *names(1, 2), *DAY, cwd=province)
    assert "Kabupaten Temanggung: ada di beberapa folder" in ran.out.splitlines()[-1]
    (province / "kab-2" / "adhoc.toml").write_text('profil = "bawaslu-2024"\n')
    ran = adhoc("quota", *names(1, 2), *DAY, cwd=province)
    assert "beberapa folder" not in ran.out, "two elections of one place are two offices"


def test_several_offices_at_once_by_the_installed_command(province: Path) -> None:
    for command in COMMANDS:
        words = (command, *names(1, 2, 3), *DAY, "--format", "csv")
        ran = installed(*words, cwd=province, program=PROGRAM)
        assert ran.code == 3
        assert [row["folder"] for row in csv.DictReader(io.StringIO(ran.out))] == names(3, 2, 1)
        assert "anggota.csv" in ran.err


def test_where_nobody_is_in_office_no_seat_is_said_to_be_full(province: Path) -> None:
    long_after = ("--as-of", "2026-11-29")
    for command in COMMANDS:
        ran = adhoc(command, *names(1, 2), *long_after, cwd=province)
        assert "tidak ada kuota yang dapat dihitung" in ran.out
        assert "kurang 0" not in ran.out
        assert "0/0" not in ran.out
    data = json.loads(
        adhoc("quota", *names(1, 2), *long_after, "--format", "json", cwd=province).out
    )
    assert (data["total"]["seats"], data["total"]["bodies"]) == (None, None)
    adhoc("report", *names(1, 2), *long_after, "-o", "p.html", cwd=province)
    page = (province / "p.html").read_text(encoding="utf-8")
    assert '<g class="t-' not in page
    assert "0/0" not in page
