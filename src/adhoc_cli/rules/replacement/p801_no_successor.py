"""P801: a vacant seat and nobody in reserve."""

from adhoc_cli.rules.api import BY_RANK, Facts, Severity, example
from adhoc_cli.rules.found import Found, Roster, in_units


def check(roster: Roster) -> Found:
    """Units with a vacant seat and no reserve with a name, of bodies whose profile has ranks in
    reserve. Others (KPPS, pantarlih) are replaced from no list that a roster must hold."""
    return in_units(
        roster,
        lambda seats: (seats.vacant > 0) & (seats.reserves == 0),
        lambda seats, unit: {"vacant": seats.vacant[unit], "seats": seats.least[unit]},
        of=lambda body: body.cadangan > 0,
    )


TEXTS = """
title.id = Tidak ada calon PAW
title.en = No successor
why.id = Kekurangan anggota PPK dan PPS diisi peringkat berikutnya dari hasil seleksi. Bila
  daftarnya habis, tidak ada yang dapat diangkat begitu saja, dan ketentuannya tidak ditemukan.
why.en = A vacant seat of a PPK or PPS goes to the next in rank of the selection. Where the list is
  exhausted nobody can simply be appointed, and no rule was found.
message.id = {body} {place}: kurang {vacant} dari {seats} anggota dan tidak ada calon PAW
message.en = {body} {place}: {vacant} of {seats} seats vacant and nobody in reserve
fix.id = Periksa apakah calon PAW-nya belum dicatat (status cadangan). Bila memang habis, mohon
  petunjuk KPU Provinsi.
fix.en = See whether reserves were not recorded (status cadangan). Where there are none, ask the KPU
  Provinsi for instructions.
"""

FACTS = Facts(
    severity=Severity.WARNING,
    needs=("kecamatan", "desa", "anggota", "anggota.status"),
    uses=("penggantian",),
    basis=BY_RANK,
    passes=(
        example(),
        example(drop="8"),  # three wait
        example(drop="18-20"),  # nothing to succeed to: Q406
        example("20 peringkat=", drop="8 18 19"),
        # KPPS have no ranks in the profile.
        example("+tps kode_desa=33.23.01.2016, nomor=1", settings='badan = ["KPPS"]\n'),
    ),
    fails=(
        example(drop="8 18-20", at="place"),
        example(
            "8 status=meninggal",
            "18 status=mengundurkan diri",
            "19 nama=-",
            "20 status=entahlah",
            at="place",
        ),
        example(drop="2-6 13-17", profile="pemilu-2024", as_of="2024-02-01", at="place"),
        example(drop="8 18-20", settings="[ubah.badan.PPS]\ncadangan = 1\n", at="place"),
    ),
)
