"""docs/ says what the program says."""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np
import pytest

from adhoc_cli.models.columns import columns_of
from adhoc_cli.models.rows import Anggota
from adhoc_cli.rules.api import Rule
from adhoc_cli.rules.registry import all_rules
from adhoc_cli.tables.column import validate
from adhoc_cli.tables.texts import Texts
from scripts.architecture import architecture_page
from scripts.make_docs import rules_page

PAGE = Path("docs/rules.md")
ARCHITECTURE = Path("docs/architecture.md")


def test_the_page_of_the_rules_is_current() -> None:
    written = PAGE.read_text(encoding="utf-8")
    assert written == rules_page().decode(), "python -m scripts.make_docs"


@pytest.mark.parametrize("rule", [pytest.param(rule, id=rule.code) for rule in all_rules()])
def test_every_rule_has_a_complete_section(rule: Rule) -> None:
    page = rules_page().decode()
    section = page.partition(f"\n## {rule.code} ")[2].partition("\n## ")[0]
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


def test_the_page_of_the_architecture_is_current() -> None:
    assert ARCHITECTURE.read_text(encoding="utf-8") == architecture_page(), "make docs"


def test_the_page_of_the_architecture_names_files_that_are_there() -> None:
    text = ARCHITECTURE.read_text(encoding="utf-8")
    named = re.findall(r"`(src/[\w/.]+)`", text)
    assert len(named) > 15
    assert [path for path in named if not Path(path).exists()] == []
    files = {path.name for path in Path("src").rglob("*.py")}
    assert set(re.findall(r"`(\w+\.py)`", text)) <= files


def test_the_page_of_the_architecture_draws_a_column_as_it_is() -> None:
    texts = Texts.of(("aktif", "Aktif", "entah", "cadangan"))
    codes = np.array([0, 1, 2, 3, -1], dtype=np.int32)
    column = validate(columns_of(Anggota)["status"], codes, texts, {})
    assert column.codes.tolist() == [0, 0, -1, 1, -1]
    assert column.value_list == ["aktif", "cadangan"]
    assert {at: error.kind for at, error in column.errors.items()} == {2: "value_unknown"}
    assert column.position("diberhentikan") == -2


def test_the_guide_names_files_that_are_there() -> None:
    guide = Path("CONTRIBUTING.md").read_text(encoding="utf-8")
    named = re.findall(r"`((?:src|scripts|docs|tests|data)/[\w/.-]+)`", guide)
    assert len(named) > 10
    made = "d606_address_shared.py"
    assert [path for path in named if not Path(path).exists() and made not in path] == []
