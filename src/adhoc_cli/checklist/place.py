"""The list of one place: every item with its mark, its last day, and whom to call."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from adhoc_cli.checklist.board import Board, State, boards
from adhoc_cli.checklist.items import Due, Planned, plan, roles_at
from adhoc_cli.checklist.mark import MarkStatus
from adhoc_cli.checklist.read import Entry, Journal
from adhoc_cli.checklist.row import Koordinasi
from adhoc_cli.models.codes import kind_of, level_of
from adhoc_cli.models.finding import Region
from adhoc_cli.profiles.calendar import Calendar
from adhoc_cli.roster.contacts import Contact, Stakeholders
from adhoc_cli.roster.roster import Roster


@dataclass(frozen=True, slots=True)
class Tick:
    """One line of a place's list. `entry` is the mark that counts, None where there is none;
    `waits_for` the item that must be done first, and is not."""

    planned: Planned
    roles: tuple[str, ...]
    state: State
    left: int | None  # days until the last one; negative behind it
    entry: Entry | None
    contacts: tuple[Contact, ...]
    due: Due
    waits_for: str | None = None
    ended: date | None = None  # the last day of its body's term, where that is over

    @property
    def mark(self) -> Koordinasi | None:
        """What the journal says."""
        return self.entry.mark if self.entry else None

    @property
    def status(self) -> MarkStatus | None:
        """The status of the mark that counts."""
        return MarkStatus(self.entry.mark.status) if self.entry else None

    @property
    def day(self) -> date | None:
        """The day of the meeting, where there was one, or is to be."""
        dated = self.status in (MarkStatus.DONE, MarkStatus.SCHEDULED)
        return self.mark.tanggal if self.mark and dated else None


@dataclass(frozen=True, slots=True)
class PlaceList:
    """The list of one place, the most urgent first. `kind`: kecamatan, desa, kelurahan, …"""

    calendar: Calendar
    journal: Journal
    region: Region
    kecamatan: Region
    kind: str
    ticks: tuple[Tick, ...]


def place_list(roster: Roster, journal: Journal, code: str) -> PlaceList:
    """The list of the place with the dotted `code`. Raises `KeyError` where no file lists it."""
    return next(place_lists(roster, journal, [code]))


def place_lists(
    roster: Roster,
    journal: Journal,
    codes: Iterable[str],
    *,
    bodies: Collection[str] | None = None,
) -> Iterator[PlaceList]:
    """The lists of the places with these dotted codes, in this order, of `bodies` or of all. Raises
    `KeyError`."""
    places = roster.places
    planned = plan(roster.profile, bodies=bodies)
    both = boards(places, planned, journal, roster.as_of)
    kinds, stakeholders = roster.places.kinds_of_desa, Stakeholders(roster)
    for code in codes:
        level = level_of(code)
        unit = places.level(level).index[code]
        kind = kinds[unit] if level == "desa" else kind_of(code)
        above = places.above(code)
        seen = _Seen(kind, journal, _contacts(stakeholders, (code, above.code)), roster.as_of)
        ticks = sorted(seen.ticks(both[level], unit), key=lambda tick: tick.state)
        here = places.region(code)
        yield PlaceList(roster.calendar, journal, here, above, kind, tuple(ticks))


@dataclass(frozen=True, slots=True)
class _Seen:
    """What the ticks of a place are made of, beside its board."""

    kind: str
    journal: Journal
    contacts: tuple[Contact, ...]
    as_of: date

    def ticks(self, board: Board, unit: int) -> Iterator[Tick]:
        """One tick an item, in the plan's order."""
        for at, planned in enumerate(board.plan):
            if not board.asked[unit, at]:
                continue
            roles = roles_at(planned.item, self.kind)
            row = board.row[unit, at : at + 1]
            entry = self.journal.entries(row)[0] if row[0] >= 0 else None
            known = tuple(contact for contact in self.contacts if contact.role in roles)
            state, due = State(board.state[unit, at]), board.due_at(unit, at)
            waits, ended = board.waits_for(unit, at), board.ended_at(unit, at)
            left = None if ended else due.left(self.as_of)
            yield Tick(planned, roles, state, left, entry, known, due, waits, ended)


def _contacts(stakeholders: Stakeholders, codes: Iterable[str]) -> tuple[Contact, ...]:
    """The contacts of the places `codes`; of one role those of the first place that has any."""
    found: dict[str, list[Contact]] = {}
    for code in dict.fromkeys(codes):
        here: dict[str, list[Contact]] = {}
        for contact in stakeholders.at(code):
            here.setdefault(contact.role, []).append(contact)
        found = here | found
    return tuple(contact for contacts in found.values() for contact in contacts)
