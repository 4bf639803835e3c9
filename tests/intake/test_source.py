"""Sources to grids of text: encodings, delimiters, typed cells, limits."""

from __future__ import annotations

import datetime
import gzip
import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from adhoc_cli.intake.grid import Grid
from adhoc_cli.intake.header import likeness
from adhoc_cli.intake.known import Known
from adhoc_cli.intake.limits import OPTIONS, Limits
from adhoc_cli.intake.refused import ImportRefused
from adhoc_cli.intake.source import read_source
from adhoc_cli.intake.typed_cells import text_of
from adhoc_cli.models.rows import Anggota
from tests.intake.workbooks import HEADER, ROW, bomb, ods, ods_row, with_part, xlsx

KNOWN = Known(Anggota)
DATA = Path(__file__).with_name("data")


def read(path: Path, limits: Limits | None = None, chosen: Sequence[str] = ()) -> list[Grid]:
    return read_source(path, lambda lines: likeness(lines, KNOWN), limits or Limits(), chosen)[0]


def refusal(path: Path, limits: Limits | None = None, chosen: Sequence[str] = ()) -> ImportRefused:
    with pytest.raises(ImportRefused) as refused:
        read(path, limits, chosen)
    return refused.value


def cells(grid: Grid) -> list[tuple[str, ...]]:
    return [line.cells for line in grid.lines]


# -- text ------------------------------------------------------------------------------------------

NAMES = "nama{0}jabatan{0}kode\r\nSiti Nur’aini{0}Ketua PPS{0}33.23.01.2001\r\n"


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize(
    ("encoding", "mark"),
    [
        ("utf-8", b""),
        ("utf-8", b"\xef\xbb\xbf"),
        ("cp1252", b""),
        ("utf-16-le", b"\xff\xfe"),
        ("utf-16-be", b"\xfe\xff"),
        ("utf-16-le", b""),
        ("utf-16-be", b""),
    ],
)
def test_every_common_encoding_and_delimiter(
    tmp_path: Path, delimiter: str, encoding: str, mark: bytes
) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(mark + NAMES.format(delimiter).encode(encoding))
    [grid] = read(path)
    assert cells(grid) == [
        ("nama", "jabatan", "kode"),
        ("Siti Nur’aini", "Ketua PPS", "33.23.01.2001"),
    ]
    assert grid.delimiter == ("TAB" if delimiter == "\t" else delimiter)
    assert grid.encoding == ("utf-8-sig" if mark.startswith(b"\xef") else encoding)


def test_the_header_decides_what_separates_cells(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("a, b, c, d, e\nnama;jabatan;kode\nA, B, C, D;ketua;1\n")
    [grid] = read(path)
    assert grid.delimiter == ";"


def test_lines_are_physical_and_blank_ones_counted(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('nama,jabatan\n\n"A\nB",ketua\n , \nC,anggota\n')
    [grid] = read(path)
    assert [(line.number, line.cells[0]) for line in grid.lines] == [
        (1, "nama"),
        (3, "A\nB"),
        (6, "C"),
    ]
    assert grid.blank == 2


def test_old_mac_line_ends(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"nama,jabatan\rA,ketua\rB,anggota")
    assert [line.number for line in read(path)[0].lines] == [1, 2, 3]


@pytest.mark.parametrize(
    ("row", "key"),
    [
        (b'"A,ketua', "quote"),
        (b'"A"x,ketua', "quote"),
        (b'A"b,ketua', "quote"),
        (b"A\0,ketua", "nul"),
        (b"A\rB,ketua", "line_break"),
        ("Zoë,ketua".encode("cp1252"), "not_utf8"),
        (b"\xed\xa0\x80,ketua", "not_utf8"),
        (b'"' + "Zoë".encode("cp1252") + b'",ketua', "not_utf8"),
    ],
)
def test_a_faulty_record_is_a_fault_of_its_line(tmp_path: Path, row: bytes, key: str) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"nama,jabatan\n" + "Zoë".encode() + b",ketua\n" + row + b"\nB,anggota\n")
    [grid] = read(path)
    assert [line.fault and line.fault.key for line in grid.lines] == [None, None, key, None]
    assert grid.lines[2].number == 3


def test_windows_1252_with_a_byte_that_it_does_not_have(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"nama,jabatan\nZo\xeb,ketua\nA\x81,anggota\n")
    [grid] = read(path)
    assert grid.encoding == "cp1252"
    assert grid.lines[1].cells[0] == "Zoë"
    assert [line.fault and line.fault.key for line in grid.lines] == [None, None, "not_utf8"]


@pytest.mark.parametrize(
    ("content", "key", "found"),
    [
        (b"", "empty", None),
        (b"\xef\xbb\xbf \r\n", "empty", None),
        (b",,\n\n,,", "empty", None),
        (gzip.compress(b"nama,jabatan", mtime=0), "other_format", "gzip"),
        (b"<html><body>", "other_format", "html"),
        (b"%PDF-1.7", "other_format", "pdf"),
        (b"\xff\xfe\0\0n\0\0\0", "other_format", "binary"),
        (bytes(range(32)) * 8 + b"\0" * 200, "other_format", "binary"),
        (b"\xff\xfen\0\x00\xd8a\0", "not_text", None),
        (b"PK\x03\x04 no archive", "damaged", None),
        (b"PK\x05\x06" + b"\0" * 18, "other_format", "zip"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "damaged", None),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "password",
            None,
        ),
    ],
)
def test_what_is_no_table(tmp_path: Path, content: bytes, key: str, found: str | None) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(content)
    refused = refusal(path)
    assert (refused.key, refused.params.get("found")) == (key, found)
    assert refused.unreadable


