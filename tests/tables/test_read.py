from __future__ import annotations

from datetime import date
from pathlib import Path

import numpy as np
import pytest

from adhoc_cli.models.rows import Anggota
from adhoc_cli.models.vocabulary import Vocabulary
from adhoc_cli.tables import faults as faults_module
from adhoc_cli.tables import read as read_module
from adhoc_cli.tables.faults import FaultLog, FileFault, FileFaultKind
from adhoc_cli.tables.folder import holds_roster, open_folder
from adhoc_cli.tables.read import read_table
from adhoc_cli.text.cells import for_spreadsheet
from tests.tables.folders import HEADER, cells, faults, file_of, folder_with, members

ROW = "Budi,PPK,ketua,33.23.01\n"
FULL = (
    "nama,badan,jabatan,kode_wilayah,nik,jenis_kelamin,tanggal_lahir,tps,telepon\n"
    "Budi,ppk,Ketua,332301,3323014605860001,Laki-laki,16 Mei 1986,,0812345678 / 62813456789\n"
    "Siti,KPPS,anggota,33.23.01.2001,'3323014605860002,x,-,TPS 001,123\n"
)


def test_rows_are_accepted_or_rejected(tmp_path: Path) -> None:
    file = file_of(
        tmp_path,
        f"{HEADER}\n{ROW}Siti,PPK\n,PPK,anggota,33.23.01\n-,PPK,anggota,33.23.01\n"
        "A,,anggota,33.23.01\nB,PPK,-,33.23.01\nC,PPK,anggota,\nD,PPX,anggota,33.23.01\n"
        "E,PPK,bos,33.23.01\nF,PPK,anggota,33.2\n,,,\n\n",
    )
    assert (file.rows, file.accepted, file.rejected) == (10, 3, 7)
    assert faults(file) == [("row_width", 3)]
    assert file.log.of(FileFaultKind.READ_AS)[0].params == {"blank_rows": 2}


def test_rows_that_are_all_rejected_are_still_rows(tmp_path: Path) -> None:
    file = file_of(tmp_path, f"{HEADER}\n" + "Budi,PPK,ketua,33.23.01,\n" * 3)
    assert (file.readable, file.rows, file.accepted, file.rejected) == (True, 3, 0, 3)


@pytest.mark.parametrize("rows", ["", ROW, ROW * 2 + "Siti,PPK,anggota,33.23.02\n"])
def test_a_header_at_the_end_is_not_cut_off(tmp_path: Path, rows: str) -> None:
    file = file_of(tmp_path, f"{HEADER}\n{rows}{HEADER}")
    line = 2 + rows.count("\n")
    assert faults(file) == [("header_repeated", line)]
    assert (file.readable, file.rows, file.rejected) == (True, line - 1, 1)
    assert all("cut" not in note.params for note in file.log.of(FileFaultKind.READ_AS))


def test_a_file_still_to_be_filled_stands_beside_others(tmp_path: Path) -> None:
    files: dict[str, bytes | str] = {
        "anggota-ppk.csv": f"{HEADER}\n{ROW}",
        "anggota-pps.csv": f"{HEADER}\n",
    }
    folder = folder_with(tmp_path, files)
    filled, empty = folder.tables["anggota"].files
    assert not folder.unreadable("anggota")
    assert (empty.readable, empty.rows, faults(empty)) == (True, 0, [])
    assert [note.params for note in empty.log.of(FileFaultKind.READ_AS)] == [{"still_empty": True}]
    assert (filled.accepted, faults(filled)) == (1, [])


def test_headers_alone_are_no_list(tmp_path: Path) -> None:
    files: dict[str, bytes | str] = dict.fromkeys(("anggota-a.csv", "anggota-b.csv"), f"{HEADER}\n")
    assert folder_with(tmp_path, files).unreadable("anggota")


@pytest.mark.parametrize("name", ["=Budi", "+62", "'=Budi", "''@x", "'Aisyah", "-"])
def test_a_name_comes_back_from_our_own_csv(tmp_path: Path, name: str) -> None:
    row = f"{for_spreadsheet(name)},PPK,ketua,33.23.01"
    table = members(tmp_path, f"{HEADER}\n{row}\n")
    assert (table["nama"].value(0) or table["nama"].text(0)) == name


