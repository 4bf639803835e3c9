"""Cell by cell: what an office wrote, what is written, and which changes are told."""

from __future__ import annotations

from time import process_time

import pytest

from adhoc_cli.intake.repair import CellDoctor, Fixed, is_empty, plain
from adhoc_cli.models.columns import columns_of
from adhoc_cli.models.finding import Personal
from adhoc_cli.models.rows import Anggota, Bimtek
from adhoc_cli.models.vocabulary import Vocabulary

_MODELS = {**columns_of(Bimtek), **columns_of(Anggota)}


def fixed(column: str, cell: str, *, marked: bool = False) -> Fixed:
    return CellDoctor(_MODELS[column], Vocabulary(), marked=marked).fixed(cell)


@pytest.mark.parametrize(
    ("column", "cell", "text", "changes"),
    [
        ("nama", "Siti Aminah", "Siti Aminah", ()),
        ("nama", " Siti\u00a0 Aminah\t", "Siti Aminah", ("trim", "inner_blanks")),
        ("nama", "Siti\tAminah", "Siti Aminah", ("inner_blanks",)),
        ("nama", "'Aisyah", "'Aisyah", ()),
        ("alamat", "'0812", "0812", ("apostrophe",)),
        ("nama", "Null", "Null", ()),
        ("nama", "", "", ()),
        ("nama", "  ", "", ()),
        ("alamat", " - ", "", ("trim", "dash")),
        ("alamat", "--", "", ("dash",)),
        ("alamat", "'", "", ("apostrophe",)),
        ("alamat", "'-", "", ("dash",)),
        ("nama", "'' –", "", ("dash",)),
        ("nama", "\x1d-", "", ("leftover", "dash")),
        ("nik", "'3323014605860001", "3323014605860001", ("apostrophe",)),
        ("nik", "3323 0146 0586 0001", "3323014605860001", ("nik_joined",)),
        ("nik", "33.2301.460586.0001", "3323014605860001", ("nik_joined",)),
        ("nik", "3323014605860001.0", "3323014605860001", ("decimal",)),
        ("telepon", "0812-3456-7890", "081234567890", ("phone",)),
        ("telepon", "+62 812 3456 7890", "081234567890", ("phone",)),
        ("telepon", "81234567890", "081234567890", ("phone_zero",)),
        ("telepon", "812-3456-7890", "081234567890", ("phone_zero",)),
        ("telepon", "81234567890.0", "081234567890", ("decimal", "phone_zero")),
        ("telepon", "081234567890/85712345678", "081234567890 / 085712345678",
         ("phone_zero", "phones")),
        ("telepon", "081234567890 dan 085712345678", "081234567890 / 085712345678", ("phones",)),
        ("tanggal_lahir", "1990-05-16", "1990-05-16", ()),
        ("tanggal_lahir", "16/05/1990", "1990-05-16", ("date",)),
        ("tanggal_lahir", "Rabu, 16 Mei 1990", "1990-05-16", ("date",)),
        ("tanggal_lahir", "Jum'at, 18 Mei 1990", "1990-05-18", ("date",)),
        ("tanggal_lahir", "Temanggung, 16 Mei 1990", "1990-05-16", ("birth_place", "date")),
        ("tanggal_lahir", "Kab. Semarang / 16-05-1990", "1990-05-16", ("birth_place", "date")),
        ("tanggal", "16/05/2024 08:30:00", "2024-05-16", ("time", "date")),
        ("tanggal", "2024-05-16T08:30", "2024-05-16", ("time",)),
        ("tanggal", "16-5-24", "2024-05-16", ("date",)),
        ("jenis_kelamin", "Perempuan", "P", ("word",)),
        ("status", "AKTIF", "aktif", ("word",)),
        ("badan", "Panitia Pemungutan Suara", "PPS", ("word",)),
        ("jabatan", "Ketua PPS", "ketua PPS", ("word",)),
        ("hadir", "TRUE", "ya", ("word",)),
        ("tps", "TPS 003", "3", ("number",)),
        ("peringkat", "3", "3", ()),
        ("kode_wilayah", "3323012001", "33.23.01.2001", ("code",)),
    ],
)  # fmt: skip
def test_repaired(column: str, cell: str, text: str, changes: tuple[str, ...]) -> None:
    one = fixed(column, cell)
    assert (one.text, one.fault, one.kept) == (text, None, None)
    assert tuple(step.key for step in one.steps) == changes
    if changes and text:
        assert (one.steps[0].before.strip(), one.steps[-1].after) == (cell.strip(), text)


