"""Who was at the training: which sheets count, and how people are found in them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from adhoc_cli.engine.run import run_rule
from adhoc_cli.models.report import Reason, RuleResult, Status
from adhoc_cli.profiles.load import load_profile
from adhoc_cli.roster.roster import load_roster
from adhoc_cli.rules.attendance import trainings
from adhoc_cli.rules.examples import Example, base_members, write_example
from adhoc_cli.rules.registry import find_rule

PPK = [row["nik"] for row in base_members() if row["badan"] == "PPK" and row["status"] == "aktif"]
PPS = [row["nik"] for row in base_members() if row["badan"] == "PPS" and row["status"] == "aktif"]
HEADER = "kegiatan,tanggal,nik,nama,badan,kode_wilayah,hadir"


def sheet(name: str, niks: Sequence[str], there: str = "ya", day: str = "2024-05-17") -> str:
    return "".join(f"{name},{day},{nik},,,,{there}\n" for nik in niks)


def result(code: str, rows: str, folder: Path, header: str = HEADER, **more: object) -> RuleResult:
    files = {"bimtek.csv": f"{header}\n{rows}".encode()}
    example = Example(files=files, **more)  # type: ignore[arg-type]  # fields of Example
    write_example(example, folder)
    roster = load_roster(folder, example.as_of, example.profile)
    return run_rule(roster, find_rule(code), None)


def lines(found: RuleResult) -> list[int | None]:
    return [finding.line for finding in found.findings]


# -- which training is whose -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "surely", "perhaps"),
    [
        ("Bimtek PPK", {"PPK"}, set()),
        ("BIMTEK Panitia Pemungutan Suara", {"PPS"}, set()),
        ("Bimtek PPK dan PPS", set(), {"PPK", "PPS"}),
        ("Bimtek tata kerja", set(), {"PPK", "PPS"}),
        ("Bimtek KPPS", set(), set()),
        ("Bimtek Sekretariat PPK", set(), set()),
        ("Rakor PPK", set(), set()),
    ],
)
def test_a_training_is_known_by_its_name(name: str, surely: set[str], perhaps: set[str]) -> None:
    found = trainings(load_profile("pilkada-2024"), [name])
    assert set(found) == {"PPK", "PPS"}
    assert {body for body, fits in found.items() if fits.surely.any()} == surely
    assert {body for body, fits in found.items() if fits.perhaps.any()} == perhaps


# -- T901 ------------------------------------------------------------------------------------------


def test_a_training_without_a_body_is_that_of_the_bodies_that_were_asked(tmp_path: Path) -> None:
    found = result("T901", sheet("Bimtek", PPK[1:]), tmp_path)
    assert lines(found) == [2]
    assert found.reason == Reason("no_session", {"bodies": "PPS"})
    found = result("T901", sheet("Bimtek", [*PPK, PPS[0]]), tmp_path)
    assert lines(found) == [8, 9, 10, 11, 12]
    assert found.reason is None


def test_each_body_has_its_own_training(tmp_path: Path) -> None:
    rows = sheet("Bimtek PPK", [*PPK, PPS[0]]) + sheet("bimtek PPS", PPS[1:])
    assert lines(result("T901", rows, tmp_path)) == [7]


def test_that_another_body_holds_a_training_does_not_make_it_theirs(tmp_path: Path) -> None:
    found = result("T901", sheet("Bimtek PPS oleh PPK", PPS[1:]), tmp_path)
    assert lines(found) == [7]
    assert found.reason == Reason("no_session", {"bodies": "PPK"})


def test_before_its_training_a_body_is_not_judged(tmp_path: Path) -> None:
    rows = sheet("Bimtek PPK", PPK) + sheet("Bimtek PPS", PPS[1:], day="2024-05-26")
    before = result("T901", rows, tmp_path, as_of=date(2024, 5, 25))
    assert (before.failed, before.checked) == (0, len(PPK))
    assert before.reason == Reason("out_of_term", {"PPS": "before 2024-05-26"})
    assert lines(result("T901", rows, tmp_path, as_of=date(2024, 5, 26))) == [7]


def test_a_training_that_is_still_to_come_is_waited_for(tmp_path: Path) -> None:
    rows = sheet("Bimtek PPK", PPK) + sheet("Bimtek PPS", PPS[1:], day="2024-05-28")
    before = result("T901", rows, tmp_path, as_of=date(2024, 5, 27))
    assert (before.failed, before.checked) == (0, len(PPK))
    assert before.reason == Reason("no_session", {"bodies": "PPS"})


def test_after_the_term_nobody_is_to_be_trained_any_more(tmp_path: Path) -> None:
    rows = sheet("Bimtek PPK", PPK[1:])
    assert lines(result("T901", rows, tmp_path, as_of=date(2025, 1, 27))) == [2]
    after = result("T901", rows, tmp_path, as_of=date(2025, 1, 28))
    ended = {"PPK": "after 2025-01-27", "PPS": "after 2025-01-27"}
    assert (after.failed, after.reason) == (0, Reason("out_of_term", ended))


def test_a_replacement_who_came_later_is_found(tmp_path: Path) -> None:
    change = {
        "anggota:3": {"status": "mengundurkan diri"},
        "anggota:13": {"status": "aktif", "tanggal_mulai": "2024-06-05"},
    }
    assert lines(result("T901", sheet("Bimtek PPK", PPK), tmp_path, change=change)) == [13]


def test_whom_the_sheets_cannot_name_is_not_looked_at(tmp_path: Path) -> None:
    change = {"anggota:2": {"nik": ""}, "anggota:3": {"nik": "123"}}
    found = result("T901", sheet("Bimtek PPK", PPK[2:4]), tmp_path, change=change)
    assert (lines(found), found.checked) == ([6], 3)


def test_an_absence_is_told_with_its_line(tmp_path: Path) -> None:
    rows = sheet("Bimtek PPK", PPK[1:]) + sheet("Bimtek PPK", PPK[:1], "tidak hadir")
    (finding,) = result("T901", rows, tmp_path).findings
    assert finding.params["variant"] == "absent"
    assert (finding.params["first_file"], finding.params["first_line"]) == ("bimtek.csv", 6)


def test_without_the_column_hadir_everybody_was_there(tmp_path: Path) -> None:
    rows = "".join(f"Bimtek PPK,2024-05-17,{nik}\n" for nik in PPK)
    assert result("T901", rows, tmp_path, header="kegiatan,tanggal,nik").failed == 0


def test_a_profile_without_training_asks_for_none(tmp_path: Path) -> None:
    found = result("T901", sheet("Bimtek PPK", PPK[1:]), tmp_path, profile="pemilu-2024")
    wanted = Reason("no_training", {"profile": "pemilu-2024"})
    assert (found.status, found.reason) == (Status.SKIPPED, wanted)


# -- T902 ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("row", "failed"),
    [
        (f"Bimtek,2024-05-17,{PPK[0]},,,,", 0),
        ("Bimtek,2024-05-17,3323010101800099,,,,", 1),
        ("Bimtek,2024-05-17,3323010101800099,Wagiman Pitutur,PPK,3323010,", 1),
        ("Bimtek,2024-05-17,3323010101800099,wagiman pitutur,ppk,332301,", 0),
        ("Bimtek,2024-05-17,,Wagiman Pitutur,PPS,33.23.01.2016,", 1),
        ("Bimtek,2024-05-17,,Wagiman Pitutur,PPK,,", 0),  # V201: names nobody
    ],
)  # fmt: skip
def test_a_participant_is_known_by_nik_or_by_name_body_and_place(
    row: str, failed: int, tmp_path: Path
) -> None:
    assert result("T902", row + "\n", tmp_path).failed == failed


def test_without_any_way_to_tell_who_was_there_it_is_skipped(tmp_path: Path) -> None:
    found = result("T902", "Bimtek,2024-05-17\n", tmp_path, header="kegiatan,tanggal")
    absent = {"file": "bimtek.csv", "column": "nik"}
    assert (found.status, found.reason) == (Status.SKIPPED, Reason("column_absent", absent))
