"""R302: a desa whose kecamatan is not listed, or is another one than its code says."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from adhoc_cli.models.codes import kecamatan_of
from adhoc_cli.rules.api import PLACE_CODES, Facts, Severity, example
from adhoc_cli.rules.found import Finding, Found, Roster, Table, at_row, described

_EMPTY = -1


def check(roster: Roster) -> Found:
    """Every desa against the kecamatan in its code, and against the one named beside it."""
    desa = roster.table("desa")
    number: dict[str, int] = {}
    own = _numbered(desa, "kode", number, kecamatan_of)
    named, readable = own, desa.accepted
    if "kode_kecamatan" in desa:
        named = _numbered(desa, "kode_kecamatan", number)
        readable = desa.accepted & ~desa["kode_kecamatan"].refused
    listed = np.array([code in roster.places.kecamatan.index for code in number], bool)
    differs = readable & (named != _EMPTY) & (named != own)
    failed = differs | (readable & ~np.append(listed, True)[own])
    return described(
        readable, failed, lambda row: _finding(roster, desa, row, differs=bool(differs[row]))
    )


def _numbered(
    table: Table, name: str, number: dict[str, int], of: Any = lambda code: code
) -> NDArray[np.int64]:
    """Per row the number of its kecamatan's code, the same number for the same code."""
    return table[name].numbered(lambda code: number.setdefault(of(code), len(number)))


def _finding(roster: Roster, desa: Table, row: int, *, differs: bool) -> Finding:
    named = desa.value("kode_kecamatan", row)
    own = kecamatan_of(str(desa.value("kode", row)))
    params = {
        "variant": "differs" if differs else "unlisted",
        "found": roster.places.region(named or own),
        "expected": roster.places.region(own),
    }
    column = "kode_kecamatan" if named else "kode"
    return at_row(roster, row, column=column, params=params, table=desa)


TEXTS = """
title.id = Kecamatan sebuah desa tidak dikenal
title.en = Kecamatan of a desa unknown
why.id = Kode desa diawali kode kecamatannya. Desa yang kecamatannya tidak tercantum hilang dari
  rekap per kecamatan; desa yang menunjuk kecamatan lain terhitung di tempat yang salah.
why.en = The code of a desa begins with its kecamatan's. A desa of an unlisted kecamatan is missing
  from the figures by kecamatan; one that points to another kecamatan is counted in the wrong place.
message.differs.id = kode_kecamatan menunjuk {found}, padahal kode desanya diawali {expected}
message.differs.en = kode_kecamatan says {found}, but the code of the desa begins with {expected}
message.unlisted.id = kecamatannya, {found}, tidak tercantum di kecamatan.csv
message.unlisted.en = its kecamatan, {found}, is not listed in kecamatan.csv
fix.differs.id = Betulkan yang keliru, kode desa atau kode_kecamatan; kode_kecamatan boleh
  dikosongkan.
fix.differs.en = Correct whichever is wrong, the code of the desa or kode_kecamatan; the latter may
  be empty.
fix.unlisted.id = Tambahkan kecamatannya ke kecamatan.csv, atau betulkan kode desanya.
fix.unlisted.en = Add the kecamatan to kecamatan.csv, or correct the code of the desa.
"""

FACTS = Facts(
    severity=Severity.ERROR,
    needs=("kecamatan", "desa"),
    basis=PLACE_CODES,
    passes=(
        example(),
        example(without="desa.kode_kecamatan"),
        example("desa:3 kode_kecamatan="),
        example("desa:3 kode_kecamatan=332301"),
        example("desa:3 kode_kecamatan=33.23"),  # unreadable: V210
    ),
    fails=(
        example("desa:3 kode_kecamatan=33.23.02", at="desa:3"),
        example("+desa kode=33.23.21.2001, nama=Sumberagung, kode_kecamatan=33.23.21", at="desa:4"),
        example("+desa kode=33.23.21.2001, nama=Sumberagung", at="desa:4"),
    ),
)
