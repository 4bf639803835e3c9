"""Q401: a place with fewer active members than seats."""

from adhoc_cli.rules.api import SEATS, Facts, Severity, example
from adhoc_cli.rules.found import BodySeats, Found, Params, Roster, in_units


def check(roster: Roster) -> Found:
    """Units short of members, from the region file outwards: a desa without any row is seen."""
    # A secretariat is judged by S701, which knows its deadline.
    return in_units(
        roster, lambda seats: seats.vacant > 0, _params, of=lambda body: not body.is_secretariat
    )


def _params(seats: BodySeats, unit: int) -> Params:
    filled = seats.filled[unit]
    return {
        "filled": filled,
        "seats": seats.least[unit],
        "vacant": seats.vacant[unit],
        "variant": "some" if filled else "nobody",
    }


TEXTS = """
title.id = Kekurangan anggota
title.en = Vacant seats
why.id = Jumlah anggota setiap badan ditetapkan peraturan: {seats}. Selama masih kurang,
  pekerjaannya dipikul yang lain.
why.en = The law fixes the members of every body: {seats}. While a seat is vacant the others carry
  its work.
message.some.id = {body} {place}: terisi {filled} dari kuota {seats}, kurang {vacant}
message.some.en = {body} {place}: {filled} of {seats} seats filled, {vacant} vacant
message.nobody.id = {body} {place}: belum ada seorang pun, kurang {seats}
message.nobody.en = {body} {place}: nobody at all, {seats} seats vacant
fix.id = Periksa apakah barisnya hilang atau ditolak; bila anggotanya memang kurang, isi
  menurut ketentuan PAW badan itu (adhoc replace).
fix.en = See whether a row is missing or was rejected; if the seat is truly vacant, fill it as the
  law has it for that body (adhoc replace).
"""

FACTS = Facts(
    severity=Severity.ERROR,
    needs=("kecamatan", "desa", "anggota"),
    uses=("kursi",),
    of=lambda body: not body.is_secretariat,
    basis=SEATS,
    passes=(
        example(),
        # KPPS are not expected before a row of theirs, or adhoc.toml, says so.
        example("+tps kode_desa=33.23.01.2016, nomor=1", as_of="2024-11-07"),
        # Nor before their oath, whatever it says.
        example("+tps kode_desa=33.23.01.2016, nomor=1", settings='badan = ["KPPS"]\n'),
    ),
    fails=(
        example(drop="8", at="place"),
        example(drop="7-9", at="place"),
        example("8 nama=", at="place"),
        example("8 status=mengundurkan diri", at="place"),
        example("8 status=entahlah", at="place"),
        example(
            "+tps kode_desa=33.23.01.2016, nomor=1",
            settings='badan = ["KPPS"]\n',
            as_of="2024-11-07",
            at="place",
        ),
    ),
)
