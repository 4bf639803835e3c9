"""Rules, bodies, statuses and places that were typed, as the folder and the rulebook know them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import product
from typing import TYPE_CHECKING

from adhoc_cli.cli.language import say, translator
from adhoc_cli.cli.refusal import UsageFault, quoted, refuse

if TYPE_CHECKING:
    from adhoc_cli.models.codes import Level
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
    """The active items `given`, whatever the case, or by whom alone they are with; an unknown one
    is refused with the nearest."""
    return tuple(dict.fromkeys(_known_item(checklist, word) for word in given))


def is_like_an_item(checklist: Checklist, word: str) -> bool:
    """Whether a word is spelt as the items are: PPK-02, and PPK-99 or ppk 2 of which there is
    none."""
    stems = {name.partition("-")[0].casefold() for name in checklist.active}
    numbered = re.fullmatch(r"([a-z]+)[- ]?[0-9]+[a-z]?", word.strip().casefold())
    return numbered is not None and numbered[1] in stems


def _known_item(checklist: Checklist, word: str) -> str:
    from adhoc_cli.checklist.items import items_named, nearest_item

    found = items_named(checklist, word)
    if len(found) == 1:
        return found[0]
    if found:
        refuse("usage.item_several", name=quoted([word]), items=", ".join(found))
    text = say("usage.item", name=quoted([word]))
    if near := nearest_item(word, checklist.active):
        raise UsageFault(f"{text} {say('usage.meant', names=quoted([near]))}")
    raise UsageFault(f"{text} {say('usage.there_are', names=', '.join(checklist.active))}")


def known_columns(given: Sequence[str]) -> tuple[str, ...]:
    """The columns of members `given`, by any header that a file may have, or `nama_wilayah`."""
    from adhoc_cli.models.columns import columns_of, headers_of
    from adhoc_cli.models.rows import Anggota
    from adhoc_cli.models.spelling import header_key
    from adhoc_cli.output.views.members import PLACE_NAME

    headers = {**headers_of(Anggota), header_key(PLACE_NAME): PLACE_NAME}
    every = [*columns_of(Anggota), PLACE_NAME]
    return _known(given, lambda word: headers.get(header_key(word)), every, "usage.column")


def known_column(word: str) -> str:
    """The column of members that `word` names, by any header that a file may have."""
    from adhoc_cli.models.columns import columns_of, headers_of
    from adhoc_cli.models.rows import Anggota
    from adhoc_cli.models.spelling import header_key

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
    roster: Roster,
    words: Sequence[str],
    regions: Sequence[str],
    speaker: Speaker,
    *,
    all_desa: bool = False,
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The places and items that are to be marked: the first of `words` is a place, unless `regions`
    name them all. Every item must be one for every place; `all_desa` stands for those within."""
    from adhoc_cli.checklist.items import items_named, plan
    from adhoc_cli.models.codes import level_of

    checklist = roster.profile.checklist
    if not (regions and items_named(checklist, words[0])):
        regions, words = [words[0], *regions], words[1:]
    if not words:
        refuse("usage.missing_argument", name="ITEM...")
    names = known_items(checklist, words)
    planned = plan(roster.profile, items=names)
    level = "kecamatan" if all_desa else _above_the_desa({one.level for one in planned})
    found = [the_place(roster, region, speaker, level) for region in regions]
    places = _desa_within(roster, found) if all_desa else tuple(dict.fromkeys(found))
    if not places:
        refuse("usage.no_desa", place=place_text(roster, found[0], speaker))
    for one, place in product(planned, places):
        if level_of(place) != one.level:
            shown = place_text(roster, place, speaker)
            refuse("usage.item_level", item=one.id, body=one.item.badan, place=shown)
    return places, names


def _desa_within(roster: Roster, regions: Sequence[str]) -> tuple[str, ...]:
    from adhoc_cli.models.codes import within

    every = roster.places.desa.codes
    return tuple(code for code in every if any(within(code, region) for region in regions))


def place_text(roster: Roster, code: str, speaker: Speaker) -> str:
    """A place for a message."""
    return speaker.place(roster.places.region(code))


def place_of(
    roster: Roster, word: str | None, speaker: Speaker, level: str | None = None
) -> str | None:
    """The code of the place that `word` names, None for no word; see `the_place`."""
    return None if word is None else the_place(roster, word, speaker, level)


def level_of_bodies(roster: Roster, bodies: Sequence[str]) -> Level | None:
    """The level of which a place must be where only bodies of one above the desa are asked for."""
    return _above_the_desa({roster.profile.badan[body].level for body in bodies})


def _above_the_desa(levels: set[Level]) -> Level | None:
    """The one level of some, if it is one whose names desa bear, too."""
    return levels.pop() if len(levels) == 1 and "desa" not in levels else None


def the_place(roster: Roster, word: str, speaker: Speaker, level: str | None = None) -> str:
    """The code of the place that `word` names; refused with the list where several fit, and none of
    them is the only one of the `level` that can be meant."""
    from adhoc_cli.places.find import PlaceError, find_place

    try:
        return find_place(roster.places, word, level)
    except PlaceError as error:
        lines = speaker.place_error(error).split("\n")
        raise UsageFault("\n".join(translator().free(line) for line in lines)) from None


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
