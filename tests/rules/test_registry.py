"""Finding rules by code, prefix and name."""

from __future__ import annotations

import pytest

from adhoc_cli.rules.registry import (
    UnknownRule,
    all_rules,
    all_rules_by_code,
    choose,
    find_rule,
    rule_about,
)


def codes(*select: str, ignore: tuple[str, ...] = ()) -> list[str]:
    return [rule.code for rule in choose(select, ignore)]


def test_rules_stand_in_the_order_of_the_rulebook() -> None:
    families = "".join(dict.fromkeys(rule.family for rule in all_rules()))
    assert families == "".join(letter for letter in "FVRQEDSPTCW" if letter in families)
    for family in families:
        of_family = [rule.code for rule in all_rules() if rule.family == family]
        assert of_family == sorted(of_family)


def test_every_rule_file_is_found() -> None:
    assert {f"F{n}" for n in range(101, 113)} <= all_rules_by_code().keys()
    assert {f"V{n}" for n in range(201, 213)} <= all_rules_by_code().keys()


def test_nothing_selected_is_everything() -> None:
    assert choose() == all_rules()


@pytest.mark.parametrize("word", ["V202", "v202", "nik-malformed", "NIK-MALFORMED"])
def test_a_rule_is_named_by_code_or_name(word: str) -> None:
    assert codes(word) == ["V202"]
    assert find_rule(word).code == "V202"


@pytest.mark.parametrize("prefix", ["F", "f", "F1"])
def test_a_prefix_names_a_family(prefix: str) -> None:
    assert codes(prefix) == [rule.code for rule in all_rules() if rule.family == "F"]


def test_the_order_is_the_same_however_they_are_chosen() -> None:
    assert codes("V201", "F101", "V201") == ["F101", "V201"]


def test_ignored_rules_are_left_out() -> None:
    assert codes("V20", ignore=("V202", "value-missing")) == [f"V{n}" for n in range(203, 210)]
    assert "F" not in {rule.family for rule in choose(ignore=["F"])}


@pytest.mark.parametrize(
    ("word", "suggestion"),
    [("V2022", "V202"), ("nik-malformd", "nik-malformed"), ("qqqqqqqqqqqqq", None)],
)
def test_an_unknown_word_is_refused_with_the_nearest(word: str, suggestion: str | None) -> None:
    for ask in (lambda: choose([word]), lambda: choose([], [word]), lambda: find_rule(word)):
        with pytest.raises(UnknownRule) as refused:
            ask()
        assert refused.value.word == word
        assert refused.value.suggestion == suggestion


def test_an_empty_word_chooses_nothing_by_accident() -> None:
    with pytest.raises(UnknownRule):
        choose([""])


@pytest.mark.parametrize(
    "text", ["D601", "person-repeated", "perempuan", "isi sel tidak dikenal", "tps"]
)
def test_words_of_a_title_lead_to_the_one_rule_that_has_them(text: str) -> None:
    rule = rule_about(text)
    told = " ".join((rule.code, rule.name, *rule.title)).casefold()
    assert all(word.casefold() in told for word in text.split())


@pytest.mark.parametrize(("text", "several"), [("ketua", True), ("zzzz", False), ("a", False)])
def test_words_of_several_titles_or_of_none_are_refused(text: str, several: bool) -> None:
    with pytest.raises(UnknownRule) as refused:
        rule_about(text)
    assert (len(refused.value.several) > 1) is several
