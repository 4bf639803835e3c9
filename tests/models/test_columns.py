"""What a column is, read off the field of a model."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pydantic import ValidationError

from adhoc_cli.models.columns import ColumnSpec, Privacy, columns_of, headers_of
from adhoc_cli.models.faults import CellFault
from adhoc_cli.models.place_rows import Kecamatan
from adhoc_cli.models.rows import MODELS

_MEMBERS = MODELS["anggota"]
_TRAITS: list[tuple[Callable[[ColumnSpec], object], str]] = [
    (lambda one: one.required, "nama badan jabatan kode_wilayah"),
    (lambda one: one.is_date, "tanggal_lahir tanggal_mulai tanggal_selesai"),
    (lambda one: one.is_person, "nama"),
    (lambda one: one.privacy is Privacy.HIDDEN, "tanggal_lahir alamat"),
    (lambda one: one.privacy not in (None, Privacy.HIDDEN), "nik telepon"),
    (lambda one: one.privacy is Privacy.PHONE, "telepon"),
    (lambda one: one.header.references, "kode_wilayah"),
    (lambda one: CellFault.NIK_MALFORMED in one.refuses, "nik"),
    (
        lambda one: one.weigh is not None,
        "jenis_kelamin tanggal_lahir status tanggal_mulai tanggal_selesai",
    ),
    (
        lambda one: not one.refuses,
        "nama divisi alasan nomor_sk alamat pendidikan keterangan desa kecamatan",
    ),
    (
        lambda one: one.shape is None and not one.is_date,
        "badan jabatan jenis_kelamin tps status peringkat",
    ),
]
# One that is added later is looked at by the tests of its own.
_LOOKED_AT = frozenset(" ".join(columns for _, columns in _TRAITS).split())


def test_what_pydantic_says_quotes_no_cell() -> None:
    with pytest.raises(ValidationError) as refused:
        columns_of(_MEMBERS)["nik"].adapter.validate_python("332301x")
    assert "332301x" not in str(refused.value)
    with pytest.raises(ValidationError) as refused:
        Kecamatan(kode="332301x", nama="Bulu")
    assert "332301x" not in str(refused.value)


@pytest.mark.parametrize(("has", "columns"), _TRAITS)
def test_the_columns_of_members(has: Callable[[ColumnSpec], object], columns: str) -> None:
    specs = columns_of(_MEMBERS).items()
    assert [name for name, one in specs if name in _LOOKED_AT and has(one)] == columns.split()


@pytest.mark.parametrize("kind", MODELS)
def test_a_column_is_masked_as_that_of_members_in_every_file(kind: str) -> None:
    of_members = columns_of(_MEMBERS)
    for name, one in columns_of(MODELS[kind]).items():
        assert one.privacy == (of_members[name].privacy if name in of_members else None), name


def test_a_kind_of_file_tells_what_its_rows_are() -> None:
    kinds = [model.kind for model in MODELS.values()]
    assert {one.name: one.level for one in kinds if one.level} == {
        "kecamatan": "kecamatan",
        "desa": "desa",
        "tps": "desa",
    }
    assert [one.name for one in kinds if one.names_places] == ["kecamatan", "desa"]
    assert [one.name for one in kinds if one.required] == ["kecamatan", "desa", "anggota"]
    assert [one.name for one in kinds if one.several] == ["anggota"]
    assert [one.name for one in kinds if one.names_person] == ["anggota", "bimtek", "pemangku"]


def test_a_row_without_a_name_is_of_its_place_all_the_same() -> None:
    models = MODELS.items()
    every = [(kind, one) for kind, model in models for one in columns_of(model).values()]
    placeless = [(kind, one.name) for kind, one in every if not one.header.places]
    assert placeless == [("anggota", "nama"), ("pemangku", "nama")]


def test_a_header_is_known_by_its_own_name_and_by_others() -> None:
    headers = headers_of(_MEMBERS)
    assert headers["kodewilayah"] == "kode_wilayah"
    assert set(headers.values()) == set(columns_of(_MEMBERS))


def test_what_a_cell_says_is_never_quoted_in_an_error() -> None:
    with pytest.raises(ValidationError) as of_cell:
        columns_of(_MEMBERS)["nik"].adapter.validate_python("Rahasia")
    with pytest.raises(ValidationError) as of_row:
        Kecamatan.model_validate({"kode": "Rahasia", "nama": "Bulu", "lain": "Rahasia"})
    assert "Rahasia" not in f"{of_cell.value}{of_row.value}"
    assert "lain" in str(of_row.value)


def test_a_row_stays_as_it_was_read() -> None:
    row = Kecamatan(kode="33.23.01", nama="Bulu")
    with pytest.raises(ValidationError):
        row.nama = "Tembarak"
