"""Who is appended to a file of members, and who stands there already; said with the place."""

from __future__ import annotations

from pathlib import Path

import pytest

from adhoc_cli.intake.doctor import Mode, Options, plan, write
from adhoc_cli.intake.fault_texts import fault_text
from adhoc_cli.intake.result import Intake
from adhoc_cli.profiles.load import load_profile
from adhoc_cli.text.translator import Translator
from tests.intake import messy

PROFILE = load_profile("pilkada-2024")
NIK = "3323014605860001"
_HEADER = "nama,badan,jabatan,kode_wilayah,nik,status\n"
BULU, TEGALURUNG = "33.23.01.2001", "33.23.01.2002"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return messy.region_folder(tmp_path / "t")


def appended(folder: Path, there: str, new: str) -> Intake:
    """A row appended to a file that holds another one of the same person."""
    (folder / "anggota.csv").write_text(f"{_HEADER}Siti Aminah,{there}\n")
    source = folder.parent / "susulan.csv"
    source.write_text(f"{_HEADER}Siti Aminah,{new}\n")
    made = plan([source], "anggota", folder, PROFILE, Options(mode=Mode.APPEND))
    assert made.read == made.written + made.rejected == 1
    return write(made, "id")


@pytest.mark.parametrize(
    ("there", "new"),
    [
        (f"PPS,ketua,{BULU},{NIK},aktif", f"PPS,ketua,{BULU},{NIK},aktif"),
        (f"PPS,ketua,{BULU},{NIK},", f"PPS,anggota,{BULU},{NIK},cadangan"),
        (f"PPS,ketua,{BULU},{NIK},mengundurkan diri", f"PPS,ketua,{BULU},{NIK},aktif"),
        (f"PPS,ketua,{BULU},{NIK},aktif", f"PPS,ketua,{TEGALURUNG},{NIK},"),
        (f",Ketua PPS,3323012001,'{NIK},Masih aktif", f"PPS,ketua,{TEGALURUNG},{NIK},aktif"),
    ],
    ids=["same seat", "other role", "left the seat", "serves elsewhere", "in other spellings"],
)
def test_somebody_who_is_there_is_refused_with_the_seat(folder: Path, there: str, new: str) -> None:
    made = appended(folder, there, new)
    assert [reject.fault.key for reject in made.rejects] == ["already_member"]
    said = {lang: fault_text(made.rejects[0].fault, Translator(lang)).why for lang in ("id", "en")}
    assert said == {
        "id": "NIK ************0001 sudah ada di PPS Bulu (33.23.01.2001), anggota.csv:2",
        "en": "NIK ************0001 is in PPS Bulu (33.23.01.2001) already, anggota.csv:2",
    }


@pytest.mark.parametrize(
    ("there", "new"),
    [
        (f"PPS,ketua,{BULU},{NIK},aktif", f"SEKRETARIAT PPS,staf,{BULU},{NIK},aktif"),
        (f"PPS,ketua,{BULU},{NIK},aktif", f"PPK,anggota,33.23.01,{NIK},aktif"),
        (f"PPS,ketua,{BULU},{NIK},mengundurkan diri", f"PPS,ketua,{TEGALURUNG},{NIK},aktif"),
        (f"PPS,ketua,{BULU},{NIK},cadangan", f"PPS,ketua,{TEGALURUNG},{NIK},aktif"),
    ],
    ids=["secretariat", "other body", "left elsewhere", "reserve elsewhere"],
)
def test_a_seat_beside_is_written_and_left_to_the_check(folder: Path, there: str, new: str) -> None:
    made = appended(folder, there, new)
    assert (made.written, made.rejected) == (1, 0)
    assert len(messy.rows_of(folder / "anggota.csv")) == 2


def test_a_third_row_is_compared_with_both(folder: Path) -> None:
    there = f"PPS,ketua,{BULU},{NIK},aktif\nSiti Aminah,PPK,anggota,33.23.01,{NIK},aktif"
    made = appended(folder, there, f"PPK,ketua,33.23.02,{NIK},aktif")
    assert made.rejects[0].fault.params["line"] == 3
    assert "PPK Bulu (33.23.01)" in fault_text(made.rejects[0].fault, Translator("id")).why
