"""docs/ says what the program says."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from adhoc_cli.profiles.load import load_profile, profile_names
from adhoc_cli.rules.api import Rule
from adhoc_cli.rules.registry import all_rules
from scripts.law_page import law_page
from scripts.make_docs import rules_page

PAGE = Path("docs/rules.md")


@cache
def page() -> str:
    """The page of the rules, as it is made now."""
    return rules_page().decode()


def test_the_page_of_the_rules_is_current() -> None:
    written = PAGE.read_text(encoding="utf-8")
    assert written == page(), "python -m scripts.make_docs"


def test_the_page_of_the_law_is_current() -> None:
    written = Path("docs/law.md").read_text(encoding="utf-8")
    assert written == law_page(), "python -m scripts.make_docs"


@pytest.mark.parametrize("name", profile_names())
def test_the_page_of_the_law_has_every_value_of_every_profile_with_its_source(name: str) -> None:
    section = law_page().partition(f"\n## {name}: ")[2].partition("\n## ")[0]
    for body, part in load_profile(name).badan.items():
        for key, source in part.sumber.items():
            if key not in {"divisi_sinonim", "sinonim"}:
                start = f"| {body} | {key} | "
                (row,) = (line for line in section.split("\n") if line.startswith(start))
                assert f" | {source.dasar} | {source.tingkat} | " in row


@pytest.mark.parametrize("rule", [pytest.param(rule, id=rule.code) for rule in all_rules()])
def test_every_rule_has_a_complete_section(rule: Rule) -> None:
    section = page().partition(f"\n## {rule.code} ")[2].partition("\n## ")[0]
    headings = [line for line in section.split("\n") if line.startswith("### ")]
    assert headings == [
        "### Why",
        "### Basis",
        "### Message",
        "### What to do",
        "### Found here",
        "### Passes here",
    ]
    assert f"**{rule.title.id}**" in section
    assert rule.name in section


def test_the_guide_names_files_that_are_there() -> None:
    guide = Path("CONTRIBUTING.md").read_text(encoding="utf-8")
    named = re.findall(r"`((?:src|scripts|docs|tests|data)/[\w/.-]+)`", guide)
    assert len(named) > 10
    made = "d606_address_shared.py"
    assert [path for path in named if not Path(path).exists() and made not in path] == []
