"""Rules, bodies, statuses and places that were typed, as the folder and the rulebook know them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from adhoc_cli.cli.language import say
from adhoc_cli.cli.refusal import UsageFault, quoted, refuse

if TYPE_CHECKING:
    from adhoc_cli.output.speaker import Speaker
    from adhoc_cli.places.country import Kabupaten
    from adhoc_cli.places.find import Candidate
    from adhoc_cli.profiles.checklist import Checklist
    from adhoc_cli.roster.roster import Roster
    from adhoc_cli.rules.api import Rule


def chosen_rules(select: Sequence[str], ignore: Sequence[str]) -> tuple[Rule, ...]:
    """The rules that the options leave. None left is a slip, not a check that passes."""
    from adhoc_cli.rules.registry import choose

    rules = choose(select, ignore)
    if not rules:
        refuse("usage.no_rules")
    return rules


def known_bodies(roster: Roster, given: Sequence[str]) -> tuple[str, ...]:
    """The bodies `given`, in any spelling that the profile knows."""
    vocabulary = roster.profile.vocabulary()
    return _known(given, vocabulary.body, list(roster.profile.badan), "usage.body")


def meeting_bodies(roster: Roster, given: Sequence[str]) -> tuple[str, ...]:
    """Who has items of coordination: the bodies `given`, which may be the office itself, else all
    that are expected."""
    from adhoc_cli.checklist import of_roster

    own = roster.profile.kantor
    if own is None or not given:
        return known_bodies(roster, given) or of_roster.meeting_bodies(roster)
    bodies = [word for word in given if word.casefold() != own.nama.casefold()]
    named = (own.nama,) if len(bodies) < len(given) else ()
    return (*known_bodies(roster, bodies), *named)


def known_statuses(given: Sequence[str]) -> tuple[str, ...]:
    """The statuses `given`, in any spelling that a roster may use."""
    from adhoc_cli.models.types import STATUSES
    from adhoc_cli.models.vocabulary import word_key

    spellings = {word_key(spelling): status for spelling, status in STATUSES.items()}
    every = list(dict.fromkeys(STATUSES.values()))
    return _known(given, lambda word: spellings.get(word_key(word)), every, "usage.status")


def known_items(checklist: Checklist, given: Sequence[str]) -> tuple[str, ...]:
    """The active items `given`, whatever the case; an unknown one is refused with the nearest."""
    from adhoc_cli.checklist.items import nearest_item

    active = {name.casefold(): name for name in checklist.active}
    found = []
    for word in given:
        name = active.get(word.strip().casefold())
        if name is None:
            text = say("usage.item", name=quoted([word]))
            if near := nearest_item(word, active.values()):
                raise UsageFault(f"{text} {say('usage.meant', names=quoted([near]))}")
            names = ", ".join(active.values())
            raise UsageFault(f"{text} {say('usage.there_are', names=names)}")
        found.append(name)
    return tuple(dict.fromkeys(found))


def known_columns(given: Sequence[str]) -> tuple[str, ...]:
    """The columns of members `given`, by any header that a file may have, or `nama_wilayah`."""
    from adhoc_cli.models.columns import columns_of, header_key, headers_of
    from adhoc_cli.models.rows import Anggota
    from adhoc_cli.output.views.members import PLACE_NAME

    headers = {**headers_of(Anggota), header_key(PLACE_NAME): PLACE_NAME}
    every = [*columns_of(Anggota), PLACE_NAME]
    return _known(given, lambda word: headers.get(header_key(word)), every, "usage.column")


def known_column(word: str) -> str:
    """The column of members that `word` names, by any header that a file may have."""
    from adhoc_cli.models.columns import columns_of, header_key, headers_of
    from adhoc_cli.models.rows import Anggota

    headers, every = headers_of(Anggota), list(columns_of(Anggota))
    return _known([word], lambda one: headers.get(header_key(one)), every, "usage.column")[0]


def _known(
    given: Sequence[str], read: Callable[[str], str | None], known: Sequence[str], key: str
) -> tuple[str, ...]:
    """The words `given` as `read` knows them; an unknown one is refused with those there are."""
    found: list[str] = []
    for word in given:
        value = read(word)
        if value is None:
            text = say(key, name=quoted([word]))
            raise UsageFault(f"{text} {say('usage.there_are', names=', '.join(known))}")
        found.append(value)
    return tuple(dict.fromkeys(found))


def places_and_items(
    roster: Roster, regions: Sequence[str], items: Sequence[str], speaker: Speaker
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The places and items that are to be marked; every item must be one for every place."""
    from adhoc_cli.checklist.items import level_of, plan

    checklist = roster.profile.checklist
    names = known_items(checklist, items)
    places = tuple(dict.fromkeys(the_place(roster, region, speaker) for region in regions))
    for planned in plan(checklist, roster.profile, items=names):
        for place in places:
            if level_of(place) != planned.level:
                shown = safe_place(roster, place, speaker)
                body = planned.item.badan
                refuse("usage.item_level", item=planned.id, body=body, place=shown)
    return places, names


def safe_place(roster: Roster, code: str, speaker: Speaker) -> str:
    """A place for a message."""
    from adhoc_cli.output.safe import safe

    return safe(speaker.place(roster.places.region(code)))


def place_of(roster: Roster, word: str | None, speaker: Speaker) -> str | None:
    """The code of the place that `word` names, None for no word; see `the_place`."""
    return None if word is None else the_place(roster, word, speaker)


def the_place(roster: Roster, word: str, speaker: Speaker) -> str:
    """The code of the place that `word` names; refused with the list where several fit."""
    from adhoc_cli.output.safe import safe
    from adhoc_cli.places.find import PlaceError, find_place

    try:
        return find_place(roster.places, word)
    except PlaceError as error:
        lines = speaker.place_error(error).split("\n")
        raise UsageFault("\n".join(safe(line) for line in lines)) from None


def kabupaten_of(text: str | None) -> Kabupaten | None:
    """The kabupaten that was typed; refused with the list where several fit, or none does."""
    from adhoc_cli.places.find import PlaceError, find_kabupaten

    if text is None:
        return None
    if not text.strip():
        refuse("usage.empty", name="--kabupaten")
    try:
        return find_kabupaten(text)
    except PlaceError as error:
        near = "usage.kabupaten_near" if error.candidates else "usage.kabupaten_unknown"
        answer = say("usage.kabupaten_several" if error.ambiguous else near, name=quoted([text]))
        raise UsageFault("\n".join([answer, *map(_kabupaten_line, error.candidates)])) from None


def _kabupaten_line(one: Candidate) -> str:
    province = one.above.name if one.above else ""
    return f"  {one.region.code}  {one.region.name}, {province}"
