"""Family V: cells that cannot be read, or that disagree with each other.

Most stand on the row of a reserve: then no seat and no attendance is touched. Where a required cell
is spoilt the row is rejected, and what follows from that is planted with it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from scripts.sample.planting import ANY_OTHER, Plant, Planted, Stage, at, lost, rejected
from scripts.sample.polling import BODIES as TPS_BODIES
from scripts.sample.polling import KPPS, STEP
from scripts.sample.roster import (
    CONTACTS_FILE,
    PPK,
    PPS,
    PPS_SECRETARIAT,
    TPS_FILE,
    TRAINING_FILE,
    Body,
)
from scripts.sample.tables import Row, Unit

_ZERO_WIDTH, _OVERRIDE, _CYRILLIC_A = "\u200b", "\u202e", "\u0430"
_FULL_WIDTH = str.maketrans("0123456789", "".join(chr(0xFF10 + digit) for digit in range(10)))


@dataclass(frozen=True)
class Spoilt:
    """One cell to spoil: `change` makes the new text from the row's cells."""

    code: str
    column: str
    change: Callable[[dict[str, str]], str]
    note: str
    active: bool = False
    rejects: bool = False
    severity: str | None = None

    def __call__(self, stage: Stage, body: Body) -> list[Planted]:
        """Spoil the cell in a fresh place; the findings that follow."""
        row = stage.a_member(body) if self.active else stage.a_row(body)
        new = self.change(row.cells)
        effects = rejected(stage, row) if self.rejects else []
        row.cells[self.column] = new
        found = replace(at(row, self.code, self.note, self.column), severity=self.severity)
        return [found, *effects]


def _text(new: str) -> Callable[[dict[str, str]], str]:
    return lambda _: new


def _nik(start: int, new: str) -> Callable[[dict[str, str]], str]:
    return lambda cells: cells["nik"][:start] + new + cells["nik"][start + len(new) :]


def _another_day(cells: dict[str, str]) -> str:
    born = date.fromisoformat(cells["tanggal_lahir"])
    return born.replace(day=born.day % 28 + 1).isoformat()


def _a_century_later(cells: dict[str, str]) -> str:
    year, rest = cells["tanggal_lahir"].split("-", 1)
    return f"{int(year) + 100}-{rest}"


def _inside_name(text: str) -> Callable[[dict[str, str]], str]:
    return lambda cells: cells["nama"][:3] + text + cells["nama"][3:]


def _before_it_begins(cells: dict[str, str]) -> str:
    begun = date.fromisoformat(cells["tanggal_mulai"])
    return (begun - timedelta(120)).isoformat()


def _the_other_gender(cells: dict[str, str]) -> str:
    return "L" if cells["jenis_kelamin"] == "P" else "P"


def _on(body: Body, *spoilt: Spoilt, also: tuple[Body, ...] = ()) -> tuple[Plant, ...]:
    return tuple(Plant(one.code, one, body, also) for one in spoilt)


_ALSO_PPS = (PPS, *TPS_BODIES, PPS_SECRETARIAT)

CELLS = (
    *_on(
        PPS,
        Spoilt(
            "V201", "nama", _text(""), "empty nama of an active member", active=True, rejects=True
        ),
        Spoilt("V201", "nama", _text("-"), "- for the nama", rejects=True),
        Spoilt("V201", "badan", _text(""), "empty badan", rejects=True),
        Spoilt("V201", "jabatan", _text("-"), "- for jabatan", active=True, rejects=True),
        Spoilt("V201", "nik", _text(""), "no NIK", severity="warning"),
        Spoilt("V202", "nik", lambda cells: cells["nik"][:-1], "15 digits"),
        Spoilt("V202", "nik", _nik(4, "O"), "the letter O for a zero"),
        Spoilt(
            "V202", "nik", lambda cells: cells["nik"].translate(_FULL_WIDTH), "full-width digits"
        ),
        Spoilt("V202", "nik", _nik(6, "39"), "day 39"),
        Spoilt("V202", "nik", _nik(6, "00"), "day 00"),
        Spoilt("V202", "nik", _nik(8, "13"), "month 13"),
        Spoilt("V202", "nik", _nik(6, "3002"), "30 February"),
        Spoilt("V203", "nik", _text("3,32301E+15"), "scientific notation"),
        Spoilt("V203", "nik", lambda cells: cells["nik"] + ".0", "trailing .0"),
        Spoilt("V204", "nik", _nik(12, "0000"), "serial 0000"),
        Spoilt("V205", "tanggal_lahir", _another_day, "another day of birth than the NIK"),
        Spoilt("V207", "tanggal_lahir", _text("1990-02-31"), "31 February"),
        Spoilt("V207", "tanggal_mulai", _text("13/13/2024"), "month 13", active=True),
        Spoilt("V207", "tanggal_selesai", _text("45684"), "a serial number of Excel", active=True),
        Spoilt("V208", "badan", _text("PPX"), "no such body", active=True, rejects=True),
        Spoilt("V208", "jabatan", _text("koordinator"), "no such role", active=True, rejects=True),
        Spoilt("V209", "telepon", _text("0841234"), "7 digits"),
        Spoilt(
            "V210", "kode_wilayah", _text("33.23.1.20"), "digits missing", active=True, rejects=True
        ),
        Spoilt("V211", "nama", _inside_name(_ZERO_WIDTH), "a zero-width space"),
        Spoilt("V211", "nama", _inside_name(_OVERRIDE), "a bidirectional override"),
        Spoilt("V211", "nama", _inside_name("\x1b[31m"), "an escape character"),
        Spoilt("V211", "nama", _inside_name("1"), "a digit"),
        Spoilt("V211", "nama", _inside_name(_CYRILLIC_A), "a Cyrillic letter among Latin ones"),
        Spoilt("V212", "tanggal_selesai", _before_it_begins, "ends before it begins", active=True),
        also=ANY_OTHER,
    ),
    *_on(
        PPK,
        Spoilt("V201", "kode_wilayah", _text(""), "empty kode_wilayah", active=True, rejects=True),
        Spoilt("V202", "nik", lambda cells: cells["nik"] + "1", "17 digits"),
        Spoilt("V209", "telepon", _text("tidak ada"), "words"),
        also=_ALSO_PPS,
    ),
    *_on(
        PPS,
        Spoilt("V206", "jenis_kelamin", _the_other_gender, "another gender than the NIK"),
        Spoilt("V213", "alamat", _text("SMA/sederajat"), "schooling for an address"),
        Spoilt("V212", "tanggal_lahir", _a_century_later, "born in the future, NIK digits agree"),
        also=(PPK,),
    ),
    *_on(
        KPPS,
        Spoilt("V208", "tps", _text("satu"), "no number of a TPS", active=True, rejects=True),
        also=TPS_BODIES[1:],
    ),
)


