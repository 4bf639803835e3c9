"""The kinds of the field cases as other people make them: in other words, orders and signs."""

import struct
from pathlib import Path

import pytest

from adhoc_cli.intake.refused import ImportRefused
from adhoc_cli.intake.sheet_biff import _rests
from tests.intake.field import column, faults, read_in, told

_PPS = "nama,jabatan,kode"
_MUDAL = "33.23.03.2020"


# -- whose row it is, and whose it is not ----------------------------------------------------------


def test_a_row_below_a_header_is_no_second_header(tmp_path: Path) -> None:
    text = "Nama,Jabatan / Alamat,Kecamatan\nSiti,Ketua PPK,Bulu\nBudi,Anggota PPK,Bulu\n"
    with pytest.raises(ImportRefused):  # where Siti was part of the header, Budi alone was read
        read_in(text, tmp_path)


def test_a_role_with_its_division_has_one_header(tmp_path: Path) -> None:
    text = "NAMA,JABATAN / DIVISI,KECAMATAN\nSiti,Ketua PPK,Bulu\nBudi,Anggota PPK,Bulu\n"
    made = read_in(text, tmp_path)
    assert column(made, "nama") == ["Siti", "Budi"]
    assert column(made, "jabatan") == ["ketua", "anggota"]


def test_the_first_header_once_more_below_another(tmp_path: Path) -> None:
    """The rows below it were read by the header before it: a TPS for a rank, without a word."""
    first, other = "TPS,Peringkat", "Peringkat,TPS"
    pps = "Nama,Jabatan,Kode,Status"
    rows = (
        (first, "Siti", "1,9"),
        (other, "Budi", "8,2"),
        (first, "Andi", "3,7"),
        (first, "Rina", "4,6"),
    )
    text = "".join(
        f"{pps},{header}\n{name},Anggota KPPS,{_MUDAL},cadangan,{cells}\n"
        for header, name, cells in rows
    )
    made = read_in(text, tmp_path)
    assert column(made, "tps") == ["1", "2", "3", "4"]
    assert column(made, "peringkat") == ["9", "8", "7", "6"]


@pytest.mark.parametrize(
    "name",
    ["a. Rina b. Tono", "a) Rina b) Tono", "(1) Rina (2) Tono", "\u2460 Rina \u2461 Tono",
     "Rina|Tono"],
)  # fmt: skip
def test_several_people_in_other_signs(name: str, tmp_path: Path) -> None:
    made = read_in(f"{_PPS}\n{name},Anggota PPS,{_MUDAL}\n", tmp_path)
    assert faults(made) == ["several_people"]


@pytest.mark.parametrize("name", ["A. Fauzi B. Hasan", "a. fauzi b. hasan"])
def test_initials_number_nobody(name: str, tmp_path: Path) -> None:
    made = read_in(f"{_PPS}\n{name},Anggota PPS,{_MUDAL}\n", tmp_path)
    assert column(made, "nama") == [name]


def test_a_vacancy_is_nobody(tmp_path: Path) -> None:
    made = read_in(f"{_PPS}\n(Kekosongan),Anggota PPS,{_MUDAL}\n", tmp_path)
    assert faults(made) == ["vacant"]


# -- the body --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("title", "role", "body"),
    [
        ("DAFTAR NAMA PANITIA PEMILIHAN KECAMATAN", "Ketua", "PPK"),
        ("CALON ANGGOTA SEKRETARIAT PPK TERPILIH", "Staf", "SEKRETARIAT PPK"),
    ],
)
def test_the_one_body_of_the_titles(title: str, role: str, body: str, tmp_path: Path) -> None:
    text = f"{title},,\nKECAMATAN BULU,,\nNama,Jabatan,Kecamatan\nSiti,{role},Bulu\n"
    made = read_in(text, tmp_path)
    assert column(made, "badan") == [body]
    assert ("heading_body", "badan") in told(made)


def test_a_forgotten_cell_of_the_body_is_not_made_up(tmp_path: Path) -> None:
    text = (
        f"DAFTAR PPS,,,\nNama,Badan,Jabatan,Kode\nSiti,PPS,Ketua,{_MUDAL}\nBudi,,Anggota,{_MUDAL}\n"
    )
    assert faults(read_in(text, tmp_path)) == ["missing"]


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("HASIL SELEKSI CALON ANGGOTA PPS DESA MUDAL KECAMATAN TEMANGGUNG", "PPS"),
        ("Penetapan Anggota PPS Terpilih pada Desa Mudal Kec. Temanggung", "PPS"),
        ("DAFTAR PETUGAS PEMUTAKHIRAN DATA PEMILIH DESA MUDAL KEC. TEMANGGUNG", "PANTARLIH"),
    ],
)
def test_the_place_and_body_of_an_announcement(title: str, body: str, tmp_path: Path) -> None:
    made = read_in(f"{title},\nNama,Jabatan\nSiti,Anggota\n", tmp_path)
    assert column(made, "badan") == [body]
    assert column(made, "kode_wilayah") == [_MUDAL]


