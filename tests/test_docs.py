"""docs/ says what the program says."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from pydantic import BaseModel

from adhoc_cli.profiles.load import Head, Settings, load_profile, profile_names
from adhoc_cli.profiles.model import Profile
from adhoc_cli.reports.letters.contents import described
from adhoc_cli.rules.api import Rule
from adhoc_cli.rules.registry import all_rules
from scripts.keys_page import keys_page, parts_of
from scripts.law_page import law_page
from scripts.make_docs import rules_page
from scripts.templates_page import templates_page

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


def test_the_page_of_the_keys_is_that_of_the_models() -> None:
    written = Path("docs/kunci.md").read_text(encoding="utf-8")
    assert written == keys_page(), "python -m scripts.make_docs"


@pytest.mark.parametrize("part", parts_of(Settings, Head, Profile), ids=lambda one: one.__name__)
def test_every_key_that_an_office_can_write_is_on_it(part: type[BaseModel]) -> None:
    page = keys_page()
    for name, field in part.model_fields.items():
        assert f"| `{field.alias or name}` |" in page
    assert "| keys." not in page  # a key without a meaning


def test_the_page_of_the_templates_is_current_and_says_every_field() -> None:
    written = Path("docs/templat.md").read_text(encoding="utf-8")
    assert written == templates_page(), "python -m scripts.make_docs"
    assert all(f"\n| `{name}` | {says}" in written for _, name, says in described())


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
