"""Rows in blocks: the same rows, whatever their number and their keys."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import pytest

from adhoc_cli.output.blocks import Columns, Rows, at_once, blocks_of, each, in_blocks


@pytest.mark.parametrize("number", [0, 1, 999, 1_000, 1_001, 2_500])
def test_rows_go_into_blocks_and_come_out_again(number: int) -> None:
    rows: list[dict[str, Any]] = [{"line": n, "file": "a"} for n in range(number)]
    found = Rows(lambda: blocks_of(rows))
    assert [list(found), list(found)] == [rows, rows]  # as often as they are walked
    assert [len(block["line"]) for block in blocks_of(found)] == [*map(len, in_blocks(rows))]


def test_rows_with_other_keys_stand_in_other_blocks() -> None:
    rows = [{"a": 1}, {"a": 2}, {"a": 3, "b": 4}, {"a": 5}]
    assert [*blocks_of(rows)] == [{"a": [1, 2]}, {"a": [3], "b": [4]}, {"a": [5]}]


def test_no_more_than_a_block_is_held() -> None:
    walked = []

    def rows() -> Iterator[dict[str, int]]:
        for number in range(10_000):
            walked.append(number)
            yield {"number": number}

    first: Columns = next(blocks_of(rows()))
    assert len(walked) == len(first["number"]) == 1_000


def test_what_is_the_same_object_is_made_once() -> None:
    asked: list[object] = []
    text = "PPS"

    def made(one: object) -> str:
        asked.append(one)
        return repr(one)

    values = [text, text, 1, True, 1.0, text]
    assert each(values, made) == [repr(one) for one in values]
    assert asked == [text, 1, True, 1.0]


@pytest.mark.parametrize("values", [[], ["a"], ["a", "a"], ["a", "b"], ["a", "b", "a", None]])
def test_what_is_made_of_all_together_stands_where_it_was(values: list[str | None]) -> None:
    asked: list[object] = []

    def made(some: Sequence[str | None]) -> list[str]:
        asked.extend(some)
        return [f"{one}!" for one in some]

    assert at_once(values, made) == [f"{one}!" for one in values]
    assert asked == [*dict.fromkeys(values)]