_KPPS = "No,Nama,Jabatan\n1,Siti,Ketua\n2,Budi,Anggota\n"


@pytest.mark.parametrize(
    "titles",
    [
        "DAFTAR KPPS TPS 003 DESA MUDAL KECAMATAN TEMANGGUNG",
        "KPPS TPS 3 (TIGA)\nDESA MUDAL\nKEC. TEMANGGUNG",
        "KPPS DESA MUDAL KEC. TEMANGGUNG\nNomor TPS : 003",
        # The running numbers below "TPS" were taken for those of TPS.
        "KPPS\nKECAMATAN,:,TEMANGGUNG\nDESA,:,MUDAL\nTPS,:,3",
        "KPPS\nKECAMATAN,TEMANGGUNG\nDESA,MUDAL\nTPS,003",
        "KPPS TPS 3\nKECAMATAN,TEMANGGUNG\nDESA,MUDAL",
    ],
)
def test_a_title_that_says_the_tps(titles: str, tmp_path: Path) -> None:
    made = read_in(f"{titles}\n{_KPPS}", tmp_path)
    assert column(made, "tps") == ["3", "3"]
    assert column(made, "kode_wilayah") == [_MUDAL, _MUDAL]


def test_tps_that_head_their_rows(tmp_path: Path) -> None:
    """Of the desa without a TPS nobody knows at which its people serve."""
    lines = (
        "DESA MUDAL,,", "A,TPS 1,", "1,Siti,Ketua", "2,Budi,Anggota", "II. TPS 002,,",
        "1,Rina,Ketua",
        "DESA JOHO,,", "1,Tono,Ketua", "TPS 1,,", "1,Wati,Ketua",
    )  # fmt: skip
    text = "KPPS KECAMATAN TEMANGGUNG,,\nNo,Nama,Jabatan\n" + "\n".join(lines)
    made = read_in(f"{text}\n", tmp_path)
    assert column(made, "tps") == ["1", "1", "2", "", "1"]
    assert made.rejected == 0


def test_a_tps_without_its_person_is_no_heading(tmp_path: Path) -> None:
    text = f"{_PPS},tps\nSiti,Ketua KPPS,{_MUDAL},1\n,,,2\nBudi,Ketua KPPS,{_MUDAL},\n"
    made = read_in(text, tmp_path)
    assert column(made, "tps") == ["1", ""]
    assert made.rejected == 1


def test_a_tps_with_its_desa_in_a_list_of_tps_is_no_heading(tmp_path: Path) -> None:
    text = "No,Nomor TPS,Desa,Kecamatan\n1,1,Mudal,Temanggung\n2,TPS 2 Desa Mudal,,\n"
    made = read_in(text, tmp_path, "tps")
    assert (made.written, made.rejected) == (1, 1)


def test_the_kecamatan_whose_desa_are_listed(tmp_path: Path) -> None:
    """There are two desa of this name."""
    text = "DAFTAR PPS SE-KECAMATAN BULU,,\nNama,Jabatan,Desa\nSiti,Ketua,Campursari\n"
    assert column(read_in(text, tmp_path), "kode_wilayah") == ["33.23.01.2003"]


def test_titles_of_several_bodies_say_none(tmp_path: Path) -> None:
    text = "DAFTAR KPPS DAN PPS,,\nNama,Jabatan,Kode\nSiti,Ketua," + _MUDAL + "\n"
    assert faults(read_in(text, tmp_path)) == ["missing"]


def test_a_ppk_at_the_head_of_a_list_of_desa_is_not_their_body(tmp_path: Path) -> None:
    text = "PPK KECAMATAN BULU,,,\nNama,Jabatan,Desa,Kecamatan\nSiti,Ketua,Putat,Bulu\n"
    assert faults(read_in(text, tmp_path)) == ["missing"]


# -- status ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("header", ["Hasil", "Hasil Seleksi", "Keterangan"])
def test_what_an_announcement_says_is_the_status(header: str, tmp_path: Path) -> None:
    rows = (
        "Siti,TERPILIH",
        "Budi,Calon Pengganti Antar Waktu (PAW)",
        "Andi,TDK TERPILIH",
        "Rina,Tidak lolos",
    )
    lines = (f"{row.replace(',', f',Anggota PPS,{_MUDAL},')}\n" for row in rows)
    made = read_in(f"{_PPS},{header}\n{''.join(lines)}", tmp_path)
    assert column(made, "nama") == ["Siti", "Budi"]
    assert column(made, "status") == ["aktif", "cadangan"]
    assert faults(made) == ["not_member", "not_member"]


