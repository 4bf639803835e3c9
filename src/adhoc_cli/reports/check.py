"""The main job: everything that can be checked, as one report."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from adhoc_cli.checklist.faults import JournalUnreadable
from adhoc_cli.checklist.of_roster import journal_of
from adhoc_cli.engine.run import run_rules
from adhoc_cli.models.finding import Finding
from adhoc_cli.models.report import InputFile, Report, Rest, RuleResult
from adhoc_cli.models.rows import MODELS, REQUIRED
from adhoc_cli.places.listed import Places
from adhoc_cli.profiles.calendar import Calendar
from adhoc_cli.reports.seats import SeatTable, seat_table
from adhoc_cli.roster.roster import Roster
from adhoc_cli.rules.api import Rule
from adhoc_cli.tables.origins import Origins


class Checked(NamedTuple):
    """A check's report, and what people want to know besides its findings: how many seats are
    filled, where in the calendar the day is, and how the places are called."""

    report: Report
    seats: SeatTable
    calendar: Calendar
    places: Places


def check_roster(
    roster: Roster, rules: Sequence[Rule], keep: int | None, hold: int | None = None
) -> Checked:
    """Run `rules` over `roster` as `run_rules` does.

    Raises `ConfigError` where `adhoc.toml` names a rule that there is not.
    """
    seats = seat_table(roster)
    inputs = inputs_of(roster)  # before the rules: a fault of the reader is none of theirs
    ran = run_rules(roster, rules, keep, hold)
    found = _with_origins(roster, ran.rules)
    report = Report(roster.profile.nama, roster.as_of, inputs, seats.totals, found, ran.waivers)
    return Checked(report, seats, roster.calendar, roster.places)


def _with_origins(roster: Roster, rules: tuple[RuleResult, ...]) -> tuple[RuleResult, ...]:
    """The findings with the rows of the workbooks that were imported."""
    tables = roster.folder.tables.items()
    models = {file.name: MODELS[kind] for kind, table in tables for file in table.files}
    origins = Origins(roster.folder.path, models)
    if not origins:
        return rules

    def told(one: Finding) -> Finding:
        origin = origins.of(one.file, one.line)
        return one._replace(origin=origin) if origin else one

    return tuple(rule._replace(**_each(rule, told)) for rule in rules)


def _each(rule: RuleResult, told: Callable[[Finding], Finding]) -> dict[str, Any]:
    rest = rule.rest
    findings = tuple(map(told, rule.findings))
    return {"findings": findings, "rest": rest and Rest(lambda: map(told, rest))}


def inputs_of(roster: Roster) -> tuple[InputFile, ...]:
    """The files that were read, and the required ones that are missing or could not be."""
    tables = roster.folder.tables
    read = [file for table in tables.values() for file in table.files]
    absent = [_unread(f"{kind}.csv") for kind in REQUIRED if kind not in tables]
    return (*read, *absent, *_journal(roster))


def _unread(name: str) -> InputFile:
    return InputFile(name, "", 0, 0, 0, readable=False)


def _journal(roster: Roster) -> list[InputFile]:
    """The journal of coordination, where there is one."""
    try:
        journal = journal_of(roster)
    except JournalUnreadable as refusal:
        return [_unread(refusal.fault.file)]
    return [journal.file] if journal.exists else []
