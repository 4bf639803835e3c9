"""Findings of one kind, told as one: of hundreds a line, with the places that have most of them."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, NamedTuple

from adhoc_cli.models.codes import DESA_LENGTH, KECAMATAN_LENGTH
from adhoc_cli.models.finding import Finding, Person, Region
from adhoc_cli.output.speaker import Speaker
from adhoc_cli.places.listed import Places

# Findings of a rule that are told one by one, and places of a kind that are named one by one.
FEW = 5
_UNITS = {KECAMATAN_LENGTH: "kecamatan", DESA_LENGTH: "desa"}


_Spot = tuple[Region, int | None]  # a place, or a TPS of it


class Mass(NamedTuple):
    """A finding that stands for so many."""

    finding: Finding
    number: int = 1


def masses(
    findings: Sequence[Finding], places: Places, speaker: Speaker, *, few: int | None = FEW
) -> list[Mass]:
    """The findings of a rule; where there are more than a `few`, those of one kind as one."""
    if few is None or len(findings) <= few:
        return [Mass(one) for one in findings]
    kinds: dict[Any, list[Finding]] = {}
    for one in findings:
        kinds.setdefault(speaker.kind(one), []).append(one)
    told: list[Mass] = []
    for alike in kinds.values():
        if len(alike) <= FEW and alike[0].line:  # whoever mends them looks for each of these rows
            told += map(Mass, alike)
        else:
            told.append(_as_one(alike, places, speaker))
    return told


def _as_one(alike: Sequence[Finding], places: Places, speaker: Speaker) -> Mass:
    head = alike[0]
    if len(alike) == 1:
        return Mass(head)
    people = sum(one.person is not None for one in alike)
    told = head._replace(
        file=head.file if len({one.file for one in alike}) == 1 else None,
        line=None,
        region=_together(alike, places, speaker),
        person=Person(speaker.say("check.people", count=speaker.number(people)))
        if people
        else None,
        params=_common(alike, speaker),
    )
    return Mass(told, len(alike))


# -- where -----------------------------------------------------------------------------------------


def _together(alike: Sequence[Finding], places: Places, speaker: Speaker) -> Region | None:
    """The places of findings, as one: "3 kecamatan (Tembarak, Kaloran, Kedu)"."""
    spots = dict.fromkeys((one.region, one.params.get("tps")) for one in alike if one.region)
    count = len(spots)
    if count == 1:
        return alike[0].region
    if not spots:
        files = where_most(alike, places, speaker, 3)
        said = speaker.say("check.only_rows", count=speaker.number(len(alike)), names=files)
        return Region(said, "")
    unit = _unit_of(spots)
    if unit == "tps" and count <= FEW and len({region for region, _ in spots}) == 1:
        return _of_one_desa(spots, speaker)
    word = speaker.say(f"unit.{unit}" if unit else "check.places")
    key = "check.all_of" if unit and count == places.size(unit) else "check.some_of"
    names = ", ".join(_name(*spot) for spot in spots)
    if count > FEW:
        names = where_most(alike, places, speaker, 3)
    said = speaker.say(key, count=speaker.number(count), unit=word, names=names)
    return Region(said, "")  # a code is said as it stands


def _of_one_desa(spots: Iterable[_Spot], speaker: Speaker) -> Region:
    """The TPS of a desa: "TPS 3, 7 Kowangan (33.23.03.1008)"."""
    numbers = ", ".join(str(tps) for _, tps in spots)
    return Region(f"TPS {numbers} {speaker.place(next(iter(spots))[0])}", "")


def _name(region: Region, tps: int | None) -> str:
    name = region.name or region.code
    return name if tps is None else f"TPS {tps} {name}"


def _unit_of(spots: Iterable[_Spot]) -> str:
    units = {"tps" if tps else _UNITS.get(len(region.code), "") for region, tps in spots}
    return units.pop() if len(units) == 1 else ""


def where_most(findings: Sequence[Finding], places: Places, speaker: Speaker, most: int) -> str:
    """The places that have `most` of them, by kecamatan; of those of no place the files: "Tretep 3,
    Kedu 2, …"."""
    counts = Counter(_where(one, places) for one in findings)
    numbered = 1 < len(counts) < len(findings)
    named = [
        f"{name} {speaker.number(count)}" if numbered else name
        for name, count in counts.most_common(most)
    ]
    return ", ".join([*named, "…"] if len(counts) > most else named)


def _where(finding: Finding, places: Places) -> str:
    if finding.region is None:
        return finding.file or finding.body or ""
    region = places.above(finding.region.code)
    return region.name or region.code


# -- what ------------------------------------------------------------------------------------------


def _common(alike: Sequence[Finding], speaker: Speaker) -> dict[str, Any]:
    """The params of findings as those of one: what differs from one to the other is said from the
    least to the most, or one beside the other; of several sentences the first."""
    keys = dict.fromkeys(key for one in alike for key in one.params if key != "tps")
    return {key: _merged(key, [one.params.get(key) for one in alike], speaker) for key in keys}


def _merged(key: str, values: Sequence[Any], speaker: Speaker) -> Any:
    first = values[0]
    if key == "variants":  # what the others add is said of each alone
        return first[:1]
    if all(value == first for value in values):
        return first
    for kind in (int, date):
        if all(isinstance(value, kind) for value in values):
            return f"{speaker.shown(min(values))}–{speaker.shown(max(values))}"
    return ", ".join(dict.fromkeys(speaker.shown(value) for value in values if value is not None))
