"""The roster of the country that `make bench` measures with: a small one, with faults."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.country import Wanted, make
from scripts.sample.folders import IN_NOVEMBER
from tests.planted import found_by, listed, listed_in, roster_in

MEMBERS = 20_000
FAULTS = 300

pytestmark = pytest.mark.slow


def test_exactly_the_planted_faults_are_found_and_at_their_lines(tmp_path: Path) -> None:
    make(tmp_path, Wanted(MEMBERS, FAULTS, breaks=True))
    planted = listed(listed_in(tmp_path))
    assert found_by(roster_in(tmp_path, IN_NOVEMBER)) == planted
    assert planted.total() >= FAULTS
    assert len({spot.code for spot in planted}) >= 55
    assert b"\nRT " in (tmp_path / "anggota-pps.csv").read_bytes()  # above the faults


def test_without_faults_nothing_is_found_and_a_seed_makes_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "two"):
        make(tmp_path / name, Wanted(members=5_000))
    one, two = (
        {path.name: path.read_bytes() for path in (tmp_path / name).iterdir()}
        for name in ("one", "two")
    )
    assert one == two
    assert not found_by(roster_in(tmp_path / "one", IN_NOVEMBER))
