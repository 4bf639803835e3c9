"""`adhoc checklist`: coordination on screen, in the journal, on paper, in messages."""

from __future__ import annotations

import csv
import io
import json
import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from adhoc_cli.checklist.lock import locked
from adhoc_cli.checklist.mark import now
from adhoc_cli.profiles.load import load_profile
from adhoc_cli.rules.examples import Example
from tests.cli.conftest import made
from tests.cli.running import DAY, Ran
from tests.cli.running import inside as adhoc
from tests.forms import TEXT_FORMS

# How many items the checklist has, of each body.
_BODIES = [item.badan for item in load_profile("pilkada-2024").checklist.active.values()]
PPK, PPS = _BODIES.count("PPK"), _BODIES.count("PPS")
KPU = 3 + 2  # three items of the kabupaten, and one in each kecamatan
HEADER = "waktu,operator,kode_wilayah,butir,status,tanggal,bukti,catatan\n"
PROVEN = ("--date", "2024-05-20", "--evidence", "foto", "--by", "Sri")
CAMAT = {"kode_wilayah": "33.23.01", "peran": "camat", "nama": "Heni", "telepon": "081390001234"}


@pytest.fixture
def roster(tmp_path: Path) -> Path:
    """One kecamatan and two desa; a contact of the camat; no journal yet."""
    twin = {"kode": "33.23.02", "nama": "Wonosari"}  # named like a desa
    return made(tmp_path / "daftar", Example(add={"pemangku": (CAMAT,), "kecamatan": (twin,)}))


def marks(folder: Path) -> list[list[str]]:
    text = (folder / "koordinasi.csv").read_text(encoding="utf-8")
    return list(csv.reader(io.StringIO(text)))[1:]


def document(*arguments: str, cwd: Path) -> dict[str, Any]:
    ran = adhoc("checklist", *arguments, "--format", "json", cwd=cwd)
    assert (ran.code, ran.err) == (0, "")
    read: dict[str, Any] = json.loads(ran.out)
    return read


# -- status, show, history -------------------------------------------------------------------------


@pytest.mark.parametrize("form", TEXT_FORMS)
@pytest.mark.parametrize(
    "command", [("status", *DAY), ("show", "Bulu", *DAY), ("history",)], ids=" ".join
)
def test_in_every_form(roster: Path, command: tuple[str, ...], form: str) -> None:
    assert adhoc("checklist", "mark", "Bulu", "PPK-01", *PROVEN, cwd=roster).code == 0
    for lang in ("id", "en"):
        ran = adhoc("checklist", *command, "--format", form, "--lang", lang, cwd=roster)
        assert (ran.code, ran.err) == (0, "")
        assert "PPK" in ran.out
        assert "081390001234" not in ran.out
        if form == "json":
            assert json.loads(ran.out)["schema"] == "adhoc.checklist/1"


def test_a_bare_checklist_is_the_status_of_this_folder(roster: Path) -> None:
    bare = adhoc("checklist", cwd=roster)
    assert bare == adhoc("checklist", "status", cwd=roster)
    assert bare.code == 0
    assert "daftar" in bare.out


def test_status_of_a_part(roster: Path) -> None:
    def totals(*arguments: str) -> dict[str, int]:
        summary = document("status", *DAY, *arguments, cwd=roster)["summary"]
        return {body: counts["total"] for body, counts in summary.items()}

    assert totals() == {"PPK": 2 * PPK, "PPS": 2 * PPS, "KPU": KPU}
    assert totals("--body", "KPU", "--region", "33.23.01") == {"KPU": 1}
    assert totals("--region", "33.23.01.2016") == {"PPS": PPS}
    assert totals("--body", "ppk", "--region", "Bulu") == {"PPK": PPK}
    assert totals("--item", "ppk-01,PPS-02") == {"PPK": 2, "PPS": 2}
    late = adhoc("checklist", "status", *DAY, "--overdue", "--format", "csv", cwd=roster)
    rows = list(csv.DictReader(io.StringIO(late.out)))
    assert [row["by_law"] for row in rows[:5]] == ["true"] * 4 + ["false"]
    assert len(rows) == 2 * 7 + 2 * 5 + 2 + 2  # KPU: two trainings, two of the kabupaten
    assert rows[2]["stakeholders"] == "kades"


def test_what_cannot_be_asked_for(roster: Path) -> None:
    for arguments, said in (
        (("status", "--item", "PPK-1"), "PPK-01"),
        (("status", "--region", "Wonosari"), "33.23.01.2016"),
        (("show", "Atlantis"), "Atlantis"),
        (("show",), "REGION"),
        (("staus",), "status"),
    ):
        ran = adhoc("checklist", *arguments, cwd=roster)
        assert (ran.code, ran.out) == (2, ""), arguments
        assert said in ran.err


