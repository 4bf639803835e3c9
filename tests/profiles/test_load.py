"""What an office may say in its `adhoc.toml`."""

from __future__ import annotations

from pathlib import Path

import pytest

from adhoc_cli.profiles import load
from adhoc_cli.profiles.load import load_office, load_profile
from tests.profiles.offices import PANWASCAM, office


def test_a_folder_without_settings_has_the_default_profile(tmp_path: Path) -> None:
    found = load_office(tmp_path)
    assert found.profile == load_profile("pilkada-2024")
    assert found.settings == load.Settings()
    assert found.overridden == ()


def test_a_folder_that_is_none_is_somebody_elses_fault(tmp_path: Path) -> None:
    file = tmp_path / "x"
    file.touch()
    assert load_office(file).profile.nama == "pilkada-2024"
    assert load_office(tmp_path / "absent").profile.nama == "pilkada-2024"


def test_the_settings(tmp_path: Path) -> None:
    text = """
        profil = "pemilu-2024"
        bahasa = "en"
        badan = ["KPPS", "SEKRETARIAT PPK"]
        total = { PPK = 100, PPS = 867 }
        """
    found = office(tmp_path, text)
    assert found.profile.nama == "pemilu-2024"
    assert found.settings.bahasa == "en"
    assert found.settings.badan == ("KPPS", "SEKRETARIAT PPK")
    assert found.settings.total == {"PPK": 100, "PPS": 867}


def test_the_profile_of_the_command_line_wins(tmp_path: Path) -> None:
    found = office(tmp_path, 'profil = "pemilu-2024"', profile="pilkada-2024")
    assert found.profile.nama == "pilkada-2024"


@pytest.mark.parametrize("start", ["", "\ufeff"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_settings_as_windows_saves_them(tmp_path: Path, start: str, newline: str) -> None:
    text = f'{start}bahasa = "id"{newline}[ubah.badan.PPS]{newline}kursi = 4{newline}'
    assert office(tmp_path, text).profile.badan["PPS"].kursi.maks == 4


@pytest.mark.parametrize(
    "text",
    [
        "[ubah.badan.PPS]\nkursi = 4",
        "[ubah]\nbadan.PPS.kursi = 4",
        "ubah.badan.PPS = { kursi = 4 }",
        "[ubah.badan.PPS]\nkursi = [4, 4]",
        "[ubah.badan.PPS.kursi]\nmin = 4\nmaks = 4",
    ],
)
def test_a_number_is_overridden_and_the_rest_stays(tmp_path: Path, text: str) -> None:
    found = office(tmp_path, text)
    law = load_profile("pilkada-2024")
    assert found.profile.badan["PPS"].kursi.min == 4
    assert found.profile.badan["PPS"].jabatan == law.badan["PPS"].jabatan
    assert found.profile.badan["PPK"] == law.badan["PPK"]


def test_an_override_loses_the_source_of_the_law_and_may_bring_its_own(tmp_path: Path) -> None:
    found = office(
        tmp_path,
        """
        [ubah]
        hari_pemungutan_suara = 2025-04-19
        [ubah.badan.PPS]
        kursi = 4
        mulai = 2024-05-25
        sumber.mulai = { dasar = "Keputusan KPU Solok", tingkat = "A" }
        """,
    )
    sources = found.profile.badan["PPS"].sumber
    assert "kursi" not in sources
    assert sources["mulai"].dasar == "Keputusan KPU Solok"
    assert sources["selesai"] == load_profile("pilkada-2024").badan["PPS"].sumber["selesai"]
    assert found.profile.sumber == {}
    assert found.overridden == (
        "hari_pemungutan_suara",
        "badan.PPS.kursi",
        "badan.PPS.mulai",
        "badan.PPS.sumber.mulai.dasar",
        "badan.PPS.sumber.mulai.tingkat",
    )


def test_a_body_with_a_space_in_its_name_is_overridden(tmp_path: Path) -> None:
    found = office(tmp_path, '[ubah.badan."SEKRETARIAT PPK"]\nbatas_hari = 14')
    assert found.overridden == ("badan.SEKRETARIAT PPK.batas_hari",)
    assert found.profile.badan["SEKRETARIAT PPK"].batas_hari == 14


def test_panwaslu_kecamatan_is_a_few_lines(tmp_path: Path) -> None:
    found = office(tmp_path, "badan = ['PANWASCAM']\ntotal.PANWASCAM = 60\n" + PANWASCAM)
    body = found.profile.badan["PANWASCAM"]
    assert (body.unit, body.kursi.min, body.kursi.maks) == ("kecamatan", 3, 3)
    assert body.jabatan == {"ketua": (1, 1), "anggota": (2, 2)}
    vocabulary = found.profile.vocabulary()
    assert vocabulary.body("Panwaslu Kecamatan") == "PANWASCAM"
    assert vocabulary.role("Ketua Panwascam") == "ketua PANWASCAM"


def test_ppln_has_three_to_seven_members(tmp_path: Path) -> None:
    text = """
        [ubah.badan.PPLN]
        judul_id = "Panitia Pemilihan Luar Negeri"
        judul_en = "Overseas election committee"
        unit = "kecamatan"
        kursi = [3, 7]
        jabatan = { ketua = 1, anggota = [2, 6] }
        perempuan_min = 0.30
        """
    body = office(tmp_path, text).profile.badan["PPLN"]
    assert (body.kursi.min, body.kursi.maks) == (3, 7)
    assert body.jabatan["anggota"] == (2, 6)


def test_a_step_of_the_profile_can_be_taken_away_or_moved(tmp_path: Path) -> None:
    flat = office(tmp_path, "[ubah.badan.PANTARLIH]\nkursi = 1").profile.badan["PANTARLIH"]
    assert flat.kursi.bila == ()
    text = "[ubah.badan.PANTARLIH.kursi]\nbila = [{ lebih_dari = 500, kursi = 2 }]"
    moved = office(tmp_path, text).profile.badan["PANTARLIH"].kursi
    assert (moved.min, moved.bila[0].lebih_dari) == (1, 500)
