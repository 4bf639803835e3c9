"""Small roster folders: two kecamatan, three desa, and the TPS and members that a test names."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path

from adhoc_cli.roster.roster import Roster, load_roster
from adhoc_cli.roster.seats import BodySeats

AS_OF = date(2024, 6, 10)
BULU, TEMBARAK = "33.23.01", "33.23.02"
WONOSARI, PAKUREJO, DRONO = "33.23.01.2001", "33.23.01.2002", "33.23.02.2012"

Row = Mapping[str, object]

KECAMATAN: Sequence[Row] = (
    {"kode": BULU, "nama": "Bulu"},
    {"kode": TEMBARAK, "nama": "Tembarak"},
)
DESA: Sequence[Row] = (
    {"kode": WONOSARI, "nama": "Wonosari"},
    {"kode": PAKUREJO, "nama": "Pakurejo"},
    {"kode": DRONO, "nama": "Drono"},
)


def member(body: str, place: str, **cells: object) -> Row:
    """An ordinary active member; `cells` override, and None leaves the column out."""
    row: dict[str, object] = {
        "nama": "Wagiman Pitutur",
        "badan": body,
        "jabatan": "anggota",
        "kode_wilayah": place,
        "jenis_kelamin": "L",
        "status": "aktif",
        "tps": "",
        **cells,
    }
    return {column: cell for column, cell in row.items() if cell is not None}


def tps(place: str, number: object, voters: object = "") -> Row:
    return {"kode_desa": place, "nomor": number, "jumlah_pemilih": voters}


def make(
    folder: Path,
    *members: Row,
    kecamatan: Iterable[Row] = KECAMATAN,
    desa: Iterable[Row] = DESA,
    stations: Iterable[Row] | None = None,
    settings: str = "",
    as_of: date = AS_OF,
) -> Roster:
    """The roster of a folder with these rows; without members one PPK, for a file needs a row."""
    tables = {
        "kecamatan": list(kecamatan),
        "desa": list(desa),
        "anggota": list(members) or [member("PPK", BULU)],
    }
    if stations is not None:
        tables["tps"] = list(stations)
    for kind, rows in tables.items():
        (folder / f"{kind}.csv").write_text(_csv(rows), encoding="utf-8")
    (folder / "adhoc.toml").write_text(settings, encoding="utf-8")
    return load_roster(folder, as_of)


def seats(roster: Roster, body: str) -> BodySeats:
    """The seats of a body whose units must be known."""
    found = roster.seats[body]
    assert isinstance(found, BodySeats)
    return found


def _csv(rows: Sequence[Row]) -> str:
    columns = list(dict.fromkeys(column for row in rows for column in row))
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, columns, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()
