"""What failed is told by its place, and what several results of one rule are together."""

from __future__ import annotations

import numpy as np
import pytest

from adhoc_cli.models.finding import Finding, Severity
from adhoc_cli.models.report import Reason
from adhoc_cli.roster.repeats import Positions
from adhoc_cli.rules.found import Found, Mask, described, together

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

    found = described(np.array([True, True, False, True]), failed, finding, partly=ONE)
    assert (found.checked, found.failed, found.partly, asked) == (3, 2, ONE, [])
    first = next(iter(found.findings))
    assert (first.line, type(first.line), asked) == (1, int, [1])
    assert [one.line for one in found.findings] == [1, 3] == [one.line for one in found.findings]
