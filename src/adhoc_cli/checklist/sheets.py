"""Sheets to fill in by hand: one page for each body at each place."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from adhoc_cli.checklist.place import PlaceList, Tick, place_lists
from adhoc_cli.checklist.read import Journal
from adhoc_cli.models.finding import Region
from adhoc_cli.roster.roster import Roster
from adhoc_cli.text.words import Words

# More lines than this do not fit a page that people write on: the sheet goes on on another one.
MOST_LINES = 16


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page. `part` of `parts` where a body has more lines than a page holds."""

    region: Region
    kecamatan: Region
    body: str
    title: Words
    lines: tuple[Tick, ...]
    part: int = 1
    parts: int = 1


def sheets_of(
    roster: Roster,
    journal: Journal,
    *,
    region: str | None = None,
    bodies: Collection[str],
) -> Iterator[Sheet]:
    """The sheets of `bodies`: of every place, or of `region` (dotted) and what lies in it; every
    kecamatan before its desa."""
    for listed in place_lists(roster, journal, _codes(roster, region)):
        for body in bodies:
            yield from _of_body(roster, listed, body)


def _codes(roster: Roster, region: str | None) -> list[str]:
    """The places in `region`, each desa behind its kecamatan; of an unlisted one at the end."""
    places = roster.places
    order = {code: at for at, code in enumerate([*places.kabupaten.codes, *places.kecamatan.codes])}
    codes = [*order, *places.desa.codes]
    codes.sort(key=lambda code: order.get(places.above(code).code, len(order)))
    return [code for code in codes if places.inside(code, region)]


def _of_body(roster: Roster, listed: PlaceList, body: str) -> Iterator[Sheet]:
    own = (tick for tick in listed.ticks if tick.planned.item.badan == body)
    ticks = (tick for tick in own if tick.ended is None)  # nobody is there any more to fill it in
    lines = tuple(sorted(ticks, key=lambda tick: tick.planned.id))
    parts = [lines[at : at + MOST_LINES] for at in range(0, len(lines), MOST_LINES)]
    named = roster.profile.badan.get(body) or roster.profile.kantor
    if named is None:
        return
    title = Words(named.judul_id, named.judul_en)
    for number, part in enumerate(parts, start=1):
        yield Sheet(listed.region, listed.kecamatan, body, title, part, number, len(parts))
