"""A finding about a row that came by `import` names the row of the workbook, as long as that is
sure."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from adhoc_cli.rules.examples import Example
from tests.cli.conftest import made
from tests.cli.running import DAY, adhoc, inside
from tests.output.workbooks import sheets

_HEADER = ("Nama", "NIK", "Jabatan", "Badan", "Kode Wilayah", "L/P", "Tanggal Lahir")
# Nobody of the roster: the second is a child, the last one has no day of birth.
_PEOPLE = (
    ("Wagiman Joko", "3323011506700071", "anggota", "PPS", "33.23.01.2013", "L", "1970-06-15"),
    ("Darmi Utami", "3323014506150072", "anggota", "PPS", "33.23.01.2013", "P", "2015-06-05"),
    ("Slamet Rahayu", "3323011506700073", "anggota", "PPS", "33.23.01.2016", "L", "1970-06-15"),
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return made(tmp_path / "daftar", Example())


def workbook(path: Path, people: tuple[tuple[str, ...], ...] = _PEOPLE) -> Path:
    """A title, an empty row, the header on row 3, and the people below."""
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet("Petunjuk").write(0, 0, "Isi lembar PPS")
        sheet = book.add_worksheet("PPS Bulu")
        sheet.write(0, 0, "DAFTAR ANGGOTA PPS")
        for row, cells in enumerate((_HEADER, *people), start=2):
            for column, cell in enumerate(cells):
                sheet.write_string(row, column, cell)
    return path


@pytest.fixture
def imported(folder: Path) -> Path:
    source = workbook(folder.parent / "PPS Bulu.xlsx")
    ran = inside(
        "import", str(source), "--as", "anggota", "--name", "anggota-bulu", "-o", str(folder)
    )
    assert (folder / "anggota-bulu.csv").exists(), ran
    return folder


def found(folder: Path) -> dict[int, Any]:
    """The origin of each finding about the imported file, by its line."""
    ran = adhoc("check", str(folder), "--format", "json", *DAY)
    assert ran.code == 1
    return {
        one["line"]: one.get("origin")
        for one in json.loads(ran.out)["findings"]
        if one["file"] == "anggota-bulu.csv"
    }


def line_of(folder: Path, name: str) -> int:
    lines = (folder / "anggota-bulu.csv").read_text().splitlines()
    return next(number for number, line in enumerate(lines, 1) if name in line)


def test_findings_of_an_imported_roster_name_the_row_of_the_workbook(imported: Path) -> None:
    """Item 12."""
    child = line_of(imported, "Darmi")
    assert found(imported)[child] == {"file": "PPS Bulu.xlsx", "sheet": "PPS Bulu", "row": 5}


def test_every_format_says_it(imported: Path, tmp_path: Path) -> None:
    for lang, said in (
        ("id", "(PPS Bulu.xlsx [PPS Bulu] baris 5)"),
        ("en", "(PPS Bulu.xlsx [PPS Bulu] row 5)"),
    ):
        text = inside("check", str(imported), "--lang", lang, "--limit", "0", *DAY).out
        assert said in text
    rows = csv.DictReader(io.StringIO(inside("check", str(imported), "--format", "csv", *DAY).out))
    child = next(row for row in rows if row["person"] == "Darmi Utami")
    origin = (child["origin_file"], child["origin_sheet"], child["origin_row"])
    assert origin == ("PPS Bulu.xlsx", "PPS Bulu", "5")
    book = tmp_path / "temuan.xlsx"
    inside("check", str(imported), "-o", str(book), "--limit", "0", *DAY)
    cells = [cell for rows in sheets(book.read_bytes()).values() for row in rows for cell in row]
    assert "PPS Bulu.xlsx" in cells


def test_a_row_that_was_edited_says_nothing_and_one_that_only_moved_still_does(
    imported: Path,
) -> None:
    roster = imported / "anggota-bulu.csv"
    header, *rows = roster.read_text().splitlines()
    roster.write_text("\n".join([header, *rows[1:], rows[0]]) + "\n")
    moved = line_of(imported, "Darmi")
    assert found(imported)[moved] == {"file": "PPS Bulu.xlsx", "sheet": "PPS Bulu", "row": 5}
    ran = adhoc("set", "33.23.01.2013", "Darmi Utami", "-C", str(imported), "--sk", "12/2024")
    assert ran.code == 0
    assert found(imported)[line_of(imported, "Darmi")] is None


def test_other_columns_another_delimiter_and_a_bom_are_the_same_row(imported: Path) -> None:
    roster = imported / "anggota-bulu.csv"
    header, *rows = csv.reader(io.StringIO(roster.read_text()))
    turned = [";".join(reversed(row)) for row in (header, *rows)]
    roster.write_bytes(b"\xef\xbb\xbf" + ("\r\n".join(turned) + "\r\n").encode())
    assert found(imported)[line_of(imported, "Darmi")]["row"] == 5


def test_a_workbook_that_was_changed_since_says_nothing_one_that_is_gone_still_does(
    imported: Path,
) -> None:
    source = imported.parent / "PPS Bulu.xlsx"
    child = line_of(imported, "Darmi")
    workbook(source, _PEOPLE[1:])
    assert found(imported)[child] is None
    source.unlink()
    assert found(imported)[child]["row"] == 5


def test_rows_that_are_added_by_another_import_have_their_own(imported: Path) -> None:
    more = imported.parent / "susulan.csv"
    more.write_text(
        ",".join(_HEADER)
        + "\n"
        + "Tugiyo Budi,3323011506150074,anggota,PPS,33.23.01.2016,L,2015-06-15\n"
    )
    where = ("--name", "anggota-bulu", "--append", "-o", str(imported))
    inside("import", str(more), "--as", "anggota", *where)
    origins = found(imported)
    assert origins[line_of(imported, "Darmi")]["row"] == 5
    assert origins[line_of(imported, "Tugiyo")] == {"file": "susulan.csv", "sheet": None, "row": 2}


def test_a_row_that_was_rejected_and_came_home_names_its_first_place(folder: Path) -> None:
    bad = ("Darmi Utami", "3323014506150072", "anggota", "PPS", "33.23.99.2013", "P", "2015-06-05")
    source = workbook(folder.parent / "PPS Bulu.xlsx", (_PEOPLE[0], bad, _PEOPLE[2]))
    as_members = ("--as", "anggota", "--name", "anggota-bulu", "-o", str(folder))
    inside("import", str(source), *as_members)
    rejects = folder / "anggota-bulu.ditolak.csv"
    rejects.write_text(rejects.read_text().replace("33.23.99.2013", "33.23.01.2013"))
    ran = inside("import", str(rejects), *as_members, "--append")
    assert not rejects.exists(), ran
    origin = found(folder)[line_of(folder, "Darmi")]
    assert origin == {"file": "PPS Bulu.xlsx", "sheet": "PPS Bulu", "row": 5}


def test_what_an_import_leaves_is_its_owners_and_a_damaged_one_is_passed_over(
    imported: Path,
) -> None:
    (left,) = (imported / "cadangan").glob("*/asal.json")
    assert left.stat().st_mode & 0o777 == 0o600
    assert "3323014506150072" not in left.read_text()
    left.write_text("{")
    assert found(imported)[line_of(imported, "Darmi")] is None
