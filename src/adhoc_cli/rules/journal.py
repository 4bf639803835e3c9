"""What the rules on coordination share: a journal that is not there is a reason, not a pass."""

from collections.abc import Callable

from adhoc_cli.checklist.faults import JournalUnreadable
from adhoc_cli.checklist.layout import FILE
from adhoc_cli.checklist.of_roster import journal_of
from adhoc_cli.checklist.read import Journal
from adhoc_cli.models.report import Reason
from adhoc_cli.roster.roster import Roster
from adhoc_cli.rules.examples import Example, of_file
from adhoc_cli.rules.found import Found, outside

HEADER = "waktu,operator,kode_wilayah,butir,status,tanggal,bukti,catatan"


def with_journal(look: Callable[[Roster, Journal], Found]) -> Callable[[Roster], Found]:
    """A check that runs where `koordinasi.csv` is there and can be read, and else says why not.

    The journal is no file that an office fills in: it begins with the first mark. Without it nobody
    follows coordination in this folder, and hundreds of overdue items would say nothing.
    """

    def check(roster: Roster) -> Found:
        try:
            journal = journal_of(roster)
        except JournalUnreadable:
            return Found(partly=Reason("file_unreadable", {"file": FILE}))
        if not journal.exists:
            return Found(partly=Reason("file_absent", {"file": FILE}))
        return look(roster, journal)

    return check


def without_term(roster: Roster) -> Reason | None:
    """The expected bodies with items that are not in office: nobody has to meet anybody for them
    yet, or any more."""
    met = {item.badan for item in roster.profile.checklist.active.values()}
    return outside([one for one in roster.bodies_outside if one.body in met])


def marked(*lines: str, at: str = "", settings: str = "", as_of: str = "") -> Example:
    """A roster with a journal of these lines behind its header."""
    return of_file("koordinasi", HEADER, *lines, at=at, settings=settings, as_of=as_of)


def done(
    place: str, item: str, day: str = "2024-05-20", evidence: str = "foto", note: str = ""
) -> str:
    """A line of the journal: the item is done."""
    return f'2024-05-20T09:30:00+07:00,Sri,{place},{item},terlaksana,{day},{evidence},"{note}"'
