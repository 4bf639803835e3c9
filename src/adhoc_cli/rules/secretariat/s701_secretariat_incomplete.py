"""S701: a secretariat that is not complete."""

from collections import Counter

import numpy as np

from adhoc_cli.profiles.model import Body
from adhoc_cli.roster.seats import BodySeats
from adhoc_cli.rules.api import Facts, Severity, Words, example
from adhoc_cli.rules.examples import secretariat
from adhoc_cli.rules.found import (
    Finding,
    Found,
    Roster,
    absent_bodies,
    at_unit,
    described,
    each_body,
)
from adhoc_cli.rules.secretariats import are_errors, incomplete, last_days, roles_filled


def check(roster: Roster) -> Found:
    """Units of every expected secretariat whose own body is expected, from the region file
    outwards, within its term. A secretariat without any row in the folder, that `adhoc.toml` does
    not name, is not looked at, and named as such."""

    def due(body: Body) -> bool:
        return body.sekretariat_dari in roster.expected_bodies

    found = each_body(roster, lambda seats: _incomplete(roster, seats), of=due)
    return found._replace(partly=absent_bodies(roster, due) or found.partly)


def _incomplete(roster: Roster, seats: BodySeats) -> Found:
    roles = roles_filled(roster, seats)
    failed = np.flatnonzero(incomplete(seats, roles))
    deadlines, grave = last_days(roster, seats.body), are_errors(roster, seats.body)

    def severity(unit: int) -> Severity:
        return Severity.ERROR if grave[unit] else Severity.WARNING

    def finding(unit: int) -> Finding:
        deadline, needed = deadlines[unit].item(), seats.body.jabatan.items()
        late = deadline is not None and roster.as_of > deadline
        until = "undated" if deadline is None else "late" if late else "until"
        there = [
            f"{role} {count}/{least}"
            for (role, (least, _)), count in zip(needed, roles[unit].tolist(), strict=True)
        ]
        params = {
            "variants": ("some" if seats.filled[unit] else "nobody", until),
            "filled": int(seats.filled[unit]),
            "seats": int(seats.least[unit]),
            "roles": ", ".join(there),
            "deadline": deadline,
            "parent": seats.body.sekretariat_dari,
        }
        return at_unit(seats, unit, params, severity(unit))

    counts = Counter(map(severity, failed.tolist()))
    return described(seats.filled.size, failed, finding, counts=counts)


_OF_PPK = secretariat("SEKRETARIAT PPK", "33.23.01")
_OF_PPS = secretariat("SEKRETARIAT PPS", "33.23.01.2016")
_BOTH = (*_OF_PPS, *secretariat("SEKRETARIAT PPS", "33.23.01.2013"))
_ONE_SHORT = _OF_PPK[:2]

TEXTS = """
title.id = Sekretariat belum lengkap
title.en = Secretariat incomplete
why.id = Setiap PPK dan PPS dibantu sekretariat: {secretariat}, dari bupati untuk PPK dan dari
  kepala desa atau lurah untuk PPS. Batas waktunya {secretariat_days} hari sesudah pelantikan,
  dibaca sebagai hari kalender. Keputusannya di tangan bupati dan kepala desa atau lurah, maka ini
  peringatan; kesalahan hanya bila profil menyebut sejak hari keberapa ({secretariat_error_days}).
  Tanpa sekretariat tidak ada yang memegang keuangan dan tata usaha.
why.en = Every PPK and PPS has a secretariat: {secretariat}, from the bupati for a PPK and from the
  village head (kades or lurah) for a PPS. It has {secretariat_days} days from the oath, read as
  calendar days. The decree is the bupati's or the village head's, hence a warning; an error only
  where the profile says from which day on ({secretariat_error_days}). Without a secretariat nobody
  keeps the money and the papers.
message.some.id = {body} {place} belum lengkap: {roles}
message.some.en = {body} {place} is not complete: {roles}
message.nobody.id = {body} {place} belum ada, seharusnya {seats} orang
message.nobody.en = there is no {body} {place}, should be {seats} people
message.until.id = batas waktunya {deadline}
message.until.en = due by {deadline}
message.late.id = batas waktunya {deadline} sudah lewat
message.late.en = it was due by {deadline}
message.undated.id = tanpa batas waktu dalam profil
message.undated.en = the profile sets no last day
fix.id = Koordinasikan usulan nama dari {parent} dan keputusan bupati (PPK) atau kades/lurah (PPS);
  bila keputusannya sudah ada, lengkapi barisnya.
fix.en = Ask the {parent} for its proposal and the bupati (PPK) or the kades/lurah (PPS) for the
  decree; where there is one, complete the rows.
"""

FACTS = Facts(
    severity=Severity.ERROR,
    needs=("kecamatan", "desa", "anggota"),
    uses=("jabatan", "batas_hari", "kesalahan_hari"),
    of=lambda body: body.is_secretariat,
    basis=Words(
        "PKPU 8/2022 pasal 75; Kep KPU 534/2022 (paling lambat 7 hari sesudah pelantikan)",
        "PKPU 8/2022 article 75; Kep KPU 534/2022 (at most 7 days after the oath)",
    ),
    passes=(
        example(*_OF_PPK),
        example(*_OF_PPK, *_BOTH),
        example(),  # no row of a secretariat, and adhoc.toml names none: nothing is expected
        example(*_OF_PPK, f"{_OF_PPK[1]}, nama=Suwito Bulu"),  # S702
    ),
    fails=(
        # The last day: a warning; the day after: an error.
        example(*_ONE_SHORT, as_of="2024-05-23", at="place"),
        example(*_ONE_SHORT, as_of="2024-05-24", at="place"),
        example(*_OF_PPS, as_of="2024-06-02", at="place"),
        example(*_OF_PPS, as_of="2024-06-03", at="place"),
        # Three people, but no sekretaris among them.
        example(*_OF_PPK[1:], f"{_OF_PPK[0]}, jabatan=staf", at="place"),
        example(*_OF_PPK[:2], f"{_OF_PPK[2]}, status=diberhentikan", at="place"),
        example(settings='badan = ["SEKRETARIAT PPK"]\n', at="place"),
        example(*_OF_PPS, profile="pemilu-2024", as_of="2023-01-31", at="place"),
        # An office's own body, of whose oath nothing is known.
        example(
            settings="""
badan = ["SEKRETARIAT PANWASCAM"]
[ubah.badan.PANWASCAM]
judul_id = "Panwaslu Kecamatan"
judul_en = "Kecamatan election supervisors"
unit = "kecamatan"
kursi = 3
jabatan = { ketua = 1, anggota = 2 }
selalu = true
[ubah.badan."SEKRETARIAT PANWASCAM"]
judul_id = "Sekretariat Panwaslu Kecamatan"
judul_en = "Secretariat of the kecamatan election supervisors"
unit = "kecamatan"
kursi = 1
jabatan = { sekretaris = 1 }
sekretariat_dari = "PANWASCAM"
""",
            at="place",
        ),
    ),
)
