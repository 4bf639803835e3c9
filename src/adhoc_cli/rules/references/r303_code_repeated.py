"""R303: the same place twice in a region file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from adhoc_cli.models.finding import Severity
from adhoc_cli.places.listed import TPS_STRIDE
from adhoc_cli.roster.repeats import repeats
from adhoc_cli.roster.roster import Roster
from adhoc_cli.rules.api import NOTHING, Found, Hit, Rule, row_hit, together
from adhoc_cli.rules.bases import FORMAT
from adhoc_cli.rules.examples import Example
from adhoc_cli.tables.table import Table
from adhoc_cli.text.words import Words


def check(roster: Roster) -> Found:
    """The code in kecamatan.csv and desa.csv; desa and number in tps.csv."""
    regions = [
        _repeated(roster, kind, roster.table(kind)["kode"].codes) for kind in ("kecamatan", "desa")
    ]
    return together([*regions, _repeated_tps(roster)])


def _repeated_tps(roster: Roster) -> Found:
    if not roster.has("tps"):
        return NOTHING
    tps = roster.table("tps")
    desa = tps["kode_desa"].codes.astype(np.int64)
    return _repeated(roster, "tps", desa * TPS_STRIDE + tps["nomor"].numbers())


def _repeated(roster: Roster, kind: str, keys: NDArray[np.integer[Any]]) -> Found:
    table = roster.table(kind)
    rows = table.accepted_rows
    later, first = repeats(keys[rows])

    def hits() -> Iterator[Hit]:
        for row, before in zip(rows[later].tolist(), rows[first].tolist(), strict=True):
            yield _hit(roster, table, row, before)

    return Found(int(rows.size), int(later.size), hits())


def _hit(roster: Roster, table: Table, row: int, before: int) -> Hit:
    file, line = table.where(before)
    params = {"first_file": file, "first_line": line}
    if table.name == "tps":
        tps = table.value("nomor", row)
        params |= {"variant": "tps", "tps": tps}
        return row_hit(table, row, column="nomor", params=params, roster=roster)
    name = table.value("nama", before)
    params |= {
        "variant": "same" if name == table.value("nama", row) else "name",
        "found": table.value("kode", row),
        "first_name": name,
    }
    return row_hit(table, row, column="kode", params=params, roster=roster)


RULE = Rule(
    code="R303",
    name="code-repeated",
    severity=Severity.ERROR,
    needs=("kecamatan", "desa"),
    check=check,
    title=Words("Wilayah tercantum dua kali", "Place listed twice"),
    why=Words(
        "Satu kode menunjuk satu wilayah. Yang tercantum lebih dahulu yang dipakai; kursinya "
        "dihitung satu kali. Sering kali baris kedua sebenarnya wilayah lain yang kodenya salah "
        "salin, dan wilayah itu kini tidak terhitung.",
        "One code means one place. The first one listed is used, and its seats count once. Often "
        "the second row is really another place whose code was miscopied, and that place is not "
        "counted now.",
    ),
    message={
        "same": Words(
            "kode {found} sudah tercantum di {first_file}:{first_line}",
            "code {found} is listed already at {first_file}:{first_line}",
        ),
        "name": Words(
            "kode {found} sudah tercantum di {first_file}:{first_line} dengan nama {first_name}",
            "code {found} is listed already at {first_file}:{first_line}, under the name "
            "{first_name}",
        ),
        "tps": Words(
            "{place} sudah tercantum di {first_file}:{first_line}",
            "{place} is listed already at {first_file}:{first_line}",
        ),
    },
    fix={
        "same": Words("Hapus salah satu dari kedua baris.", "Delete one of the two rows."),
        "name": Words(
            "Cari kode yang benar untuk kedua wilayah, lalu betulkan baris yang keliru.",
            "Find the right code of both places and correct the row that is wrong.",
        ),
        "tps": Words(
            "Hapus salah satu baris, atau betulkan nomor TPS-nya.",
            "Delete one of the two rows, or correct the number of the TPS.",
        ),
    },
    basis=FORMAT,
    passes=(
        Example(),
        Example(
            add={
                "tps": (
                    {"kode_desa": "33.23.01.2016", "nomor": "1"},
                    {"kode_desa": "33.23.01.2013", "nomor": "1"},
                )
            }
        ),
    ),
    fails=(
        Example(
            add={"kecamatan": ({"kode": "332301", "nama": "Bulu"},)}, at=(("kecamatan.csv", 3),)
        ),
        Example(change={"desa:3": {"kode": "33.23.01.2016"}}, at=(("desa.csv", 3),)),
        Example(
            add={
                "tps": (
                    {"kode_desa": "33.23.01.2016", "nomor": "1"},
                    {"kode_desa": "33.23.01.2016", "nomor": "TPS 001"},
                )
            },
            at=(("tps.csv", 3),),
        ),
    ),
)
