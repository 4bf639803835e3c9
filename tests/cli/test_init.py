"""`adhoc init`: what it makes, and what it refuses."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.running import DAY, Ran
from tests.cli.running import adhoc as adhoc_alone
from tests.cli.running import inside as adhoc
from tests.forms import TEXT_FORMS

_FILES = [
    "adhoc.toml", "anggota-ppk.csv", "anggota-pps.csv", "anggota-sekretariat.csv", "desa.csv",
    "kecamatan.csv",
]  # fmt: skip


def names(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


@pytest.mark.parametrize("place", ["33.23", "Temanggung", "kab. temanggung"])
def test_a_folder_that_checks(tmp_path: Path, place: str) -> None:
    folder = tmp_path / "t"
    ran = adhoc("init", str(folder), "--kabupaten", place, "--with-seats", "--lang", "en")
    assert (ran.code, ran.err) == (0, "")
    assert "Kabupaten Temanggung (33.23), Jawa Tengah" in ran.out
    assert f"adhoc check {folder}" in ran.out
    assert names(folder) == _FILES
    # The seats are rows without a name: one finding a seat, and the places are faultless.
    assert adhoc("check", str(folder), *DAY, "--select", "F,R", "-q") == Ran(0, "", "")


def test_what_is_still_missing_right_afterwards(tmp_path: Path) -> None:
    """A file without a single member cannot be told from one that was not saved (F103)."""
    folder = tmp_path / "t"
    ran = adhoc("init", str(folder), "--kabupaten", "33.23", "--lang", "en")
    assert f"adhoc check {folder} (until then it ends with 3: not a single row" in ran.out
    ran = adhoc("check", str(folder), *DAY, "--lang", "en")
    assert ran.code == 3
    assert ran.err.splitlines() == [
        f"{name}:1: {name} has a header and not a single row"
        for name in _FILES
        if name.startswith("anggota")
    ]
    # One body is filled in, and every seat of the others is vacant.
    with (folder / "anggota-ppk.csv").open("r+") as file:
        rest = file.readline().count(",") - 3
        file.write(f"Siti Aminah,PPK,ketua,33.23.01{',' * rest}\n")
    ran = adhoc("check", str(folder), *DAY, "--lang", "en", "--select", "Q401")
    assert (ran.code, ran.err) == (1, "")
    assert "PPK 1/100 · PPS 0/867" in ran.out


def test_a_lost_report_says_that_the_folder_is_there(tmp_path: Path) -> None:
    at = ("init", str(tmp_path / "t"), "--kabupaten", "33.23", "--lang", "en")
    wanted = f"The folder '{tmp_path / 't'}' is made; only the report of it is lost."
    ran = adhoc(*at, "-o", str(tmp_path / "tiada" / "x.txt"))
    assert (ran.code, ran.out, ran.err.splitlines()[0]) == (2, "", wanted)
    assert names(tmp_path / "t") == _FILES
    ran = adhoc_alone(*at[:1], str(tmp_path / "u"), *at[2:], redirect="> /dev/full")
    assert (ran.code, ran.err.splitlines()[0]) == (2, wanted.replace("/t'", "/u'"))
    assert names(tmp_path / "u") == _FILES


@pytest.mark.parametrize("form", TEXT_FORMS)
@pytest.mark.parametrize("lang", ["id", "en"])
def test_every_form(tmp_path: Path, form: str, lang: str) -> None:
    at = ("init", str(tmp_path / "t"), "--kabupaten", "33.23", "--format", form, "--lang", lang)
    ran = adhoc(*at)
    assert (ran.code, ran.err) == (0, "")
    assert "kecamatan.csv" in ran.out


def test_for_programs(tmp_path: Path) -> None:
    at = ("--kabupaten", "33.23", "--with-seats", "--format", "json")
    read = json.loads(adhoc("init", str(tmp_path / "t"), *at).out)
    assert read["schema"] == "adhoc.init/1"
    assert read["places"] == {"kecamatan": 20, "desa": 266, "kelurahan": 23}
    rows = {one["file"]: one["rows"] for one in read["files"]}
    assert (rows["anggota-ppk.csv"], rows["anggota-pps.csv"]) == (100, 867)
    quiet = adhoc("init", str(tmp_path / "u"), "--profile", "pemilu-2024", "-q")
    assert quiet == Ran(0, "", "")
    assert 'profil = "pemilu-2024"' in (tmp_path / "u" / "adhoc.toml").read_text()


def test_nothing_is_written_over(tmp_path: Path) -> None:
    folder = tmp_path / "t"
    assert adhoc("init", str(folder), "--kabupaten", "33.23").code == 0
    held = {file: file.read_bytes() for file in folder.iterdir()}
    ran = adhoc("init", str(folder), "--kabupaten", "33.22", "--lang", "en")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("Error: Nothing was written: this folder already has 'adhoc.toml', ")
    assert {file: file.read_bytes() for file in folder.iterdir()} == held


def test_a_name_of_several_is_refused_with_the_list(tmp_path: Path) -> None:
    ran = adhoc("init", str(tmp_path / "t"), "--kabupaten", "Semarang", "--lang", "en")
    assert (ran.code, ran.out) == (2, "")
    assert "  33.22  Kabupaten Semarang, Jawa Tengah\n  33.74  Kota Semarang, Jawa" in ran.err
    assert not (tmp_path / "t").exists()


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("Temangung", "Kabupaten Temanggung"),
        ("zzz", "'zzz'"),
        ("99.99", "'99.99'"),
        ("", "--kabupaten"),
        ("\x1b[31m", "x1b"),
    ],
)
def test_an_unknown_name_is_refused(tmp_path: Path, place: str, said: str) -> None:
    ran = adhoc("init", str(tmp_path / "t"), "--kabupaten", place)
    assert (ran.code, ran.out) == (2, "")
    assert "\nKesalahan: " in ran.err
    assert said in ran.err
    assert not (tmp_path / "t").exists()


def test_a_disk_that_is_in_the_way(tmp_path: Path) -> None:
    (tmp_path / "tautan").symlink_to(tmp_path)
    (tmp_path / "berkas").write_text("x")
    for name in ("tautan", "berkas", "tidak/ada"):
        ran = adhoc("init", str(tmp_path / name), "--kabupaten", "33.23")
        assert (ran.code, ran.out) == (2, "")
        assert ran.err.startswith("Kesalahan: ")
        assert ran.err.count("\n") == 1
    assert names(tmp_path) == ["berkas", "tautan"]


def test_seats_need_places_and_a_profile_a_name(tmp_path: Path) -> None:
    for wrong in (("--with-seats",), ("--profile", "x")):
        ran = adhoc("init", str(tmp_path / "t"), *wrong)
        assert (ran.code, ran.out) == (2, "")
        assert ran.err.startswith("Kesalahan: ")
        assert not (tmp_path / "t").exists()
