"""Rosters of thirty people in which everybody is written in another messy way, drawn by a seed.

Each is honest: what stands in a cell is what a generator of the trial makes of the true one.
Everybody has to be written right, or refused or told with the line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from tests.intake.drawn import Drawn
from tests.polluted.cells import Kind, Spot
from tests.polluted.clean import COLUMNS, REQUIRED, ROWS, SYNONYMS
from tests.polluted.generate import CELL_KINDS
from tests.polluted.made import (
    CSV,
    ODS,
    XLS,
    XLSX,
    Meant,
    Part,
    Polluted,
    Spoilt,
    Traits,
    composed,
    record,
)

_FILE = "anggota"
_NAMES = ("Wagiman", "Sutinah", "Prayitno", "Umi", "Bagus", "Dewi", "Slamet", "Endah", "Joko")
_SURNAMES = ("Pitutur", "Rahayu", "Santosa", "Riyadi", "Lestari", "Purwanto", "Kusuma")
_TITLES: tuple[list[str], ...] = (
    ["DAFTAR ANGGOTA BADAN AD HOC"],
    ["KABUPATEN TEMANGGUNG", "PILKADA 2024"],
    [],
)
_SAID = Traits(equal="every cell says which values it may be")
# A mark at the beginning is taken off by the reader of XLS, before anybody sees it.
_IN_XML = re.compile("(?!\ufeff)[\t\n\r -\ud7ff\ue000-\ufffd]*")
_LONGEST = 1_000
_DOUBT = re.compile(r"\W*(?:W|pria)", re.IGNORECASE)  # with a P beside it the column is refused
_UNFIT = ("ditto-",)  # they mean the row above, which is a messy one here


def messy(seed: int) -> Polluted:
    """The roster of a seed."""
    random = Random(seed)
    rows = tuple(_person(random, at) for at in range(30))
    suffix = random.choice((CSV, CSV, XLSX, XLS, ODS))
    cells, touched = [], dict[int, Meant]()
    for at, row in enumerate(rows):
        spoilt, meant = _spoilt(random, row, plain=suffix != CSV)
        cells.append([{**row, **spoilt}[column] for column in COLUMNS[_FILE]])
        if meant:
            touched[at] = meant
    header = [_header(random, column) for column in COLUMNS[_FILE]]
    titles = random.choice(_TITLES)
    table = _Table([*([one] for one in titles)], header, cells)
    return table.polluted(seed, suffix, touched, rows)


# -- people ----------------------------------------------------------------------------------------


def _person(random: Random, at: int) -> dict[str, str]:
    """Somebody of a PPK, a PPS or a KPPS, with all that is known of people."""
    row = dict.fromkeys(COLUMNS[_FILE], "")
    row |= _PLACES[at]
    woman = random.random() < 0.4
    year, month, day = 1970 + at, random.randint(1, 12), random.randint(1, 28)
    born = f"{day + 40 * woman:02d}{month:02d}{year % 100:02d}"
    row |= {
        "nama": f"{_NAMES[at % 9]} {_SURNAMES[at % 7]} {chr(65 + at % 26)}{'aeiou'[at % 5]}ng",
        "nik": f"332301{born}{at + 1:04d}",
        "jenis_kelamin": "P" if woman else "L",
        "tanggal_lahir": f"{year}-{month:02d}-{day:02d}",
        "status": "aktif",
        "peringkat": str(at + 1),
        "tanggal_mulai": "2024-05-26",
        "tanggal_selesai": "2025-01-27",
        "nomor_sk": "102/PP.04-Kpt/3323/2024",
        "telepon": f"0812345{at:02d}{at * 37 % 1000:03d}",
        "alamat": f"Dusun Krajan RT {at + 1:02d}/RW 02",
        "pendidikan": random.choice(("SMA", "S-1", "D-3")),
    }
    return row


def _places() -> Iterator[dict[str, str]]:
    names = {row["kode"]: row["nama"] for row in ROWS["kecamatan"]}
    for code in ("33.23.10", "33.23.01"):
        for seat in range(5):
            role = "anggota" if seat else "ketua"
            yield {"badan": "PPK", "jabatan": role, "kode_wilayah": code, "kecamatan": names[code]}
    for desa in ROWS["desa"]:
        code = desa["kode"]
        place = {"kode_wilayah": code, "kecamatan": names[code[:8]], "desa": desa["nama"]}
        for seat in range(3):
            yield {"badan": "PPS", "jabatan": "anggota" if seat else "ketua", **place}


_PLACES = list(_places())[:30]


# -- what is spoilt --------------------------------------------------------------------------------


def _spoilt(random: Random, row: dict[str, str], *, plain: bool) -> tuple[dict[str, str], Meant]:
    """The cells of a row that are written in a messy way, and what each may be read as."""
    cells: dict[str, str] = {}
    meant: dict[str, str | tuple[str, ...] | None] = {}
    for _ in range(random.choice((0, 0, 1, 2, 3, 4))):
        column = random.choice([one for one in COLUMNS[_FILE] if one not in meant])
        type_ = COLUMNS[_FILE][column]
        spot = Spot(_FILE, column, type_, row, row[column], column in REQUIRED[_FILE])
        kind = random.choice(_FITTING[column])
        cell = kind.make(spot)
        if cell is None or cell.raw is not None or len(cell.text) > _LONGEST:
            continue
        if cell.text == spot.text or (column == "jenis_kelamin" and _DOUBT.match(cell.text)):
            continue
        if plain and not _IN_XML.fullmatch(cell.text):
            continue
        cells[column] = cell.text
        open_ = kind.equal and not (kind.unseen and column == "nama")
        meant |= {one: text for one, text in cell.also.items() if one not in meant}
        meant[column] = cell.means if open_ else None
    return cells, meant


def _fitting(column: str) -> list[Kind]:
    return [
        kind
        for kind in CELL_KINDS
        if COLUMNS[_FILE][column] in kind.types
        and (not kind.where or f"{_FILE}.{column}" in kind.where)
        and not kind.name.startswith(_UNFIT)
    ]


_FITTING = {column: _fitting(column) for column in COLUMNS[_FILE]}


# -- sheets ----------------------------------------------------------------------------------------


def _header(random: Random, column: str) -> str:
    return random.choice((column, column, column.upper(), *SYNONYMS[column]))


class _Table:
    """Titles, a header and rows, to be written in any format."""

    def __init__(
        self, titles: Sequence[list[str]], header: Sequence[str], rows: Sequence[Sequence[str]]
    ) -> None:
        self._head = [*titles, list(header)]
        self._rows = [list(row) for row in rows]

    def polluted(
        self, seed: int, suffix: str, touched: dict[int, Meant], rows: tuple[dict[str, str], ...]
    ) -> Polluted:
        """The file, with what is true of it; the seed stands where others name a row."""
        if suffix == CSV:
            parts = [Part(record(line)) for line in self._head]
            parts += [Part(record(line), (at,), True) for at, line in enumerate(self._rows)]
            return composed("messy", (_FILE, "*", seed), _SAID, Spoilt(parts, touched, rows))
        with TemporaryDirectory() as folder:
            book = Drawn([*self._head, *self._rows], name="Data")
            content = book.write(Path(folder) / f"a{suffix}").read_bytes()
        first = len(self._head) + 1
        lines = tuple((line, line) for line in range(first, first + len(self._rows)))
        nobody = dict.fromkeys(range(1, first), False)
        return Polluted(
            "messy", _FILE, "*", seed, suffix, content, _SAID, lines, nobody, touched, rows
        )  # fmt: skip
