from __future__ import annotations

import pytest

from adhoc_cli.text.numbers import without_long_numbers


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("3323014708860007", "************0007"),
        ("Siti 3323014708860007 (081290001117)", "Siti ************0007 (********1117)"),
        ("Siti Aminah 2", "Siti Aminah 2"),
        ("12345678", "12345678"),
        ("33.23.01.2016", "33.23.01.2016"),
        ("", ""),
    ],
)
def test_long_numbers_keep_their_last_four_digits(text: str, shown: str) -> None:
    assert without_long_numbers(text) == shown
