"""Cells as parsing leaves them: each column its distinct texts, and per row which of them."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from adhoc_cli.tables.texts import Codes, Texts

# By column: per row the position of its text (-1 for an empty cell), and the distinct texts.
Factorised = dict[str, tuple[Codes, Texts]]


class Form(NamedTuple):
    """How records are written: what separates their cells, how many these are, whether line breaks
    stand inside quotes, and the length in bytes of the longest record."""

    delimiter: str
    width: int
    quoted_breaks: bool
    longest: int


def through(lookup: Codes, codes: Codes) -> Codes:
    """`lookup[codes]`, with -1 staying -1."""
    return np.append(lookup, np.int32(-1))[codes]
