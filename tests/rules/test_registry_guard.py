"""No rule may go missing, and none may always pass: both fail here."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from adhoc_cli.engine.run import run_rule
from adhoc_cli.roster.roster import Roster, load_roster
from adhoc_cli.rules.api import Found, Rule
from adhoc_cli.rules.examples import Example, write_example
from adhoc_cli.rules.registry import all_rules
from adhoc_cli.tables.source import DEFAULT_LIMIT
from scripts.sample.election import PILKADA
from scripts.sample.folders import ALL_PLANTS, IN_JUNE, of_rule
from scripts.sample.plants_files import SMALL_LIMIT
from tests.planted import expected, found_by, places, roster_in

# What stands in whole folders (apart) or in a roster; of some rules both.
_IN_ROSTERS = {plant.code for plant in ALL_PLANTS if not plant.apart}

each_rule = pytest.mark.parametrize(
    "rule", [pytest.param(rule, id=rule.code) for rule in all_rules()]
)


def test_every_rule_is_planted_and_every_plant_has_its_rule() -> None:
    assert {plant.code for plant in ALL_PLANTS} == {rule.code for rule in all_rules()}


@each_rule
def test_the_examples_fail_without_the_rule(rule: Rule, tmp_path: Path) -> None:
    assert shows_its_examples(rule, tmp_path / "as_it_is")
    assert not shows_its_examples(always_passing(rule), tmp_path / "always_passing")


@each_rule
def test_the_planted_faults_are_missed_without_the_rule(rule: Rule, tmp_path: Path) -> None:
    made = of_rule(places(), rule.code, PILKADA, apart=rule.code not in _IN_ROSTERS)
    planted = [one for one in made.write(tmp_path) if one.code == rule.code]
    faults = expected(planted, IN_JUNE, PILKADA)
    roster = roster_in(tmp_path, IN_JUNE, SMALL_LIMIT)
    assert found_by(roster, [rule]) == faults
    assert found_by(roster, [always_passing(rule)]) != faults


# -- helpers ---------------------------------------------------------------------------------------


def always_passing(rule: Rule) -> Rule:
    return replace(rule, check=lambda roster: Found(1, 0))


def shows_its_examples(rule: Rule, folder: Path) -> bool:
    """Whether every failing example has exactly the findings that it says."""
    shown = []
    for number, example in enumerate(rule.fails):
        here = folder / str(number)
        here.mkdir(parents=True)
        found = run_rule(roster_of(example, here), rule, None).findings
        shown.append(Counter((f.file, f.line) for f in found) == Counter(example.at))
    return bool(shown) and all(shown)


def roster_of(example: Example, folder: Path) -> Roster:
    write_example(example, folder)
    limit = DEFAULT_LIMIT if example.limit is None else example.limit
    return load_roster(folder, example.as_of, example.profile, limit)
