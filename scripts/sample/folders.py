"""The roster folders that can be made: the clean one, the faulty one, that of all TPS, small ones.

Each is a `Made`: the folder, still to be written, and what has to be found in it.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from scripts.sample import (
    plants_coordination,
    plants_files,
    plants_offices,
    plants_people,
    plants_quota,
    plants_references,
    plants_values,
    plants_waivers,
)
from scripts.sample.election import PILKADA, Election
from scripts.sample.listed import as_text
from scripts.sample.people import Ages, Registry
from scripts.sample.places import Places
from scripts.sample.planting import Exhausted, Plant, Planted, Stage, totals_missed
from scripts.sample.polling import BODIES as TPS_BODIES
from scripts.sample.polling import (
    GUARDS,
    KPPS,
    PANTARLIH,
    add_stations,
    add_totals,
    some_of_a_desa,
    whole_regency,
    years_before,
)
from scripts.sample.roster import PPK_SECRETARIAT, Body, Maker, build
from scripts.sample.tables import Folder, Unit

SEED = 3323
LIST = "tertanam.json"
# The days of the checks: PPK and PPS are new; Pantarlih are at work; KPPS are sworn in.
IN_JUNE, IN_JULY, IN_NOVEMBER = date(2024, 6, 10), date(2024, 7, 1), date(2024, 11, 20)

ALL_PLANTS: tuple[Plant, ...] = (
    *plants_files.PLANTS,
    *plants_values.PLANTS,
    *plants_references.PLANTS,
    *plants_quota.PLANTS,
    *plants_people.PLANTS,
    *plants_offices.PLANTS,
    *plants_coordination.PLANTS,
    *plants_waivers.PLANTS,
)
LEGAL = (*plants_files.LEGAL, *plants_people.LEGAL, *plants_waivers.LEGAL)

# Kelurahan Kowangan: the one desa that has TPS where not all of them have.
DESA_WITH_TPS = "33.23.03.1008"
_VOTERS = (512, 400, 498, 401, 537, 388, 455, 600, 471, 212, 520, 350, 466, 583, 429, 505) * 2
_SPELLINGS = ("TPS {}", "{}", "{:03}")
# Every third desa from the third on; the first and the last desa and one in between are set aside
# for plants that need a known position.
_DESA_STEP = slice(2, None, 3)


@dataclass(frozen=True)
class Made:
    """A folder to be written, and every finding that has to be found in it."""

    folder: Folder
    maker: Maker
    planted: Sequence[Planted] = field(default_factory=tuple)

    def write(self, target: Path) -> list[Planted]:
        """Write the folder, without the list; what has to be found, with files and lines."""
        lines = self.folder.write(target)
        return [finding.located(lines) for finding in self.planted]

    def write_with_list(self, target: Path, day: date) -> None:
        """Write the folder and the list of what has to be found on a day."""
        text = as_text(self.write(target), day, self.maker.election)
        (target / LIST).write_bytes(text.encode())


def clean(places: Places, election: Election = PILKADA) -> Made:
    """PPK, PPS and secretariats: nothing is to be found."""
    rng = random.Random(SEED)
    registry = Registry(rng, tuple(place.code for place in places.kecamatan))
    maker = Maker(rng, registry, election)
    return Made(build(places, maker), maker)


def faulty(places: Places) -> Made:
    """The same, and one of every fault that goes together with the others, of the bodies that are
    in office in June."""
    made = clean(places)
    stage = stage_of(places, made)
    return replace(made, planted=planted_by(stage, [*filter(_of_june, (*LEGAL, *ALL_PLANTS))]))


def at_the_polls(places: Places) -> Made:
    """Few kecamatan in November, the TPS of one kelurahan, and the faults of KPPS and petugas
    ketertiban."""
    few = small(places)
    made = with_some_tps(few, bodies=(KPPS, GUARDS))
    stage = stage_of(few, made)
    return replace(made, planted=planted_by(stage, [*filter(_of_november, (*LEGAL, *ALL_PLANTS))]))


def updating_the_list(places: Places) -> Made:
    """The same kecamatan while Pantarlih are at work, and the faults of these."""
    few = small(places)
    made = with_some_tps(few)
    stage = stage_of(few, made)
    return replace(made, planted=planted_by(stage, [*filter(_of_july, ALL_PLANTS)]))


def _of_june(plant: Plant) -> bool:
    return not plant.apart and plant.body not in TPS_BODIES


def _of_november(plant: Plant) -> bool:
    return not plant.apart and plant.body in (KPPS, GUARDS) and not _of_july(plant)


def _of_july(plant: Plant) -> bool:
    return plant.body is PANTARLIH or plant.act is plants_people.one_after_the_other


def with_some_tps(
    places: Places, election: Election = PILKADA, bodies: Sequence[Body] = TPS_BODIES
) -> Made:
    """The clean folder and the TPS of one kelurahan: nothing is to be found."""
    made = clean(places, election)
    desa = next(place for place in places.desa if place.code == DESA_WITH_TPS)
    add_stations(made.folder, some_of_a_desa(desa, _VOTERS), made.maker, _SPELLINGS, bodies)
    for row in made.folder.rows(KPPS.file):
        row.cells["kode_wilayah"] = row.cells["kode_wilayah"].replace(".", "")
    return made


def stage_of(places: Places, made: Made) -> Stage:
    """A stage with places in the order of their codes, apart from those of a known position."""
    set_aside = {places.desa[0].code, places.desa[-1].code, DESA_WITH_TPS}
    desa = [Unit(p.code) for p in places.desa[_DESA_STEP] if p.code not in set_aside]
    kecamatan = [Unit(p.code) for p in places.kecamatan]
    tps = [Unit(DESA_WITH_TPS, number) for number in range(1, len(_VOTERS) + 1)]
    units = {"kecamatan": kecamatan, "desa": desa, "tps": tps, PPK_SECRETARIAT.name: kecamatan}
    return Stage(places, made.folder, made.maker, units)


def planted_by(stage: Stage, plants: Sequence[Plant]) -> list[Planted]:
    """Plant one after the other, those of whole files last, and what follows for the totals."""
    in_order = sorted(plants, key=lambda plant: plant.last)
    planted = [finding for plant in in_order for finding in plant(stage)]
    return planted + totals_missed(stage.folder, planted)


# -- all TPS ---------------------------------------------------------------------------------------


def with_all_tps(places: Places) -> Made:
    """The roster of a whole Pilkada, 1,306 TPS with all their bodies: nothing is to be found."""
    made = clean(places)
    stations = whole_regency(places, made.maker.rng)
    add_stations(made.folder, stations, made.maker)
    add_totals(made.folder)
    _seat_the_youngest_and_the_oldest(made)
    return made


def _seat_the_youngest_and_the_oldest(made: Made) -> None:
    """In the first TPS: 17 on the very day of the oath, 55 to the very day of the vote."""
    election, registry = made.maker.election, made.maker.registry
    oath, vote = election.first_day("KPPS"), election.voting_day
    youngest = (oath - years_before(oath, 17)).days
    oldest = (vote - years_before(vote, 56)).days - 1
    of_tps = made.folder.rows(KPPS.file)[: KPPS.seats]
    for row, on, days in ((of_tps[-1], oath, youngest), (of_tps[-2], vote, oldest)):
        sex = row.cells["jenis_kelamin"]
        row.cells.update(registry.person(sex, row.place or "", Ages(on, days, days)).cells())


def scattered(places: Places, faults: int, seed: int, *, journal: bool = False) -> Made:
    """All TPS, and so many faults at random: first a rule, then a kind, then a body and a place.

    With a `journal`, in which all has been done but what is a fault."""
    made = with_all_tps(places)
    rng = random.Random(seed)
    stage = Stage(places, made.folder, made.maker, _shuffled(places, made.folder, rng))
    if journal:
        plants_coordination.journal(stage)
    kinds = _kinds_by_code(plants_coordination.PLANTS if journal else ())
    planted: list[Planted] = []
    done = 0
    while done < faults:
        code = rng.choice(sorted(kinds))
        plant = rng.choice(kinds[code])
        try:
            found = plant(stage, rng.choice((plant.body, *plant.also)))
        except Exhausted:
            continue
        if plant.once:
            kinds[code].remove(plant)
            kinds = {code: left for code, left in kinds.items() if left}
        planted += found
        done += 1
    return replace(made, planted=planted + totals_missed(made.folder, planted))


def _kinds_by_code(also: Sequence[Plant]) -> dict[str, list[Plant]]:
    kinds: dict[str, list[Plant]] = {}
    for plant in ALL_PLANTS:
        if plant in also or (plant.whole and not plant.last and not plant.apart):
            kinds.setdefault(plant.code, []).append(plant)
    return kinds


def _shuffled(places: Places, folder: Folder, rng: random.Random) -> dict[str, list[Unit]]:
    """All places at random, but the first TPS: the youngest and the oldest sit there."""
    units = {
        "kecamatan": [Unit(place.code) for place in places.kecamatan],
        PPK_SECRETARIAT.name: [Unit(place.code) for place in places.kecamatan],
        "desa": [Unit(place.code) for place in places.desa],
        "tps": [row.unit for row in folder.rows("tps.csv")[1:] if row.unit],
    }
    for of_level in units.values():
        rng.shuffle(of_level)
    return units


# -- one rule --------------------------------------------------------------------------------------

SMALL = 4  # kecamatan


def small(places: Places) -> Places:
    """The first kecamatan with their desa: as many places as the plants of one rule take."""
    kecamatan = places.kecamatan[:SMALL]
    codes = {place.code for place in kecamatan}
    return Places(kecamatan, tuple(p for p in places.desa if p.kecamatan in codes))


def of_rule(places: Places, code: str, election: Election, *, apart: bool) -> Made:
    """A small folder with all faults of one rule; `apart` those that make a file unreadable."""
    few = small(places)
    made = with_some_tps(few, election)
    stage = stage_of(few, made)
    plants = [plant for plant in ALL_PLANTS if plant.code == code and plant.apart == apart]
    return replace(made, planted=planted_by(stage, plants))
