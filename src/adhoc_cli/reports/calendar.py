"""The days to come: deadlines of the profile, trainings, and visits that are set."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from uuid import NAMESPACE_DNS, UUID, uuid5

from adhoc_cli.checklist.of_roster import journal_of
from adhoc_cli.checklist.progress import Progress, progress
from adhoc_cli.models.codes import within
from adhoc_cli.profiles.calendar import Calendar
from adhoc_cli.profiles.checklist import Item
from adhoc_cli.profiles.model import Profile
from adhoc_cli.profiles.parts import Source
from adhoc_cli.reports.overview.deadlines import (
    Ahead,
    Found,
    Kind,
    ahead,
    of_bodies,
    of_items,
    of_stages,
    of_waivers,
)
from adhoc_cli.roster.roster import Roster
from adhoc_cli.roster.seats import exempt_units
from adhoc_cli.rules.events import Event, events_of
from adhoc_cli.text.words import Words

_OURS = uuid5(NAMESPACE_DNS, "adhoc-cli")
# Where the profile says what a day of a body rests on.
_SOURCES = {Kind.OATH: "mulai", Kind.TERM_END: "selesai", Kind.SECRETARIAT: "batas_hari"}


@dataclass(frozen=True, slots=True)
class Entry:
    """A day of a calendar. Its `uid` stays the same when the day is moved, so that a calendar that
    has it moves it, too; `item` is what an item of coordination says, `source` what it rests on."""

    ahead: Ahead
    uid: str
    item: Item | None
    source: Source | None


@dataclass(frozen=True, slots=True)
class Days:
    """The days of an office that are still to come, the nearest first."""

    calendar: Calendar
    title: Words
    entries: Sequence[Entry]


def days_of(roster: Roster, *, region: str | None = None, bodies: Sequence[str] = ()) -> Days:
    """The days everywhere, or in a place; of all bodies that are expected, or of some, the office
    itself among them. Raises `JournalUnreadable`."""
    profile, place = roster.profile, region or ""
    own = (profile.kantor.nama,) if profile.kantor else ()
    names = bodies or (*roster.expected_bodies, *own)
    meetings = progress(roster, journal_of(roster), region=region, bodies=names)
    found = ahead(
        roster.as_of,
        (
            *of_bodies(roster, [name for name in names if _is_in(roster, name, place)], place),
            *(one for one in of_stages(profile) if not bodies or one.kind is Kind.VOTING),
            *of_items(meetings),
            *(() if bodies or place else of_waivers(roster.office.settings.pengecualian)),
            *_events(roster, bodies, place),
            *_visits(meetings),
        ),
    )
    title = Words(profile.judul_id, profile.judul_en)
    entries = tuple(_entries(roster, found))
    return Days(roster.calendar, title, entries)


def _is_in(roster: Roster, name: str, place: str) -> bool:
    """Whether a body is one of the profile, and has a unit in a place."""
    body, places = roster.profile.badan.get(name), roster.places
    if body is None or not place:
        return body is not None
    inside = places.units_within(body.unit, (place,))
    return bool((inside & ~exempt_units(body, places, body.unit)).any())


def _events(roster: Roster, bodies: Sequence[str], place: str) -> Iterator[Found]:
    """The events of bimtek.csv for some bodies, in a place."""
    every = events_of(roster)
    times = Counter(map(_same, every))
    for one in every:
        codes = one.audience.places
        here = not codes or not place
        here = here or any(within(code, place) or within(place, code) for code in codes)
        if here and (not bodies or any(map(one.is_for, bodies))):
            region = roster.places.region(codes[0]) if len(codes) == 1 else None
            where = ", ".join(filter(None, (one.said.get("tempat"), one.said.get("jam"))))
            apart = times[_same(one)] > 1
            yield Found(one.day, Kind.EVENT, one.name, region=region, where=where, apart=apart)


def _same(event: Event) -> tuple[str, tuple[str, ...]]:
    return event.name, event.audience.places


def _visits(meetings: Progress) -> Iterator[Found]:
    for region, item, day in meetings.visits():
        yield Found(day, Kind.VISIT, item, region=region)


def _entries(roster: Roster, days: Iterable[Ahead]) -> Iterator[Entry]:
    profile, items = roster.profile, roster.profile.butir
    office = " ".join((profile.nama, *roster.places.kabupaten.codes))
    taken: Counter[UUID] = Counter()
    for one in days:
        uid = _uid(office, one)
        again = taken[uid]
        taken[uid] += 1
        item = items.get(str(one.subject)) if one.kind in (Kind.ITEM, Kind.VISIT) else None
        source = item.sumber if item else _source(profile, one)
        yield Entry(one, f"{uuid5(uid, str(again)) if again else uid}@adhoc-cli", item, source)


def _source(profile: Profile, one: Ahead) -> Source | None:
    """What the profile says that a day rests on."""
    if one.kind is Kind.VOTING:
        return profile.sumber.get("hari_pemungutan_suara")
    body = profile.badan.get(str(one.subject))
    return body.sumber.get(_SOURCES.get(one.kind, "")) if body else None


def _uid(office: str, one: Ahead) -> UUID:
    """What tells a day from all others of an office: never the day itself, unless there are more of
    its kind."""
    subject = one.subject.id if isinstance(one.subject, Words) else one.subject
    place, day = one.region.code if one.region else "", str(one.day) if one.apart else ""
    return uuid5(_OURS, f"{office}\n{one.kind}\n{subject}\n{place}\n{day}")
