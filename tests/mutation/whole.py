"""What a rule can do wrong as a whole, whatever its check is made of: a function each of
`mutants.OF_A_RULE`, which says what of the rule becomes what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from adhoc_cli.models.finding import Finding, Severity
from adhoc_cli.roster.roster import Roster
from adhoc_cli.rules.api import Rule
from adhoc_cli.rules.found import Found, at_row
from adhoc_cli.rules.registry import find_rule

_SEVERITIES = [*Severity]
Fault = tuple[str, object]


def put(fault: str, path: Path) -> None:
    """Give the rule of a file this fault, for the rest of the process."""
    rule = find_rule(path.stem.partition("_")[0].upper())
    object.__setattr__(rule, *globals()[fault](rule))


def finds_nothing(rule: Rule) -> Fault:
    """It looks at as much, and whatever is there passes."""
    check = rule.check
    return "check", lambda roster: check(roster)._replace(failed=0, findings=(), counts=None)


def misses_one(rule: Rule) -> Fault:
    """The first of what there is to find."""
    return "check", _with_others(rule, lambda roster, seen: seen[1:])


def finds_one_more(rule: Rule) -> Fault:
    """The first row in which there is nothing to find."""
    return "check", _with_others(rule, lambda roster, seen: [*seen, _another(roster, seen)])


def has_the_next_severity(rule: Rule) -> Fault:
    """A warning for an error, an info for a warning, an error for an info."""
    return "severity", _SEVERITIES[_SEVERITIES.index(rule.severity) - 2]


def has_the_severity_before(rule: Rule) -> Fault:
    """The other way round."""
    return "severity", _SEVERITIES[_SEVERITIES.index(rule.severity) - 1]


def _with_others(
    rule: Rule, others: Callable[[Roster, Sequence[Finding]], Sequence[Finding]]
) -> Callable[[Roster], Found]:
    check = rule.check

    def found(roster: Roster) -> Found:
        real = check(roster)
        after = others(roster, list(real.findings))
        counts = Counter(one.own or rule.severity for one in after)
        return real._replace(failed=len(after), findings=after, counts=counts)

    return found


def _another(roster: Roster, seen: Sequence[Finding]) -> Finding:
    members, known = roster.members, {(one.file, one.line) for one in seen}
    rows = (row for row in range(len(members)) if members.where(row) not in known)
    row = next(rows, None)
    return Finding() if row is None else at_row(roster, row)
