"""The faults that `make mutate` makes: each in its place, and none in what is not behaviour."""

from __future__ import annotations

import ast
from dataclasses import replace
from pathlib import Path
from types import FunctionType

import pytest

from adhoc_cli.engine.run import run_rule
from adhoc_cli.models.finding import Severity
from adhoc_cli.rules.examples import example
from adhoc_cli.rules.registry import find_rule
from tests.examples import roster_of
from tests.mutation import whole
from tests.mutation.__main__ import between
from tests.mutation.mutants import OF_A_RULE, places_in
from tests.mutation.reach import one_of_each_first
from tests.mutation.trial import _swap


def _mutated(source: str) -> list[str]:
    made = []
    for number, _ in enumerate(places_in(ast.parse(source))):
        tree = ast.parse(source)
        places_in(tree)[number].change()
        made.append(ast.unparse(tree))
    return made


@pytest.mark.parametrize(
    ("source", "made"),
    [
        ("a < b", ["a <= b"]),
        ("a == 'x'", ["a != 'x'", "a == 'xx'"]),
        ("a & ~b", ["a | ~b", "a & b"]),
        ("a and b", ["a or b"]),
        ("n = 5", ["n = 6"]),
        ("n += k", ["pass", "n -= k"]),
        ("found(True)", ["pass", "found(False)"]),
        ("d = {'nik': x}", ["d = {'nikx': x}"]),
        ("if done: go(x)", ["if not done:\n    go(x)", "if done:\n    pass"]),
        ("severity = Severity.ERROR", ["severity = Severity.WARNING"]),
        ("found = personal(text, Privacy.HIDDEN)", ["found = personal(text, Privacy.NIK)"]),
        ("def f():\n    return x", ["def f():\n    return None"]),
        ('def f(a: "str | None" = None) -> A | B:\n    """Text."""', []),
        ("say('Baris 3')", ["pass"]),
        ("r = zip(a, strict=True)", []),
        ("r = zip(a, strict=False)", ["r = zip(a, strict=True)"]),
        ("r = sort(kind='stable')", ["r = sort(kind='quicksort')"]),
    ],
)
def test_a_place_gives_the_faults_a_person_makes(source: str, made: list[str]) -> None:
    assert _mutated(source) == made


def test_a_rule_has_five_faults_as_a_whole_beside_those_of_its_text() -> None:
    kinds = [place.kind for place in places_in(ast.parse("FACTS = Facts(severity=Severity.INFO)"))]
    assert kinds == ["change a severity", *OF_A_RULE]


@pytest.mark.parametrize(
    ("fault", "failed", "severity"),
    [
        ("finds_nothing", 0, Severity.ERROR),
        ("misses_one", 1, Severity.ERROR),
        ("finds_one_more", 3, Severity.ERROR),
        ("has_the_next_severity", 2, Severity.WARNING),
        ("has_the_severity_before", 2, Severity.INFO),
    ],
)
def test_a_rule_with_a_fault_works_but_for_that(
    fault: str, failed: int, severity: Severity, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rule = replace(find_rule("V202"))
    monkeypatch.setattr(whole, "find_rule", {"V202": rule}.__getitem__)
    whole.put(fault, Path("rules/values/v202_nik_malformed.py"))
    result = run_rule(roster_of(tmp_path, example("8 nik=1", "9 nik=2")), rule, None)
    assert (result.failed, len(result.findings)) == (failed, failed)
    assert {one.severity for one in result.findings} <= {severity}
    assert (result.severity, sum(result.counts.values())) == (severity, failed)


def test_the_code_of_a_function_that_is_there_becomes_the_mutants() -> None:
    def of(source: str, held: dict[str, FunctionType]) -> None:
        exec(compile(source, "made.py", "exec"), held)

    held: dict[str, FunctionType] = {}
    of("def older(age):\n    return age > 17\nadult = older", held)
    before = held["adult"]
    assert not before(17)
    mutant = compile("def older(age):\n    return age >= 17", "made.py", "exec")
    assert _swap(mutant, [before])
    assert before(17)
    assert not _swap(mutant, [before])  # nothing is changed: no mutant


def test_a_case_of_every_test_comes_before_the_second_of_one() -> None:
    tests = ["a.py::t[1]", "b.py::u", "a.py::t[2]", "a.py::v[1]", "a.py::t[3]", "a.py::v[2]"]
    assert one_of_each_first(tests) == [
        *("a.py::t[1]", "a.py::v[1]", "b.py::u"),
        *("a.py::t[2]", "a.py::v[2]", "a.py::t[3]"),
    ]


def test_how_sure_a_share_is() -> None:
    assert [round(one) for one in between(36, 40)] == [77, 96]
    assert between(0, 0) == (0, 100)
