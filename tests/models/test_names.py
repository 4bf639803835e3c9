"""Names that are one, however they are written; and names that are not."""

from __future__ import annotations

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adhoc_cli.models.names import name_key, without_mojibake
from adhoc_cli.models.odd_names import suspicion_of


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("Hj. Siti Aminah, S.Pd.", "siti aminah"),
        ("SITI  AMINAH", "siti aminah"),
        ("Siti Aminah S.Pd", "siti aminah"),
        ("Siti Aminah SPd", "siti aminah"),
        ("Drs. H. Budi Santoso, M. Si., S.I.P.,M.I.P", "budi santoso"),
        ("K.H. Maimun", "maimun"),
        ("Moh. Ridwan", "muhammad ridwan"),
        ("M. Ridwan", "muhammad ridwan"),
        ("Mochammad Ridwan", "muhammad ridwan"),
        ("Nu'man", "numan"),
        ("Nu\u2019man", "numan"),
        ("Si\u200bti", "siti"),
        ("José", "jose"),
        ("Santoso, Budi", "santoso budi"),
    ],
)
def test_one_name_has_one_key(written: str, key: str) -> None:
    assert name_key(written) == key


@pytest.mark.parametrize(
    "name",
    ["Hadi", "Irma", "Drajat", "Haryanto", "Mei", "Siti Mei", "Agus St", "Mohan", "S. Widodo"],
)
def test_what_begins_or_ends_like_a_title_stays(name: str) -> None:
    assert name_key(name) == name.casefold().replace(".", "")


@pytest.mark.parametrize("name", ["H.", "Drs.", "S.Pd.", "...", "Dr. S.H."])
def test_a_name_that_is_only_titles_is_its_own_key(name: str) -> None:
    assert name_key(name)


def test_an_initial_without_a_dot_is_no_muhammad() -> None:
    assert name_key("M Ridwan") == "m ridwan"


@given(st.text(max_size=40))
def test_any_text_has_a_key_that_is_its_own_key_in_capitals(name: str) -> None:
    key = name_key(name)
    assert key == name_key(name)
    assert key == key.strip()
    if name.isascii():
        assert key == name_key(name.upper())


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("Maâ€™ruf", "Ma’ruf"),
        ("Siti Â¡\x85", "Siti ¡ "),  # a blank at its end keeps nothing from being read
        ("Siti\u2003Ã©", "Siti é"),
        ("Siti\u2003é", "Siti\u2003é"),
        ("Siti\u2003Ani", "Siti\u2003Ani"),
    ],
)
def test_text_of_another_encoding_is_put_right_whatever_blanks_it_has(
    written: str, right: str
) -> None:
    assert without_mojibake(written) == right


@pytest.mark.parametrize("filled", ["x", "(", " 1."])
def test_a_name_as_long_as_a_cell_of_a_workbook_is_looked_at_at_once(filled: str) -> None:
    start = process_time()
    suspicion_of("Wagiman" + filled * (32_760 // len(filled)), digits=False)
    suspicion_of("(" + filled * (32_760 // len(filled)), digits=False)
    assert process_time() - start < 1
