"""Keys of rows: those that stand more than once, and the rows that bear one."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from adhoc_cli.tables.factorised import numbered

Positions = NDArray[np.intp]

# Up to so many possible keys a key, they need not be numbered first.
_DENSE = 4


def repeats(keys: NDArray[np.integer[Any]]) -> tuple[Positions, Positions]:
    """The positions whose key stood earlier, ascending, and for each where it stood first."""
    dense = keys.size and keys.min() >= 0 and keys.max() < _DENSE * keys.size
    numbers = keys if dense else numbered(keys)[0]
    first = np.empty(int(numbers.max(initial=-1)) + 1, np.intp)
    at = np.arange(numbers.size)
    first[numbers[::-1]] = at[
        ::-1
    ]  # of equal keys the last one written stays: the first that stands
    again = np.flatnonzero(first[numbers] != at)
    return again, first[numbers[again]]


def paired(first: NDArray[np.integer[Any]], second: NDArray[np.integer[Any]]) -> NDArray[np.int64]:
    """One number for each pair, ascending as the pairs do; `second` is -1 or more."""
    return first.astype(np.int64) * (int(second.max(initial=0)) + 2) + second


def joint(*columns: NDArray[Any]) -> NDArray[np.int64]:
    """One number for every combination of the columns' values, in the order of their first."""
    key = np.zeros(columns[0].size, np.int64)
    for column in columns:
        codes, _ = numbered(column)
        key = numbered(paired(key, codes))[0].astype(np.int64)
    return key


def in_order(keys: NDArray[Any]) -> Positions:
    """The positions of keys in the order of the keys; those of equal ones as they stand."""
    return np.argsort(keys, kind="stable")


class ByKey:
    """Positions grouped by a key, so that those of one are found at once."""

    def __init__(self, keys: NDArray[Any], positions: Positions | Sequence[int]) -> None:
        chosen = np.asarray(positions, np.intp)
        self._order = chosen[in_order(keys[chosen])]
        self._keys = keys[self._order]

    def of(self, key: int) -> Positions:
        """The positions that bear `key`, ascending."""
        wanted = np.array([key, key + 1], self._keys.dtype)  # another type would cast all keys
        start, end = np.searchsorted(self._keys, wanted)
        return self._order[start:end]

    @property
    def all(self) -> Positions:
        """All of them, by key."""
        return self._order
