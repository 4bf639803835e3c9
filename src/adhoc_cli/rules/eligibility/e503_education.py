"""E503: schooling below what the law asks for."""

import numpy as np

from adhoc_cli.rules.api import Facts, Severity, Words, example
from adhoc_cli.rules.education import education_rank, level_rank
from adhoc_cli.rules.found import Found, Params, Reason, Roster, in_rows

_UNKNOWN = -2


def check(roster: Roster) -> Found:
    """Active members of bodies with a least schooling, by the level that `pendidikan` names. A text
    that names no known level is not looked at, and counted as such."""
    members = roster.members
    column = members["pendidikan"]
    rank = column.numbered(_rank)
    least = members.of_bodies(lambda body: level_rank(body.pendidikan_min or "SD"), 0)
    asked = members.serving & members.of_bodies(lambda body: body.pendidikan_min is not None, False)
    looked_at = asked & (rank >= 0)

    def params(row: int) -> Params:
        body = roster.profile.badan[members.value("badan", row)]
        variant = "statement" if body.pendidikan_pernyataan else "certificate"
        return {"found": column.text(row), "least": body.pendidikan_min, "variant": variant}

    unknown = int(np.count_nonzero(asked & (rank == _UNKNOWN)))
    return in_rows(
        roster,
        looked_at & (rank < least),
        among=looked_at,
        column="pendidikan",
        params=params,
        partly=Reason("not_told", {"column": "pendidikan", "n": unknown}) if unknown else None,
    )


def _rank(text: str) -> int:
    rank = education_rank(text)
    return _UNKNOWN if rank is None else rank


TEXTS = """
title.id = Pendidikan kurang
title.en = Schooling too low
why.id = Anggota {of_schooling} berpendidikan paling rendah {schooling} atau sederajat. Daftar hanya
  memuat apa yang diketik, ijazahnya ada pada berkas pendaftaran: maka ini peringatan.
why.en = Members of {of_schooling} have at least {schooling} or its equal. A roster shows only what
  was typed, the certificate is with the application: hence a warning.
message.certificate.id = pendidikan {person} "{found}", paling rendah {least} atau sederajat
message.certificate.en = the schooling of {person} is "{found}", the least is {least} or its equal
message.statement.id = pendidikan {person} "{found}", bukan {least} atau sederajat: perlu surat
  pernyataan
message.statement.en = the schooling of {person} is "{found}", not {least} or its equal: a statement
  is needed
fix.certificate.id = Cocokkan dengan ijazah dalam berkas pendaftaran dan betulkan kolom pendidikan;
  bila memang di bawah itu, adakan PAW menurut ketentuan badan itu (adhoc replace).
fix.certificate.en = Compare with the certificate of the application and correct the column
  pendidikan; if it is truly below, replace as the law has it for that body (adhoc replace).
fix.statement.id = Cocokkan dengan ijazah dalam berkas pendaftaran; bila memang di bawah itu,
  pastikan ijazah terakhirnya dan surat pernyataan mampu membaca, menulis, dan berhitung ada dalam
  berkasnya.
fix.statement.en = Compare with the certificate of the application; if it is truly below, make sure
  that the last certificate and the statement of being able to read, write and count are on file.
"""

FACTS = Facts(
    severity=Severity.WARNING,
    needs=("anggota", "anggota.pendidikan"),
    uses=("pendidikan_min", "pendidikan_pernyataan"),
    basis=Words("PKPU 8/2022 pasal 35 ayat (1) huruf h", "PKPU 8/2022 article 35(1)(h)"),
    passes=(
        example(),
        example(
            "2 pendidikan=S-1 (PGSD)",
            "3 pendidikan=MAN 1 Temanggung",
            "4 pendidikan=Paket C",
            "5 pendidikan=SLTA/SEDERAJAT",
            "6 pendidikan=D.III",
            "7 pendidikan=",
            "8 pendidikan=Pondok",
        ),
        example("18 pendidikan=SMP"),  # waits in reserve
        example("8 badan=KETERTIBAN, pendidikan=SMP"),
    ),
    fails=(
        example("8 pendidikan=SMP", at="8"),
        example("8 badan=KPPS, tps=1, pendidikan=SMP", at="8"),
        example(
            "2 pendidikan=tamat SD/sederajat",
            "8 pendidikan=MTs.",
            "9 pendidikan=S-1",
            settings='[ubah.badan.PPS]\npendidikan_min = "S1"\n',
            at="2 7 8 10-12",
        ),
        example("8 pendidikan=Tidak sekolah", at="8"),
    ),
)