def unknown_gender(stage: Stage, body: Body) -> list[Planted]:
    """Just women enough, one of unreadable gender: not held against the share of women."""
    unit = stage.unit(body)
    women = [row for row in stage.active(body, unit) if row.cells["jenis_kelamin"] == "P"]
    for row in women[min(body.women) :]:
        stage.put_in_place_of(row, stage.newcomer(body, "L", unit))
    women[0].cells["jenis_kelamin"] = "X"
    return [at(women[0], "V208", "no such gender", "jenis_kelamin")]


def unknown_status(stage: Stage, body: Body) -> list[Planted]:
    """One reserve more than needed, with an unknown status: counts as nothing."""
    last = stage.reserves(body, stage.unit(body))[-1]
    extra = stage.another_after(last, "L", status="nonjob", peringkat="11")
    return [at(extra, "V208", "no such status", "status")]


def unknown_status_of_a_member(stage: Stage, body: Body) -> list[Planted]:
    """A member whose status nobody can read fills no seat."""
    row = stage.a_member(body)
    effects = lost(row)
    row.cells["status"] = "entah"
    return [at(row, "V208", "no such status", "status"), *effects]


def unknown_kind(stage: Stage, body: Body) -> list[Planted]:
    """A desa of no known kind; the desa itself is read."""
    row = stage.desa(stage.unit(body))
    row.cells["jenis"] = "dusun"
    return [at(row, "V208", "no such kind of desa", "jenis")]


def desa_without_name(stage: Stage, _: Body) -> list[Planted]:
    """A desa row that is rejected; no roster names it."""
    kecamatan = stage.places.kecamatan[-1].code
    code = f"{kecamatan}.20{stage.free_number():02}"
    cells = {"kode": code, "nama": "", "jenis": "desa", "kode_kecamatan": kecamatan}
    row = Row("desa.csv", cells, None, Unit(code))
    stage.folder.rows("desa.csv").append(row)
    return [at(row, "V201", "empty nama of a desa", "nama")]


def desa_with_short_code(stage: Stage, _: Body) -> list[Planted]:
    """A desa row that is rejected for its code."""
    cells = {"kode": "33.23.4", "nama": "Sumberan", "jenis": "desa", "kode_kecamatan": "33.23.04"}
    row = Row("desa.csv", cells)
    stage.folder.rows("desa.csv").append(row)
    return [at(row, "V210", "no code of a desa", "kode")]


def voters_unreadable(stage: Stage, body: Body) -> list[Planted]:
    """A small TPS whose number of voters is no number: the Pantarlih that it has are enough."""
    small = set(map(str, range(STEP + 1)))
    rows = stage.folder.rows(TPS_FILE)
    chosen = {row.unit: row for row in rows if row.cells["jumlah_pemilih"] in small}
    while (unit := stage.unit(body)) not in chosen:
        pass
    chosen[unit].cells["jumlah_pemilih"] = "sekitar 300"
    return [at(chosen[unit], "V208", "no number of voters", "jumlah_pemilih")]


def session_without_name(stage: Stage, body: Body) -> list[Planted]:
    """An attendance row too many, of no session."""
    member = stage.active(body, stage.unit(body))[0]
    row = stage.maker.attendance(member)
    row.cells["kegiatan"] = "-"
    present = stage.attendance_of(member)
    rows = stage.folder.rows(TRAINING_FILE)
    rows.insert(rows.index(present) if present else 0, row)
    return [at(row, "V201", "- for kegiatan", "kegiatan")]


def contact_without_mobile(stage: Stage, body: Body) -> list[Planted]:
    """A stakeholder's landline, cut short."""
    unit = stage.unit(body)
    row = next(row for row in stage.folder.rows(CONTACTS_FILE) if row.unit == unit)
    row.cells["telepon"] = "0293-555"
    return [at(row, "V209", "a landline, cut short", "telepon")]


PLANTS = (
    *CELLS,
    Plant("V208", unknown_gender, PPS, (PPK, KPPS)),
    Plant("V208", unknown_status, PPS, (PPK,)),
    Plant("V208", unknown_status_of_a_member, PPS, ANY_OTHER),
    Plant("V208", unknown_kind),
    Plant("V201", desa_without_name),
    Plant("V210", desa_with_short_code),
    Plant("V208", voters_unreadable, TPS_BODIES[1]),
    Plant("V201", session_without_name, PPS, (PPK,)),
    Plant("V209", contact_without_mobile, PPS, (PPK,)),
)
