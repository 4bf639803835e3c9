"""The file of the reference: what it is made of, and reading one province of it.

`scripts/make_regions.py` writes it. It is a row of zlib streams of UTF-8
text: an index, then one stream a province, so that one kabupaten costs 2 ms and the country 50 ms.
zlib and not LZMA, which is 50 kB smaller: a Python may be built without LZMA, and it unpacks five
times slower.
"""

import zlib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

# Not importlib.resources: it costs 6 ms, more than the rest here.
FILE = Path(__file__).with_name("reference.zlib")
BETWEEN = "\n\n"  # between the kabupaten of a province, and between the two parts of the index


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


@cache
def _content() -> bytes:
    return FILE.read_bytes()


@cache
def index() -> Index:
    """The head of the file."""
    stream = zlib.decompressobj()
    text = stream.decompress(_content()).decode()
    at = len(_content()) - len(stream.unused_data)
    head, _, upper = text.partition(BETWEEN)
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
    heads = (part.partition("\n") for part in text.split(BETWEEN))
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
