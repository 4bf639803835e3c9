"""Characters that nobody sees, and what stands in their place."""

from __future__ import annotations

import sys
from unicodedata import category

import pytest

from adhoc_cli.text.unseen import SPACES, escape, is_unseen, on_one_line

_EVERY = [chr(code) for code in range(sys.maxunicode + 1)]


def test_the_spaces_are_all_that_unicode_has() -> None:
    assert [*SPACES] == [one for one in _EVERY if category(one) == "Zs" and one != " "]
    assert not any(map(is_unseen, SPACES))


@pytest.mark.parametrize(
    "char", ["\x00", "\x1f", "\x7f", "\u200b", "\u202e", "\u2028", "\ue000", "\u2800", "\ufe0f"]
)
def test_a_character_that_draws_nothing_is_written_out(char: str) -> None:
    assert on_one_line(f"a{char}b") == f"a{escape(char)}b"


@pytest.mark.parametrize(
    ("char", "shown"),
    [
        ("\xff", "\\xff"),
        ("\u0100", "\\u0100"),
        ("\uffff", "\\uffff"),
        ("\U00010000", "\\U00010000"),
    ],
)
def test_an_escape_is_as_long_as_the_character_needs(char: str, shown: str) -> None:
    assert escape(char) == shown


def test_what_is_seen_stays_and_a_break_is_an_arrow() -> None:
    assert on_one_line("Siti é\r\n愛\n.") == "Siti é↵愛↵."
    assert on_one_line("Siti\r!") == "Siti\\x0d!"
