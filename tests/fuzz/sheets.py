"""`adhoc import` of a workbook: from typed cells to rows.

A library reads workbooks, in a process of its own; here stands in its place what the choices say.
"""

from __future__ import annotations

import marshal
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from functools import cache
from typing import Any, cast
from unittest.mock import patch

from adhoc_cli.intake import workbook
from adhoc_cli.intake.doctor import Options
from adhoc_cli.intake.facts import Facts, Merged
from adhoc_cli.intake.workbook_child import Answer, Asked, _sheet, unpacked
from tests.fuzz.choices import Choices
from tests.fuzz.doctor import LIMITS, imported
from tests.fuzz.package import zipped
from tests.fuzz.rosters import KINDS, REGIONS, Scratch

_HEADERS = (
    "Nama", "Jabatan", "Badan", "Kode Wilayah", "NIK", "Kecamatan", "Desa", "Tanggal Lahir",
    "No HP", "No", "TPS", "Kegiatan", "Tanggal", "Peran", "kode", "kode_desa", "nomor", "L/P",
    "Status", "",
)  # fmt: skip
_TEXTS = (
    "Siti Aminah", "Ketua PPK", "Anggota PPS", "ketua", "anggota", "PPK", "PPS", "33.23.01",
    "33.23.01.2001", "3323012001", "Bulu", "Wonosari", "Kledung", "KECAMATAN BULU",
    "DESA WONOSARI KECAMATAN BULU", "JUMLAH", "16 Mei 1990", "3323014605860001", "0812-3456-7890",
    "'0812", "-", " ", "#N/A", "3,32301E+15", "camat", "kades", "TPS 1", "Bimtek PPK", "L", "aktif",
)  # fmt: skip
_NUMBERS = (0, 1, 3323014605860001.0, 3323012001.0, 81234567890.0, 1e300, -1.5, 5e-324, 45000.0)
_PARTS = {"xl/workbook.xml": b"<workbook/>"}


@dataclass(frozen=True)
class _Sheet:
    """A sheet as python-calamine gives it: a rectangle from `start` to `end`."""

    name: str
    start: tuple[int, int] | None
    end: tuple[int, int] | None
    rows: list[list[Any]]
    facts: Facts

    def iter_rows(self) -> Iterator[list[Any]]:
        """From the first row of the sheet on, from the first filled column on."""
        blank = [""] * (len(self.rows[0]) if self.rows else 0)
        for _ in range(self.start[0] if self.start else 0):
            yield blank
        yield from self.rows


@cache
def _scratch() -> Scratch:
    scratch = Scratch(REGIONS)
    scratch.source.write_bytes(zipped(_PARTS))
    return scratch


def check(data: bytes) -> None:
    """A target of atheris, and of `test_corpus`."""
    choices = Choices(data)
    kind = choices.one_of(KINDS)
    limits = replace(LIMITS, columns=12) if choices.byte() % 8 == 1 else LIMITS
    sheets = [_drawn(choices, f"Lembar {n}") for n in range(1 + choices.byte() % 3)]
    hidden = ["Rahasia"] if choices.byte() % 8 == 1 else []
    lines = max((sheet.end[0] + 1 for sheet in sheets if sheet.end), default=0)

    def answer(asked: Asked) -> Answer:
        read = [_sheet(at, cast("Any", sheet), asked) for at, sheet in enumerate(sheets)]
        return unpacked(marshal.dumps(("read", ([tuple(one) for one in read], hidden))))

    facts = [sheet.facts for sheet in sheets]
    with (
        patch.object(workbook, "_asked_of_child", answer),
        patch.object(workbook, "open_package", lambda *_: facts),
    ):
        imported(_scratch(), kind, Options(limits=limits), lines)


def _drawn(choices: Choices, name: str) -> _Sheet:
    if choices.byte() == 255:
        return _Sheet(name, None, None, [], Facts())
    top, left = choices.byte() % 4, choices.byte() % 3
    width, height = 1 + choices.byte() % 9, 1 + choices.byte() % 24
    rows: list[list[Any]] = []
    if choices.byte() % 4:  # a header; without one nearly nothing is read
        rows.append([choices.one_of(_HEADERS) for _ in range(width)])
    rows += [[_cell(choices) for _ in range(width)] for _ in range(height) if choices]
    rows = rows or [[""] * width]
    end = (top + len(rows) - 1, left + width - 1)
    facts = Facts(merged=[_merged(choices, end) for _ in range(choices.byte() % 4)])
    if choices.byte() % 8 == 1:
        facts.hidden_rows.add(choices.byte() % (end[0] + 2))
        facts.hidden_columns.add(choices.byte() % (end[1] + 2))
        facts.struck[choices.byte() % (end[0] + 2), choices.byte() % (end[1] + 2)] = ""
        facts.failed[choices.byte() % (end[0] + 2), choices.byte() % (end[1] + 2)] = "#N/A"
    return _Sheet(name, (top, left), end, rows, facts)


def _merged(choices: Choices, end: tuple[int, int]) -> Merged:
    top, left = choices.byte() % (end[0] + 2), choices.byte() % (end[1] + 2)
    return Merged(top, left, top + choices.byte() % 6, left + choices.byte() % 3)


def _cell(choices: Choices) -> Any:  # noqa: PLR0911 - one line a type
    kind = choices.byte() % 12
    if kind < 4:
        return choices.one_of(_TEXTS)
    if kind == 4:
        return choices.text()
    if kind == 5:
        return choices.one_of(_NUMBERS)
    if kind == 6:
        return float(choices.number(7))
    if kind == 7:
        return choices.number(9)
    if kind == 8:
        return date(1900, 1, 1) + timedelta(days=choices.number(2))
    if kind == 9:
        return datetime(1990, 5, 16) + timedelta(seconds=choices.number(4))  # noqa: DTZ001 - a sheet has no zones
    if kind == 10:
        return choices.one_of((True, False, time(9, 30), timedelta(hours=30), float("nan")))
    return ""
