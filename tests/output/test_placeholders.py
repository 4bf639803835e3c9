"""What stands in `adhoc explain` where a finding puts its values."""

from __future__ import annotations

from string import Formatter

import pytest

from adhoc_cli.output.views.explain import with_names
from adhoc_cli.rules.api import Rule
from adhoc_cli.rules.registry import all_rules
from adhoc_cli.text.catalogue import texts
from adhoc_cli.text.translator import Translator
from adhoc_cli.text.words import Words

NAMES = {key.removeprefix("placeholder.") for key in texts("id") if key.startswith("placeholder.")}


def params_of(rule: Rule) -> set[str]:
    return {
        name
        for texts in (rule.message, rule.fix)
        for words in ([texts] if isinstance(texts, Words) else texts.values())
        for template in words
        for _, name, _, _ in Formatter().parse(template)
        if name is not None
    }


@pytest.mark.parametrize("rule", [pytest.param(rule, id=rule.code) for rule in all_rules()])
def test_every_param_of_a_rule_has_a_name_in_both_languages(rule: Rule) -> None:
    assert params_of(rule) <= NAMES


def test_no_name_is_left_over() -> None:
    assert {name for rule in all_rules() for name in params_of(rule)} == NAMES


def test_a_template_is_readable() -> None:
    words = Words(
        "{body} {place}: kurang {vacant}", "{body} {place}: {vacant} vacant, {new_one:04}"
    )
    assert with_names(words, Translator("id")) == "⟨badan⟩ ⟨wilayah⟩: kurang ⟨jumlah⟩"
    assert with_names(words, Translator("en")) == "⟨body⟩ ⟨place⟩: ⟨number⟩ vacant, ⟨new_one⟩"