def test_show_tells_deadline_evidence_and_whom_to_call(roster: Path) -> None:
    adhoc("checklist", "mark", "Bulu", "PPK-02", *PROVEN, cwd=roster)
    said = adhoc("checklist", "show", "33.23.01", "--as-of", "2024-05-20", cwd=roster).out
    assert "tinggal 3 hari (23 Mei 2024)" in said
    assert "terlaksana 20 Mei 2024" in said
    assert "0813****1234" in said
    whole = adhoc("checklist", "show", "33.23.01", "--show-personal", cwd=roster).out
    assert "081390001234" in whole


def test_a_missing_region_file_is_told(roster: Path) -> None:
    (roster / "desa.csv").unlink()
    for command in (
        ("status",), ("show", "Bulu"), ("mark", "Bulu", "PPK-01", *PROVEN),
        ("unmark", "Bulu", "PPK-01"), ("message", "Bulu"), ("print", "-o", "x.html"),
    ):  # fmt: skip
        ran = adhoc("checklist", *command, cwd=roster)
        assert (ran.code, ran.out) == (3, "")
        assert "desa.csv" in ran.err


# -- mark and unmark -------------------------------------------------------------------------------


def test_a_mark_is_said_back_with_how_to_undo_it(roster: Path) -> None:
    ran = adhoc("checklist", "mark", "Bulu", "ppk-01", *PROVEN, "--lang", "en", cwd=roster)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == (
        "Recorded: PPK-01 at Bulu (33.23.01): done on 20 May 2024, foto. "
        "Undo: adhoc checklist unmark 33.23.01 PPK-01\n"
    )
    assert [row[1:] for row in marks(roster)] == [
        ["Sri", "33.23.01", "PPK-01", "terlaksana", "2024-05-20", "foto", ""]
    ]
    assert stat.S_IMODE((roster / "koordinasi.csv").stat().st_mode) == 0o600
    assert document("status", *DAY, cwd=roster)["summary"]["PPK"]["done"] == 1
    undone = adhoc("checklist", "unmark", "33.23.01", "PPK-01", cwd=roster)
    assert undone.out.startswith("Dicabut: PPK-01 di Bulu (33.23.01).")
    assert document("status", *DAY, cwd=roster)["summary"]["PPK"]["done"] == 0
    assert [one["status"] for one in document("history", cwd=roster)["marks"]] == [
        "terlaksana", "dicabut",
    ]  # fmt: skip


def test_the_same_mark_twice_says_so_and_is_written_once(roster: Path) -> None:
    words = ("checklist", "mark", "Bulu", "PPK-01", "--lang", "en")
    first = adhoc(*words, *PROVEN, cwd=roster)
    again = adhoc(*words, *PROVEN, "--by", "Budi", cwd=roster)
    assert (again.code, again.err) == (0, "")
    assert again.out == first.out.replace("Recorded:", "Recorded already, not written again:")
    assert len(marks(roster)) == 1
    half = adhoc(*words, "PPK-02", *PROVEN, cwd=roster)
    assert half.out.startswith("Recorded: PPK-02 at Bulu (33.23.01)")
    assert "again: PPK-01 at" in half.out
    noted = adhoc(*words, *PROVEN, "--note", "kurang stempel", cwd=roster)
    assert noted.out.startswith("Recorded: ")
    adhoc("checklist", "unmark", "Bulu", "PPK-01", cwd=roster)
    assert adhoc(*words, *PROVEN, cwd=roster).out == first.out
    assert [row[4] for row in marks(roster)] == [
        "terlaksana", "terlaksana", "terlaksana", "dicabut", "terlaksana",
    ]  # fmt: skip


def test_several_items_and_places_at_once(roster: Path) -> None:
    ran = adhoc(
        "checklist", "mark", "desa Wonosari", "PPS-01", "PPS-03", "--region", "33.23.01.2013",
        *PROVEN, "-C", str(roster),
    )  # fmt: skip
    assert ran.code == 0
    assert ran.out.count("\n") == 1
    undo = f"unmark 33.23.01.2016 PPS-01 PPS-03 --region 33.23.01.2013 -C {roster}"
    assert undo in ran.out
    assert [(row[2], row[3]) for row in marks(roster)] == [
        ("33.23.01.2016", "PPS-01"), ("33.23.01.2016", "PPS-03"),
        ("33.23.01.2013", "PPS-01"), ("33.23.01.2013", "PPS-03"),
    ]  # fmt: skip
    assert adhoc("checklist", *undo.split()).code == 0
    assert adhoc("checklist", *undo.split()).code == 2