def test_a_note_that_takes_somebody_out_among_others(tmp_path: Path) -> None:
    rows = f"Siti,Ketua PPS,{_MUDAL},rajin\nBudi,Anggota PPS,{_MUDAL},TIDAK TERPILIH\n"
    made = read_in(f"{_PPS},keterangan\n{rows}", tmp_path)
    assert column(made, "nama") == ["Siti"]
    assert faults(made) == ["not_member"]


def test_the_day_of_leaving_under_a_short_header(tmp_path: Path) -> None:
    text = f"{_PPS},Tgl Berhenti\nSiti,Anggota PPS,{_MUDAL},01/06/2024\n"
    assert column(read_in(text, tmp_path), "tanggal_selesai") == ["2024-06-01"]


# -- sex -------------------------------------------------------------------------------------------


def test_marks_of_the_sexes_above_a_total(tmp_path: Path) -> None:
    text = (
        "Nama,Jabatan,Jenis Kelamin,,Kode\n,,Laki-laki,Perempuan,\n"
        f"Budi,Ketua PPS,v,,{_MUDAL}\nSiti,Anggota PPS,,v,{_MUDAL}\nJumlah,,1,1,\n"
    )
    made = read_in(text, tmp_path)
    assert column(made, "jenis_kelamin") == ["L", "P"]
    assert made.rejected == 0


@pytest.mark.parametrize(
    ("labels", "man", "woman"),
    [("P,W", "v", "v"), ("LK,PR", "L", "P"), ("L,P", "TRUE", "TRUE")],
)
def test_sexes_side_by_side(labels: str, man: str, woman: str, tmp_path: Path) -> None:
    nothing = "FALSE" if man == "TRUE" else ""
    text = (
        f"Nama,{labels},Jabatan,Kode\nBudi,{man},{nothing},Ketua PPS,{_MUDAL}\n"
        f"Siti,{nothing},{woman},Anggota PPS,{_MUDAL}\n"
    )
    assert column(read_in(text, tmp_path), "jenis_kelamin") == ["L", "P"]


@pytest.mark.parametrize(
    ("header", "man"), [("P/W", "P"), ("JK (1=Laki-laki; 2=Perempuan)", "1"), ("JK (L=1)", "1")]
)
def test_what_a_header_says_of_the_sexes(header: str, man: str, tmp_path: Path) -> None:
    text = f"{_PPS},{header}\nBudi,Ketua PPS,{_MUDAL},{man}\n"
    assert column(read_in(text, tmp_path), "jenis_kelamin") == ["L"]


# -- places ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("Temanggung / Mudal", _MUDAL),
        ("Temanggung - Mudal", _MUDAL),
        ("Mudal-Temanggung", _MUDAL),
        ("Mudal | Temanggung", _MUDAL),
        ("Mudal Temanggung", _MUDAL),
        ("Mudal (33.23.03.2020)", _MUDAL),
        ("33.23.03.2020 Mudal", _MUDAL),
        ("3323032020 MUDAL", _MUDAL),
        ("[33.23.03.2020] Mudal", _MUDAL),
        ("Bulu - Bansari", "33.23.01.2017"),
        ("Bansari - Bulu", "33.23.01.2017"),
        ("Bansari/Bansari", "33.23.16.2001"),
    ],
)
@pytest.mark.parametrize("header", ["kode", "desa"])
def test_two_names_or_a_name_and_a_code(
    written: str, code: str, header: str, tmp_path: Path
) -> None:
    made = read_in(f"nama,jabatan,{header}\nSiti,Anggota PPS,{written}\n", tmp_path)
    assert column(made, "kode_wilayah") == [code]


@pytest.mark.parametrize("written", ["Kec. Bansari - Desa Bulu", "33.23.04.2014 - Kemloko"])
def test_what_two_names_contradict(written: str, tmp_path: Path) -> None:
    made = read_in(f"nama,jabatan,desa\nSiti,Anggota PPS,{written}\n", tmp_path)
    assert made.written == 0


def test_bps_codes_of_which_half_are_known_by_chance(tmp_path: Path) -> None:
    codes = [f"33230110{at:02}" for at in (1, 3, 4)] + [f"33230120{at:02}" for at in range(1, 8)]
    rows = "".join(f"Orang {at},Ketua PPS,{code}\n" for at, code in enumerate(codes))
    assert faults(read_in(f"{_PPS}\n{rows}", tmp_path)) == ["bps_code"] * len(codes)


# -- XLS -------------------------------------------------------------------------------------------


def test_a_part_of_a_text_that_is_struck_in_an_xls_over_a_border_of_records() -> None:
    """Font 5 is struck; the second text goes on in the next record, in letters of two bytes."""
    plain = struct.pack("<HB", 4, 0) + b"Siti"
    head = struct.pack("<HBH", 9, 8, 2) + b"Lama "
    rest = b"\x01" + "Baru".encode("utf-16-le") + struct.pack("<4H", 0, 5, 5, 0)
    first = struct.pack("<2I", 2, 2) + plain + head
    assert _rests([first, rest], frozenset({5})) == {1: "Baru"}
