"""Today's findings beside the remembered ones: what is new, solved, still open, or not looked at.

Nothing that was not looked at is solved: a finding whose rule did not run, or could no longer look
at everything, is `unseen`, and stays in the memory until its rule has looked again. Whether it
could is told by the files and columns that the roster holds today (`Ground`).
"""

import secrets
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from itertools import islice

from adhoc_cli.memory.file import Entry, Memory, RuleState
from adhoc_cli.memory.keys import ALL_KEPT, KEPT, Keys
from adhoc_cli.memory.news import Counted, Known, News, Open
from adhoc_cli.models.finding import Finding, Region
from adhoc_cli.models.report import Reason, Report, RuleResult, Status
from adhoc_cli.roster.roster import Roster
from adhoc_cli.rules.registry import all_rules_by_code


@dataclass(frozen=True)
class Ground:
    """The roster that a report is about."""

    roster: Roster

    def region(self, code: str) -> Region:
        """The place of a code, with the name that the roster has for it."""
        return self.roster.places.region(code)

    def stands_in(self, finding: Finding) -> str | None:
        """The kind of file that a finding stands in, and the column: "anggota.nik", as the needs of
        a rule. None for what stands in no file of the roster.

        A column that is no column of ours is left out: its name may be anything, a NIK too.
        """
        kind = self._kinds.get(finding.file or "")
        if kind is None:
            return None
        column = finding.column or ""
        return f"{kind}.{column}" if column in self.roster.table(kind) else kind

    def holds(self, where: str | None) -> bool:
        """Whether that file can be read and has that column: else nobody looked there."""
        if where is None:
            return True
        kind, _, column = where.partition(".")
        return self.roster.has(kind, column or None)

    @cached_property
    def _kinds(self) -> Mapping[str, str]:
        tables = self.roster.folder.tables.items()
        return {file.name: kind for kind, table in tables for file in table.files}


_NEVER_RAN = RuleState(Status.SKIPPED, 0)


@dataclass(slots=True)
class _Told:
    """The news while they are gathered, as `News` has them."""

    new: list[Finding] = field(default_factory=list)
    open: list[Open] = field(default_factory=list)
    counted: list[Counted] = field(default_factory=list)
    solved: list[Known] = field(default_factory=list)
    unseen: list[Known] = field(default_factory=list)
    waived: list[Known] = field(default_factory=list)
    unseen_before: int = 0


def compare(last: Memory | None, report: Report, ground: Ground) -> tuple[News, Memory]:
    """What is new in the `report` on the roster of `ground`, and what to remember of it.

    Without a `last` memory everything is new, and a new salt is made.
    """
    before = last or Memory(report.as_of, report.profile, secrets.token_hex(16))
    matching = _Matching(before, report.as_of, ground)
    today = {result.code: result for result in report.rules}
    states = {code: matching.rule(result) for code, result in today.items()}
    # A rule that this version does not have any more is told of once, and forgotten.
    not_asked = {code: state for code, state in before.rules.items() if code not in today}
    for code, state in not_asked.items():
        kept = matching.not_looked_at(code, state)
        if code in all_rules_by_code():
            states[code] = kept
    told = matching.told
    news = News(
        since=last.as_of if last else None,
        new=tuple(told.new),
        solved=tuple(told.solved),
        open=tuple(told.open),
        unseen=tuple(told.unseen),
        counted=tuple(told.counted),
        waived=tuple(told.waived),
        unseen_before=told.unseen_before,
        profile=before.profile if before.profile != report.profile else None,
    )
    return news, Memory(report.as_of, report.profile, before.salt, states)


