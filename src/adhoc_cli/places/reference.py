"""The file of the reference: what it is made of, and reading one province of it.

`scripts/make_regions.py` writes it, by the same functions. It is a row of zlib streams of UTF-8
text: an index, then one stream a province, so that one kabupaten costs 2 ms and the country 50 ms.
zlib and not LZMA, which is 50 kB smaller: a Python may be built without LZMA, and it unpacks five
times slower.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

# Not importlib.resources: it costs 6 ms, more than the rest here.
FILE = Path(__file__).with_name("reference.zlib")
_BETWEEN = "\n\n"  # between the kabupaten of a province, and between the two parts of the index
_LEVEL = 9


class Source(NamedTuple):
    """Where the reference comes from."""

    dataset: str  # "idn-area-data 3.1.2"
    decree: str  # "Kepmendagri 100.1.1-6117/2022"


class Index(NamedTuple):
    """The head of the file: its source, and the provinces and kabupaten by code.

    `blocks` holds, per province, where its stream begins in the file and its length.
    """

    source: Source
    provinces: Mapping[str, str]
    kabupaten: Mapping[str, str]
    blocks: Mapping[str, tuple[int, int]]


def pack(source: Source, names: Mapping[str, str]) -> bytes:
    """The bytes of the file for `names` by dotted code, of all four levels."""
    codes = sorted(names)
    blocks = {
        code: zlib.compress(_block(code, codes, names).encode(), _LEVEL)
        for code in codes
        if len(code) == len("33")
    }
    upper = [
        f"{code}\t{names[code]}\t{len(blocks[code])}"
        if code in blocks
        else f"{code}\t{names[code]}"
        for code in codes
        if len(code) <= len("33.23")
    ]
    index = "\n".join(source) + _BETWEEN + "\n".join(upper)
    return b"".join([zlib.compress(index.encode(), _LEVEL), *blocks.values()])


def _block(province: str, codes: Iterable[str], names: Mapping[str, str]) -> str:
    """The text of one province: a block a kabupaten; a line holds the last part of a code."""
    lines: list[str] = []
    for code in codes:
        if not code.startswith(province + "."):
            continue
        if len(code) == len("33.23"):
            lines.append(("\n" if lines else "") + code)
        else:
            lines.append(f"{code.rpartition('.')[2]}\t{names[code]}")
    return "\n".join(lines)


@cache
def _content() -> bytes:
    return FILE.read_bytes()


@cache
def index() -> Index:
    """The head of the file."""
    stream = zlib.decompressobj()
    text = stream.decompress(_content()).decode()
    at = len(_content()) - len(stream.unused_data)
    head, _, upper = text.partition(_BETWEEN)
    provinces: dict[str, str] = {}
    kabupaten: dict[str, str] = {}
    blocks: dict[str, tuple[int, int]] = {}
    for line in upper.split("\n"):
        code, name, *size = line.split("\t")
        (provinces if size else kabupaten)[code] = name
        if size:
            blocks[code] = at, int(size[0])
            at += int(size[0])
    return Index(Source(*head.split("\n")), provinces, kabupaten, blocks)


@cache
def _province(code: str) -> Mapping[str, str]:
    """The lines of every kabupaten of a province, by its code."""
    start, size = index().blocks[code]
    text = zlib.decompress(_content()[start : start + size]).decode()
    heads = (part.partition("\n") for part in text.split(_BETWEEN))
    return {head: lines for head, _, lines in heads}


@cache
def names_in(kabupaten: str) -> Mapping[str, str]:
    """The name of every kecamatan, desa and kelurahan of a kabupaten, by dotted code.

    Empty for a code that is no kabupaten's.
    """
    if kabupaten not in index().kabupaten:
        return {}
    names: dict[str, str] = {}
    above = ""
    for line in _province(kabupaten[: len("33")])[kabupaten].split("\n"):
        last, _, name = line.partition("\t")
        if len(last) == len("01"):
            above = f"{kabupaten}.{last}"
            names[above] = name
        else:
            names[f"{above}.{last}"] = name
    return names
