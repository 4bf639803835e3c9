"""Keys of rows: those that stand more than once, and the rows that bear one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

Positions = NDArray[np.intp]

# Up to so many possible keys a key, an array of them all is quicker than hashing.
_DENSE = 4


def repeats(keys: NDArray[np.integer[Any]]) -> tuple[Positions, Positions]:
    """The positions whose key stood earlier, ascending, and for each where it stood first."""
    if keys.size and keys.min() >= 0 and keys.max() < _DENSE * keys.size:
        return _by_position(keys)
    hashed = pd.Series(keys)
    involved = np.flatnonzero(hashed.duplicated(keep=False).to_numpy())
    if not involved.size:
        return involved, involved
    group, _ = pd.factorize(keys[involved])
    # factorize numbers the keys in the order in which they first stand.
    again = pd.Series(group).duplicated().to_numpy()
    return involved[again], involved[~again][group[again]]


def _by_position(keys: NDArray[np.integer[Any]]) -> tuple[Positions, Positions]:
    first = np.empty(int(keys.max()) + 1, np.intp)
    at = np.arange(keys.size)
    first[keys[::-1]] = at[::-1]  # of equal keys the last one written stays: the first that stands
    again = np.flatnonzero(first[keys] != at)
    return again, first[keys[again]]


class ByKey:
    """Positions grouped by a key, so that those of one are found at once."""

    def __init__(self, keys: NDArray[Any], positions: Positions | Sequence[int]) -> None:
        chosen = np.asarray(positions, np.intp)
        self._order = chosen[np.argsort(keys[chosen], kind="stable")]
        self._keys = keys[self._order]

    def of(self, key: int) -> Positions:
        """The positions that bear `key`, ascending."""
        start, end = np.searchsorted(self._keys, [key, key + 1])
        return self._order[start:end]
