"""Q403: members, but no ketua among them."""

from adhoc_cli.rules.api import SEATS, Facts, Severity, example
from adhoc_cli.rules.found import Body, BodySeats, Found, Mask, Roster, in_units


def check(roster: Roster) -> Found:
    """Units with members but fewer ketua than the profile demands; those with nobody are Q401's."""

    def missing(seats: BodySeats) -> Mask:
        return seats.asked & (seats.filled > 0) & (seats.chairs < _least_chairs(seats.body))

    return in_units(
        roster,
        missing,
        lambda seats, unit: {"filled": seats.filled[unit]},
        of=_has_chair,
    )


def _has_chair(body: Body) -> bool:
    return _least_chairs(body) > 0


def _least_chairs(body: Body) -> int:
    return body.jabatan.get("ketua", (0, 0))[0]


TEXTS = """
title.id = Belum ada ketua
title.en = No ketua
why.id = PPK, PPS, dan KPPS masing-masing dipimpin seorang ketua yang merangkap anggota. Tanpa ketua
  tidak ada yang memimpin pleno dan menandatangani berita acara.
why.en = A PPK, a PPS and a KPPS are each led by a ketua, who is one of the members. Without one
  nobody chairs the plenary or signs its minutes.
message.id = {body} {place}: ada {filled} anggota aktif, tetapi tidak ada ketua
message.en = {body} {place}: {filled} active, none of them ketua
fix.id = Periksa kolom jabatan dan baris yang ditolak; bila ketuanya berhenti, adakan pleno untuk
  memilih ketua baru.
fix.en = Look at the column jabatan and at rejected rows; if the ketua has left, have the plenary
  choose a new one.
"""

FACTS = Facts(
    severity=Severity.ERROR,
    needs=("kecamatan", "desa", "anggota"),
    uses=("jabatan",),
    of=_has_chair,
    basis=SEATS,
    passes=(
        example(),
        # With nobody there at all it is the seats that are vacant: Q401.
        example(drop="7-9"),
        # A pantarlih has no ketua.
        example(
            "+tps kode_desa=33.23.01.2016, nomor=1, jumlah_pemilih=300",
            "18 badan=PANTARLIH, status=aktif, tps=1",
        ),
        # A body that may have a chair need not.
        example(
            "2 jabatan=anggota",
            settings="[ubah.badan.PPK]\njabatan = { ketua = [0, 1], anggota = [4, 5] }\n",
        ),
    ),
    fails=(
        example("7 jabatan=anggota", at="place"),
        example("2 status=meninggal", at="place"),
        example(drop="7-8", at="place"),  # one is there, and no ketua
    ),
)
