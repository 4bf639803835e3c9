"""A workbook as an office keeps it, of the clean roster: for the tour of `adhoc import`."""

from __future__ import annotations

import csv
from datetime import date, datetime
from itertools import groupby
from pathlib import Path
from typing import Any

from xlsxwriter import Workbook

NAME = "PPS Kledung 2024.xlsx"
_KECAMATAN = "33.23.17"
_HEADER = ("No.", "NAMA LENGKAP", "No. KTP", "L/P", "TTL", "JABATAN", "KECAMATAN", "DESA/KEL",
           "NO HP/WA")  # fmt: skip
_MADE = datetime(2024, 6, 1)  # noqa: DTZ001 - a workbook knows no zones
# What is wrong with some of its rows, by their number from 0.
_NUMBER_OF_EXCEL, _MISSPELT, _VACANT = 4, 10, 20


def write(roster: Path, target: Path) -> None:
    """Write the PPS of one kecamatan of `roster` as a sheet with titles, merged cells, dates and
    numbers as people type them, and three rows that cannot be read."""
    names = {row["kode"]: row["nama"] for row in _rows(roster / "desa.csv")}
    people = [
        row
        for row in _rows(roster / "anggota-pps.csv")
        if row["kode_wilayah"].startswith(_KECAMATAN) and row["status"] in ("", "aktif")
    ]
    with Workbook(str(target)) as book:
        book.set_properties({"created": _MADE})
        sheet = book.add_worksheet("PPS")
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        sheet.merge_range(0, 0, 0, 8, "DAFTAR ANGGOTA PANITIA PEMUNGUTAN SUARA (PPS)")
        sheet.write(1, 0, "KECAMATAN KLEDUNG, PILKADA 2024")
        sheet.write_row(3, 0, _HEADER)
        for at, row in enumerate(people):
            for column, value in enumerate(_cells(row, at)):
                if isinstance(value, date):
                    sheet.write_datetime(at + 4, column, value, day)
                else:
                    sheet.write(at + 4, column, value)
        sheet.merge_range(4, 6, len(people) + 3, 6, "Kledung")
        first = 4
        for code, group in groupby(people, key=lambda row: row["kode_wilayah"]):
            last = first + len(list(group)) - 1
            sheet.merge_range(first, 7, last, 7, names[code])
            first = last + 1


def _cells(row: dict[str, str], at: int) -> list[Any]:
    if at == _VACANT:
        return [at + 1, "KOSONG", None, None, None, "Anggota PPS", None, None, None]
    born = date.fromisoformat(row["tanggal_lahir"])
    phone = row["telepon"]
    role = f"{row['jabatan'].title()} PPS"
    return [
        at + 1,
        row["nama"].upper() if at % 3 == 0 else f"{row['nama']} ",
        float(row["nik"][:15] + "0") if at == _NUMBER_OF_EXCEL else row["nik"],
        {"L": ("L", "Laki-laki"), "P": ("P", "Perempuan")}[row["jenis_kelamin"]][at % 2],
        born if at % 2 else f"{born.day:02}/{born.month:02}/{born.year}",
        role.replace("a P", "aa P") if at == _MISSPELT else role,
        None,
        None,
        (phone, f"+62 {phone[1:4]}-{phone[4:]}", phone[1:])[at % 3],
    ]


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))
