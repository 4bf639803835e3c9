"""Keys that stand more than once."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from adhoc_cli.roster.repeats import repeats


def test_a_third_row_names_the_first_too() -> None:
    later, first = repeats(np.array([7, 5, 7, 9, 5, 7]))
    assert later.tolist() == [2, 4, 5]
    assert first.tolist() == [0, 1, 0]


def test_nothing_repeats_where_all_are_different() -> None:
    later, first = repeats(np.array([3, 1, 2]))
    assert (later.size, first.size) == (0, 0)


@given(st.lists(st.integers(-2, 9)))
def test_repeats_are_those_that_stood_earlier(keys: list[int]) -> None:
    later, first = repeats(np.array(keys, np.int64))
    expected = [at for at, key in enumerate(keys) if key in keys[:at]]
    assert later.tolist() == expected
    assert first.tolist() == [keys.index(keys[at]) for at in expected]
