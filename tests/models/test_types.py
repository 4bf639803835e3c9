from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from adhoc_cli.models.codes import dotted, kecamatan_of
from adhoc_cli.models.columns import Header, RowModel, columns_of, headers_of
from adhoc_cli.models.dates import SURE_DATE
from adhoc_cli.models.faults import CellFault
from adhoc_cli.models.nik import nik_fault
from adhoc_cli.models.phones import read_phones
from adhoc_cli.models.place_rows import Desa, Kecamatan, Tps
from adhoc_cli.models.rows import Anggota, Bimtek, Pemangku
from adhoc_cli.models.spelling import header_key
from adhoc_cli.models.types import ATTENDANCE, GENDERS, PLACE_KINDS, STAKEHOLDERS, STATUSES
from adhoc_cli.models.vocabulary import DEFAULT_BODIES, ROLES, Vocabulary, word_key

MODELS: tuple[type[RowModel], ...] = (Kecamatan, Desa, Tps, Anggota, Bimtek, Pemangku)
COLUMNS = [(model, name) for model in MODELS for name in columns_of(model)]


def value(model: type[RowModel], column: str, text: str) -> object:
    return columns_of(model)[column].adapter.validate_python(text)


def fault(model: type[RowModel], column: str, text: str) -> str:
    with pytest.raises(ValidationError) as refused:
        value(model, column, text)
    assert text not in str(refused.value) or len(text) < 3  # a message shows no personal value
    error = refused.value.errors()[0]
    assert error["type"] in columns_of(model)[column].refuses
    return error["type"]


def whys(model: type[RowModel], column: str, text: str) -> list[tuple[object, object]]:
    with pytest.raises(ValidationError) as refused:
        value(model, column, text)
    return [(error["type"], error["ctx"]) for error in refused.value.errors()]


# -- headers ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("model", MODELS)
def test_no_header_means_two_columns(model: type[RowModel]) -> None:
    seen: dict[str, str] = {}
    for name, spec in columns_of(model).items():
        spellings = [name, *spec.header.synonyms]
        keys = [header_key(spelling) for spelling in spellings]
        assert len(set(keys)) == len(keys), spellings
        for key in keys:
            assert seen.setdefault(key, name) == name, key
            assert headers_of(model)[key] == name


@pytest.mark.parametrize("model", MODELS)
def test_columns_are_the_fields_of_the_model(model: type[RowModel]) -> None:
    assert [*columns_of(model)] == [*model.model_fields]
    for spec in columns_of(model).values():
        assert isinstance(spec.header, Header)


@pytest.mark.parametrize(
    "path",
    # The journal is no roster: its columns are those of checklist.row.
    sorted(set(Path("data/temanggung").glob("*.csv")) - {Path("data/temanggung/koordinasi.csv")}),
    ids=lambda p: p.name,
)
def test_the_sample_data_have_canonical_headers(path: Path) -> None:
    model = next(m for m in MODELS if path.name.startswith(m.__name__.lower()))
    with path.open(encoding="utf-8", newline="") as file:
        header = next(csv.reader(file))
    assert set(header) <= set(columns_of(model))


@pytest.mark.parametrize(
    ("written", "column"),
    [
        ("NIK", "nik"),
        ("No. KTP", "nik"),
        ("Nama Lengkap", "nama"),
        ("NO_HP/WA", "telepon"),
        ("Tgl. Lahir", "tanggal_lahir"),
        ("L/P", "jenis_kelamin"),
        ("Kode Wilayah", "kode_wilayah"),
        ("kode_desa", "kode_wilayah"),
        ("Ｎａｍａ", "nama"),
        ("náma", "nama"),
    ],
)
def test_spellings_of_headers(written: str, column: str) -> None:
    assert headers_of(Anggota)[header_key(written)] == column


# -- the quick ways agree with pydantic ------------------------------------------------------------

SHAPED = [(model, name) for model, name in COLUMNS if columns_of(model)[name].shape is not None]


@given(st.data())
@settings(max_examples=400, deadline=None)
def test_a_text_of_the_shape_is_a_value_unchanged(data: st.DataObject) -> None:
    model, name = data.draw(st.sampled_from(SHAPED))
    spec = columns_of(model)[name]
    assert spec.shape is not None
    text = data.draw(st.from_regex(re.compile(rf"\A(?:{spec.shape.pattern})\Z", re.ASCII)))
    if re.fullmatch(spec.shape.pattern, text):
        assert spec.adapter.validate_python(text) == text


REFUSING = [
    (model, name)
    for model, name in SHAPED
    if (shape := columns_of(model)[name].shape) and shape.refused
]


