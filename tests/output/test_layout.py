from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from adhoc_cli.output.document import Column
from adhoc_cli.output.formats.table import GAP, fit

_COLUMNS = (
    Column("Kode"),
    Column("Nama", wrap=True),
    Column("PPK", right=True),
    Column("Desa", right=True, drop=1),
    Column("Sekr", right=True, drop=2),
)


def test_everything_where_there_is_room() -> None:
    assert fit(_COLUMNS, [8, 30, 7, 5, 5], 100) == {0: 8, 1: 30, 2: 7, 3: 5, 4: 5}


def test_the_highest_drop_leaves_first_and_texts_wrap_before() -> None:
    assert fit(_COLUMNS, [8, 30, 7, 5, 5], 55) == {0: 8, 1: 22, 2: 7, 3: 5, 4: 5}
    assert fit(_COLUMNS, [8, 30, 7, 5, 5], 45) == {0: 8, 1: 19, 2: 7, 3: 5}
    assert fit(_COLUMNS, [8, 30, 7, 5, 5], 40) == {0: 8, 1: 21, 2: 7}


def test_none_where_even_the_least_does_not_fit() -> None:
    assert fit(_COLUMNS, [8, 30, 7, 5, 5], 30) is None


def test_no_columns() -> None:
    assert fit((), [], 10) == {}


@given(
    st.lists(
        st.tuples(st.integers(1, 60), st.booleans(), st.integers(0, 3)), min_size=1, max_size=8
    ),
    st.integers(10, 200),
)
def test_what_fits_fits_and_no_code_is_narrowed(
    sizes: list[tuple[int, bool, int]], room: int
) -> None:
    columns = [Column("x", wrap=wrap, drop=drop) for _, wrap, drop in sizes]
    natural = [size for size, _, _ in sizes]
    widths = fit(columns, natural, room)
    if widths is None:
        return
    assert sum(widths.values()) + GAP * (len(widths) - 1) <= room
    assert all(widths[at] == natural[at] for at in widths if not columns[at].wrap)
    assert {at for at, column in enumerate(columns) if not column.drop} <= widths.keys()
