"""Reading a journal: every line is accepted or refused, each with its number."""

from __future__ import annotations

import csv
import io
import time
from datetime import date, datetime, timedelta
from pathlib import Path

import hypothesis.strategies as st
import numpy as np
import pytest
from hypothesis import given
from pydantic import ValidationError

from adhoc_cli.checklist.faults import JournalUnreadable
from adhoc_cli.checklist.journal import append
from adhoc_cli.checklist.layout import Layout
from adhoc_cli.checklist.lock import locked
from adhoc_cli.checklist.mark import Mark, MarkStatus, cells, now
from adhoc_cli.checklist.read import Journal, LineFaultKind, last_of, load_journal, read_journal
from adhoc_cli.checklist.row import Koordinasi
from adhoc_cli.models.columns import columns_of
from adhoc_cli.text.days import WIB
from tests.checklist.journals import ASIDE, FILE, HEADER

ONE = '2024-05-20T09:30:00+07:00,Sri,33.23.17,PPK-01,terlaksana,2024-05-20,"foto, BA",""\n'
TWO = '2024-05-21T09:30:00+07:00,Budi,33.23.17.2001,PPS-01,dijadwalkan,,,"besok"\n'


def journal(folder: Path, text: str, encoding: str = "utf-8") -> Journal:
    (folder / FILE).write_bytes(text.encode(encoding))
    return read_journal(folder)


def faults(found: Journal) -> list[tuple[str, int, str | None]]:
    file = found.file
    assert file.rows == file.accepted + file.rejected
    return [(fault.kind.value, fault.line, fault.column) for fault in found.faults]


@pytest.mark.parametrize(
    ("evidence", "note", "known"),
    [
        ("foto, BA", "", True),
        ("foto, BA", "lagi", False),
        ("foto", "", False),
        ("foto, BA", "catatan", False),
    ],
)
def test_what_the_last_mark_says_already(
    evidence: str, note: str, known: bool, tmp_path: Path
) -> None:
    mark = Mark("33.23.17", "ppk-01", MarkStatus.DONE, date(2024, 5, 20), evidence, note)
    assert journal(tmp_path, HEADER + ONE).says(mark) is known


def test_a_folder_without_a_journal_has_an_empty_one(tmp_path: Path) -> None:
    found = load_journal(tmp_path)
    assert not found.exists
    assert found.file.rows == 0
    assert found.history() == []
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "text", ["", HEADER, HEADER.removesuffix("\n")], ids=["0", "header", "bare"]
)
def test_a_journal_without_marks(tmp_path: Path, text: str) -> None:
    found = journal(tmp_path, text)
    assert found.exists
    assert found.file.rows == 0
    assert found.faults == ()
    assert found.history() == []


def test_marks_with_their_lines(tmp_path: Path) -> None:
    found = journal(tmp_path, HEADER + ONE + TWO)
    first, second = found.history()
    assert (first.line, second.line) == (2, 3)
    assert (first.mark.operator, first.mark.tanggal, first.mark.bukti, first.mark.catatan) == (
        "Sri", date(2024, 5, 20), "foto, BA", None,
    )  # fmt: skip
    assert (second.mark.kode_wilayah, second.mark.status) == ("33.23.17.2001", "dijadwalkan")
    assert [e.line for e in found.history("33.23.17")] == [2]
    assert [e.line for e in found.history(item="pps-01")] == [3]
    assert found.history("33.23.17", "PPS-01") == []


def test_a_spreadsheet_saved_it_again(tmp_path: Path) -> None:
    rows = list(csv.reader(io.StringIO(HEADER + ONE + TWO)))
    order = [3, 2, 4, 0, 1, 5, 7, 6]
    rows = [[row[i] for i in order] + ["", ""] for row in rows]
    rows[1][5] = "20/05/2024"
    text = io.StringIO()
    csv.writer(text, delimiter=";", lineterminator="\r\n").writerows(rows)
    found = journal(tmp_path, text.getvalue(), "utf-8-sig")
    assert found.faults == ()
    assert [e.mark for e in found.history()] == [
        e.mark for e in journal(tmp_path, HEADER + ONE + TWO).history()
    ]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2024-05-20T02:30:00Z", "2024-05-20T09:30:00+07:00"),
        ("2024-05-20 09:30", "2024-05-20T09:30:00+07:00"),
        ("20/05/2024 9.30", "2024-05-20T09:30:00+07:00"),
        ("20 Mei 2024, 09.30 WIB", "2024-05-20T09:30:00+07:00"),
        ("20/05/2024", "2024-05-20T00:00:00+07:00"),
        ("20/05/24 9.30", "2024-05-20T09:30:00+07:00"),
        ("45432,39", None),
        ("20/05/2024 25.30", None),
        ("kemarin", None),
    ],
)
def test_times_as_offices_write_them(tmp_path: Path, written: str, read: str | None) -> None:
    """A time that cannot be read is told, and the mark counts all the same: the order decides."""
    line = f'"{written}",Sri,33.23.17,PPK-01,batal,,,\n'
    found = journal(tmp_path, HEADER + line)
    assert found.file.accepted == 1
    assert found.history()[0].mark.waktu == read
    assert faults(found) == ([] if read else [("cell", 2, "waktu")])
    assert all(not fault.refused for fault in found.faults)