def test_files_of_one_kind_are_one_table(tmp_path: Path) -> None:
    folder = folder_with(
        tmp_path,
        {
            "anggota-b.csv": "nama,jabatan,kode\nSiti,Anggota PPS,33.23.01.2001\n,,\n",
            "anggota-c.csv": b"PK\x03\x04",
            "Anggota-a.CSV": f"{HEADER},nik\n{ROW.strip()},3323014605860001\nX\n",
            "anggota.csv": f"{HEADER}\nTuti,PPS,ketua,33.23.01.2001\n",
            "anggota_d.csv": "x",
            "anggota.csv.bak": "x",
            "anggota-b.ditolak.csv": "x",  # what an import rejected
        },
    )
    table = folder.tables["anggota"]
    assert [f.name for f in table.files] == [
        "Anggota-a.CSV",
        "anggota-b.csv",
        "anggota-c.csv",
        "anggota.csv",
    ]
    assert [(f.rows, f.accepted, f.readable) for f in table.files] == [
        (2, 1, True),
        (1, 1, True),
        (0, 0, False),
        (1, 1, True),
    ]
    assert cells(table, "nama") == ["Budi", "Siti", "Tuti"]
    assert cells(table, "nik") == ["3323014605860001", "", ""]
    assert [table.value("badan", row) for row in range(3)] == ["PPK", "PPS", "PPS"]
    assert [table.where(row) for row in range(3)] == [
        ("Anggota-a.CSV", 2),
        ("anggota-b.csv", 2),
        ("anggota.csv", 2),
    ]
    assert folder.unreadable("anggota")


def test_one_readable_file_beside_an_unreadable_one_keeps_its_place(tmp_path: Path) -> None:
    files: dict[str, bytes | str] = {"anggota-a.csv": b"", "anggota-b.csv": f"{HEADER}\n{ROW}"}
    table = folder_with(tmp_path, files).tables["anggota"]
    assert table.where(0) == ("anggota-b.csv", 2)


def test_a_file_without_a_row_is_one_only_where_it_may_be() -> None:
    files = [(HEADER.encode(), "anggota.csv")]
    refused = read_table(Anggota, files, Vocabulary())
    taken = read_table(Anggota, files, Vocabulary(), may_be_empty=True)
    assert (refused.files[0].readable, taken.files[0].readable) == (False, True)


def test_no_readable_file_is_a_table_without_rows(tmp_path: Path) -> None:
    table = members(tmp_path, b"")
    assert (len(table), len(table.columns), table.models([])) == (0, 0, [])


def test_missing_files_are_named_with_what_is_there(tmp_path: Path) -> None:
    (tmp_path / "angota.csv").write_text("x")
    (tmp_path / "Desa.xlsx").write_text("x")
    folder = open_folder(tmp_path, Vocabulary())
    assert [(f.kind, f.file) for f in folder.log.kept] == [
        ("file_missing", "kecamatan.csv"),
        ("file_missing", "desa.csv"),
        ("file_missing", "anggota.csv"),
    ]
    assert folder.log.kept[1].params["nearest"] == "Desa.xlsx"
    assert folder.log.kept[2].params == {"found": "Desa.xlsx, angota.csv", "nearest": "angota.csv"}
    assert [folder.unreadable(kind) for kind in ("desa", "tps")] == [True, False]


def test_of_many_files_ten_are_named(tmp_path: Path) -> None:
    for number in range(1, 13):
        (tmp_path / f"data-{number:02}.csv").write_text("x")
    found = open_folder(tmp_path, Vocabulary()).log.kept[0].params["found"]
    assert found.split(", ") == [f"data-{number:02}.csv" for number in range(1, 11)]


