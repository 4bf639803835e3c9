"""R301: a code of a place that no region file lists."""

from collections.abc import Iterator

import numpy as np

from adhoc_cli.models.codes import DESA_LENGTH, UNDOTTED_DESA, is_kabupaten_code
from adhoc_cli.rules.api import FORMAT, Facts, Severity, example
from adhoc_cli.rules.found import Found, Mask, Params, Region, Roster, Table, in_rows, together
from adhoc_cli.tables.column import Column


def check(roster: Roster) -> Found:
    """Every column whose model says that a region file must hold its values."""
    return together([_unlisted(roster, table, name) for table, name in _references(roster)])


def _references(roster: Roster) -> Iterator[tuple[Table, str]]:
    for name, table in roster.folder.tables.items():
        # Inside the region files the reference is the parent: R302.
        if not table.kind.names_places and roster.has(name):
            for column_name, column in table.columns.items():
                if column.spec.header.references:
                    yield table, column_name


def _unlisted(roster: Roster, table: Table, name: str) -> Found:
    column, places = table[name], roster.places
    known = (code in places.level_of(code).index for code in column.value_list)
    listed = np.fromiter(known, bool, len(column.values))
    looked_at = table.accepted & column.known
    if table.name == "anggota":
        looked_at &= ~roster.members.misplaced  # a code of the wrong level is R304's, listed or not

    of_bps = _of_bps(column, looked_at & column.value_in(~listed))

    def params(row: int) -> Params:
        code = str(column.value(row))
        if of_bps[row]:
            return {"found": column.text(row), "variant": "bps"}
        reference = "desa.csv" if len(code) == DESA_LENGTH else "kecamatan.csv"
        return {"found": code, "reference": reference, **_suggestion(roster, table, row, code)}

    failed = looked_at & (column.value_in(~listed) | of_bps)
    checked = int(np.count_nonzero(looked_at))
    return in_rows(roster, failed, among=checked, column=name, params=params, table=table)


def _of_bps(column: Column, unlisted: Mask) -> Mask:
    """Rows with a code of ten digits, where most of those in the column are no Kemendagri codes:
    the others are, by chance, those of other places."""
    ten = column.text_in(np.flatnonzero(column.texts.full_match(UNDOTTED_DESA)))
    unknown = np.count_nonzero(ten & unlisted)
    return ten if unknown > 1 and 2 * unknown > np.count_nonzero(ten) else np.zeros_like(ten)


def _suggestion(roster: Roster, table: Table, row: int, code: str) -> Params:
    """The place that the row names beside its code, else the one with the nearest code."""
    named = _named(roster, table, row, code)
    if named is not None:
        return {"variant": "named", "nearest": named}
    nearest = roster.places.level_of(code).nearest(code)
    return {"variant": "near", "nearest": nearest} if nearest else {"variant": "alone"}


def _named(roster: Roster, table: Table, row: int, code: str) -> Region | None:
    desa, kecamatan = (table.value(column, row) for column in ("desa", "kecamatan"))
    if is_kabupaten_code(code):
        return None
    if len(code) != DESA_LENGTH:
        return roster.places.named(None, kecamatan)
    return roster.places.named(desa, kecamatan) if desa else None


TEXTS = """
title.id = Kode wilayah tidak dikenal
title.en = Unknown place code
why.id = Wilayah dikenali dari kodenya. Baris dengan kode yang tidak tercantum di kecamatan.csv atau
  desa.csv tidak masuk hitungan wilayah mana pun, sehingga kuota di wilayah yang benar tampak
  belum terisi.
why.en = A place is known by its code. A row whose code stands neither in kecamatan.csv nor in
  desa.csv counts for no place, so that a seat in the right one looks vacant.
message.named.id = kode {found} tidak tercantum di {reference}; menurut nama wilayahnya: {nearest}
message.named.en = code {found} is not listed in {reference}; going by the place's name: {nearest}
message.near.id = kode {found} tidak tercantum di {reference}; yang terdekat: {nearest}
message.near.en = code {found} is not listed in {reference}; the nearest is {nearest}
message.bps.id = kode {found} ada di kolom yang isinya kode BPS: wilayahnya tidak diketahui
message.bps.en = code {found} stands in a column of BPS codes: which place it is is not known
message.alone.id = kode {found} tidak tercantum di {reference}
message.alone.en = code {found} is not listed in {reference}
fix.named|near|alone.id = Cocokkan dengan SK, lalu betulkan kodenya (Kemendagri, bukan BPS); bila
  wilayahnya memang ada, tambahkan ke {reference}.
fix.named|near|alone.en = Compare with the decree and correct the code (Kemendagri's, not BPS's); if
  the place does exist, add it to {reference}.
fix.bps.id = Pakai kode Kemendagri di seluruh kolom: PP.KK.CC.VVVV.
fix.bps.en = Use Kemendagri codes in the whole column: PP.KK.CC.VVVV.
"""

FACTS = Facts(
    severity=Severity.ERROR,
    needs=("kecamatan", "desa", "anggota"),
    basis=FORMAT,
    passes=(
        example(),
        example("8 kode_wilayah=3323012016"),
        example("3 kode_wilayah=33.23.77.2001"),  # of the wrong level: R304
        example("+pemangku kode_wilayah=33.23.01, peran=camat, nama=Tri"),
    ),
    fails=(
        example("8 kode_wilayah=33.23.01.2011", at="8"),
        example("2 kode_wilayah=33.23.10", at="2"),
        # As many that are listed: not codes of another kind.
        example(
            "8,9 kode_wilayah=3323012016",
            "10 kode_wilayah=3323010012",
            "11 kode_wilayah=3323010013",
            at="10 11",
        ),
        example("3 kode_wilayah=91.71.99", at="3"),
        example("8 kode_wilayah=3323090001, desa=Desa Pakurejo", at="8"),
        example(
            "8 kode_wilayah=3323010012",
            "9 kode_wilayah=3323010013",
            "10 kode_wilayah=3323012013",
            at="8-10",
        ),
        example(
            "+pemangku kode_wilayah=33.23.01.2009, peran=kades, nama=Tri",
            "+tps kode_desa=33.23.02.2001, nomor=1",
            at="pemangku:2 tps:2",
        ),
    ),
)