def test_what_is_planned_or_fell_through_needs_no_evidence(roster: Path) -> None:
    planned = ("--status", "dijadwalkan", "--date", "20 Mei 2024")
    assert adhoc("checklist", "mark", "Bulu", "PPK-02", *planned, cwd=roster).code == 0
    fell = adhoc("checklist", "mark", "Bulu", "PPK-02", "--status", "batal", "-q", cwd=roster)
    assert fell == Ran(0, "", "")
    assert [row[4:6] for row in marks(roster)] == [["dijadwalkan", "2024-05-20"], ["batal", ""]]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("Bulu", "PPK-01"), "--date dan --evidence"),
        (("Bulu", "PPK-01", "--date", "2024-05-20"), "perlu --evidence."),
        (("Bulu", "PPK-01", "--date", "2024-05-20", "--evidence", "-"), "perlu --evidence."),
        (("Bulu", "PPK-01", "--evidence", "foto"), "perlu --date."),
        (("Bulu", "PPK-01", "--date", "2024-02-31", "--evidence", "foto"), "--date"),
        (("Bulu", "PPK-01", "--date", "2150-01-01", "--evidence", "foto"), "dijadwalkan"),
        (("Wonosari", "PPS-01", *PROVEN), "33.23.02"),
        (("Bulu", "PPS-01", *PROVEN), "PPS-01"),
        (("Bulu", "PPK-1", *PROVEN), "PPK-01"),
        (("Bulu", "PPK-01", "PPS-01", *PROVEN), "PPS-01"),
        (("Bulu", "PPK-01", *PROVEN, "--note", "a\nb"), "--note"),
        (("Bulu", "PPK-01", *PROVEN[:2], "--evidence", "x" * 2_001), "--evidence"),
        (("Bulu", "PPK-01", *PROVEN, "--status", "dicabut"), "--status"),
        (("Bulu",), "ITEM"),
    ],
)
def test_a_mark_that_is_refused_records_nothing(
    roster: Path, arguments: tuple[str, ...], said: str
) -> None:
    ran = adhoc("checklist", "mark", *arguments, cwd=roster)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert not (roster / "koordinasi.csv").exists()


def test_an_ambiguous_name_is_refused_with_both(roster: Path) -> None:
    ran = adhoc("checklist", "mark", "Wonosari", "PPS-01", *PROVEN, cwd=roster)
    assert ran.code == 2
    assert "33.23.02" in ran.err
    assert "33.23.01.2016" in ran.err


def test_a_number_in_the_evidence_is_masked(roster: Path) -> None:
    proven = (*PROVEN[:2], "--evidence", "WA 081290001117")
    said = adhoc("checklist", "mark", "Bulu", "PPK-01", *proven, cwd=roster).out
    for command in (("history",), ("show", "Bulu")):
        said += adhoc("checklist", *command, "--format", "json", cwd=roster).out
    assert "081290001117" not in said
    assert "081290001117" in marks(roster)[0][6]


# -- a system that refuses -------------------------------------------------------------------------


