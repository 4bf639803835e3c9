"""`adhoc profiles --check`: every mistake is told with its line, and none that only follows."""

from __future__ import annotations

from pathlib import Path

import pytest

from adhoc_cli.profiles.every_fault import Faults, every_fault
from adhoc_cli.profiles.faults import ConfigError
from adhoc_cli.rules.in_force import in_force
from adhoc_cli.text.translator import Translator
from adhoc_cli.text.words import LANGUAGES

_WRONG = """dasar = "pilkada-2024"
hapus = ["badan.PPX", "badan.KPPS", "butir.XX"]
hari_pemungutan_suara = "besok"
[badan.PPS]
kursy = 3
usia_min = "17"
mulai = "H-20"
hanya = ["abc", "33.23.01", "zz"]
[badan.PPK]
kursi = [3, 2]
sekretariat_dari = "PPZ"
jabatan = { ketua = 1, kordip = 2 }
[badan.BARU]
kursi = 3
unit = "rt"
[butir.X-1]
badan = "BARU"
pemangku = []
"""


def _faults(folder: Path, text: str, name: str = "psu.toml") -> Faults:
    (folder / name).write_text(text, encoding="utf-8")
    faults = every_fault(folder / name, in_force)
    for lang in LANGUAGES:
        assert all(one.said(Translator(lang)) for one in faults.found)
    return faults


def _lines(faults: Faults) -> list[int | None]:
    return [one.line for one in faults.found]


def test_every_mistake_of_a_profile_has_its_line(tmp_path: Path) -> None:
    faults = _faults(tmp_path, _WRONG)
    # BARU lacks three keys, X-1 two; that X-1 is for a body that is wrong is not said again.
    lines = [2, 2, 3, 5, 6, 8, 8, 10, 11, 12, 13, 13, 13, 15, 16, 16, 18]
    assert _lines(faults) == lines
    assert faults.all
    assert {one.file for one in faults.found} == {"psu.toml"}


@pytest.mark.parametrize("said", ["[]", "{}", "[1, 2]", "5"])
def test_a_list_where_one_of_some_words_belongs(tmp_path: Path, said: str) -> None:
    text = f'dasar = "pilkada-2024"\n[badan.PPK]\nunit = {said}\n'
    assert _lines(_faults(tmp_path, text)) == [3]


def test_every_mistake_of_the_settings_and_of_what_they_change(tmp_path: Path) -> None:
    text = """profil = "pilkada-2024"
bahasa = "de"
badan = ["PPK", "PPX", "PPY"]
[aturan]
Q999 = "nonaktif"
V205 = "x"
Q888 = "nonaktif"
[[pengecualian]]
kode = "Q401"
alasan = "Menunggu SK"
sampai = 2024-01-01
[[pengecualian]]
kode = "Q777"
wilayah = "33"
alasan = "Menunggu SK"
sampai = 2024-01-01
[ubah.badan.KPPS]
kursi = [{ nilai = "3" }, { sejak = 2025-01-01, nilai = 5 }, { sejak = 2025-01-01, nilai = 7 }]
mulai = "pelantikan"
"""
    faults = _faults(tmp_path, text, "adhoc.toml")
    assert _lines(faults) == [2, 3, 3, 5, 6, 7, 8, 14, 18, 18, 19]
    assert faults.all


def test_every_key_that_an_office_has_to_say_is_asked_for(tmp_path: Path) -> None:
    faults = _faults(tmp_path, 'profil = "psu-2025"', "adhoc.toml")
    assert [one.params["key"] for one in faults.found] == ["hari_pemungutan_suara"]


def test_a_mistake_in_the_file_below_is_told_with_that_file(tmp_path: Path) -> None:
    _faults(tmp_path, 'dasar = "pilkada-2024"\nbadan.PPS.usia_min = "17"', "bawah.toml")
    faults = _faults(tmp_path, 'dasar = "bawah.toml"\nbadan.PPS.kursi = true')
    assert [one.place for one in faults.found] == ["psu.toml:2", "bawah.toml:2"]


def test_a_profile_without_a_base_lacks_each_key_once(tmp_path: Path) -> None:
    faults = _faults(tmp_path, 'judul_id = "PSU"\nbadan.PPX.kursi = "x"')
    missing = {one.params["key"] for one in faults.found if one.key == "config.missing_key"}
    assert {"judul_en", "hari_pemungutan_suara"} <= missing
    assert "config.value" in {one.key for one in faults.found}


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("a = [[", "config.syntax"),
        ('dasar = "tidak-ada"\nbdan = 3', "config.profile"),
        ('dasar = "psu.toml"', "config.profile_circle"),
        ("a = " + "[" * 2000, "config.syntax"),
        ("a." * 3000 + "b = 1", "config.syntax"),
    ],
    ids=["syntax", "base", "circle", "brackets", "tables"],
)
def test_what_hides_the_rest_is_told_as_that(tmp_path: Path, text: str, key: str) -> None:
    faults = _faults(tmp_path, text)
    assert [one.key for one in faults.found] == [key]
    assert not faults.all


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as caught:
        every_fault(tmp_path / "lain.toml", in_force)
    assert caught.value.key == "config.no_file"


def test_what_is_right_has_no_mistake(tmp_path: Path) -> None:
    assert _faults(tmp_path, 'dasar = "pilkada-2024"\nbadan.PPS.kursi = 3').found == ()
    dated = "kursi = [{ nilai = 3 }, { sejak = 2024-01-01, nilai = 5 }]"
    assert _faults(tmp_path, f'dasar = "pilkada-2024"\nbadan.PPS.{dated}').found == ()
