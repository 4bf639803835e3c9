"""The days that lie ahead, and how far: oaths, ends of terms, deadlines of law and of practice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

import numpy as np

from adhoc_cli.checklist.progress import Progress
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


@dataclass(frozen=True, slots=True)
class Ahead:
    """One day ahead, `days_left` away (0: today). `subject` is the body, the item, the code of a
    waiver, or what a stage is called; `open` how many places have not done the item yet."""

    day: date
    days_left: int
    kind: Kind
    subject: str | Words
    by_law: bool = False
    open: int | None = None


def deadlines_ahead(roster: Roster, coordination: Progress | None) -> list[Ahead]:
    """What is still to come for the expected bodies, the nearest day first."""
    found = [
        *_of_bodies(roster, roster.expected_bodies),
        *_of_stages(roster.profile),
        *(_of_items(coordination) if coordination else ()),
        *_of_waivers(roster.office.settings.pengecualian),
    ]
    as_of = roster.as_of
    ahead = [
        Ahead(day, (day - as_of).days, kind, subject, legal, still_open)
        for day, kind, subject, legal, still_open in found
        if day is not None and day >= as_of
    ]
    return sorted(ahead, key=lambda one: (one.day, list(Kind).index(one.kind)))


_Found = tuple[date | None, Kind, str | Words, bool, int | None]


def _of_bodies(roster: Roster, names: tuple[str, ...]) -> Iterator[_Found]:
    for name in names:
        body = roster.profile.badan[name]
        for kind, day in (
            (Kind.OATH, Body.oath_in),
            (Kind.TERM_END, Body.term_in),
            (Kind.TRAINING, last_day_of_training),
        ):
            for when, where in _by_day(body, day).items():
                yield when, kind, _named(roster, name, where), False, None
        if body.is_secretariat:
            for when in np.unique(last_days(roster, body)).tolist():
                yield when, Kind.SECRETARIAT, name, True, None


def _by_day(body: Body, day: DayIn) -> dict[date | None, list[str]]:
    """The days of a body, with the places that have another one than most; "" for most."""
    found: dict[date | None, list[str]] = {}
    for code in ("", *body.places_apart):
        found.setdefault(day(body, code), []).append(code)
    return found


def _named(roster: Roster, body: str, codes: Sequence[str]) -> str:
    """A body, with the places where its day is another one."""
    if "" in codes:
        return body
    places = (roster.places.region(code) for code in codes)
    return f"{body} {', '.join(place.name or place.code for place in places)}"


def _of_stages(profile: Profile) -> Iterator[_Found]:
    yield profile.hari_pemungutan_suara, Kind.VOTING, "", True, None
    for stage in profile.tahapan.values():
        yield stage.mulai, Kind.STAGE, stage.title, False, None
        yield stage.selesai, Kind.STAGE_END, stage.title, False, None


def _of_waivers(waivers: Sequence[Waiver]) -> Iterator[_Found]:
    """The last days on which a waiver counts."""
    for waiver in waivers:
        yield waiver.sampai, Kind.WAIVER, waiver.kode, False, None


def _of_items(progress: Progress) -> Iterator[_Found]:
    """The items that not every place has done; one that is done everywhere is no deadline."""
    for item in progress.items:
        still_open = item.counts.total - item.counts.done
        if still_open:
            due = item.planned.due
            if not item.planned.apart:
                yield due.day, Kind.ITEM, item.planned.id, due.legal, still_open
                continue
            for day, number in item.open_until.items():
                yield day, Kind.ITEM, item.planned.id, due.legal, number
