"""The block of texts in a rule's file, and the lines of its examples."""

from __future__ import annotations

from datetime import date

import pytest

from adhoc_cli.rules.api import Example, example, texts_of
from adhoc_cli.text.words import Words


def test_a_text_may_go_on_in_indented_lines_and_hold_an_equals_sign() -> None:
    block = """
why.id = Setiap kursi
  dihitung
why.en = a = b
"""
    assert texts_of(block) == {"why": {"": Words("Setiap kursi dihitung", "a = b")}}


def test_one_text_may_serve_several_variants() -> None:
    block = "fix.xls|utf-16.id = Simpan\nfix.xls|utf-16.en = Save\nfix.nul.id = X\nfix.nul.en = Y"
    saved = Words("Simpan", "Save")
    assert texts_of(block)["fix"] == {"xls": saved, "utf-16": saved, "nul": Words("X", "Y")}


def test_a_text_in_one_language_alone_is_refused() -> None:
    with pytest.raises(KeyError, match="en"):
        texts_of("title.id = Judul")


# -- the lines of an example -----------------------------------------------------------------------


def test_a_line_changes_cells_of_one_row_or_of_several() -> None:
    made = example(
        "8 nik=, alamat=Krajan, RT 01", "desa:2,4 nama=–", "8 status=aktif", "9-10 tps=1"
    )
    assert made.change == {
        "anggota:8": {"nik": "", "alamat": "Krajan, RT 01", "status": "aktif"},
        "desa:2": {"nama": "–"},
        "desa:4": {"nama": "–"},
        "anggota:9": {"tps": "1"},
        "anggota:10": {"tps": "1"},
    }


def test_rows_are_added_and_of_a_cell_that_is_told_twice_the_last_one_counts() -> None:
    made = example("+ nama=Sri, tps=2", "+ nama=Eko, nama=Tri", "+tps nomor=1")
    assert made.add == {
        "anggota": ({"nama": "Sri", "tps": "2"}, {"nama": "Tri"}),
        "tps": ({"nomor": "1"},),
    }


def test_lines_and_columns_are_left_out() -> None:
    made = example(drop="7-8 desa:3", without="nik desa.jenis alasan", as_of="2024-05-20")
    assert made.drop == ("anggota:7", "anggota:8", "desa:3")
    assert made.without == {"anggota": ("nik", "alasan"), "desa": ("jenis",)}
    assert made.as_of == date(2024, 5, 20)


def test_findings_are_at_lines_files_or_places() -> None:
    assert example(at="3 3 desa:2-3 adhoc.toml:1 tps.csv place").at == (
        ("anggota.csv", 3), ("anggota.csv", 3), ("desa.csv", 2), ("desa.csv", 3),
        ("adhoc.toml", 1), ("tps.csv", None), (None, None),
    )  # fmt: skip
    assert example() == Example()
