"""What belongs to a roster and only its coordination asks for: its journal, read once."""

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
    """The active items of the bodies that are expected in the folder and in office, and of the
    office itself."""
    bodies = (*roster.bodies_in_office, *_office(roster))
    return plan(roster.profile, bodies=bodies)


def meeting_bodies(roster: Roster) -> tuple[str, ...]:
    """Who has items here: the expected bodies, and the office itself."""
    return (*roster.expected_bodies, *_office(roster))


def _office(roster: Roster) -> tuple[str, ...]:
    own = roster.profile.kantor
    return (own.nama,) if own else ()
