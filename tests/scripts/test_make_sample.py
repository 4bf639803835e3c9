"""The script of the sample data: the same bytes each time, and the committed ones are those."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from scripts.sample.folders import IN_JUNE
from tests.cost import children_seconds
from tests.planted import AT_THE_POLLS, CLEAN, DATA, FAULTY, listed_in

ROOT = DATA.parent


def make(*options: str) -> None:
    command = [sys.executable, "-m", "scripts.make_sample", *options]
    subprocess.run(command, cwd=ROOT, check=True)


def files(folder: Path) -> dict[str, bytes]:
    """Without what `adhoc report` remembers of the folder, which the README's tour leaves there."""
    paths = (path for path in folder.iterdir() if not path.name.startswith(".adhoc-report."))
    return {path.name: path.read_bytes() for path in paths}


def test_the_committed_folders_are_what_the_script_makes(tmp_path: Path) -> None:
    make("--output", str(tmp_path))
    assert files(tmp_path / CLEAN.name) == files(CLEAN)
    assert files(tmp_path / FAULTY.name) == files(FAULTY)
    assert files(tmp_path / AT_THE_POLLS.name) == files(AT_THE_POLLS)


@pytest.mark.slow
def test_the_script_writes_all_tps_in_no_time_and_the_same_each_time(tmp_path: Path) -> None:
    begun = children_seconds()
    make("--tps", str(tmp_path / "one"))
    assert children_seconds() - begun < 5
    make("--tps", str(tmp_path / "two"))
    assert files(tmp_path / "one") == files(tmp_path / "two")


@pytest.mark.slow
def test_the_script_scatters_as_many_faults_as_asked_for(tmp_path: Path) -> None:
    make("--tps", str(tmp_path), "--faults", "20", "--seed", "7")
    assert 20 <= len(listed_in(tmp_path)) < 60


def test_the_list_names_the_day_on_which_it_is_true() -> None:
    assert f'"as_of": "{IN_JUNE}"' in (FAULTY / "tertanam.json").read_text(encoding="utf-8")
