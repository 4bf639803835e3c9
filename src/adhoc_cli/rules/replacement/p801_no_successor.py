"""P801: a vacant seat and nobody in reserve."""

from __future__ import annotations

import numpy as np

from adhoc_cli.rules.api import Rule, Severity, Words, example
from adhoc_cli.rules.found import BodySeats, Found, Mask, Params, Roster, in_units


def check(roster: Roster) -> Found:
    """Units with a vacant seat and no reserve with a name, of bodies whose profile has ranks in
    reserve. Others (KPPS, pantarlih) are replaced from no list that a roster must hold."""
    return in_units(roster, _without, _params, of=lambda body: body.cadangan > 0)


def _without(seats: BodySeats) -> Mask:
    return np.asarray((seats.vacant > 0) & (seats.reserves == 0))


def _params(seats: BodySeats, unit: int) -> Params:
    return {"vacant": seats.vacant[unit], "seats": seats.least[unit]}


TEXTS = """
title.id = Tidak ada pengganti
title.en = No successor
why.id = Kursi kosong PPK dan PPS diisi peringkat berikutnya dari hasil seleksi. Bila daftarnya
  habis, tidak ada yang dapat diangkat begitu saja: di 220 dari 289 desa Temanggung pelamarnya
  kurang dari dua kali kebutuhan.
why.en = A vacant seat of a PPK or PPS goes to the next in rank of the selection. Where the list is
  exhausted nobody can simply be appointed: in 220 of Temanggung's 289 desa fewer people applied
  than twice the need.
message.id = {body} {place}: {vacant} dari {seats} kursi kosong dan tidak ada cadangan
message.en = {body} {place}: {vacant} of {seats} seats vacant and nobody in reserve
fix.id = Periksa apakah cadangannya belum dicatat (status cadangan). Bila memang habis, mintakan
  penunjukan lewat pleno dengan berita acara, bersama lembaga pendidikan atau pemerintah desa.
fix.en = See whether reserves were not recorded (status cadangan). Where there are none, have
  somebody appointed by the plenary with its minutes, together with schools or the village
  government.
"""

RULE = Rule(
    code="P801",
    name="no-successor",
    severity=Severity.WARNING,
    needs=("kecamatan", "desa", "anggota", "anggota.status"),
    check=check,
    texts=TEXTS,
    uses=("penggantian",),
    basis=Words(
        "PKPU 8/2022 pasal 43; penunjukan bila daftar habis menurut praktik",
        "PKPU 8/2022 article 43; appointment where the list is exhausted by practice",
    ),
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
        example(drop="2-6 13-17", profile="pemilu-2024", at="place"),
    ),
)
