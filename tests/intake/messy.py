"""Files as offices have them, made of the clean sample roster."""

from __future__ import annotations

import csv
import datetime
import random
import shutil
from collections.abc import Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

from xlsxwriter import Workbook

SAMPLE = Path(__file__).parents[2] / "data" / "temanggung"
Rows = list[dict[str, str]]

# Columns of the messy sheets: header, column of the sample ("" for the running number).
PPS_HEADERS: Mapping[str, str] = {
    "No.": "",
    "NAMA LENGKAP": "nama",
    "No. KTP": "nik",
    "L/P": "jenis_kelamin",
    "TGL LAHIR": "tanggal_lahir",
    "JABATAN": "jabatan",
    "KECAMATAN": "kecamatan",
    "DESA/KEL": "desa",
    "NO HP/WA": "telepon",
    "STATUS": "status",
    "RANKING": "peringkat",
    "TMT": "tanggal_mulai",
    "SELESAI": "tanggal_selesai",
    "ALASAN BERHENTI": "alasan",
    "NO SK": "nomor_sk",
    "ALAMAT KTP": "alamat",
    "PENDIDIKAN TERAKHIR": "pendidikan",
    "KET": "keterangan",
}
_MONTHS = "Januari Februari Maret April Mei Juni Juli Agustus September Oktober Nopember Desember"


def rows_of(path: Path) -> Rows:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, strict=True))


def with_names(rows: Rows) -> Rows:
    """The rows with the names of their kecamatan and desa."""
    kecamatan = {row["kode"]: row["nama"] for row in rows_of(SAMPLE / "kecamatan.csv")}
    desa = {row["kode"]: row["nama"] for row in rows_of(SAMPLE / "desa.csv")}
    return [
        {
            **row,
            "kecamatan": kecamatan[row["kode_wilayah"][:8]],
            "desa": desa.get(row["kode_wilayah"], ""),
        }
        for row in rows
    ]


def region_folder(folder: Path) -> Path:
    """A roster folder with nothing but its places."""
    folder.mkdir()
    for name in ("kecamatan.csv", "desa.csv", "adhoc.toml"):
        shutil.copy(SAMPLE / name, folder)
    return folder


def spoken_date(iso: str, style: int) -> str:
    """The same day in one of five spellings."""
    year, month, day = iso.split("-")
    return (
        iso,
        f"{day}/{month}/{year}",
        f"{int(day)}-{int(month)}-{year}",
        f"{int(day)} {_MONTHS.split()[int(month) - 1]} {year}",
        f"{day}.{month}.{year}",
    )[style % 5]


def messy_cell(column: str, row: Mapping[str, str], number: int) -> str:  # noqa: PLR0911 - one a column
    """A cell as somebody typed it."""
    text = row.get(column, "")
    if not text:
        return ("", "-", " ")[number % 3]
    if column in ("tanggal_lahir", "tanggal_mulai", "tanggal_selesai"):
        return spoken_date(text, number)
    if column == "jabatan":
        return f"{text.title()} {row['badan']} "
    if column == "nama":
        return text.replace(" ", "  ", 1) + " "
    if column == "nik":
        return f"'{text}" if number % 4 == 0 else text
    if column == "telepon":
        return (text, f"+62 {text[1:]}", text[1:], f"{text[:4]}-{text[4:]}")[number % 4]
    if column == "jenis_kelamin":
        return {"L": ("L", "Laki-laki", "lk"), "P": ("P", "Perempuan", "PR")}[text][number % 3]
    return f"{text} " if number % 2 else text


def damaged(rows: Rows, share: float, seed: int = 5) -> set[int]:
    """The positions of the rows that lose their NIK to a spreadsheet."""
    return set(random.Random(seed).sample(range(len(rows)), round(len(rows) * share)))


def messy_workbook(path: Path, rows: Rows, spoilt: set[int], *, headings: bool = False) -> None:
    """A sheet with titles, a numbered header, the kecamatan in merged cells (or as headings of
    groups) and typed cells. A NIK in `spoilt` is a number that ends in 0."""
    book = Workbook(str(path))
    sheet = book.add_worksheet("PPS")
    day = book.add_format({"num_format": "dd/mm/yyyy"})
    headers = [h for h in PPS_HEADERS if not (headings and h == "KECAMATAN")]
    sheet.merge_range(0, 0, 0, 8, "DAFTAR ANGGOTA PANITIA PEMUNGUTAN SUARA")
    sheet.write(1, 0, "KABUPATEN TEMANGGUNG, PILKADA 2024")
    sheet.write_row(3, 0, headers)
    sheet.write_row(4, 0, [f"({number})" for number in range(1, len(headers) + 1)])
    at = 5
    number = 0
    for kecamatan, group in groupby(rows, key=lambda row: row["kecamatan"]):
        if headings:
            sheet.merge_range(at, 0, at, 8, f"KECAMATAN {kecamatan.upper()}")
            at += 1
        first = at
        for row in group:
            for column, header in enumerate(headers):
                value = _value(PPS_HEADERS[header], row, number, number in spoilt)
                _write(sheet, at, column, value, day)
            at, number = at + 1, number + 1
        if not headings:
            _merge(sheet, first, at - 1, headers.index("KECAMATAN"), kecamatan)
    book.close()


def _value(column: str, row: Mapping[str, str], number: int, spoilt: bool) -> Any:
    if not column:
        return number + 1
    if column == "kecamatan":
        return None
    if column == "nik" and spoilt and row["nik"]:
        return float(row["nik"][:15] + "0")
    if column.startswith("tanggal") and row[column] and number % 6 == 5:
        return datetime.date.fromisoformat(row[column])
    if column == "telepon" and row[column] and number % 7 == 6:
        return int(row[column])
    return messy_cell(column, row, number)


def _write(sheet: Any, row: int, column: int, value: Any, day: Any) -> None:
    if isinstance(value, datetime.date):
        sheet.write_datetime(row, column, value, day)
    elif isinstance(value, int | float):
        sheet.write_number(row, column, value)
    elif value:
        sheet.write_string(row, column, value)


def _merge(sheet: Any, first: int, last: int, column: int, text: str) -> None:
    if first == last:
        sheet.write_string(first, column, text)
    else:
        sheet.merge_range(first, column, last, column, text)


def messy_csv(path: Path, rows: Rows, headers: Mapping[str, str]) -> None:
    """A `;` CSV in Windows-1252 with CR LF, a title row, and codes without dots."""
    with path.open("w", encoding="cp1252", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow(["DAFTAR ANGGOTA – KPU TEMANGGUNG", *[""] * (len(headers) - 1)])
        writer.writerow(list(headers))
        for number, row in enumerate(rows):
            writer.writerow([_plain_cell(column, row, number) for column in headers.values()])


def _plain_cell(column: str, row: Mapping[str, str], number: int) -> str:
    if column == "kode_wilayah":
        return row[column].replace(".", "")
    return messy_cell(column, row, number)


def write_csv(path: Path, rows: Sequence[Mapping[str, str]]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    return path