@given(st.data())
@settings(max_examples=400, deadline=None)
def test_texts_surely_refused_are_refused_alike_where_they_are_as_long(data: st.DataObject) -> None:
    model, name = data.draw(st.sampled_from(REFUSING))
    spec = columns_of(model)[name]
    assert spec.shape is not None
    text = data.draw(st.from_regex(re.compile(rf"\A(?:{spec.shape.refused})\Z", re.ASCII)))
    other = data.draw(st.text("0123456789", min_size=len(text), max_size=len(text)))
    if re.fullmatch(spec.shape.refused, text) and re.fullmatch(spec.shape.refused, other):
        assert whys(model, name, text) == whys(model, name, other)


@given(st.from_regex(re.compile(rf"\A(?:{SURE_DATE})\Z", re.ASCII)))
def test_a_sure_date_is_a_date(text: str) -> None:
    if re.fullmatch(SURE_DATE, text):
        assert str(value(Anggota, "tanggal_lahir", text)) == text
        assert str(value(Anggota, "tanggal_mulai", text)) == text


@given(st.sampled_from(COLUMNS), st.text(max_size=12))
@settings(max_examples=400, deadline=None)
def test_any_text_is_a_value_or_a_fault_of_the_kinds_named(
    of: tuple[type[RowModel], str], text: str
) -> None:
    spec = columns_of(of[0])[of[1]]
    kinds: set[str] = set()
    try:
        spec.adapter.validate_python(text)
    except ValidationError as error:
        kinds = {e["type"] for e in error.errors()}
    assert kinds <= set(spec.refuses)


OTHER_DIGITS = ["１", "١", "१", "𝟏", "¹", "①"]


@pytest.mark.parametrize("digit", OTHER_DIGITS)
@pytest.mark.parametrize(
    ("model", "column", "text"),
    [
        (Anggota, "nik", "3323014605860001"),
        (Anggota, "telepon", "08123456781"),
        (Anggota, "kode_wilayah", "33.23.01"),
        (Kecamatan, "kode", "33.23.01"),
        (Desa, "kode", "33.23.01.2001"),
        (Anggota, "tps", "1"),
        (Anggota, "peringkat", "1"),
        (Anggota, "tanggal_lahir", "1990-01-01"),
        (Anggota, "tanggal_mulai", "1 Mei 2024"),
    ],
)
def test_only_ascii_digits(model: type[RowModel], column: str, text: str, digit: str) -> None:
    assert value(model, column, text)
    fault(model, column, text.replace("1", digit, 1))


@pytest.mark.parametrize("text", ["1_0", "1.5", "+5", "-1", "-001", ".5", "1e2", "0x1", "", "٣"])
def test_lax_numbers_are_refused(text: str) -> None:
    fault(Anggota, "peringkat", text)
    fault(Anggota, "tps", text)


# -- the types -------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["TPS 1", "1", "01", "001", "tps01", "TPS-1", "TPS. 001", "'001"])
def test_spellings_of_a_tps(text: str) -> None:
    assert value(Anggota, "tps", text) == 1


@pytest.mark.parametrize("text", ["0", "000", "TPS", "1000", "TPS 1a", "1 2", "TPS0"])
def test_no_tps(text: str) -> None:
    assert fault(Anggota, "tps", text) == CellFault.VALUE_UNKNOWN


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3323014605860001", None),
        ("3323010605860001", None),
        ("9171010101900001", None),
        ("3323012902000001", None),  # 2000 had a 29 February
        ("3323016902960001", None),
        ("3323012902961001", None),  # the digit behind the year is none of it
        ("3323012902956001", "date"),
        ("332301460586000", "length"),
        ("33230146058600011", "length"),
        ("3323014605860001 ", "length"),
        ("332301460586000l", "length"),
        ("", "length"),
        ("3323010005860001", "day"),
        ("3323014005860001", "day"),
        ("3323013205860001", "day"),
        ("3323017205860001", "day"),
        ("3323019905860001", "day"),
        ("3323011000860001", "month"),
        ("3323011013860001", "month"),
        ("3323013002860001", "date"),
        ("3323012902010001", "date"),
        ("3323017104860001", "date"),
    ],
)
def test_nik(text: str, expected: str | None) -> None:
    assert nik_fault(text) == expected


@pytest.mark.parametrize("day", range(100))
def test_every_day_of_a_nik(day: int) -> None:
    for month in range(14):
        for year in ("00", "01", "04", "99"):
            text = f"332301{day:02}{month:02}{year}0001"
            born = day - 40 if day > 40 else day
            longest = [
                0,
                31,
                29 if int(year) % 4 == 0 else 28,
                31,
                30,
                31,
                30,
                31,
                31,
                30,
                31,
                30,
                31,
            ]
            valid = 1 <= month <= 12 and 1 <= born <= longest[month]
            assert (nik_fault(text) is None) == valid, text


