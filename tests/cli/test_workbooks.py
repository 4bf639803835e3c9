"""`--format xlsx`: a workbook of every command that has a table."""

from __future__ import annotations

import csv
import io
import re
import sys
from pathlib import Path

import pytest

from adhoc_cli.text.cells import from_spreadsheet, unwrapped
from tests.cli.running import inside
from tests.cli.test_terminal import on_terminal
from tests.output.workbooks import formulas, sheets

_DAY = ("--as-of", "2024-06-10")
_COMMANDS = {
    "check": ("check", "{gap}", *_DAY, "--fail-on", "never"),
    "quota": ("quota", "{gap}", *_DAY),
    "quota-short": ("quota", "{gap}", *_DAY, "--short"),
    "members": ("members", "{gap}", *_DAY),
    "members-summary": ("members", "{gap}", *_DAY, "--summary"),
    "replace": ("replace", "{gap}", *_DAY),
    "diff": ("diff", "{clean}", "{gap}"),
    "rules": ("rules",),
    "explain": ("explain", "Q401"),
    "profiles": ("profiles",),
    "profile": ("profiles", "pilkada-2024"),
    "checklist-status": ("checklist", "status", "-C", "{gap}", *_DAY),
    "checklist-show": ("checklist", "show", "33.23.01", "-C", "{gap}", *_DAY),
    "checklist-history": ("checklist", "history", "-C", "{gap}"),
    "bimtek": ("bimtek", "status", "{gap}", *_DAY),
}


def words(command: str, clean: Path, gap: Path) -> list[str]:
    """A command as it is typed."""
    return [word.format(clean=clean, gap=gap) for word in _COMMANDS[command]]


@pytest.mark.parametrize("command", _COMMANDS)
def test_a_workbook_holds_as_many_rows_as_the_flat_table(
    command: str, clean: Path, gap: Path, tmp_path: Path
) -> None:
    typed, target = words(command, clean, gap), tmp_path / "Hasil.XLSX"
    flat = inside(*typed, "--format", "csv")
    ran = inside(*typed, "-o", str(target))
    assert (ran.code, ran.out) == (flat.code, "")
    data = target.read_bytes()
    assert not formulas(data)
    rows = list(csv.reader(io.StringIO(flat.out)))
    (first, *_) = sheets(data).values()
    assert all(first[0])
    assert [len(row) for row in first] == [len(first[0])] * len(first)
    assert len(first) >= len(rows)


@pytest.mark.parametrize("command", _COMMANDS)
def test_csv_for_excel_is_the_same_table(command: str, clean: Path, gap: Path) -> None:
    """As Excel with Indonesian settings opens it: `;`, a mark that says UTF-8, ="…" for a text."""
    typed = words(command, clean, gap)
    flat = list(csv.reader(io.StringIO(inside(*typed, "--format", "csv").out)))
    out = inside(*typed, "--format", "csv-excel").out
    assert out.startswith("\ufeff")
    rows = list(csv.reader(io.StringIO(out[1:], newline=""), delimiter=";", strict=True))
    assert [[unwrapped(cell) for cell in row] for row in rows] == [
        [
            from_spreadsheet(cell) if unwrapped(to) != to else cell
            for cell, to in zip(*both, strict=True)
        ]
        for both in zip(flat, rows, strict=True)
    ]
    read_as_a_number = re.compile(r"[+-]?[0-9][0-9]*[.,:/ ][0-9., :/]*|0[0-9]+|[0-9]{12,}")
    assert not [cell for row in rows[1:] for cell in row if read_as_a_number.fullmatch(cell)]


def test_csv_for_excel_keeps_every_digit_of_a_person(gap: Path, tmp_path: Path) -> None:
    typed = ("members", str(gap), *_DAY, "--show-personal", "-o", str(tmp_path / "a.csv"))
    inside(*typed, "--format", "csv-excel", "--columns", "nama,nik,telepon,kode_wilayah,peringkat")
    data = (tmp_path / "a.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\r\n") == data.count(b"\n") > 3
    _, first, *_ = data.decode("utf-8-sig").splitlines()
    assert re.search(r';"=""[0-9]{16}""";"=""08[0-9]+""";', first), first
    if sys.platform != "win32":
        assert (tmp_path / "a.csv").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("form", ["csv", "csv-excel"])
