"""Family R: codes and names that do not fit the region files."""

from __future__ import annotations

from dataclasses import replace

from scripts.sample.places import Place
from scripts.sample.planting import ANY_OTHER, Plant, Planted, Stage, at, lost
from scripts.sample.plants_coordination import all_done_too
from scripts.sample.polling import BODIES as TPS_BODIES
from scripts.sample.polling import KPPS, member
from scripts.sample.roster import (
    CONTACTS_FILE,
    PPK,
    PPS,
    PPS_SECRETARIAT,
    TPS_FILE,
    TRAINING_FILE,
    Body,
    desa_row,
)
from scripts.sample.tables import Row, Unit

_KECAMATAN_CODE = len("33.23.01")


def unknown_place(stage: Stage, body: Body) -> list[Planted]:
    """An active member in a place that no region file lists."""
    row = stage.a_member(body)
    effects = lost(row)
    number = stage.free_number()
    if body.level == "kecamatan":
        row.cells["kode_wilayah"] = f"{stage.last_regency}.{number}"
    else:
        row.cells["kode_wilayah"] = f"{(row.place or '')[:_KECAMATAN_CODE]}.20{number:02}"
    return [at(row, "R301", f"{body.level} in no region file", "kode_wilayah"), *effects]


def contact_of_unknown_desa(stage: Stage, _: Body) -> list[Planted]:
    """A stakeholder too many, of a desa that does not exist."""
    kecamatan = stage.places.kecamatan[-1].code
    row = stage.maker.contact(f"{kecamatan}.20{stage.free_number():02}", "kades")
    stage.folder.rows(CONTACTS_FILE).append(row)
    return [at(row, "R301", "contact of an unlisted desa", "kode_wilayah")]


def in_its_kecamatan(stage: Stage, body: Body) -> list[Planted]:
    """A member of a body of a desa or TPS with the code of the kecamatan."""
    row = stage.a_member(body)
    effects = lost(row)
    row.cells["kode_wilayah"] = (row.place or "")[:_KECAMATAN_CODE]
    return [at(row, "R304", f"{body.name} with a kecamatan code", "kode_wilayah"), *effects]


def in_a_desa(stage: Stage, body: Body) -> list[Planted]:
    """A row of a kecamatan with the code of a desa of the same kecamatan."""
    row = stage.a_row(body)
    effects = lost(row)
    own = (row.place or "") + "."
    row.cells["kode_wilayah"] = next(p.code for p in stage.places.desa if p.code.startswith(own))
    return [at(row, "R304", f"{body.name} with a desa code", "kode_wilayah"), *effects]


def desa_of_unknown_kecamatan(stage: Stage, _: Body) -> list[Planted]:
    """A desa too many, in a kecamatan that is not listed; its own PPS is complete."""
    maker, folder = stage.maker, stage.folder
    kecamatan = f"{stage.last_regency}.{stage.free_number():02}"
    place = Place(f"{kecamatan}.2001", "Sumberagung")
    row = desa_row(place)
    folder.rows("desa.csv").append(row)
    members = list(maker.members(PPS, place.code))
    folder.rows(PPS.file).extend(members)
    present = [maker.attendance(one) for one in members if one.cells["status"] == "aktif"]
    folder.rows(TRAINING_FILE).extend(present)
    folder.rows(PPS_SECRETARIAT.file).extend(maker.secretariat(PPS_SECRETARIAT, place))
    folder.rows(CONTACTS_FILE).append(maker.contact(place.code, "kades"))
    all_done_too(stage, PPS, Unit(place.code))
    found = at(row, "R302", "its kecamatan is not in kecamatan.csv", "kode_kecamatan")
    return [
        replace(found, seats=(PPS.name, 3)),
        at(row, "R307", "a desa that no reference knows", "kode"),
    ]


def desa_of_another_kecamatan(stage: Stage, body: Body) -> list[Planted]:
    """A desa said to lie in a kecamatan that its code does not begin with."""
    row = stage.desa(unit := stage.unit(body))
    others = (p.code for p in stage.places.kecamatan if not unit.code.startswith(p.code))
    row.cells["kode_kecamatan"] = next(others)
    return [at(row, "R302", "its code does not begin with kode_kecamatan", "kode_kecamatan")]


def desa_twice(stage: Stage, body: Body) -> list[Planted]:
    """A desa listed twice, code and name alike."""
    first = stage.desa(stage.unit(body))
    again = Row("desa.csv", dict(first.cells), None, first.unit)
    stage.folder.rows("desa.csv").append(again)
    return [at(again, "R303", "a desa listed twice", "kode")]