class _Matching:
    """Compares rule by rule, and gathers what is to be told."""

    def __init__(self, last: Memory, day: date, ground: Ground) -> None:
        self.told = _Told()
        self._last = last
        self._day = day
        self._ground = ground
        self._keys = Keys(last.salt)
        self._left = ALL_KEPT

    def rule(self, result: RuleResult) -> RuleState:
        """What to remember of a rule that was asked for."""
        before = self._last.rules.get(result.code, _NEVER_RAN)
        if result.status in {Status.SKIPPED, Status.CRASHED}:
            return self.not_looked_at(result.code, before, result)
        too_many = result.failed > min(KEPT, self._left)
        if before.counted or too_many:
            state = self._by_number(before, result, too_many=too_many)
        else:
            state = self._one_by_one(before, result)
        self._left -= len(state.entries)
        return state

    def not_looked_at(
        self, code: str, before: RuleState, result: RuleResult | None = None
    ) -> RuleState:
        """What to remember of a rule that looked at nothing today."""
        entries = tuple(self._unseen(code, before, one) for one in before.entries)
        if before is _NEVER_RAN and result:
            return RuleState(result.status, 0, result.reason)
        return replace(before, entries=entries)

    def _by_number(self, before: RuleState, result: RuleResult, *, too_many: bool) -> RuleState:
        """Too many, today or before: only the numbers are compared."""
        entries: tuple[Entry, ...] = ()
        if not too_many:  # which of them were there before, nobody knows: all, then
            since = min(self._last.as_of, self._day)
            self.told.open += [Open(finding, since) for finding in result.findings]
            entries = tuple(self._entries(result, since))
        more = result.failed > before.count
        if more or (result.failed < before.count and _looks_as_before(result, before, None)):
            self.told.counted.append(Counted(result.code, before.count, result.failed))
        return _state(result, entries, counted=too_many)

    def _one_by_one(self, before: RuleState, result: RuleResult) -> RuleState:
        today: dict[str, list[Finding]] = {}
        for finding in result.findings:
            today.setdefault(self._keys.of(finding), []).append(finding)
        kept: list[Entry] = []
        gone: list[Entry] = []
        for entry in sorted(before.entries, key=lambda one: one.since):
            # The oldest ones are taken for those that are still there.
            still = today.get(entry.key, [])
            found, today[entry.key] = still[: entry.count], still[entry.count :]
            if found:
                since = min(entry.since, self._day)
                self.told.open += [Open(finding, since) for finding in found]
                kept.append(replace(entry, count=len(found), unseen=False, under=None))
            if len(found) < entry.count:
                gone.append(replace(entry, count=entry.count - len(found)))
        for key, findings in today.items():
            if findings:
                self.told.new += findings
                kept.append(self._entry(key, findings, self._day))
        kept += islice(self._gone(before, result, gone), KEPT)
        return _state(result, tuple(kept))

    def _gone(self, before: RuleState, result: RuleResult, gone: list[Entry]) -> Iterator[Entry]:
        """Tell what became of findings that are not there today; those to be kept come back."""
        waived = Counter(self._keys.of(finding) for finding in result.waived_findings)
        for entry in gone:
            accepted = min(entry.count, waived[entry.key])
            waived[entry.key] -= accepted
            self.told.waived += [self._known(result.code, entry)] * accepted
            rest = replace(entry, count=entry.count - accepted)
            if not rest.count:
                continue
            if self._ground.holds(entry.at) and _looks_as_before(result, before, entry):
                self.told.solved += [self._known(result.code, rest)] * rest.count
            else:
                yield self._unseen(result.code, before, rest)

    def _unseen(self, code: str, before: RuleState, entry: Entry) -> Entry:
        self.told.unseen += [self._known(code, entry)] * entry.count
        if entry.unseen:
            self.told.unseen_before += entry.count
            return entry
        return replace(entry, unseen=True, under=before.reason)

    def _known(self, code: str, entry: Entry) -> Known:
        region = self._ground.region(entry.region) if entry.region is not None else None
        return Known(code, region, entry.body, min(entry.since, self._day))

    def _entries(self, result: RuleResult, since: date) -> Iterator[Entry]:
        found: dict[str, list[Finding]] = {}
        for finding in result.findings:
            found.setdefault(self._keys.of(finding), []).append(finding)
        return (self._entry(key, findings, since) for key, findings in found.items())

    def _entry(self, key: str, findings: list[Finding], since: date) -> Entry:
        one = findings[0]
        region = one.region.code if one.region else None
        at = self._ground.stands_in(one)
        return Entry(key, since, region, one.body, at, len(findings))


def _state(result: RuleResult, entries: tuple[Entry, ...], *, counted: bool = False) -> RuleState:
    return RuleState(result.status, result.failed, result.reason, entries, counted)


def _looks_as_before(result: RuleResult, before: RuleState, entry: Entry | None) -> bool:
    """Whether a rule that ran would have found again what it found then, were it still there."""
    now = result.reason
    then = entry.under if entry and entry.unseen else before.reason
    if now is None:
        return True
    if entry and entry.body and _leaves_out_others(now.params, entry.body):
        return True
    return then is not None and then.key == now.key and _at_most(now, then)


def _leaves_out_others(params: Mapping[str, object], body: str) -> bool:
    """Whether a reason names bodies that could not be looked at, and `body` is none of them."""
    bodies = params.get("bodies")
    return isinstance(bodies, str) and body not in bodies.split(", ")


def _at_most(now: Reason, then: Reason) -> bool:
    """Whether no more was left out now than then: the same things, and no greater numbers."""
    if now.params.keys() != then.params.keys():
        return False
    both = ((now.params[name], then.params[name]) for name in now.params)
    return all(
        new <= old if isinstance(new, int) and isinstance(old, int) else str(new) == str(old)
        for new, old in both
    )
