"""The journal of the sample folder: what the law dates is done, the rest is half-way.

On the day of the check every secretariat has been proposed and decreed in its seven days, and KPU
has appointed most; of the visits that practice dates most are made, some are planned, one fell
through, one mark was undone.
Drawn from a source of chance of its own, so that the people of the folder stay as they are.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from scripts.sample.election import Election
from scripts.sample.places import Places
from scripts.sample.plants_coordination import JOURNAL_FILE
from scripts.sample.tables import Row, Table, Unit

_SEED = 951
_COLUMNS = ["waktu", "operator", "kode_wilayah", "butir", "status", "tanggal", "bukti", "catatan"]
_OPERATORS = ("Sri Lestari", "Bagus Prayitno")  # of the office; invented
_SCHEDULED_IN = (2, 9)  # days after the check


@dataclass(frozen=True)
class _Desk:
    """Where marks of a place are written: its body, its unit, and the source of chance."""

    body: str
    unit: Unit
    rng: random.Random


@dataclass(frozen=True)
class _Plan:
    """Of an item the days after the oath on which it was, its evidence, how many have done it."""

    item: str
    days: tuple[int, int]
    evidence: tuple[str, ...]
    share: float


_OF_PPK = (
    _Plan("PPK-01", (1, 6), ("foto", "surat", "berita acara pinjam ruang"), 1.0),
    _Plan("PPK-02", (4, 20), ("foto", "notulen"), 0.85),
    _Plan("PPK-03", (4, 20), ("foto bersama",), 0.8),
    _Plan("PPK-04", (2, 4), ("surat usulan",), 1.0),  # seven days, to the decree of the bupati
    _Plan("PPK-05", (5, 20), ("notulen rakor", "foto"), 0.9),
    _Plan("PPK-06", (6, 22), ("undangan",), 0.6),
    _Plan("PPK-07", (18, 24), ("daftar hadir", "foto"), 0.75),
    _Plan("PPK-04B", (5, 7), ("SK bupati",), 1.0),
    _Plan("PPK-04C", (8, 12), ("SK KPU",), 0.9),
)
_OF_PPS = (
    _Plan("PPS-01", (1, 6), ("foto", "surat"), 0.95),
    _Plan("PPS-02", (1, 3), ("surat usulan",), 1.0),  # seven days, to the decree of the kades
    _Plan("PPS-03", (5, 14), ("foto", "notulen"), 0.6),
    _Plan("PPS-04", (4, 14), ("kontak",), 0.5),
    _Plan("PPS-05", (4, 14), ("kontak",), 0.5),
    _Plan("PPS-06", (8, 14), ("daftar hadir", "foto"), 0.15),
    _Plan("PPS-02B", (4, 7), ("SK kades/lurah",), 1.0),
    _Plan("PPS-02C", (8, 13), ("SK KPU",), 0.95),
)
_OF_KPU = (  # days before the oath of the PPK: its registration was open
    _Plan("KPU-01", (-22, -20), ("notulen rakor",), 1.0),
    _Plan("KPU-03", (-20, -18), ("notulen rakor",), 1.0),
)
_MONITORED = _Plan("KPU-04", (0, 0), ("laporan pemantauan", "foto"), 0.9)  # the oath of the PPS


def journal(places: Places, election: Election, as_of: date) -> Table:
    """`koordinasi.csv` as it stands on the evening before `as_of`, in the order of its marks."""
    rng = random.Random(_SEED)
    rows = list(_marks(places, election, as_of, rng))
    rows += _put_right(rows[0], as_of)
    rows.sort(key=lambda row: row.cells["waktu"])  # stable: it was written line by line
    return Table(JOURNAL_FILE, list(_COLUMNS), rows)


def _marks(places: Places, election: Election, as_of: date, rng: random.Random) -> Iterator[Row]:
    kecamatan, desa = ([place.code for place in level] for level in (places.kecamatan, places.desa))
    kabupaten = list(dict.fromkeys(code[: len("33.23")] for code in kecamatan))
    every = (
        ("PPK", "PPK", kecamatan, _OF_PPK),
        ("PPS", "PPS", desa, _OF_PPS),
        ("KPU", "PPK", kabupaten, _OF_KPU),
        ("KPU", "PPS", kecamatan, (_MONITORED,)),
    )
    for body, sworn, codes, plans in every:
        oath = election.first_day(sworn)
        for code in codes:
            desk = _Desk(body, Unit(code), rng)
            for plan in plans:
                yield from _of_item(desk, plan, oath, as_of)


def _of_item(desk: _Desk, plan: _Plan, oath: date, as_of: date) -> Iterator[Row]:
    rng = desk.rng
    day = min(oath + timedelta(rng.randint(*plan.days)), as_of - timedelta(1))
    evidence, chance = rng.choice(plan.evidence), rng.random()
    if chance < plan.share:
        yield _row(desk, plan.item, "terlaksana", day, tanggal=day.isoformat(), bukti=evidence)
    elif chance < plan.share + (1 - plan.share) / 2:
        planned = as_of + timedelta(rng.randint(*_SCHEDULED_IN))
        written = as_of - timedelta(rng.randint(1, 3))
        yield _row(desk, plan.item, "dijadwalkan", written, tanggal=planned.isoformat())
    elif chance > 0.995:
        yield _row(desk, plan.item, "batal", day, catatan="berhalangan")


def _row(desk: _Desk, item: str, status: str, written: date, **rest: str) -> Row:
    rng = desk.rng
    clock = f"{rng.randint(8, 15):02}:{rng.randint(0, 59):02}:{rng.randint(0, 59):02}"
    cells = {
        "waktu": f"{written.isoformat()}T{clock}+07:00",
        "operator": rng.choice(_OPERATORS),
        "kode_wilayah": desk.unit.code,
        "butir": item,
        "status": status,
    }
    every = {**dict.fromkeys(_COLUMNS, ""), **cells, **rest}
    return Row(JOURNAL_FILE, every, desk.body, desk.unit)


def _put_right(first: Row, as_of: date) -> list[Row]:
    """The first mark of all was undone, and made again: the history keeps all three."""
    written = (as_of - timedelta(1)).isoformat()
    undone = {**first.cells, "waktu": f"{written}T16:00:00+07:00", "status": "dicabut"}
    undone |= {"tanggal": "", "bukti": "", "catatan": "salah bukti"}
    again = {**first.cells, "waktu": f"{written}T16:05:00+07:00", "bukti": "berita acara"}
    return [Row(first.file, cells, first.body, first.unit) for cells in (undone, again)]