def kecamatan_twice(stage: Stage, _: Body) -> list[Planted]:
    """A kecamatan listed twice."""
    first = stage.folder.rows("kecamatan.csv")[2]
    again = Row("kecamatan.csv", dict(first.cells), None, first.unit)
    stage.folder.rows("kecamatan.csv").append(again)
    return [at(again, "R303", "a kecamatan listed twice", "kode")]


def tps_twice(stage: Stage, body: Body) -> list[Planted]:
    """A TPS listed twice, its number spelt in another way."""
    unit = stage.unit(body)
    first = next(row for row in stage.folder.rows(TPS_FILE) if row.unit == unit)
    again = Row(TPS_FILE, first.cells | {"nomor": f"TPS {unit.tps}"}, None, unit)
    stage.folder.rows(TPS_FILE).append(again)
    return [at(again, "R303", "a TPS listed twice", "nomor")]


def stray_at_a_tps(stage: Stage, body: Body) -> list[Planted]:
    """Somebody more, in a TPS that tps.csv does not list."""
    unit = stage.unit(body)
    last = stage.active(body, unit)[-1]
    new = member(body, unit, stage.maker, "L")
    stage.insert_after(last, new)
    new.cells = last.cells | new.cells | {"tps": f"TPS {500 + stage.free_number()}"}
    return [at(new, "R305", "a TPS that tps.csv does not list", "tps")]


def unlisted_tps(stage: Stage, body: Body) -> list[Planted]:
    """A member whose TPS was mistyped."""
    row = stage.a_member(body)
    effects = lost(row)
    row.cells["tps"] = "4" + row.cells["tps"].removeprefix("TPS ").zfill(2)[-2:]
    return [at(row, "R305", "a TPS that tps.csv does not list", "tps"), *effects]


def no_tps(stage: Stage, body: Body) -> list[Planted]:
    """A member of a TPS body without a TPS."""
    row = stage.a_member(body)
    effects = lost(row)
    row.cells["tps"] = ""
    return [at(row, "R305", "no TPS", "tps"), *effects]


def name_of_another_desa(stage: Stage, body: Body) -> list[Planted]:
    """The code of one desa and the name of another."""
    row = stage.a_member(body)
    row.cells["desa"] = "Mungseng" if row.cells["desa"] != "Mungseng" else "Kowangan"
    return [at(row, "R306", "the name of another desa", "desa")]


def name_of_another_kecamatan(stage: Stage, body: Body) -> list[Planted]:
    """The code of one kecamatan and the name of another."""
    row = stage.a_member(body)
    row.cells["kecamatan"] = "Tembarak" if row.cells["kecamatan"] != "Tembarak" else "Bulu"
    return [at(row, "R306", "the name of another kecamatan", "kecamatan")]


def desa_renamed(stage: Stage, body: Body) -> list[Planted]:
    """A desa that bears another name than in the reference, in every file alike."""
    row = stage.desa(unit := stage.unit(body))
    name = row.cells["nama"] + " Raya"
    row.cells["nama"] = name
    for table in stage.folder.tables.values():
        for other in table.rows:
            if "desa" in other.cells and other.place == unit.code:
                other.cells["desa"] = name
    return [at(row, "R307", "a name that is not in the reference", "nama")]


PLANTS = (
    Plant("R301", unknown_place, PPS, ANY_OTHER),
    Plant("R301", unknown_place, PPK, (PPS, *TPS_BODIES, PPS_SECRETARIAT)),
    Plant("R301", contact_of_unknown_desa),
    Plant("R304", in_its_kecamatan, PPS, (*TPS_BODIES, PPS_SECRETARIAT)),
    Plant("R304", in_a_desa, PPK),
    Plant("R302", desa_of_another_kecamatan, whole=False),
    Plant("R302", desa_of_unknown_kecamatan, once=True),
    Plant("R303", desa_twice),
    Plant("R303", kecamatan_twice, once=True),
    Plant("R303", tps_twice, KPPS),
    Plant("R305", stray_at_a_tps, KPPS, TPS_BODIES[1:]),
    Plant("R305", unlisted_tps, KPPS, TPS_BODIES[1:]),
    Plant("R305", no_tps, KPPS, TPS_BODIES[1:]),
    Plant("R306", name_of_another_desa, KPPS),
    Plant("R306", name_of_another_kecamatan, KPPS),
    # Apart: the desa of an unknown kecamatan, above, is one of these among the others.
    Plant("R307", desa_renamed, apart=True),
    Plant("R307", desa_of_unknown_kecamatan, once=True, apart=True),
)
