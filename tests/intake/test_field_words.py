"""Words and signs of the field in one cell: roles, days, phones, numbers, ticks."""

from pathlib import Path

import pytest

from tests.intake.field import column, faults, read_in

_PPS = "nama,jabatan,kode"
_MUDAL = "33.23.03.2020"


# -- roles -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "role"),
    [
        ("Anggota Kedua", "anggota"),
        ("Anggota KPPS Ketiga", "anggota"),
        ("KPPS Kedua", "anggota"),
        ("KPPS No. 6", "anggota"),
        ("KPPS 7/Anggota", "anggota"),
        ("Anggota 2 KPPS", "anggota"),
        ("KPPS 1 (Ketua)", "ketua"),
        ("Ketua KPPS TPS 1", "ketua"),
        ("Angg. 3", "anggota"),
        ("1. Ketua", "ketua"),
        ("Gastib TPS 1", "anggota"),
    ],
)
def test_numbers_and_a_tps_in_a_role(written: str, role: str, tmp_path: Path) -> None:
    body = "KETERTIBAN" if written.startswith("Gastib") else "KPPS"
    text = f"nama,badan,jabatan,kode,tps\nSiti,{body},{written},{_MUDAL},1\n"
    assert column(read_in(text, tmp_path), "jabatan") == [role]


@pytest.mark.parametrize("written", ["KPPS Pertama", "Ketua Divisi Teknis", "Anggota (Ketua)"])
def test_a_role_that_nobody_knows(written: str, tmp_path: Path) -> None:
    text = f"nama,badan,jabatan,kode,tps\nSiti,KPPS,{written},{_MUDAL},1\n"
    assert faults(read_in(text, tmp_path)) == ["value_unknown"]


# -- other cells -----------------------------------------------------------------------------------


def test_rejected_cells_that_a_spreadsheet_would_make_dates_and_numbers_of(tmp_path: Path) -> None:
    cells = "12 Mei 1990", "6-Mei-24", "1E5", "RT 1"
    text = f"{_PPS},ttl,tmt,no sk,alamat\nSiti,Ketuua PPS,{_MUDAL},{','.join(cells)}\n"
    read_in(text, tmp_path)
    written = (tmp_path / "t" / "anggota.ditolak.csv").read_text(encoding="utf-8-sig")
    assert ",'12 Mei 1990,'6-Mei-24,'1E5,RT 1," in written


@pytest.mark.parametrize(
    "written",
    ["12 05 1990", "12/Mei/1990", "12. Mei 1990", "1990 Mei 12", "12-V-1990", "12|05|1990",
     "Temanggung (12 Mei 1990)", "May 12 1990", '"May 12, 1990"', "Mei 12 1990"],
)  # fmt: skip
def test_a_day_in_other_signs(written: str, tmp_path: Path) -> None:
    made = read_in(f"{_PPS},ttl\nSiti,Anggota PPS,{_MUDAL},{written}\n", tmp_path)
    assert column(made, "tanggal_lahir") == ["1990-05-12"]


@pytest.mark.parametrize(
    "written", ["https://wa.me/6281234567890", "tel:+6281234567890", "0812_3456_7890"]
)
def test_a_phone_as_a_link(written: str, tmp_path: Path) -> None:
    made = read_in(f"{_PPS},no hp\nSiti,Anggota PPS,{_MUDAL},{written}\n", tmp_path)
    assert column(made, "telepon") == ["081234567890"]


@pytest.mark.parametrize("written", ["1.300 pemilih", "1 300", "1300 orang"])
def test_voters_with_their_unit(written: str, tmp_path: Path) -> None:
    made = read_in(f"kode_desa,nomor,dpt\n{_MUDAL},2.00,{written}\n", tmp_path, "tps")
    assert column(made, "jumlah_pemilih") == ["1300"]
    assert column(made, "nomor") == ["2"]


@pytest.mark.parametrize("tick", ["TRUE", "BENAR", "menyusul", "sudah dikumpulkan", "fotokopi"])
def test_documents_ticked_off_in_other_words(tick: str, tmp_path: Path) -> None:
    text = f"{_PPS},KTP,Ijazah,SK\nSiti,Ketua PPS,{_MUDAL},{tick},{tick},{tick}\n"
    assert not {"nik", "pendidikan", "nomor_sk"} & {*read_in(text, tmp_path).columns}


def test_the_booleans_of_an_indonesian_spreadsheet(tmp_path: Path) -> None:
    text = "Kegiatan,Tanggal,Nama,Badan,Kecamatan,Hadir\n"
    text += "Bimtek,17/05/2024,Siti,PPK,Bulu,BENAR\nBimtek,17/05/2024,Budi,PPK,Bulu,SALAH\n"
    assert column(read_in(text, tmp_path, "bimtek"), "hadir") == ["ya", "tidak"]
