"""S702: a secretariat with more people than it may have."""

from adhoc_cli.rules.api import Facts, Severity, Words, example
from adhoc_cli.rules.examples import secretariat
from adhoc_cli.rules.found import Body, Found, Roster, absent_bodies, exceeded, excess, in_units


def check(roster: Roster) -> Found:
    """Units of every expected secretariat with more active members than seats."""
    found = in_units(roster, exceeded, excess, of=_is_secretariat)
    return found._replace(partly=absent_bodies(roster, _is_secretariat) or found.partly)


def _is_secretariat(body: Body) -> bool:
    return body.is_secretariat


_OF_PPK = secretariat("SEKRETARIAT PPK", "33.23.01")
_OF_PPS = secretariat("SEKRETARIAT PPS", "33.23.01.2013")
_FOURTH = f"{_OF_PPK[1]}, nama=Suwito Bulu"

TEXTS = """
title.id = Sekretariat melebihi kuota
title.en = Secretariat too large
why.id = Sekretariat terdiri atas {secretariat}. Honor yang lebih dari itu tidak dapat dibayarkan:
  biasanya yang sudah diganti belum diubah statusnya.
why.en = A secretariat is {secretariat}. Whoever is beyond that cannot be paid: mostly the status of
  somebody who was replaced has not been changed.
message.id = {body} {place}: {filled} orang, kuotanya {seats}, lebih {excess}
message.en = {body} {place}: {filled} people for {seats} posts, {excess} too many
fix.id = Cocokkan dengan keputusan bupati (PPK) atau kades/lurah (PPS); ubah status yang sudah
  diganti, hapus baris ganda.
fix.en = Compare with the decree of the bupati (PPK) or the kades/lurah (PPS); change the status of
  whoever was replaced, delete repeated rows.
"""

FACTS = Facts(
    severity=Severity.WARNING,
    needs=("kecamatan", "desa", "anggota"),
    uses=("kursi",),
    of=lambda body: body.is_secretariat,
    basis=Words(
        "PKPU 8/2022 pasal 75; Kep KPU 534/2022",
        "PKPU 8/2022 article 75; Kep KPU 534/2022",
    ),
    passes=(
        example(*_OF_PPK),
        example(*_OF_PPK, f"{_FOURTH}, status=mengundurkan diri"),
        example(*_OF_PPK[1:]),  # S701
    ),
    fails=(
        example(*_OF_PPK, _FOURTH, at="place"),
        example(
            *_OF_PPS,
            f"{_OF_PPS[0]}, nama=Suwito Pakurejo",
            profile="pemilu-2024",
            as_of="2024-02-01",
            at="place",
        ),
    ),
)
