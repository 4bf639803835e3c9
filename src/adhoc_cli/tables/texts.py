"""The distinct texts of a column, held as they were parsed: NumPy objects, or an Arrow array."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from functools import cache
from itertools import repeat
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from adhoc_cli.text import unseen

Mask = NDArray[np.bool_]
Codes = NDArray[np.signedinteger[Any]]  # as small as their number allows (`narrow`)

# What is trimmed off a cell: all that Unicode calls a space, tabs, line breaks, and a byte order
# mark (files pasted together). Other control characters stay, for the rule on names to see.
SPACES = f" \t\r\n\ufeff{unseen.SPACES}"


_DASHES = "-–—"


def is_dash(text: str) -> bool:
    """Whether a cell holds only what offices write for "nothing": a dash, or a row of them."""
    return not text.strip(_DASHES)


_EDGE = 4
_NEAR = 64  # texts of an Arrow array that are made at once where they are asked for in order


class Edges(NamedTuple):
    """Numbers for the `first` and the `last` four characters of texts, capital or small; 0 where
    not all four are ASCII letters and digits."""

    first: NDArray[np.uint32]
    last: NDArray[np.uint32]


class Texts:
    """Distinct texts by position. Whole-array work stays whole-array work in both holdings."""

    def __init__(self, array: Any) -> None:
        """`array`: a NumPy array of str objects, or a pyarrow string array without nulls."""
        self._array = array
        self.is_arrow = not isinstance(array, np.ndarray)
        self._last = -1
        self._near: tuple[int, list[str]] = (0, [])

    @classmethod
    def of(cls, texts: Iterable[str]) -> Texts:
        """From an iterable of distinct texts."""
        return cls(np.array(list(texts), dtype=object))

    def __len__(self) -> int:
        return len(self._array)

    def __getitem__(self, position: int) -> str:
        at = int(position)
        if not self.is_arrow:
            return str(self._array[at])
        first, near = self._near
        if first <= at < first + len(near):
            return near[at - first]
        in_order, self._last = 0 <= at - self._last <= _NEAR, at
        if in_order:  # many are asked for one after the other: one by one takes ten times as long
            self._near = at, self._array.slice(at, _NEAR).to_pylist()
        return str(self._array[at].as_py())

    def to_list(self) -> list[str]:
        """All texts as Python strings."""
        return list(self._array.to_pylist() if self.is_arrow else self._array.tolist())

    def to_arrow(self) -> Any:
        """All texts as a pyarrow array."""
        import pyarrow as pa

        return self._array if self.is_arrow else pa.array(self._array.tolist(), pa.string())

    def take(self, positions: NDArray[np.integer[Any]]) -> list[str]:
        """The texts at `positions`."""
        if self.is_arrow:
            import pyarrow as pa

            return list(self._array.take(pa.array(positions)).to_pylist())
        return list(self._array[positions].tolist())

    def without(self, positions: Sequence[int]) -> Texts:
        """All texts but those at `positions`."""
        kept = np.ones(len(self), bool)
        kept[np.asarray(positions, np.int64)] = False
        if self.is_arrow:
            import pyarrow as pa

            return Texts(self._array.filter(pa.array(kept)))
        return Texts(self._array[kept])

    def full_match(self, pattern: str) -> Mask:
        """Which texts match `pattern` (of the syntax that `re` and RE2 share) from end to end."""
        if not self.is_arrow:
            match = re.compile(pattern).fullmatch
            return np.fromiter((match(t) is not None for t in self._array), bool, len(self))
        import pyarrow.compute as pc

        matched = pc.match_substring_regex(self._array, rf"\A(?:{pattern})\z")
        return np.asarray(matched, dtype=bool)

    def among(self, wanted: Collection[str]) -> NDArray[np.intp]:
        """The positions of the texts that are among `wanted`."""
        if not self.is_arrow:
            found = (at for at, text in enumerate(self._array) if text in wanted)
            return np.fromiter(found, np.intp)
        import pyarrow as pa
        import pyarrow.compute as pc

        return np.flatnonzero(pc.is_in(self._array, pa.array(sorted(wanted), self._array.type)))

    def edges(self) -> Edges:
        """The first and the last four characters of each text."""
        if self.is_arrow:
            offsets, data = arrow_bytes(self._array)
            at = np.stack([data[np.minimum(offsets[:-1] + n, data.size - 1)] for n in range(_EDGE)])
            to = np.stack([data[np.maximum(offsets[1:] - n, 0)] for n in range(_EDGE, 0, -1)])
            at[:, np.diff(offsets) < _EDGE] = to[:, np.diff(offsets) < _EDGE] = 0
            return Edges(_numbered(at.T), _numbered(to.T))
        texts = self._array.tolist()
        return Edges(
            _numbered(_ascii([text[:_EDGE].ljust(_EDGE) for text in texts])),
            _numbered(_ascii([text[-_EDGE:].rjust(_EDGE) for text in texts])),
        )

    def among_others(self, others: Texts) -> Codes:
        """Of each text where it stands among others, -1 where it does not."""
        if self.is_arrow:
            import pyarrow.compute as pc

            found = pc.index_in(self._array, others.to_arrow().cast(self._array.type))
            return np.asarray(found.fill_null(-1), np.int32)
        at = {text: position for position, text in enumerate(others.to_list())}
        return np.fromiter(map(at.get, self._array.tolist(), repeat(-1)), np.int32, len(self))

    def bytes_matrix(self, width: int) -> NDArray[np.uint8]:
        """The bytes, one row a text, of texts that have `width` of them each, as NIK do."""
        if not len(self):
            return np.empty((0, width), np.uint8)
        if self.is_arrow:
            offsets, data = arrow_bytes(self._array)
            return data[offsets[0] : offsets[-1]].reshape(-1, width)
        return np.frombuffer("".join(self._array).encode(), np.uint8).reshape(-1, width)


def _ascii(texts: Sequence[str]) -> NDArray[np.uint8]:
    return np.frombuffer("".join(texts).encode("ascii", "replace"), np.uint8).reshape(-1, _EDGE)


def _numbered(characters: NDArray[np.uint8]) -> NDArray[np.uint32]:
    letters = np.ascontiguousarray(_small_letters()[characters])
    return np.asarray(letters.view(np.uint32)[:, 0] * letters.all(axis=1))


@cache
def _small_letters() -> NDArray[np.uint8]:
    """By byte the small one of an ASCII letter, or the digit; 0 for others."""
    small = bytes(range(256)).lower()
    return np.frombuffer(bytes(b if b < 128 and chr(b).isalnum() else 0 for b in small), np.uint8)


def arrow_bytes(array: Any) -> tuple[NDArray[np.signedinteger[Any]], NDArray[np.uint8]]:
    """The offsets (one more than there are texts) and the UTF-8 bytes behind a pyarrow array."""
    _, offsets, data = array.buffers()
    size = np.int64 if str(array.type).startswith("large") else np.int32
    every: NDArray[np.signedinteger[Any]] = np.frombuffer(offsets, size)
    at = every[array.offset : array.offset + len(array) + 1]
    return at, np.frombuffer(data or b"", np.uint8)