@pytest.mark.parametrize(
    ("column", "cell", "key"),
    [
        ("nik", "3,32301E+15", "number_damaged"),
        ("nik", "3.3230146058600E+15", "number_damaged"),
        ("nik", "3323014605860010.0", "number_damaged"),
        ("nik", "9171010101900001.0", "number_damaged"),
        ("nik", "332301460586001", "nik_malformed"),
        ("nik", "3323013102860001", "nik_malformed"),
        ("nik", "３３２３０１４６０５８６０００１", "nik_malformed"),
        ("tanggal_lahir", "16-5-90", "date_unreadable"),
        ("tanggal_lahir", "31/02/1990", "date_unreadable"),
        ("tanggal_lahir", "45428", "date_unreadable"),
        ("tanggal_lahir", "Temanggung, tidak tahu", "date_unreadable"),
        ("status", "aktiv", "value_unknown"),
        ("jabatan", "Ketua PPX", "value_unknown"),
        ("tps", "TPS 0", "value_unknown"),
        ("kode_wilayah", "33.2", "code_malformed"),
        ("keterangan", "3,32301E+15", "number_damaged"),
        ("nama", "#N/A", "formula_error"),
        ("nama", "'###", "formula_error"),
        ("telepon", "#REF!", "formula_error"),
        ("telepon", "8,12346E+11", "number_damaged"),
        ("nama", "A\ud800", "not_text"),
        ("nama", "A\0", "not_text"),
    ],
)
def test_refused(column: str, cell: str, key: str) -> None:
    one = fixed(column, cell)
    assert one.fault is not None
    assert (one.fault.key, one.fault.column) == (key, column)


def test_a_phone_that_is_none_is_left_and_told() -> None:
    one = fixed("telepon", " 0812 ")
    assert (one.text, one.fault, one.kept) == ("0812", None, "phone_kept")
    assert fixed("telepon", "0293491234").kept == "phone_kept"
    assert fixed("telepon", "0812345678901 x 85").kept == "phone_kept"


@pytest.mark.parametrize("name", ["+Siti Aminah", "[Siti Aminah]", "Siti Aminah x2", "\\N"])
def test_a_name_that_a_check_doubts_is_told(name: str) -> None:
    assert fixed("nama", name) == (name, (), None, "name_odd")


def test_a_column_marked_as_text() -> None:
    assert fixed("nama", "'Dimas", marked=True).text == "Dimas"


def test_faults_quote_personal_cells_masked() -> None:
    fault = fixed("nik", "332301460586001").fault
    assert fault is not None
    assert isinstance(fault.params["found"], Personal)
    assert "33230146" not in str(fault.params)


def test_empty_and_plain() -> None:
    assert [is_empty(cell) for cell in ("", " ", "-", " – ", "0", "x", "-1")] == [
        True, True, True, True, False, False, False,
    ]  # fmt: skip
    assert [plain(cell) for cell in (" a  b ", "-", "ab", "\u00a0")] == ["a b", "", "ab", ""]


@pytest.mark.parametrize("column", _MODELS)
def test_a_cell_full_of_one_sign_is_read_at_once(column: str) -> None:
    """What reads a cell looks at it once, not once from each of its signs: 18 seconds a cell, or
    no end of it, before."""
    begun = process_time()
    for sign in ("-", ",", ".", "(", "/", ";", " ", "'", "\\", "\\n", "&nbsp;", "1. ", "1 "):
        for end in ("x", "\x1d", ""):
            fixed(column, f"x{sign * (8_000 // len(sign))}{end}")
    assert process_time() - begun < 5
