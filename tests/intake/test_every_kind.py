"""One workbook with every kind of trouble of the field at once, in XLSX and in ODS."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from adhoc_cli.intake import workbook
from adhoc_cli.intake.workbook_child import read
from adhoc_cli.models.report import Status
from tests.intake.drawn import Drawn
from tests.intake.field import checked, imported, told

_HEAD = ["No", "Nama Lengkap (dengan gelar)", "NIK KTP", "JENIS KELAMIN", "", "TTL", "", "Jabatan",
         "Kecamatan", "Desa", "TPS", "HP/WA", "KTP", "IJAZAH", "KET"]  # fmt: skip
_BELOW = ["", "", "", "L", "P", "Tempat", "Tanggal", *[""] * 8]


_MORE = ("no", "nama", "nik", "l", "p", "tempat", "tanggal", "jabatan", "kecamatan", "desa", "tps",
         "hp", "ktp", "ijazah", "ket")  # fmt: skip


def person(nama: str, nik: str = "", jabatan: str = "", **more: str) -> list[str]:
    """A row of the upper table."""
    given = {"no": "1", "ktp": "✓", "ijazah": "✓", **more}
    cells = {**given, "nama": nama, "nik": nik, "jabatan": jabatan}
    return [cells.get(column, "") for column in _MORE]


HEAD_ROWS = [
    ["DAFTAR BADAN AD HOC", *[""] * 14],
    ["KABUPATEN TEMANGGUNG, PILKADA 2024", *[""] * 14],
    _HEAD, _BELOW, [str(n) for n in range(1, 16)],
]  # fmt: skip
ROWS = [
    *HEAD_ROWS,
    person("Drs. H. Achmad Fauzi, S.Pd.I., M.M.", '="3323030605860001"', "Ketua KPPS", l="√",
           tempat="Temanggung", kecamatan="Temanggung", desa="Mudal", tps="1",
           hp="\u202a0812-3456-7890\u202c", ket="TERPILIH"),
    person("Siti Aminah", "3323034605860002", "Anggota KPPS 2", p="v", tempat="Temanggung",
           hp="+62 (0) 81234567891", ket="TERPILIH"),
    person("Budi Santoso", "0", "Anggota KPPS 3", l="✓", tanggal="7 Mei 1986", ket="PENGGANTI"),
    person("KOSONG", "", "Anggota KPPS 4"),
    person("Rina Sari; Tono Budi", "", "Anggota KPPS 5"),
    person("Wahyu Nugroho", "", "Anggota KPPS 6", l="√", p="√"),
    person("Dewi Lestari", "#N/A", "Anggota KPPS 7"),
    person("Eko Prasetyo", "", "Anggota KPPS 7"),
    person("idem", "", "Anggota KPPS 7"),
    person("Tri Hartono", "", "Anggota KPPS 7", ket="TIDAK TERPILIH"),
    person("Nur Hidayah", "", "Ketua PPS", kecamatan="Temanggung", desa="Joho", p="x"),
    person("Agus Salim", "", "Anggota PPS", kecamatan="Temanggung", desa="Joho"),
    person("Yuni Astuti", "", "Anggota PPS", kecamatan="Temanggung", desa="Joho"),
    person("Hidayat Tulloh", "", "Anggota PPS", kecamatan="Temanggung", desa="Joho"),
    person("Siti Aminah", "3323034605860002", "Anggota KPPS 2", kecamatan="Temanggung",
           desa="Mudal", tps="1"),
    ["SUSUNAN PPK", *[""] * 14],
    ["No", "Jabatan", "Nama", "No HP", "Kecamatan", "NIK"],
    ["1", "Ketua PPK Kec. Bulu", "Arif Budiman", "62 812 3456 7892", "Bulu", ""],
    ["2", "Anggota PPK / Divisi Teknis Penyelenggaraan", "Sri Wahyuni", "", "Kec. Bulu", ""],
    ["3", "Anggota / Divisi Hukum", "Lilis Suryani", "", "Bulu", ""],
    ["", "", "Temanggung, 16 Mei 2024"],
    ["", "", "Mengetahui"],
]  # fmt: skip
SECOND_HEAD = {21, 22}  # a title, and the columns in another order
MIDNIGHT = datetime.fromisoformat("1986-05-05T17:00:00")  # in UTC: the sixth in Jakarta
SHEET = Drawn(
    ROWS,
    merged=[(0, 0, 0, 14), (2, 3, 2, 4), (2, 5, 2, 6), (5, 8, 14, 8), (5, 9, 14, 9),
            (5, 10, 14, 10)],
    struck=frozenset({(17, 1)}),
    hidden_rows=frozenset({16}),
    typed={(5, 6): MIDNIGHT, (6, 6): MIDNIGHT,
           (12, 2): None, (18, 2): 3323030605860000.0},
)  # fmt: skip
COLUMNS = (
    "nama", "badan", "jabatan", "kode_wilayah", "nik", "jenis_kelamin", "tanggal_lahir", "divisi",
    "tps", "status", "telepon", "keterangan", "desa", "kecamatan",
)  # fmt: skip
WRITTEN = {
    6: ("Drs. H. Achmad Fauzi, S.Pd.I., M.M.", "KPPS", "ketua", "33.23.03.2020",
        "3323030605860001", "L", "1986-05-06", "", "1", "aktif", "081234567890", "TERPILIH",
        "Mudal", "Temanggung"),
    7: ("Siti Aminah", "KPPS", "anggota", "33.23.03.2020", "3323034605860002", "P", "1986-05-06",
        "", "1", "aktif", "081234567891", "TERPILIH", "Mudal", "Temanggung"),
    8: ("Budi Santoso", "KPPS", "anggota", "33.23.03.2020", "", "L", "1986-05-07", "", "1",
        "cadangan", "", "PENGGANTI", "Mudal", "Temanggung"),
    16: ("Nur Hidayah", "PPS", "ketua", "33.23.03.2011", "", "P", "", "", "", "", "", "", "Joho",
         "Temanggung"),
    19: ("Hidayat Tulloh", "PPS", "anggota", "33.23.03.2011", "3.3230306058600E+15", "", "", "",
         "", "", "", "", "Joho", "Temanggung"),  # the NIK that Excel cut: check names its line
    23: ("Arif Budiman", "PPK", "ketua", "33.23.01", "", "", "", "", "", "", "081234567892", "",
         "", "Bulu"),
    24: ("Sri Wahyuni", "PPK", "anggota", "33.23.01", "", "", "", "Teknis Penyelenggaraan", "",
         "", "", "", "", "Kec. Bulu"),
}  # fmt: skip
REJECTED = {
    9: ("vacant", "nama"),
    10: ("several_people", "nama"),
    11: ("value_unknown", "jenis_kelamin"),  # both L and P are marked
    12: ("formula_error", "nik"),
    13: ("formula_error", "nik"),  # no result was stored
    14: ("vacant", "nama"),  # idem
    15: ("not_member", None),
    17: ("hidden_row", None),
    18: ("struck", "nama"),
    20: ("already_member", None),
    25: ("missing", "badan"),  # a role of two bodies
    26: ("stray", None),  # the signature
    27: ("stray", None),
}
CHANGED = {
    ("formula_text", "nik"), ("no_nik", "nik"), ("next_day", "tanggal_lahir"), ("carried", "tps"),
    ("carried", "desa"), ("carried", "kecamatan"), ("from_note", "status"),
}  # fmt: skip


@pytest.fixture(autouse=True)
def _in_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """The process that reads a workbook costs 80 ms; test_workbook_child.py is about it."""
    monkeypatch.setattr(workbook, "_asked_of_child", read)


@pytest.mark.parametrize("suffix", ["xlsx", "ods"])
def test_every_kind_at_once_is_right_or_refused(suffix: str, tmp_path: Path) -> None:
    made = imported(SHEET.write(tmp_path / f"a.{suffix}"), tmp_path / "t")
    assert made.columns == COLUMNS
    assert list(made.rows) == list(WRITTEN.values())
    rejected = {one.where.line: (one.fault.key, one.fault.column) for one in made.rejects}
    assert rejected == REJECTED
    people = set(range(len(HEAD_ROWS) + 1, len(ROWS) + 1)) - SECOND_HEAD
    assert WRITTEN.keys() | rejected.keys() == people
    assert (made.read, made.written, made.rejected) == (len(people), len(WRITTEN), len(REJECTED))
    assert told(made) >= CHANGED
    assert (made.unreadable, told(made) & {("unreadable", "nik")}) == (1, {("unreadable", "nik")})


@pytest.mark.parametrize("suffix", ["xlsx", "ods"])
def test_a_check_counts_the_seats_of_what_was_written(suffix: str, tmp_path: Path) -> None:
    imported(SHEET.write(tmp_path / f"a.{suffix}"), tmp_path / "t")
    report = checked(tmp_path / "t")
    assert not [rule.code for rule in report.rules if rule.status is Status.CRASHED]
    # Twenty kecamatan with five seats each, 289 desa with three; no file of TPS for the KPPS.
    assert {body: (one.required, one.filled) for body, one in report.bodies.items()} == {
        "PPK": (100, 2),
        "PPS": (867, 2),
    }
