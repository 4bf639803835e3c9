"""From a result to its exit code, and the lines on stderr that go with it.

A fault of ours weighs more than an unreadable file, and that more than a finding: 70 > 3 > 1 > 0.
"""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING

from adhoc_cli.cli.exit_codes import End
from adhoc_cli.cli.language import say, translator
from adhoc_cli.cli.options import FailOn
from adhoc_cli.cli.streams import tell

if TYPE_CHECKING:
    from adhoc_cli.models.report import Report
    from adhoc_cli.output.speaker import Speaker
    from adhoc_cli.reports.seats import SeatTable
    from adhoc_cli.roster.roster import Roster

_MOST_LINES = 20  # about unreadable files; `adhoc check` says them all


def of_check(report: Report, roster: Roster, speaker: Speaker, fail_on: FailOn) -> End:
    """The exit code of a check; what crashed and what is unreadable is told on stderr."""
    crashed = _tell_crashed(report)
    listed = of_listing(roster, speaker)
    if crashed:
        return End.FAULT
    if listed is not End.CLEAN or _tell_unreadable_journal(roster):
        return End.UNREADABLE
    return End.FINDINGS if _failing(report, fail_on) else End.CLEAN


def of_seats(gaps: int, roster: Roster, speaker: Speaker, fail_on: FailOn) -> End:
    """The exit code of a count of seats: vacant and excess ones are errors (Q401, Q402)."""
    listed = of_listing(roster, speaker)
    if listed is not End.CLEAN:
        return listed
    return End.FINDINGS if gaps and fail_on != "never" else End.CLEAN


def of_office(
    report: Report | None, seats: SeatTable, roster: Roster, fail_on: FailOn
) -> tuple[End, str]:
    """The exit code of one office among several, checked or with its seats counted; and why it, or
    a part of it, could not be read."""
    from adhoc_cli.reports.check import inputs_of

    crashed = [rule.code for rule in report.rules if rule.status == "crashed"] if report else []
    if crashed:
        return End.FAULT, say("offices.crashed", codes=", ".join(crashed))
    unreadable = [file.name for file in inputs_of(roster) if not file.readable]
    if unreadable:
        return End.UNREADABLE, say("offices.files", names=", ".join(unreadable))
    if report:
        return (End.FINDINGS if _failing(report, fail_on) else End.CLEAN), ""
    gaps = any(tally.vacant or tally.excess for tally in seats.totals.values())
    return (End.FINDINGS if gaps and fail_on != "never" else End.CLEAN), ""


def of_listing(roster: Roster, speaker: Speaker, kinds: Collection[str] | None = None) -> End:
    """The exit code of a list of what a folder holds; what is unreadable is told on stderr.

    `kinds` are the files that the list is made of, None for all: no other is read for it.
    """
    return _of_lines(_located(roster, speaker, kinds))


def of_two(one: tuple[Path, Roster], other: tuple[Path, Roster], speaker: Speaker) -> End:
    """The exit code of a comparison of two folders or files, each told with its path."""
    lines: list[str] = []
    for path, roster in (one, other):
        folder = path.parent if path.suffix.lower() == ".csv" else path
        lines += _located(roster, speaker, folder=folder)
    return _of_lines(lines)


def _of_lines(lines: list[str]) -> End:
    """Tell what is unreadable, the first lines of it; the exit code that follows."""
    if not lines:
        return End.CLEAN
    for line in lines[:_MOST_LINES]:
        tell(line)
    if len(lines) > _MOST_LINES:
        tell(say("end.more", count=len(lines) - _MOST_LINES))
    return End.UNREADABLE


def not_kept(code: End) -> End:
    """The exit code where something could not be written beside the result: it weighs more than a
    finding, and less than an unreadable file."""
    return End.USAGE if code in (End.CLEAN, End.FINDINGS) else code


def no_places(roster: Roster) -> bool:
    """Whether the files that name the places cannot be read: no `--region` can be found then."""
    return not (roster.has("kecamatan") and roster.has("desa"))


def _failing(report: Report, fail_on: FailOn) -> int:
    from adhoc_cli.models.finding import Severity

    errors, warnings = report.total(Severity.ERROR), report.total(Severity.WARNING)
    return {"error": errors, "warning": errors + warnings, "never": 0}[fail_on]


def _tell_crashed(report: Report) -> bool:
    """Tell which rules crashed; return whether any did."""
    from adhoc_cli.models.report import Status

    crashed = [result for result in report.rules if result.status is Status.CRASHED]
    for result in crashed:
        params = result.reason.params if result.reason else {}
        kind, place = params.get("error", "?"), params.get("where", "?")
        tell(say("end.rule_crashed", code=result.code, kind=kind, place=place))
    return bool(crashed)


def _tell_unreadable_journal(roster: Roster) -> bool:
    """Tell that koordinasi.csv is no journal; return whether it is none."""
    from adhoc_cli.checklist.faults import JournalUnreadable
    from adhoc_cli.checklist.of_roster import journal_of
    from adhoc_cli.cli.faults import unreadable_journal

    try:
        journal_of(roster)
    except JournalUnreadable as refusal:
        tell(unreadable_journal(refusal))
        return True
    return False


def _located(
    roster: Roster,
    speaker: Speaker,
    kinds: Collection[str] | None = None,
    folder: Path = Path(),
) -> list[str]:
    """One line a fault of the files that cannot be read: `desa.csv:1: …`, with its `folder` where
    two are read."""
    from adhoc_cli.models.rows import MODELS
    from adhoc_cli.reports.unreadable import faults_of_files

    lines: list[str] = []
    for name, faults in faults_of_files(roster, kinds or MODELS).items():
        file = str(folder / name)
        told = [(f"{file}:{f.line}" if f.line else file, speaker.message(f)) for f in faults]
        lines += [f"{where}: {what}" for where, what in told or [(file, say("end.unreadable"))]]
    return [translator().free(line) for line in lines]
