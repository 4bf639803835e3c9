"""Nobody is lost for one bad optional cell, and no such cell is silent afterwards."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from adhoc_cli.intake.doctor import Intake, Options, plan, write
from adhoc_cli.models.rows import Anggota
from adhoc_cli.tables.read import read_table
from tests.intake.field import PROFILE
from tests.intake.messy import region_folder

_BAD = {
    "nik": "3,32E+15",
    "tanggal_lahir": "31/02/1990",
    "tanggal_mulai": "kapan-kapan",
    "peringkat": "kesatu",
    "tps": "di balai",
}
_HEAD = ("nama", "badan", "jabatan", "kode_wilayah")


def _imported(tmp_path: Path, rows: list[dict[str, str]], *, strict: bool = False) -> Intake:
    source = tmp_path / "pps.csv"
    with source.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, [*_HEAD, *rows[0].keys() - set(_HEAD)])
        writer.writeheader()
        writer.writerows(rows)
    folder = region_folder(tmp_path / "t")
    return write(plan([source], "anggota", folder, PROFILE, Options(strict=strict)), "id")


def _person(name: str, **cells: str) -> dict[str, str]:
    whole = {"badan": "PPS", "jabatan": "anggota", "kode_wilayah": "33.23.01.2001"}
    return {"nama": name, **whole, **cells}


@pytest.mark.parametrize("column", _BAD)
def test_a_person_is_written_with_the_cell_and_check_names_it(column: str, tmp_path: Path) -> None:
    made = _imported(tmp_path, [_person("Siti", **{column: _BAD[column]})])
    assert (made.written, made.rejected, made.unreadable, made.complete) == (1, 0, 1, False)
    assert [(one.key, one.column, one.count) for one in made.kept] == [("unreadable", column, 1)]
    assert dict(zip(made.columns, made.rows[0], strict=True))[column] == _BAD[column]
    table = read_table(Anggota, [(made.target, made.name)], PROFILE.vocabulary())
    assert table.columns[column].errors


def test_strict_rejects_the_row(tmp_path: Path) -> None:
    made = _imported(tmp_path, [_person("Siti", nik=_BAD["nik"])], strict=True)
    assert (made.written, made.rejected, made.unreadable) == (0, 1, 0)


def test_two_numbers_that_excel_cut_are_two_people(tmp_path: Path) -> None:
    made = _imported(tmp_path, [_person(name, nik=_BAD["nik"]) for name in ("Siti", "Budi")])
    assert (made.written, made.rejected) == (2, 0)


def test_a_cut_number_names_nobody(tmp_path: Path) -> None:
    made = _imported(tmp_path, [_person("", nik=_BAD["nik"])])
    assert [one.fault.key for one in made.rejects] == ["missing"]


def test_who_may_be_no_member_is_not_written(tmp_path: Path) -> None:
    made = _imported(tmp_path, [_person("Siti", status="entah")])
    assert (made.written, made.rejected) == (0, 1)


def test_a_date_that_check_would_read_otherwise_is_not_written(tmp_path: Path) -> None:
    days = ("05/13/1990", "05/14/1990", "13/05/1990", "05/06/1990")
    rows = [_person(f"Orang {at}", tanggal_lahir=day) for at, day in enumerate(days)]
    made = _imported(tmp_path, rows)
    at = made.columns.index("tanggal_lahir")
    assert "05/06/1990" not in {row[at] for row in made.rows}
    assert made.rejected
