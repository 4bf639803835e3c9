from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from adhoc_cli.output.safe import MARKS, harmless, safe, safe_cell, safe_cells
from tests.output.hostile import HOSTILE, longest_run, raw


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_texts_become_harmless(text: str) -> None:
    shown = safe(text)
    assert not raw(shown)
    assert "\n" not in shown
    assert "\t" not in shown
    assert longest_run(shown) <= MARKS


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31m", "\\x1b[31m"),
        ("\x9b", "\\x9b"),
        ("a\nb", "a↵b"),
        ("a\r\nb", "a↵b"),
        ("a\rb", "a\\x0db"),
        ("a\tb", "a\\x09b"),
        ("\u202e", "\\u202e"),
        ("\u2028", "\\u2028"),
        ("\U000e0041", "\\U000e0041"),
        ("\ud800", "\\ud800"),
        ("\ue000", "\\ue000"),
    ],
)
def test_escapes_are_those_of_python_and_json(text: str, shown: str) -> None:
    assert safe(text) == shown


@pytest.mark.parametrize(
    "text",
    [
        "Sa’diyah",
        "Zoe\u0308",
        "Nguyễn Thị Ánh",
        "王小明",
        "Ｓｉｔｉ",
        "𝔖𝔦𝔱𝔦",
        "محمد",
        "a\u00a0b",
        "[bold]",
        "✓ 😀",
    ],
)
def test_ordinary_texts_stay(text: str) -> None:
    assert safe(text) == text


def test_a_tower_of_accents_is_levelled_and_nothing_is_lost() -> None:
    shown = safe("a" + "\u0301" * 10)
    assert shown == "a" + "\u0301" * 8 + "\\u0301\\u0301"


def test_a_limit_says_that_there_is_more() -> None:
    assert safe("abcdef", 3) == "abc…"
    assert safe("abc", 3) == "abc"


def test_a_cell_keeps_its_line_breaks_and_tabs() -> None:
    assert safe_cell("a\r\nb\nc\td\x1b") == "a\nb\nc\td\\x1b"


@given(st.text(st.characters()))
@example("\U000e14a0")  # escaped, digits of it look like 000E14
def test_whatever_comes_in_comes_out_harmless_and_stays_so(text: str) -> None:
    shown = safe(text)
    assert not raw(shown)
    assert "\n" not in shown
    assert longest_run(shown) <= MARKS
    assert safe(shown) == shown


@given(st.text(st.characters(categories=["L", "N", "P", "S"])))
def test_letters_numbers_and_signs_are_not_touched(text: str) -> None:
    assert safe(text, personal=True) == text or raw(text)  # letters that draw nothing (U+3164) are


_CELLS = st.one_of(st.text(), st.sampled_from([*HOSTILE, "Wonosari", "10–13", "a\u0301"]))


@given(st.lists(_CELLS, max_size=4))
def test_a_cell_among_others_is_shown_as_it_is_alone(texts: list[str]) -> None:
    assert [*safe_cells(texts)] == [safe_cell(text) for text in texts]


@given(_CELLS)
def test_a_cell_is_shown_as_any_text_but_for_line_breaks_and_tabs(text: str) -> None:
    text = text.replace("\n", "").replace("\t", "")
    assert safe_cell(text, personal=True) == harmless(text)
