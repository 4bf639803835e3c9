"""Family Q: seats empty and seats too many, chairs, women, reserves, totals, divisions."""

from __future__ import annotations

from datetime import timedelta

from scripts.sample.planting import (
    Plant,
    Planted,
    Stage,
    at,
    division_free,
    left,
    lost,
    main_effects,
    of_unit,
)
from scripts.sample.polling import BODIES as TPS_BODIES
from scripts.sample.polling import KPPS, PANTARLIH, STEP
from scripts.sample.roster import DATA, PPK, PPS, PPS_SECRETARIAT, TPS_FILE, Body
from scripts.sample.tables import Row


def member_resigned(stage: Stage, body: Body) -> list[Planted]:
    """An anggota resigned, with decree, date and reason; the reserves stand ready."""
    row = stage.a_member(body)
    return left(stage, row, "mengundurkan diri", "Diterima sebagai PPPK di kabupaten lain")


def ketua_died(stage: Stage, body: Body) -> list[Planted]:
    """A ketua died: a seat is empty, and those who are there have no ketua."""
    ketua = stage.active(body, stage.unit(body))[0]
    return left(stage, ketua, "meninggal", "Sakit")


def suspended(stage: Stage, body: Body) -> list[Planted]:
    """A member was suspended, and a decree has dismissed him: the seat is not filled."""
    row = stage.a_member(body)
    decided = stage.election.first_day(body.name) + timedelta(5)
    return left(
        stage, row, "diberhentikan sementara", "Pemeriksaan dugaan pelanggaran kode etik",
        tanggal_selesai=decided.isoformat(),
    )  # fmt: skip


def not_in_the_file(stage: Stage, body: Body) -> list[Planted]:
    """One who is simply not in the file."""
    row = stage.a_member(body)
    stage.remove(row)
    return main_effects(lost(row))


def half_empty(stage: Stage, body: Body) -> list[Planted]:
    """The last two are simply not in the file; nobody holds their divisions."""
    unit = stage.unit(body)
    gone = stage.active(body, unit)[-2:]
    for row in gone:
        stage.remove(row)
    effects = [effect for row in gone for effect in division_free(row)]
    return [of_unit("Q401", body, unit, "two seats empty", -2), *effects]


def no_row_at_all(stage: Stage, body: Body) -> list[Planted]:
    """A place that only the region files know."""
    unit = stage.unit(body)
    members = stage.active(body, unit)
    for row in stage.rows_of(body, unit):
        stage.remove(row)
    found = [of_unit("Q401", body, unit, "no row at all", -len(members))]
    if body.reserves:
        found.append(of_unit("Q406", body, unit, "no row at all: no reserves either"))
        found.append(of_unit("P801", body, unit, "no row at all: nobody to succeed"))
    return found


def desa_without_any_row(stage: Stage, body: Body) -> list[Planted]:
    """A desa that only desa.csv and the contacts know: no secretariat, either."""
    unit = stage.unit(body)
    members = stage.active(body, unit)
    for row in stage.rows_of(body, unit) + stage.rows_of(PPS_SECRETARIAT, unit):
        stage.remove(row)
    return [
        of_unit("Q401", body, unit, "no row at all", -len(members)),
        of_unit("Q406", body, unit, "no row at all: no reserves either"),
        of_unit("P801", body, unit, "no row at all: nobody to succeed"),
        of_unit("S701", PPS_SECRETARIAT, unit, "no secretariat at all", -3),
    ]


def listed_without_a_row(stage: Stage, body: Body) -> list[Planted]:
    """A TPS too many in tps.csv, of which no roster knows anything."""
    unit = stage.unit(body)
    rows = stage.folder.rows(TPS_FILE)
    of_desa = [row for row in rows if row.place == unit.code]
    number = 100 + stage.free_number()
    cells = of_desa[-1].cells | {"nomor": str(number), "jumlah_pemilih": "250"}
    new = stage.insert_after(of_desa[-1], Row(TPS_FILE, cells, None, unit._replace(tps=number)))
    place = new.unit or unit
    return [of_unit("Q401", body, place, "a TPS with nobody") for body in TPS_BODIES]


def one_too_many(stage: Stage, body: Body) -> list[Planted]:
    """One active member too many, without a division."""
    unit = stage.unit(body)
    last = stage.active(body, unit)[-1]
    stage.another_after(last, "L", divisi="", peringkat="")
    return [of_unit("Q402", body, unit, "one active member too many", 1)]


def one_too_many_for_the_voters(stage: Stage, body: Body) -> list[Planted]:
    """A TPS that falls from above 400 voters to 400: one Pantarlih is too many."""
    row, seats = _above_the_step(stage, body)
    row.cells["jumlah_pemilih"] = "400"
    unit = row.unit or stage.first_desa
    return [of_unit("Q402", body, unit, f"{seats} for 400 voters")] if seats == 2 else []


