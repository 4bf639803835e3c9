"""Every saved input goes through every fuzz target, without atheris: on every system."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fuzz.targets import CORPUS, TARGETS, folders_of

INPUTS = sorted(path for path in CORPUS.rglob("*") if path.is_file())


@pytest.mark.parametrize("path", INPUTS, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_a_saved_input_holds(path: Path) -> None:
    data = path.read_bytes()
    for check in TARGETS.values():
        check(data)


@pytest.mark.parametrize("target", TARGETS)
def test_every_target_has_inputs(target: str) -> None:
    assert sum(path.parent in folders_of(target) for path in INPUTS) >= 5


def test_every_folder_is_of_a_target() -> None:
    assert {path.parent.name for path in INPUTS} == set(TARGETS)


def test_the_corpus_stays_small() -> None:
    assert len(INPUTS) <= 200
    assert sum(path.stat().st_size for path in INPUTS) <= 1 << 20
