"""`make rule`: the file of a rule that nobody has written yet."""

from __future__ import annotations

import shutil
import subprocess
import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest

from adhoc_cli.engine.run import run_rule
from adhoc_cli.models.report import Status
from adhoc_cli.roster.roster import load_roster
from adhoc_cli.rules.api import Rule
from adhoc_cli.rules.examples import Example
from adhoc_cli.rules.registry import all_rules
from scripts import new_rule
from scripts.example_roster import write_example


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for family in ("duplicates", "values"):
        shutil.copytree(new_rule._RULES / family, tmp_path / family)
    monkeypatch.setattr(new_rule, "_RULES", tmp_path)
    assert new_rule.main(["D699", "never-written", "warning"]) == 0
    return tmp_path / "duplicates" / "d699_never_written.py"


def _rule(path: Path) -> Rule:
    spec = spec_from_file_location(path.stem, path)
    assert spec
    assert spec.loader
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return Rule.of_module(module)


def test_it_is_a_rule_that_runs_and_finds_nothing(made: Path, tmp_path: Path) -> None:
    rule = _rule(made)
    assert (rule.code, rule.name, rule.severity, rule.fails) == (
        "D699", "never-written", "warning", (),
    )  # fmt: skip
    write_example(Example(), tmp_path)
    result = run_rule(load_roster(tmp_path, Example().as_of), rule, None)
    assert result.status in {Status.PASSED, Status.SKIPPED}


def test_it_is_formatted_and_has_no_fault_of_style(made: Path) -> None:
    for check in (["check"], ["format", "--check"]):
        command = [sys.executable, "-m", "ruff", *check, "--config", "pyproject.toml", str(made)]
        subprocess.run(command, check=True, capture_output=True)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["D601", "never-written"], "D601 is taken"),
        (["D699", all_rules()[0].name], "the name of another rule"),
        (["X1", "never-written"], "is no code"),
        (["D699", "Address"], "is no name"),
        (["D699", "never-written", "fatal"], "is no severity"),
        ([], "is no code"),
    ],
)
def test_what_cannot_be_begun_is_refused(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert new_rule.main(arguments) == 2
    assert said in capsys.readouterr().err


def test_every_family_has_its_file_of_plants() -> None:
    folder = Path("scripts/sample")
    for rule in all_rules():
        plants = new_rule._PLANTS.get(rule.family, "plants_people.py")
        assert f'"{rule.code}"' in (folder / plants).read_text(encoding="utf-8"), rule.code
