"""Values that change over time: the one in force on the day counts."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from adhoc_cli.profiles import load
from adhoc_cli.profiles.load import load_profile
from tests.profiles.offices import PANWASCAM, fault, office

PPK_SEATS = {
    "tables": """
        [[ubah.badan.PPK.kursi]]
        nilai = 3
        [[ubah.badan.PPK.kursi]] # MK 31/PUU-XVI/2018
        sejak = 2018-07-23
        nilai = 5
        """,
    "inline, latest first": """
        [ubah.badan.PPK]
        kursi = [
            { sejak = 2018-07-23, nilai = 5 },
            { nilai = 3 },
        ]
        """,
}


@pytest.mark.parametrize("text", PPK_SEATS.values(), ids=PPK_SEATS)
@pytest.mark.parametrize(
    ("day", "seats"),
    [(date(2018, 7, 22), 3), (date(2018, 7, 23), 5), (date(2024, 6, 10), 5), (None, 5)],
)
def test_ppk_has_five_members_since_the_ruling(
    tmp_path: Path, text: str, day: date | None, seats: int
) -> None:
    found = office(tmp_path, text, as_of=day)
    assert found.profile.badan["PPK"].kursi.min == seats
    assert found.overridden == ("badan.PPK.kursi",)


def test_a_table_can_change_over_time_too_and_deep_inside(tmp_path: Path) -> None:
    text = """
        [ubah.badan.PPK.jabatan]
        anggota = [{ nilai = 2 }, { sejak = 2018-07-23, nilai = [3, 4] }]
        [[ubah.badan.PPS.bimtek]]
        sejak = 2024-01-01
        nilai = { kegiatan = "Tata Kerja" }
        """
    ppk = office(tmp_path, text, as_of=date(2018, 1, 1)).profile.badan["PPK"]
    assert ppk.jabatan == {"ketua": (1, 1), "anggota": (2, 2)}
    now = office(tmp_path, text).profile.badan
    assert now["PPK"].jabatan["anggota"] == (3, 4)
    assert now["PPS"].bimtek is not None
    assert now["PPS"].bimtek.kegiatan == "Tata Kerja"


def test_before_its_first_day_a_value_is_that_of_the_profile(tmp_path: Path) -> None:
    text = "[ubah.badan.PPS]\nkursi = [{ sejak = 2025-01-01, nilai = 4 }]"
    assert office(tmp_path, text, as_of=date(2024, 6, 10)).profile.badan["PPS"].kursi.min == 3
    assert office(tmp_path, text, as_of=date(2025, 1, 1)).profile.badan["PPS"].kursi.min == 4


def test_a_required_value_that_is_not_in_force_yet_is_missing(tmp_path: Path) -> None:
    text = PANWASCAM.replace("kursi = 3", "kursi = [{ sejak = 2014-10-02, nilai = 3 }]")
    assert office(tmp_path, text).profile.badan["PANWASCAM"].kursi.min == 3
    error = fault(tmp_path, text, as_of=date(2014, 10, 1))
    assert (error.key, error.params["missing"], error.line) == ("config.new_body", "kursi", 7)


def test_a_shipped_profile_can_carry_dates(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = (load._PROFILES / "pemilu-2024.toml").read_text(encoding="utf-8")
    dated = text.replace("kursi = 5", "kursi = [{ nilai = 3 }, { sejak = 2018-07-23, nilai = 5 }]")
    (tmp_path / "pemilu-2019.toml").write_text(dated, encoding="utf-8")
    monkeypatch.setattr(load, "_PROFILES", tmp_path)
    assert load_profile("pemilu-2019", date(2018, 7, 1)).badan["PPK"].kursi.min == 3
    assert load_profile("pemilu-2019").badan["PPK"].kursi.min == 5


@pytest.mark.parametrize(
    ("entries", "key", "at", "expected", "line"),
    [
        ("{ nilai = 1 },\n{ sejak = '2018-07-23', nilai = 2 }",
         "config.value", "ubah.badan.PPS.kursi.sejak", "day", 3),
        ("{ sejak = 2018-07-23 }", "config.missing_key", "ubah.badan.PPS.kursi.nilai", None, 3),
        ("{ sejka = 2018-07-23, nilai = 2 }",
         "config.unknown_key", "ubah.badan.PPS.kursi.sejka", None, 3),
        ("{ nilai = 1 }, { nilai = 2 }",
         "config.value", "ubah.badan.PPS.kursi.sejak", "days_apart", 3),
        ("{ nilai = 1 }, { sejak = 2018-07-23, nilai = 'lima' }",
         "config.value", "ubah.badan.PPS.kursi", "seats", 3),
        ("{ nilai = 1 }, { sejak = 2018-07-23T10:00:00, nilai = 2 }",
         "config.value", "ubah.badan.PPS.kursi.sejak", "day", 3),
    ],
)  # fmt: skip
def test_a_faulty_value_with_dates(
    tmp_path: Path, entries: str, key: str, at: str, expected: str | None, line: int
) -> None:
    error = fault(tmp_path, f"# an office\n[ubah.badan.PPS]\nkursi = [{entries}]\n")
    assert (error.key, error.params["key"]) == (key, at)
    assert error.params.get("expected") == expected
    assert error.line == line


def test_the_line_is_that_of_the_entry_in_force(tmp_path: Path) -> None:
    text = """
[[ubah.badan.PPK.kursi]]
nilai = 3
[[ubah.badan.PPK.kursi]]
sejak = 2018-07-23
nilai = { min = 5, maks = "5" }
"""
    error = fault(tmp_path, text)
    assert (error.params["key"], error.line) == ("ubah.badan.PPK.kursi.maks", 6)
    assert error.place == "adhoc.toml:6"
