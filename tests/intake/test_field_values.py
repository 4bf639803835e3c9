"""Values that were loaded wrong without a word once: each kind as its field case, and others."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest
from xlsxwriter import Workbook

from adhoc_cli.intake.result import Intake
from adhoc_cli.models.finding import Personal
from adhoc_cli.models.numbers import whole_digits
from adhoc_cli.tables.folder import open_folder
from tests.intake.field import (
    PROFILE,
    case,
    checked,
    column,
    faults,
    imported,
    needs_field,
    read_in,
    told,
)  # fmt: skip
from tests.intake.messy import region_folder

_PPS = "nama,jabatan,kode,"


def codes_found(folder: Path) -> list[tuple[str, int | None]]:
    """The findings about the members, but for those about whole units."""
    report = checked(folder)
    found = [one for rule in report.rules for one in rule.findings if one.file == "anggota.csv"]
    return [(one.code, one.line) for one in found]


def values_in(folder: Path, name: str) -> list[object]:
    """What the strict reader makes of a column of the members."""
    table = open_folder(folder, PROFILE.vocabulary()).tables["anggota"]
    return [table.value(name, row) for row in range(len(table))]


def filled(folder: Path) -> int:
    """The seats of the PPS that a check counts as filled."""
    return checked(folder).bodies["PPS"].filled


def with_members(folder: Path, text: str) -> Path:
    """A folder of Temanggung with these members."""
    region_folder(folder)
    (folder / "anggota.csv").write_text(text, encoding="utf-8")
    return folder


# -- dates -----------------------------------------------------------------------------------------


@needs_field
def test_month_before_day(tmp_path: Path) -> None:
    made = imported(case("11", "formulir.csv"), tmp_path / "t")
    assert column(made, "tanggal_lahir") == ["1990-05-12", "1988-07-25", "1985-11-03"]
    assert ("month_first", "tanggal_lahir") in told(made)


@pytest.mark.parametrize(
    ("header", "cell", "written"),
    [
        ("Tanggal Lahir (mm/dd/yyyy)", "03/04/1991", "1991-03-04"),
        ("Tgl Lahir (BB-HH-TTTT)", "3-4-1991", "1991-03-04"),
        ("Tanggal Lahir (bulan/hari/tahun)", "03/04/1991", "1991-03-04"),
        ("Tgl Lahir (bln-tgl-thn)", "3-4-1991", "1991-03-04"),
        ("Tanggal Lahir (M/D/YYYY)", "3/4/1991", "1991-03-04"),
        ("Tanggal Lahir (dd/mm/yyyy)", "03/04/1991", "1991-04-03"),
        ("Jenis Kelamin (P/W)", "P", "L"),
        ("Jenis Kelamin (L/P)", "P", "P"),
        ("Jenis Kelamin (Pria/Wanita)", "Pr", None),
        ("Jenis Kelamin (Pria/Wanita)", "P", None),
    ],
)
def test_a_header_says_what_its_cells_mean(
    tmp_path: Path, header: str, cell: str, written: str | None
) -> None:
    made = read_in(f"nama,jabatan,kode,{header}\nA B,Ketua PPS,33.23.01.2001,{cell}\n", tmp_path)
    name = "tanggal_lahir" if header.startswith("T") else "jenis_kelamin"
    assert column(made, name) == ([written] if written else [])


def test_letters_below_a_header_in_words(tmp_path: Path) -> None:
    text = "nama,jabatan,kode,Jenis Kelamin (Pria/Wanita)\n"
    text += "Budi,Ketua PPS,33.23.01.2001,L\nSiti,Anggota PPS,33.23.01.2001,P\n"
    assert column(read_in(text, tmp_path), "jenis_kelamin") == ["L", "P"]


@pytest.mark.parametrize("cells", [("25/12/1990", "03/04/1991"), ("3/4/1991", "25/4/1991")])
def test_a_header_and_its_cells_contradict_each_other(
    tmp_path: Path, cells: tuple[str, str]
) -> None:
    rows = "".join(f"Orang {c[0]},Ketua PPS,33.23.01.2001,{c}\n" for c in cells)
    made = read_in(f"nama,jabatan,kode,tanggal lahir (mm/dd/yyyy)\n{rows}", tmp_path)
    assert len(faults(made)) == 1


@pytest.mark.parametrize(
    ("cells", "written"),
    [
        (("5/12/1990", "7/25/1988"), ["1990-05-12", "1988-07-25"]),
        (("5-12-1990", "25-7-1988"), ["1990-12-05", "1988-07-25"]),
        (("5/12/1990", "7/25/1988", "25/7/1988"), ["1988-07-25"]),  # the column shows both
        (("5/5/1990", "7/25/1988", "25/7/1988"), ["1990-05-05", "1988-07-25"]),
        # What one sign shows says nothing of another, and each may show its own order.
        (("12/25/1990", "12-05-1990", "1991-03-04"), ["1990-12-25", "1991-03-04"]),
        (("12/25/1990", "12.05.1990", "05/06/1991"), ["1990-12-25", "1991-05-06"]),
        (
            ("12/25/1990", "12-05-1990", "25-05-1990"),
            ["1990-12-25", "1990-05-12", "1990-05-25"],
        ),
    ],
)
def test_a_column_shows_the_order_of_its_dates(
    tmp_path: Path, cells: tuple[str, ...], written: list[str]
) -> None:
    rows = (f"Orang {'ABC'[at]},Anggota PPS,33.23.01.2001,{c}" for at, c in enumerate(cells))
    made = read_in(_PPS + "tanggal lahir\n" + "\n".join(rows), tmp_path)
    assert [c for c in column(made, "tanggal_lahir") if c[:4].isdigit()] == written
    left = {c for c in column(made, "tanggal_lahir") if not c[:4].isdigit()}
    assert left <= set(cells)  # as it stands, where it is kept


def test_a_date_with_two_readings_is_told_with_both(tmp_path: Path) -> None:
    rows = "Orang A,Anggota PPS,33.23.01.2001,{}\nOrang B,Anggota PPS,33.23.01.2001,{}\n"
    text = _PPS + "tanggal lahir\n" + rows.format("12/25/1990", "12-05-1990")
    made = read_in(text, tmp_path, strict=True)
    assert faults(made) == ["date_unreadable"]
    found = made.rejects[0].fault.params["found"]
    assert isinstance(found, Personal)
    assert found.value == "12-05-1990 (1990-05-12 / 1990-12-05)"


def test_the_strict_reader_refuses_dates_with_two_readings(tmp_path: Path) -> None:
    rows = (
        "Orang A,PPS,ketua,33.23.01.2001,5/12/1990",
        "Orang B,PPS,anggota,33.23.01.2001,7/25/1988",
    )
    head = "nama,badan,jabatan,kode_wilayah,tanggal_lahir\n"
    folder = with_members(tmp_path / "t", head + "\n".join(rows))
    assert values_in(folder, "tanggal_lahir") == [None, None]
    assert {("V207", 2), ("V207", 3)} <= set(codes_found(folder))


def test_date_cells_that_excel_swapped_beside_texts(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    book = Workbook(path)
    sheet = book.add_worksheet()
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    sheet.write_row(0, 0, ["nama", "jabatan", "kode", "tgl lahir"])
    for at, cell in enumerate((32974, 33000, "25/07/1988", "13/01/1991")):
        sheet.write_row(at + 1, 0, [f"Orang {'ABCD'[at]}", "Anggota PPS", "33.23.01.2001"])
        if isinstance(cell, int):
            sheet.write_number(at + 1, 3, 32974 + at, day)  # 11 and 12 April 1990
        else:
            sheet.write_string(at + 1, 3, cell)
    book.close()
    made = imported(path, tmp_path / "t")
    assert faults(made) == ["date_swapped", "date_swapped"]
    assert column(made, "tanggal_lahir") == ["1988-07-25", "1991-01-13"]


@needs_field
@pytest.mark.parametrize("name", ["ekspor.csv", "ekspor.xlsx"])
def test_midnight_in_utc_is_the_day_after(tmp_path: Path, name: str) -> None:
    made = imported(case("09", name), tmp_path / "t")
    assert column(made, "tanggal_lahir") == ["1990-05-12", "1988-07-25"]
    if name.endswith("xlsx"):
        assert set(column(made, "tanggal_mulai")) == {"2024-05-26"}
    assert ("next_day", "tanggal_lahir") in told(made)


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("1990-05-11T17:00:00Z", "1990-05-12"),
        ("1990-05-11 23:59:48", "1990-05-12"),
        ("1990-05-12 00:00:12", "1990-05-12"),
        ("1990-05-12T00:00:00+07:00", "1990-05-12"),
        ("1990-05-12 07:00:00", "1990-05-12"),
        ("1990-05-11 16:00:00", "1990-05-12"),
        ("1990-05-11 21:30:00", None),
        ("11/05/1990 17:00:00", None),
    ],
)
def test_an_hour_behind_a_day_of_birth(tmp_path: Path, cell: str, written: str | None) -> None:
    made = read_in(f"{_PPS}tanggal lahir\nOrang A,Anggota PPS,33.23.01.2001,{cell}\n", tmp_path)
    assert [c for c in column(made, "tanggal_lahir") if len(c) == 10] == [written][: bool(written)]


@needs_field
def test_dates_that_nobody_misreads(tmp_path: Path) -> None:
    made = imported(case("37", "ttl.csv"), tmp_path / "t")
    assert column(made, "tanggal_lahir") == ["1990-05-12"] * 10


# -- words that a column explains ------------------------------------------------------------------


@needs_field
def test_p_beside_w_is_pria(tmp_path: Path) -> None:
    made = imported(case("13", "pw.csv"), tmp_path / "t")
    assert column(made, "jenis_kelamin") == ["L", "L", "P"]
    assert ("by_column", "jenis_kelamin") in told(made)


@pytest.mark.parametrize(
    ("cells", "written"),
    [
        ("PL", ["P", "L"]),
        (("Pr", "Wn"), ["L", "P"]),
        (("Pria", "Wanita"), ["L", "P"]),
        ("PP", ["P", "P"]),
    ],
)
def test_a_column_shows_what_p_means(
    tmp_path: Path, cells: Sequence[str], written: list[str]
) -> None:
    assert column(of_sexes(cells, tmp_path), "jenis_kelamin") == written


def test_p_beside_both_l_and_w_is_refused(tmp_path: Path) -> None:
    made = of_sexes("PWL", tmp_path)
    assert [one.fault.key for one in made.rejects if one.where.line == 2] == ["value_unknown"]


def of_sexes(cells: Sequence[str], folder: Path) -> Intake:
    rows = (f"Orang {'ABC'[at]},Anggota PPS,33.23.01.2001,{c}" for at, c in enumerate(cells))
    return read_in(_PPS + "jenis kelamin\n" + "\n".join(rows), folder)


@needs_field
def test_ticks_in_all_their_signs(tmp_path: Path) -> None:
    made = imported(case("33", "hadir.csv"), tmp_path / "t", "bimtek")
    assert column(made, "hadir")[:7] == ["ya"] * 7


@pytest.mark.parametrize(("others", "meant"), [("v,✓", "tidak"), ("x,x", None)])
def test_a_cross_is_told_by_the_ticks_beside_it(
    tmp_path: Path, others: str, meant: str | None
) -> None:
    cells = [*others.split(","), "x"]
    rows = (f"Bimtek,17/05/2024,Orang {'ABC'[at]},PPK,Bulu,{c}" for at, c in enumerate(cells))
    head = "Kegiatan,Tanggal,Nama,Badan,Kecamatan,Kehadiran\n"
    made = read_in(head + "\n".join(rows), tmp_path, "bimtek")
    assert ("tidak" in (column(made, "hadir") if made.rows else [])) == (meant == "tidak")


# -- nobody, and several ---------------------------------------------------------------------------


@needs_field
def test_words_for_nobody_are_no_person(tmp_path: Path) -> None:
    made = imported(case("02", "pps.csv"), tmp_path / "t")
    assert made.written == 0
    assert set(faults(made)) == {"vacant"}


@needs_field
def test_words_for_nobody_fill_no_seat(tmp_path: Path) -> None:
    with case("02", "pps.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    text = "nama,badan,jabatan,kode_wilayah\n" + "".join(
        f"{row['nama']},PPS,anggota,{row['kode']}\n" for row in rows
    )
    folder = with_members(tmp_path / "t", text)
    assert {("V201", at + 2) for at in range(len(rows))} <= set(codes_found(folder))
    assert filled(folder) == 0


@pytest.mark.parametrize(
    "name",
    ["KOSONG (mengundurkan diri)", "Vacant 1", "blm ada", "menunggu PAW", "-", "___", "idem",
     "s.d.a.", "″", "nihil.", "Lowong", "XXX", "N.A.", "belum terpilih", "BELUM ADA SK",
     "tidak ada pendaftar", "belum ada yang mendaftar", "Formasi Kosong", "Mengundurkan diri"],
)  # fmt: skip
def test_other_words_for_nobody(tmp_path: Path, name: str) -> None:
    made = read_in(f"nama,jabatan,kode\n{name},Anggota PPS,33.23.01.2001\n", tmp_path)
    assert made.written == 0


@pytest.mark.parametrize("name", ["Nihayah", "Kosongan Sari", "Pawit", "Samadi", "Idham", "Null"])
def test_names_that_begin_like_words_for_nobody(tmp_path: Path, name: str) -> None:
    row = f"{name},Anggota PPS,33.23.01.2001,3323014605860001"
    made = read_in(f"nama,jabatan,kode,nik\n{row}\n", tmp_path)
    assert column(made, "nama") == [name]


@needs_field
def test_several_people_in_a_cell(tmp_path: Path) -> None:
    made = imported(case("18", "pps.xlsx"), tmp_path / "t")
    names = ["Siti Rahma", "Budi Utomo", "Andi Lau", "Rina Sari", "Tono Budi"]
    assert column(made, "nama") == names
    assert faults(made) == ["several_people"] * 2


@pytest.mark.parametrize(
    ("name", "apart"),
    [
        ("Rina Sari dan Tono Budi", ["Rina Sari", "Tono Budi"]),
        ("1. Rina Sari 2. Tono", ["Rina Sari", "Tono"]),
        ("Rina<br>Tono", []),
    ],
)
def test_several_people_are_told_by_a_check(tmp_path: Path, name: str, apart: list[str]) -> None:
    text = f"nama,badan,jabatan,kode_wilayah\n{name},PPS,anggota,33.23.01.2001\n"
    assert ("V211", 2) in codes_found(with_members(tmp_path / "t", text))
    made = read_in(text, tmp_path / "i")
    assert column(made, "nama") == apart
    assert faults(made) == ([] if apart else ["several_people"])


# -- who left --------------------------------------------------------------------------------------


@needs_field
def test_left_but_active(tmp_path: Path) -> None:
    folder = region_folder(tmp_path / "t")
    shutil.copy(case("03", "anggota.csv"), folder / "anggota.csv")
    found = [(code, line) for code, line in codes_found(folder) if code == "P804"]
    assert found == [("P804", 3), ("P804", 4), ("P804", 6)]
    assert filled(folder) == 3


# -- announcements ---------------------------------------------------------------------------------


@needs_field
def test_words_of_announcements_are_the_status(tmp_path: Path) -> None:
    made = imported(case("28", "ba.csv"), tmp_path / "t", constants={"jabatan": "anggota"})
    assert column(made, "status") == ["aktif", "cadangan", "aktif"]
    assert faults(made).count("not_member") == 2
    assert ("from_note", "status") in told(made)


def test_values_are_mapped_as_headers_are(tmp_path: Path) -> None:
    values = {"jenis_kelamin": {"1": "L", "2": "P"}}
    rows = "Orang A,Anggota PPS,33.23.01.2001,1\nOrang B,Anggota PPS,33.23.01.2001,2\n"
    made = read_in(_PPS + "sex\n" + rows, tmp_path, values=values)
    assert column(made, "jenis_kelamin") == ["L", "P"]
    assert ("mapped", "jenis_kelamin") in told(made)


# -- numbers ---------------------------------------------------------------------------------------


@needs_field
@pytest.mark.parametrize("name", ["kutip.csv", "mentah.csv"])
def test_equals_and_quotes_are_taken_away(tmp_path: Path, name: str) -> None:
    made = imported(case("25", name), tmp_path / "t")
    assert column(made, "nik") == ["3323014605860001"]
    assert column(made, "telepon") == ["081234567890"]
    assert column(made, "kode_wilayah") == ["33.23.01.2001"]


@needs_field
def test_the_zero_of_opensid_is_no_nik(tmp_path: Path) -> None:
    made = imported(case("30", "opensid.csv"), tmp_path / "t")
    assert column(made, "nik")[0] == ""
    assert ("no_nik", "nik") in told(made)


@needs_field
def test_numbers_with_points(tmp_path: Path) -> None:
    made = imported(case("31", "tps.csv"), tmp_path / "t", "tps")
    assert column(made, "nomor") == ["1", "2", "3", "4"]
    assert column(made, "jumlah_pemilih") == ["1300", "1300", "412", "412"]


@needs_field
def test_phones_with_unseen_marks(tmp_path: Path) -> None:
    made = imported(case("32", "hp.csv"), tmp_path / "t")
    assert {cell[:12] for cell in column(made, "telepon")} == {"081234567890"}


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("1.300", "1300"), ("1,300", "1300"), ("1.300.000", "1300000"), ("1.300,00", "1300"),
        ("412,00", "412"), ("412.0", "412"), ("1,3E+3", "1,3E+3"), ("1.300E+3", "1300"),
        ("12,5", "12,5"), ("1.30", "1.30"), ("1.300,5", "1.300,5"), ("0.412", "0.412"),
        ("8.1234567890E+10", "81234567890"), ("3,32301E+15", "3,32301E+15"),
    ],
)  # fmt: skip
def test_whole_numbers_keep_their_digits(text: str, digits: str) -> None:
    assert whole_digits(text) == digits


# -- encodings -------------------------------------------------------------------------------------


@needs_field
def test_an_old_mac_is_told_by_its_words(tmp_path: Path) -> None:
    made = imported(case("21", "mac.csv"), tmp_path / "t")
    assert column(made, "nama") == ["Ma’ruf Amin", "Nur’aini"]
    assert made.sheets[0].encoding == "mac_roman"


@pytest.mark.parametrize(
    ("name", "encoding"),
    [
        ("Ma’ruf Amin", "cp1252"), ("Ma’ruf Amin", "mac_roman"), ("Ma’ruf Amin", "gb18030"),
        ("Renéa Sari", "cp1252"), ("Renéa Sari", "cp850"), ("Ma+IBk-ruf", "ascii"),
    ],
)  # fmt: skip
def test_the_encoding_is_told_by_the_words(tmp_path: Path, name: str, encoding: str) -> None:
    source = tmp_path / "a.csv"
    source.write_bytes(f"nama,jabatan,kode\n{name},Ketua PPS,33.23.01.2001\n".encode(encoding))
    made = imported(source, tmp_path / "t")
    assert column(made, "nama") == [name.replace("+IBk-", "’")]


@pytest.mark.parametrize("name", ["Maâ€™ruf Amin", "RenÃ©a Sari"])
def test_spoilt_letters_are_put_right_and_told(tmp_path: Path, name: str) -> None:
    made = read_in(f"nama,jabatan,kode\n{name},Ketua PPS,33.23.01.2001\n", tmp_path)
    assert column(made, "nama") == [name.encode("cp1252").decode()]
    assert ("mojibake", "nama") in told(made)
    text = f"nama,badan,jabatan,kode_wilayah\n{name},PPS,ketua,33.23.01.2001\n"
    assert ("V211", 2) in codes_found(with_members(tmp_path / "c", text))


# -- codes of BPS ----------------------------------------------------------------------------------


@needs_field
@pytest.mark.parametrize("number", ["16", "47"])
def test_a_column_of_bps_codes_is_one_as_a_whole(tmp_path: Path, number: str) -> None:
    made = imported(case(number, "bps.csv"), tmp_path / "t")
    assert (made.written, made.rejected) == (0, 265)


@needs_field
def test_a_region_file_of_bps_codes(tmp_path: Path) -> None:
    folder = region_folder(tmp_path / "t")
    (folder / "desa.csv").unlink()
    assert imported(case("16", "desa-bps.csv"), folder, "desa").written == 0


@pytest.mark.parametrize("sign", ["\x1a", "\\", ";"])
@pytest.mark.parametrize("column", ["nama", "alamat", "keterangan", "divisi"])
def test_a_sign_at_the_end_of_a_line_is_told(sign: str, column: str, tmp_path: Path) -> None:
    cells = {"nama": "Siti Aminah", "badan": "PPS", "jabatan": "ketua"}
    cells["kode_wilayah"] = "33.23.01.2001"
    text = cells.pop(column, "Krajan")
    header, row = ",".join([*cells, column]), ",".join([*cells.values(), text + sign])
    assert ("V211", 2) in codes_found(with_members(tmp_path / "t", f"{header}\n{row}\n"))


def test_the_letters_of_an_attendance_list(tmp_path: Path) -> None:
    """H, I, S and A are hadir, izin, sakit and alpa; without an H nobody knows what an A is."""
    head = "nama,badan,kode,kegiatan,tanggal,hadir\n"
    row = "Orang {0},PPS,33.23.01.2001,Bimtek,2024-05-26,{0}\n".format
    made = read_in(head + "".join(map(row, "HISA")), tmp_path, "bimtek")
    assert column(made, "hadir") == ["ya", "tidak", "tidak", "tidak"]
    assert ("by_column", "hadir") in told(made)
    assert faults(read_in(head + row("A"), tmp_path / "alone", "bimtek")) == ["value_unknown"]
