"""The block of texts in a rule's file."""

from __future__ import annotations

import pytest

from adhoc_cli.rules.api import texts_of
from adhoc_cli.text.words import Words


def test_a_text_may_go_on_in_indented_lines_and_hold_an_equals_sign() -> None:
    block = """
why.id = Setiap kursi
  dihitung
why.en = a = b
"""
    assert texts_of(block) == {"why": {"": Words("Setiap kursi dihitung", "a = b")}}


def test_one_text_may_serve_several_variants() -> None:
    block = "fix.xls|utf-16.id = Simpan\nfix.xls|utf-16.en = Save\nfix.nul.id = X\nfix.nul.en = Y"
    saved = Words("Simpan", "Save")
    assert texts_of(block)["fix"] == {"xls": saved, "utf-16": saved, "nul": Words("X", "Y")}


def test_a_text_in_one_language_alone_is_refused() -> None:
    with pytest.raises(KeyError, match="en"):
        texts_of("title.id = Judul")
