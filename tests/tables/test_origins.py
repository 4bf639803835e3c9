"""Where a row came from, and single rows by their line."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path

import pytest

from adhoc_cli.files.backup import FOLDER
from adhoc_cli.models.finding import Origin
from adhoc_cli.models.rows import Anggota
from adhoc_cli.tables.faults import UnreadableFile
from adhoc_cli.tables.origins import NAME, Cells, Origins, origins_file
from adhoc_cli.tables.rows_at import RowsAt

HEADER = "nama,badan,jabatan,kode_wilayah"
ROWS = ("Siti Wulan,PPK,ketua,33.23.01", "Budi Jaya,PPS,anggota,33.23.01.2001")
FILE = "anggota.csv"
FIRST, SECOND = Origin("PPS.xlsx", "PPS", 4), Origin("PPS.xlsx", "PPS", 5)


def cells(row: str) -> Cells:
    return list(zip(HEADER.split(","), row.split(","), strict=True))


def left(folder: Path, when: str, rows: list[tuple[Cells, Origin]], *sources: Path) -> None:
    """What an import leaves in the copies of `when`."""
    made = origins_file(folder, sources, rows)
    (folder / FOLDER / when).mkdir(parents=True)
    (folder / FOLDER / when / made.name).write_bytes(made.content)


def write(folder: Path, *rows: str, header: str = HEADER, feed: str = "\n") -> None:
    text = "".join(f"{row}{feed}" for row in (header, *rows))
    (folder / FILE).write_text(text, encoding="utf-8", newline="")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "PPS.xlsx").write_bytes(b"a workbook")
    write(tmp_path, *ROWS)
    rows = [(cells(ROWS[0]), FIRST), (cells(ROWS[1]), SECOND)]
    left(tmp_path, "2024-06-01", rows, tmp_path / "PPS.xlsx")
    return tmp_path


def of(folder: Path, *lines: int) -> list[Origin | None]:
    found = Origins(folder, {FILE: Anggota})
    assert found
    return [found.of(FILE, line) for line in lines]


def test_a_row_is_known_by_what_it_says_wherever_it_stands(folder: Path) -> None:
    assert of(folder, 2, 3) == [FIRST, SECOND]
    write(folder, *reversed(ROWS), feed="\r\n")
    assert of(folder, 2, 3) == [SECOND, FIRST]
    order = "kode_wilayah;jabatan;badan;nama"
    write(folder, "33.23.01;ketua;PPK;Siti Wulan", header=order)
    assert of(folder, 2) == [FIRST]


def test_a_row_that_was_edited_has_none(folder: Path) -> None:
    write(folder, ROWS[0].replace("Siti", "Sitti"), ROWS[1])
    assert of(folder, 2, 3) == [None, SECOND]


def test_a_workbook_that_was_changed_is_not_named_and_one_that_is_gone_is(folder: Path) -> None:
    (folder / "PPS.xlsx").write_bytes(b"another one")
    assert of(folder, 2, 3) == [None, None]
    (folder / "PPS.xlsx").unlink()
    assert of(folder, 2, 3) == [FIRST, SECOND]


def test_the_newest_import_speaks(folder: Path) -> None:
    other = Origin("Baru.xlsx", "Lembar1", 9)
    (folder / "Baru.xlsx").write_bytes(b"x")
    left(folder, "2024-06-02", [(cells(ROWS[0]), other)], folder / "Baru.xlsx")
    assert of(folder, 2, 3) == [other, SECOND]


def test_a_row_that_came_twice_has_none(tmp_path: Path) -> None:
    write(tmp_path, *ROWS)
    left(tmp_path, "2024-06-01", [(cells(ROWS[0]), FIRST), (cells(ROWS[0]), SECOND)])
    assert of(tmp_path, 2) == [None]


def test_a_source_of_nobody_knows_of_no_change(tmp_path: Path) -> None:
    write(tmp_path, *ROWS)
    left(tmp_path, "2024-06-01", [(cells(ROWS[0]), FIRST)])
    assert of(tmp_path, 2) == [FIRST]


@pytest.mark.parametrize("line", [0, 1, 4, 99])
def test_a_line_without_a_row_has_none(folder: Path, line: int) -> None:
    assert of(folder, line) == [None]


def test_a_file_of_nobody_and_one_that_cannot_be_read_have_none(folder: Path) -> None:
    assert Origins(folder, {}).of(FILE, 2) is None
    (folder / FILE).unlink()
    assert of(folder, 2) == [None]
    (folder / FILE).write_bytes(b"")
    assert of(folder, 2) == [None]


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"schema": "x", "rows": {}}', "\xff"])
def test_what_is_none_of_ours_is_passed_over(folder: Path, text: str) -> None:
    left_over = folder / FOLDER / "2024-06-03"
    left_over.mkdir()
    (left_over / NAME).write_text(text, encoding="latin-1")
    assert of(folder, 2) == [FIRST]


def test_what_is_kept_names_nobody_and_has_no_long_number(folder: Path) -> None:
    kept = (folder / FOLDER / "2024-06-01" / NAME).read_text(encoding="utf-8")
    assert "Siti" not in kept
    assert json.loads(kept)["sources"]["PPS.xlsx"][0] == "PPS.xlsx"
    assert not [key for key in json.loads(kept)["rows"] if any(one.isdigit() for one in key)]


def test_only_its_owner_reads_what_is_kept(tmp_path: Path) -> None:
    assert origins_file(tmp_path, [], []).private


def test_a_source_on_another_drive_is_named_whole(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def other_drive(path: object, start: object) -> str:
        raise ValueError(path, start)

    monkeypatch.setattr("os.path.relpath", other_drive)
    made = origins_file(folder, [folder / "PPS.xlsx"], [])
    assert json.loads(made.content)["sources"]["PPS.xlsx"][0] == str(folder / "PPS.xlsx")


def test_rows_by_their_line() -> None:
    data = f'\ufeff{HEADER}\n"Siti\nWulan",PPK,ketua,33.23.01\n{ROWS[1]}\n'.encode()
    rows = RowsAt(FILE, data, Anggota)
    assert rows.row(2)["nama"] == "Siti\nWulan"
    assert rows.row(4) == dict(cells(ROWS[1]))
    assert rows.row(1)["nama"] == "nama"
    assert RowsAt(FILE, data.removeprefix(b"\xef\xbb\xbf"), Anggota).row(1)["nama"] == "nama"
    with suppress(ValueError):
        pytest.fail(f"a row in the middle of a cell: {rows.row(3)}")
    with pytest.raises(UnreadableFile):
        RowsAt(FILE, b"", Anggota)
