"""What the engine says of a rule that cannot run, and of one that crashes."""

from __future__ import annotations

from dataclasses import replace
from inspect import getsourcelines
from pathlib import Path

import pytest

from adhoc_cli.engine.run import run_rule
from adhoc_cli.models.report import Reason, Status
from adhoc_cli.roster.roster import Roster, load_roster
from adhoc_cli.rules.examples import AS_OF
from adhoc_cli.rules.found import Found
from adhoc_cli.rules.registry import find_rule
from tests.examples import roster_of


def _crashes(roster: Roster) -> Found:
    raise ValueError(f"{len(roster.members)} rows, one of them Siti")


def test_a_crash_names_its_own_place_and_quotes_nothing(tmp_path: Path) -> None:
    result = run_rule(roster_of(tmp_path), replace(find_rule("Q401"), check=_crashes), None)
    where = f"test_run.py:{getsourcelines(_crashes)[1] + 1}"
    assert result.status is Status.CRASHED
    assert result.reason == Reason("crashed", {"error": "ValueError", "where": where})


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (None, Reason("file_absent", {"file": "bimtek.csv"})),
        (b"\0\0", Reason("file_unreadable", {"file": "bimtek.csv"})),
        (
            b"kegiatan,tanggal\nBimtek,2024-06-01\n",
            Reason("column_absent", {"file": "bimtek.csv", "column": "nik"}),
        ),
    ],
)
def test_what_a_rule_lacks_is_a_file_or_a_column(
    content: bytes | None, reason: Reason, tmp_path: Path
) -> None:
    roster_of(tmp_path)
    (tmp_path / "bimtek.csv").unlink(missing_ok=True)
    if content is not None:
        (tmp_path / "bimtek.csv").write_bytes(content)
    needy = replace(find_rule("Q401"), needs=("anggota", "bimtek", "bimtek.nik"))
    result = run_rule(load_roster(tmp_path, AS_OF), needy, None)
    assert (result.status, result.reason) == (Status.SKIPPED, reason)
