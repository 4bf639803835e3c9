"""Rosters of the rules' own examples: the clean one of `Example()`, and what tests change in it."""

from __future__ import annotations

from pathlib import Path

from adhoc_cli.engine.run import run_rule
from adhoc_cli.models.report import RuleResult
from adhoc_cli.roster.roster import Roster, load_roster
from adhoc_cli.rules.examples import Cells, Example, example, secretariat
from adhoc_cli.rules.registry import find_rule
from adhoc_cli.tables.source import DEFAULT_LIMIT
from scripts.example_roster import write_example


def roster_of(folder: Path, example: Example | None = None) -> Roster:
    """The roster of an example (none: the clean one), written into `folder`, on its day."""
    one = example or Example()
    folder.mkdir(parents=True, exist_ok=True)
    write_example(one, folder)
    limit = DEFAULT_LIMIT if one.limit is None else one.limit
    return load_roster(folder, one.as_of, one.profile, limit)


def result(code: str, example: Example, folder: Path) -> RuleResult:
    """What one rule finds in the roster of an example."""
    return run_rule(roster_of(folder, example), find_rule(code), None)


def secretariat_rows(body: str, place: str) -> tuple[Cells, ...]:
    """The rows of a complete secretariat."""
    return example(*secretariat(body, place)).add["anggota"]
