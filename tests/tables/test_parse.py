from __future__ import annotations

import csv
import io
from collections.abc import Callable

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from adhoc_cli.tables import arrow
from adhoc_cli.tables.factorised import Factorised, Form
from adhoc_cli.tables.parse import join, parse, trimmed
from adhoc_cli.tables.texts import SPACES, Texts

FORM = Form(",", 2, quoted_breaks=True, longest=0)
CELLS = st.one_of(
    st.text(
        st.sampled_from("ab0189 ,;\t\"'\n\x0b\x1c\x1f\x85\u00a0\u200b\u2028\u3000\ufeffé’-–—😀+."),
        max_size=6,
    ),
    st.from_regex("[0-9]{1,20}", fullmatch=True),
    st.sampled_from(["", "-", "NA", "nan", "NULL", "None", "1_0", "1.0", "0", "00", "TRUE", "inf"]),
)


def written(rows: list[list[str]]) -> bytes:
    buffer = io.StringIO(newline="")
    csv.writer(buffer, quoting=csv.QUOTE_ALL, lineterminator="\n").writerows(rows)
    return buffer.getvalue().encode()


def texts(columns: Factorised) -> dict[str, list[str]]:
    for codes, distinct in columns.values():
        assert np.issubdtype(codes.dtype, np.signedinteger)
        assert len(set(distinct.to_list())) == len(distinct)
        assert "" not in distinct.to_list()
    return {
        name: [distinct[code] if code >= 0 else "" for code in codes]
        for name, (codes, distinct) in columns.items()
    }


def all_three(
    data: bytes, form: Form = FORM, wanted: tuple[int, ...] = (0, 1)
) -> dict[str, list[str]]:
    names = {i: str(i) for i in wanted}
    spans = [(0, len(data))]
    plain = texts(parse(data, spans, names, form))
    assert texts(parse(data, spans, names, form, pandas_from=0, arrow_from=1 << 40)) == plain
    assert texts(parse(data, spans, names, form, arrow_from=0)) == plain
    return plain


@given(st.lists(st.tuples(CELLS, CELLS), min_size=1, max_size=40))
@settings(max_examples=150, deadline=None)
@example([("", "")])
@example([("08", "8"), ("8", "08"), ("", "0"), ("0", "")])
@example([("1", "a ")] * 3 + [("2", "a"), ("3", " a"), ("1", "\u00a0")])
@example([("é", "\u2028x"), ("\u3000é", "x\u2028")])
def test_python_pandas_and_pyarrow_read_the_same(rows: list[tuple[str, str]]) -> None:
    found = all_three(written([list(row) for row in rows]))
    assert found["0"] == [a.strip(SPACES) for a, _ in rows]
    assert found["1"] == [b.strip(SPACES) for _, b in rows]


@given(st.lists(CELLS, min_size=1, max_size=60), st.data())
@settings(max_examples=100, deadline=None)
def test_joined_columns_are_the_columns_one_below_the_other(
    cells: list[str], data: st.DataObject
) -> None:
    cut = data.draw(st.integers(0, len(cells)))
    sizes = data.draw(st.tuples(st.sampled_from([0, 1 << 40]), st.sampled_from([0, 1 << 40])))
    parts = []
    for piece, arrow_from in zip((cells[:cut], cells[cut:]), sizes, strict=True):
        content = written([[cell, "x"] for cell in piece])
        spans = [(0, len(content))]
        form = FORM._replace(to_join=data.draw(st.booleans()))
        parts.append(parse(content, spans, {0: "0"}, form, arrow_from=arrow_from)["0"])
    assert texts({"0": join(parts)})["0"] == [cell.strip(SPACES) for cell in cells]


def test_only_the_wanted_columns_of_the_spans_are_read() -> None:
    data = b"a,b\nDROP\nc,d\ne,f\n"
    for arrow_from in (0, 1 << 40):
        found = parse(data, [(0, 4), (9, 17)], {1: "y"}, FORM, arrow_from=arrow_from)
        assert texts(found) == {"y": ["b", "d", "f"]}


def test_without_rows_every_column_is_empty() -> None:
    found = parse(b"", [], {0: "x", 1: "y"}, FORM, arrow_from=0)
    assert texts(found) == {"x": [], "y": []}


