"""Sixty spellings of roles and places, as rosters have them, and what each of them means."""

from __future__ import annotations

from pathlib import Path

import pytest

from adhoc_cli.intake.refused import ImportRefused
from tests.intake.field import column, faults, read_in, told

# What stands in the cell of the role: body and role, and the division where one is named.
ROLES = (
    ("Ketua PPS", "PPS", "ketua", ""),
    ("KETUA PPS", "PPS", "ketua", ""),
    ("PPS - Ketua", "PPS", "ketua", ""),
    ("PPS / Anggota", "PPS", "anggota", ""),
    ("Ketua merangkap anggota PPS", "PPS", "ketua", ""),
    ("Ketua/Anggota PPS", "PPS", "ketua", ""),
    ("Ketua dan Anggota PPS", "PPS", "ketua", ""),
    ("Plt. Ketua PPS", "PPS", "ketua", ""),
    ("Plh Ketua PPS", "PPS", "ketua", ""),
    ("Pjs. Ketua PPS", "PPS", "ketua", ""),
    ("Ketua PPS (Plt)", "PPS", "ketua", ""),
    ("Ketua PPS (ketua merangkap anggota)", "PPS", "ketua", ""),
    ("Anggota PPS (PAW)", "PPS", "anggota", ""),
    ("Anggota PPS 2", "PPS", "anggota", ""),
    ("Anggota PPS ke-3", "PPS", "anggota", ""),
    ("Anggota PPS II", "PPS", "anggota", ""),
    ("PPS 2", "PPS", "anggota", ""),
    ("Ketua PPS Desa Bulu", "PPS", "ketua", ""),
    ("Ketua PPS Ds. Bulu", "PPS", "ketua", ""),
    ("Anggota PPS Kec. Bulu", "PPS", "anggota", ""),
    ("Anggota PPS / Divisi Teknis Penyelenggaraan", "PPS", "anggota", "Teknis Penyelenggaraan"),
    ("Anggota PPS (Divisi Hukum dan Pengawasan)", "PPS", "anggota", "Hukum dan Pengawasan"),
    ("Anggota PPS, Div. Data", "PPS", "anggota", "Data"),
    ("Ketua PPS Kordiv Datin", "PPS", "ketua", "Datin"),
    ("Anggota PPS Koordinator Divisi SDM", "PPS", "anggota", "SDM"),
    ("Anggota KPPS 5", "KPPS", "anggota", ""),
    ("KPPS 4", "KPPS", "anggota", ""),
    ("Ketua KPPS", "KPPS", "ketua", ""),
    ("PAM TPS", "KETERTIBAN", "anggota", ""),
    ("PKTPS", "KETERTIBAN", "anggota", ""),
    ("Gastib", "KETERTIBAN", "anggota", ""),
    ("Gatib", "KETERTIBAN", "anggota", ""),
    ("Linmas TPS", "KETERTIBAN", "anggota", ""),
    ("Pantarlih", "PANTARLIH", "anggota", ""),
    ("Sekretaris PPS", "SEKRETARIAT PPS", "sekretaris", ""),
)
# What stands in the cell of the place, for somebody of a PPS of Mudal in Temanggung.
PLACES = (
    "Mudal", "MUDAL", "Desa Mudal", "Ds. Mudal", "Desa: Mudal", "Kel/Desa Mudal",
    "Kelurahan/Desa Mudal", "Desa/Kel Mudal", "PPS Desa Mudal", "PPS Mudal",
    "Desa Mudal, Kec. Temanggung", "Desa Mudal Kec. Temanggung", "Mudal Kec. Temanggung",
    "Mudal, Temanggung", "Mudal (Temanggung)", "Mudal (Kec. Temanggung)", "Mudal/Temanggung",
    "Desa Mudal Kecamatan Temanggung", "Mudal - Temanggung", "Kec. Temanggung Desa Mudal",
    "Kecamatan Temanggung, Ds. Mudal", "Kec. Temanggung - Kel. Mudal", "Desa Mudal Kab. Temanggung",
    "Desa Mudal Kec. Temanggung Kab. Temanggung", "Mudal, Temanggung, Kabupaten Temanggung",
    "33.23.03.2020", "3323032020", "33.23.03.2020 - Mudal",
    "33.23.03.2020 : Mudal", "3323032020 - MUDAL", "33.23.03.2020/Desa Mudal",
)  # fmt: skip
# What nobody can say, or what contradicts itself.
REFUSED = (
    "KPPS 1", "Anggota/Ketua PPS", "Ketua PPS Desa Gondosuli", "koordinator", "Ketua PPS dan PPK",
    "Ketua PPS (mengundurkan diri)", "Anggota PPS (alm)", "Anggota PPS (cadangan)",
    "Anggota PPS (calon)", "Ketua PPS (non aktif)", "Anggota PPS (Ketua)",
)  # fmt: skip


@pytest.mark.parametrize(("text", "body", "role", "division"), ROLES)
def test_a_role(tmp_path: Path, text: str, body: str, role: str, division: str) -> None:
    made = read_in(f'nama,jabatan,kode\nOrang A,"{text}",33.23.01.2001\n', tmp_path)
    assert (column(made, "badan"), column(made, "jabatan")) == ([body], [role])
    assert (column(made, "divisi") if division else []) == ([division] if division else [])
    assert any(name == "jabatan" for _, name in told(made))


