"""E505: a sekretaris who has to be an ASN and is none."""

import numpy as np

from adhoc_cli.models.names import words_of
from adhoc_cli.rules.api import Facts, Severity, Words, example
from adhoc_cli.rules.found import Found, Reason, Roster, in_rows
from adhoc_cli.text.lazy import lazy_pattern

# A PNS and a PPPK are both ASN; "bukan PNS" alone leaves open whether it is a PPPK.
_ASN = lazy_pattern(r"\b(?:asn|pns|pppk|p3k|aparatur sipil negara|pegawai negeri)\b")
_NO_ASN = lazy_pattern(r"\b(?:non|bukan|tidak|tdk|belum) ?(?:asn|aparatur sipil negara)\b")
_OPEN = lazy_pattern(
    r"\b(?:(?:non|bukan|tidak|tdk|belum|mantan|eks|bekas|dulu|sebelumnya) ?(?:tenaga )?"
    r"(?:pns|pppk|p3k|pegawai negeri|honor|honorer))\b"
)
_HONORARY = lazy_pattern(r"\b(?:honor|honorer|wiyata bakti|thl|ptt|gtt)\b")
_NOTHING, _YES, _NO = -1, 1, 0


def check(roster: Roster) -> Found:
    """Active sekretaris of bodies whose profile wants an ASN, where `keterangan` says what they
    are. Who is silent about it is not looked at, and counted as such."""
    members = roster.members
    column = members["keterangan"]
    status = column.numbered(_status)
    asked = members.serving & members["jabatan"].equals("sekretaris")
    asked &= members.of_bodies(lambda body: bool(body.sekretaris_asn), False)
    silent = int(np.count_nonzero(asked & (status == _NOTHING)))
    return in_rows(
        roster,
        asked & (status == _NO),
        among=asked & (status != _NOTHING),
        column="keterangan",
        params=lambda row: {"found": column.text(row)},
        partly=Reason("not_told", {"column": "keterangan", "n": silent}) if silent else None,
    )


def _status(text: str) -> int:
    """Whether a note says that somebody is an ASN, or surely none."""
    words = " ".join(words_of(text))
    rest = _OPEN.sub(" ", _NO_ASN.sub(" ", words))
    if _ASN.search(rest):
        return _YES
    return _NO if _NO_ASN.search(words) or _HONORARY.search(rest) else _NOTHING


_SLAMET = (
    "+ nama=Slamet Wirosari, badan=SEKRETARIAT PPK, jabatan=sekretaris, kode_wilayah=33.23.01,"
    " status=aktif, keterangan="
)

TEXTS = """
title.id = Sekretaris bukan ASN
title.en = Sekretaris is no ASN
why.id = Sekretaris PPK biasanya pegawai ASN (dalam Pemilu menurut undang-undang); peraturan KPU
  menyebut ASN dan/atau non-ASN untuk ketiganya, maka ini peringatan. Yang dinilai hanya yang
  tertulis di keterangan: tanpa sebutan apa pun tidak ada temuan.
why.en = The sekretaris of a PPK is mostly an ASN (civil servant), in general elections by law; the
  KPU regulation says ASN and/or non-ASN of all three, hence a warning. Only what the column
  keterangan says is judged: where it says nothing, nothing is found.
message.id = sekretaris {body} {place}, {person}, bukan ASN: "{found}"
message.en = the sekretaris of {body} {place}, {person}, is no ASN: "{found}"
fix.id = Cocokkan dengan SK bupati; bila ia ASN, betulkan keterangannya. Bila bukan, koordinasikan
  dengan KPU.
fix.en = Compare with the decree of the bupati; if the sekretaris is an ASN, correct keterangan. If
  not, agree with the KPU.
"""

FACTS = Facts(
    severity=Severity.WARNING,
    needs=("anggota", "anggota.keterangan"),
    uses=("sekretaris_asn",),
    basis=Words(
        "Praktik; PKPU 8/2022 (ASN dan/atau non-ASN)",
        "Practice; PKPU 8/2022 (ASN and/or non-ASN)",
    ),
    passes=(
        example(f"{_SLAMET}ASN"),
        example(f"{_SLAMET}PPPK (sebelumnya honorer)"),
        example(f"{_SLAMET}PNS, bukan tenaga honorer"),
        example(f"{_SLAMET}Kasi Pemerintahan"),
        example(f"{_SLAMET}bukan PNS"),  # a PPPK is no PNS, but an ASN
        example(f"{_SLAMET}honorer, jabatan=staf"),
        example(f"{_SLAMET}honorer, badan=SEKRETARIAT PPS, kode_wilayah=33.23.01.2016"),
        example(f"{_SLAMET}honorer, status=diberhentikan"),
    ),
    fails=(
        example(f"{_SLAMET}non-ASN", at="24"),
        example(f"{_SLAMET}Tenaga honorer kecamatan", at="24"),
        example(f"{_SLAMET}Bukan ASN", profile="pemilu-2024", at="24"),
    ),
)
