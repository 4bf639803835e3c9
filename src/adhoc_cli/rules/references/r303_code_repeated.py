"""R303: the same place twice in a region file."""

from functools import partial
from typing import Any

import numpy as np
from numpy.typing import NDArray

from adhoc_cli.places.listed import TPS_STRIDE
from adhoc_cli.roster.repeats import repeats
from adhoc_cli.rules.api import FORMAT, Facts, Severity, example
from adhoc_cli.rules.found import (
    Found,
    Params,
    Roster,
    Table,
    first_at,
    in_pairs,
    together,
)


def check(roster: Roster) -> Found:
    """The code in kecamatan.csv and desa.csv; desa and number in tps.csv."""
    regions = [
        _repeated(roster, kind, roster.table(kind)["kode"].codes) for kind in ("kecamatan", "desa")
    ]
    return together([*regions, _repeated_tps(roster)])


def _repeated_tps(roster: Roster) -> Found:
    if not roster.has("tps"):
        return Found()
    tps = roster.table("tps")
    desa = tps["kode_desa"].codes.astype(np.int64)
    return _repeated(roster, "tps", desa * TPS_STRIDE + tps["nomor"].numbers())


def _repeated(roster: Roster, kind: str, keys: NDArray[np.integer[Any]]) -> Found:
    table = roster.table(kind)
    rows = table.accepted_rows
    later, first = repeats(keys[rows])
    return in_pairs(
        roster,
        (rows[later], rows[first]),
        partial(_params, table),
        among=rows.size,
        column="nomor" if kind == "tps" else "kode",
        table=table,
    )


def _params(table: Table, row: int, before: int) -> Params:
    there = first_at(table, before)
    if table.name == "tps":
        return {**there, "variant": "tps", "tps": table.value("nomor", row)}
    name = table.value("nama", before)
    variant = "same" if name == table.value("nama", row) else "name"
    return {
        **there, "variant": variant, "found": table.value("kode", row), "first_name": name,
    }  # fmt: skip


TEXTS = """
title.id = Wilayah tercantum dua kali
title.en = Place listed twice
why.id = Satu kode menunjuk satu wilayah. Yang tercantum lebih dahulu yang dipakai; kuotanya
  dihitung satu kali. Sering kali baris kedua sebenarnya wilayah lain yang kodenya salah salin, dan
  wilayah itu kini tidak terhitung.
why.en = One code means one place. The first one listed is used, and its seats count once. Often the
  second row is really another place whose code was miscopied, and that place is not counted now.
message.same.id = kode {found} sudah tercantum di {first_file}:{first_line}
message.same.en = code {found} is listed already at {first_file}:{first_line}
message.name.id = kode {found} sudah tercantum di {first_file}:{first_line} dengan nama {first_name}
message.name.en = code {found} is listed already at {first_file}:{first_line}, under the name
  {first_name}
message.tps.id = {place} sudah tercantum di {first_file}:{first_line}
message.tps.en = {place} is listed already at {first_file}:{first_line}
fix.same.id = Hapus salah satu dari kedua baris.
fix.same.en = Delete one of the two rows.
fix.name.id = Cari kode yang benar untuk kedua wilayah, lalu betulkan baris yang keliru.
fix.name.en = Find the right code of both places and correct the row that is wrong.
fix.tps.id = Hapus salah satu baris, atau betulkan nomor TPS-nya.
fix.tps.en = Delete one of the two rows, or correct the number of the TPS.
"""

FACTS = Facts(
    severity=Severity.ERROR,
    needs=("kecamatan", "desa"),
    basis=FORMAT,
    passes=(
        example(),
        example("+tps kode_desa=33.23.01.2016, nomor=1", "+tps kode_desa=33.23.01.2013, nomor=1"),
    ),
    fails=(
        example("+kecamatan kode=332301, nama=Bulu", at="kecamatan:3"),
        example("desa:3 kode=33.23.01.2016", at="desa:3"),
        example(
            "+tps kode_desa=33.23.01.2016, nomor=1",
            "+tps kode_desa=33.23.01.2016, nomor=TPS 001",
            at="tps:3",
        ),
    ),
)
