"""Family C: the journal of coordination, and the stakeholders' contacts.

The sample folders hold no journal: with one, everything that is overdue anywhere would be found.
So its plants begin one in which every meeting of every place has been, in a folder of their own.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from scripts.sample.election import PEMILU
from scripts.sample.planting import Plant, Planted, Stage, at, of_unit
from scripts.sample.roster import CONTACTS_FILE, PPK, PPS, Body
from scripts.sample.tables import Row, Table, Unit

JOURNAL_FILE = "koordinasi.csv"
_COLUMNS = ["waktu", "operator", "kode_wilayah", "butir", "status", "tanggal", "bukti", "catatan"]
_ITEMS = {
    "PPK": (*range(1, 5), "04B", "04C", "04D", 5, "05B", *range(6, 12)),
    "PPS": (*range(1, 3), "02B", "02C", "02D", *range(3, 11)),
}
# Days after the oath until an item is overdue.
_SECRETARIAT_NAMES = {"PPK": "PPK-04", "PPS": "PPS-02"}
_SECRETARIAT_DAYS = 7
_KAPOLSEK, _KAPOLSEK_DAYS = "PPK-02", 14 + 7  # with a week of grace
_HEAD_OF_DESA, _HEAD_OF_DESA_DAYS = "PPS-01", 7


def journal(stage: Stage) -> list[Row]:
    """The rows of the journal; where there is none yet, one in which all has been done."""
    if JOURNAL_FILE not in stage.folder.tables:
        places = [(PPK, Unit(place.code)) for place in stage.places.kecamatan]
        places += [(PPS, Unit(place.code)) for place in stage.places.desa]
        rows = [mark for body, unit in places for mark in _all_done(stage, body, unit)]
        kecamatan = [place.code for place in stage.places.kecamatan]
        kabupaten = dict.fromkeys(code[: len("33.23")] for code in kecamatan)
        rows += [
            _mark(stage, PPK, Unit(code), item)
            for codes, items in (
                (kabupaten, ("KPU-01", "KPU-02", "KPU-03")),
                (kecamatan, ("KPU-04",)),
            )
            for code in codes
            for item in items
        ]
        stage.folder.add(Table(JOURNAL_FILE, list(_COLUMNS), rows))
    return stage.folder.rows(JOURNAL_FILE)


def all_done_too(stage: Stage, body: Body, unit: Unit) -> None:
    """Have all been done in one more place, if there is a journal."""
    if JOURNAL_FILE in stage.folder.tables:
        journal(stage).extend(_all_done(stage, body, unit))


def _all_done(stage: Stage, body: Body, unit: Unit) -> list[Row]:
    return [_mark(stage, body, unit, f"{body.name}-{number:0>2}") for number in _ITEMS[body.name]]


def _mark(stage: Stage, body: Body, unit: Unit, item: str) -> Row:
    day = stage.election.first_day("PPK") + timedelta(2)
    cells = {
        "waktu": f"{day.isoformat()}T09:30:00+07:00",
        "operator": "Sri",
        "kode_wilayah": unit.code,
        "butir": item,
        "status": "terlaksana",
        "tanggal": day.isoformat(),
        "bukti": "foto",
        "catatan": "lancar",
    }
    return Row(JOURNAL_FILE, cells, body.name, unit)


def _of(stage: Stage, body: Body, item: str) -> Row:
    """The mark of an item at a fresh place."""
    unit = stage.unit(body)
    return next(r for r in journal(stage) if r.unit == unit and r.cells["butir"] == item)


def _undone(stage: Stage, body: Body, item: str, days: int, severity: str) -> list[Planted]:
    row = _of(stage, body, item)
    journal(stage).remove(row)
    found = of_unit("C951", body, row.unit or Unit(""), f"{item} is not done")
    since = stage.election.first_day(body.name) + timedelta(days + 1)
    return [replace(found, severity=severity, since=since)]


def _days(stage: Stage) -> int:
    """Until when the names are proposed: in the Pemilu with a week of grace."""
    return _SECRETARIAT_DAYS * (2 if stage.election is PEMILU else 1)


def names_not_proposed(stage: Stage, body: Body) -> list[Planted]:
    """The names for the secretariat were not proposed: a decree of KPU gives seven days; whether
    its amendment for the Pilkada keeps them was not verified, hence a warning there."""
    severity = "error" if stage.election is PEMILU else "warning"
    return _undone(stage, body, _SECRETARIAT_NAMES[body.name], _days(stage), severity)


def kapolsek_not_visited(stage: Stage, body: Body) -> list[Planted]:
    """Nobody saw the kapolsek; that is practice."""
    return _undone(stage, body, _KAPOLSEK, _KAPOLSEK_DAYS, "warning")


def head_of_desa_not_visited(stage: Stage, body: Body) -> list[Planted]:
    """Nobody saw the kades; that is practice."""
    return _undone(stage, body, _HEAD_OF_DESA, _HEAD_OF_DESA_DAYS, "warning")


def no_evidence(stage: Stage, body: Body) -> list[Planted]:
    """Done, but nothing shows it."""
    row = _of(stage, body, f"{body.name}-01")
    row.cells["bukti"] = ""
    return [at(row, "C952", "no evidence", "bukti")]


def no_day(stage: Stage, body: Body) -> list[Planted]:
    """Done, nobody knows when."""
    row = _of(stage, body, f"{body.name}-03")
    row.cells["tanggal"] = ""
    return [at(row, "C952", "no day", "tanggal")]


def mark_of_unknown_place(stage: Stage, body: Body) -> list[Planted]:
    """A mark too many, of a place that no region file lists."""
    code = f"{stage.unit(body).code[:-2]}{stage.free_number():02}"
    return [_one_more(stage, body, "a place in no region file", "kode_wilayah", code)]


def mark_of_unknown_item(stage: Stage, body: Body) -> list[Planted]:
    """A mark too many, of an item that the election has not."""
    return [_one_more(stage, body, "no such item", "butir", "silaturahmi")]


def mark_of_unknown_status(stage: Stage, body: Body) -> list[Planted]:
    """A mark too many, with a status that is none."""
    return [_one_more(stage, body, "no such status", "status", "beres")]


def _one_more(stage: Stage, body: Body, note: str, column: str, text: str) -> Planted:
    row = _mark(stage, body, stage.unit(body), f"{body.name}-01")
    row.cells[column] = text
    journal(stage).append(row)
    return at(row, "C953", note, column)


def torn_mark(stage: Stage, body: Body) -> list[Planted]:
    """A line that was cut short."""
    row = _mark(stage, body, stage.unit(body), f"{body.name}-01")
    row.damage = lambda line: line.rsplit(b",", 3)[0]
    journal(stage).append(row)
    return [at(row, "C953", "a line cut short")]


def contact_gone(stage: Stage, body: Body) -> list[Planted]:
    """One of the contacts of a place is not in the file: of a desa it is the only one."""
    unit = stage.unit(body)
    rows = stage.folder.rows(CONTACTS_FILE)
    rows.remove(next(row for row in rows if row.unit == unit))
    since = stage.election.first_day(body.name)  # until then nobody has to meet them
    return [Planted("C954", "a contact is not there", region=unit.code, since=since)]


PLANTS = (
    Plant("C951", names_not_proposed, PPK, apart=True),
    Plant("C951", names_not_proposed, PPS, apart=True),
    Plant("C951", kapolsek_not_visited, PPK, apart=True),
    Plant("C951", head_of_desa_not_visited, PPS, apart=True),
    Plant("C952", no_evidence, PPS, apart=True),
    Plant("C952", no_day, PPK, apart=True),
    Plant("C953", mark_of_unknown_place, PPK, apart=True),
    Plant("C953", mark_of_unknown_place, PPS, apart=True),
    Plant("C953", mark_of_unknown_item, PPS, apart=True),
    Plant("C953", mark_of_unknown_status, PPS, apart=True),
    Plant("C953", torn_mark, PPS, apart=True),
    Plant("C954", contact_gone, PPS, (PPK,)),
)
