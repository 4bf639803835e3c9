"""What the worst kinds of pollution cost, in every row of a quarter of a kabupaten's roster."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from xlsxwriter import Workbook

from tests.cost import cost_of
from tests.polluted.clean import AS_OF, content_of

ROWS = 4_000  # of 16,000: all bodies of Temanggung in the Pilkada of 2024
SECONDS, MEGABYTES = 3, 120
HEADER = ("nama", "jabatan", "kode_wilayah", "nik", "alamat")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="MEMORY IS NOT MEASURED: no getrusage here"),
]


def _cells(at: int) -> list[str]:
    nik = f"33230141{at // 9_999 + 1:02d}90{at % 9_999 + 1:04d}"
    return ["Siti Aminah", "Anggota KPPS", "33.23.01.2001", nik, "Dusun Krajan"]


def _with(column: str, text: str) -> Callable[[int], str]:
    at = HEADER.index(column)
    return lambda row: ",".join([*_cells(row)[:at], text.format(row), *_cells(row)[at + 1 :]])


# Each was the slowest or the largest of its sort: faulty records, rejected rows, names looked up.
KINDS = {
    "unclosed-quote": _with("alamat", '"Dusun Krajan'),
    "stray-quote": _with("nama", 'Si"ti'),
    "lines-in-cells": _with("nama", '"Siti\n\nAminah"'),
    "bare-comma": _with("alamat", "Dusun, Krajan"),
    "scientific": _with("nik", '"3,32301E+15"'),
    "unknown-place": _with("kode_wilayah", "Desa Tak Dikenal {}"),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "t"
    made.mkdir()
    for kind in ("kecamatan", "desa"):
        (made / f"{kind}.csv").write_bytes(content_of(kind))
    return made


def _within_bounds(*arguments: str) -> None:
    ran = cost_of([sys.executable, "-m", "adhoc_cli", *arguments])
    assert ran.code in (0, 1), ran.err[-2_000:]
    assert "Traceback" not in ran.out + ran.err
    assert ran.seconds < SECONDS
    # That of the workbook's own process is in it.
    assert ran.peak < MEGABYTES << 20


@pytest.mark.parametrize("kind", KINDS)
def test_a_polluted_kabupaten_is_read_in_time_and_memory(
    kind: str, folder: Path, tmp_path: Path
) -> None:
    source = tmp_path / "sumber.csv"
    lines = (KINDS[kind](row) for row in range(ROWS))
    source.write_text("\n".join([",".join(HEADER), *lines, ""]), encoding="utf-8")
    _within_bounds("import", str(source), "--as", "anggota", "-o", str(folder))
    for written in folder.glob("anggota*.csv"):
        written.unlink()
    shutil.copy(source, folder / "anggota.csv")
    _within_bounds("check", str(folder), "--as-of", AS_OF.isoformat())


def test_a_workbook_of_damaged_numbers_is_read_in_time_and_memory(
    folder: Path, tmp_path: Path
) -> None:
    source = tmp_path / "sumber.xlsx"
    book = Workbook(str(source), {"constant_memory": True})
    sheet = book.add_worksheet("Data")
    sheet.write_row(0, 0, HEADER)
    for row in range(ROWS):
        cells = _cells(row)
        sheet.write_row(row + 1, 0, [*cells[:3], float(cells[3]), cells[4]])
    book.close()
    _within_bounds("import", str(source), "--as", "anggota", "-o", str(folder))
