"""The names of people as numbers, so that whole columns of them can be compared."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from adhoc_cli.roster.repeats import Positions
from adhoc_cli.tables.column import Column
from adhoc_cli.tables.texts import Texts


def name_numbers(
    names: Column, rows: Positions, key: Callable[[str], str], known: dict[str, int] | None = None
) -> NDArray[np.int64]:
    """Per row a number that rows with the same `key` of their name share; -1 without a name.

    `key` is asked once for each distinct name of these rows only: it may take its time. `known`
    holds the numbers of keys and is added to: with it the numbers of two columns agree.
    """
    numbers = {} if known is None else known
    codes = names.codes[rows]
    used = np.zeros(len(names.values), bool)
    used[codes[codes >= 0]] = True
    positions = np.flatnonzero(used)
    of_values = np.full(len(names.values) + 1, -1, np.int64)  # the last one answers for -1
    of_values[positions] = [
        numbers.setdefault(key(name), len(numbers)) for name in _taken(names.values, positions)
    ]
    return np.asarray(of_values[codes])


def _taken(values: Texts | NDArray[np.object_], positions: Positions) -> list[str]:
    return values.take(positions) if isinstance(values, Texts) else values[positions].tolist()
