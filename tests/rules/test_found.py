"""What several results of one rule are together."""

from __future__ import annotations

from adhoc_cli.models.finding import Finding, Severity
from adhoc_cli.models.report import Reason
from adhoc_cli.rules.found import Found, together

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
