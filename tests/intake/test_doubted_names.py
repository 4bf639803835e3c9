"""Names that are read, and that nobody is called: left as they are, and told."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.intake.field import column, imported, read_in, told
from tests.intake.messy import region_folder

_HEAD = "nama,jabatan,kode\nOrang A,Anggota PPS,33.23.01.2001\n"


@pytest.mark.parametrize(
    ("encoding", "name"),
    [
        ("mac_roman", "Éndi"),
        ("mac_roman", "\u2018Aisyah"),
        ("mac_roman", "“Ami” Siti"),
        ("mac_roman", "Ñandu"),
        ("cp437", "André"),
        ("cp437", "Ünal"),
    ],
)
def test_letters_of_another_encoding_are_told(encoding: str, name: str, tmp_path: Path) -> None:
    """Windows-1252 has a letter for the same byte, so the file as a whole shows nothing."""
    folder = tmp_path / "t"
    region_folder(folder)
    source = tmp_path / "a.csv"
    source.write_bytes(f"{_HEAD}{name},Anggota PPS,33.23.01.2001\n".encode(encoding))
    made = imported(source, folder)
    read = column(made, "nama")[1]
    assert read != name
    assert [(one.column, one.key, one.where.line) for one in made.kept] == [("nama", "name_odd", 3)]


@pytest.mark.parametrize(
    "name",
    ["Budi NULL", "Budi NaN", "Budi dkk", "lihat Budi", "Ketua Budi", "Budi (PAW)", "PPS Budi"],
)
def test_words_beside_a_name_are_told(name: str, tmp_path: Path) -> None:
    made = read_in(f"{_HEAD}{name},Anggota PPS,33.23.01.2001\n", tmp_path)
    assert column(made, "nama") == ["Orang A", name]
    assert ("name_odd", "nama") in told(made)


def test_what_a_program_writes_into_an_empty_cell_is_told(tmp_path: Path) -> None:
    row = "Orang B,Anggota PPS,33.23.01.2001,NULL,NaN\n"
    made = read_in(f"nama,jabatan,kode,alamat,pendidikan\n{row}", tmp_path)
    assert {("nothing", "alamat"), ("nothing", "pendidikan")} <= told(made)
