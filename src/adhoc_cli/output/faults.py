"""What can go wrong where a result is written."""

from __future__ import annotations

from typing import Any


class DestinationError(Exception):
    """A place that cannot be written to (exit 2): a key of the catalogue and its params."""

    def __init__(self, key: str, **params: Any) -> None:
        super().__init__(key)
        self.key = key
        self.params = params
