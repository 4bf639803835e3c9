"""Q406: fewer reserves than ranks."""

from adhoc_cli.rules.api import Facts, Severity, Words, example
from adhoc_cli.rules.found import BodySeats, Found, Params, Roster, in_units


def check(roster: Roster) -> Found:
    """Units with fewer reserves than the profile has ranks behind the seats."""
    nowhere = not any(seats.reserves.any() for seats in roster.counted_bodies)

    def params(seats: BodySeats, unit: int) -> Params:
        reserves, ranks = seats.reserves[unit], seats.body.cadangan
        variant = "some" if reserves else "nowhere" if nowhere else "nobody"
        return {"reserves": reserves, "ranks": ranks, "variant": variant}

    return in_units(
        roster,
        lambda seats: seats.reserves < seats.body.cadangan,
        params,
        of=lambda body: body.cadangan > 0,
    )


TEXTS = """
title.id = Calon PAW kurang
title.en = Few reserves
why.id = Kekurangan anggota diisi peringkat berikutnya dari hasil seleksi. Bila daftar tunggunya
  pendek, daftar itu dapat habis. Banyaknya peringkat berasal dari praktik, bukan pasal.
why.en = A vacant seat goes to the next in rank of the selection. Where the list of reserves is
  short it may run out. The number of ranks rests on practice, not on an article.
message.some.id = {body} {place}: calon PAW {reserves} dari {ranks} peringkat
message.some.en = {body} {place}: {reserves} of {ranks} ranks in reserve
message.nobody.id = {body} {place}: belum ada calon PAW; profil menyediakan {ranks} peringkat
message.nobody.en = {body} {place}: nobody in reserve; the profile has {ranks} ranks
message.nowhere.id = tidak ada satu baris calon PAW pun di folder ini
message.nowhere.en = no row of a reserve in this folder
fix.id = Lengkapi dari pengumuman hasil seleksi: satu baris per orang dengan status cadangan dan
  peringkatnya.
fix.en = Complete it from the announced results of the selection: a row a person, with status
  cadangan and the rank.
"""

FACTS = Facts(
    severity=Severity.INFO,
    needs=("kecamatan", "desa", "anggota", "anggota.status"),
    uses=("cadangan",),
    basis=Words(
        "PKPU 8/2022; Kep KPU 534/2022 Bab IV (PAW oleh peringkat berikutnya); banyaknya "
        "peringkat menurut praktik seleksi di Madiun",
        "PKPU 8/2022; Kep KPU 534/2022 chapter IV (replacement by the next in rank); the number of "
        "ranks by practice of the selection in Madiun",
    ),
    passes=(
        example(),
        # A body without reserves is not looked at.
        example(
            "+tps kode_desa=33.23.01.2016, nomor=1",
            settings='badan = ["KPPS"]\n',
            as_of="2024-11-07",
        ),
        example(drop="19,20,22,23", settings="[ubah.badan.PPS]\ncadangan = 1\n"),
    ),
    fails=(
        example(drop="17", at="place"),
        example("18 status=aktif", at="place"),
        example(drop="18-20", at="place"),
        example("13 nama=-", at="place"),
        example(drop="13-23", at="place place place"),
        example(drop="18-20", settings="[ubah.badan.PPS]\ncadangan = 1\n", at="place"),
    ),
)
