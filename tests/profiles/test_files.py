"""A profile is a file of an office's own, that may build on another and drop what does not hold."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from adhoc_cli.profiles.load import load_profile
from tests.profiles.offices import fault, office

_PSU = """
dasar = "pilkada-2024"
hapus = ["badan.PANTARLIH", 'badan."SEKRETARIAT PPS"', "butir.PPK-09", "badan.KPPS.usia_maks"]
hari_pemungutan_suara = 2025-04-19

[badan.KPPS]
mulai = 2025-04-12
selesai = 2025-05-04
sumber.mulai = { dasar = "SK KPU", tingkat = "A" }

[butir.PSU-01]
badan = "PPS"
pemangku = ["kades"]
tujuan_id = "Tempat TPS"
tujuan_en = "The place of the TPS"
"""
_CHOSEN = 'profil = "psu.toml"'


def _file(folder: Path, text: str, name: str = "psu.toml") -> None:
    (folder / name).write_text(text, encoding="utf-8")


def test_a_file_beside_the_settings_is_the_profile(tmp_path: Path) -> None:
    _file(tmp_path, _PSU)
    profile, law = office(tmp_path, _CHOSEN).profile, load_profile("pilkada-2024")
    assert profile.nama == "psu.toml"
    assert profile.hari_pemungutan_suara == date(2025, 4, 19)
    assert profile.badan["PPK"] == law.badan["PPK"]
    assert profile.badan["KPPS"].mulai == date(2025, 4, 12)
    assert profile.butir["PSU-01"].badan == "PPS"
    assert profile.butir["PPK-01"] == law.butir["PPK-01"]


def test_what_is_dropped_is_gone_with_its_items_and_sources(tmp_path: Path) -> None:
    _file(tmp_path, _PSU)
    profile = office(tmp_path, _CHOSEN).profile
    assert not {"PANTARLIH", "SEKRETARIAT PPS"} & profile.badan.keys()
    assert "PPK-09" not in profile.butir
    assert profile.badan["KPPS"].usia_maks is None
    assert {"usia_maks", "selesai"}.isdisjoint(profile.badan["KPPS"].sumber)
    assert profile.badan["KPPS"].sumber["mulai"].dasar == "SK KPU"


def test_the_items_of_a_dropped_body_go_with_it(tmp_path: Path) -> None:
    _file(tmp_path, 'dasar = "pilkada-2024"\nhapus = ["badan.SEKRETARIAT PPS", "badan.PPS"]')
    profile = office(tmp_path, _CHOSEN).profile
    assert {item.badan for item in profile.butir.values()} == {"PPK", "KPU"}


def test_the_file_of_the_command_line_wins_and_adhoc_toml_is_laid_over_it(tmp_path: Path) -> None:
    _file(tmp_path, _PSU)
    text = 'profil = "pemilu-2024"\n[ubah.badan.PPS]\nkursi = 4'
    profile = office(tmp_path, text, profile=str(tmp_path / "psu.toml")).profile
    assert (profile.nama, profile.badan["PPS"].kursi.min) == ("psu.toml", 4)


def test_a_file_may_build_on_a_file_and_have_a_name(tmp_path: Path) -> None:
    _file(tmp_path, _PSU)
    _file(tmp_path, 'dasar = "psu.toml"\nnama = "psu-barat"\nbadan.PPS.kursi = 5', "barat.toml")
    profile = office(tmp_path, 'profil = "barat.toml"').profile
    assert profile.nama == "psu-barat (barat.toml)"
    assert profile.badan["PPS"].kursi.min == 5
    assert profile.badan["KPPS"].mulai == date(2025, 4, 12)


@pytest.mark.parametrize(
    ("text", "key", "line"),
    [
        pytest.param('dasar = "pilkada"', "config.profile", 1, id="unknown"),
        pytest.param('\ndasar = "psu.toml"', "config.profile_circle", 2, id="circle"),
        pytest.param("dasar = 3", "config.value", 1, id="type"),
        pytest.param(
            'dasar = "pilkada-2024"\nhapus = [\n  "badan.PPK",\n  "badan.PPX",\n]',
            "config.nothing_to_drop", 2, id="nothing",
        ),
        pytest.param('dasar = "pilkada-2024"\nhapus = "badan.PPK"', "config.value", 2, id="list"),
        pytest.param(f"{_PSU}\n[badan.PPS]\nkursy = 3", "config.unknown_key", 18, id="key"),
        pytest.param(f"{_PSU}\n[badan.PPS]\nkursi = true", "config.value", 18, id="value"),
        pytest.param('dasar = "pilkada-2024"\nbadan.PPX.kursi = 3', "config.new_body", 2, id="new"),
        pytest.param("= 3", "config.syntax", 1, id="syntax"),
    ],
)  # fmt: skip
def test_a_fault_has_the_line_of_the_file(tmp_path: Path, text: str, key: str, line: int) -> None:
    _file(tmp_path, text)
    error = fault(tmp_path, f"{_CHOSEN}\n[ubah.badan.PPS]\nkursi = 4")
    assert (error.key, error.file, error.line) == (key, "psu.toml", line)


def test_a_fault_below_has_the_file_that_it_is_in(tmp_path: Path) -> None:
    _file(tmp_path, 'dasar = "pilkada-2024"\n\nbadan.PPS.usia_min = "17"', "bawah.toml")
    _file(tmp_path, 'dasar = "bawah.toml"\nbadan.PPS.kursi = 3')
    error = fault(tmp_path, _CHOSEN)
    assert (error.file, error.line, error.params["key"]) == ("bawah.toml", 3, "badan.PPS.usia_min")


def test_two_files_that_build_on_each_other(tmp_path: Path) -> None:
    _file(tmp_path, 'dasar = "dua.toml"')
    _file(tmp_path, 'dasar = "psu.toml"', "dua.toml")
    error = fault(tmp_path, _CHOSEN)
    assert (error.key, error.place) == ("config.profile_circle", "dua.toml:1")


def test_what_needs_a_dropped_body_is_told(tmp_path: Path) -> None:
    _file(tmp_path, 'dasar = "pilkada-2024"\nhapus = ["badan.PPK"]')
    error = fault(tmp_path, _CHOSEN)
    assert error.file == "pilkada-2024.toml"
    assert "sekretariat_dari" in error.params["key"]


@pytest.mark.parametrize("name", ["tidak-ada.toml", "a\\u0000.toml", f"{'a' * 300}.toml"])
def test_a_file_that_is_not_there(tmp_path: Path, name: str) -> None:
    error = fault(tmp_path, f'profil = "{name}"')
    assert (error.key, error.place) == ("config.profile", "adhoc.toml:1")


def test_a_folder_is_no_profile(tmp_path: Path) -> None:
    (tmp_path / "psu.toml").mkdir()
    error = fault(tmp_path, _CHOSEN)
    assert (error.key, error.params["reason"]) == ("config.unreadable", "folder")
