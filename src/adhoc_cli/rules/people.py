"""The names of people as numbers, so that whole columns of them can be compared, and which of a
million names may be alike: a number for each that names of one key share.

`name_key` takes 14 µs a name, which is 40 s for a country. The numbers of likeness take 0.2 µs, and
leave the few people whose number and birthday somebody else has, too.
"""

from collections.abc import Callable
from functools import cache

import numpy as np
from numpy.typing import NDArray

from adhoc_cli.models.names import LONG_WORD, name_key, passing_words
from adhoc_cli.roster.repeats import Positions
from adhoc_cli.rules.found import Mask, Roster
from adhoc_cli.tables.column import Column
from adhoc_cli.tables.factorised import distinct
from adhoc_cli.tables.texts import Texts, arrow_bytes


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
        numbers.setdefault(key(name), len(numbers)) for name in names.value_texts.take(positions)
    ]
    return np.asarray(of_values[codes])


# -- names that may be alike -----------------------------------------------------------------------

Numbers = NDArray[np.uint64]
Bytes = NDArray[np.uint8]
Offsets = NDArray[np.int64]

_FEW = 1 << 12  # names: their keys take 60 ms
_AT_ONCE = 1 << 16  # names: some MB of numbers
_APOSTROPHES = (ord("'"), ord("`"))
_CLASSES = 64  # of bytes: none (between words), digits, letters, and whatever is not ASCII
_BITS = 20  # of a number, by which a passing word is known; a few others pass with them
_MIXED = (np.uint64(0x9E3779B97F4A7C15), np.uint64(0xBF58476D1CE4E5B9))


def name_likeness(names: Texts) -> Numbers:
    """A number a name: two with one `name_key` have the same, others nearly never.

    It is made of the words that no `name_key` takes away or changes, in any order.
    """
    offsets, data = _utf8(names)
    numbers = np.zeros(len(names), np.uint64)
    for first in range(0, len(names), _AT_ONCE):
        part = offsets[first : first + _AT_ONCE + 1]
        numbers[first : first + _AT_ONCE] = _sums(part - part[0], data[part[0] : part[-1]])
    foreign = _foreign(offsets, data)
    keys = Texts.of(name_key(name) for name in names.take(foreign))
    numbers[foreign] = _sums(*_utf8(keys))
    return numbers


def likeness_of_members(roster: Roster) -> Numbers | None:
    """The number of each name in the list of members, by its position among the values; None where
    they are so few that their keys take less time. Made once."""
    return roster.once(_of_members)


def _of_members(roster: Roster) -> Numbers | None:
    names = roster.members["nama"].value_texts
    return name_likeness(names) if len(names) >= _FEW else None


def perhaps_repeated(keys: Numbers) -> Mask:
    """Which keys stand more than once."""
    ordered = np.sort(keys)
    twice = ordered[1:][ordered[1:] == ordered[:-1]]
    if not twice.size:
        return np.zeros(keys.size, bool)
    at = np.searchsorted(twice, keys)
    return np.asarray(twice[np.minimum(at, twice.size - 1)] == keys)


def mixed(numbers: NDArray[np.integer]) -> Numbers:
    """The numbers spread over all 64 bits, equal ones alike."""
    spread = numbers.astype(np.uint64) * _MIXED[0]
    spread ^= spread >> np.uint64(29)
    return np.asarray(spread * _MIXED[1])


def _utf8(texts: Texts) -> tuple[Offsets, Bytes]:
    if texts.is_arrow:
        offsets, data = arrow_bytes(texts.to_arrow())
        return offsets.astype(np.int64), data
    encoded = [text.encode("utf-8", "surrogatepass") for text in texts.to_list()]
    ends = np.cumsum([0, *map(len, encoded)], dtype=np.int64)
    return ends, np.frombuffer(b"".join(encoded), np.uint8)


def _foreign(offsets: Offsets, data: Bytes) -> NDArray[np.intp]:
    """The positions of texts that are not plain ASCII."""
    beyond = np.flatnonzero(data > 127)
    return distinct(np.searchsorted(offsets, beyond, side="right") - 1)


def _sums(offsets: Offsets, data: Bytes) -> Numbers:
    """Per text the sum of the numbers of its long words, passing ones left out."""
    offsets, data = _without_apostrophes(offsets, data)
    starts, lengths, words = _words(offsets, data)
    counted = (lengths >= LONG_WORD) & ~_passing()[words >> np.uint64(64 - _BITS)]
    sums = np.append(np.uint64(0), np.cumsum(words * counted))
    return np.asarray(np.diff(sums[np.searchsorted(starts, offsets)]))


def _without_apostrophes(offsets: Offsets, data: Bytes) -> tuple[Offsets, Bytes]:
    kept = (data != _APOSTROPHES[0]) & (data != _APOSTROPHES[1])
    if kept.all():
        return offsets, data
    return np.append(0, np.cumsum(kept))[offsets], data[kept]


def _words(offsets: Offsets, data: Bytes) -> tuple[Offsets, Offsets, Numbers]:
    """Of each word where it starts, how long it is, and the sum of its pairs of letters."""
    letters = _classes()[data]
    following = np.append(letters[1:], np.uint8(0))
    following[offsets[1:-1][offsets[1:-1] > 0] - 1] = 0
    ends = np.flatnonzero((letters > 0) & (following == 0))
    before = np.append(np.uint8(0), following[:-1] * (letters[:-1] > 0))
    starts = np.flatnonzero((letters > 0) & (before == 0))
    if not starts.size:
        return starts, starts, np.zeros(0, np.uint64)
    pairs = _pairs()[letters.astype(np.uint16) * _CLASSES + following]
    return starts, ends - starts + 1, mixed(np.add.reduceat(pairs, starts))


@cache
def _classes() -> Bytes:
    classes = np.zeros(256, np.uint8)
    for number, letter in enumerate("0123456789abcdefghijklmnopqrstuvwxyz", start=1):
        classes[[ord(letter), ord(letter.upper())]] = number
    classes[128:] = _CLASSES - 1
    return classes


@cache
def _pairs() -> Numbers:
    pairs = mixed(np.arange(1, _CLASSES**2 + 1))
    pairs[:_CLASSES] = 0  # what stands between words
    return pairs


@cache
def _passing() -> Mask:
    encoded = [word.encode() for word in sorted(passing_words())]
    offsets = np.cumsum([0, *map(len, encoded)], dtype=np.int64)
    _, _, words = _words(offsets, np.frombuffer(b"".join(encoded), np.uint8))
    passing = np.zeros(1 << _BITS, bool)
    passing[words >> np.uint64(64 - _BITS)] = True
    return passing