def test_a_held_lock_is_exit_4_and_names_the_holder(
    roster: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("adhoc_cli.checklist.journal.append.__kwdefaults__", {
        "operator": None, "time": None, "timeout": 0.1,
    })  # fmt: skip
    with locked(roster, now()):
        mark = ("checklist", "mark", "Bulu", "PPK-01", *PROVEN)
        ran, verbose = adhoc(*mark, cwd=roster), adhoc(*mark, "--verbose", cwd=roster)
    assert (ran.code, ran.out) == (4, "")
    assert ran.err.count("\n") == 1
    assert "perintah adhoc lain di komputer" in ran.err
    assert "proses" not in ran.err
    assert f"proses {os.getpid()}" in verbose.err


@pytest.mark.skipif(sys.platform == "win32", reason="permissions")
def test_a_link_in_the_journals_place_is_exit_2(roster: Path, tmp_path: Path) -> None:
    (roster / "koordinasi.csv").symlink_to(tmp_path / "elsewhere.csv")
    ran = adhoc("checklist", "mark", "Bulu", "PPK-01", *PROVEN, cwd=roster)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.count("\n") == 1
    assert "koordinasi.csv" in ran.err
    assert not (tmp_path / "elsewhere.csv").exists()


def test_a_journal_that_is_none_is_exit_3(roster: Path) -> None:
    (roster / "koordinasi.csv").write_bytes(b"PK\x03\x04xlsx")
    for command in (
        ("status",), ("history",), ("show", "Bulu"), ("mark", "Bulu", "PPK-01", *PROVEN),
        ("message", "Bulu"),
    ):  # fmt: skip
        ran = adhoc("checklist", *command, cwd=roster)
        assert (ran.code, ran.out) == (3, ""), command
        assert "koordinasi.csv:1" in ran.err
    checked = adhoc("check", *DAY, cwd=roster)
    assert checked.code == 3
    assert "koordinasi.csv:1" in checked.err
    assert "C953" in checked.out
    assert (roster / "koordinasi.csv").read_bytes() == b"PK\x03\x04xlsx"


def test_a_torn_line_is_told_and_kept_aside(roster: Path) -> None:
    adhoc("checklist", "mark", "Bulu", "PPK-01", *PROVEN, cwd=roster)
    journal = roster / "koordinasi.csv"
    whole = journal.read_bytes()
    journal.write_bytes(whole + b"2024-05-21T08:00:00+07:00,Sri,33.2")
    assert "C953" in adhoc("check", *DAY, cwd=roster).out
    ran = adhoc("checklist", cwd=roster)
    assert ran.code == 0
    assert "koordinasi.csv.terpotong-1" in ran.err
    assert journal.read_bytes() == whole


def test_check_counts_the_journal(roster: Path) -> None:
    adhoc("checklist", "mark", "Bulu", "PPK-01", *PROVEN, cwd=roster)
    with (roster / "koordinasi.csv").open("a") as file:
        file.write("x\n")
    ran = adhoc("check", *DAY, "--select", "C", "--format", "json", cwd=roster)
    read = json.loads(ran.out)
    (known,) = (one for one in read["inputs"] if one["file"] == "koordinasi.csv")
    assert (known["rows"], known["accepted"], known["rejected"]) == (2, 1, 1)
    status = {rule["code"]: rule["status"] for rule in read["rules"]}
    assert (status["C951"], status["C953"]) == ("failed", "failed")


# -- messages --------------------------------------------------------------------------------------


def test_a_message_names_no_person(roster: Path, tmp_path: Path) -> None:
    ran = adhoc("checklist", "message", "Bulu", *DAY, cwd=roster)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("*Koordinasi PPK Bulu*\n")
    assert "23 Mei 2024 (menurut aturan)" in ran.out
    assert "Heni" not in ran.out
    english = adhoc("checklist", "message", "Bulu", *DAY, "--lang", "en", cwd=roster)
    assert "23 May 2024 (by law)" in english.out


def test_messages_to_all_that_are_late(roster: Path, tmp_path: Path) -> None:
    out = tmp_path / "pesan"
    assert adhoc("checklist", "message", "--overdue", *DAY, "-o", str(out), cwd=roster) == Ran(
        0, "", ""
    )
    assert sorted(path.name for path in out.iterdir()) == [
        "33.23.01-bulu.txt", "33.23.01.2013-pakurejo.txt", "33.23.01.2016-wonosari.txt",
        "33.23.02-wonosari.txt",
    ]  # fmt: skip
    together = adhoc("checklist", "message", "--overdue", *DAY, cwd=roster).out
    assert together.count("*Koordinasi") == 4
    assert (out / "33.23.01-bulu.txt").read_text(encoding="utf-8") in together


def test_a_message_needs_a_place_or_overdue(roster: Path) -> None:
    assert adhoc("checklist", "message", cwd=roster).code == 2
    assert adhoc("checklist", "message", "Bulu", "--overdue", cwd=roster).code == 2


# -- sheets ----------------------------------------------------------------------------------------


def test_a_sheet_that_nobody_filled_in_records_and_refuses_nothing(
    roster: Path, tmp_path: Path
) -> None:
    planned = ("--status", "dijadwalkan", "--date", "2024-06-12")
    assert adhoc("checklist", "mark", "33.23.01", "PPK-02", *planned, cwd=roster).code == 0
    sheet = tmp_path / "lembar.csv"
    assert adhoc("checklist", "print", *DAY, "-o", str(sheet), cwd=roster).code == 0
    ran = adhoc("checklist", "import", str(sheet), "--format", "json", cwd=roster)
    assert (ran.code, ran.err) == (0, "")
    rows = 2 * PPK + 2 * PPS + KPU
    summary = {"rows": rows, "recorded": 0, "known": 0, "blank": rows, "refused": 0}
    assert json.loads(ran.out)["summary"] == summary
    assert len(marks(roster)) == 1


def test_sheets_and_back(roster: Path, tmp_path: Path) -> None:
    sheet = tmp_path / "lembar.csv"
    assert adhoc("checklist", "print", *DAY, "-o", str(sheet), cwd=roster) == Ran(0, "", "")
    rows = list(csv.DictReader(io.StringIO(sheet.read_text(encoding="utf-8-sig"))))
    every = len(rows)
    assert every == 2 * PPK + 2 * PPS + KPU
    first, second = [row for row in rows if row["kode_wilayah"] == "33.23.01"][:2]
    first |= {"tanggal": "28/05/2024", "bukti": "surat", "nama_ditemui": "Heni"}
    second |= {"tanggal": "28/05/2024"}
    with sheet.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, rows[0], delimiter=";")
        writer.writeheader()
        writer.writerows(rows)
    ran = adhoc("checklist", "import", str(sheet), "--format", "json", cwd=roster)
    assert (ran.code, ran.err) == (1, "")
    said = json.loads(ran.out)
    counts = {"rows": every, "recorded": 1, "known": 0, "blank": every - 2, "refused": 1}
    assert said["summary"] == counts
    assert [one["reason"] for one in said["rows"] if one["outcome"] == "refused"] == [
        "evidence_missing"
    ]
    assert [row[2:] for row in marks(roster)] == [
        ["33.23.01", "PPK-01", "terlaksana", "2024-05-28", "surat", "Heni"]
    ]
    again = adhoc("checklist", "import", str(sheet), "--lang", "en", cwd=roster)
    assert "0 recorded · 1 recorded before" in again.out
    assert len(marks(roster)) == 1


