"""What belongs to a roster and only its coordination asks for: its journal, read once."""

from __future__ import annotations

from adhoc_cli.checklist.faults import JournalUnreadable
from adhoc_cli.checklist.items import Planned, plan
from adhoc_cli.checklist.read import Journal, read_journal
from adhoc_cli.roster.roster import Roster


def journal_of(roster: Roster) -> Journal:
    """The journal of the roster's folder, left as it is. Raises `JournalUnreadable`."""
    journal = roster.once(_journal)
    if isinstance(journal, JournalUnreadable):
        raise JournalUnreadable(journal.fault)
    return journal


def _journal(roster: Roster) -> Journal | JournalUnreadable:
    try:
        return read_journal(roster.folder.path)
    except JournalUnreadable as refusal:
        return refusal


def expected_plan(roster: Roster) -> tuple[Planned, ...]:
    """The active items of the bodies that are expected in the roster's folder and in office."""
    return plan(roster.profile.checklist, roster.profile, bodies=roster.bodies_in_office)