def test_addresses_folders_and_pipes(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert refusal(Path("https://example.org/a.csv")).key == "url"
    assert refusal(Path("file:///etc/passwd")).key == "url"
    assert refusal(tmp_path / "none.csv").key == "no_source"
    assert refusal(tmp_path).key == "source_folder"
    assert refusal(tmp_path / "pipe").key == "source_special"
    assert refusal(Path("a\0b")).key == "unopened"
    assert refusal(tmp_path / ("x" * 300)).key == "unopened"


# -- workbooks -------------------------------------------------------------------------------------


def test_typed_cells(tmp_path: Path) -> None:
    values: Mapping[Any, str] = {
        3323014605860001.0: "3323014605860001",
        3323014605860010.0: "3.3230146058600E+15",
        9171010101900001.0: "9.1710101019000E+15",
        812345678901.0: "812345678901",
        1.5: "1.5",
        7: "7",
        True: "TRUE",
        datetime.date(2024, 5, 16): "2024-05-16",
        datetime.datetime(2024, 5, 16): "2024-05-16",  # noqa: DTZ001 - as calamine gives it
        datetime.datetime(2024, 5, 16, 8, 30): "2024-05-16 08:30:00",  # noqa: DTZ001 - the same
        float("inf"): "inf",
    }
    assert {value: text_of(value)[1] for value in values} == values


def test_sheets_of_a_workbook(tmp_path: Path) -> None:
    path = xlsx(
        tmp_path / "a.xlsx",
        {"Satu": [[None, "x"], [], [None, 7, 2.5]], "Kosong": [], "Rahasia": [["y"]]},
        hidden="Rahasia",
    )
    grids, skipped = read_source(path, lambda _: 0, Limits())
    assert [(grid.sheet, cells(grid)) for grid in grids] == [
        ("Satu", [("", "x", ""), ("", "7", "2.5")])
    ]
    assert [line.number for line in grids[0].lines] == [1, 3]
    assert grids[0].blank == 1
    assert {(one.sheet, one.reason.key) for one in skipped} == {
        ("Kosong", "no_cells"),
        ("Rahasia", "hidden"),
    }
    assert cells(read(path, chosen=[" rahasia"])[0]) == [("y",)]
    refused = refusal(path, chosen=["Dua"])
    assert (refused.key, refused.unreadable) == ("sheet_unknown", False)
    assert refused.params["sheets"] == ("Satu", "Kosong", "Rahasia")


def test_merged_cells_and_errors(tmp_path: Path) -> None:
    from xlsxwriter import Workbook

    path = tmp_path / "a.xlsx"
    book = Workbook(str(path))
    sheet = book.add_worksheet("A & B")
    sheet.merge_range(1, 0, 3, 1, "BULU")
    sheet.write(3, 2, "x")
    sheet.write_formula(0, 2, "=1/0", None, "#DIV/0!")
    book.close()
    [grid] = read(path)
    under = {(2, 1), (3, 0), (3, 1), (4, 0), (4, 1)}
    assert grid.merged == dict.fromkeys(under, (2, 0))
    assert grid.lines[0].cells == ("", "", "#DIV/0!")


def test_ods_and_xls(tmp_path: Path) -> None:
    [grid] = read(ods(tmp_path / "a.ods", ods_row(*HEADER) + ods_row(*ROW)))
    assert cells(grid) == [HEADER, ROW]
    [old] = read(DATA / "kecil.xls")
    assert old.lines[1].cells[:3] == HEADER
    assert old.lines[2].cells == (
        "Siti Aminah", "Ketua PPS", "3323012001", "3323014605860001", "1986-05-06", "81234567890",
    )  # fmt: skip
    assert old.lines[3].cells[3] == "3.3230106058600E+15"


def test_workbooks_that_are_none(tmp_path: Path) -> None:
    book = xlsx(tmp_path / "a.xlsx", {"A": [HEADER]})
    with_part(book, "xl/workbook.bin", b"")
    assert refusal(book).params["found"] == "xlsb"
    assert refusal(ods(tmp_path / "b.ods", "<!DOCTYPE x>")).key == "damaged"
    assert refusal(xlsx(tmp_path / "c.xlsx", {"A": []})).key == "empty"
    broken = with_part(xlsx(tmp_path / "d.xlsx", {"A": [HEADER]}), "xl/workbook.xml", b"<a")
    assert refusal(broken).key in ("damaged", "empty")


# -- limits ----------------------------------------------------------------------------------------

_SMALL = Limits(size=100, unpacked=20_000, cell=10, columns=5, rows=10)


@pytest.mark.parametrize(
    ("text", "key", "what"),
    [
        ("nama,jabatan\n" + "x" * 100, "large", "size"),
        ("nama,jabatan\n" + "a,b\n" * 11, "many_rows", "rows"),
        ("nama,jabatan\n1,2,3,4,5,6\n", "many_columns", "columns"),
    ],
)
def test_limits_of_a_text(tmp_path: Path, text: str, key: str, what: str) -> None:
    path = tmp_path / "a.csv"
    path.write_text(text)
    refused = refusal(path, _SMALL)
    assert (refused.key, refused.params["option"]) == (key, OPTIONS[what])
    assert refused.unreadable
    assert read(path)


def test_a_cell_that_is_too_long_is_a_fault_of_its_line(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("nama,jabatan\nABCDEFGHIJK,ketua\n")
    fault = read(path, _SMALL)[0].lines[1].fault
    assert fault is not None
    assert (fault.key, fault.params["option"]) == ("cell_too_long", "--max-cell")


@pytest.mark.parametrize("lying", [False, True])
def test_a_zip_bomb(tmp_path: Path, lying: bool) -> None:
    path = bomb(tmp_path / "a.xlsx", 400 << 20, lying=lying)
    assert path.stat().st_size < 2 << 20
    refused = refusal(path)
    assert (refused.key, refused.params["option"]) == ("unpacked", "--max-unpacked")
    assert read(path, Limits(unpacked=500 << 20))


def test_a_cell_far_away(tmp_path: Path) -> None:
    far = xlsx(tmp_path / "a.xlsx", {"A": [HEADER]})
    sheet = (
        b"<worksheet><sheetData><row r='1'><c r='A1' t='inlineStr'><is><t>a</t></is></c></row>"
        b"<row r='1048576'><c r='%s1048576'><v>1</v></c></row></sheetData></worksheet>"
    )
    for column, key in ((b"XFD", "many_columns"), (b"A", "many_rows")):
        with_part(far, "xl/worksheets/sheet1.xml", sheet % column)
        refused = refusal(far)
        assert (refused.key, refused.params["cell"]) == (key, f"{column.decode()}1048576")
    formatted = sheet.replace(b"><v>1</v></c>", b"/>") % b"XFD"
    with_part(far, "xl/worksheets/sheet1.xml", formatted)
    assert read(far)


def test_repeated_cells_of_an_ods(tmp_path: Path) -> None:
    head = ods_row(*HEADER)
    many = ods(tmp_path / "a.ods", head + ods_row("x", repeated=1_000_000))
    assert refusal(many).key == "many_rows"
    empty = "<table:table-row table:number-rows-repeated='1048000'><table:table-cell/>"
    assert read(ods(tmp_path / "b.ods", head + empty + "</table:table-row>"))
    wide = "<table:table-row><table:table-cell office:value-type='string' "
    wide += "table:number-columns-repeated='16000'><text:p>x</text:p></table:table-cell>"
    assert refusal(ods(tmp_path / "c.ods", wide + "</table:table-row>")).key == "many_columns"


def test_lines_that_are_each_one_quoted_cell(tmp_path: Path) -> None:
    """Excel reads a CSV of commas as one column, and writes each of its lines in quotes."""
    path = tmp_path / "a.csv"
    rows = ['"Nama,Jabatan,Kode"', '"Siti Aminah,Ketua PPS,33.23.01.2001"', "",
            '"""Drs. Budi, M.M."",Anggota PPS,33.23.01.2001"']  # fmt: skip
    path.write_text("\r\n".join([*rows, ""]), encoding="utf-8")
    (grid,) = read(path)
    assert cells(grid)[1:] == [
        ("Siti Aminah", "Ketua PPS", "33.23.01.2001"),
        ("Drs. Budi, M.M.", "Anggota PPS", "33.23.01.2001"),
    ]
    assert ([line.number for line in grid.lines], grid.delimiter) == ([1, 2, 4], '","')
    path.write_text('"nama"\n"Siti, S.Pd."\n"Budi, M.M."\n', encoding="utf-8")
    assert cells(read(path)[0])[1] == ("Siti, S.Pd.",)
