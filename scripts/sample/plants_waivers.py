"""Family W: waivers in adhoc.toml, in force, past their day, and for nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from scripts.sample.planting import Plant, Planted, Stage, at
from scripts.sample.plants_people import schooling_too_low
from scripts.sample.roster import PPS, Body
from scripts.sample.tables import SETTINGS_FILE, Row, Unit


def in_force(stage: Stage, body: Body) -> list[Planted]:
    """Legal: somebody without the schooling that is asked for, and a waiver that says why."""
    (found,) = schooling_too_low(stage, body)
    until = stage.election.last_day(body.name)
    _waive(stage, "E503", Unit(found.region or ""), "Ijazah paket C menyusul", until)
    return []


def past_its_day(stage: Stage, body: Body) -> list[Planted]:
    """The same, but the waiver has ended: it counts again."""
    (found,) = schooling_too_low(stage, body)
    until = stage.election.first_day("PPK") + timedelta(1)
    unit = Unit(found.region or "")
    waiver = _waive(stage, "E503", unit, "Ijazah paket C menyusul", until)
    return [at(waiver, "W001", "ended long ago"), found]


def for_nothing(stage: Stage, body: Body) -> list[Planted]:
    """A waiver for what is not there: the secretariat has no more people than it may have."""
    until = stage.election.last_day(body.name)
    waiver = _waive(stage, "S702", stage.unit(body), "Serah terima staf lama", until)
    found = at(waiver, "W001", "matches nothing")
    return [replace(found, since=stage.election.first_day(PPS.name))]  # until then nobody looks


def _waive(stage: Stage, code: str, unit: Unit, reason: str, until: date) -> Row:
    cells = {
        "kode": f'"{code}"',
        "wilayah": f'"{unit.code}"',
        "alasan": f'"{reason}"',
        "sampai": until.isoformat(),
    }
    waiver = Row(SETTINGS_FILE, cells, None, unit)
    stage.folder.waivers.append(waiver)
    return waiver


PLANTS = (
    Plant("W001", past_its_day, PPS),
    Plant("W001", for_nothing, PPS),
)
LEGAL = (Plant("", in_force, PPS),)