def one_too_few_for_the_voters(stage: Stage, body: Body) -> list[Planted]:
    """A TPS of 401 voters with one Pantarlih, where the law asks for two."""
    row, seats = _above_the_step(stage, body)
    row.cells["jumlah_pemilih"] = "401"
    unit = row.unit or stage.first_desa
    if seats == 1:
        return []
    stage.remove(stage.active(body, unit)[-1])
    return [of_unit("Q401", body, unit, "one for 401 voters", -1)]


def _above_the_step(stage: Stage, body: Body) -> tuple[Row, int]:
    small = set(map(str, range(STEP + 1)))
    rows = stage.folder.rows(TPS_FILE)
    large = {row.unit: row for row in rows if row.cells["jumlah_pemilih"] not in small}
    while (unit := stage.unit(body)) not in large:
        pass
    return large[unit], len(stage.active(body, unit))


def no_ketua(stage: Stage, body: Body) -> list[Planted]:
    """Anggota, no ketua; all divisions are held."""
    unit = stage.unit(body)
    stage.active(body, unit)[0].cells["jabatan"] = "anggota"
    return [of_unit("Q403", body, unit, "nobody is ketua")]


def two_ketua(stage: Stage, body: Body) -> list[Planted]:
    """Two of them are ketua."""
    row = stage.a_member(body)
    row.cells["jabatan"] = "ketua"
    return [at(row, "Q404", "a second ketua", "jabatan")]


def too_few_women(stage: Stage, body: Body) -> list[Planted]:
    """One woman fewer than 30% of the seats."""
    unit, wanted = stage.unit(body), min(body.women) - 1
    women = [row for row in stage.active(body, unit) if row.cells["jenis_kelamin"] == "P"]
    for row in women[wanted:]:
        stage.put_in_place_of(row, stage.newcomer(body, "L", unit))
    return [of_unit("Q405", body, unit, f"women: {wanted}, all seats taken")]


def reserves_missing(stage: Stage, body: Body) -> list[Planted]:
    """The last ranks are held by nobody."""
    unit, missing = stage.unit(body), body.reserves // 2
    for row in stage.reserves(body, unit)[-missing:]:
        stage.remove(row)
    return [of_unit("Q406", body, unit, f"reserves missing: {missing}")]


def total_misstated(stage: Stage, _: Body) -> list[Planted]:
    """adhoc.toml expects ten times as many people as there are seats."""
    seats = 3 * len(stage.places.kecamatan)
    stage.folder.totals["SEKRETARIAT PPK"] = (10 * seats, "salah ketik: satu nol terlalu banyak")
    return [Planted("Q407", "ten times the seats", body="SEKRETARIAT PPK")]


def division_twice(stage: Stage, body: Body) -> list[Planted]:
    """Two hold one division, so that nobody holds another."""
    members = stage.active(body, stage.unit(body))
    # Of Data: who holds that division without having been at its bimtek is found for this, too.
    first, second = next(r for r in members[2:4] if r.cells["divisi"] != DATA), members[4]
    effects = division_free(second)
    second.cells["divisi"] = first.cells["divisi"]
    return [at(second, "Q408", f"a second holder of {first.cells['divisi']}", "divisi"), *effects]


def division_empty(stage: Stage, body: Body) -> list[Planted]:
    """One anggota without a division."""
    row = stage.a_member(body)
    effects = main_effects(division_free(row))
    row.cells["divisi"] = ""
    return effects


_NOT_SECRETARIATS = (PPK, *TPS_BODIES)
_WITH_KETUA = (PPK, KPPS)

PLANTS = (
    Plant("Q401", member_resigned, PPS, (KPPS,)),
    Plant("Q401", ketua_died, PPS, _WITH_KETUA),
    Plant("Q401", suspended, PPK, (PPS, KPPS)),
    Plant("Q401", not_in_the_file, KPPS, (PPK, PPS, *TPS_BODIES[1:])),
    Plant("Q401", half_empty, PPS, _WITH_KETUA),
    Plant("Q401", half_empty, PPK, (PPS, KPPS)),
    Plant("Q401", no_row_at_all, KPPS, (PPK, PPS, *TPS_BODIES[1:])),
    Plant("Q401", listed_without_a_row, KPPS),
    Plant("Q401", one_too_few_for_the_voters, PANTARLIH),
    Plant("Q401", desa_without_any_row, PPS),
    Plant("Q402", one_too_many, PPS, _NOT_SECRETARIATS),
    Plant("Q402", one_too_many, PPK, (PPS, *TPS_BODIES)),
    Plant("Q402", one_too_many_for_the_voters, PANTARLIH),
    Plant("Q403", no_ketua, PPS, _WITH_KETUA),
    Plant("Q403", no_ketua, PPK, (PPS, KPPS)),
    Plant("Q404", two_ketua, PPS, _WITH_KETUA),
    Plant("Q405", too_few_women, PPS, (PPK,)),
    Plant("Q405", too_few_women, PPK, (PPS,)),
    Plant("Q406", reserves_missing, PPS, (PPK,)),
    Plant("Q406", reserves_missing, PPK, (PPS,)),
    Plant("Q407", total_misstated, once=True),
    Plant("Q408", division_twice, PPK),
    Plant("Q408", division_empty, PPK),
)
