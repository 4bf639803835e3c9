"""A roster of the whole country: all bodies, real places, invented people, and planted faults.

usage: python -m bench.country FOLDER [--members N] [--faults N] [--breaks] [--seed N]

Most kabupaten are made as whole columns, a million people in some seconds: copies of one small
office of `scripts.sample`, with people of their own. With `--faults` a few, from the first to the
last, are as `scripts.sample` makes them, and faults of every rule that goes together with the
others are scattered there; what has to be found is in `tertanam.json`. Without it there is nothing
to be found. With `--breaks` one address in fifty is of two lines. The same numbers give the same
bytes.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import numpy as np

from adhoc_cli.places.reference import index, names_in
from bench.areas import Area, Block, Office, Scribe, small_office
from bench.people import cells, invented
from scripts.sample.folders import IN_NOVEMBER, LIST, scattered
from scripts.sample.listed import as_text
from scripts.sample.places import Place, Places
from scripts.sample.planting import Planted
from scripts.sample.tables import SETTINGS_FILE, Folder, Row, Table

COUNTRY = 3_640_000  # members, in all 514 kabupaten; more of them sit in more TPS of each desa
_AT_ONCE = 64  # kabupaten
_FAULTY, _LARGE = 5, 200_000  # so many kabupaten have faults where there are so many members
# Members of a kecamatan, a desa and a TPS, reserves and secretariats among them; of all that
# `scripts.sample` makes.
_OF_KECAMATAN, _OF_DESA, _OF_TPS, _OF_FAULTY = 13, 9, 10.6, 18_000


class Wanted(NamedTuple):
    """How large a roster, with how many faults, and whether addresses are of two lines."""

    members: int = COUNTRY
    faults: int = 0
    breaks: bool = False
    seed: int = 1


class Sheet:
    """A file that is written from top to bottom; `line` is the number of the next line."""

    def __init__(self, table: Table, folder: Path) -> None:
        self._table = table
        self._stream = (folder / table.file).open("wb")
        self.line = 1
        self._write(table.header() + b"\n")

    def _write(self, data: bytes | memoryview) -> None:
        self._stream.write(data)
        self.line += int(np.count_nonzero(np.frombuffer(data, np.uint8) == ord("\n")))

    def write_block(self, scribe: Scribe, block: Block) -> None:
        """Write what a block has in all places of an area."""
        lines = scribe.lines(block, self._table.columns)
        if len(lines):
            offsets, data = lines.buffers()[1:]
            first, *_, last = np.frombuffer(offsets, np.int32)[[0, len(lines)]]
            self._write(memoryview(data)[first:last])

    def write_rows(self, rows: Sequence[Row]) -> dict[Row, int]:
        """Write rows one by one; returns the line of each."""
        part = replace(self._table, rows=list(rows))
        data, lines = part.encode()
        above = self.line - 2
        self._write(data[len(part.header()) + 1 :])
        return {row: above + line for row, line in lines.items()}

    def close(self) -> None:
        """Nothing more comes."""
        self._stream.close()


def make(folder: Path, wanted: Wanted) -> list[Planted]:
    """Write the roster; returns what has to be found in it, with files and lines."""
    folder.mkdir(parents=True, exist_ok=True)
    office = small_office()
    parts = _parts(wanted)
    faulty = [code for part in parts if isinstance(part, str) for code in (part,)]
    made = scattered(_places(faulty), wanted.faults, wanted.seed, journal=True) if faulty else None
    areas = _areas(parts, wanted)
    whole = made.folder if made else office.folder
    sheets = {name: Sheet(table, folder) for name, table in whole.tables.items()}
    lines: dict[Row, int] = {}
    by_kabupaten = _by_kabupaten(whole) if made else {}
    if not made:
        for row in office.events:
            sheets[row.file].write_rows([row])
    scribes = _scribes(areas, office, wanted)
    for area in areas:
        if isinstance(area, str):
            for file, rows in by_kabupaten[area].items():
                lines |= sheets[file].write_rows(rows)
        else:
            scribe = next(scribes)
            for block in office.blocks:
                sheets[block.file].write_block(scribe, block)
    for sheet in sheets.values():
        sheet.close()
    lines |= _write_settings(folder, whole, areas, office)
    planted = [finding.located(lines) for finding in made.planted] if made else []
    if made:
        text = as_text(planted, IN_NOVEMBER, made.maker.election)
        (folder / LIST).write_bytes(text.encode())
    return planted


# -- places ----------------------------------------------------------------------------------------


def _parts(wanted: Wanted) -> list[list[str] | str]:
    """The codes of the kabupaten in order: those without faults by the dozen, those with alone."""
    every = sorted(index().kabupaten)
    count = min(len(every), max(2, round(len(every) * wanted.members / COUNTRY)))
    chosen = [every[at] for at in np.linspace(0, len(every) - 1, count).astype(int)]
    number = (_FAULTY if wanted.members >= _LARGE else 1) if wanted.faults else 0
    faulty = {chosen[at] for at in np.linspace(0, len(chosen) - 1, number).astype(int)}
    parts: list[list[str] | str] = []
    for code in chosen:
        if code in faulty:
            parts.append(code)
        elif parts and isinstance(last := parts[-1], list) and len(last) < _AT_ONCE:
            last.append(code)
        else:
            parts.append([code])
    return parts


def _places(kabupaten: Sequence[str]) -> Places:
    names = {code: name for one in kabupaten for code, name in names_in(one).items()}
    places = [Place(code, names[code]) for code in sorted(names)]
    return Places(
        tuple(place for place in places if place.code == place.kecamatan),
        tuple(place for place in places if place.code != place.kecamatan),
    )


def _areas(parts: Sequence[list[str] | str], wanted: Wanted) -> list[Area | str]:
    """The parts with their places; as many TPS in each desa as the number of members takes."""
    places = [part if isinstance(part, str) else _places(part) for part in parts]
    clean = [of for of in places if isinstance(of, Places)]
    desa = sum(len(of.desa) for of in clean)
    without = sum(len(of.kecamatan) for of in clean) * _OF_KECAMATAN + desa * _OF_DESA
    without += _OF_FAULTY if len(clean) < len(parts) else 0
    tps_per_desa = max(0.0, (wanted.members - without) / _OF_TPS / desa)
    rng = np.random.default_rng(wanted.seed)
    return [of if isinstance(of, str) else Area.of(of, tps_per_desa, rng) for of in places]


# -- people ----------------------------------------------------------------------------------------


def _scribes(areas: Sequence[Area | str], office: Office, wanted: Wanted) -> Iterator[Scribe]:
    """One for each area without faults: all their people are invented together, so that nobody is
    invented twice."""
    clean = [area for area in areas if isinstance(area, Area)]
    codes = [place.code for area in clean for place in area.places.kecamatan]
    above = np.cumsum([0, *(len(area.places.kecamatan) for area in clean)])
    blocks = [block for block in office.blocks if block.peopled]
    homes = [
        np.concatenate(
            [np.repeat(area.kecamatan_of(block.level), len(block.rows)) + first for block in blocks]
        )
        for area, first in zip(clean, above, strict=False)
    ]
    women = [
        np.concatenate([np.tile(block.women, area.count(block.level)) for block in blocks])
        for area in clean
    ]
    rng = np.random.default_rng(wanted.seed)
    people = invented(rng, np.concatenate(women), np.concatenate(homes))
    first = 0
    for area, of_area in zip(clean, homes, strict=True):
        some = people.some(slice(first, first + of_area.size))
        yield Scribe(area, cells(some, first, codes, breaks=wanted.breaks))
        first += of_area.size


# -- faults ----------------------------------------------------------------------------------------


def _by_kabupaten(folder: Folder) -> dict[str, dict[str, list[Row]]]:
    """The rows of each file by kabupaten, in their order; one of no place is of the first."""
    first = folder.rows("kecamatan.csv")[0].place or ""
    rows: dict[str, dict[str, list[Row]]] = defaultdict(lambda: defaultdict(list))
    for table in folder.tables.values():
        code = first
        for row in table.rows:
            code = row.place or code
            rows[code[: len("33.23")]][table.file].append(row)
    return rows


def _write_settings(
    folder: Path, whole: Folder, areas: Sequence[Area | str], office: Office
) -> dict[Row, int]:
    """adhoc.toml, which expects as many members as there were before any fault."""
    faulty = whole is not office.folder
    members = Counter(
        {body: number for body, (number, _) in whole.totals.items()} if faulty else {}
    )
    for block in office.blocks:
        for area in areas:
            if isinstance(area, Area) and block.body in whole.totals:
                serving = [row.cells["status"] == "aktif" for row in block.rows]
                needed = area.needed(block) & np.tile(serving, area.count(block.level))
                members[block.body] += int(np.count_nonzero(needed))
    totals = {body: (members[body], "di seluruh negeri") for body in whole.totals}
    text, lines = replace(whole, totals=totals).settings_text()
    (folder / SETTINGS_FILE).write_text(text, encoding="utf-8")
    return lines


def arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--members", type=int, default=COUNTRY)
    parser.add_argument("--faults", type=int, default=0)
    parser.add_argument("--breaks", action="store_true", help="addresses of two lines")
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


if __name__ == "__main__":
    asked = arguments()
    make(asked.folder, Wanted(asked.members, asked.faults, asked.breaks, asked.seed))
