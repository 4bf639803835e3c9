"""Bytes as a row of choices: what a structured input is built from, with or without atheris.

atheris brings a class of this kind, but only for Linux; the saved inputs have to mean the same on
every system.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

_T = TypeVar("_T")


class Choices:
    """Takes choices from the front of `data`; behind its end every choice is the first one."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = 0

    def __bool__(self) -> bool:
        return self._at < len(self._data)

    def byte(self) -> int:
        """The next byte."""
        self._at += 1
        return self._data[self._at - 1] if self._at <= len(self._data) else 0

    def number(self, size: int) -> int:
        """A number of `size` bytes."""
        return int.from_bytes(self.raw(size), "little")

    def raw(self, size: int) -> bytes:
        """At most `size` bytes as they are."""
        start = self._at
        self._at += size
        return self._data[start : self._at]

    def rest(self) -> bytes:
        """All that is left."""
        return self.raw(len(self._data))

    def text(self) -> str:
        """A text: its length in bytes in one byte, then the bytes."""
        return self.raw(self.byte()).decode("utf-8", "replace")

    def one_of(self, options: Sequence[_T]) -> _T:
        """One of a few."""
        return options[self.byte() % len(options)]
