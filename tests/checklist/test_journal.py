"""Appending to the journal: what is written, what is refused, what a crash left is set aside."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from datetime import date, datetime
from pathlib import Path

import pytest

from adhoc_cli.checklist.faults import (
    JournalUnreadable,
    JournalWriteError,
    MarkRefused,
    Refusal,
    Step,
)
from adhoc_cli.checklist.journal import append, mend
from adhoc_cli.checklist.layout import Layout
from adhoc_cli.checklist.mark import Mark, MarkStatus, cells, operator_name
from adhoc_cli.text.days import WIB
from tests.checklist.journals import ASIDE, ENV, FILE, HEADER, WINDOWS, assert_tidy, evidence, rows

TIME = datetime(2024, 5, 21, 9, 30, 0, tzinfo=WIB)
DONE = Mark("33.23.17", "PPK-01", MarkStatus.DONE, date(2024, 5, 20), "foto")


def test_the_first_mark_makes_the_journal(tmp_path: Path) -> None:
    done = append(tmp_path, [DONE], operator="Sri", time=TIME)
    assert (tmp_path / FILE).read_bytes().decode() == (
        HEADER + '2024-05-21T09:30:00+07:00,Sri,33.23.17,PPK-01,terlaksana,2024-05-20,foto,""\n'
    )
    assert (done.operator, done.time, done.marks) == ("Sri", TIME, (DONE,))
    assert (done.aside, done.completed) == (None, False)
    assert_tidy(tmp_path)


def test_marks_are_appended_and_nothing_else_changes(tmp_path: Path) -> None:
    append(tmp_path, [DONE])
    before = (tmp_path / FILE).read_bytes()
    append(tmp_path, [Mark("3323172001", "PPS-01", MarkStatus.SCHEDULED), DONE])
    after = (tmp_path / FILE).read_bytes()
    assert after.startswith(before)
    assert [row[2:5] for row in rows(tmp_path)[1:]] == [
        ["33.23.17.2001", "PPS-01", "dijadwalkan"],
        ["33.23.17", "PPK-01", "terlaksana"],
    ]


@pytest.mark.skipif(WINDOWS, reason="a folder has no descriptor on Windows")
def test_it_is_on_the_disk_before_it_is_reported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    events: list[tuple[str, int]] = []
    write, fsync = os.write, os.fsync

    def noted_write(descriptor: int, data: bytes) -> int:
        events.append(("write", os.fstat(descriptor).st_ino))
        return write(descriptor, data)

    def noted_fsync(descriptor: int) -> None:
        events.append(("fsync", os.fstat(descriptor).st_ino))
        fsync(descriptor)

    monkeypatch.setattr("os.write", noted_write)
    monkeypatch.setattr("os.fsync", noted_fsync)
    append(tmp_path, [DONE])
    folder, journal = tmp_path.stat().st_ino, (tmp_path / FILE).stat().st_ino
    assert ("fsync", folder) in events
    assert [event for event in events if event[1] == journal] == [
        ("write", journal), ("fsync", journal),
    ]  # fmt: skip


def test_writing_loads_neither_pandas_nor_pydantic() -> None:
    """They take 0.5 s; a mark whose place and item are known by code needs none of them."""
    code = "import sys, adhoc_cli.checklist.journal; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=ENV
    ).stdout.split()
    assert not {"numpy", "pandas", "pydantic", "pyarrow"} & set(loaded)


def test_nothing_to_mark_touches_nothing(tmp_path: Path) -> None:
    done = append(tmp_path, [])
    assert (done.marks, done.aside, done.completed) == ((), None, False)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "text",
    ['surat, foto "resmi"', "=1+1", "+62", "-", "@x", "a;b", "'x", "é – Jum’at", "\u200bx"],
    ids=["quotes", "formula", "plus", "dash", "at", "semicolon", "apostrophe", "letters", "joiner"],
)
def test_a_note_comes_back_as_it_was_given(tmp_path: Path, text: str) -> None:
    append(tmp_path, [Mark("33.23.17", "PPK-01", MarkStatus.CANCELLED, note=text)])
    assert rows(tmp_path)[0][7] == text


@pytest.mark.parametrize(
    "char", ["\n", "\r", "\t", "\0", "\x1b", "\x7f", "\x85", "\u2028", "\ud800"]
)
@pytest.mark.parametrize("column", ["bukti", "catatan", "butir", "operator"])
def test_control_characters_are_refused(tmp_path: Path, column: str, char: str) -> None:
    text = f"a{char}b"
    mark = Mark(
        "33.23.17",
        text if column == "butir" else "PPK-01",
        day=date(2024, 5, 20),
        evidence=text if column == "bukti" else "foto",
        note=text if column == "catatan" else "",
    )
    with pytest.raises(MarkRefused) as refusal:
        append(tmp_path, [mark], operator=text if column == "operator" else "Sri")
    assert (refusal.value.column, refusal.value.reason) == (column, Refusal.CHARACTER)
    assert refusal.value.at == 2
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("mark", "column", "reason"),
    [
        (Mark("33", "PPK-01", MarkStatus.CANCELLED), "kode_wilayah", Refusal.CODE),
        (Mark("Kledung", "PPK-01", MarkStatus.CANCELLED), "kode_wilayah", Refusal.CODE),
        (Mark("33.23.17", " ", MarkStatus.CANCELLED), "butir", Refusal.MISSING),
        (Mark("33.23.17", "PPK-01", evidence="foto"), "tanggal", Refusal.MISSING),
        (Mark("33.23.17", "PPK-01", day=date(2024, 5, 20)), "bukti", Refusal.MISSING),
        # A dash stands for "nothing" in every column of a roster folder.
        (
            Mark("33.23.17", "PPK-01", day=date(2024, 5, 20), evidence=" – "),
            "bukti",
            Refusal.MISSING,
        ),
        (
            Mark("33.23.17", "PPK-01", MarkStatus.CANCELLED, note="x" * 2001),
            "catatan",
            Refusal.TOO_LONG,
        ),
    ],
    ids=["province", "name", "no-item", "no-date", "no-evidence", "dash", "long"],
)
def test_what_no_journal_may_hold_is_refused(
    tmp_path: Path, mark: Mark, column: str, reason: Refusal
) -> None:
    with pytest.raises(MarkRefused) as refusal:
        append(tmp_path, [DONE, mark], operator="Sri")
    assert (refusal.value.column, refusal.value.reason) == (column, reason)
    assert list(tmp_path.iterdir()) == []


def test_the_operator_is_given_or_set_or_the_user(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ADHOC_OPERATOR", "Sri")
    assert operator_name("Budi") == "Budi"
    assert operator_name() == "Sri"
    monkeypatch.setenv("ADHOC_OPERATOR", " ")
    monkeypatch.setenv("LOGNAME", "operator-kpu")
    assert operator_name() == "operator-kpu"


def test_without_any_name_the_mark_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody() -> str:
        raise KeyError

    monkeypatch.delenv("ADHOC_OPERATOR", raising=False)
    monkeypatch.setattr("getpass.getuser", nobody)
    with pytest.raises(MarkRefused) as refusal:
        operator_name()
    assert refusal.value.column == "operator"


# -- what a crash leaves ---------------------------------------------------------------------------

LINE = Layout().line(cells(DONE, "Sri", TIME)).decode()


@pytest.mark.parametrize("cut", range(1, len(LINE) - 1))
def test_a_line_cut_anywhere_is_set_aside(tmp_path: Path, cut: int) -> None:
    append(tmp_path, [DONE], operator="Sri", time=TIME)
    whole = (tmp_path / FILE).read_bytes()
    (tmp_path / FILE).write_bytes(whole + LINE[:cut].encode())
    done = append(tmp_path, [DONE], operator="Sri", time=TIME)
    assert done.aside is not None
    assert (done.aside.file, done.aside.size) == (ASIDE + "1", cut)
    assert (tmp_path / (ASIDE + "1")).read_text() == LINE[:cut]
    assert (tmp_path / FILE).read_bytes() == whole + LINE.encode()
    assert_tidy(tmp_path)


def test_a_line_that_only_lacks_its_break_is_kept(tmp_path: Path) -> None:
    append(tmp_path, [DONE])
    journal = tmp_path / FILE
    journal.write_bytes(journal.read_bytes().removesuffix(b"\n"))
    done = append(tmp_path, [DONE])
    assert done.completed
    assert done.aside is None
    assert evidence(tmp_path) == ["foto", "foto"]


@pytest.mark.parametrize("cut", range(len(HEADER) - 1))
def test_a_header_cut_anywhere_is_written_again(tmp_path: Path, cut: int) -> None:
    (tmp_path / FILE).write_text(HEADER[:cut])
    done = append(tmp_path, [DONE])
    assert (done.aside is None) == (cut == 0)
    assert evidence(tmp_path) == ["foto"]


def test_a_header_without_its_break_is_a_header(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text(HEADER.removesuffix("\n"))
    assert append(tmp_path, [DONE]).completed
    assert evidence(tmp_path) == ["foto"]


def test_each_torn_line_has_a_file_of_its_own(tmp_path: Path) -> None:
    for piece in ("2024-05-21T", "2024-05-22T"):
        append(tmp_path, [DONE])
        with (tmp_path / FILE).open("a") as file:
            file.write(piece)
    assert mend(tmp_path) is not None
    assert mend(tmp_path) is None
    assert (tmp_path / (ASIDE + "1")).read_text() == "2024-05-21T"
    assert (tmp_path / (ASIDE + "2")).read_text() == "2024-05-22T"


@pytest.mark.parametrize("kept", ["", "2024-0", "2024-05-21T"], ids=["none", "half", "all"])
def test_setting_aside_is_taken_up_where_a_killed_run_left_it(tmp_path: Path, kept: str) -> None:
    append(tmp_path, [DONE])
    with (tmp_path / FILE).open("a") as file:
        file.write("2024-05-21T")
    (tmp_path / (ASIDE + "1")).write_text(kept)
    aside = mend(tmp_path)
    assert aside is not None
    assert aside.file == ASIDE + "1"
    assert (tmp_path / (ASIDE + "1")).read_text() == "2024-05-21T"
    assert not (tmp_path / (ASIDE + "2")).exists()


def test_zeros_that_a_power_cut_left_are_set_aside(tmp_path: Path) -> None:
    append(tmp_path, [DONE])
    with (tmp_path / FILE).open("ab") as file:
        file.write(bytes(5000))
    done = append(tmp_path, [DONE])
    assert done.aside is not None
    assert done.aside.size == 5000
    assert evidence(tmp_path) == ["foto", "foto"]


def test_a_torn_line_longer_than_one_block_is_found_whole(tmp_path: Path) -> None:
    append(tmp_path, [DONE])
    piece = "x" * 200_000
    with (tmp_path / FILE).open("a") as file:
        file.write(piece)
    aside = mend(tmp_path)
    assert aside is not None
    assert aside.size == len(piece)
    assert evidence(tmp_path) == ["foto"]


def test_mending_no_journal_makes_none(tmp_path: Path) -> None:
    assert mend(tmp_path) is None
    assert list(tmp_path.iterdir()) == []


# -- what stands in the journal's place ------------------------------------------------------------


@pytest.mark.parametrize(
    "content",
    [
        b"PK\x03\x04 a workbook",
        b"\xff\xfew\0a\0k\0t\0u\0",
        b"<html><table>",
        b"waktu,operator\n",
        b"satu,dua,tiga\n1,2,3\n",
        b"waktu,operator,kode_wilayah,butir,status\rx,y,33.23.17,PPK-01,batal\r",
        b"\xef\xbb\xbf",
    ],
    ids=["xlsx", "utf-16", "html", "columns-missing", "another-table", "old-mac", "mark-only"],
)
def test_a_file_that_is_no_journal_is_left_alone(tmp_path: Path, content: bytes) -> None:
    (tmp_path / FILE).write_bytes(content)
    with pytest.raises(JournalUnreadable):
        append(tmp_path, [DONE])
    assert (tmp_path / FILE).read_bytes() == content
    assert not list(tmp_path.glob(ASIDE + "*"))


def test_a_last_line_without_end_is_no_journals(tmp_path: Path) -> None:
    content = HEADER.encode() + b"x" * 1_100_000
    (tmp_path / FILE).write_bytes(content)
    with pytest.raises(JournalUnreadable) as refusal:
        append(tmp_path, [DONE])
    assert (refusal.value.fault.line, refusal.value.fault.params) == (2, {"all": True})
    assert (tmp_path / FILE).read_bytes() == content


@pytest.mark.skipif(WINDOWS, reason="links need a privilege on Windows")
def test_no_link_is_followed(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere.csv"
    elsewhere.write_text(HEADER)
    folder = tmp_path / "roster"
    folder.mkdir()
    (folder / FILE).symlink_to(elsewhere)
    with pytest.raises(JournalWriteError) as error:
        append(folder, [DONE])
    assert (error.value.step, error.value.restored) == (Step.OPEN, True)
    assert elsewhere.read_text() == HEADER


@pytest.mark.skipif(WINDOWS, reason="no links, see above")
def test_no_link_is_followed_when_a_line_is_set_aside(tmp_path: Path) -> None:
    append(tmp_path, [DONE])
    with (tmp_path / FILE).open("a") as file:
        file.write("2024-05-21T")
    before = (tmp_path / FILE).read_bytes()
    elsewhere = tmp_path / "elsewhere"
    elsewhere.write_text("2024")
    (tmp_path / (ASIDE + "1")).symlink_to(elsewhere)
    with pytest.raises(JournalWriteError) as error:
        append(tmp_path, [DONE])
    assert error.value.step is Step.SET_ASIDE
    assert elsewhere.read_text() == "2024"
    assert (tmp_path / FILE).read_bytes() == before


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_named_pipe_does_not_hold_us_up(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / FILE)
    with pytest.raises(JournalWriteError):
        append(tmp_path, [DONE])


def test_a_folder_in_its_place_is_an_error(tmp_path: Path) -> None:
    (tmp_path / FILE).mkdir()
    with pytest.raises(JournalWriteError):
        append(tmp_path, [DONE])


def test_a_folder_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(JournalWriteError):
        append(tmp_path / "no" / "folder", [DONE])
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(WINDOWS, reason="modes of POSIX")
def test_a_mode_that_the_office_chose_stays(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text(HEADER)
    (tmp_path / FILE).chmod(0o660)
    append(tmp_path, [DONE])
    assert stat.S_IMODE((tmp_path / FILE).stat().st_mode) == 0o660