@pytest.mark.parametrize(
    ("name", "holds"),
    [("anggota-ppk.csv", True), ("DESA.CSV", True), ("anggota.xlsx", False), ("lain.csv", False)],
)
def test_whether_a_folder_holds_a_roster(name: str, holds: bool, tmp_path: Path) -> None:
    assert not holds_roster(tmp_path)
    (tmp_path / name).write_text("x")
    assert holds_roster(tmp_path) is holds
    assert holds_roster(tmp_path / name)  # no folder: whoever reads it says so


def test_what_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(NotADirectoryError):
        open_folder(tmp_path / "file", Vocabulary())
    with pytest.raises(FileNotFoundError):
        open_folder(tmp_path / "nowhere", Vocabulary())


def test_a_file_that_was_empty_is_read_as_empty(tmp_path: Path) -> None:
    (tmp_path / "desa.csv").write_text("kode,nama,kode_kecamatan\n33.23.01.2001,Buluh,33.23.01\n")
    now = open_folder(tmp_path, Vocabulary()).tables["desa"]
    then = open_folder(tmp_path, Vocabulary(), instead={"desa.csv": b""}).tables["desa"]
    assert (len(now), len(then)) == (1, 0)
    assert "desa" not in open_folder(tmp_path, Vocabulary(), instead={"desa.csv": None}).tables


def test_models_are_what_pydantic_makes_of_the_values(tmp_path: Path) -> None:
    table = members(tmp_path, FULL)
    first, second = table.models([0, 1])
    assert first == Anggota(
        nama="Budi",
        badan="PPK",
        jabatan="ketua",
        kode_wilayah="33.23.01",
        nik="3323014605860001",
        jenis_kelamin="L",
        tanggal_lahir=date(1986, 5, 16),
        telepon="0812345678 / 0813456789",
    )
    assert second == Anggota(
        nama="Siti",
        badan="KPPS",
        jabatan="anggota",
        kode_wilayah="33.23.01.2001",
        nik="3323014605860002",
        tps=1,
    )
    for row in table.models(np.array([0, 1])):
        texts = {k: str(v) for k, v in row.model_dump().items() if v is not None}
        assert Anggota.model_validate(texts) == row


def test_the_accepted_rows_are_found_by_position(tmp_path: Path) -> None:
    table = members(tmp_path, f"{HEADER}\n{ROW}A,PPX,x,y\n{ROW}")
    assert table.accepted_rows.tolist() == [0, 2]
    assert "nik" not in table
    assert table.value("nik", 0) is None


def test_many_rows_are_validated_side_by_side(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    few = members(tmp_path, FULL)
    monkeypatch.setattr(read_module, "_MANY_ROWS", 1)
    many = members(tmp_path, FULL)
    assert list(many.columns) == list(few.columns)
    assert many.models([0, 1]) == few.models([0, 1])


def test_faults_are_counted_all_and_kept_in_part(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(faults_module, "KEPT", 3)
    log = FaultLog()
    log.add_all(FileFaultKind.QUOTE, 2, (FileFault(FileFaultKind.QUOTE, "a", i) for i in range(2)))
    log.add_all(FileFaultKind.QUOTE, 9, iter([FileFault(FileFaultKind.QUOTE, "a", 9)]))
    log.add(FileFault(FileFaultKind.QUOTE, "a", 10))
    log.add(FileFault(FileFaultKind.READ_AS, "a", 1))
    assert log.counts == {FileFaultKind.QUOTE: 12, FileFaultKind.READ_AS: 1}
    assert [f.line for f in log.of(FileFaultKind.QUOTE)] == [0, 1, 9]
    log.amend(FileFault(FileFaultKind.READ_AS, "a", 2))
    assert log.counts[FileFaultKind.READ_AS] == 1
    assert [f.line for f in log.of(FileFaultKind.READ_AS)] == [2]


def test_the_long_cell_is_named(tmp_path: Path) -> None:
    file = file_of(tmp_path, f"{HEADER},Catatan\n{ROW.strip()},{'x' * 40_000}\n")
    assert [(f.line, f.column, f.params) for f in file.log.of(FileFaultKind.CELL_TOO_LONG)] == [
        (2, "keterangan", {"length": 40_000, "limit": 32_767})
    ]
