"""Parsing and factorising with pyarrow (the extra [fast]): what a national roster needs."""

import csv as python_csv
import io
import mmap
import sys
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray
from pyarrow import csv

from adhoc_cli.tables.factorised import Factorised, Form, narrow, through
from adhoc_cli.tables.source import Data
from adhoc_cli.tables.texts import SPACES, Codes, Texts, arrow_bytes

# The pool that pyarrow prefers, mimalloc, spends 1.5 s more in the kernel on a national roster.
pa.set_memory_pool(pa.system_memory_pool())

_BLOCK = 2 << 20  # bytes; of 8 MB reading takes a sixth more memory
_SAMPLE = 1 << 17  # bytes, a thousand rows or so
_THREADS = 4
_SMALL_OFFSETS = (1 << 31) - 1  # bytes that one array of the type string can hold
_LONGEST_NUMBER = 18  # digits of which the key below fits 64 bits


def parse(
    data: Data, spans: Sequence[tuple[int, int]], wanted: Mapping[int, str], form: Form
) -> Factorised:
    """The `wanted` columns of the regular records in `spans`, which may not be empty.

    Of a file that is `to_join` others, a column whose cells mostly differ may hold texts more than
    once: only `join` makes them distinct.
    """
    if len(spans) == 1:
        whole = pa.py_buffer(memoryview(data)[slice(*spans[0])])
    else:
        whole = pa.py_buffer(b"".join(data[start:stop] for start, stop in spans))
    text = pa.string() if whole.size <= _SMALL_OFFSETS else pa.large_string()
    start, stop = spans[0]
    various = _various(data[start : min(stop, start + _SAMPLE)], wanted, form.delimiter)
    types = {i: text if i in various else pa.dictionary(pa.int32(), text) for i in wanted}
    table = _read(whole, types, form)
    del whole
    _let_go(data)
    columns = {name: table.column(str(i)) for i, name in wanted.items()}
    del table
    with ThreadPoolExecutor(_THREADS) as pool:
        # Taken out one by one: a column gives its memory back as soon as it is factorised.
        tasks = {
            name: pool.submit(_factorise, columns.pop(name), form.to_join) for name in list(columns)
        }
        factorised = {name: task.result() for name, task in tasks.items()}
    pa.default_memory_pool().release_unused()  # of 950 MB that a country's file takes, 450
    return factorised


def _let_go(data: Data) -> None:
    """The pages of a file that is read count as memory as long as it is mapped."""
    if sys.platform != "win32" and isinstance(data, mmap.mmap):
        data.madvise(mmap.MADV_DONTNEED)


def _various(sample: bytes, wanted: Mapping[int, str], delimiter: str) -> set[int]:
    """The columns whose cells mostly differ, to judge by the first rows.

    Reading them into a dictionary for each block would only cost.
    """
    text = sample.decode("utf-8", "replace")
    rows = list(python_csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))[:-1]
    return {i for i in wanted if len({row[i] for row in rows if i < len(row)}) * 2 > len(rows)}


def _read(whole: Any, types: Mapping[int, Any], form: Form) -> Any:
    names = [str(i) for i in range(form.width)]
    return csv.read_csv(
        pa.BufferReader(whole),
        read_options=csv.ReadOptions(column_names=names, block_size=max(_BLOCK, 2 * form.longest)),
        parse_options=csv.ParseOptions(
            delimiter=form.delimiter,
            newlines_in_values=form.quoted_breaks,
            ignore_empty_lines=False,
        ),
        convert_options=csv.ConvertOptions(
            column_types={str(i): type_ for i, type_ in types.items()},
            include_columns=[str(i) for i in types],
            strings_can_be_null=False,
            check_utf8=False,  # the scan has
        ),
    )


def _factorise(column: Any, to_join: bool) -> tuple[Codes, Texts]:
    if pa.types.is_dictionary(column.type):
        # unify_dictionaries() would take 41 s where the texts are 3.64 million different ones.
        codes, texts = join([(_indices(c), Texts(c.dictionary)) for c in column.chunks])
        return _trimmed(codes, texts.to_arrow())
    if to_join:
        return _trimmed(np.arange(len(column), dtype=np.int32), column.combine_chunks())
    return _trimmed(*_distinct(column))


