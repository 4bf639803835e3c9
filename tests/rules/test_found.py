"""What failed is told by its place, and what several results of one rule are together."""

from __future__ import annotations

from datetime import date
from functools import cache

import numpy as np
import pytest

from adhoc_cli.models.finding import Finding, Severity
from adhoc_cli.models.report import Reason
from adhoc_cli.roster.repeats import Positions
from adhoc_cli.roster.roster import Roster
from adhoc_cli.rules import found
from adhoc_cli.rules.found import (
    Found,
    Mask,
    at_row,
    at_rows,
    described,
    in_pairs,
    in_rows,
    together,
)
from tests.planted import FAULTY, roster_in

ONE, OTHER = Reason("one"), Reason("other")


def test_several_results_are_one_by_their_sums_and_in_their_order() -> None:
    findings = [Finding(code=code) for code in "ABC"]
    warned = Found(3, 1, findings[2:], {Severity.WARNING: 1})
    both = together([Found(2, 2, findings[:2], {Severity.ERROR: 1, Severity.WARNING: 1}), warned])
    assert (both.checked, both.failed, list(both.findings)) == (5, 3, findings)
    assert both.counts == {Severity.ERROR: 1, Severity.WARNING: 2}
    assert together([Found(1), Found(2)]).counts is None


def test_the_first_reason_is_told_unless_one_is_given() -> None:
    several = [Found(), Found(partly=ONE), Found(partly=OTHER)]
    assert together(several).partly == ONE
    assert together(several, OTHER).partly == OTHER
    assert together([Found(), Found()]).partly is None


@pytest.mark.parametrize(
    "failed", [np.array([False, True, False, True]), np.array([1, 3]), [1, 3], range(1, 4, 2)]
)
def test_what_failed_is_described_where_somebody_looks_as_often_as_that(
    failed: Mask | Positions | list[int] | range,
) -> None:
    asked: list[int] = []

    def finding(at: int) -> Finding:
        asked.append(at)
        return Finding(line=at)

    one = described(np.array([True, True, False, True]), failed, finding, partly=ONE)
    assert (one.checked, one.failed, one.partly, asked) == (3, 2, ONE, [])
    first = next(iter(one.findings))
    assert (first.line, type(first.line), asked) == (1, int, [1])
    assert [it.line for it in one.findings] == [1, 3] == [it.line for it in one.findings]


# -- described together ----------------------------------------------------------------------------


@cache
def faulty() -> Roster:
    return roster_in(FAULTY, date(2024, 6, 10))


@pytest.mark.parametrize("together", [1, 7, 1_000])
@pytest.mark.parametrize("name", sorted(faulty().folder.tables))
def test_rows_described_together_are_told_as_each_is(
    name: str, together: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(found, "_AT_ONCE", together)
    table = faulty().folder.tables[name]
    rows = np.arange(len(table))[::-1]
    walk = at_rows(
        faulty(), rows, lambda some: ({"row": row} for row in rows[some].tolist()), column="nama",
        table=table,
    )  # fmt: skip
    told = [
        at_row(faulty(), row, column="nama", params={"row": row}, table=table)
        for row in rows.tolist()
    ]
    assert list(walk) == list(walk) == told


def test_params_are_asked_for_only_where_somebody_looks() -> None:
    asked: list[int] = []

    def params(row: int, other: int = 0) -> dict[str, int]:
        asked.append(row)
        return {"other": other}

    rows = np.array([4, 2, 9])
    among = in_rows(faulty(), rows, params=params)
    assert (among.failed, asked) == (3, [])
    assert next(iter(among.findings)) == at_row(faulty(), 4, params={"other": 0})
    pairs = in_pairs(faulty(), (rows, rows + 1), params, among=3, column="nik")
    assert next(iter(pairs.findings)) == at_row(faulty(), 4, column="nik", params={"other": 5})
    assert asked == [4, 4]
