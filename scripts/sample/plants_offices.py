"""Families S, P and T: secretariats, replacements, training."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from scripts.sample.planting import Plant, Planted, Stage, at, left, lost, main_effects, of_unit
from scripts.sample.polling import KPPS
from scripts.sample.roster import (
    DATA,
    PPK,
    PPK_SECRETARIAT,
    PPS,
    PPS_SECRETARIAT,
    TRAINING_FILE,
    Body,
)
from scripts.sample.tables import Row, Unit

# -- S: the secretariat ----------------------------------------------------------------------------


def no_secretariat(stage: Stage, body: Body) -> list[Planted]:
    """A secretariat of which no row says anything."""
    unit = stage.unit(body)
    members = stage.rows_of(body, unit)
    for row in members:
        stage.remove(row)
    return [of_unit("S701", body, unit, "no secretariat at all", -len(members))]


def one_staf_short(stage: Stage, body: Body) -> list[Planted]:
    """A sekretaris and one staf."""
    row = stage.a_member(body)
    stage.remove(row)
    return main_effects(lost(row))


def two_sekretaris(stage: Stage, body: Body) -> list[Planted]:
    """Three people, but two of them sekretaris: one staf is missing."""
    unit = stage.unit(body)
    stage.active(body, unit)[1].cells["jabatan"] = "sekretaris"
    return [of_unit("S701", body, unit, "two sekretaris, one staf")]


def a_staf_too_many(stage: Stage, body: Body) -> list[Planted]:
    """A fourth person."""
    unit = stage.unit(body)
    stage.another_after(stage.active(body, unit)[-1], "L")
    return [of_unit("S702", body, unit, "three staf", 1)]


# -- P: the replacement ----------------------------------------------------------------------------

_RESIGNED, _REASON = "mengundurkan diri", "Diterima sebagai PPPK di kabupaten lain"


def list_exhausted(stage: Stage, body: Body) -> list[Planted]:
    """A member resigned, and nobody waits."""
    row = stage.a_member(body)
    unit = row.unit or stage.first_desa
    for waiting in stage.reserves(body, unit):
        stage.remove(waiting)
    return [
        of_unit("P801", body, unit, "a seat empty and nobody in reserve"),
        of_unit("Q406", body, unit, "nobody in reserve"),
        *left(stage, row, _RESIGNED, _REASON),
    ]


def no_reason(stage: Stage, body: Body) -> list[Planted]:
    """Somebody resigned, nobody knows why."""
    return _undocumented(stage, stage.a_member(body), "alasan")


def no_last_day(stage: Stage, body: Body) -> list[Planted]:
    """Somebody resigned, nobody knows when."""
    return _undocumented(stage, stage.a_member(body), "tanggal_selesai")


def no_decree(stage: Stage, body: Body) -> list[Planted]:
    """Somebody resigned, and nobody decided it."""
    return _undocumented(stage, stage.a_member(body), "nomor_sk")


def _undocumented(stage: Stage, row: Row, column: str) -> list[Planted]:
    effects = left(stage, row, _RESIGNED, _REASON, **{column: ""})
    return [at(row, "P802", f"left, but {column} is empty"), *effects]


def left_but_active(stage: Stage, body: Body) -> list[Planted]:
    """Somebody resigned, and the status still says aktif: no seat is filled."""
    row = stage.a_member(body)
    effects = left(stage, row, "aktif", _REASON)
    return [at(row, "P804", "left, but aktif"), *effects]


def rank_skipped(stage: Stage, body: Body) -> list[Planted]:
    """The second of the reserves succeeded, though the first still waits."""
    row = _succeeded(stage, body, 1)
    return [at(row, "P803", "the best reserve was passed over", "peringkat"), _one_fewer(row, body)]


def next_in_rank(stage: Stage, body: Body) -> list[Planted]:
    """The first of the reserves succeeded: one waits no longer."""
    return [_one_fewer(_succeeded(stage, body, 0), body)]


def _succeeded(stage: Stage, body: Body, which: int) -> Row:
    """A member resigned and a reserve of the same gender took the seat."""
    unit = stage.unit(body)
    gone, new = stage.active(body, unit)[-1], stage.reserves(body, unit)[which]
    left(stage, gone, _RESIGNED, _REASON)
    begun = stage.election.first_day(body.name) + timedelta(12)
    new.cells |= stage.newcomer(body, gone.cells["jenis_kelamin"], unit).cells() | {
        "status": "aktif",
        "divisi": gone.cells["divisi"],
        "tanggal_mulai": begun.isoformat(),
        "tanggal_selesai": stage.election.last_day(body.name).isoformat(),
        "nomor_sk": stage.election.decree(132),
    }
    stage.folder.rows(TRAINING_FILE).append(stage.maker.attendance(new))
    return new


def _one_fewer(row: Row, body: Body) -> Planted:
    return of_unit("Q406", body, row.unit or Unit(""), "one reserve serves now")


# -- T: the training -------------------------------------------------------------------------------


def not_there(stage: Stage, body: Body) -> list[Planted]:
    """A member of whom the bimtek knows nothing."""
    row = stage.a_member(body)
    present = stage.attendance_of(row)
    if present is not None:
        stage.folder.rows(TRAINING_FILE).remove(present)
    return _untrained(stage, row, "no attendance")


def absent(stage: Stage, body: Body) -> list[Planted]:
    """A member who was invited and did not come."""
    row = stage.a_member(body)
    present = stage.attendance_of(row)
    if present is not None:
        present.cells["hadir"] = "tidak"
    return _untrained(stage, row, "absent")


def _untrained(stage: Stage, row: Row, note: str) -> list[Planted]:
    """Found from the day of the bimtek on, where the body must have had one."""
    body = row.body or ""
    if body not in stage.election.trains:
        return []
    return [replace(at(row, "T901", note), since=stage.maker.training_day(body))]


def stranger_at_the_bimtek(stage: Stage, body: Body) -> list[Planted]:
    """Somebody was there who is in no roster."""
    row = stage.a_member(body)
    person = stage.newcomer(body, "L", row.unit or Unit(""))
    cells = stage.maker.attendance(row).cells | {"nik": person.nik}
    new = Row(TRAINING_FILE, cells, body.name, row.unit)
    stage.folder.rows(TRAINING_FILE).append(new)
    return [at(new, "T902", "in no roster", "nik")]


def division_missed(stage: Stage, body: Body) -> list[Planted]:
    """The member who holds the Data division was at the bimtek of the PPK, not at that of it."""
    row = next(r for r in stage.active(body, stage.unit(body)) if r.cells["divisi"] == DATA)
    event = stage.maker.division_event()
    rows = stage.folder.rows(TRAINING_FILE)
    rows[:] = [
        one
        for one in rows
        if one.cells["nik"] != row.cells["nik"] or one.cells["kegiatan"] != event["kegiatan"]
    ]
    since = date.fromisoformat(event["tanggal"])
    return [replace(at(row, "T903", "not at the bimtek of the Data division"), since=since)]


def held_in_two_places(stage: Stage, _: Body) -> list[Planted]:
    """Two rows about one bimtek name two places."""
    row = stage.event(untuk_wilayah=stage.places.kecamatan[0].code)
    again = Row(row.file, row.cells | {"tempat": "Balai desa"}, row.body, row.unit)
    return [at(stage.insert_after(row, again), "T904", "two places", "tempat")]


def for_an_unknown_division(stage: Stage, body: Body) -> list[Planted]:
    """A bimtek for a division that no PPK has."""
    cells = stage.event(untuk_badan=body.name).cells | {
        "kegiatan": "Bimtek Divisi Konsumsi",
        "untuk_divisi": "Konsumsi",
    }
    row = Row(TRAINING_FILE, cells)
    stage.folder.rows(TRAINING_FILE).append(row)
    return [at(row, "T905", "no such division", "untuk_divisi")]


def trained_late(stage: Stage, body: Body) -> list[Planted]:
    """The PPS of one kecamatan had their bimtek two days after the oath."""
    place = stage.places.kecamatan[1].code
    event = stage.event(untuk_wilayah=place)
    oath = stage.election.first_day(body.name)
    late = {"tanggal": (oath + timedelta(2)).isoformat()}
    for row in stage.folder.rows(TRAINING_FILE):
        there = row.unit is not None and row.unit.code.startswith(place)
        if there and row.cells["kegiatan"] == event.cells["kegiatan"]:
            row.cells |= late
    if body.name not in stage.election.trains:
        return []
    return [replace(at(event, "T906", "two days after the oath"), since=oath)]


def not_monitored(stage: Stage, body: Body) -> list[Planted]:
    """Nobody is said to have monitored the bimtek of one kecamatan."""
    row = stage.event(untuk_wilayah=stage.places.kecamatan[2].code)
    row.cells["pemantau"] = ""
    if body.name not in stage.election.trains:
        return []
    since = stage.maker.training_day(body.name)
    return [replace(at(row, "T907", "no monitor", "pemantau"), since=since)]


PLANTS = (
    Plant("S701", no_secretariat, PPS_SECRETARIAT, (PPK_SECRETARIAT,)),
    Plant("S701", no_secretariat, PPK_SECRETARIAT, (PPS_SECRETARIAT,)),
    Plant("S701", one_staf_short, PPS_SECRETARIAT, (PPK_SECRETARIAT,)),
    Plant("S701", two_sekretaris, PPS_SECRETARIAT, (PPK_SECRETARIAT,)),
    Plant("S702", a_staf_too_many, PPS_SECRETARIAT, (PPK_SECRETARIAT,)),
    Plant("S702", a_staf_too_many, PPK_SECRETARIAT, (PPS_SECRETARIAT,)),
    Plant("P801", list_exhausted, PPS, (PPK,)),
    Plant("P802", no_reason, PPS, (PPK,)),
    Plant("P802", no_last_day, KPPS, (PPK, PPS)),
    Plant("P802", no_decree, PPS, (PPK, KPPS)),
    Plant("P803", rank_skipped, PPS, (PPK,)),
    Plant("P804", left_but_active, PPS, (PPK,), apart=True),
    Plant("Q406", next_in_rank, PPS, (PPK,)),
    Plant("T901", not_there, PPS, (PPK,)),
    Plant("T901", absent, PPK, (PPS,)),
    Plant("T902", stranger_at_the_bimtek, PPS, (PPK,)),
    Plant("T903", division_missed, PPK),
    Plant("T904", held_in_two_places, PPS, once=True),
    Plant("T905", for_an_unknown_division, PPK, once=True),
    Plant("T906", trained_late, PPS, once=True),
    Plant("T907", not_monitored, PPS, once=True),
)