@pytest.mark.parametrize("text", PLACES)
def test_a_place(tmp_path: Path, text: str) -> None:
    made = read_in(f'nama,jabatan,wilayah kerja\nOrang A,Anggota PPS,"{text}"\n', tmp_path)
    assert column(made, "kode_wilayah") == ["33.23.03.2020"]


@pytest.mark.parametrize("text", [
    "Mudal Kec. Temanggung", "Mudal (Temanggung)", "Mudal, Kec. Tmg", "Desa Mudal, Kec. Temanggung",
])  # fmt: skip
def test_a_desa_with_its_kecamatan_beside_that_kecamatan(tmp_path: Path, text: str) -> None:
    rows = f'Orang A,Anggota PPS,"{text}",{{}}\n'
    same, other = (rows.format(one) for one in ("Kec. Temanggung", "Bulu"))
    made = read_in(f"nama,jabatan,desa,kecamatan\n{same}{other}", tmp_path)
    known = not text.endswith("Tmg")
    assert column(made, "kode_wilayah") == (["33.23.03.2020"] if known else [])
    assert faults(made) == ["place_unknown_within"] * (1 if known else 2)
    assert not known or (column(made, "desa") == ["Mudal"] and ("desa_alone", "desa") in told(made))


@pytest.mark.parametrize("text", REFUSED)
def test_what_is_not_sure_is_refused(tmp_path: Path, text: str) -> None:
    made = read_in(f'nama,jabatan,kode\nOrang A,"{text}",33.23.01.2001\n', tmp_path)
    assert len(faults(made)) == 1


@pytest.mark.parametrize("text", ["0", "2", "II"])
def test_a_number_is_no_role(tmp_path: Path, text: str) -> None:
    made = read_in(f"nama,badan,jabatan,kode\nOrang A,PPS,{text},33.23.01.2001\n", tmp_path)
    assert len(faults(made)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Wonosari, Kec. Bulu (Temanggung)",
        "33.23.03.2020 - Jampirejo",
        "Mudal, Kab. Magelang",
        "Mudal Kec. Temanggung Kota Magelang",
        "Kec. Bulu, Desa Mudal",
        "Kab. Temanggung",
    ],
)
def test_places_that_contradict_themselves(tmp_path: Path, text: str) -> None:
    made = read_in(f'nama,jabatan,wilayah kerja\nOrang A,Anggota PPS,"{text}"\n', tmp_path)
    assert len(faults(made)) == 1


@pytest.mark.parametrize(
    "header",
    ["Desa,Kecamatan,Desa Tugas,Kecamatan Tugas", "Desa KTP,Kec. (domisili),Desa Penugasan,Kec"],
)
def test_where_somebody_serves_is_not_where_they_live(tmp_path: Path, header: str) -> None:
    made = read_in(
        f"nama,jabatan,{header}\nOrang A,Anggota PPS,Joho,Temanggung,Mudal,Temanggung\n", tmp_path
    )
    assert column(made, "kode_wilayah") == ["33.23.03.2020"]
    assert column(made, "desa") == ["Mudal"]


def test_nobody_is_placed_where_they_live_for_want_of_another(tmp_path: Path) -> None:
    made = read_in("nama,jabatan,desa domisili\nOrang A,Anggota PPS,Joho\n", tmp_path)
    assert faults(made) == ["place_missing"]


@pytest.mark.parametrize("header", ["Wilayah Kerja", "Tempat Tugas"])
def test_a_place_of_work_that_is_not_the_desa_beside_it(tmp_path: Path, header: str) -> None:
    rows = "".join(
        f"Orang {at},Anggota PPS,Joho,Temanggung,{place}\n"
        for at, place in enumerate(("Mudal", "Joho", "Temanggung", "Kab. Temanggung"))
    )
    made = read_in(f"nama,jabatan,desa,kecamatan,{header}\n{rows}", tmp_path)
    assert [(one.where.line, one.fault.key) for one in made.rejects] == [(2, "code_name_differs")]
    assert column(made, "kode_wilayah") == ["33.23.03.2011"] * 3


@pytest.mark.parametrize(
    ("headers", "cells"),
    [
        ("status,status keanggotaan", "Aktif,Mengundurkan diri"),
        ("jabatan,jabatan di PPS", "Guru,Ketua"),
    ],
)
def test_two_columns_that_disagree_on_a_seat_are_refused(
    tmp_path: Path, headers: str, cells: str
) -> None:
    role = "" if "jabatan" in headers else ",jabatan"
    rows = f"nama,badan,kode{role},{headers}\nOrang A,PPS,33.23.03.2020{role and ',Ketua'},"
    with pytest.raises(ImportRefused) as refused:
        read_in(f"{rows}{cells}\n", tmp_path)
    assert refused.value.key == "header_twice"
    alike = ",".join([cells.split(",")[1]] * 2)
    assert not faults(read_in(f"{rows}{alike}\n", tmp_path / "alike"))
