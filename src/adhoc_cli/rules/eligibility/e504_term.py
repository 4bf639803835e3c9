"""E504: a member's dates outside the term of the body."""

import numpy as np

from adhoc_cli.rules.api import Facts, Severity, Words, example
from adhoc_cli.rules.found import Body, Finding, Found, Roster, absent_columns, at_row, described

_COLUMNS = ("tanggal_mulai", "tanggal_selesai")
_BOUNDS = dict(zip(_COLUMNS, (Body.oath_in, Body.term_in), strict=True))


def check(roster: Roster) -> Found:
    """The two dates of active members against the term of their body. To begin later is what a
    replacement does, and to end earlier what an office may decide."""
    members = roster.members
    checked, failed = 0, np.zeros((len(members), len(_COLUMNS)), bool)
    for at, column in enumerate(_COLUMNS):
        given, bound = members.dates(column), members.by_place(_BOUNDS[column])
        checked += int(np.count_nonzero(members.holding & ~np.isnat(given) & ~np.isnat(bound)))
        outside = given < bound if column == "tanggal_mulai" else given > bound  # never with NaT
        failed[:, at] = members.holding & outside
    cells, partly = np.argwhere(failed), absent_columns(roster, _COLUMNS)
    return described(checked, cells, lambda cell: _finding(roster, *cell), partly=partly)


def _finding(roster: Roster, row: int, at: int) -> Finding:
    members, column = roster.members, _COLUMNS[at]
    body = roster.profile.badan[members.value("badan", row)]
    params = {
        "variant": "before" if column == "tanggal_mulai" else "after",
        "found": members.value(column, row),
        "bound": _BOUNDS[column](body, members.value("kode_wilayah", row)),
    }
    return at_row(roster, row, column=column, params=params)


TEXTS = """
title.id = Di luar masa kerja
title.en = Outside the term
why.id = Tidak seorang pun bertugas sebelum pelantikan atau sesudah masa kerja badannya berakhir;
  tanggal di luar itu biasanya sisa daftar pemilu yang lalu, dan honor ikut salah hitung. Mulai
  lebih lambat tidak salah: begitulah anggota PAW.
why.en = Nobody serves before the oath or after the term of the body has ended; dates outside it are
  mostly left over from the roster of the last election, and pay is then miscounted. To begin later
  is not wrong: so do replacements.
message.before.id = tanggal_mulai {found} mendahului pelantikan {body}, {bound}
message.before.en = tanggal_mulai {found} is before the oath of {body}, {bound}
message.after.id = tanggal_selesai {found} melewati akhir masa kerja {body}, {bound}
message.after.en = tanggal_selesai {found} is after the end of the term of {body}, {bound}
fix.before.id = Cocokkan dengan SK. Bila pelantikan setempat memang lebih awal, tulis harinya di
  adhoc.toml: mulai di bawah [ubah.badan.{body}].
fix.before.en = Compare with the decree. Where the local oath was truly earlier, write its day in
  adhoc.toml: mulai under [ubah.badan.{body}].
fix.after.id = Cocokkan dengan SK. Bila masa kerja diperpanjang, tulis harinya di adhoc.toml:
  selesai di bawah [ubah.badan.{body}].
fix.after.en = Compare with the decree. Where the term was extended, write its day in adhoc.toml:
  selesai under [ubah.badan.{body}].
"""

FACTS = Facts(
    severity=Severity.WARNING,
    needs=("anggota",),
    uses=("mulai", "selesai"),
    basis=Words(
        "PKPU 8/2022; masa kerja dalam profil",
        "PKPU 8/2022; the terms in the profile",
    ),
    passes=(
        example(),
        # A replacement, sworn in later; a term that ends early.
        example("8 tanggal_mulai=2024-08-01"),
        example("8 tanggal_selesai=2024-12-31"),
        example("8 tanggal_mulai=, tanggal_selesai=-"),
        example("8 tanggal_mulai=2023-01-24, status=diberhentikan"),
        example(without="tanggal_mulai"),
        # An oath that was really a day earlier than the national schedule.
        example("7-12 tanggal_mulai=2024-05-25", settings="[ubah.badan.PPS]\nmulai = 2024-05-25\n"),
        # And where it was so in that kecamatan alone.
        example(
            "8 tanggal_mulai=2024-05-25",
            settings='[ubah.badan.PPS.setempat]\n"33.23.01".mulai = 2024-05-25\n',
        ),
    ),
    fails=(
        example("8 tanggal_mulai=2024-05-25", at="8"),
        example("8 tanggal_selesai=2025-01-28", at="8"),
        example(
            "3 tanggal_mulai=2023-01-04, tanggal_selesai=2025-04-04",
            "8 tanggal_mulai=2023-01-24, tanggal_selesai=2024-04-04",
            at="3 3 8",
        ),
        # The dates of one election are outside the other's.
        example(
            "2 tanggal_mulai=2023-01-03, tanggal_selesai=2024-04-05",
            "3-12 tanggal_mulai=2023-01-24, tanggal_selesai=2024-04-04",
            profile="pemilu-2024",
            at="2 2",
        ),
    ),
)
