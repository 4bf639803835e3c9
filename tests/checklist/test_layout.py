"""Journals that a spreadsheet saved again: what is appended keeps to their layout."""

from __future__ import annotations

import csv
from datetime import date, datetime
from pathlib import Path

import pytest

from adhoc_cli.checklist.faults import JournalUnreadable, MarkRefused, Refusal
from adhoc_cli.checklist.journal import append
from adhoc_cli.checklist.mark import Mark, MarkStatus
from adhoc_cli.checklist.read import load_journal
from adhoc_cli.text.days import WIB
from tests.checklist.journals import FILE

TIME = datetime(2024, 5, 21, 9, 30, 0, tzinfo=WIB)
DONE = Mark("33.23.17", "PPK-01", MarkStatus.DONE, date(2024, 5, 20), "BA; foto", "a, b")
BOM = b"\xef\xbb\xbf"
EXCEL = (
    b"waktu;operator;kode_wilayah;butir;status;tanggal;bukti;catatan\r\n"
    b"2024-05-20T09:30:00+07:00;Sri;33.23.01;PPK-01;terlaksana;20/05/2024;foto;\r\n"
)


def appended(folder: Path, content: bytes) -> bytes:
    """What `append` adds to a journal with this content."""
    (folder / FILE).write_bytes(content)
    append(folder, [DONE], operator="Sri", time=TIME)
    after = (folder / FILE).read_bytes()
    assert after.startswith(content)
    return after[len(content) :]


@pytest.mark.parametrize("mark", [b"", BOM], ids=["plain", "mark"])
def test_semicolons_and_crlf_are_kept(tmp_path: Path, mark: bytes) -> None:
    line = appended(tmp_path, mark + EXCEL)
    assert line == (
        b'2024-05-21T09:30:00+07:00;Sri;33.23.17;PPK-01;terlaksana;2024-05-20;"BA; foto";"a, b"\r\n'
    )


def test_commas_and_crlf_are_kept(tmp_path: Path) -> None:
    line = appended(tmp_path, EXCEL.replace(b";", b","))
    assert line.endswith(b',BA; foto,"a, b"\r\n')


def test_the_order_of_the_columns_is_kept(tmp_path: Path) -> None:
    header = "catatan,status,butir,kode_wilayah,operator,waktu,bukti,tanggal\n"
    line = appended(tmp_path, header.encode()).decode()
    assert next(csv.reader([line])) == [
        "a, b", "terlaksana", "PPK-01", "33.23.17", "Sri", "2024-05-21T09:30:00+07:00", "BA; foto",
        "2024-05-20",
    ]  # fmt: skip


def test_other_headers_and_more_columns_are_kept(tmp_path: Path) -> None:
    header = "Waktu,Operator,Kode Wilayah,Butir,Status,Tgl,Bukti,Catatan,Warna,,\n"
    cells = next(csv.reader([appended(tmp_path, header.encode()).decode()]))
    assert len(cells) == 11
    assert cells[2] == "33.23.17"
    assert cells[5] == "2024-05-20"
    assert cells[8:] == ["", "", ""]


def test_a_column_that_somebody_removed_is_not_made_up(tmp_path: Path) -> None:
    header = b"waktu,operator,kode_wilayah,butir,status,tanggal,bukti\n"
    (tmp_path / FILE).write_bytes(header)
    with pytest.raises(MarkRefused) as refusal:
        append(tmp_path, [DONE])
    assert (refusal.value.column, refusal.value.reason) == ("catatan", Refusal.NO_COLUMN)
    assert (tmp_path / FILE).read_bytes() == header
    append(tmp_path, [Mark("33.23.17", "PPK-01", MarkStatus.CANCELLED)])


@pytest.mark.parametrize("end", [b"", b"\r"], ids=["no-break", "half-a-break"])
def test_a_missing_line_break_is_added_first(tmp_path: Path, end: bytes) -> None:
    content = EXCEL.replace(b"foto;\r\n", b"foto;ada") + end
    (tmp_path / FILE).write_bytes(content)
    assert append(tmp_path, [DONE]).completed
    lines = (tmp_path / FILE).read_bytes().split(b"\r\n")
    assert [line.count(b";") >= 7 for line in lines] == [True, True, True, False]


def test_a_torn_line_in_a_spreadsheets_layout_is_set_aside(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(EXCEL + b"2024-05-21T09:30:00+07:00;Sri;33.23")
    done = append(tmp_path, [DONE])
    assert done.aside is not None
    assert (tmp_path / FILE).read_bytes().startswith(EXCEL + b"20")


def test_zeros_in_a_line_without_a_break_are_a_torn_line(tmp_path: Path) -> None:
    whole = b'2024-05-21T09:30:00+07:00;Sri;33.23.01;PPK-01;terlaksana;20/05/2024;foto;"x"'
    (tmp_path / FILE).write_bytes(EXCEL + whole)
    assert append(tmp_path, [DONE]).aside is None
    (tmp_path / FILE).write_bytes(EXCEL + whole.replace(b"foto", b"fo\0to"))
    assert append(tmp_path, [DONE]).aside is not None


def test_what_a_torn_line_holds_does_not_make_it_another_file(tmp_path: Path) -> None:
    """A disk that lost its power leaves zeros where the last line was to be."""
    torn = b"2024-05-21T09:30:00+07:00;Sri" + bytes(400)
    (tmp_path / FILE).write_bytes(EXCEL + torn)
    journal = load_journal(tmp_path)
    assert (journal.file.accepted, journal.torn) == (1, None)
    assert journal.aside is not None
    assert (tmp_path / FILE).read_bytes() == EXCEL
    assert (tmp_path / journal.aside.file).read_bytes() == torn


def test_zeros_in_whole_lines_are_the_same_with_a_torn_line_and_without(tmp_path: Path) -> None:
    spoilt = EXCEL.replace(b"foto", bytes(100))
    for content in (spoilt, spoilt + b"2024-05-21T09:30:00+07:00;Sri;33.23.01;PPK-01;terlak"):
        (tmp_path / FILE).write_bytes(content)
        with pytest.raises(JournalUnreadable):
            load_journal(tmp_path)
        assert (tmp_path / FILE).read_bytes() == content


def test_a_header_that_was_cut_short_is_set_aside_with_its_order(tmp_path: Path) -> None:
    """A mark below our own header stands in our own order."""
    header = b"operator,waktu,kode_wilayah,butir,status,tanggal,bukti,catatan,"
    (tmp_path / FILE).write_bytes(header)
    aside = append(tmp_path, [DONE], operator="Sri", time=TIME).aside
    assert aside is not None
    assert (tmp_path / aside.file).read_bytes() == header
    [entry] = load_journal(tmp_path).history()
    assert (entry.mark.operator, entry.mark.kode_wilayah) == ("Sri", "33.23.17")
