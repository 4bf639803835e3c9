"""The journal of the sample folder: what the law dates is done, the rest is half-way."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from adhoc_cli.engine.run import run_rule
from adhoc_cli.models.finding import Severity
from adhoc_cli.roster.roster import load_roster
from adhoc_cli.rules.registry import find_rule
from scripts.sample.coordination import journal
from scripts.sample.election import PILKADA
from scripts.sample.folders import IN_JUNE
from tests.planted import CLEAN, places


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("sample") / "temanggung"
    shutil.copytree(CLEAN, made)
    data, _ = journal(places(), PILKADA, IN_JUNE).encode()
    (made / "koordinasi.csv").write_bytes(data)
    return made


def test_the_law_is_kept_and_practice_is_half_way(folder: Path) -> None:
    roster = load_roster(folder, IN_JUNE)
    late = run_rule(roster, find_rule("C951"), 0)
    assert late.counts.get(Severity.ERROR, 0) == 0
    assert 100 < late.counts[Severity.WARNING] < late.checked / 2
    for code in ("C952", "C953", "C954"):
        result = run_rule(roster, find_rule(code), None)
        assert (result.failed, result.reason) == (0, None)
        assert result.checked


def test_the_same_places_give_the_same_bytes() -> None:
    one, other = (journal(places(), PILKADA, IN_JUNE).encode()[0] for _ in range(2))
    assert one == other
    assert b"dicabut" in one
    assert b"dijadwalkan" in one
    assert b"batal" in one
