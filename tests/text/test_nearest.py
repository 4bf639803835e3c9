"""What is suggested instead of an unknown word, and what would be the opposite of it."""

from __future__ import annotations

import pytest

from adhoc_cli.text.nearest import nearest

KNOWN = ("aktif", "cadangan", "meninggal", "nonaktif sementara", "Nongka", "Takeran")


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("AKTF", "aktif"),
        ("cadngan", "cadangan"),
        ("nonaktif sementra", "nonaktif sementara"),
        ("Nongko", "Nongka"),
        ("Takran", "Takeran"),
        ("kecamatan", None),
    ],
)
def test_a_slip_is_near(word: str, expected: str | None) -> None:
    assert nearest(word, KNOWN) == expected


@pytest.mark.parametrize(
    "word", ["Nonaktif", "non-aktif", "Tidak Aktif", "tdk aktif", "BUKAN cadangan", "blm meninggal"]
)
def test_the_opposite_is_not(word: str) -> None:
    assert nearest(word, ("aktif", "cadangan", "meninggal")) is None


@pytest.mark.parametrize("word", ["Tidak Aktif", "Non Aktif", "belum aktif"])
def test_nor_is_the_opposite_in_two_words(word: str) -> None:
    assert nearest(word, ("masih aktif", "cadangan")) is None


def test_nothing_is_near_to_a_letter() -> None:
    assert nearest("A", ("ya", "tidak")) is None
