"""V204: a NIK with a serial number that is never given out."""

from adhoc_cli.rules.api import NIK, Facts, Severity, example
from adhoc_cli.rules.found import Found, Privacy, Roster, in_rows, personal
from adhoc_cli.rules.nik_parts import nik_parts


def check(roster: Roster) -> Found:
    """Valid NIKs of members that end in 0000."""
    nik = roster.members["nik"]
    return in_rows(
        roster,
        nik.value_in(nik_parts(roster).unnumbered),
        among=nik.known,
        column="nik",
        params=lambda row: {"found": personal(nik.value(row), Privacy.NIK)},
    )


TEXTS = """
title.id = Nomor urut NIK 0000
title.en = NIK with serial number 0000
why.id = Nomor urut dalam NIK mulai dari 0001. Akhiran 0000 sering berasal dari Excel, yang
  mengganti angka ke-16 dengan nol, atau dari NIK yang dikarang.
why.en = The serial number in a NIK starts at 0001. An ending 0000 often comes from Excel, which
  turns the 16th digit into a zero, or from an invented NIK.
message.id = NIK {found} berakhiran 0000
message.en = NIK {found} ends in 0000
fix.id = Cocokkan dengan KTP-el; di Excel format kolomnya sebagai Teks sebelum mengisi.
fix.en = Compare it with the identity card; in Excel format the column as Text before filling it in.
"""

FACTS = Facts(
    severity=Severity.WARNING,
    needs=("anggota.nik",),
    basis=NIK,
    passes=(
        example(),
        example("8 nik=3323014708861000"),
    ),
    fails=(example("8 nik=3323014708860000", at="8"),),
)
