"""A system that refuses: full and faulty disks, read-only folders, held locks, kills anywhere.

strace breaks one system call of a mark after the other. It is there on CI; elsewhere these tests
are skipped, and say so.
"""

from __future__ import annotations

import os
import platform
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import NoReturn

import pytest

from adhoc_cli.checklist.faults import Holder, JournalLocked, JournalWriteError, Step
from adhoc_cli.checklist.journal import append, mend
from adhoc_cli.checklist.lock import holder, locked
from adhoc_cli.checklist.mark import Mark, MarkStatus, now
from tests.checklist import journals
from tests.checklist.driver import LOCKED, REFUSED
from tests.checklist.journals import ASIDE, FILE, HEADER, LOCK, assert_tidy, evidence, run, start

STRACE = shutil.which("strace")
needs_strace = pytest.mark.skipif(
    STRACE is None, reason="NOT TESTED: kills and faults at every system call (strace is missing)"
)
OLD = HEADER + '2024-05-20T09:30:00+07:00,Sri,33.23.17,PPK-01,terlaksana,2024-05-20,lama,""\n'
TORN = "2024-05-21T09:30:00+07:00,Sri,33.23"
DONE = Mark("33.23.17", "PPK-01", MarkStatus.DONE, date(2024, 5, 20), "foto")
BEFORE = {"new": None, "old": OLD, "torn": OLD + TORN, "torn-header": HEADER[:20], "hollow": ""}

# A kill before one of these leaves what a kill before the next other call leaves.
LOOKS_ONLY = {"newfstatat", "fstat", "getdents64", "lseek", "read", "close"}


