"""Words and signs of the field in one cell: roles, days, phones, numbers, ticks."""

from pathlib import Path

import pytest

from tests.intake.field import column, faults, read_in, told

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
        ("PAM TPS 2", "anggota"),
        ("Ketua KPPS merangkap Anggota", "ketua"),
        ("KPPS Anggota (nomor 3)", "anggota"),
    ],
)
def test_numbers_and_a_tps_in_a_role(written: str, role: str, tmp_path: Path) -> None:
    body = "KETERTIBAN" if written.startswith(("Gastib", "PAM")) else "KPPS"
    text = f"nama,badan,jabatan,kode,tps\nSiti,{body},{written},{_MUDAL},1\n"
    assert column(read_in(text, tmp_path), "jabatan") == [role]


@pytest.mark.parametrize("header", [",tps", ""])
def test_the_tps_that_only_the_role_names(header: str, tmp_path: Path) -> None:
    rows = "Siti,Ketua KPPS TPS 003", "Rina,PAM TPS 2", "Budi,Anggota PPS"
    cells = (f"{row},{_MUDAL}{header and ','}\n" for row in rows)
    made = read_in(f"{_PPS}{header}\n{''.join(cells)}", tmp_path)
    assert column(made, "tps") == ["3", "", ""]  # of the second nobody knows what the 2 counts
    assert ("tps_from_role", "tps") in told(made)


def test_the_tps_of_a_role_beside_another(tmp_path: Path) -> None:
    """The one of the column was taken, and the other dropped."""
    made = read_in(f"{_PPS},tps\nSiti,Ketua KPPS TPS 3,{_MUDAL},2\n", tmp_path)
    assert faults(made) == ["role_place_differs"]


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
     "Temanggung (12 Mei 1990)", "May 12 1990", '"12, Mei 1990"', "12-05-1990 (34 th)",
     '"May 12, 1990"', "Mei 12 1990"],
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


@pytest.mark.parametrize("written", ["33-23-03-2020", "33 23 03 2020", "33/23/03/2020"])
def test_a_code_with_other_signs(written: str, tmp_path: Path) -> None:
    made = read_in(f"{_PPS}\nSiti,Anggota PPS,{written}\n", tmp_path)
    assert column(made, "kode_wilayah") == [_MUDAL]


@pytest.mark.parametrize(
    "header",
    [
        "NAMA SESUAI KTP-EL,JENIS KEL.,KEDUDUKAN DALAM BADAN ADHOC",
        "NAMA (E-KTP),LK/PR,JABATAN DALAM BADAN ADHOC",
    ],
)
def test_headers_in_the_words_of_forms(header: str, tmp_path: Path) -> None:
    made = read_in(f"{header},KODE\nSITI,PR,Ketua PPS,{_MUDAL}\n", tmp_path)
    assert (column(made, "jenis_kelamin"), column(made, "jabatan")) == (["P"], ["ketua"])


@pytest.mark.parametrize("header", ["Total DPT", "Total Pemilih"])
def test_voters_below_a_header_of_totals(header: str, tmp_path: Path) -> None:
    text = f"kode_desa,nomor,DPT L,DPT P,{header}\n{_MUDAL},1,100,112,212\n"
    assert column(read_in(text, tmp_path, "tps"), "jumlah_pemilih") == ["212"]


@pytest.mark.parametrize("written", ["1.300 pemilih", "1 300", "1300 orang"])
def test_voters_with_their_unit(written: str, tmp_path: Path) -> None:
    made = read_in(f"kode_desa,nomor,dpt\n{_MUDAL},2.00,{written}\n", tmp_path, "tps")
    assert column(made, "jumlah_pemilih") == ["1300"]
    assert column(made, "nomor") == ["2"]


@pytest.mark.parametrize(
    "tick", ["TRUE", "BENAR", "menyusul", "sudah dikumpulkan", "fotokopi", "1 lembar"]
)
def test_documents_ticked_off_in_other_words(tick: str, tmp_path: Path) -> None:
    text = f"{_PPS},KTP,Ijazah,SK\nSiti,Ketua PPS,{_MUDAL},{tick},{tick},{tick}\n"
    assert not {"nik", "pendidikan", "nomor_sk"} & {*read_in(text, tmp_path).columns}


def test_the_booleans_of_an_indonesian_spreadsheet(tmp_path: Path) -> None:
    text = "Kegiatan,Tanggal,Nama,Badan,Kecamatan,Hadir\n"
    text += "Bimtek,17/05/2024,Siti,PPK,Bulu,BENAR\nBimtek,17/05/2024,Budi,PPK,Bulu,SALAH\n"
    text += "Bimtek,17/05/2024,Rina,PPK,Bulu,ijin\n"
    assert column(read_in(text, tmp_path, "bimtek"), "hadir") == ["ya", "tidak", "tidak"]
