"""V204: a NIK with a serial number that is never given out."""

from __future__ import annotations

import numpy as np

from adhoc_cli.models.columns import Privacy
from adhoc_cli.models.finding import Severity
from adhoc_cli.roster.roster import Roster
from adhoc_cli.rules.api import Found, Rule, in_rows, personal
from adhoc_cli.rules.bases import NIK
from adhoc_cli.rules.examples import Example
from adhoc_cli.rules.nik_parts import nik_parts
from adhoc_cli.text.words import Words


def check(roster: Roster) -> Found:
    """Valid NIKs of members that end in 0000."""
    nik = roster.members["nik"]
    return in_rows(
        roster.members,
        nik.value_in(nik_parts(nik).serial == 0),
        checked=int(np.count_nonzero(nik.known)),
        column="nik",
        params=lambda row: {"found": personal(nik.value(row), Privacy.NIK)},
        roster=roster,
    )


RULE = Rule(
    code="V204",
    name="nik-serial",
    severity=Severity.WARNING,
    needs=("anggota.nik",),
    check=check,
    title=Words("Nomor urut NIK 0000", "NIK with serial number 0000"),
    why=Words(
        "Nomor urut dalam NIK mulai dari 0001. Akhiran 0000 sering berasal dari Excel, yang "
        "mengganti angka ke-16 dengan nol, atau dari NIK yang dikarang.",
        "The serial number in a NIK starts at 0001. An ending 0000 often comes from Excel, which "
        "turns the 16th digit into a zero, or from an invented NIK.",
    ),
    message=Words("NIK {found} berakhiran 0000", "NIK {found} ends in 0000"),
    fix=Words(
        "Cocokkan dengan KTP-el; di Excel format kolomnya sebagai Teks sebelum mengisi.",
        "Compare it with the identity card; in Excel format the column as Text before filling it "
        "in.",
    ),
    basis=NIK,
    passes=(
        Example(),
        Example(change={"anggota:8": {"nik": "3323014708861000"}}),
    ),
    fails=(Example(change={"anggota:8": {"nik": "3323014708860000"}}, at=(("anggota.csv", 8),)),),
)
