"""The memory of the last report: what is new by it, and what happens to the file of it."""

from __future__ import annotations

import errno
import json
import multiprocessing
import os
import shutil
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from adhoc_cli.checklist.lock import locked
from adhoc_cli.checklist.mark import now
from adhoc_cli.memory.file import FILE, LARGEST
from adhoc_cli.rules.examples import Example
from adhoc_cli.text.system import reason_of
from scripts.example_roster import write_example
from tests.cli.conftest import made
from tests.cli.running import Ran, adhoc, inside, quickest
from tests.cli.test_exit_codes import meddled
from tests.cli.test_terminal import on_terminal

posix = pytest.mark.skipif(sys.platform == "win32", reason="links, modes and signals of POSIX")
FIRST, SECOND, THIRD = ("2024-06-10", "2024-06-11", "2024-06-12")
GAP = Example(drop=("anggota:9",))
LOCK = ".adhoc-report.json.lock"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A roster with one vacant seat: one finding, Q401."""
    return made(tmp_path / "kosong", GAP)


def report(folder: Path, day: str, *more: str) -> Ran:
    return inside("report", str(folder), "--as-of", day, *more, env={"ADHOC_LANG": "en"})


def remembered(folder: Path) -> dict[str, Any]:
    document = json.loads((folder / FILE).read_bytes())
    assert isinstance(document, dict)
    return document


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir() if path.name.startswith(".")}


# -- from day to day -------------------------------------------------------------------------------


def test_new_open_solved(folder: Path) -> None:
    assert report(folder, FIRST, "--fail-on", "new").code == 1
    assert report(folder, SECOND, "--fail-on", "new").code == 0, "it was there yesterday"
    assert report(folder, SECOND).code == 1, "it is an error still"
    write_example(Example(drop=("anggota:9",), change={"anggota:3": {"telepon": "12"}}), folder)
    assert report(folder, THIRD, "--fail-on", "new").code == 1
    since = {code: entry["since"] for code, (entry,) in remembered(folder)["findings"].items()}
    assert since == {"Q401": FIRST, "V209": THIRD}
    write_example(Example(), folder)
    assert report(folder, THIRD, "--fail-on", "new").code == 0
    assert remembered(folder)["findings"] == {}


def test_two_reports_of_one_day_are_compared_with_the_same_one(folder: Path) -> None:
    """Whoever looks again at noon sees the news of the morning, and what came since."""
    assert "First report" in report(folder, FIRST).out
    assert "First report" in report(folder, FIRST).out, "no earlier day is remembered"
    assert report(folder, SECOND, "--only-changes").out == ""
    write_example(Example(drop=("anggota:9",), change={"anggota:3": {"telepon": "12"}}), folder)
    told = [report(folder, SECOND, "--only-changes", "--fail-on", "new") for _ in range(3)]
    assert told[0] == told[1] == told[2]
    assert told[0].code == 1
    assert "report of 10 June 2024" in told[0].out
    write_example(Example(change={"anggota:3": {"telepon": "12"}}), folder)
    assert "New 1 · solved 1" in report(folder, SECOND).out
    assert report(folder, THIRD, "--fail-on", "new").code == 0, "all of it was told the day before"


def test_a_look_at_some_rules_hides_no_news_of_the_same_day(folder: Path) -> None:
    report(folder, FIRST)
    write_example(Example(drop=("anggota:9",), change={"anggota:3": {"telepon": "12"}}), folder)
    report(folder, SECOND)
    report(folder, SECOND, "--select", "Q")
    assert remembered(folder)["findings"]["V209"][0]["since"] == SECOND
    assert report(folder, THIRD, "--fail-on", "new").code == 0


def test_a_copy_made_today_can_be_compared_with(folder: Path, tmp_path: Path) -> None:
    report(folder, FIRST)
    shutil.copy(folder / FILE, tmp_path / "pagi.json")
    write_example(Example(drop=("anggota:9",), change={"anggota:3": {"telepon": "12"}}), folder)
    again = report(folder, FIRST, "--since", str(tmp_path / "pagi.json"))
    assert "New 1 · solved 0 · still open 1" in again.out


@pytest.mark.parametrize("more", [(), ("--only-changes", "--fail-on", "new")], ids=len)
def test_a_wrong_folder_is_left_as_it_is(tmp_path: Path, more: tuple[str, ...]) -> None:
    (tmp_path / "surat.docx").write_text("nobody's roster")
    ran = report(tmp_path, FIRST, *more)
    assert ran.code == 3
    assert "F101" in ran.out
    assert [path.name for path in tmp_path.iterdir()] == ["surat.docx"]


def test_a_folder_that_is_empty_today_leaves_the_memory_as_it_was(folder: Path) -> None:
    """A share that is not mounted: the empty folder below it is looked at."""
    memory = folder.parent / "ingatan.json"
    report(folder, FIRST, "--memory", str(memory))
    kept = memory.read_bytes()
    shutil.rmtree(folder)
    folder.mkdir()
    assert report(folder, SECOND, "--memory", str(memory)).code == 3
    assert memory.read_bytes() == kept


def test_the_file(folder: Path) -> None:
    assert report(folder, FIRST).err == ""
    document = remembered(folder)
    assert document["schema"] == "adhoc.memory/1"
    assert (document["as_of"], document["profile"]) == (FIRST, "pilkada-2024")
    assert names(folder) == {FILE, LOCK}
    report(folder, SECOND)
    assert remembered(folder)["salt"] == document["salt"], "made once"
    if os.name != "nt":
        assert [stat.S_IMODE((folder / name).stat().st_mode) for name in (FILE, LOCK)] == [
            0o600
        ] * 2


def test_only_changes(folder: Path) -> None:
    first = report(folder, FIRST, "--only-changes")
    assert "Q401" in first.out
    assert report(folder, SECOND, "--only-changes", "--fail-on", "new") == Ran(0, "", "")
    file = folder.parent / "laporan.md"
    report(folder, SECOND, "--only-changes", "-o", str(file))
    assert not file.exists(), "a file stays as it is where nothing changed"
    write_example(Example(), folder)
    assert report(folder, THIRD, "--only-changes").out


def test_what_was_not_checked_is_not_solved(folder: Path) -> None:
    report(folder, FIRST)
    assert report(folder, SECOND, "--select", "V", "--fail-on", "new").code == 0
    assert remembered(folder)["findings"]["Q401"][0]["unseen"] is True
    assert report(folder, THIRD, "--fail-on", "new").code == 0, "it was never solved"
    assert remembered(folder)["findings"]["Q401"][0]["since"] == FIRST


def test_another_profile_is_told_to_whoever_looks(folder: Path) -> None:
    report(folder, FIRST)
    assert report(folder, SECOND, "--profile", "pemilu-2024").err == "", "cron would mail it"
    assert remembered(folder)["profile"] == "pemilu-2024"


# -- where it is -----------------------------------------------------------------------------------


def test_none_reads_and_writes_nothing(folder: Path) -> None:
    assert report(folder, FIRST, "--since", "none").code == 1
    assert names(folder) == set()
    (folder / FILE).write_text("damaged")
    assert report(folder, FIRST, "--since", "none").err == ""
    assert (folder / FILE).read_text() == "damaged"


def test_a_public_report_knows_of_no_other(folder: Path) -> None:
    assert report(folder, FIRST, "--audience", "public").code == 1
    assert names(folder) == set()
    assert report(folder, FIRST, "--audience", "public", "--since", "none").code == 1


@pytest.mark.parametrize(
    "options",
    [
        ("--audience", "public", "--since", "last"),
        ("--audience", "public", "--since", "x"),
        ("--audience", "public", "--memory", "x"),
        ("--audience", "public", "--only-changes"),
        ("--audience", "public", "--fail-on", "new"),
        ("--since", "none", "--memory", "x"),
        ("--since", "x", "--memory", "y"),
        ("--since", "none", "--only-changes"),
        ("--since", "none", "--fail-on", "new"),
    ],
    ids=" ".join,
)
def test_what_has_no_meaning_together(folder: Path, options: tuple[str, ...]) -> None:
    ran = report(folder, FIRST, *options)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.splitlines()[-1].startswith("Error: --")
    assert names(folder) == set()


def test_another_place(folder: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "ingatan.json"
    assert report(folder, FIRST, "--memory", str(elsewhere)).err == ""
    assert names(folder) == set()
    assert {path.name for path in tmp_path.iterdir()} == {
        folder.name, "ingatan.json", ".ingatan.json.lock",
    }  # fmt: skip
    again = report(folder, SECOND, "--memory", str(elsewhere), "--fail-on", "new")
    assert (again.code, again.err) == (0, "")


def test_a_baseline_is_only_read(folder: Path, tmp_path: Path) -> None:
    report(folder, FIRST)
    baseline = tmp_path / "pleno.json"
    shutil.copy(folder / FILE, baseline)
    before = baseline.read_bytes()
    write_example(Example(drop=("anggota:9",), change={"anggota:3": {"telepon": "12"}}), folder)
    report(folder, SECOND)
    kept = (folder / FILE).read_bytes()
    for _ in range(2):
        assert report(folder, THIRD, "--since", str(baseline), "--fail-on", "new").code == 1
    assert report(folder, THIRD, "--since", "last", "--fail-on", "new").code == 0
    assert baseline.read_bytes() == before
    assert json.loads(kept)["as_of"] == SECOND


@posix
@pytest.mark.parametrize(
    "kind", ["missing", "damaged", "foreign", "folder", "link", "pipe", "newer"]
)
def test_a_baseline_that_is_none(folder: Path, tmp_path: Path, kind: str) -> None:
    place = planted(tmp_path / "dasar", kind)
    ran = report(folder, FIRST, "--since", str(place))
    assert (ran.code, ran.out) == (3, "")
    assert ran.err.startswith("Error: ")
    assert ran.err.count("\n") == 1
    assert names(folder) == set()


def planted(place: Path, kind: str) -> Path:
    """Something at `place` that is no memory."""
    if kind == "damaged":
        place.write_text('{"schema": "adhoc.memory/1"')
    elif kind == "foreign":
        place.write_text("nama;badan")
    elif kind == "newer":
        place.write_text('{"schema": "adhoc.memory/2", "more": 1}')
    elif kind == "huge":
        with place.open("wb") as file:
            file.truncate(LARGEST + 1)
    elif kind == "folder":
        place.mkdir()
    elif kind == "link":
        (place.parent / "sasaran").write_text("kept")
        place.symlink_to(place.parent / "sasaran")
    elif kind == "broken":
        place.symlink_to(place.parent / "nothing")
    elif kind == "pipe":
        os.mkfifo(place)
    return place


# -- a day that is not today -----------------------------------------------------------------------


def test_an_earlier_day_is_only_compared(folder: Path) -> None:
    report(folder, SECOND)
    kept = (folder / FILE).read_bytes()
    write_example(Example(drop=("anggota:9",), change={"anggota:3": {"telepon": "12"}}), folder)
    for _ in range(2):
        assert report(folder, FIRST, "--fail-on", "new").code == 1, "new each time: not remembered"
    assert report(folder, FIRST).err == "", "cron would mail it"
    assert (folder / FILE).read_bytes() == kept


def test_a_day_to_come_is_only_a_look_ahead(folder: Path) -> None:
    assert report(folder, "2199-01-01").err == ""
    assert names(folder) == {LOCK}


@posix
def test_whoever_sits_at_a_terminal_is_told(folder: Path) -> None:
    report(folder, SECOND)
    for day, said, code in ((FIRST, "11 June 2024", 1), ("2199-01-01", "still to come", 0)):
        seen = on_terminal("report", str(folder), "--as-of", day, "-q", "--lang", "en")
        assert seen.code == code  # after the last term nothing is missing any more
        assert said in seen.text
        assert seen.text.count("\n") == 1
    other = ("--profile", "pemilu-2024", "--fail-on", "never")
    seen = on_terminal("report", str(folder), "--as-of", THIRD, "-q", "--lang", "en", *other)
    assert "pilkada-2024" in seen.text


def test_a_memory_of_a_day_to_come_is_told(folder: Path) -> None:
    """A clock was wrong: without a word nothing would be remembered until that day."""
    report(folder, FIRST)
    text = (folder / FILE).read_text().replace(FIRST, "2199-01-01")
    (folder / FILE).write_text(text)
    ran = inside("report", str(folder), env={"ADHOC_LANG": "en"})
    assert "1 January 2199" in ran.err
    assert ran.err.count("\n") == 1
    assert (folder / FILE).read_text() == text
    assert report(folder, FIRST).err == "", "whoever asks for a day knows that"


# -- a file that cannot be used --------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["damaged", "huge"])
def test_a_damaged_one_is_told_and_set_aside(folder: Path, kind: str) -> None:
    for aside in (f"{FILE}.rusak", f"{FILE}.rusak-2", f"{FILE}.rusak-3"):
        size = planted(folder / FILE, kind).stat().st_size
        ran = report(folder, FIRST, "--fail-on", "new")
        assert ran.code == 1, "everything is new, and nothing else is wrong"
        assert aside in ran.err
        assert ran.err.count("\n") == 1
        assert (folder / aside).stat().st_size == size
        assert remembered(folder)["as_of"] == FIRST
        (folder / FILE).unlink()


def test_a_damaged_one_stays_where_nothing_was_delivered(folder: Path, tmp_path: Path) -> None:
    planted(folder / FILE, "damaged")
    before = (folder / FILE).read_bytes()
    assert report(folder, FIRST, "-o", str(tmp_path / "no" / "x.md")).code == 2
    assert names(folder) == {FILE, LOCK}
    assert (folder / FILE).read_bytes() == before


@posix
@pytest.mark.parametrize("kind", ["newer", "folder", "link", "broken", "pipe"])
def test_what_is_no_memory_is_told_and_left_alone(folder: Path, kind: str) -> None:
    place = planted(folder / FILE, kind)
    before = place.lstat()
    ran = report(folder, FIRST)
    assert ran.code == 2
    assert "Q401" in ran.out, "the report is there all the same"
    assert ran.err.count("\n") == 1
    assert "--memory FILE" in ran.err
    after = place.lstat()
    assert (after.st_ino, after.st_mtime_ns, after.st_size) == (
        before.st_ino, before.st_mtime_ns, before.st_size,
    )  # fmt: skip
    if kind == "link":
        assert (folder / "sasaran").read_text() == "kept"
    assert not (folder / "nothing").exists()


@posix
@pytest.mark.parametrize("kind", ["folder", "link", "broken", "pipe"])
def test_a_lock_that_is_none(folder: Path, kind: str) -> None:
    planted(folder / LOCK, kind)
    ran = report(folder, FIRST)
    if kind != "pipe":  # which can be locked as well as a file
        assert (ran.code, ran.err.count("\n")) == (2, 1)
        assert not (folder / FILE).exists()
    assert "Q401" in ran.out
    if kind == "link":
        assert (folder / "sasaran").read_text() == "kept"


@pytest.mark.parametrize("name", ["anggota.csv", "adhoc.toml", "laporan.html"])
def test_a_file_that_never_was_one_is_left_alone(folder: Path, name: str) -> None:
    """`--memory anggota.csv` is a slip, and no reason to move the members away."""
    place = folder / name
    if not place.exists():
        place.write_text("# kept\n")
    before = place.read_bytes()
    ran = report(folder, FIRST, "--memory", str(place))
    assert (ran.code, ran.err.count("\n")) == (2, 1)
    assert "no memory of adhoc report" in ran.err
    assert place.read_bytes() == before
    assert not list(folder.glob("*.rusak"))


@pytest.mark.parametrize("data", [b"", b'{\n"as_of": "2024-0'])
def test_one_elsewhere_that_was_cut_off_is_set_aside(
    folder: Path, tmp_path: Path, data: bytes
) -> None:
    place = tmp_path / "ingatan.json"
    place.write_bytes(data)
    assert report(folder, FIRST, "--memory", str(place)).code == 1
    assert (tmp_path / "ingatan.json.rusak").read_bytes() == data


def test_a_missing_folder_for_it(folder: Path, tmp_path: Path) -> None:
    ran = report(folder, FIRST, "--memory", str(tmp_path / "no" / "m.json"))
    assert (ran.code, ran.err.count("\n")) == (2, 1)
    assert "Q401" in ran.out
    assert not (tmp_path / "no").exists()


@pytest.mark.parametrize("number", [errno.EACCES, errno.EROFS, errno.ENOSPC, errno.EDQUOT])
def test_a_folder_that_takes_nothing(
    folder: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    """As root every folder can be written to: the system's refusal is played."""
    report(folder, FIRST)
    kept = (folder / FILE).read_bytes()
    true_open = os.open

    def refusing(path: Any, flags: int, *rest: Any, **more: Any) -> int:
        if flags & (os.O_CREAT | os.O_WRONLY) and Path(os.fsdecode(path)).parent == folder:
            raise OSError(number, os.strerror(number))
        return true_open(path, flags, *rest, **more)

    monkeypatch.setattr(os, "open", refusing)
    ran = report(folder, SECOND, "--fail-on", "never")
    assert ran.code == 2
    assert ran.out
    assert ran.err.count("\n") == 1
    assert reason_of(number).en in ran.err
    monkeypatch.undo()
    assert (folder / FILE).read_bytes() == kept


