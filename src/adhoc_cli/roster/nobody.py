"""Rows whose name says that there is nobody."""

from __future__ import annotations

import numpy as np

from adhoc_cli.models.nobody import NOBODY
from adhoc_cli.tables.table import Table
from adhoc_cli.tables.texts import Mask

_KNOWN_BY = ("nik", "telepon")  # of somebody, whatever the name


def names_nobody(table: Table) -> Mask:
    """Rows with a word for an empty seat where the name belongs, and neither NIK nor phone."""
    names = table["nama"]
    found = names.known & names.text_in(np.flatnonzero(names.texts.full_match(NOBODY)))
    for column in _KNOWN_BY:
        if column in table and found.any():
            found &= table[column].empty
    return np.asarray(found)
