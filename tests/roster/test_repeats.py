"""Keys that stand more than once."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from adhoc_cli.roster.repeats import ByKey, in_order, joint, paired, repeats
from adhoc_cli.tables.factorised import numbered


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


@given(st.lists(st.integers(-2, 9) | st.integers(-(2**62), 2**62)))
def test_few_keys_are_numbered_as_many_are(keys: list[int]) -> None:
    array = np.array(keys, np.int64)
    few, distinct = numbered(array)
    many, as_many = numbered(array, pandas_from=0)
    assert (few.tolist(), distinct) == (many.tolist(), as_many)


def test_equal_keys_stay_as_they_stand() -> None:
    keys = np.arange(200) % 3  # many: a few are sorted in a way that keeps them in any case
    assert in_order(keys).tolist() == sorted(range(200), key=lambda at: (at % 3, at))


def test_the_rows_of_a_key_are_its_own_in_their_order() -> None:
    by_key = ByKey(np.array([6, 5, 7, 5, 6, 4]), [0, 1, 2, 3, 5])
    assert [by_key.of(key).tolist() for key in range(3, 9)] == [[], [5], [1, 3], [0], [2], []]
    assert by_key.all.tolist() == [5, 1, 3, 0, 2]


@given(st.lists(st.tuples(st.integers(-2, 3), st.integers(-1, 3)), min_size=1))
def test_a_number_of_a_pair_is_its_own_and_stands_as_the_pair_does(
    pairs: list[tuple[int, int]],
) -> None:
    numbers = dict(zip(pairs, paired(*np.array(pairs).T).tolist(), strict=True))
    assert sorted(numbers, key=numbers.__getitem__) == sorted(numbers)
    assert len(set(numbers.values())) == len(numbers)


@given(st.lists(st.tuples(st.integers(-2, 3), st.integers(-2, 3)), min_size=1))
def test_one_number_for_every_combination(pairs: list[tuple[int, int]]) -> None:
    first = [*dict.fromkeys(pairs)]
    found = joint(*np.array(pairs).T)
    assert found.tolist() == [first.index(pair) for pair in pairs]


def test_one_column_is_numbered_too() -> None:
    assert joint(np.array([7, 5, 7])).tolist() == [0, 1, 0]