@pytest.mark.parametrize(
    ("column", "text", "kind"),
    [
        ("nik", "3,32301E+15", "number_damaged"),
        ("nik", "3.32301E15", "number_damaged"),
        ("nik", "3323014605860001.0", "number_damaged"),
        ("nik", "3323014605860001,00", "number_damaged"),
        ("nik", "1234", "nik_malformed"),
        ("nik", "3323 0146 0586 0001", "nik_malformed"),
        ("telepon", "8,12E+10", "number_damaged"),
        ("telepon", "81234567890.0", "number_damaged"),
        ("telepon", "+6281234567890.0", "number_damaged"),
        ("telepon", "0812-3456-7890.0", "phone_malformed"),
        ("telepon", "+62 812 3456 7890,0", "phone_malformed"),
        ("telepon", "81234567890", "phone_malformed"),
        ("telepon", "0812345", "phone_malformed"),
        ("telepon", "081234567890123", "phone_malformed"),
        ("telepon", "0293-491234", "phone_malformed"),
        ("telepon", "08123456789 / x", "phone_malformed"),
        ("telepon", "/", "phone_malformed"),
        ("kode_wilayah", "3,32E+09", "number_damaged"),
        ("kode_wilayah", "3323012001.0", "number_damaged"),
        ("kode_wilayah", "33.2", "code_malformed"),
        ("kode_wilayah", "33.23.1", "code_malformed"),
        ("kode_wilayah", "33.23.01.201", "code_malformed"),
        ("kode_wilayah", "33 23 01", "code_malformed"),
        ("kode_wilayah", "33.23.01.2001.", "code_malformed"),
        ("tanggal_lahir", "31/02/1990", "date_unreadable"),
        ("tanggal_lahir", "01/02/90", "date_unreadable"),
        ("jenis_kelamin", "X", "value_unknown"),
        ("badan", "PPX", "value_unknown"),
        ("jabatan", "Ketua PPX", "value_unknown"),
        ("status", "PAW", "value_unknown"),
        ("peringkat", "pertama", "value_unknown"),
        ("peringkat", "1234567890", "value_unknown"),
    ],
)
def test_faults(column: str, text: str, kind: str) -> None:
    assert fault(Anggota, column, text) == kind


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("08123456789", "08123456789"),
        ("0812 3456 789", "08123456789"),
        ("0812-3456-789", "08123456789"),
        ("0812.3456.789", "08123456789"),
        ("(0812) 3456789", "08123456789"),
        ("628123456789", "08123456789"),
        ("+62 812-3456-789", "08123456789"),
        ("08123456789/08123456780", "08123456789 / 08123456780"),
        ("08123456789 dan 08123456780", "08123456789 / 08123456780"),
        ("08123456789; +628123456780", "08123456789 / 08123456780"),
        ("0812345678", "0812345678"),
        ("0812345678901", "0812345678901"),
        ("+6281234567890.0", None),
        ("0812.3456.78.00", None),
    ],
)
def test_phones(text: str, expected: str | None) -> None:
    assert read_phones(text) == expected


def test_a_leading_apostrophe_is_a_spreadsheets_mark() -> None:
    assert value(Anggota, "nik", "'3323014605860001") == "3323014605860001"
    assert value(Anggota, "telepon", "'08123456789") == "08123456789"
    assert value(Anggota, "kode_wilayah", "'33.23.01") == "33.23.01"
    assert value(Anggota, "nama", "'Aisyah") == "'Aisyah"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("33.23.01", "33.23.01"),
        ("332301", "33.23.01"),
        ("33.23.01.2001", "33.23.01.2001"),
        ("3323012001", "33.23.01.2001"),
        ("33.23.012001", "33.23.01.2001"),
        ("33", None),
        ("33.23.01.20011", None),
        ("3323012001\n", None),
    ],
)
def test_codes(text: str, expected: str | None) -> None:
    assert dotted(text) == expected
    if expected is not None:
        assert kecamatan_of(expected) == "33.23.01"


def test_codes_have_their_level() -> None:
    assert value(Desa, "kode", "3323012001") == "33.23.01.2001"
    assert value(Kecamatan, "kode", "332301") == "33.23.01"
    assert fault(Desa, "kode", "33.23.01") == "code_malformed"
    assert fault(Kecamatan, "kode", "33.23.01.2001") == "code_malformed"
    assert {value(Anggota, "kode_wilayah", c) for c in ("332301", "3323012001")} == {
        "33.23.01",
        "33.23.01.2001",
    }


