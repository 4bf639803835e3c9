"""Run rules over a roster, as its office's `adhoc.toml` has them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache, partial
from itertools import islice
from typing import NamedTuple

from adhoc_cli.engine.waive import Waived, use_of, waive
from adhoc_cli.models.finding import Finding, Severity
from adhoc_cli.models.report import Reason, Rest, RuleResult, Status, WaiverUse, Walked
from adhoc_cli.models.rows import REQUIRED
from adhoc_cli.roster.roster import Roster
from adhoc_cli.rules.api import Rule
from adhoc_cli.rules.found import Found
from adhoc_cli.rules.in_force import InForce, in_force
from adhoc_cli.rules.registry import all_rules_by_code
from adhoc_cli.rules.sources import ITEM, basis_of, item_of

_AS_THE_RULES_SAY = InForce()


class LateCrashError(Exception):
    """A rule crashed behind the findings that are held, as the others were written: no `OSError`,
    which would pass for a fault of the disk that they are written to."""


class Outcome(NamedTuple):
    """The outcome of every rule that was asked for, and of every waiver."""

    rules: tuple[RuleResult, ...]
    waivers: tuple[WaiverUse, ...] = ()


class _Most(NamedTuple):
    """How many findings of a rule are listed, and how many of them held; None for all."""

    listed: int | None
    held: int | None

    @classmethod
    def of(cls, keep: int | None, hold: int | None) -> _Most:
        limits = (limit for limit in (keep, hold) if limit is not None)
        return cls(keep, min(limits, default=None))


def run_rules(
    roster: Roster, rules: Sequence[Rule], keep: int | None, hold: int | None = None
) -> Outcome:
    """The outcome of every rule, listing the first `keep` findings of each (all for None). All are
    held; with `hold` only so many, and the others are described whenever they are walked.

    A rule about the waivers comes last. Where only it was asked for, the rules that waivers name
    run too, unseen: it could not tell without them. Raises `ConfigError` where `adhoc.toml` names
    no rule.
    """
    office = in_force(roster.office)
    results: dict[str, RuleResult] = {}
    covered: dict[int, int] = {}
    most = _Most.of(keep, hold)
    asked = {rule.code for rule in rules}
    for rule in (*rules, *_unseen(office, rules, asked)):
        if not rule.last:
            results[rule.code], matched = _run(roster, rule, most, office)
            covered |= matched
    waivers = tuple(use_of(roster, office, results, covered))
    told = replace(roster, waived=waivers)
    for rule in rules:
        if rule.last:
            results[rule.code], _ = _run(told, rule, most, office)
    return Outcome(tuple(results[rule.code] for rule in rules), waivers)


def _unseen(office: InForce, rules: Sequence[Rule], asked: set[str]) -> list[Rule]:
    """The rules that a rule about waivers needs and nobody asked for."""
    if not office.waivers or not any(rule.last for rule in rules):
        return []
    return [
        rule for code, rule in all_rules_by_code().items() if code in office.waivers.keys() - asked
    ]


def run_rule(roster: Roster, rule: Rule, keep: int | None) -> RuleResult:
    """The outcome of one rule. Raises `ConfigError` as `run_rules` does."""
    return run_rules(roster, (rule,), keep).rules[0]


def run_as_written(roster: Roster, rule: Rule, keep: int | None) -> RuleResult:
    """The outcome of one rule, whatever `adhoc.toml` makes of it."""
    return _run(roster, rule, _Most.of(keep, None), _AS_THE_RULES_SAY)[0]


def _run(
    roster: Roster, rule: Rule, most: _Most, office: InForce
) -> tuple[RuleResult, Mapping[int, int]]:
    """The outcome of one rule, and how many findings each waiver of it covers. Whatever happens
    inside it, the others go on."""
    set_to = office.severities.get(rule.code)  # what the office makes of all its findings
    blank = RuleResult(
        rule.code,
        rule.name,
        set_to or rule.severity,
        Status.PASSED,
        own=None if set_to is None else rule.severity,
    )
    reason = Reason("rule_off") if rule.code in office.off else missing_need(roster, rule)
    if reason is not None:
        return blank._replace(status=Status.SKIPPED, reason=reason), {}
    try:
        positions = office.waivers.get(rule.code, ())
        waived = waive(roster, positions, rule, rule.check(roster), most.held)
        filled = _filler(roster, rule, set_to)
        listed = Walked(lambda: map(filled, islice(waived.found.findings, most.listed)))
        findings = tuple(islice(listed, most.held))
        rest = _after(findings, listed) if most.held != most.listed else None
    except Exception as error:  # noqa: BLE001 - a crashed rule is a result, and exit code 70
        return blank._replace(status=Status.CRASHED, reason=_crash(error)), {}
    result = blank._replace(
        status=_status(waived),
        reason=waived.found.partly,
        checked=waived.found.checked,
        failed=waived.found.failed,
        counts=_counts(rule, waived.found, set_to),
        findings=findings,
        waived=waived.number,
        waived_findings=tuple(map(filled, waived.findings)),
        rest=rest,
    )
    return result, waived.by_waiver


def _status(waived: Waived) -> Status:
    found = waived.found
    if found.failed:
        return Status.FAILED
    # A rule that could not look at anything, and says why, has not passed.
    return Status.SKIPPED if found.partly and not found.checked else Status.PASSED


def missing_need(roster: Roster, rule: Rule) -> Reason | None:
    """Why a rule cannot run on this roster: a file or a column that it needs is not there."""
    for need in rule.needs:
        kind, _, column = need.partition(".")
        if not roster.has(kind):
            read = kind in roster.folder.tables or kind in REQUIRED
            return Reason("file_unreadable" if read else "file_absent", {"file": f"{kind}.csv"})
        if column and not roster.has(kind, column):
            return Reason("column_absent", {"file": f"{kind}.csv", "column": column})
    return None


def _after(held: Sequence[Finding], listed: Walked[Finding]) -> Rest | None:
    """The findings behind those that are held; None where there are no more."""

    def behind() -> Iterator[Finding]:
        return islice(listed, len(held), None)

    def told() -> Iterator[Finding]:
        try:
            yield from behind()
        except OSError as error:
            raise LateCrashError from error

    return None if next(behind(), None) is None else Rest(told)


def _filler(roster: Roster, rule: Rule, set_to: Severity | None) -> Callable[[Finding], Finding]:
    """What completes a finding with what a rule does not say of itself."""
    basis = cache(partial(basis_of, rule, roster.office))
    code, name, own = rule.code, rule.name, rule.severity
    item = item_of if ITEM in rule.uses else lambda _: None

    def filled(one: Finding) -> Finding:
        severity = set_to or one.own or own
        return one.told_by(code, name, severity, basis(one.body, item(one)))

    return filled


def _counts(rule: Rule, found: Found, set_to: Severity | None) -> dict[Severity, int]:
    if found.counts is not None and set_to is None:
        return {severity: count for severity, count in found.counts.items() if count}
    return {set_to or rule.severity: found.failed} if found.failed else {}


def _crash(error: Exception) -> Reason:
    from adhoc_cli.text.crash import place_of

    where = place_of(error.__traceback__)
    return Reason("crashed", {"error": type(error).__name__, "where": where})