def test_words_and_codes_as_offices_write_them(tmp_path: Path) -> None:
    found = journal(
        tmp_path, HEADER + "2024-05-20,Sri,3323172001,pps-01,Selesai,20 Mei 2024,foto,\n"
    )
    (entry,) = found.history("33.23.17.2001", "PPS-01")
    assert (entry.mark.status, entry.mark.tanggal) == ("terlaksana", date(2024, 5, 20))


TIMES = st.datetimes().map(str) | st.datetimes(timezones=st.timezones()).map(str)


@given(st.text(max_size=30) | TIMES)
def test_any_time_is_read_or_refused(text: str) -> None:
    adapter = columns_of(Koordinasi)["waktu"].adapter
    try:
        read = datetime.fromisoformat(adapter.validate_python(text))
    except ValidationError as error:
        kinds = [fault["type"] for fault in error.errors()]
    else:
        assert read.utcoffset() == timedelta(hours=7)
        return
    assert kinds == ["date_unreadable"]


@pytest.mark.parametrize(
    ("line", "column", "why"),
    [
        ("2024-05-20,Sri,33.9,PPK-01,batal,,,", "kode_wilayah", "code_malformed"),
        ("2024-05-20,Sri,,PPK-01,batal,,,", "kode_wilayah", "value_missing"),
        ("2024-05-20,Sri,33.23.17,-,batal,,,", "butir", "value_missing"),
        ("2024-05-20,Sri,33.23.17,PPK-01,ditunda,,,", "status", "value_unknown"),
    ],
)
def test_a_line_that_says_nothing_is_refused(
    tmp_path: Path, line: str, column: str, why: str
) -> None:
    found = journal(tmp_path, HEADER + ONE + line + "\n" + TWO)
    assert faults(found) == [("cell", 3, column)]
    assert (found.faults[0].refused, found.faults[0].params["kind"]) == (True, why)
    assert [e.line for e in found.history()] == [2, 4]
    assert (found.file.rows, found.file.rejected) == (3, 1)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("2024-05-20,Sri,33.23.17", "structure"),
        ("2024-05-20;Sri;33.23.17;PPK-01;batal;;;", "structure"),
        ('2024-05-20,"Sri,33.23.17,PPK-01,batal,,,', "structure"),
        ("2024-05-20,Sri\0,33.23.17,PPK-01,batal,,,", "structure"),
        ("<<<<<<< HEAD", "conflict"),
        ("||||||| 1a2b3c4", "conflict"),
        ("=======", "conflict"),
        (">>>>>>> kecamatan", "conflict"),
        (HEADER.removesuffix("\n"), "header_again"),
        ("\ufeff" + HEADER.removesuffix("\n"), "header_again"),
    ],
    ids=[
        "cells",
        "semicolons",
        "quote",
        "nul",
        "ours",
        "base",
        "middle",
        "theirs",
        "header",
        "mark",
    ],
)
def test_a_faulty_line_is_refused_alone(tmp_path: Path, line: str, kind: str) -> None:
    found = journal(tmp_path, HEADER + ONE + line + "\n" + TWO)
    assert faults(found) == [(kind, 3, None)]
    assert [e.line for e in found.history()] == [2, 4]
    assert (found.file.rows, found.file.accepted) == (3, 2)


def test_two_journals_made_apart_and_never_merged(tmp_path: Path) -> None:
    text = "<<<<<<< HEAD\n" + HEADER + ONE + "=======\n" + HEADER + TWO + ">>>>>>> lain\n"
    found = journal(tmp_path, text)
    assert [fault[:2] for fault in faults(found)] == [
        ("conflict", 1), ("conflict", 4), ("header_again", 5), ("conflict", 7),
    ]  # fmt: skip
    assert [e.line for e in found.history()] == [3, 6]


