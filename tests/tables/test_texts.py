"""What is asked of all texts at once, against the plain way to ask each, in both holdings."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from adhoc_cli.tables.texts import Texts
from tests.tables.holdings import HOLDINGS, held

TEXTS = st.lists(st.text(min_size=1) | st.text("aB9 .é", min_size=1), unique=True)


def plain(characters: str) -> str:
    """Four ASCII letters and digits in small letters; "" for any others."""
    right = len(characters) == 4 and characters.isascii() and characters.isalnum()
    return characters.lower() if right else ""


def told(numbers: NDArray[np.uint32]) -> list[str]:
    return [number.tobytes().decode().strip("\0") for number in numbers]


@pytest.mark.parametrize("holding", HOLDINGS)
@given(texts=TEXTS)
def test_edges_are_the_first_and_last_four_characters(holding: str, texts: list[str]) -> None:
    found = held(holding, texts).edges()
    assert told(found.first) == [plain(text[:4]) for text in texts]
    assert told(found.last) == [plain(text[-4:]) for text in texts]


@pytest.mark.parametrize("holding", HOLDINGS)
@given(texts=TEXTS, others=TEXTS)
def test_texts_are_found_among_others(holding: str, texts: list[str], others: list[str]) -> None:
    found = held(holding, texts).among_others(Texts.of(others))
    assert found.tolist() == [others.index(one) if one in others else -1 for one in texts]
