"""Before the first oath and after the last term: no finding, no vacancy, no deadline, and why."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.running import inside as adhoc

# The day, and what is said of PPK on it.
BEFORE = ("2024-04-30", "PPK belum bertugas (pelantikan 16 Mei 2024)")
AFTER = ("2025-03-01", "masa kerja PPK, PPS berakhir 27 Januari 2025")
each_day = pytest.mark.parametrize(("day", "why"), [BEFORE, AFTER], ids=["before", "after"])

KNOWN = (
    "waktu,operator,kode_wilayah,butir,status,tanggal,bukti,catatan\n"
    '2024-05-20T09:30:00+07:00,Sri,33.23.01,PPK-01,terlaksana,2024-05-20,foto,""\n'
)


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    """The empty roster of Temanggung."""
    assert adhoc("init", "temanggung", "--kabupaten", "Temanggung", cwd=tmp_path).code == 0
    return tmp_path / "temanggung"


@each_day
def test_an_empty_roster_gives_no_finding_and_says_why(empty: Path, day: str, why: str) -> None:
    ran = adhoc("check", "--as-of", day, cwd=empty)
    assert (ran.code, ran.err) == (0, "")
    assert "tidak ada temuan" in ran.out
    assert why in ran.out


def test_on_the_day_of_the_oath_an_empty_list_is_a_fault_again(empty: Path) -> None:
    assert adhoc("check", "--as-of", "2024-05-15", cwd=empty).code == 0
    assert adhoc("check", "--as-of", "2024-05-16", cwd=empty).code == 3


@each_day
@pytest.mark.parametrize("command", [("quota",), ("quota", "--short"), ("replace",)], ids=" ".join)
def test_no_seat_is_vacant(empty: Path, command: tuple[str, ...], day: str, why: str) -> None:
    ran = adhoc(*command, "--as-of", day, cwd=empty)
    assert (ran.code, ran.err) == (0, "")
    assert f"Tidak diperiksa: {why}" in ran.out


@each_day
def test_nothing_is_overdue(empty: Path, day: str, why: str) -> None:
    (empty / "koordinasi.csv").write_text(KNOWN, encoding="utf-8")
    status = adhoc("checklist", "status", "--overdue", "--as-of", day, cwd=empty)
    assert "Tidak ada yang terlambat" in status.out
    assert adhoc("checklist", "message", "--overdue", "--as-of", day, cwd=empty).out == ""
    assert why in adhoc("check", "--as-of", day, cwd=empty).out


def test_after_the_term_a_place_has_nothing_to_do_any_more(empty: Path) -> None:
    day = ("--as-of", "2025-03-01")
    shown = adhoc("checklist", "show", "33.23.01", *day, cwd=empty)
    assert (shown.code, shown.err) == (0, "")
    assert "masa kerja berakhir 27 Januari 2025" in shown.out
    assert "lewat" not in shown.out
    message = adhoc("checklist", "message", "33.23.01", *day, cwd=empty)
    assert "Masa kerja berakhir 27 Januari 2025" in message.out
    assert "PPK-02" not in message.out


@pytest.mark.parametrize(
    "command",
    [("check",), ("quota",), ("replace",), ("checklist", "status"), ("report", "--format", "text")],
    ids=" ".join,
)
def test_after_the_last_term_each_command_says_how_to_look_back(
    empty: Path, command: tuple[str, ...]
) -> None:
    ran = adhoc(*command, "--as-of", "2025-03-01", cwd=empty)
    assert ran.code == 0
    assert "H+94" in ran.out
    assert "--as-of 2025-01-27" in ran.out
    assert "--profile" in ran.out
    assert "--as-of 2025-01-27" not in adhoc(*command, "--as-of", "2024-04-30", cwd=empty).out


def test_the_title_says_how_far_voting_day_is(clean: Path) -> None:
    assert "(H-170) · bertugas: PPK, PPS" in adhoc("check", "--as-of", "2024-06-10", cwd=clean).out
    assert "(H, hari pemungutan suara)" in adhoc("quota", "--as-of", "2024-11-27", cwd=clean).out


@each_day
def test_a_count_of_people_lists_the_bodies_that_it_leaves_out(
    empty: Path, day: str, why: str
) -> None:
    ran = adhoc("members", "--summary", "--as-of", day, "--format", "json", cwd=empty)
    outside = json.loads(ran.out)["outside"]
    assert "PPK" in {one["body"] for one in outside}, why
