"""Every rule's own examples, texts and identity. A new rule is tested by being there."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from string import Formatter
from tempfile import TemporaryDirectory
from typing import Any

import pytest

import adhoc_cli.rules as package
from adhoc_cli.engine.run import run_rule
from adhoc_cli.models.finding import Finding, Personal
from adhoc_cli.models.report import RuleResult, Status
from adhoc_cli.profiles.load import DEFAULT, Office, Settings, load_profile
from adhoc_cli.profiles.told import law_words
from adhoc_cli.roster.roster import Roster
from adhoc_cli.rules.api import Rule, Variants
from adhoc_cli.rules.examples import Example
from adhoc_cli.rules.registry import all_rules
from adhoc_cli.rules.sources import cited_by
from adhoc_cli.text.words import Words
from tests.conftest import Golden, Stale
from tests.examples import roster_of

RULES = all_rules()
# A rule's file, by its code.
FILES = {path.stem.split("_")[0].upper(): path for path in Path(package.__path__[0]).glob("*/*.py")}
# What every message may name beside the params of its hit.
ALWAYS = {"place", "person", "body", "file", "line", "column"}

# Messages that no folder made of plain files can bring about.
ELSEWHERE = {"F102": {"no-file", "unopened"}}

each_rule = pytest.mark.parametrize("rule", [pytest.param(rule, id=rule.code) for rule in RULES])


def result_of(rule: Rule, kind: str, number: int) -> RuleResult:
    """What a rule says of one of its examples; several tests ask."""
    return _result_of(rule.code, kind, number)


@cache
def _result_of(code: str, kind: str, number: int) -> RuleResult:
    (rule,) = (one for one in RULES if one.code == code)
    with TemporaryDirectory() as folder:
        example: Example = getattr(rule, kind)[number - 1]
        result = run_rule(roster_of(Path(folder), example), rule, None)
    assert result.status is not Status.CRASHED, result.reason
    return result


def results_of(rule: Rule, kind: str) -> list[RuleResult]:
    return [result_of(rule, kind, number) for number, _ in enumerate(getattr(rule, kind), start=1)]


def cases(kind: str) -> list[Any]:
    return [
        pytest.param(rule, number, id=f"{rule.code}-{kind}-{number}")
        for rule in RULES
        for number, _ in enumerate(getattr(rule, kind), start=1)
    ]


@each_rule
def test_a_rule_tells_all_of_its_examples_as_before(rule: Rule, golden: Golden) -> None:
    """How much was looked at; of each finding its severity, column, place, person and params; the
    values of the profile that the rule cites.

    The first test here, so that it is known to reach what the others take from its results."""
    golden(f"{rule.code}.txt", "".join(f"{line}\n" for line in told(rule)).encode())


def test_no_golden_file_is_left_over(stale: Stale) -> None:
    stale(f"{rule.code}.txt" for rule in RULES)


@pytest.mark.parametrize(("rule", "number"), cases("passes"))
def test_a_passing_example_gives_no_finding(rule: Rule, number: int) -> None:
    result = result_of(rule, "passes", number)
    assert [(f.file, f.line, f.params) for f in result.findings] == []
    assert (result.failed, result.counts) == (0, {})


@pytest.mark.parametrize(("rule", "number"), cases("fails"))
def test_a_failing_example_gives_exactly_its_findings(rule: Rule, number: int) -> None:
    example = rule.fails[number - 1]
    assert example.at, "a rule that always passes would show it, too"
    result = result_of(rule, "fails", number)
    assert result.status is Status.FAILED, result.reason
    assert Counter((f.file, f.line) for f in result.findings) == Counter(example.at)
    assert result.failed == sum(result.counts.values()) == len(example.at)
    assert Counter(f.severity for f in result.findings) == result.counts
    assert result.checked > 0
    for finding in result.findings:
        assert_worded(rule, finding)


@each_rule
def test_a_rule_runs_on_one_passing_example_at_least(rule: Rule) -> None:
    assert rule.fails, "no failing example"
    assert any(result.checked > 0 for result in results_of(rule, "passes"))


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Roster:
    return roster_of(tmp_path_factory.mktemp("base"))


@each_rule
def test_the_base_roster_is_faultless(rule: Rule, base: Roster) -> None:
    result = run_rule(base, rule, None)
    assert result.status is not Status.CRASHED, result.reason
    assert result.failed == 0


@each_rule
def test_the_texts_are_complete_in_both_languages(rule: Rule) -> None:
    for text in texts_of(rule):
        assert text.id.strip(), text
        assert text.en.strip(), text
        assert text.id != text.en or text == rule.basis, text
        assert names_in(text.id) == names_in(text.en), text
    for text in (rule.title, rule.basis):
        assert not names_in(text.id), "only why, message and fix are templates"
    assert names_in(rule.why.id) <= law_words(load_profile(DEFAULT)).keys()


@each_rule
def test_messages_and_fixes_are_chosen_alike(rule: Rule) -> None:
    if isinstance(rule.fix, Mapping):
        assert isinstance(rule.message, Mapping)
        assert rule.fix.keys() == rule.message.keys()


@each_rule
def test_every_message_is_shown_by_a_failing_example(rule: Rule) -> None:
    if isinstance(rule.message, Words):
        return
    shown = ELSEWHERE.get(rule.code, set())
    for result in results_of(rule, "fails"):
        for finding in result.findings:
            shown = shown | set(finding.params.get("variants", (finding.params.get("variant"),)))
    assert shown == rule.message.keys()


@each_rule
def test_the_file_says_a_code_and_a_name(rule: Rule) -> None:
    assert re.fullmatch(r"[A-Z][0-9]{3}", rule.code)
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.name)


def test_a_family_is_one_letter_and_one_folder() -> None:
    pairs = {(rule.family, FILES[rule.code].parent) for rule in RULES}
    letters, folders = zip(*pairs, strict=True)
    assert len(pairs) == len(set(letters)) == len(set(folders))


@each_rule
def test_needs_name_files_and_columns(rule: Rule) -> None:
    from adhoc_cli.models.columns import columns_of
    from adhoc_cli.models.rows import MODELS

    for need in rule.needs:
        kind, _, column = need.partition(".")
        assert kind in MODELS
        assert not column or column in columns_of(MODELS[kind])


def test_codes_and_names_are_unique() -> None:
    words = [word for rule in RULES for word in (rule.code, rule.name)]
    assert len(words) == len(set(words))


# -- helpers ---------------------------------------------------------------------------------------


def told(rule: Rule) -> Iterable[str]:
    yield f"{rule.code}: {rule.severity}"
    for kind in ("passes", "fails"):
        for number, result in enumerate(results_of(rule, kind), start=1):
            reason = f", {result.reason}" if result.reason else ""
            yield f"{kind} {number}: {result.status}, {result.checked} looked at{reason}"
            yield from map(line_of, result.findings)
    found = (one for result in results_of(rule, "fails") for one in result.findings)
    yield from sorted({f"basis: {one.basis}" for one in found})
    office = Office(Settings(), load_profile(DEFAULT))
    yield from (f"cited: {one.body} {one.key}" for one in cited_by(rule, office))


def line_of(found: Finding) -> str:
    where = f"{found.file}:{found.line}" if found.line else found.file or "-"
    about = (found.severity, where, found.column, found.body, found.region, found.person)
    params = (f"{name}={value_of(value)}" for name, value in sorted(found.params.items()))
    return "  " + " | ".join([*(str(one) for one in about if one), *params])


def value_of(param: object) -> object:
    """What is masked elsewhere, of people who were made up, with how it is masked."""
    return f"{param.value} [{param.privacy}]" if isinstance(param, Personal) else param


def assert_worded(rule: Rule, finding: Finding) -> None:
    """The chosen message and fix are there, and every name in them has a value."""
    known = ALWAYS | finding.params.keys()
    for texts in (rule.message, rule.fix):
        for text in chosen(texts, finding.params):
            assert names_in(text.id) <= known, text


def chosen(texts: Variants, params: Mapping[str, object]) -> list[Words]:
    if isinstance(texts, Words):
        return [texts]
    variants = params.get("variants", (params.get("variant"),))
    assert isinstance(variants, tuple)
    assert variants
    return [texts[str(variant)] for variant in variants]


def texts_of(rule: Rule) -> Iterable[Words]:
    yield from (rule.title, rule.why, rule.basis)
    for texts in (rule.message, rule.fix):
        yield from (texts,) if isinstance(texts, Words) else texts.values()


def names_in(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name is not None}
