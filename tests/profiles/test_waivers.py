"""`[aturan]` and `[[pengecualian]]`: their shape, and what is said of a mistake in it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from adhoc_cli.profiles.waivers import Waiver
from tests.profiles.offices import fault, office

WHOLE = """[[pengecualian]]
kode = "Q401"
wilayah = "33.23.01.2001"
orang = "Siti Aminah"
alasan = "Pengganti menunggu pelantikan"
sampai = 2024-06-30
"""


def changed(old: str, new: str) -> str:
    assert old in WHOLE
    return WHOLE.replace(old, new)


def one(folder: Path, text: str) -> Waiver:
    (waiver,) = office(folder, text).settings.pengecualian
    return waiver


def test_a_waiver_is_read(tmp_path: Path) -> None:
    waiver = one(tmp_path, WHOLE)
    assert (waiver.kode, waiver.wilayah, waiver.orang) == ("Q401", "33.23.01.2001", "Siti Aminah")
    assert waiver.sampai == date(2024, 6, 30)
    assert (waiver.nik, waiver.name_key) == (None, "siti aminah")


@pytest.mark.parametrize("written", ["33.23.01", "332301", " 332301 "])
def test_a_code_may_be_dotted_or_not(tmp_path: Path, written: str) -> None:
    assert one(tmp_path, changed("33.23.01.2001", written)).wilayah == "33.23.01"


@pytest.mark.parametrize(
    "written", ["3323014702810002", "'3323 0147 0281 0002", "332301.470281.0002"]
)
def test_a_nik_is_one_however_it_is_spaced(tmp_path: Path, written: str) -> None:
    waiver = one(tmp_path, changed("Siti Aminah", written))
    assert (waiver.nik, waiver.name_key) == ("3323014702810002", None)


@pytest.mark.parametrize(
    ("setting", "read"), [("mati", "mati"), ("peringatan", "peringatan"), ("error", "error")]
)
def test_the_setting_of_a_rule(tmp_path: Path, setting: str, read: str) -> None:
    assert office(tmp_path, f'[aturan]\nV205 = "{setting}"').settings.aturan == {"V205": read}


@pytest.mark.parametrize(
    ("text", "key", "line", "expected"),
    [
        (changed('"33.23.01.2001"', '"Wonosari"'), "config.value", 3, "place_code"),
        (changed('"33.23.01.2001"', '"33.2"'), "config.value", 3, "place_code"),
        (changed('"Siti Aminah"', '"332301"'), "config.value", 4, "nik_or_name"),
        (changed('"Siti Aminah"', "3323014702810002"), "config.value", 4, "text"),
        (changed("Pengganti menunggu pelantikan", "  "), "config.value", 5, "not_empty"),
        (changed("2024-06-30", '"2024-06-30"'), "config.value", 6, "day"),
        (changed("sampai = 2024-06-30\n", ""), "config.missing_key", 1, None),
        (changed('alasan = "Pengganti menunggu pelantikan"\n', ""), "config.missing_key", 1, None),
        (changed('wilayah = "33.23.01.2001"\norang = "Siti Aminah"\n', ""),
         "config.value", 1, "place_or_person"),
        (changed("[[pengecualian]]", "[pengecualian]"), "config.value", 1, "double_brackets"),
        ('pengecualian = "Q401"', "config.value", 1, "list"),
        ('[aturan]\nV205 = "matii"', "config.value", 2, "one_of"),
        ("[aturan]\nV205 = false", "config.value", 2, "one_of"),
        ('aturan = "V205"', "config.value", 1, "table"),
    ],
)  # fmt: skip
def test_a_mistake_is_located_and_says_what_is_expected(
    tmp_path: Path, text: str, key: str, line: int, expected: str | None
) -> None:
    error = fault(tmp_path, text)
    assert (error.key, error.place) == (key, f"adhoc.toml:{line}")
    assert error.params.get("expected") == expected


def test_a_misspelt_key_is_suggested(tmp_path: Path) -> None:
    error = fault(tmp_path, changed("alasan", "alasn"))
    assert (error.key, error.line) == ("config.unknown_key", 5)
    assert error.params["nearest"] == "alasan"


def test_no_nik_gets_into_an_error(tmp_path: Path) -> None:
    error = fault(tmp_path, changed("Siti Aminah", "33230147028100021"))
    assert "3323" not in str(error) + str(error.params)
