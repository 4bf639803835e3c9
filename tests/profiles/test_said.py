"""What a profile can say beside plain numbers: days by other days, places, roles, honoraria."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from adhoc_cli.profiles.relative import with_days
from adhoc_cli.reports.profiles import profile_values
from tests.profiles.offices import fault, office

_BAWASLU = """
[ubah.jabatan]
kordiv = ["koordinator divisi"]
PKD = ["pengawas kelurahan/desa", "PPL"]
[ubah.badan.PANWASCAM]
judul_id = "Panwaslu Kecamatan"
judul_en = "Kecamatan supervisory committee"
unit = "kecamatan"
kursi = 3
jabatan = { ketua = 1, kordiv = 2 }
[ubah.badan.PENGAWAS]
judul_id = "Pengawas Kelurahan/Desa"
judul_en = "Village supervisor"
unit = "desa"
kursi = 1
jabatan = { PKD = 1 }
"""


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ('"H"', date(2024, 11, 27)),
        ('"H-23"', date(2024, 11, 4)),
        ('"H+7"', date(2024, 12, 4)),
        ('"pelantikan+7"', date(2024, 5, 23)),
        ('"pelantikan PPS - 1"', date(2024, 5, 25)),
        ("2024-12-01", date(2024, 12, 1)),
    ],
)
def test_a_day_by_another_day(tmp_path: Path, said: str, day: date) -> None:
    body = office(tmp_path, f"[ubah.badan.PPK]\nusia_pada = {said}").profile.badan["PPK"]
    assert body.usia_pada == day


def test_days_move_with_the_voting_day_of_what_builds_on_them(tmp_path: Path) -> None:
    (tmp_path / "satu.toml").write_text(
        'dasar = "pilkada-2024"\nbadan.KPPS = { mulai = "H-20", selesai = "H+11" }\n'
        'butir.PPS-01.batas.tanggal = "pelantikan KPPS"\n'
        'tahapan.pendaftaran_kpps = { mulai = "H-71", selesai = "H-60" }\n'
    )
    (tmp_path / "dua.toml").write_text('dasar = "satu.toml"\nhari_pemungutan_suara = 2025-04-19')
    profile = office(tmp_path, 'profil = "dua.toml"').profile
    kpps = profile.badan["KPPS"]
    assert (kpps.mulai, kpps.selesai) == (date(2025, 3, 30), date(2025, 4, 30))
    assert profile.butir["PPS-01"].batas.tanggal == date(2025, 3, 30)
    assert profile.tahapan["pendaftaran_kpps"].mulai == date(2025, 2, 7)


@pytest.mark.parametrize(
    "said", ["H 23", "h-1", "pelantikan PPX", "pelantikan", "", "H+", "2024-05-26", "H+99999"]
)
def test_a_day_that_cannot_be_told_is_refused(tmp_path: Path, said: str) -> None:
    """The oath of a body cannot be told by itself either."""
    error = fault(tmp_path, f'[ubah.badan.PPK]\nmulai = "{said}"')
    assert (error.params["expected"], error.place) == ("election_day", "adhoc.toml:2")


@pytest.mark.parametrize(
    "tree",
    [
        {"badan": 3}, {"badan": {"PPK": 3}}, {"badan": {"PPK": {"mulai": "H"}}},
        {"badan": {"A": {"mulai": "pelantikan B"}, "B": {"mulai": "pelantikan A"}}},
        {"badan": {"A": {"setempat": [], "mulai": "pelantikan"}}, "butir": {"X": {"batas": 3}}},
        {"hari_pemungutan_suara": "H", "badan": {"A": {"setempat": {"x": 1}}}, "tahapan": []},
    ],
)  # fmt: skip
def test_what_is_of_another_shape_is_left_to_the_model(tree: dict[str, Any]) -> None:
    assert with_days(tree) == tree


def test_roles_of_its_own_with_their_words(tmp_path: Path) -> None:
    vocabulary = office(tmp_path, _BAWASLU).profile.vocabulary()
    assert vocabulary.role("Kordiv") == "kordiv"
    assert vocabulary.role("Koordinator Divisi Panwascam") == "kordiv PANWASCAM"
    assert vocabulary.role("PPL") == "PKD"
    assert vocabulary.role("Pengawas") == "PKD PENGAWAS"


def test_a_role_that_nobody_knows_is_refused(tmp_path: Path) -> None:
    error = fault(tmp_path, _BAWASLU.replace("kordiv = 2", "kordib = 2"))
    assert (error.params["expected"], error.line) == ("one_of", 10)
    assert "kordiv" in error.params["choices"]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ('hanya = ["33.23.1"]', "place_or_tps"),
        ('kecuali = ["Bulu"]', "place_or_tps"),
        ('setempat."33.23.01.2001.003".kursi = 2', "place_code"),
        ('setempat."33.23.01".selesai = 2024-01-01', "ends_before_it_begins"),
        ('setempat."33.23.01".mulay = 2024-01-01', None),
        ("honorarium.staf = 1", "one_of"),
    ],
)
def test_a_place_or_a_role_that_cannot_be(tmp_path: Path, said: str, expected: str | None) -> None:
    error = fault(tmp_path, f"[ubah.badan.PPS]\n{said}")
    assert (error.params.get("expected"), error.line) == (expected, 2)


def test_an_honorarium_is_shown_with_its_source(tmp_path: Path) -> None:
    text = """
        [ubah.badan.PPK]
        honorarium = { ketua = 2500000, anggota = 2200000 }
        sumber.honorarium = { dasar = "S-647/MK.02/2022", tingkat = "B" }
        setempat."33.23.01" = { mulai = 2024-05-15, kursi = 3 }
        """
    found = profile_values(office(tmp_path, text), date(2024, 6, 1)).bodies[0].values
    shown = {value.key: value for value in found}
    assert shown["honorarium"].value == {"ketua": 2_500_000, "anggota": 2_200_000}
    assert shown["honorarium"].source is not None
    assert shown["setempat"].value["33.23.01"]["mulai"] == "2024-05-15"
    assert "hanya" not in shown