# -- words -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "words",
    [GENDERS, STATUSES, PLACE_KINDS, STAKEHOLDERS, ATTENDANCE],
    ids=["gender", "status", "kind", "stakeholder", "attendance"],
)
def test_no_spelling_means_two_words(words: dict[str, str]) -> None:
    seen: dict[str, str] = {}
    for spelling, word in words.items():
        assert seen.setdefault(word_key(spelling), word) == word, spelling


@pytest.mark.parametrize("words", [ROLES, DEFAULT_BODIES], ids=["roles", "bodies"])
def test_no_synonym_means_two_words(words: dict[str, tuple[str, ...]]) -> None:
    seen: dict[str, str] = {}
    for word, spellings in words.items():
        for spelling in (word, *spellings):
            assert seen.setdefault(word_key(spelling), word) == word, spelling


def test_no_role_with_a_body_reads_as_another_one() -> None:
    words = Vocabulary()
    seen: dict[str, tuple[str, str]] = {}
    for role, roles in ROLES.items():
        for body, bodies in DEFAULT_BODIES.items():
            for r in (role, *roles):
                for b in (body, *bodies):
                    split = words.split(f"{r} {b}")
                    assert split is not None
                    assert split[0] == role
                    assert split[1].removeprefix("SEKRETARIAT ") == body.removeprefix(
                        "SEKRETARIAT "
                    )
                    assert seen.setdefault(word_key(f"{r} {b}"), split) == split


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ketua", "ketua"),
        ("Ketua merangkap Anggota", "ketua"),
        ("ANGGOTA  PPS", "anggota PPS"),
        ("Sekretaris", "sekretaris"),
        ("Staf Sekretariat PPS", "staf SEKRETARIAT PPS"),
        ("Pantarlih", "anggota PANTARLIH"),
        ("Petugas Ketertiban", "anggota KETERTIBAN"),
        ("PPK", None),
        ("Sekretariat PPK", None),
        ("Ketua PPX", None),
        ("Wakil Ketua", None),
        ("", None),
        ("-", None),
    ],
)
def test_roles(text: str, expected: str | None) -> None:
    assert Vocabulary().role(text) == expected


def test_a_body_of_the_profile() -> None:
    words = Vocabulary({"PANWASCAM": "PANWASCAM"}, {"PANWASCAM": ("panwaslu kecamatan",)})
    assert words.split("Ketua Panwaslu Kecamatan") == ("ketua", "PANWASCAM")
    assert words.split("Sekretaris Panwascam") == ("sekretaris", "PANWASCAM")
    assert words.body("PPK") is None
    read = columns_of(Anggota)["badan"].adapter.validate_python
    assert read("panwaslu kecamatan", context={"vocabulary": words}) == "PANWASCAM"


@pytest.mark.parametrize(
    ("column", "text", "expected"),
    [
        ("jenis_kelamin", "Laki - Laki", "L"),
        ("jenis_kelamin", "LK", "L"),
        ("jenis_kelamin", "pr", "P"),
        ("jenis_kelamin", "Wanita", "P"),
        ("status", "AKTIF", "aktif"),
        ("status", "Calon PAW", "cadangan"),
        ("status", "Meninggal Dunia", "meninggal"),
        ("badan", "P.P.K.", "PPK"),
        ("badan", "Sekretariat_PPS", "SEKRETARIAT PPS"),
        ("badan", "PPG", "PPS"),
    ],
)
def test_spellings(column: str, text: str, expected: str) -> None:
    assert value(Anggota, column, text) == expected


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Plt. Camat", "camat"),
        ("Pj. Kades", "kades"),
        ("Pj Kepala Desa", "kades"),
        ("PLH LURAH", "lurah"),
        ("Penjabat Kepala Desa", "kades"),
        ("Perbekel", "kades"),
        ("Pj. Kuwu", "kades"),
        ("Hukum Tua", "kades"),
        ("Danposramil", "danramil"),
        ("PKD", "PKD"),
    ],
)
def test_who_holds_the_office_of_a_stakeholder_or_acts_in_it_is_one(text: str, role: str) -> None:
    assert value(Pemangku, "peran", text) == role


def test_acting_for_nobody_is_no_role() -> None:
    assert fault(Pemangku, "peran", "Plt.") == "value_unknown"


def test_attendance_is_not_guessed() -> None:
    assert [value(Bimtek, "hadir", t) for t in ("v", "✓", "Ya", "tidak hadir")] == ["ya"] * 3 + [
        "tidak"
    ]
    assert fault(Bimtek, "hadir", "x") == "value_unknown"
