from __future__ import annotations

from pathlib import Path

import pytest

from adhoc_cli.tables.faults import FileFaultKind
from tests.tables.folders import (
    HEADER,
    cells,
    faults,
    file_of,
    folder_with,
    members,
    refusal,
)

TITLE = "DAFTAR ANGGOTA\n"
ROW = "Budi,PPK,ketua,33.23.01\n"


def note(path: Path, content: bytes | str) -> dict[str, object]:
    noted = file_of(path, content).log.of(FileFaultKind.READ_AS)
    assert len(noted) <= 1
    return dict(noted[0].params) if noted else {}


@pytest.mark.parametrize("delimiter", [";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_other_delimiters_are_read_and_noted(delimiter: str, end: str, tmp_path: Path) -> None:
    content = f"{HEADER}\n{ROW}".replace(",", delimiter).replace("\n", end)
    table = members(tmp_path, content)
    assert cells(table, "kode_wilayah") == ["33.23.01"]
    assert note(tmp_path, content) == {"delimiter": "TAB" if delimiter == "\t" else ";"}


def test_of_two_delimiters_in_a_header_that_which_names_more_columns(tmp_path: Path) -> None:
    header = f"{HEADER},x;{HEADER.replace(',', ';')};nik"
    assert "nik" in members(tmp_path, f"{header}\n;Budi;PPK;ketua;33.23.01;\n").columns


@pytest.mark.parametrize("delimiter", ["|", ":", " ", "^", "\x1f"])
def test_an_unknown_delimiter_is_refused(delimiter: str, tmp_path: Path) -> None:
    fault = refusal(tmp_path, f"{HEADER}\n{ROW}".replace(",", delimiter))
    assert (fault.kind, fault.line) == (FileFaultKind.COLUMN_MISSING, 1)


def test_rows_with_another_delimiter_than_the_header(tmp_path: Path) -> None:
    file = file_of(tmp_path, f"{HEADER}\n" + ROW.replace(",", ";") * 2)
    assert faults(file) == [("row_width", 2), ("row_width", 3)]


@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_headers_ignore_case_spaces_and_spelling(mark: str, tmp_path: Path) -> None:
    header = f'{mark} NAMA Lengkap ,Body, Jabatan,"KODE\nWilayah",No. HP/WA,Tgl. Lahir,L/P'
    table = members(tmp_path, f"{header}\nBudi,PPK,ketua,33.23.01,0812345678,1990-01-02,L\n")
    expected = ["nama", "badan", "jabatan", "kode_wilayah", "jenis_kelamin", "tanggal_lahir"]
    assert [*table.columns] == [*expected, "telepon"]
    assert table.line.tolist() == [3]
    assert note(tmp_path, f"{header}\n{ROW}")["synonyms"] == (
        "NAMA Lengkap → nama, Body → badan, No. HP/WA → telepon, Tgl. Lahir → tanggal_lahir, "
        "L/P → jenis_kelamin"
    )


def test_titles_above_the_header_are_passed_over_and_noted(tmp_path: Path) -> None:
    content = f"DAFTAR ANGGOTA PPK\n\nKecamatan:,Bulu,,\n{HEADER}\n{ROW}"
    table = members(tmp_path, content)
    assert table.line.tolist() == [5]
    assert note(tmp_path, content) == {"title_rows": 3}


def test_a_header_may_stand_behind_a_long_title(tmp_path: Path) -> None:
    table = members(tmp_path, f"{'judul ' * 10_000}\n{'catatan ' * 8_000}\n{HEADER}\n{ROW}")
    assert table.line.tolist() == [4]


def test_a_title_in_quotes_over_several_lines(tmp_path: Path) -> None:
    table = members(tmp_path, f'"DAFTAR ""ANGGOTA""\nPPK"\n{HEADER}\n{ROW}')
    assert table.line.tolist() == [4]


def test_a_title_with_a_faulty_quote(tmp_path: Path) -> None:
    assert members(tmp_path, f'DAFTAR 5" x\n"PPK\n{HEADER}\n{ROW}').line.tolist() == [4]


def test_a_header_too_far_down_is_none(tmp_path: Path) -> None:
    assert members(tmp_path, TITLE * 20 + f"{HEADER}\n{ROW}").line.tolist() == [22]
    assert refusal(tmp_path, TITLE * 21 + f"{HEADER}\n{ROW}").kind == "column_missing"


def test_the_first_header_counts_though_a_later_one_names_more(tmp_path: Path) -> None:
    table = members(tmp_path, f"{HEADER}\n{ROW}{HEADER},nik\nSiti,PPK,anggota,33.23.01,\n")
    assert table.line.tolist() == [2]
    assert faults(table.files[0]) == [("row_width", 3), ("row_width", 4)]


def test_a_header_sorted_among_the_rows_loses_none_of_them(tmp_path: Path) -> None:
    table = members(
        tmp_path, f"{ROW}Ani,PPK,anggota,33.23.01\n{HEADER}\nSiti,PPK,anggota,33.23.01\n"
    )
    assert cells(table, "nama") == ["Budi", "Ani", "Siti"]
    assert table.line.tolist() == [1, 2, 4]
    assert faults(table.files[0]) == [("header_repeated", 3)]
    assert (table.files[0].rows, table.files[0].rejected) == (4, 1)


def test_the_header_again(tmp_path: Path) -> None:
    again = HEADER.upper()
    table = members(tmp_path, f"{HEADER}\n{ROW}{again}\n{ROW}\ufeff{HEADER}\n{ROW}")
    assert table.line.tolist() == [2, 4, 6]
    assert faults(table.files[0]) == [("header_repeated", 3), ("header_repeated", 5)]
    assert (table.files[0].rows, table.files[0].accepted, table.files[0].rejected) == (5, 3, 2)


def test_a_row_that_only_looks_like_the_header(tmp_path: Path) -> None:
    table = members(tmp_path, f"{HEADER}\nnama,badan,jabatan,33.23.01\n")
    assert faults(table.files[0]) == []
    assert len(table) == 1


@pytest.mark.parametrize(
    ("header", "first", "second", "column"),
    [
        (f"{HEADER},nama", "nama", "nama", "nama"),
        (f"{HEADER},NAMA", "nama", "NAMA", "nama"),
        (f"{HEADER},nik,NIK", "nik", "NIK", "nik"),
        (f"{HEADER},no ktp,nomor nik", "no ktp", "nomor nik", "nik"),
    ],
)
def test_two_headers_for_one_column(
    header: str, first: str, second: str, column: str, tmp_path: Path
) -> None:
    fault = refusal(tmp_path, f"{header}\nBudi,PPK,ketua,33.23.01,a,b\n")
    assert (fault.kind, fault.line, fault.column) == (FileFaultKind.HEADER_REPEATED, 1, second)
    assert fault.params == {"first": first, "second": second, "column": column}


@pytest.mark.parametrize("header", ["lembaga,nama,badan", "badan,nama,lembaga"])
def test_a_canonical_header_beats_a_synonym_wherever_it_stands(header: str, tmp_path: Path) -> None:
    canonical = header.split(",").index("badan")
    row = ["KPU", "Budi", "KPU"]
    row[canonical] = "PPK"
    table = members(tmp_path, f"{header},jabatan,kode\n{','.join(row)},ketua,33.23.01\n")
    assert cells(table, "badan") == ["PPK"]
    unknown = table.files[0].log.of(FileFaultKind.COLUMN_UNKNOWN)
    assert [(f.column, f.line) for f in unknown] == [("lembaga", 1)]


def test_unknown_columns_are_noted_with_the_nearest(tmp_path: Path) -> None:
    unknown = file_of(tmp_path, f"{HEADER},No,telefon,x,x\n{ROW.strip()},1,2,3,4\n").log.of(
        FileFaultKind.COLUMN_UNKNOWN
    )
    assert [(f.column, f.params) for f in unknown] == [
        ("No", {"position": 5, "nearest": ""}),
        ("telefon", {"position": 6, "nearest": "telepon"}),
        ("x", {"position": 7, "nearest": ""}),
        ("x", {"position": 8, "nearest": ""}),
    ]


def test_columns_without_a_header(tmp_path: Path) -> None:
    empty = file_of(tmp_path, f"{HEADER},,\n{ROW.strip()}, ,\n")
    assert empty.log.kept == []
    full = file_of(tmp_path, f"{HEADER},, ,\n{ROW.strip()},,a rest,\n")
    assert [(f.kind, f.line, f.column, f.params) for f in full.log.kept] == [
        ("column_unknown", 1, "#6", {"position": 6, "nearest": ""})
    ]
    assert full.accepted == 1


def test_a_missing_column_is_named_with_the_nearest(tmp_path: Path) -> None:
    fault = refusal(tmp_path, "nama,badan,jabtan,kode_wilayah\n" + ROW)
    assert (fault.column, fault.line) == ("jabatan", 1)
    assert fault.params == {
        "missing": "jabatan",
        "found": "nama, badan, jabtan, kode_wilayah",
        "nearest": "jabtan",
        "headerless": False,
    }


def test_the_people_of_a_file_without_header_are_not_quoted(tmp_path: Path) -> None:
    fault = refusal(tmp_path, "Budi,PPK,ketua,33.23.01,3323014605860001\n")
    assert fault.params["headerless"] is True
    assert "3323014605860001" not in str(fault.params)


def test_the_body_may_stand_in_jabatan(tmp_path: Path) -> None:
    table = members(tmp_path, "nama,jabatan,kode\nBudi,Ketua PPK,33.23.01\nSiti,ketua,33.23.01\n")
    assert cells(table, "badan") == ["PPK", ""]
    assert table.accepted.tolist() == [True, False]


@pytest.mark.parametrize("content", ["", "\ufeff", "\n\r\n \n", " \t", "\ufeff\n", "\n" * 3000])
def test_an_empty_file(content: str, tmp_path: Path) -> None:
    fault = refusal(tmp_path, content)
    assert (fault.kind, fault.line, fault.params) == ("no_rows", 1, {"empty": True})


@pytest.mark.parametrize("content", [HEADER, f"{HEADER}\n", f"{HEADER}\r", f"{HEADER}\n,,,\n\n"])
def test_a_header_alone(content: str, tmp_path: Path) -> None:
    fault = refusal(tmp_path, content)
    assert (fault.kind, fault.line, fault.params) == ("no_rows", 1, {"empty": False})


@pytest.mark.parametrize("content", [f"{HEADER}\r{ROW[:-1]}\r", f"\r{HEADER}", f"{HEADER}\rB"])
def test_old_mac_line_ends(content: str, tmp_path: Path) -> None:
    fault = refusal(tmp_path, content)
    assert (fault.kind, fault.line, fault.params) == ("line_break", 1, {"all": True})


FAULTY_HEADERS: dict[str, tuple[bytes, tuple[str, int]]] = {
    "cp1252": (b"nama,badan,jabatan,kode_wilayah,d\xe9sa", ("not_text", 1)),
    "nul": (b"nama,badan,jabatan,kode_wilayah,d\0sa", ("not_text", 1)),
    "surrogate": (b"nama,badan,jabatan,kode_wilayah,d\xed\xa0\x80", ("not_text", 1)),
    "unclosed": (b'nama,badan,jabatan,kode_wilayah,"desa', ("quote", 1)),
    "after": (b'nama,badan,jabatan,"kode_wilayah"s,desa', ("quote", 1)),
    "bare": (b'nama,badan,jabatan,kode_wilayah,de"sa', ("quote", 1)),
    "below": (b'nama,badan,jabatan,"kode\nwilayah",de"sa', ("quote", 2)),
    "byte below": (b'nama,badan,jabatan,"kode\nwilayah",de\xe9', ("not_text", 2)),
    "return": (b"nama,badan,jabatan,kode_wilayah,de\rsa", ("line_break", 1)),
    "two returns": (b"nama,badan,jabatan,kode_wilayah,desa\r\r", ("line_break", 1)),
    "return at the end": (b"nama,badan\rBudi,PPK", ("line_break", 1)),
    "no header and no text": (b"\x81\x82", ("not_text", 1)),
}


@pytest.mark.parametrize("kind", FAULTY_HEADERS)
def test_a_faulty_header(kind: str, tmp_path: Path) -> None:
    header, expected = FAULTY_HEADERS[kind]
    fault = refusal(tmp_path, header + b"\nBudi,PPK,ketua,33.23.01,Bulu\n")
    assert (fault.kind, fault.line) == expected


def test_a_header_of_many_columns_is_no_header(tmp_path: Path) -> None:
    assert file_of(tmp_path, f"{HEADER}{',' * 996}\n{ROW.strip()}{',' * 996}\n").rows == 1
    for header in (HEADER + "," * 997, HEADER + "," + "x" * 70_000):
        assert refusal(tmp_path, f"{header}\n{ROW}").kind == "column_missing"


def test_one_line_of_a_megabyte(tmp_path: Path) -> None:
    for content in (b"x" * 1_100_000, b'"' + b"x\n" * 550_000, b"," * 1_100_000):
        assert refusal(tmp_path, content).kind == FileFaultKind.COLUMN_MISSING


def test_headers_of_the_other_files(tmp_path: Path) -> None:
    folder = folder_with(
        tmp_path,
        {
            "tps.csv": "Kode Desa/Kelurahan;No. TPS;DPT\n3323012001;TPS 1;400\n",
            "bimtek.csv": "Acara,Tgl,NIK,Kehadiran\nBimtek,16 Mei 2024,3323014605860001,v\n",
            "pemangku.csv": "kode,jabatan,nama,HP\n33.23.01,Camat,Slamet,0812345678\n",
        },
    )
    for kind in ("tps", "bimtek", "pemangku"):
        assert folder.tables[kind].accepted.all(), kind
