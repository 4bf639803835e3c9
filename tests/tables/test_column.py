from __future__ import annotations

from datetime import date

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from adhoc_cli.models.columns import ColumnSpec, columns_of
from adhoc_cli.models.rows import Anggota
from adhoc_cli.tables.column import Column, validate
from adhoc_cli.tables.texts import Texts

SPECS = columns_of(Anggota)


def column(name: str, *cells: str) -> Column:
    """The column `name` with these cells, "" for an empty one."""
    texts = list(dict.fromkeys(cell for cell in cells if cell))
    codes = np.array([texts.index(cell) if cell else -1 for cell in cells], np.int32)
    return validate(SPECS[name], codes, Texts.of(texts), {})


def values(found: Column) -> list[object]:
    return [found.value(row) for row in range(found.codes.size)]


def alone(spec: ColumnSpec, cell: str) -> object:
    try:
        return spec.adapter.validate_python(cell)
    except ValidationError:
        return None


CELLS = st.one_of(
    st.sampled_from(
        ["-", "–", "—", "--", "ketua", "Ketua PPK", "L", "laki-laki", "TPS 01", "1", "01"]
    ),
    st.sampled_from(["33.23.01", "3323012001", "'33.23.01", "2024-05-16", "16 Mei 2024", "aktif"]),
    st.sampled_from(
        ["2024-02-29", "2023-02-29", "0000-01-01", "0999-01-01", "2024-05-31", "45428"]
    ),
    st.sampled_from(["3323014605860001", "'3323014605860001", "3,3E+15", "0812345678/0813456789"]),
    st.from_regex(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", fullmatch=True),
    st.text(max_size=5).map(str.strip).filter(bool),
)


@given(
    st.sampled_from(["nik", "telepon"]),
    st.lists(st.text("0123456789", min_size=1, max_size=19), max_size=12, unique=True),
)
@settings(max_examples=300, deadline=None)
def test_digits_are_refused_for_what_pydantic_says_of_each(name: str, cells: list[str]) -> None:
    found = column(name, *cells)
    assert [found.errors.get(at) for at in range(len(cells))] == [
        refusal(SPECS[name], cell) for cell in cells
    ]


def refusal(spec: ColumnSpec, cell: str) -> tuple[str, object] | None:
    try:
        spec.adapter.validate_python(cell)
    except ValidationError as error:
        (why,) = error.errors()
        return why["type"], why["ctx"]
    return None


DASHES = set("-–—")  # any number of them stands for "nothing"


@given(st.sampled_from(sorted(SPECS)), st.lists(st.one_of(CELLS, st.just("")), max_size=12))
@settings(max_examples=500, deadline=None)
def test_a_column_is_what_pydantic_makes_of_each_cell(name: str, cells: list[str]) -> None:
    found = column(name, *cells)
    expected = [None if set(cell) <= DASHES else alone(SPECS[name], cell) for cell in cells]
    assert values(found) == expected
    assert found.known.tolist() == [value is not None for value in expected]
    assert found.empty.tolist() == [set(cell) <= DASHES for cell in cells]
    assert (found.known ^ found.refused ^ found.empty).all()
    assert [found.text(row) for row in range(len(cells))] == cells
    rows = np.arange(len(cells))[::-1]
    assert found.texts_of(rows) == cells[::-1]
    assert found.values_of(rows) == expected[::-1]
    assert len(set(found.value_list)) == len(found.values)


def test_texts_of_one_value_are_one_value() -> None:
    found = column("tps", "TPS 1", "001", "1", "2", "", "x")
    assert values(found) == [1, 1, 1, 2, None, None]
    assert found.value_list == [1, 2]
    assert found.numbers().tolist() == [1, 1, 1, 2, -1, -1]
    assert found.equals(1).tolist() == [True, True, True, False, False, False]
    assert not found.equals(7).any()


def test_values_unchanged_are_the_texts_themselves() -> None:
    found = column("nik", "3323014605860001", "-", "123", "")
    assert values(found) == ["3323014605860001", None, None, None]
    assert found.value_list == ["3323014605860001"]
    sure = column("nik", "3323014605860001", "3323014605860002")
    assert sure.values is sure.texts
    assert [error.kind for error in found.errors.values()] == ["nik_malformed"]


def test_dates() -> None:
    found = column("tanggal_lahir", "1990-01-02", "2 Januari 1990", "31/12/1989", "x", "")
    days = [date(1990, 1, 2), date(1990, 1, 2), date(1989, 12, 31), None, None]
    assert values(found) == days
    assert found.value_list == [days[0], days[2]]
    assert found.dates().tolist() == days


def test_no_value_at_all() -> None:
    for name in SPECS:
        for cells in ((), ("",), ("-", "")):
            found = column(name, *cells)
            assert values(found) == [None] * len(cells)
            assert found.value_list == []
    assert column("tps").numbers().size == 0
    assert column("tanggal_lahir", "-").dates().tolist() == [None]


def test_masks_by_value() -> None:
    found = column("status", "aktif", "cadangan", "", "x", "Aktif")
    assert found.value_in([0]).tolist() == [True, False, False, False, True]
    assert found.value_in(np.array([True, False])).tolist() == [True, False, False, False, True]
    assert found.value_in([]).tolist() == [False] * 5
    assert found.text_in([]).tolist() == [False] * 5
    assert found.text_in(found.errors).tolist() == [False, False, False, True, False]
    assert found.spread(np.array([5, 6]), 0).tolist() == [5, 6, 0, 0, 5]


def test_some_rows_of_a_column() -> None:
    found = column("nik", "3323014605860001", "x", "").take(np.array([2, 0]))
    assert values(found) == [None, "3323014605860001"]


def test_messages_hold_no_value() -> None:
    found = column("nik", "332301460586")
    assert "332301460586" not in str(found.errors)


SURE = {"nik": "3323014605860001", "tanggal_lahir": "1990-01-31", "kode_wilayah": "33.23.01"}


@pytest.mark.parametrize("name", SURE)
def test_no_validator_is_built_where_all_is_sure(name: str) -> None:
    spec = columns_of.__wrapped__(Anggota)[name]
    found = validate(spec, np.array([0], np.int32), Texts.of([SURE[name]]), {})
    assert str(found.value(0)) == SURE[name]
    assert "adapter" not in vars(spec)


@pytest.mark.parametrize("texts", [1, 127, 128, 32_767, 32_768])
def test_codes_are_as_small_as_their_number_allows(texts: int) -> None:
    codes = column("keterangan", *map(str, range(texts)), "").text_codes
    assert codes.tolist() == [*range(texts), -1]
    info = np.iinfo(codes.dtype)
    assert info.max >= texts  # the position behind the last one is asked for, too
    assert codes.itemsize == 1 or np.iinfo(f"i{codes.itemsize // 2}").max < texts