def test_a_sheet_that_is_none(roster: Path, tmp_path: Path) -> None:
    bad = tmp_path / "x.csv"
    bad.write_bytes(b"PK\x03\x04")
    for file in (bad, tmp_path / "absent.csv"):
        ran = adhoc("checklist", "import", str(file), cwd=roster)
        assert (ran.code, ran.out) == (3, "")
        assert file.name in ran.err
    assert not (roster / "koordinasi.csv").exists()


def test_printed_sheets(roster: Path, tmp_path: Path) -> None:
    page = tmp_path / "lembar.html"
    chosen = ("--region", "Bulu", "--body", "PPS")
    assert adhoc("checklist", "print", *DAY, *chosen, "-o", str(page), cwd=roster).code == 0
    assert page.read_text(encoding="utf-8").count('<section class="page">') == 2
    pytest.importorskip("fpdf")
    assert adhoc("checklist", "print", *DAY, "-o", str(tmp_path / "x.pdf"), cwd=roster).code == 0
    assert (tmp_path / "x.pdf").read_bytes().startswith(b"%PDF-")


def test_sheets_without_the_extra_or_an_ending(
    roster: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "fpdf", None)
    ran = adhoc("checklist", "print", *DAY, "-o", str(tmp_path / "x.pdf"), cwd=roster)
    assert (ran.code, ran.out) == (2, "")
    assert 'pipx install --force ".[docx,pdf]"' in ran.err
    assert not (tmp_path / "x.pdf").exists()
    assert adhoc("checklist", "print", "-o", str(tmp_path / "x.doc"), cwd=roster).code == 2
    assert adhoc("checklist", "print", cwd=roster).code == 2


# -- the shell -------------------------------------------------------------------------------------


def test_places_and_items_are_completed(roster: Path) -> None:
    def offered(words: str) -> list[str]:
        env = {
            **os.environ,
            "_ADHOC_COMPLETE": "complete_bash",
            "COMP_WORDS": words,
            "COMP_CWORD": str(len(words.split()) - (0 if words.endswith(" ") else 1)),
        }
        done = subprocess.run(
            [sys.executable, "-m", "adhoc_cli"], env=env, cwd=roster, capture_output=True,
            text=True, check=False,
        )  # fmt: skip
        return done.stdout.split()

    assert "33.23.01.2016" in offered("adhoc checklist mark 33.23.01.")
    assert "PPK-01" in offered("adhoc checklist mark 33.23.01 PPK-0")
    assert "status" in offered("adhoc checklist sta")


def test_a_folder_copied_elsewhere_brings_its_journal(roster: Path, tmp_path: Path) -> None:
    adhoc("checklist", "mark", "Bulu", "PPK-01", *PROVEN, cwd=roster)
    shutil.copytree(roster, tmp_path / "copy")
    assert document("status", cwd=tmp_path / "copy")["journal"]["accepted"] == 1
