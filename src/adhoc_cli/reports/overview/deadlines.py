"""The days that lie ahead, and how far: oaths, ends of terms, deadlines of law and of practice."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

import numpy as np

from adhoc_cli.checklist.progress import Progress
from adhoc_cli.models.codes import within
from adhoc_cli.models.finding import Region
from adhoc_cli.profiles.model import Body, Profile
from adhoc_cli.profiles.waivers import Waiver
from adhoc_cli.roster.roster import Roster
from adhoc_cli.roster.seats import DayIn
from adhoc_cli.rules.attendance import last_day as last_day_of_training
from adhoc_cli.rules.secretariats import last_days
from adhoc_cli.text.words import Words


class Kind(StrEnum):
    """What happens on a day, or has to have happened by its end."""

    OATH = "oath"
    TERM_END = "term_end"
    SECRETARIAT = "secretariat"
    TRAINING = "training"
    STAGE = "stage"
    STAGE_END = "stage_end"
    VOTING = "voting"
    ITEM = "item"
    WAIVER = "waiver"
    EVENT = "event"
    VISIT = "visit"


@dataclass(frozen=True, slots=True)
class Found:
    """What may lie ahead; `day` is None where it is not known. `subject` is the body, the item, the
    code of a waiver, or what a stage or an event is called; `open` how many places have not done
    the item yet; of an event or a visit `region` is its place, and `where` the hall and the hour.
    `apart` tells that the same has another day elsewhere."""

    day: date | None
    kind: Kind
    subject: str | Words
    by_law: bool = False
    open: int | None = None
    region: Region | None = None
    where: str = ""
    apart: bool = False


@dataclass(frozen=True, slots=True)
class Ahead(Found):
    """One day ahead, `days_left` away (0: today)."""

    day: date
    days_left: int = 0


def deadlines_ahead(roster: Roster, coordination: Progress | None) -> list[Ahead]:
    """What is still to come for the expected bodies, the nearest day first."""
    return ahead(
        roster.as_of,
        (
            *of_bodies(roster, roster.expected_bodies),
            *of_stages(roster.profile),
            *(of_items(coordination) if coordination else ()),
            *of_waivers(roster.office.settings.pengecualian),
        ),
    )


def ahead(as_of: date, found: Iterable[Found]) -> list[Ahead]:
    """Those that are still to come, the nearest day first."""
    kinds = list(Kind)
    to_come = (
        Ahead(
            one.day, one.kind, one.subject, one.by_law, one.open, one.region, one.where, one.apart,
            days_left=(one.day - as_of).days,
        )
        for one in found
        if one.day is not None and one.day >= as_of
    )  # fmt: skip
    return sorted(to_come, key=lambda one: (one.day, kinds.index(one.kind)))


def of_bodies(roster: Roster, names: Sequence[str], place: str = "") -> Iterator[Found]:
    """The days of bodies, everywhere or in a `place`."""
    for name in names:
        body = roster.profile.badan[name]
        for kind, day in (
            (Kind.OATH, Body.oath_in),
            (Kind.TERM_END, Body.term_in),
            (Kind.TRAINING, last_day_of_training),
        ):
            for when, where in _by_day(body, day, place).items():
                subject = _named(roster, name, where, place)
                yield Found(when, kind, subject, apart=place not in where)
        if body.is_secretariat:
            yield from _of_secretariat(roster, name, place)


def _of_secretariat(roster: Roster, name: str, place: str) -> Iterator[Found]:
    body = roster.profile.badan[name]
    last = last_days(roster, body)
    if place:
        last = last[roster.places.units_within(body.unit, (place,))]
    days = np.unique(last).tolist()
    for when in days:
        yield Found(when, Kind.SECRETARIAT, name, by_law=True, apart=len(days) > 1)


def _by_day(body: Body, day: DayIn, place: str) -> dict[date | None, list[str]]:
    """The days of a body, with the places that have another one than most; `place` for most."""
    found: dict[date | None, list[str]] = {}
    for code in (place, *(one for one in body.places_apart if one != place)):
        if not place or within(code, place):
            found.setdefault(day(body, code), []).append(code)
    return found


def _named(roster: Roster, body: str, codes: Sequence[str], most: str) -> str:
    """A body, with the places where its day is another one."""
    if most in codes:
        return body
    places = (roster.places.region(code) for code in codes)
    return f"{body} {', '.join(place.name or place.code for place in places)}"


def of_stages(profile: Profile) -> Iterator[Found]:
    """Voting day, and the first and last days of stages."""
    yield Found(profile.hari_pemungutan_suara, Kind.VOTING, "", by_law=True)
    for stage in profile.tahapan.values():
        yield Found(stage.mulai, Kind.STAGE, stage.title)
        yield Found(stage.selesai, Kind.STAGE_END, stage.title)


def of_waivers(waivers: Sequence[Waiver]) -> Iterator[Found]:
    """The last days on which a waiver counts."""
    for waiver in waivers:
        yield Found(waiver.sampai, Kind.WAIVER, waiver.kode)


def of_items(progress: Progress) -> Iterator[Found]:
    """The items that not every place has done; one that is done everywhere is no deadline."""
    for item in progress.items:
        still_open = item.counts.total - item.counts.done
        if still_open:
            name, due = item.planned.id, item.planned.due
            if not item.planned.apart:
                yield Found(due.day, Kind.ITEM, name, due.legal, still_open)
                continue
            for day, number in item.open_until.items():
                yield Found(day, Kind.ITEM, name, due.legal, number, apart=True)
