"""Rows for programs some at a time, column by column: a million are written, none is held.

What is the same in many rows of a block, a code, a place, what to do, is made once for all of them.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby, islice, repeat
from operator import is_
from typing import Any, TypeVar

T = TypeVar("T")
U = TypeVar("U")
Columns = Mapping[str, Sequence[Any]]  # of a block by their keys: at least one, all of one length

_ROWS = 1_000  # of a block


class Rows(Iterable[Mapping[str, Any]]):
    """Rows that are made in blocks, anew on every walk; one by one, each is a mapping."""

    def __init__(self, blocks: Callable[[], Iterator[Columns]]) -> None:
        self.blocks = blocks

    def __iter__(self) -> Iterator[Mapping[str, Any]]:
        for block in self.blocks():
            for row in zip(*block.values(), strict=True):
                yield dict(zip(block, row, strict=True))


def blocks_of(rows: Iterable[Mapping[str, Any]]) -> Iterator[Columns]:
    """Rows in blocks, each of rows with the same keys."""
    if isinstance(rows, Rows):
        yield from rows.blocks()
        return
    for some in in_blocks(rows):
        for keys, alike in groupby(some, tuple):
            block = list(alike)
            yield {key: [row[key] for row in block] for key in keys}


def in_blocks(rows: Iterable[T]) -> Iterator[list[T]]:
    """Some rows at a time."""
    left = iter(rows)
    while some := list(islice(left, _ROWS)):
        yield some


def each(values: Sequence[T], make: Callable[[T], U]) -> list[U]:
    """What is made of each value, once of each object: most stand in many rows."""
    return at_once(values, lambda some: map(make, some))


def at_once(values: Sequence[T], make: Callable[[Sequence[T]], Iterable[U]]) -> list[U]:
    """The same, made of all of them together."""
    if values and all(map(is_, values, repeat(values[0]))):  # as in most columns
        return list(make(values[:1])) * len(values)
    objects = dict(zip(map(id, values), values, strict=True))
    if len(objects) == len(values):
        return list(make(values))
    made = dict(zip(objects, make(list(objects.values())), strict=True))
    return list(map(made.__getitem__, map(id, values)))
