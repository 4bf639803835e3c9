"""A filled-in sheet: every row that was read is recorded, known, blank or refused with a reason."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adhoc_cli.checklist.filled import Fate, Filled, SheetUnreadable, Why, read_filled
from adhoc_cli.checklist.journal import append
from adhoc_cli.checklist.mark import Mark, MarkStatus
from adhoc_cli.checklist.read import read_journal
from adhoc_cli.roster.roster import Roster, load_roster
from adhoc_cli.rules.examples import Example
from adhoc_cli.tables.faults import KEPT
from scripts.example_roster import write_example

TODAY = date(2024, 6, 10)
HEADER = "kode_wilayah,butir,tanggal,bukti,status,nama_ditemui,tindak_lanjut\n"
FULL = "33.23.01,PPK-01,2024-05-20,foto,,,"


@pytest.fixture(scope="module")
def roster(tmp_path_factory: pytest.TempPathFactory) -> Roster:
    folder = tmp_path_factory.mktemp("daftar")
    write_example(Example(), folder)
    return load_roster(folder, TODAY)


def read(roster: Roster, folder: Path, text: str | bytes) -> Filled:
    sheet = folder / "lembar.csv"
    sheet.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_filled(sheet, roster, read_journal(folder), TODAY)


@pytest.mark.parametrize(
    ("line", "why"),
    [
        (FULL + ",", Why.STRUCTURE),
        ('33.23.01,PPK-01,2024-05-20,"foto,,,', Why.STRUCTURE),
        (FULL.replace("33.23.01", "33.23.99"), Why.PLACE),
        (FULL.replace("33.23.01", "Bulu"), Why.PLACE),
        (FULL.replace("PPK-01", "PPK-99"), Why.ITEM),
        (FULL.replace("PPK-01", ""), Why.ITEM),
        (FULL.replace("PPK-01", "PPS-01"), Why.LEVEL),
        ("33.23.01,PPK-01,,foto,,,", Why.DAY_MISSING),
        ("33.23.01,PPK-01,31/02/2024,foto,,,", Why.DAY_UNREADABLE),
        ("33.23.01,PPK-01,2024-06-11,foto,,,", Why.DAY_TO_COME),
        ("33.23.01,PPK-01,2024-05-20,-,,,", Why.EVIDENCE_MISSING),
        ("33.23.01,PPK-01,,,,Heni,", Why.DAY_MISSING),
        (FULL.replace("foto,", "foto,beres"), Why.STATUS),
        (FULL.replace("foto,", "foto,dicabut"), Why.STATUS),
        (FULL.replace("foto", '"a\nb"'), Why.CELL),
        (FULL.replace("foto", "x" * 2_001), Why.CELL),
        (FULL + '"a\nb"', Why.CELL),
        (FULL[:-1] + '"He\nni",', Why.CELL),
    ],
)
def test_why_a_row_is_refused(roster: Roster, tmp_path: Path, line: str, why: Why) -> None:
    good = "33.23.01,PPK-02,2024-05-20,foto,,,\n"
    # A quote that is never closed takes the rest of the file with it: the good row stands above.
    found = read(roster, tmp_path, HEADER + good + line + "\n")
    assert [row.fate for row in found.rows] == [Fate.RECORDED, Fate.REFUSED]
    assert (found.rows[1].why, found.rows[1].line) == (why, 3)
    assert found.read == 2


def test_a_fault_of_the_header_is_no_row(roster: Roster, tmp_path: Path) -> None:
    header = HEADER.replace("bukti", "bukti,cuaca")
    found = read(roster, tmp_path, f"{header}{FULL},\n{FULL}")
    assert [(row.line, row.why) for row in found.rows] == [(2, None), (3, Why.STRUCTURE)]
    found = read(roster, tmp_path, f"{header}{FULL}\n{FULL},")
    assert [(row.line, row.why) for row in found.rows] == [(2, Why.STRUCTURE), (3, None)]


def test_rows_whose_lines_are_not_kept_are_refused_all_the_same(
    roster: Roster, tmp_path: Path
) -> None:
    found = read(roster, tmp_path, HEADER + FULL + "\n" + "x,y\n" * (KEPT + 2))
    assert found.read == found.count(Fate.REFUSED) + 1 == KEPT + 3
    assert [row.line for row in found.rows[:4]] == [0, 0, 2, 3]


def test_what_is_read(roster: Roster, tmp_path: Path) -> None:
    append(
        tmp_path,
        [Mark("33.23.01", "PPK-03", MarkStatus.DONE, date(2024, 5, 1), "foto")],
        operator="S",
    )
    found = read(
        roster,
        tmp_path,
        "\ufeffKode;Item;Tgl;Bukti;Status;Nama;Catatan\r\n"
        "332301;ppk-01;20 Mei 2024;'=surat;;Heni;akan dikirim\r\n"
        "33.23.01;PPK-02;12/06/2024;;dijadwalkan;;\r\n"
        "33.23.01;PPK-03;2024-05-01;foto;;;\r\n"
        "33.23.01;PPK-04;;;;;lain kali\r\n"
        "33.23.01;PPK-01;2024-05-21;foto;;;\r\n",
    )
    fates = [Fate.RECORDED, Fate.RECORDED, Fate.KNOWN, Fate.BLANK, Fate.REFUSED]
    assert [row.fate for row in found.rows] == fates
    assert found.rows[4].why is Why.TWICE
    assert found.marks == (
        Mark(
            "33.23.01", "PPK-01", MarkStatus.DONE, date(2024, 5, 20), "=surat", "Heni; akan dikirim"
        ),
        Mark("33.23.01", "PPK-02", MarkStatus.SCHEDULED, date(2024, 6, 12)),
    )


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"nama,telepon\nx,y\n", HEADER.encode()])
def test_a_file_that_is_no_sheet(roster: Roster, tmp_path: Path, data: bytes) -> None:
    with pytest.raises(SheetUnreadable):
        read(roster, tmp_path, data)


CELLS = st.sampled_from(
    ["", "-", "33.23.01", "PPK-01", "PPS-02", "2024-05-20", "x", '"', "a,b", "=1"]
)


@pytest.mark.slow
@settings(max_examples=50, deadline=None)
@given(st.lists(st.lists(CELLS, min_size=1, max_size=8), min_size=1, max_size=12))
def test_no_row_is_lost(
    roster: Roster, tmp_path_factory: pytest.TempPathFactory, rows: list[list[str]]
) -> None:
    text = HEADER + FULL + "\n" + "".join(",".join(row) + "\n" for row in rows)
    found = read(roster, tmp_path_factory.mktemp("lembar"), text)
    assert found.read == len(found.rows) == sum(found.count(fate) for fate in Fate)
    assert len(found.marks) == found.count(Fate.RECORDED)
