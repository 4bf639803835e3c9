"""Q402: a place with more active members than seats."""

from adhoc_cli.rules.api import SEATS, Facts, Severity, example
from adhoc_cli.rules.found import Found, Roster, exceeded, excess, in_units


def check(roster: Roster) -> Found:
    """Units with members beyond the most that they may have; a secretariat is S702's."""
    return in_units(roster, exceeded, excess, of=lambda body: not body.is_secretariat)


TEXTS = """
title.id = Anggota melebihi kuota
title.en = More members than seats
why.id = Jumlah anggota setiap badan ditetapkan undang-undang: {seats}. Yang lebih dari itu di luar
  kuota: biasanya yang sudah berhenti belum diubah statusnya, atau calon PAW tercatat aktif.
why.en = The law fixes the members of every body: {seats}. Whoever is beyond that has no seat:
  mostly the status of somebody who left was not changed, or a reserve is marked aktif.
message.id = {body} {place}: {filled} anggota aktif, kuotanya {seats}, lebih {excess}
message.en = {body} {place}: {filled} active members for {seats} seats, {excess} too many
fix.id = Cocokkan dengan SK: ubah status yang sudah berhenti atau masih calon PAW, hapus baris
  ganda, atau betulkan kode wilayahnya.
fix.en = Compare with the decree: change the status of whoever left or still waits, delete a row
  that stands twice, or correct its place code.
"""

FACTS = Facts(
    severity=Severity.ERROR,
    needs=("kecamatan", "desa", "anggota"),
    uses=("kursi",),
    of=lambda body: not body.is_secretariat,
    basis=SEATS,
    passes=(
        example(),
        example("8 status=diberhentikan", "18 status=aktif"),
    ),
    fails=(
        example("18 status=aktif", at="place"),
        example("13 status=aktif", "14 status=", at="place"),
    ),
)
