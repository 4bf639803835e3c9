"""Texts in each way that they are held."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from adhoc_cli.tables.texts import Texts

try:
    import pyarrow as pa
except ModuleNotFoundError:  # the extra [fast] is not installed
    pa = None

HOLDINGS = ["numpy"] if pa is None else ["numpy", "arrow"]


def held(holding: str, texts: Sequence[str]) -> Texts:
    """These texts, held so."""
    array: Any = pa.array(texts, pa.string()) if holding == "arrow" else None
    return Texts.of(texts) if array is None else Texts(array)
