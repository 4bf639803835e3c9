"""A file that ends in the middle of a line, in an import and in a check alike."""

from __future__ import annotations

from pathlib import Path

import pytest

from adhoc_cli.models.rows import Anggota
from adhoc_cli.models.vocabulary import Vocabulary
from adhoc_cli.tables.cut import is_cut
from adhoc_cli.tables.faults import FileFaultKind
from adhoc_cli.tables.read import read_table
from tests.intake.field import checked, faults, read_in
from tests.intake.messy import region_folder

_HEADER = "badan,jabatan,nama,kode_wilayah,nik"
_ROWS = [
    f"PPS,{'ketua' if n == 1 else 'anggota'},Orang {'ABCDEF'[n]},33.23.01.2001,332301010180000{n}"
    for n in range(1, 5)
]
_WHOLE = "\n".join([_HEADER, *_ROWS])
_CUT = {
    "cells": _WHOLE[: -len("33.23.01.2001,3323010101800004")],
    "quote": _WHOLE.replace("Orang E", '"Orang E'),
    "text": _WHOLE[:-3],
}
# The line before ends with a quote, which is not of the last line.
_QUOTED = _WHOLE.replace("3323010101800003", '"3323010101800003"').replace("Orang E", '"Orang E')


@pytest.mark.parametrize("lacks", _CUT)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_a_cut_file_is_told(tmp_path: Path, lacks: str, line_end: str) -> None:
    text = _CUT[lacks].replace("\n", line_end)
    made = read_in(text, tmp_path)
    assert (made.written, faults(made)) == (3, ["cut_off"])
    assert made.rejects[0].fault.params == {"variant": lacks}
    folder = region_folder(tmp_path / "c")
    (folder / "anggota.csv").write_bytes(text.encode())
    (told,) = [one for one in checked(folder).findings if one.code == "F114"]
    assert (told.line, told.params["lacks"]) == (5, lacks)


@pytest.mark.parametrize(
    "text",
    [
        _WHOLE,
        _WHOLE + "\n",
        f"DAFTAR PPS,,,,\n{_WHOLE}",
        f"{_WHOLE}\nJUMLAH,4,,,",
        f"{_HEADER},keterangan\n" + "\n".join(f"{row},catatan {row[-1]}" for row in _ROWS),
    ],
)
def test_a_missing_line_end_alone_is_nothing(tmp_path: Path, text: str) -> None:
    assert "cut_off" not in faults(read_in(text, tmp_path))
    folder = region_folder(tmp_path / "c")
    (folder / "anggota.csv").write_text(text, encoding="utf-8")
    assert not [one for one in checked(folder).findings if one.code == "F114"]


def test_what_the_last_line_lacks_is_looked_for_in_it_alone(tmp_path: Path) -> None:
    folder = region_folder(tmp_path / "c")
    (folder / "anggota.csv").write_text(_QUOTED, encoding="utf-8")
    (told,) = [one for one in checked(folder).findings if one.code == "F114"]
    assert (told.line, told.params["lacks"]) == (5, "quote")


def test_the_last_line_is_named_where_only_its_end_is_missing(tmp_path: Path) -> None:
    (tmp_path / "anggota.csv").write_text(_WHOLE, encoding="utf-8")
    (file,) = read_table(Anggota, [(tmp_path / "anggota.csv", "anggota.csv")], Vocabulary()).files
    assert [one.params["cut"] for one in file.log.of(FileFaultKind.READ_AS)] == [5]


@pytest.mark.parametrize(
    ("last", "above", "cut"),
    [
        ("3323", ["nik", *["3323010101800001"] * 3], True),
        ("", ["3323010101800001"] * 3, False),
        ("3323", ["3323010101800001"] * 2, False),  # too few to say
        ("33.23.01", ["33.23.02", "33.23.01.2001", "33.23.03.2001"], False),
        ("diberhentikan", ["aktif", "diberhentikan sementara", "diberhentikan sementara"], True),
        ("diberhentikan", ["diberhentikan", *["diberhentikan sementara"] * 2], False),
        ("Bulu", ["Bulurejo", "Kedu", "Jumo"], False),  # a name that is longer, once
        ("1", ["10", "10", "2", "3"], False),  # numbers are of any length
        ("", ["", "PAW", "PAW"], False),
    ],
)
def test_the_beginning_of_a_cell(last: str, above: list[str], cut: bool) -> None:
    assert is_cut(last, above) is cut
