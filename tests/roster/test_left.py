"""Whose row says that they left, or have not begun: the first and the last day of each."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from tests.roster.rosters import AS_OF, BULU, WONOSARI, Row, make, member

Cells = Mapping[str, object]


def left(folder: Path, *rows: Row, as_of: date = AS_OF) -> dict[str, list[bool]]:
    """By what says it, which rows are of somebody who left, or has not begun."""
    found = make(folder, *rows, as_of=as_of).members.left
    return {why: rows.tolist() for why, rows in found.items()}


@pytest.mark.parametrize(
    ("cells", "as_of", "why"),
    [
        ({"tanggal_selesai": "2024-06-09"}, AS_OF, ["ended"]),
        ({"tanggal_selesai": "2024-06-10"}, AS_OF, []),  # the last day is one in office
        ({"tanggal_selesai": "2025-01-26"}, date(2025, 1, 28), ["ended"]),
        ({"tanggal_selesai": "2025-01-27"}, date(2025, 1, 28), []),  # as the term does
        ({"tanggal_mulai": "2024-06-01", "tanggal_selesai": "2024-06-01"}, AS_OF, ["ended"]),
        ({"tanggal_mulai": "2024-06-02", "tanggal_selesai": "2024-06-01"}, AS_OF, []),  # V212
        ({"tanggal_mulai": "2024-06-11"}, AS_OF, ["ahead"]),
        ({"tanggal_mulai": "2024-06-10"}, AS_OF, []),
        ({"tanggal_mulai": "2024-05-27"}, date(2024, 5, 26), ["ahead"]),
        ({"tanggal_mulai": "2024-05-26"}, date(2024, 5, 25), []),  # before the oath all are
        ({"alasan": "mengundurkan diri"}, AS_OF, ["reason"]),
        ({"alasan": "menggantikan Lasmi"}, AS_OF, []),
        ({"alasan": ""}, AS_OF, []),
        ({"keterangan": "calon pengganti"}, AS_OF, ["note"]),
        ({"keterangan": "rajin"}, AS_OF, []),
        ({"keterangan": "Lolos PPPK, berhenti 3 Juni"}, AS_OF, ["note"]),
        ({"keterangan": "Lolos PPPK. Mengundurkan diri per 1/6/2024"}, AS_OF, ["note"]),
        ({"keterangan": "guru honorer, berhenti 2019"}, AS_OF, []),
        ({"keterangan": "Datang terlambat; pindah 2 meja"}, AS_OF, []),
        ({"nama": "Lasmi Gedangsewu (alm)"}, AS_OF, ["late"]),
        ({"alasan": "meninggal", "status": "cadangan"}, AS_OF, []),
        # Another post was left, a party or a job, not this one.
        ({"keterangan": "Mundur dari parpol tahun 2017"}, AS_OF, []),
        ({"keterangan": "tidak aktif sebagai pengurus partai"}, AS_OF, []),
        ({"keterangan": "berhenti sebagai perangkat desa 2020"}, AS_OF, []),
        ({"keterangan": "mengundurkan diri dari keanggotaan partai politik"}, AS_OF, []),
        ({"keterangan": "berhenti bekerja 2023"}, AS_OF, []),
        ({"keterangan": "mengundurkan diri dari PPS karena guru"}, AS_OF, ["note"]),
        ({"keterangan": "berhenti sebagai anggota PPS"}, AS_OF, ["note"]),
        ({"keterangan": "mundur karena menjadi pengurus partai"}, AS_OF, ["note"]),
        ({"keterangan": "pindah domisili ke Semarang"}, AS_OF, ["note"]),
        ({"keterangan": "mengundurkan diri sebagai ketua, tetap anggota"}, AS_OF, []),
        ({"keterangan": "mengundurkan diri, masih aktif di SIAKBA"}, AS_OF, ["note"]),
        ({"keterangan": "meninggal di tempat kerja"}, AS_OF, ["note"]),
        ({"keterangan": "diganti Rina (PAW)"}, AS_OF, ["note"]),
        ({"keterangan": "Diganti Rina"}, AS_OF, ["note"]),
        ({"keterangan": "telah di-PAW"}, AS_OF, ["note"]),
        ({"keterangan": "PAW oleh Rina"}, AS_OF, ["note"]),
        ({"keterangan": "PAW dari Lasmi"}, AS_OF, []),
        ({"keterangan": "Lolos PPPK, mundur"}, AS_OF, ["note"]),
        ({"keterangan": "karena sakit mengundurkan diri."}, AS_OF, ["note"]),
        ({"keterangan": "Lulus seleksi, mundur dari BPD"}, AS_OF, []),
        ({"keterangan": "Keluar per 3 Juni"}, AS_OF, ["note"]),
        ({"keterangan": "keluar kota 3 hari"}, AS_OF, []),
        ({"keterangan": "Non aktif"}, AS_OF, ["note"]),
        ({"keterangan": "nonaktif"}, AS_OF, ["note"]),
        ({"keterangan": "non aktif nomornya"}, AS_OF, []),
        ({"keterangan": "Tidak bersedia dilantik"}, AS_OF, ["note"]),
        ({"keterangan": "tidak bersedia"}, AS_OF, ["note"]),
        ({"keterangan": "tidak bersedia difoto"}, AS_OF, []),
        ({"keterangan": "batal dilantik"}, AS_OF, ["note"]),
        ({"keterangan": "TMS"}, AS_OF, ["note"]),
        ({"keterangan": "dicoret"}, AS_OF, ["note"]),
        ({"keterangan": "Almh."}, AS_OF, ["note"]),
        ({"keterangan": "Calon PAW"}, AS_OF, ["note"]),
        # No leave at all, but words that begin like one.
        ({"keterangan": "pindahan dari Kledung"}, AS_OF, []),
        ({"keterangan": "pindah divisi"}, AS_OF, []),
        ({"keterangan": "pindah rekening BRI"}, AS_OF, []),
        ({"keterangan": "pindah dari KPPS 3 ke KPPS 1"}, AS_OF, []),
        ({"keterangan": "Berhenti jadi perangkat desa"}, AS_OF, []),
        ({"keterangan": "diganti nama sesuai KTP"}, AS_OF, []),
        ({"keterangan": "tidak aktif BPJS"}, AS_OF, []),
        ({"keterangan": "tidak aktif nomornya"}, AS_OF, []),
        ({"keterangan": "tidak aktif HP-nya"}, AS_OF, []),
        ({"keterangan": "mundur 1 hari dari jadwal"}, AS_OF, []),
        ({"keterangan": "tidak aktif sejak Juni"}, AS_OF, ["note"]),
        ({"keterangan": "sudah diganti KTP baru"}, AS_OF, []),
        ({"keterangan": "diganti dengan SK baru"}, AS_OF, []),
        ({"keterangan": "meninggalkan usaha lamanya"}, AS_OF, []),
        # Why somebody came stands in the column for why somebody left.
        ({"alasan": "PAW"}, AS_OF, []),
        ({"alasan": "Hasil PAW"}, AS_OF, []),
        ({"alasan": "Pelantikan susulan"}, AS_OF, []),
        ({"alasan": "cadangan 1 naik"}, AS_OF, []),
        ({"alasan": "Penunjukan langsung oleh PPS"}, AS_OF, []),
        ({"alasan": "hasil seleksi"}, AS_OF, []),
        ({"alasan": "peringkat 4"}, AS_OF, []),
        ({"alasan": "terpilih menjadi kepala desa"}, AS_OF, ["reason"]),
        ({"alasan": "lolos seleksi CPNS"}, AS_OF, ["reason"]),
        # A note behind the name.
        ({"nama": "Lasmi Gedangsewu (mengundurkan diri)"}, AS_OF, ["named"]),
        ({"nama": "Lasmi [nonaktif]"}, AS_OF, ["named"]),
        ({"nama": "Lasmi - diganti Tono"}, AS_OF, ["named"]),
        ({"nama": "Lasmi, TMS"}, AS_OF, ["named"]),
        ({"nama": "Lasmi (mundur dari BPD)"}, AS_OF, []),
        ({"nama": "Lasmi (pindahan Kledung)"}, AS_OF, []),
        ({"nama": "Lasmi (PAW)"}, AS_OF, []),
        ({"nama": "Lasmi Mundur"}, AS_OF, []),
        # The father died.
        ({"nama": "Lasmi binti Karto (alm)"}, AS_OF, []),
        ({"nama": "Alm. Karto bin Lasmo"}, AS_OF, ["late"]),
    ],
)
def test_a_row_says_that_somebody_does_not_serve(
    cells: Cells, as_of: date, why: list[str], tmp_path: Path
) -> None:
    assert [*left(tmp_path, member("PPS", WONOSARI, **cells), as_of=as_of)] == why


_DAY = "2024-06-03"


@pytest.mark.parametrize(
    ("with_it", "with_another", "without", "shared"),
    [(20, 0, 0, True), (19, 0, 0, False), (20, 19, 0, True), (20, 20, 0, False), (20, 0, 30, True)],
)
def test_a_day_of_most_of_a_body_is_one_of_the_office(
    with_it: int, with_another: int, without: int, shared: bool, tmp_path: Path
) -> None:
    """The member of another body, whose day it is too, left."""
    ends = [*[_DAY] * with_it, *["2024-12-31"] * with_another, *[""] * without]
    rows = [member("PPS", WONOSARI, tanggal_selesai=end) for end in ends]
    found = left(tmp_path, *rows, member("PPK", BULU, tanggal_selesai=_DAY))["ended"]
    assert found == [*[end == _DAY and not shared for end in ends], True]


def test_twenty_are_many(tmp_path: Path) -> None:
    row = member("PPS", WONOSARI, tanggal_selesai=_DAY)
    assert left(tmp_path, *[row] * 20) == {}
    assert left(tmp_path, *[row] * 19) == {"ended": [True] * 19}


# -- what is said of a leave -----------------------------------------------------------------------

_LEFT = {"status": "mengundurkan diri", "tanggal_selesai": "2024-06-05", "nomor_sk": "12"}
_COLLEAGUE = {"tanggal_selesai": "2025-01-27", "nomor_sk": "3", "tanggal_mulai": ""}


def leaving(folder: Path, cells: Cells, *others: Row) -> tuple[bool, bool, bool]:
    """Whether the day and the decree of the first of these rows are ones of leaving, and the day
    has come."""
    found = make(folder, member("PPS", WONOSARI, **cells), *others).members.leaving
    day, decree, gone = (rows.tolist()[0] for rows in (found.day, found.decree, found.gone))
    return day, decree, gone


@pytest.mark.parametrize(
    ("cells", "day", "decree", "gone"),
    [
        ({}, True, True, True),
        ({"tanggal_selesai": "2024-06-10"}, True, True, True),
        ({"tanggal_selesai": "2024-06-11"}, True, True, False),
        ({"tanggal_selesai": "2025-01-26"}, True, True, False),
        ({"tanggal_selesai": "2025-01-27"}, False, True, False),
        ({"tanggal_selesai": ""}, False, True, False),
        ({"nomor_sk": ""}, True, False, False),
        ({"nomor_sk": None}, True, False, False),
    ],
)
def test_a_day_and_a_decree_of_ones_own_end_a_membership(
    cells: Cells, day: bool, decree: bool, gone: bool, tmp_path: Path
) -> None:
    assert leaving(tmp_path, {**_LEFT, **cells}) == (day, decree, gone)


@pytest.mark.parametrize(
    ("body", "cells", "day", "decree"),
    [
        ("PPS", {"tanggal_selesai": "2024-06-05"}, False, True),
        ("PPK", {"tanggal_selesai": "2024-06-05"}, True, True),
        ("PPS", {"tanggal_selesai": "2024-06-04"}, True, True),
        ("PPS", {"tanggal_selesai": "2024-06-05", "status": "meninggal"}, True, True),
        ("PPS", {"nomor_sk": "12", "tanggal_mulai": "2024-06-05"}, True, True),  # who comes in
        ("PPS", {"nomor_sk": "12", "tanggal_mulai": "2024-06-04"}, True, False),
        ("PPS", {"nomor_sk": "12"}, True, False),
        ("PPS", {"nomor_sk": "12", "status": "meninggal"}, True, True),
    ],
)
def test_what_those_who_serve_carry_too_is_no_leave(
    body: str, cells: Cells, day: bool, decree: bool, tmp_path: Path
) -> None:
    place = BULU if body == "PPK" else WONOSARI
    colleague = member(body, place, **{**_COLLEAGUE, **cells})
    assert leaving(tmp_path, _LEFT, colleague)[:2] == (day, decree)
