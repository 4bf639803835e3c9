"""Q403: members, but no ketua among them."""

from __future__ import annotations

from typing import Any

from adhoc_cli.models.finding import Severity
from adhoc_cli.profiles.model import Body
from adhoc_cli.roster.roster import Roster
from adhoc_cli.roster.seats import BodySeats
from adhoc_cli.rules.api import Found, Rule, each_body, in_units
from adhoc_cli.rules.examples import Example
from adhoc_cli.text.words import Words


def check(roster: Roster) -> Found:
    """Units with members but fewer ketua than the profile demands; those with nobody are Q401's."""
    return each_body(roster, _missing, of=lambda body: _least_chairs(body) > 0)


def _least_chairs(body: Body) -> int:
    return body.jabatan.get("ketua", (0, 0))[0]


def _missing(seats: BodySeats) -> Found:
    def params(unit: int) -> dict[str, Any]:
        return {"filled": int(seats.filled[unit])}

    failed = (seats.filled > 0) & (seats.chairs < _least_chairs(seats.body))
    return in_units(seats, failed, params=params)


RULE = Rule(
    code="Q403",
    name="chair-missing",
    severity=Severity.ERROR,
    needs=("kecamatan", "desa", "anggota"),
    check=check,
    title=Words("Belum ada ketua", "No ketua"),
    why=Words(
        "PPK, PPS, dan KPPS masing-masing dipimpin seorang ketua yang merangkap anggota. Tanpa "
        "ketua tidak ada yang memimpin pleno dan menandatangani berita acara.",
        "A PPK, a PPS and a KPPS are each led by a ketua, who is one of the members. Without one "
        "nobody chairs the plenary or signs its minutes.",
    ),
    message=Words(
        "{body} {place}: ada {filled} anggota aktif, tetapi tidak ada ketua",
        "{body} {place}: {filled} active, none of them ketua",
    ),
    fix=Words(
        "Periksa kolom jabatan dan baris yang ditolak; bila ketuanya berhenti, adakan pleno untuk "
        "memilih ketua baru.",
        "Look at the column jabatan and at rejected rows; if the ketua has left, have the plenary "
        "choose a new one.",
    ),
    basis=Words(
        "UU 7/2017 pasal 51-54; PKPU 8/2022 pasal 5-6, 16-17, 29-30",
        "UU 7/2017 articles 51-54; PKPU 8/2022 articles 5-6, 16-17, 29-30",
    ),
    passes=(
        Example(),
        # With nobody there at all it is the seats that are vacant: Q401.
        Example(drop=("anggota:7", "anggota:8", "anggota:9")),
        # A pantarlih has no ketua.
        Example(
            add={"tps": ({"kode_desa": "33.23.01.2016", "nomor": "1", "jumlah_pemilih": "300"},)},
            change={"anggota:18": {"badan": "PANTARLIH", "status": "aktif", "tps": "1"}},
        ),
    ),
    fails=(
        Example(change={"anggota:7": {"jabatan": "anggota"}}, at=((None, None),)),
        Example(change={"anggota:2": {"status": "meninggal"}}, at=((None, None),)),
    ),
)
