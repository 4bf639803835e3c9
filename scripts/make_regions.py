"""Make the bundled reference of places, src/adhoc_cli/places/reference.zlib.

usage (in the root of the repository): python -m scripts.make_regions --places DIR

DIR is data/ of the unpacked npm package idn-area-data 3.1.2. The same places give the same bytes
under the same zlib. Anything unexpected in the package stops it; names that look odd but are what
the package says are kept, and listed.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
import unicodedata
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from adhoc_cli.places.reference import BETWEEN, FILE, Source

VERSION = "3.1.2"
SOURCE = Source(f"idn-area-data {VERSION}", "Kepmendagri 100.1.1-6117/2022")
# Each file with the length of its codes and its number of places. 83,763 is 75,265 desa, 14 of them
# desa adat, and 8,498 kelurahan: the totals of the decree.
LEVELS = {
    "provinces": (len("33"), 38),
    "regencies": (len("33.23"), 514),
    "districts": (len("33.23.01"), 7_277),
    "villages": (len("33.23.01.2001"), 83_763),
}
KINDS = {"1": 8_498, "2": 75_251, "3": 14}
_CODE = re.compile(r"[0-9]{2}(\.[0-9]{2}(\.[0-9]{2}(\.[123][0-9]{3})?)?)?")
_LEVEL = 9  # of zlib
_ABBREVIATED = {"Dki": "DKI"}  # what `str.title` would spoil
_ODD = {
    "a double quote for an apostrophe": re.compile('"'),
    "a letter or digit that looks like a slip": re.compile(
        r"\*|[a-z][0-9]|\b[a-z] [a-z]\b|[a-z] [a-z]$"
    ),
    "a small first letter": re.compile(r"^[a-z]"),
    "a full stop at the end": re.compile(r"\.$"),
}


def main() -> None:
    """Write the reference, and say what it holds and which names look odd."""
    parser = argparse.ArgumentParser(description="Make the bundled reference of places.")
    parser.add_argument(
        "--places", type=Path, required=True, help="data/ of the unpacked idn-area-data 3.1.2"
    )
    parser.add_argument("--output", type=Path, default=FILE, help="the file to write")
    options = parser.parse_args()
    names = read_package(options.places)
    data = pack(SOURCE, names)
    options.output.write_bytes(data)
    print(f"{options.output.name}: {len(names):,} places, {len(data):,} bytes")
    for what, places in oddities(names).items():
        print(f"{what}: {len(places)}")
        for place in places:
            print(f"  {place}")


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
    index = "\n".join(source) + BETWEEN + "\n".join(upper)
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


def read_package(folder: Path) -> dict[str, str]:
    """The name of every place by its code. Stops where the package is not what is expected."""
    version = json.loads((folder.parent / "package.json").read_text(encoding="utf-8"))["version"]
    if version != VERSION:
        raise SystemExit(f"expected idn-area-data {VERSION}, found {version}")
    names: dict[str, str] = {}
    for level, (length, count) in LEVELS.items():
        found = dict(_places(folder / f"{level}.csv", length, names))
        if len(found) != count:
            raise SystemExit(f"{level}: expected {count} places, found {len(found)}")
        names |= found
    kinds = Counter(code[9] for code in names if len(code) == LEVELS["villages"][0])
    if kinds != KINDS:
        raise SystemExit(f"villages: expected the kinds {KINDS}, found {dict(kinds)}")
    return names


def _places(path: Path, length: int, above: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    seen: set[str] = set()
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, strict=True):
            code, name = row["code"], row["name"]
            fault = _fault(code, name, length, above) or ("a second time" if code in seen else "")
            if fault:
                raise SystemExit(f"{path.name}: {code} {name!r}: {fault}")
            seen.add(code)
            yield code, name if length > len("33.23") else _in_small_letters(name)


def _fault(code: str, name: str, length: int, above: Mapping[str, str]) -> str:
    """What is wrong with a place, "" for nothing."""
    if not _CODE.fullmatch(code) or len(code) != length:
        return "no code of this level"
    if above and code.rpartition(".")[0] not in above:
        return "the place that it lies in is missing"
    if name != " ".join(name.split()) or not name:
        return "blanks"
    if not name.isprintable() or unicodedata.normalize("NFC", name) != name:
        return "characters that cannot be printed, or not in the form NFC"
    return ""


def _in_small_letters(name: str) -> str:
    """ "KABUPATEN TEMANGGUNG" as "Kabupaten Temanggung"."""
    return " ".join(_ABBREVIATED.get(word, word) for word in name.title().split())


def oddities(names: Mapping[str, str]) -> dict[str, list[str]]:
    """The names that look odd, by what is odd about them."""
    odd = {
        what: [f"{code} {name}" for code, name in names.items() if pattern.search(name)]
        for what, pattern in _ODD.items()
    }
    in_one = Counter((code.rpartition(".")[0], name.casefold()) for code, name in names.items())
    odd["the same name twice in one place"] = [
        f"{code} {name}"
        for code, name in names.items()
        if in_one[code.rpartition(".")[0], name.casefold()] > 1
    ]
    return odd


if __name__ == "__main__":
    main()