def _distinct(column: Any) -> tuple[Codes, Any]:
    """The texts of a column, each once, and which of them each cell holds."""
    keys = _numbers(column) if len(column) else None
    if keys is not None:
        return _grouped(column, keys)
    encoded = column.dictionary_encode().combine_chunks()
    return _indices(encoded), encoded.dictionary


def _indices(encoded: Any) -> Codes:
    return np.asarray(encoded.indices, np.int32)


def join(parts: Sequence[tuple[Codes, Texts]]) -> tuple[Codes, Texts]:
    """One column out of several, one below the other."""
    arrays = [texts.to_arrow() for _, texts in parts]
    large = sum(array.nbytes for array in arrays) > _SMALL_OFFSETS
    type_ = pa.large_string() if large else pa.string()
    lookup, distinct = _distinct(pa.chunked_array([array.cast(type_) for array in arrays], type_))
    lookup = narrow(lookup, len(distinct))
    joined = np.empty(sum(codes.size for codes, _ in parts), lookup.dtype)
    row = text = 0
    for codes, texts in parts:
        joined[row : row + codes.size] = through(lookup[text : text + len(texts)], codes)
        row, text = row + codes.size, text + len(texts)
    return joined, Texts(distinct)


# -- numbers ---------------------------------------------------------------------------------------


def _numbers(column: Any) -> NDArray[np.int64] | None:
    """A number for each text, equal for equal texts, where all are ASCII digits; else None.

    NIKs and telephone numbers mostly differ, and sorting millions of numbers takes a third of the
    time of hashing as many texts. The length stands in front, for "08" is not "8".
    """
    lengths = pc.binary_length(column)
    shortest, longest = pc.min_max(lengths).as_py().values()
    if longest > _LONGEST_NUMBER:
        return None
    if shortest == 0:
        column = pc.if_else(pc.equal(column, ""), "0", column)
    if not pc.all(pc.ascii_is_decimal(column)).as_py():
        return None
    keys: NDArray[np.int64] = pc.cast(column, pa.int64()).to_numpy()
    if shortest != longest:
        powers = np.array([10**digits for digits in range(_LONGEST_NUMBER + 1)])
        keys = keys + powers[lengths.to_numpy()]
    return keys


def _grouped(column: Any, keys: NDArray[np.int64]) -> tuple[Codes, Any]:
    """The column factorised by the keys of its texts, in the order of their first appearance."""
    ordered = np.sort(keys)
    repeated = np.unique(ordered[1:][ordered[1:] == ordered[:-1]])
    del ordered
    codes = np.arange(keys.size, dtype=np.int32)
    if repeated.size:
        at = np.minimum(np.searchsorted(repeated, keys), repeated.size - 1)
        rows = np.flatnonzero(repeated[at] == keys)
        _, first, group = np.unique(keys[rows], return_index=True, return_inverse=True)
        is_first = np.ones(keys.size, bool)
        is_first[rows] = False
        is_first[rows[first]] = True
        np.cumsum(is_first, out=codes)
        codes -= 1
        codes[rows] = codes[rows[first]][group]
        column = column.filter(pa.array(is_first))
    return codes, column.combine_chunks()


# -- trimming --------------------------------------------------------------------------------------


def _trimmed(codes: Codes, texts: Any) -> tuple[Codes, Texts]:
    """The same column without the spaces around its texts, and with -1 for empty cells."""
    if _has_edges(texts):
        encoded = pc.utf8_trim(texts, characters=SPACES).dictionary_encode()
        codes, texts = through(_indices(encoded), codes), encoded.dictionary
    full = pc.not_equal(texts, "")
    if not pc.all(full).as_py():
        held = np.asarray(full)
        lookup = np.where(held, np.cumsum(held, dtype=np.int32) - np.int32(1), np.int32(-1))
        codes, texts = through(lookup, codes), texts.filter(full)
    return codes, Texts(texts)


def _has_edges(texts: Any) -> bool:
    """Whether a text begins or ends with a space. Few begin or end with anything but ASCII: only
    those are looked at one by one."""
    offsets, data = arrow_bytes(texts)
    full = np.flatnonzero(np.diff(offsets))
    first, last = data[offsets[full]], data[offsets[full + 1] - 1]
    if ((first <= ord(" ")) | (last <= ord(" "))).any():
        return True
    foreign = texts.take(pa.array(full[(first > 126) | (last > 126)])).to_pylist()
    return any(text != text.strip(SPACES) for text in foreign)