def test_not_remembered_weighs_more_than_a_finding_and_less_than_an_unreadable_file(
    unreadable: Path, tmp_path: Path
) -> None:
    nowhere = str(tmp_path / "no" / "m.json")
    assert report(unreadable, FIRST, "--memory", nowhere).code == 3


# -- delivered, or not -----------------------------------------------------------------------------


def test_what_was_not_delivered_is_news_again(folder: Path, tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(tmp_path / "x")
    for place in (tmp_path, tmp_path / "no" / "x.md", link):
        assert report(folder, FIRST, "-o", str(place)).code == 2
    assert names(folder) == {LOCK}
    if sys.platform != "win32":
        for redirect in ("> /dev/full", ">&-", "| (exec <&-; sleep 1)"):
            assert adhoc("report", str(folder), "--as-of", FIRST, redirect=redirect).code in {
                2,
                141,
            }
        assert names(folder) == {LOCK}
    assert report(folder, FIRST, "--fail-on", "new").code == 1


def test_a_crash_while_it_is_delivered(folder: Path, tmp_path: Path) -> None:
    env = meddled(
        tmp_path,
        "import adhoc_cli.cli.session as s\n"
        "def crash(*_, **__): raise RuntimeError\n"
        "s.to_screen = crash\n",
    )
    assert adhoc("report", str(folder), "--as-of", FIRST, env=env).code == 70
    assert names(folder) == {LOCK}


BETWEEN = """
import os, signal
import adhoc_cli.cli.report_memory as r
r.Last.remember = lambda self: os.kill(os.getpid(), signal.SIG{})
"""


@posix
@pytest.mark.parametrize(("name", "code"), [("KILL", -9), ("TERM", 130), ("INT", 130)])
def test_killed_between_the_report_and_the_memory(
    folder: Path, tmp_path: Path, name: str, code: int
) -> None:
    """The report is there, and its news are news again: better twice than never."""
    env = meddled(tmp_path, BETWEEN.format(name))
    file = tmp_path / "laporan.md"
    ran = adhoc("report", str(folder), "--as-of", FIRST, "-o", str(file), env=env)
    assert ran.code == code
    assert "Q401" in file.read_text()
    assert not (folder / FILE).exists()
    assert report(folder, SECOND, "--fail-on", "new").code == 1, "the lock went with the process"


@posix
def test_killed_while_the_memory_is_written(folder: Path, tmp_path: Path) -> None:
    report(folder, FIRST)
    kept = (folder / FILE).read_bytes()
    code = (
        "import os, signal\nimport adhoc_cli.files.temporary as w\n"
        "def kill(_): os.kill(os.getpid(), signal.SIGKILL)\n"
        "w.os = type('o', (), {**vars(os), 'fsync': kill})\n"
    )
    assert adhoc("report", str(folder), "--as-of", SECOND, env=meddled(tmp_path, code)).code == -9
    assert (folder / FILE).read_bytes() == kept
    (left,) = folder.glob(".adhoc-*.tmp")
    assert stat.S_IMODE(left.stat().st_mode) == 0o600
    assert report(folder, SECOND, "--fail-on", "new").code == 0


# -- two at once -----------------------------------------------------------------------------------


@contextmanager
def held_elsewhere(folder: Path) -> Iterator[None]:
    """The lock, held by another process."""
    context = multiprocessing.get_context("spawn")
    ready, done = context.Event(), context.Event()
    process = context.Process(target=hold, args=(folder, ready, done))
    process.start()
    try:
        assert ready.wait(30)
        yield
    finally:
        done.set()
        process.join(30)


def hold(folder: Path, ready: Any, done: Any) -> None:
    with locked(folder, now(), name=LOCK):
        ready.set()
        done.wait(60)


@pytest.mark.slow
def test_4_while_another_report_is_made(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("adhoc_cli.cli.report_memory.PATIENCE", 0.2)
    with held_elsewhere(folder):
        ran = report(folder, FIRST)
        assert (ran.code, ran.out) == (4, "")
        held = "Error: the report of this folder is being made by another adhoc command "
        assert ran.err.startswith(held)
        assert ran.err.count("\n") == 1
        assert not (folder / FILE).exists()
        assert report(folder, FIRST, "--since", "none").code == 1, "nothing of it is asked for"
        assert report(folder, FIRST, "--memory", str(folder.parent / "m.json")).code == 1
    assert report(folder, FIRST).code == 1


@posix
@pytest.mark.slow
def test_cron_jobs_at_once_tell_the_same_news(folder: Path) -> None:
    command = [*quickest(), "report", str(folder), "--as-of", FIRST, "--fail-on", "new", "-q"]
    env = {"PATH": os.environ["PATH"]}
    processes = [subprocess.Popen(command, env=env, stderr=subprocess.PIPE) for _ in range(4)]
    codes = []
    for process in processes:
        _, err = process.communicate(timeout=120)
        assert err == b""
        codes.append(process.returncode)
    assert codes == [1, 1, 1, 1]
    assert remembered(folder)["as_of"] == FIRST


@posix
def test_a_report_waits_for_the_one_before(folder: Path) -> None:
    with locked(folder, now(), name=LOCK):
        process = subprocess.Popen(
            [*quickest(), "report", str(folder), "--as-of", FIRST, "-q"],
            env={"PATH": os.environ["PATH"]},
            stderr=subprocess.PIPE,
        )
        time.sleep(1.5)
        assert process.poll() is None
    _, err = process.communicate(timeout=60)
    assert (process.returncode, err) == (1, b"")


@pytest.mark.parametrize("more", [(), ("--since", "last")])
def test_a_report_is_not_written_over_its_own_memory(
    folder: Path, more: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    report(folder, "2024-06-10")
    kept = folder / ".adhoc-report.json"
    before = kept.read_bytes()
    for output in (str(kept), "./.adhoc-report.json"):
        ran = report(folder, "2024-06-11", "-o", output, *more)
        assert (ran.code, kept.read_bytes()) == (2, before)
        assert "--output" in ran.err
