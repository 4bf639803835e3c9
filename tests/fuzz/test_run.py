"""What `make fuzz` says of a target that ended, and where there is no atheris."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.fuzz import run

LOG = (
    "#2\tINITED cov: 5 ft: 6 corp: 1/1b exec/s: 0 rss: 100Mb\n"
    "#1234\tREDUCE cov: 597 ft: 2,3 corp: 1/1b\n"
    "#4096\tDONE   cov: 597 ft: 2337 corp: 310/70Kb lim: 963 exec/s: 370 rss: 674Mb\n"
)


def ended(code: int, log: str) -> run.Ran:
    return run._ended("reader", subprocess.CompletedProcess([], code, log), 20.0)


def test_the_last_count_is_told() -> None:
    ran = ended(0, LOG)
    assert (ran.code, ran.executions, ran.coverage, ran.features) == (0, 4096, 597, 2337)
    assert (ran.corpus, ran.broken) == (310, None)


def test_a_target_that_ran_nothing_has_not_passed() -> None:
    assert ended(0, "").code == 1


def test_what_broke_is_told_with_how_to_repeat_it() -> None:
    ran = ended(77, LOG + "Traceback\nx; Test unit written to .fuzz/reader-crash-00\n")
    told = run._repeated(ran)
    assert "Traceback" in told
    assert "#1234" not in told
    assert "python -m tests.fuzz.targets reader .fuzz/reader-crash-00" in told


def test_a_seed_and_the_limits_reach_the_fuzzer(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    asked: list[list[str]] = []

    def ran(command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        asked.append(command)
        return subprocess.CompletedProcess(command, 0, LOG)

    monkeypatch.setattr(run, "find_spec", lambda _: True)
    monkeypatch.setattr(run, "WORK", tmp_path)
    monkeypatch.setattr(subprocess, "run", ran)
    assert run.main(["--seconds", "7", "--seed", "1", "doctor"]) == 0
    [command] = asked
    wanted = {"doctor", "-seed=1", "-max_total_time=7", "-timeout=10", "-rss_limit_mb=2048"}
    assert wanted <= set(command)
    assert [Path(folder).name for folder in command[-3:]] == ["doctor", "doctor", "reader"]


def test_without_atheris_it_fails_loudly(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(run, "find_spec", lambda _: None)
    assert run.main([]) == 2
    assert "NOT RUN" in capsys.readouterr().err
