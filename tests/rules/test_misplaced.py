"""V213 tells of a cell from which row to which its like stands without a gap, and every stretch of
rows whose columns were swapped is told by it or by a rule of its neighbours."""

from __future__ import annotations

import csv
from datetime import date
from itertools import combinations, cycle
from pathlib import Path

import pytest

from adhoc_cli.rules.examples import example
from adhoc_cli.rules.registry import choose
from tests.examples import result
from tests.planted import CLEAN, found_by, roster_in

_COLUMNS = (
    "nama", "divisi", "alasan", "nomor_sk", "alamat", "pendidikan", "keterangan", "desa",
    "kecamatan",
)  # fmt: skip
_NOTES = ("", "guru honorer", "perangkat desa", "Petani", "pernah PPS 2020", "PNS", "belum lengkap")
_DIVISIONS = ("Teknis", "Data", "Hukum dan Pengawasan", "Perencanaan, Data, dan Informasi", "SDM")
_SLIPPED = range(400, 412)
_DAY = date(2024, 6, 10)


def _read(name: str) -> list[dict[str, str]]:
    with (CLEAN / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _rows() -> list[dict[str, str]]:
    """The PPK and PPS of the sample, with the names of their places, divisions and notes."""
    names = {one["kode"]: one["nama"] for one in (*_read("desa.csv"), *_read("kecamatan.csv"))}
    rows = [*_read("anggota-ppk.csv"), *_read("anggota-pps.csv")]
    for row, note, division in zip(rows, cycle(_NOTES), cycle(_DIVISIONS), strict=False):
        code = row["kode_wilayah"]
        row["desa"] = names[code] if len(code) > 8 else ""
        row["kecamatan"] = names[code[:8]]
        row["keterangan"] = note
        row["divisi"] = division if row["status"] == "aktif" else ""
    return rows


def _told(rows: list[dict[str, str]], folder: Path) -> set[int]:
    for name in ("kecamatan.csv", "desa.csv"):
        (folder / name).write_bytes((CLEAN / name).read_bytes())
    with (folder / "anggota.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    rules = choose(["V201", "V211", "V213", "R306", "P804"])
    return {spot.line or 0 for spot in found_by(roster_in(folder, _DAY), rules)}


def test_nothing_is_told_where_nothing_was_swapped(tmp_path: Path) -> None:
    assert not _told(_rows(), tmp_path)


@pytest.mark.parametrize("pair", list(combinations(_COLUMNS, 2)), ids="-".join)
def test_a_stretch_of_swapped_columns_is_told_line_by_line(
    pair: tuple[str, str], tmp_path: Path
) -> None:
    rows = _rows()
    one, other = pair
    swapped = [at for at in _SLIPPED if rows[at][one] != rows[at][other]]
    for at in swapped:
        rows[at][one], rows[at][other] = rows[at][other], rows[at][one]
    assert len(swapped) > 4
    assert _told(rows, tmp_path) == {at + 2 for at in swapped}


def test_the_rows_that_slipped_together_are_named_together(tmp_path: Path) -> None:
    slipped = ("alamat=SMA/sederajat",) * 2
    changes = {4: slipped[0], 5: slipped[1], 7: slipped[0], 8: "alamat=12/PP.04/2024"}
    rows = [f"{line} {change}" for line, change in changes.items()]
    found = result("V213", example(*rows), tmp_path).findings
    lines = {one.line: (one.params["first_line"], one.params["last_line"]) for one in found}
    assert lines == {4: (4, 5), 5: (4, 5), 7: (7, 7), 8: (8, 8)}


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        # At home where it stands three times; two that slipped stand ten rows apart at most.
        (("10-12 keterangan=guru honorer", "7,17 divisi=guru honorer"), {7, 17}),
        (("10,11 keterangan=guru honorer", "7,8 divisi=guru honorer"), set()),
        (("10-12 keterangan=guru honorer", "7,18 divisi=guru honorer"), set()),
        # And oftener there than here.
        (("10-12 keterangan=guru honorer", "7-9 divisi=guru honorer"), set()),
        (("10-12 divisi=guru honorer", "7,8 keterangan=guru honorer"), {7, 8}),
    ],
)
def test_a_text_has_slipped_from_where_it_is_at_home(
    rows: tuple[str, ...], told: set[int], tmp_path: Path
) -> None:
    assert {one.line for one in result("V213", example(*rows), tmp_path).findings} == told