def test_a_list_that_is_cut_short_says_so(form: str) -> None:
    typed = ("check", "data/temanggung-bermasalah", *_DAY, "--select", "V202", "--limit", "2")
    ran = inside(*typed, "--format", form, env={"ADHOC_LANG": "en"})
    assert len(list(csv.reader(io.StringIO(ran.out)))) == 3
    assert "V202: 2 of 8 findings" in ran.err


def test_a_check_has_the_sheets_of_a_report(tmp_path: Path) -> None:
    target = tmp_path / "a.xlsx"
    folder = "data/temanggung-bermasalah"
    inside("check", folder, *_DAY, "--limit", "2", "-o", str(target), env={"ADHOC_LANG": "id"})
    book = sheets(target.read_bytes())
    assert list(book) == ["Temuan", "Aturan", "Kuota", "Pengecualian", "Berkas"]
    assert book["Temuan"][0][:3] == ["Kode", "Aturan", "Bobot"]
    first = [str(row[0]) for row in book["Temuan"]]
    assert first.count("Q401") == 2
    assert any(note.startswith("Q401: 2 ") for note in first), first[-5:]


@pytest.mark.parametrize(
    ("command", "heads"),
    [
        ("quota", ["Badan", "Kode", "Wilayah", "TPS", "Satuan", "Lengkap", "Kuota"]),
        ("replace", ["Badan", "Kode", "Desa", "TPS", "Kuota", "Terisi", "Kurang"]),
        ("checklist-status", ["Kode", "Kecamatan", "Badan", "Kegiatan", "Terlaksana"]),
        ("members-summary", ["Badan", "Kode", "Kecamatan", "L", "P", "Tidak diisi", "Jumlah"]),
        ("rules", ["Kode", "Nama", "Bobot", "Status"]),
    ],
)
def test_headings_are_words(
    command: str, heads: list[str], clean: Path, gap: Path, tmp_path: Path
) -> None:
    target = tmp_path / "a.xlsx"
    inside(*words(command, clean, gap), "-o", str(target), env={"ADHOC_LANG": "id"})
    (rows,) = sheets(target.read_bytes()).values()
    assert rows[0][: len(heads)] == heads
    assert not [head for head in rows[0] if "." in head or "{" in head]


@pytest.mark.parametrize(("personal", "shown"), [((), False), (("--show-personal",), True)])
def test_people_are_masked_in_a_workbook_too(
    personal: tuple[str, ...], shown: bool, gap: Path, tmp_path: Path
) -> None:
    target = tmp_path / "a.xlsx"
    inside("members", str(gap), *_DAY, *personal, "-o", str(target))
    cells = {
        str(cell) for rows in sheets(target.read_bytes()).values() for row in rows for cell in row
    }
    assert any(cell.isdigit() and len(cell) == 16 for cell in cells) is shown
    assert any("*" in cell for cell in cells) is not shown


def test_two_workbooks_of_one_result_are_the_same(gap: Path, tmp_path: Path) -> None:
    for name in ("a.xlsx", "b.xlsx"):
        inside("rules", "-C", str(gap), "-o", str(tmp_path / name))
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


@pytest.mark.skipif(sys.platform == "win32", reason="terminals of POSIX")
def test_no_screen_shows_a_workbook(gap: Path) -> None:
    seen = on_terminal("quota", str(gap), *_DAY, "--format", "xlsx")
    assert seen.code == 2
    assert "--output FILE.xlsx" in seen.text


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("a.csv", "body,"),
        ("a.json", "{\n"),
        ("a.md", "# "),
        ("a.txt", "Kuota "),
    ],
)
def test_the_name_of_the_file_says_the_format(
    name: str, begins: str, gap: Path, tmp_path: Path
) -> None:
    inside("quota", str(gap), *_DAY, "-o", str(tmp_path / name))
    assert (tmp_path / name).read_text().startswith(begins)


def test_format_beats_the_name_of_the_file(gap: Path, tmp_path: Path) -> None:
    inside("quota", str(gap), *_DAY, "--format", "csv", "-o", str(tmp_path / "a.xlsx"))
    assert (tmp_path / "a.xlsx").read_text().startswith("body,")
