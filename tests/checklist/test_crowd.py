"""Many processes at once, and processes killed at any moment: no acknowledged mark is ever lost."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

import pytest

from adhoc_cli.checklist.journal import append
from adhoc_cli.checklist.mark import Mark, MarkStatus
from adhoc_cli.checklist.read import load_journal
from tests.checklist.journals import ASIDE, FILE, HEADER, assert_tidy, evidence, start

# The full number is 1,000; it takes minutes: ADHOC_KILLS=1000 make test
KILLS = int(os.environ.get("ADHOC_KILLS", "40"))
AFTER = Mark("33.23.17", "PPK-02", MarkStatus.DONE, date(2024, 5, 21), "sesudah")


def finished(crowd: Iterable[subprocess.Popen[str]]) -> list[str]:
    """What each process said; all of them ended well, and said nothing else."""
    said = []
    for process in crowd:
        out, err = process.communicate(timeout=600)
        assert (process.returncode, err) == (0, "")
        said.append(out)
    return said


@pytest.mark.slow
def test_forty_processes_mark_once_each(tmp_path: Path) -> None:
    finished([start("mark", tmp_path, "33.23.17", "PPK-01", f"foto-{n}") for n in range(40)])
    assert Counter(evidence(tmp_path)) == Counter(f"foto-{n}" for n in range(40))
    assert_tidy(tmp_path)


@pytest.fixture
def quick(tmp_path: Path) -> Iterator[Path]:
    """A folder in memory, where there is such a thing: a crowd is about the lock, not the disk."""
    memory = Path("/dev/shm")
    if not (memory.is_dir() and os.access(memory, os.W_OK)):
        yield tmp_path
        return
    with tempfile.TemporaryDirectory(dir=memory) as folder:
        yield Path(folder)


@pytest.mark.slow
def test_thousands_of_marks_by_ten_processes(quick: Path) -> None:
    said = finished([start("loop", quick, f"p{n}", 300) for n in range(10)])
    acknowledged = [line for out in said for line in out.splitlines()]
    assert len(acknowledged) == 3_000
    assert Counter(evidence(quick)) == Counter(acknowledged)
    assert load_journal(quick).file.accepted == 3_000
    assert_tidy(quick)


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="limits of POSIX")
def test_marks_beside_a_process_that_is_refused(quick: Path) -> None:
    """What is taken back from the journal is never a mark of somebody else."""
    append(quick, [AFTER], operator="uji")
    said = finished(
        [start("starve", quick, 1_000), *(start("loop", quick, f"p{n}", 500) for n in range(3))]
    )
    acknowledged = [line for out in said for line in out.splitlines()]
    assert len(acknowledged) == 1_500
    assert Counter(evidence(quick)) == Counter([*acknowledged, "sesudah"])


def killed_in_the_middle(folder: Path, name: str, said: Path, moment: float) -> list[str]:
    """What a process that marks without a pause had acknowledged when it was killed."""
    with said.open("wb") as file:
        victim = start("loop", folder, name, 100_000, stdout=file)
    while not said.stat().st_size:
        assert victim.poll() is None
        time.sleep(0.001)
    time.sleep(moment)
    victim.kill()
    _, err = victim.communicate(timeout=60)
    assert (victim.returncode, err) == (-signal.SIGKILL, "")
    return said.read_text().splitlines()


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="Windows knows no kill -9")
def test_killed_at_random_moments(tmp_path: Path) -> None:
    """The mark in flight may be there or not, whole; nothing that was acknowledged is missing."""
    folder = tmp_path / "roster"
    folder.mkdir()
    moments = random.Random(20240527)
    known: Counter[str] = Counter()
    aside = 0
    for n in range(KILLS):
        said = killed_in_the_middle(folder, f"v{n}", tmp_path / "said", moments.uniform(0, 0.02))
        known.update(said)
        aside += bool(append(folder, [AFTER], operator="uji").aside)
        found = Counter(entry for entry in evidence(folder) if entry != "sesudah")
        assert not known - found
        assert (found - known) in (Counter(), Counter([f"v{n}-{len(said)}"]))
        known = found
    assert len(list(folder.glob(ASIDE + "*"))) == aside
    assert_tidy(folder)


def test_an_empty_journal_that_a_killed_run_left_is_a_journal(tmp_path: Path) -> None:
    (tmp_path / FILE).touch(mode=0o600)
    assert load_journal(tmp_path).file.rows == 0
    append(tmp_path, [AFTER])
    assert (tmp_path / FILE).read_text().startswith(HEADER)