def prepare(folder: Path, before: str | None) -> Path:
    """`folder` with a journal in this state, and nothing else in it."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    if before is not None:
        (folder / FILE).write_text(before)
        (folder / FILE).chmod(0o600)
    return folder


def straced(folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """A mark under strace, which looks at the calls that touch the folder only."""
    names = ("", LOCK, FILE, f"{ASIDE}1")
    paths = [part for name in names for part in ("-P", str(folder / name).rstrip("/"))]
    trace = folder.with_suffix(".trace")
    before = (STRACE or "", "-f", "-qq", *paths, "-o", str(trace), *options)
    return run("mark", folder, "33.23.17", "PPK-01", "baru", before=before)


def calls(folder: Path) -> list[tuple[str, int]]:
    """Every system call of the last mark under strace: its name, and how many of them it was."""
    seen: Counter[str] = Counter()
    found = []
    for line in folder.with_suffix(".trace").read_text().splitlines():
        if match := re.match(r"\d+ +(\w+)\(", line):
            seen[match[1]] += 1
            found.append((match[1], seen[match[1]]))
    return found


@needs_strace
@pytest.mark.slow
@pytest.mark.parametrize("before", BEFORE.values(), ids=list(BEFORE))
def test_killed_at_every_system_call(tmp_path: Path, before: str | None) -> None:
    folder = prepare(tmp_path / "roster", before)
    assert straced(folder).returncode == 0
    points = calls(folder)
    assert {"openat", "write", "fsync", "flock"} <= {name for name, _ in points}
    for name, nth in points:
        if name in LOOKS_ONLY:
            continue
        prepare(folder, before)
        killed = straced(folder, "-e", f"inject={name}:signal=KILL:when={nth}")
        assert killed.returncode != 0, (name, nth)
        old = ["lama"] if before and "lama" in before else []
        piece = TORN if before and before.endswith(TORN) else ""
        content = (folder / FILE).read_text() if (folder / FILE).exists() else ""
        assert content.startswith(OLD if old else ""), (name, nth)
        append(folder, [DONE], operator="uji")
        assert evidence(folder) in ([*old, "foto"], [*old, "baru", "foto"]), (name, nth)
        kept = [path.read_text() for path in folder.glob(ASIDE + "*")]
        assert kept in ([], [piece], [HEADER[:20]]), (name, nth)
        assert_tidy(folder)


@needs_strace
@pytest.mark.slow
@pytest.mark.parametrize("before", BEFORE.values(), ids=list(BEFORE))
def test_refused_at_every_system_call(tmp_path: Path, before: str | None) -> None:
    """Whatever call fails: either the mark is recorded, or the old state is kept and it is said.

    By turns the disk is full or broken: the journal treats the two alike.
    """
    folder = prepare(tmp_path / "roster", before)
    straced(folder)
    fallible = {"openat", "write", "fsync", "flock", "ftruncate", "lseek", "read", "fstat", "close"}
    for name, nth in calls(folder):
        if name not in fallible:
            continue
        prepare(folder, before)
        error = ("ENOSPC", "EIO")[nth % 2]
        refused = straced(folder, "-e", f"inject={name}:error={error}:when={nth}")
        assert refused.stderr == "", (name, nth)
        assert refused.returncode in {0, REFUSED}, (name, nth)
        old = ["lama"] if before and "lama" in before else []
        if refused.returncode == 0:
            assert evidence(folder) == [*old, "baru"], (name, nth)
        else:
            assert refused.stdout.count("\n") == 1
            content = (folder / FILE).read_text() if (folder / FILE).exists() else None
            mended = OLD if old else None if before is None else ""
            assert content in (before, mended), (name, nth)
        assert_tidy(folder)


@needs_strace
def test_a_disk_that_takes_nothing_back_says_so(tmp_path: Path) -> None:
    folder = prepare(tmp_path / "roster", OLD)
    refused = straced(folder, "-e", "inject=fsync:error=EIO")
    assert (refused.returncode, refused.stdout) == (REFUSED, "write 5 False\n")
    assert (folder / FILE).read_text() == OLD


# -- real file systems -----------------------------------------------------------------------------


def mount(folder: Path, options: str) -> None:
    """A small file system of its own at `folder`, or a test that is skipped."""
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("NOT TESTED: only root can mount a small file system")
    folder.mkdir(exist_ok=True)
    command = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)]
    if subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("NOT TESTED: no file system can be mounted here")


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Path]:
    """A folder on a file system of 32 KiB."""
    folder = tmp_path / "small"
    mount(folder, "size=32k,mode=700")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=False)


def test_a_full_disk_keeps_every_mark_before(small: Path) -> None:
    recorded = 0

    def go_on() -> NoReturn:
        nonlocal recorded
        while True:
            append(small, [DONE], operator="uji")
            recorded += 1

    with pytest.raises(JournalWriteError) as error:
        go_on()
    assert (error.value.step, error.value.restored) == (Step.WRITE, True)
    assert recorded > 100
    assert evidence(small) == ["foto"] * recorded
    assert_tidy(small)
    with (small / FILE).open("a") as file:
        file.write("2024-05")
    with pytest.raises(JournalWriteError):  # and a torn line stays where it is
        append(small, [DONE, DONE, DONE], operator="uji")
    assert (small / FILE).read_text().endswith("2024-05") or len(evidence(small)) == recorded


def test_a_disk_full_from_the_beginning(small: Path) -> None:
    filler = small / "filler"
    with suppress(OSError), filler.open("wb", buffering=0) as file:
        while True:
            file.write(bytes(4096))
    with pytest.raises(JournalWriteError):
        append(small, [DONE])
    assert not (small / FILE).exists()
    filler.unlink()
    append(small, [DONE])
    assert evidence(small) == ["foto"]


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="a folder's modes of POSIX")
@pytest.mark.parametrize("before", [None, OLD], ids=["new", "old"])
def test_a_folder_that_may_only_be_read(tmp_path: Path, before: str | None) -> None:
    folder = tmp_path / "roster"
    as_root = os.geteuid() == 0
    if as_root:
        mount(folder, "size=1m,mode=700")
    folder.mkdir(exist_ok=True)
    if before is not None:
        (folder / FILE).write_text(before)
    if as_root:
        subprocess.run(["mount", "-o", "remount,ro", str(folder)], check=True)
    else:
        folder.chmod(0o500)
    try:
        with pytest.raises(JournalWriteError):
            append(folder, [DONE])
        assert [path.name for path in folder.iterdir()] == ([] if before is None else [FILE])
    finally:
        if as_root:
            subprocess.run(["umount", "-l", str(folder)], check=False)
        else:
            folder.chmod(0o700)


@pytest.mark.skipif(sys.platform != "linux", reason="limits of Linux")
def test_a_write_that_ends_early_is_taken_back(tmp_path: Path) -> None:
    """A limit on the size of files cuts a line short, as a disk does that fills up just then."""
    folder = prepare(tmp_path / "roster", OLD)
    limit = len(OLD) + 30
    code = (
        "import resource, runpy, sys;"
        f"resource.setrlimit(resource.RLIMIT_FSIZE, ({limit}, {limit}));"
        f"sys.argv[0] = {str(journals.DRIVER)!r}; runpy.run_path(sys.argv[0], run_name='__main__')"
    )
    command = [sys.executable, "-c", code, "mark", str(folder), "33.23.17", "PPK-01", "baru"]
    refused = subprocess.run(
        command, capture_output=True, text=True, env=journals.ENV, check=False, timeout=60
    )
    assert (refused.returncode, refused.stdout) == (REFUSED, "write None True\n")
    assert (folder / FILE).read_text() == OLD
    assert_tidy(folder)


def test_a_torn_line_is_told_also_when_the_mark_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = prepare(tmp_path / "roster", OLD + TORN)
    write = os.write

    def full(descriptor: int, data: bytes) -> int:
        if data.endswith(b'foto,""\n'):
            raise OSError(28, "full")
        return write(descriptor, data)

    monkeypatch.setattr("os.write", full)
    with pytest.raises(JournalWriteError) as error:
        append(folder, [DONE])
    assert error.value.aside is not None
    assert error.value.aside.file == ASIDE + "1"
    assert (folder / FILE).read_text() == OLD


def test_interrupted_while_writing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = prepare(tmp_path / "roster", OLD)

    def interrupt(_: int) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("os.fsync", interrupt)
        with pytest.raises(KeyboardInterrupt):
            append(folder, [DONE])
    assert (folder / FILE).read_text() == OLD
    append(folder, [DONE])


# -- the lock --------------------------------------------------------------------------------------


def test_a_held_lock_names_its_holder(tmp_path: Path) -> None:
    process = start("hold", tmp_path)
    try:
        assert process.stdout is not None
        pid = int(process.stdout.readline())
        with pytest.raises(JournalLocked) as refusal:
            append(tmp_path, [DONE], timeout=0.1)
        assert refusal.value.holder is not None
        assert refusal.value.holder.pid == pid
        assert refusal.value.holder.host
        assert refusal.value.holder.since.endswith("+07:00")
        assert refusal.value.waited == 0.1
        other = run("mark", tmp_path, "33.23.17", "PPK-01", "baru", 0.1)
        assert other.returncode == LOCKED
        assert not (tmp_path / FILE).exists()
    finally:
        process.communicate(timeout=60)
    append(tmp_path, [DONE], timeout=5)
    assert holder(tmp_path) is None


def test_a_killed_holder_holds_nothing(tmp_path: Path) -> None:
    process = start("hold", tmp_path)
    assert process.stdout is not None
    process.stdout.readline()
    process.kill()
    process.communicate(timeout=60)
    append(tmp_path, [DONE], timeout=5)
    assert evidence(tmp_path) == ["foto"]


def test_mending_waits_for_the_lock_too(tmp_path: Path) -> None:
    prepare(tmp_path / "roster", OLD + TORN)
    with locked(tmp_path / "roster", now()), pytest.raises(JournalLocked):
        mend(tmp_path / "roster", timeout=0)


@pytest.mark.parametrize("signed", [b"", b"\n", b"\nx\ty\tz\n", b"\n12\thost\n", bytes(600)])
def test_a_lock_file_that_names_nobody(tmp_path: Path, signed: bytes) -> None:
    (tmp_path / LOCK).write_bytes(signed)
    assert holder(tmp_path) is None


def test_a_lock_file_holds_the_name_of_its_holder_alone(tmp_path: Path) -> None:
    """Also where one that was killed left a longer name; and nothing once it is let go."""
    (tmp_path / LOCK).write_bytes(b"\n1\t" + b"x" * 300 + b"\t2024-05-20T09:30:00+07:00\n")
    since = now()
    with locked(tmp_path, since):
        said = since.isoformat(timespec="seconds")
        assert holder(tmp_path) == Holder(os.getpid(), platform.node(), said)
        assert (tmp_path / LOCK).stat().st_size < 300
    assert (tmp_path / LOCK).stat().st_size == 0
