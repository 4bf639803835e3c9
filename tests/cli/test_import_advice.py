"""The advice about a sheet without a header, or without a column that is needed, can be typed."""

from __future__ import annotations

import random
import re
import shlex
from pathlib import Path

import pytest

from tests.cli.running import inside as adhoc

_EN = ("--lang", "en")
_LONG = """PPS;ketua;Joho;Siti Sari;33.23.01.2001;P;3323014605860001
PPS;anggota;Jumo;Budi Dwi;33.23.01.2002;L;3323010605860002"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    assert adhoc("init", "t", "--kabupaten", "33.23").code == 0
    return tmp_path / "t"


def _import(kind: str, *options: str) -> tuple[int, str]:
    ran = adhoc("import", "a.csv", "--as", kind, "-o", "t", *options, *_EN)
    return ran.code, ran.err


@pytest.mark.parametrize(
    ("kind", "rows", "columns"),
    [
        ("anggota", "1;Siti Aminah;Ketua PPS;33.23.01.2001\n2;Budi;Anggota PPS;33.23.01.2001",
         "-,nama,jabatan,kode_wilayah"),
        ("anggota", _LONG,
         "badan,jabatan,-,nama,kode_wilayah,jenis_kelamin,nik"),
        ("pemangku", "33.23.01;camat;Ali;081234567890\n33.23.01;kapolsek;Budi;081234567891",
         "kode_wilayah,peran,nama,telepon"),
        ("desa", "3323012001;Bulu\n3323012002;Tegalurung", "kode,nama"),
    ],
)  # fmt: skip
def test_the_columns_that_are_printed_read_the_file(
    folder: Path, kind: str, rows: str, columns: str
) -> None:
    Path("a.csv").write_text(f"{rows}\n", encoding="utf-8")
    replace = ("--replace", "--yes") if kind == "desa" else ()
    code, said = _import(kind, *replace)
    assert code == 3
    option = re.search(r"--columns \S+", said)
    assert option is not None
    assert option[0] == f"--columns {columns}"
    assert _import(kind, *option[0].split(), *replace)[0] == 0


def test_a_needed_column_that_nothing_tells_is_named(folder: Path) -> None:
    Path("a.csv").write_text("Siti Aminah;Bos;33.23.01.2001\nBudi Dwi;Bos;33.23.01.2001\n")
    code, said = _import("anggota")
    assert (code, "--columns nama,-,kode_wilayah" in said) == (3, True)
    assert "nothing tells which is jabatan" in said
    as_printed = _import("anggota", "--columns", "nama,-,kode_wilayah")
    assert as_printed[0] == 1  # read, and every row says that it has no role
    mended = ("--columns", "nama,jabatan,kode_wilayah", "--map-value", "jabatan:Bos=ketua")
    assert _import("anggota", *mended, "--set", "badan=PPS")[0] == 0


def test_what_shows_nothing_gets_no_columns_to_type(folder: Path) -> None:
    for content in (random.Random(3).randbytes(4_000).replace(b"\0", b""), b"%!;?\n!;!\n"):
        Path("a.csv").write_bytes(content)
        code, said = _import("anggota")
        assert code == 3
        assert not re.search(r"--columns [^.\s]*,", said)
        assert "()" not in said


def test_a_needed_column_under_another_header_is_told_by_its_cells(folder: Path) -> None:
    rows = "Nama;Kolom B;Kode\nSiti;Ketua PPS;33.23.01.2001\nBudi;Anggota PPS;33.23.01.2001\n"
    Path("a.csv").write_text(rows, encoding="utf-8")
    code, said = _import("anggota")
    assert code == 3
    option = re.search(r"--map '[^']*'", said)
    assert option is not None
    assert _import("anggota", *shlex.split(option[0]))[0] == 0
