"""The main job: everything that can be checked, as one report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from adhoc_cli.checklist.faults import JournalUnreadable
from adhoc_cli.checklist.of_roster import journal_of
from adhoc_cli.engine.run import run_rules
from adhoc_cli.models.report import BodyTotals, InputFile, Report
from adhoc_cli.models.rows import REQUIRED
from adhoc_cli.reports.seats import SeatTable, seat_table
from adhoc_cli.roster.roster import Roster
from adhoc_cli.rules.api import Rule


@dataclass(frozen=True, slots=True)
class Checked:
    """A check's report, and the seats by kecamatan that stand above its findings on a screen."""

    report: Report
    seats: SeatTable


def check_roster(roster: Roster, rules: Sequence[Rule], keep: int | None) -> Checked:
    """Run `rules` over `roster`, keeping the first `keep` findings of each (all for None).

    Raises `ConfigError` where `adhoc.toml` names a rule that there is not.
    """
    seats = seat_table(roster)
    totals = {
        name: BodyTotals(t.units, t.required, t.filled, t.vacant, t.excess)
        for name, t in seats.totals.items()
    }
    inputs = _inputs(roster)  # before the rules: a fault of the reader is none of theirs
    ran = run_rules(roster, rules, keep)
    report = Report(roster.profile.nama, roster.as_of, inputs, totals, ran.rules, ran.waivers)
    return Checked(report, seats)


def _inputs(roster: Roster) -> tuple[InputFile, ...]:
    tables = roster.folder.tables
    read = [
        InputFile(file.name, file.sha256, file.rows, file.accepted, file.rejected, file.readable)
        for table in tables.values()
        for file in table.files
    ]
    absent = [
        InputFile(f"{kind}.csv", "", 0, 0, 0, readable=False)
        for kind in REQUIRED
        if kind not in tables
    ]
    return tuple(read + absent + _journal(roster))


def _journal(roster: Roster) -> list[InputFile]:
    """The journal of coordination, where there is one."""
    try:
        journal = journal_of(roster)
    except JournalUnreadable as refusal:
        return [InputFile(refusal.fault.file, "", 0, 0, 0, readable=False)]
    file = journal.file
    known = InputFile(file.name, file.sha256, file.rows, file.accepted, file.rejected)
    return [known] if journal.exists else []
