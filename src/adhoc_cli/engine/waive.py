"""Waivers: which findings `adhoc.toml` accepts. They are counted, never dropped."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import filterfalse
from typing import NamedTuple

from adhoc_cli.models.columns import Privacy
from adhoc_cli.models.finding import Finding, Person, Personal, Severity
from adhoc_cli.models.report import RuleResult, Status, WaiverStatus, WaiverUse, Walked
from adhoc_cli.profiles.waivers import Waiver
from adhoc_cli.roster.roster import Roster
from adhoc_cli.rules.api import Rule
from adhoc_cli.rules.found import Found
from adhoc_cli.rules.in_force import InForce, covers


class Waived(NamedTuple):
    """What a rule found less what is waived, the number of waived findings and the first of them,
    and how many each waiver covers, by its position in `adhoc.toml`. Two may cover the same one."""

    found: Found
    number: int = 0
    findings: Sequence[Finding] = ()
    by_waiver: Mapping[int, int] = {}


def waive(
    roster: Roster, positions: Sequence[int], rule: Rule, found: Found, hold: int | None
) -> Waived:
    """`found` without the findings that waivers at these positions cover today.

    All findings of the rule are looked at, so that the numbers stay true beyond those that are
    listed. The first `hold` of the waived ones are held; those that are left are described anew.
    """
    every = roster.office.settings.pengecualian
    today = {at: every[at] for at in positions if not _expired(every[at], roster)}
    if not today:
        return Waived(found)
    taken: list[Finding] = []
    waived: Counter[Severity] = Counter()
    by_waiver: Counter[int] = Counter()

    def covering(finding: Finding) -> list[int]:
        return [at for at, waiver in today.items() if covers(waiver, finding)]

    for finding in found.findings:
        by_waiver.update(matched := covering(finding))
        if matched:
            waived[finding.own or rule.severity] += 1
            if hold is None or len(taken) < hold:
                taken.append(finding)
    left = Walked(lambda: filterfalse(covering, found.findings))
    number = waived.total()
    # Taken away, not counted anew: of the faults of a file only the first 10,000 are findings.
    counts = Counter(found.counts or {rule.severity: found.failed}) - waived
    still = found._replace(failed=found.failed - number, findings=left, counts=counts)
    return Waived(still, number, taken, by_waiver)


def use_of(
    roster: Roster,
    office: InForce,
    results: Mapping[str, RuleResult],
    covered: Mapping[int, int],
) -> Iterator[WaiverUse]:
    """What became of every waiver of `adhoc.toml`, in its order."""
    codes = {at: code for code, positions in office.waivers.items() for at in positions}
    for at, waiver in enumerate(roster.office.settings.pengecualian):
        yield WaiverUse(
            codes[at],
            roster.places.region(waiver.wilayah) if waiver.wilayah else None,
            _person(waiver),
            waiver.alasan,
            waiver.sampai,
            _status(waiver, roster, results.get(codes[at]), covered.get(at, 0)),
            covered.get(at, 0),
        )


def _expired(waiver: Waiver, roster: Roster) -> bool:
    return waiver.sampai < roster.as_of


def _status(
    waiver: Waiver, roster: Roster, result: RuleResult | None, matched: int
) -> WaiverStatus:
    if _expired(waiver, roster):
        return WaiverStatus.EXPIRED
    if result is None or result.status in {Status.SKIPPED, Status.CRASHED}:
        return WaiverStatus.UNCHECKED
    if matched:
        return WaiverStatus.USED
    # A rule that could not look at everything may have missed what it covers.
    return WaiverStatus.UNCHECKED if result.reason else WaiverStatus.UNUSED


def _person(waiver: Waiver) -> Person | None:
    if waiver.orang is None:
        return None
    nik = waiver.nik
    return Person("", Personal(nik, Privacy.NIK)) if nik else Person(waiver.orang)
