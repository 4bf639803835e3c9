"""Checks that follow from the reader and the models, on rosters larger than an example."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from adhoc_cli.models.faults import CellFault
from adhoc_cli.models.finding import Personal, Severity
from adhoc_cli.roster.roster import Roster, load_roster
from adhoc_cli.rules.derived import cell_faults, file_faults
from adhoc_cli.rules.found import Found, first
from adhoc_cli.rules.registry import find_rule
from adhoc_cli.tables.faults import KEPT, FileFaultKind

HEADER = "nama,badan,jabatan,kode_wilayah"
PPS = "PPS,anggota,33.23.01.2016"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "kecamatan.csv").write_text("kode,nama\n33.23.01,Bulu\n")
    (tmp_path / "desa.csv").write_text("kode,nama\n33.23.01.2016,Wonosari\n")
    return tmp_path


def members(folder: Path, *rows: str, header: str = HEADER, name: str = "anggota.csv") -> None:
    (folder / name).write_text("\n".join([header, *rows]) + "\n", encoding="utf-8")


def roster(folder: Path) -> Roster:
    return load_roster(folder, date(2024, 6, 10))


def places(found: Found) -> list[tuple[str | None, int | None, str | None]]:
    return [(finding.file, finding.line, finding.column) for finding in found.findings]


def test_a_fault_is_counted_beyond_the_ones_that_are_kept(folder: Path) -> None:
    members(folder, *["Wagiman,PPS"] * (KEPT + 5))
    found = file_faults(FileFaultKind.ROW_WIDTH)(roster(folder))
    assert found.failed == KEPT + 5
    assert len(first(found.findings, None)) == KEPT


def test_rows_are_looked_at_for_faults_of_rows_and_files_for_those_of_files(folder: Path) -> None:
    members(folder, *[f"Wagiman,{PPS}"] * 7)
    assert file_faults(FileFaultKind.ROW_WIDTH)(roster(folder)).checked == 1 + 1 + 7
    assert file_faults(FileFaultKind.FILE_TOO_LARGE, whole=True)(roster(folder)).checked == 3


def test_the_faults_of_all_files_and_of_the_folder_are_one_result(folder: Path) -> None:
    (folder / "desa.csv").unlink()
    (folder / "kecamatan.csv").write_text("kode,nama\n33.23.01\n33.23.02,Tembarak\n")
    members(folder, "Wagiman")
    faulty = roster(folder)
    assert places(file_faults(FileFaultKind.FILE_MISSING)(faulty)) == [("desa.csv", None, None)]
    assert places(file_faults(FileFaultKind.ROW_WIDTH)(faulty)) == [
        ("kecamatan.csv", 2, None),
        ("anggota.csv", 2, None),
    ]


def test_a_refused_text_is_found_in_every_row_that_has_it(folder: Path) -> None:
    rows = [f"Wagiman,{PPS},{nik}" for nik in ("12", "3323014708860007", "12", "", "-")]
    members(folder, *rows, header=f"{HEADER},nik")
    found = cell_faults(CellFault.NIK_MALFORMED, "fault")(roster(folder))
    assert places(found) == [("anggota.csv", 2, "nik"), ("anggota.csv", 4, "nik")]
    assert (found.failed, found.checked) == (2, 4)  # an empty cell is not looked at, "-" is


def test_a_personal_cell_is_wrapped_and_a_public_one_is_not(folder: Path) -> None:
    members(folder, "Wagiman,PPS,anggota,Wonosari,12", header=f"{HEADER},nik")
    faulty = roster(folder)
    nik = first(cell_faults(CellFault.NIK_MALFORMED)(faulty).findings, 1)[0]
    code = first(cell_faults(CellFault.CODE_MALFORMED)(faulty).findings, 1)[0]
    assert isinstance(nik.params["found"], Personal)
    assert code.params["found"] == "Wonosari"


# -- F102, what cannot be opened -------------------------------------------------------------------


def test_a_pipe_is_no_file_and_is_not_waited_for(folder: Path) -> None:
    os.mkfifo(folder / "anggota.csv")
    (finding,) = first(find_rule("not-text").check(roster(folder)).findings, None)
    assert (finding.file, finding.params["variant"]) == ("anggota.csv", "no-file")


def test_a_link_to_nothing_is_not_opened(folder: Path) -> None:
    (folder / "anggota.csv").symlink_to(folder / "gone.csv")
    (finding,) = first(find_rule("not-text").check(roster(folder)).findings, None)
    assert (finding.file, finding.params["variant"]) == ("anggota.csv", "unopened")
    assert finding.params["reason"]


# -- V201, the required cells ----------------------------------------------------------------------


def test_a_nik_is_asked_for_only_where_the_file_has_the_column(folder: Path) -> None:
    members(folder, f"Wagiman,{PPS}", name="anggota-pps.csv")
    row = "Sulastri,PPK,anggota,33.23.01"
    members(folder, f"{row},", f"{row},-", header=f"{HEADER},nik", name="anggota-ppk.csv")
    found = find_rule("value-missing").check(roster(folder))
    assert places(found) == [("anggota-ppk.csv", 2, "nik"), ("anggota-ppk.csv", 3, "nik")]
    assert found.counts == {Severity.WARNING: 2}
    assert {finding.own for finding in find_rule("V201").check(roster(folder)).findings} == {
        Severity.WARNING
    }


def test_a_nik_is_asked_of_the_serving_and_of_reserves_with_a_name(folder: Path) -> None:
    rows = [
        f"Wagiman,{PPS},,aktif",
        f"Sulastri,{PPS},,cadangan",
        f"Darmaji,{PPS},,meninggal",
        f"-,{PPS},,cadangan",
    ]
    members(folder, *rows, header=f"{HEADER},nik,status")
    found = find_rule("V201").check(roster(folder))
    assert places(found) == [
        ("anggota.csv", 2, "nik"),
        ("anggota.csv", 3, "nik"),
        ("anggota.csv", 5, "nama"),
    ]
    assert found.counts == {Severity.ERROR: 1, Severity.WARNING: 2}


# -- F109, how a file was read ---------------------------------------------------------------------


def test_a_file_has_one_note_with_all_its_parts(folder: Path) -> None:
    text = "DAFTAR;;;;\nNama Lengkap;badan;jabatan;kode_wilayah;NIK\n;;;;\n"
    row = "Wagiman;PPS;anggota;33.23.01.2016;'3323014708860007\n"
    (folder / "anggota.csv").write_bytes(
        (text + row).encode() + row.encode().replace(b"\n", b"\r\n")
    )
    findings = first(find_rule("read-as").check(roster(folder)).findings, None)
    assert [(finding.file, finding.line) for finding in findings] == [("anggota.csv", 2)]
    assert findings[0].params == {
        "delimiter": ";",
        "synonyms": "Nama Lengkap → nama",
        "title_rows": 1,
        "blank_rows": 1,
        "mixed_breaks": True,
        "apostrophes": 2,
        "variants": (
            "title_rows",
            "delimiter",
            "synonyms",
            "blank_rows",
            "mixed_breaks",
            "apostrophes",
        ),
    }


def test_a_file_that_is_cut_off_is_told_once(folder: Path) -> None:
    (folder / "kecamatan.csv").write_text("kode,nama\n33.23.01,Bulu\n33.23.02,Tembarak\n33.2")
    rules = [find_rule(code) for code in ("F114", "F109")]
    assert [len(places(rule.check(roster(folder)))) for rule in rules] == [1, 0]


def test_apostrophes_are_counted_for_the_file_they_stand_in(folder: Path) -> None:
    header = f"{HEADER},nik"
    members(folder, f"Wagiman,{PPS},'3323014708860007", header=header, name="anggota-a.csv")
    members(folder, f"'Aisyah,{PPS},3323014708860008", header=header, name="anggota-b.csv")
    findings = first(find_rule("F109").check(roster(folder)).findings, None)
    assert [(finding.file, finding.params["apostrophes"]) for finding in findings] == [
        ("anggota-a.csv", 1)
    ]


# -- F104, a file without a header -----------------------------------------------------------------


def test_the_first_row_of_a_file_without_header_is_not_quoted(folder: Path) -> None:
    (folder / "anggota.csv").write_text("Wagiman Pitutur,PPS,Anggota,33.23.01.2016\n" * 3)
    (finding,) = first(find_rule("column-missing").check(roster(folder)).findings, None)
    assert finding.params["variant"] == "headerless"
    assert "Wagiman" not in str(finding)
