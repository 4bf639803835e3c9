from __future__ import annotations

from pathlib import Path

import pytest

from tests.tables.folders import HEADER, cells, members


def role_and_body(path: Path, body: str, role: str) -> tuple[object, object, bool]:
    table = members(path, f"{HEADER}\nBudi,{body},{role},33.23.01\n")
    return table.value("jabatan", 0), table.value("badan", 0), bool(table.accepted[0])


@pytest.mark.parametrize(
    ("body", "role", "expected"),
    [
        ("", "Ketua PPK", ("ketua", "PPK")),
        ("", "ANGGOTA PPS", ("anggota", "PPS")),
        ("-", "Anggota PPS", ("anggota", "PPS")),
        ("", "Ketua merangkap anggota PPK", ("ketua", "PPK")),
        ("", "Sekretaris PPK", ("sekretaris", "SEKRETARIAT PPK")),
        ("", "Sekretaris Sekretariat PPK", ("sekretaris", "SEKRETARIAT PPK")),
        ("", "Staf Sekretariat PPS", ("staf", "SEKRETARIAT PPS")),
        ("", "Staf PPS", ("staf", "SEKRETARIAT PPS")),
        ("", "Pantarlih", ("anggota", "PANTARLIH")),
        ("", "Petugas Ketertiban TPS", ("anggota", "KETERTIBAN")),
        ("", "Linmas", ("anggota", "KETERTIBAN")),
        ("", "Ketua PPD", ("ketua", "PPK")),
        ("", "Anggota PPG", ("anggota", "PPS")),
        ("", "Anggota Kelompok Penyelenggara Pemungutan Suara", ("anggota", "KPPS")),
        ("PPK", "Ketua PPK", ("ketua", "PPK")),
        ("ppd", "Ketua PPK", ("ketua", "PPK")),
        ("Panitia Pemilihan Kecamatan", "Ketua PPD", ("ketua", "PPK")),
        ("SEKRETARIAT PPK", "Sekretaris PPK", ("sekretaris", "SEKRETARIAT PPK")),
        ("Set. PPK", "sekretaris", ("sekretaris", "SEKRETARIAT PPK")),
        ("PPK", "Ketua merangkap anggota", ("ketua", "PPK")),
        ("PPK", "sekretaris", ("sekretaris", "PPK")),  # V208 says that a PPK has none
    ],
)
def test_role_and_body(body: str, role: str, expected: tuple[str, str], tmp_path: Path) -> None:
    assert role_and_body(tmp_path, body, role) == (*expected, True)


@pytest.mark.parametrize(
    ("body", "role", "value"),
    [
        ("PPK", "Sekretaris PPK", "sekretaris SEKRETARIAT PPK"),
        ("PPK", "Ketua PPS", "ketua PPS"),
        ("SEKRETARIAT PPS", "Anggota PPS", "anggota PPS"),
        ("KPPS", "Pantarlih", "anggota PANTARLIH"),
    ],
)
def test_two_bodies_in_one_row_are_not_decided_upon(
    body: str, role: str, value: str, tmp_path: Path
) -> None:
    """The row keeps both, for V208 to show, and counts for neither."""
    assert role_and_body(tmp_path, body, role) == (value, body, False)


@pytest.mark.parametrize(
    ("body", "role"),
    [
        ("", "Ketua PPX"),
        ("", "Ketua"),
        ("", "PPK"),  # its chair, or a member?
        ("", "Sekretariat PPK"),
        ("PPK", "Ketua PPX"),
        ("PPK", ""),
        ("PPX", "Ketua"),
        ("PPX", "Ketua PPK"),
        ("PPK", "KetuaPPK2"),
    ],
)
def test_what_is_not_known_is_not_guessed(body: str, role: str, tmp_path: Path) -> None:
    assert role_and_body(tmp_path, body, role)[2] is False


def test_rows_of_every_kind_in_one_file(tmp_path: Path) -> None:
    table = members(
        tmp_path,
        f"{HEADER}\nA,,Ketua PPK,33.23.01\nB,PPK,anggota,33.23.01\nC,,anggota,33.23.01\n"
        "D,PPS,Ketua PPK,33.23.01\nE,PPS,Ketua PPS,33.23.01.2001\nF,,Sekretaris PPK,33.23.01\n",
    )
    values = [(table.value("jabatan", i), table.value("badan", i)) for i in range(6)]
    assert values == [
        ("ketua", "PPK"),
        ("anggota", "PPK"),
        ("anggota", None),
        ("ketua PPK", "PPS"),
        ("ketua", "PPS"),
        ("sekretaris", "SEKRETARIAT PPK"),
    ]
    assert table.accepted.tolist() == [True, True, False, False, True, True]
    assert cells(table, "jabatan")[3] == "Ketua PPK"
