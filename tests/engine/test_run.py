"""What the engine says of a rule that cannot run, and of one that crashes."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any

import pytest

import adhoc_cli
from adhoc_cli.engine.run import run_rule, run_rules
from adhoc_cli.models.finding import Finding
from adhoc_cli.models.report import Reason, Status, Walked
from adhoc_cli.roster.roster import Roster, load_roster
from adhoc_cli.rules.examples import AS_OF, Example, base_members
from adhoc_cli.rules.found import Found
from adhoc_cli.rules.registry import find_rule
from tests.examples import roster_of

_OF_THE_HOUSE = str(Path(adhoc_cli.__file__).parent / "rules" / "invented.py")
_SOURCE = """import json

def crashes(roster):
    json.loads(f"{len(roster.members)} rows, one of them Siti")

def check(roster):
    crashes(roster)
"""


def test_a_crash_names_the_place_of_ours_and_quotes_nothing(tmp_path: Path) -> None:
    rules: dict[str, Any] = {}
    exec(compile(_SOURCE, _OF_THE_HOUSE, "exec"), rules)  # it raises in a library
    result = run_rule(roster_of(tmp_path), replace(find_rule("Q401"), check=rules["check"]), None)
    assert result.status is Status.CRASHED
    where = {"error": "JSONDecodeError", "where": "invented.py:4"}
    assert result.reason == Reason("crashed", where)


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


def _alive() -> int:
    return sum(type(one) is Finding for one in gc.get_objects())


def test_of_many_findings_those_that_are_not_held_are_described_one_at_a_time(
    tmp_path: Path,
) -> None:
    lines = range(2, 2 + len(base_members()))
    roster = roster_of(tmp_path, Example(change={f"anggota:{at}": {"nik": "1"} for at in lines}))
    (all_held,) = run_rules(roster, [find_rule("V202")], None).rules
    (result,) = run_rules(roster, [find_rule("V202")], None, hold=3).rules
    assert (len(result.findings), result.failed) == (3, len(lines))
    before = _alive()
    walks = [[(one.line, _alive() - before) for one in result.listed] for _ in range(2)]
    assert max(number for walk in walks for _, number in walk) <= 2
    assert [[line for line, _ in walk] for walk in walks] == [list(lines)] * 2
    assert result.shown == len(all_held.findings) == len(lines)


@pytest.mark.parametrize(("keep", "held", "rest"), [(2, 2, []), (5, 3, [5, 6]), (3, 3, [])])
def test_no_more_are_held_or_listed_than_was_asked_for(
    keep: int, held: int, rest: list[int], tmp_path: Path
) -> None:
    roster = roster_of(
        tmp_path, Example(change={f"anggota:{at}": {"nik": "1"} for at in range(2, 9)})
    )
    (result,) = run_rules(roster, [find_rule("V202")], keep, hold=3).rules
    assert len(result.findings) == held
    assert [one.line for one in result.rest or ()] == rest


@pytest.mark.parametrize("error", [OSError, ValueError])
def test_a_rule_that_crashes_at_the_first_finding_that_is_not_held_is_a_crashed_rule(
    error: type[Exception], tmp_path: Path
) -> None:
    changed = {f"anggota:{at}": {"nik": "1"} for at in range(2, 9)}
    roster, rule = roster_of(tmp_path, Example(change=changed)), find_rule("V202")

    def crashes(roster: Roster) -> Found:
        found = rule.check(roster)

        def described() -> Iterator[Finding]:
            yield from islice(found.findings, 3)
            raise error

        return found._replace(findings=Walked(described))

    results = run_rules(roster, [replace(rule, check=crashes), find_rule("V201")], None, hold=3)
    crashed, other = results.rules
    assert (crashed.status, crashed.findings) == (Status.CRASHED, ())
    assert crashed.reason is not None
    assert crashed.reason.params["error"] == error.__name__
    assert other.status is Status.PASSED
