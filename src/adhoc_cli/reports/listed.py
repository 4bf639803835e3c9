"""A long list that is counted at once and described only where somebody looks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, Generic, TypeVar, overload

T_co = TypeVar("T_co", covariant=True)


class Listed(Sequence[T_co], Generic[T_co]):
    """`size` things, each of which `describe` makes from its place in the list."""

    __slots__ = ("_describe", "_size")

    def __init__(self, size: int, describe: Callable[[int], T_co]) -> None:
        self._size = size
        self._describe = describe

    def __len__(self) -> int:
        return self._size

    @overload
    def __getitem__(self, at: int) -> T_co: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[T_co]: ...
    def __getitem__(self, at: int | slice) -> T_co | Sequence[T_co]:
        if isinstance(at, slice):
            return [self._describe(place) for place in range(*at.indices(self._size))]
        return self._describe(range(self._size)[at])

    def __iter__(self) -> Iterator[T_co]:
        return (self._describe(place) for place in range(self._size))


def nothing() -> Listed[Any]:
    """An empty list."""
    return Listed(0, lambda at: at)
