"""Cells as parsing leaves them: each column its distinct texts, and per row which of them."""

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from adhoc_cli.tables.texts import Codes, Texts

# By column: per row the position of its text (-1 for an empty cell), and the distinct texts.
Factorised = dict[str, tuple[Codes, Texts]]

# Up to so many keys, sorting them takes less time than pandas takes to start (0.25 s).
PANDAS_FROM = 1 << 18


class Form(NamedTuple):
    """How records are written: what separates their cells, how many these are, whether line breaks
    stand inside quotes, and the length in bytes of the longest record. Those of a file that is
    `to_join` others are part of a table only."""

    delimiter: str
    width: int
    quoted_breaks: bool
    longest: int
    to_join: bool = False


def narrow(positions: Codes, size: int) -> Codes:
    """Positions among `size` things, or -1, in the smallest type that holds `size` as well. Most
    columns have few texts: of the 21 of a country it saves 180 MB."""
    return positions.astype(np.min_scalar_type(-1 - size), copy=False)


def through(lookup: Codes, codes: Codes) -> Codes:
    """`lookup[codes]`, with -1 staying -1."""
    return np.append(lookup, lookup.dtype.type(-1))[codes]


def distinct(keys: NDArray[Any]) -> NDArray[Any]:
    """The different keys in order. NumPy, when asked for nothing else, imports masked arrays first:
    6 % of the time of a check."""
    return np.unique(keys, return_counts=True)[0]


def numbered(keys: NDArray[Any], *, pandas_from: int = PANDAS_FROM) -> tuple[NDArray[np.intp], int]:
    """Of every key a number from 0, in the order in which keys first stand; and how many keys
    there are. Equal keys have the same number."""
    if keys.size >= pandas_from:
        import pandas as pd

        numbers, distinct = pd.factorize(keys)
        return numbers, len(distinct)
    _, first, of_sorted = np.unique(keys, return_index=True, return_inverse=True)
    of_first = np.empty(first.size, np.intp)
    of_first[np.argsort(first)] = np.arange(first.size)
    return of_first[of_sorted], first.size