def test_records_longer_than_a_block_of_pyarrow(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(arrow, "_BLOCK", 64)
    rows = [["a" * 500, "b"], ["c", "d\n" * 300], ["e", "f"]] * 5
    data = written(rows)
    found = all_three(data, FORM._replace(longest=1000))
    assert found["0"] == [row[0] for row in rows]
    assert found["1"] == [row[1].strip() for row in rows]


def test_dictionaries_of_many_blocks_become_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(arrow, "_BLOCK", 64)
    rows = [[f"k{i % 7}", f"{i % 5} "] for i in range(500)]
    found = all_three(written(rows), FORM._replace(longest=20))
    assert found["0"] == [row[0] for row in rows]
    assert found["1"] == [row[1].strip() for row in rows]


def test_more_text_than_small_offsets_reach(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(arrow, "_SMALL_OFFSETS", 100)
    rows = [[f"33230146058600{i:02}", f"nama {i} "] for i in range(50)]
    found = all_three(written(rows))
    assert found["0"] == [row[0] for row in rows]
    whole = parse(written(rows), [(0, len(written(rows)))], {0: "0"}, FORM, arrow_from=0)["0"][1]
    assert whole.to_arrow().type == pa.large_string()
    assert whole.full_match("[0-9]{16}").all()
    assert whole.bytes_matrix(16).shape == (50, 16)


def test_cells_that_repeat_across_files_are_one_text() -> None:
    cells = [" a", "", "b", "a", "3", "", "b "], ["b", "c", "", "a"], ["", ""]
    files = [written([[cell, "x"] for cell in of_file]) for of_file in cells]
    parts = [
        parse(file, [(0, len(file))], {0: "0"}, FORM._replace(to_join=True), arrow_from=0)["0"]
        for file in files
    ]
    joined = join(parts)
    assert texts({"0": joined})["0"] == [cell.strip() for of_file in cells for cell in of_file]


def test_numbers_keep_every_digit() -> None:
    numbers = ["3323014605860001", "0" * 18, "0" * 17, "", "9" * 18, "3323014605860001", "08"]
    assert all_three(written([[n, "x"] for n in numbers]))["0"] == numbers
    longer = [*numbers, "1" * 30, "1" * 31]
    assert all_three(written([[n, "x"] for n in longer]))["0"] == longer


def test_without_pyarrow_pandas_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("adhoc_cli.tables.parse.find_spec", lambda name: None)
    monkeypatch.setattr(arrow, "parse", None)
    data = b"a,b\n"
    assert texts(parse(data, [(0, 4)], {0: "x"}, FORM, arrow_from=0)) == {"x": ["a"]}


def test_trimming_joins_what_becomes_equal() -> None:
    codes = np.array([0, 1, 2, 3, -1], np.int32)
    found = trimmed(codes, np.array(["a", " a", " ", "b"], object))
    assert texts({"x": found})["x"] == ["a", "a", "", "b", ""]


@pytest.mark.parametrize("of", [Texts.of, lambda t: Texts(pa.array(list(t), pa.string()))])
class TestTexts:
    def test_access(self, of: Callable[[list[str]], Texts]) -> None:
        found = of(["a", "é", "c"])
        assert (len(found), found[1], found.to_list()) == (3, "é", ["a", "é", "c"])
        assert found.take(np.array([2, 0])) == ["c", "a"]
        assert found.to_arrow().to_pylist() == ["a", "é", "c"]

    def test_without_some(self, of: Callable[[list[str]], Texts]) -> None:
        found = of(["a", "é", "c"]).without([2, 0])
        assert found.to_list() == ["é"]

    def test_a_match_is_from_end_to_end(self, of: Callable[[list[str]], Texts]) -> None:
        found = of(["12", "12\n", "112", "1\u0662", "\uff11\uff12", ""])
        assert found.full_match("[0-9]{2}").tolist() == [True, *[False] * 5]
        assert found.full_match("1|12").tolist() == [True, *[False] * 5]

    def test_which_are_among_others(self, of: Callable[[list[str]], Texts]) -> None:
        found = of(["Petani", "PNS", "Guru"])
        assert found.among({"Guru", "Petani", "Buruh"}).tolist() == [0, 2]
        assert found.among({"Buruh"}).tolist() == found.among(()).tolist() == []

    def test_bytes(self, of: Callable[[list[str]], Texts]) -> None:
        assert of(["12", "34"]).bytes_matrix(2).tolist() == [[49, 50], [51, 52]]
        assert of([]).bytes_matrix(2).shape == (0, 2)
        with pytest.raises(ValueError, match="reshape"):
            of(["12", "3"]).bytes_matrix(2)