def test_a_line_of_another_encoding_is_refused_alone(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(
        (HEADER + ONE).encode() + TWO.replace("besok", "é").encode("cp1252")
    )
    found = read_journal(tmp_path)
    assert [fault[:2] for fault in faults(found)] == [("structure", 3)]
    assert [e.line for e in found.history()] == [2]


@pytest.mark.parametrize("content", [b"PK\x03\x04", b"satu,dua\n1,2\n", b"\xff\xfew\0"])
def test_what_is_no_journal_cannot_be_read(tmp_path: Path, content: bytes) -> None:
    (tmp_path / FILE).write_bytes(content)
    with pytest.raises(JournalUnreadable):
        read_journal(tmp_path)


def test_a_journal_beyond_the_limit_is_refused(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text(HEADER + ONE)
    with pytest.raises(JournalUnreadable):
        read_journal(tmp_path, limit=100)
    size = (tmp_path / FILE).stat().st_size
    assert read_journal(tmp_path, limit=size).exists


def test_a_folder_in_its_place_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / FILE).mkdir()
    with pytest.raises(JournalUnreadable):
        read_journal(tmp_path)


# -- the torn last line ----------------------------------------------------------------------------


@pytest.mark.parametrize("cut", range(1, len(TWO) - 1))
def test_a_torn_line_never_counts(tmp_path: Path, cut: int) -> None:
    found = journal(tmp_path, HEADER + ONE + TWO[:cut])
    assert faults(found) == [("torn", 3, None)]
    assert [e.line for e in found.history()] == [2]
    assert (found.file.rows, found.file.rejected) == (2, 1)


def test_a_whole_line_without_its_break_counts(tmp_path: Path) -> None:
    found = journal(tmp_path, HEADER + ONE + TWO.removesuffix("\n"))
    assert found.faults == ()
    assert [e.line for e in found.history()] == [2, 3]


def test_a_torn_header_is_a_torn_line(tmp_path: Path) -> None:
    assert faults(journal(tmp_path, HEADER[:-2])) == [("torn", 1, None)]


def test_loading_sets_the_torn_line_aside(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text(HEADER + ONE + TWO[:20])
    found = load_journal(tmp_path)
    assert found.aside is not None
    assert found.aside.file == ASIDE + "1"
    assert found.faults == ()
    assert found.file.rows == 1
    assert (tmp_path / FILE).read_text() == HEADER + ONE
    assert load_journal(tmp_path).aside is None


def test_loading_while_another_run_writes_leaves_the_line(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text(HEADER + ONE + TWO[:20])
    with locked(tmp_path, now()):
        found = load_journal(tmp_path, timeout=0)
    assert found.aside is None
    assert found.torn is not None
    assert found.torn.kind is LineFaultKind.TORN
    assert found.torn.params == {"size": 20}


# -- the last line of each -------------------------------------------------------------------------


def test_the_last_of_each_key() -> None:
    keys = np.array([2, 0, 2, 1, 0], np.int64)
    assert last_of(keys, 4).tolist() == [4, 3, 2, -1]
    assert last_of(np.empty(0, np.int64), 2).tolist() == [-1, -1]


def test_the_last_of_many_keys_agrees_with_a_dictionary() -> None:
    keys = np.random.default_rng(1).integers(0, 3_000, 100_000)
    expected = {int(key): at for at, key in enumerate(keys)}
    assert last_of(keys, 3_000).tolist() == [expected.get(key, -1) for key in range(3_000)]


def test_what_was_appended_is_what_is_read(tmp_path: Path) -> None:
    mark = Mark(
        "33.23.17", "PPK-02", MarkStatus.DONE, date(2024, 5, 30), 'surat "12"; foto', "=1+1"
    )
    append(tmp_path, [mark], operator="Sri")
    (entry,) = read_journal(tmp_path).history()
    assert (entry.mark.bukti, entry.mark.catatan) == (mark.evidence, mark.note)
    assert (entry.mark.tanggal, entry.mark.status) == (mark.day, mark.status)


@pytest.mark.slow
def test_a_hundred_thousand_lines_in_half_a_second(tmp_path: Path) -> None:
    layout, start = Layout(), datetime(2024, 5, 16, 8, tzinfo=WIB)
    lines = []
    for n in range(100_000):
        place, item = f"33.23.{n % 20 + 1:02}.{2001 + n % 17}", f"PPS-{n % 10 + 1:02}"
        note = f"catatan {n}" if n % 4 == 0 else ""
        mark = Mark(place, item, day=start.date(), evidence=f"surat {n}", note=note)
        lines.append(layout.line(cells(mark, "Sri", start + timedelta(seconds=20 * n))))
    (tmp_path / FILE).write_bytes(HEADER.encode() + b"".join(lines))
    read_journal(tmp_path)  # the libraries are loaded once
    taken = []
    for _ in range(5):
        begin = time.process_time()
        assert read_journal(tmp_path).file.accepted == 100_000
        taken.append(time.process_time() - begin)
    assert min(taken) < 0.5
