"""D602: one NIK active in two bodies."""

from collections import Counter
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from adhoc_cli.models.columns import Privacy
from adhoc_cli.roster.repeats import Positions, in_order, paired, repeats
from adhoc_cli.rules.api import Facts, Severity, Words, example
from adhoc_cli.rules.found import (
    Body,
    Finding,
    Found,
    Params,
    Roster,
    at_row,
    described,
    earlier,
    personal,
)

# What the terms of two rows say, the gravest first; of bodies that exclude each other, and others.
_OVERLAP, _UNKNOWN, _OTHERS_OVERLAP, _OTHERS_UNKNOWN, _APART, _NOTHING = range(6)
_OTHERS = _OTHERS_OVERLAP - _OVERLAP
_VARIANTS = ("overlap", "unknown", "overlap", "unknown", "apart")
_SEVERITIES = (
    Severity.ERROR, Severity.ERROR, Severity.WARNING, Severity.WARNING, Severity.INFO,
)  # fmt: skip

Days = NDArray[np.datetime64]


class _Pairs(NamedTuple):
    """Rows whose NIK is active in another body in an earlier row too, and what the terms say."""

    later: Positions
    first: Positions
    verdict: NDArray[np.int8]


def check(roster: Roster) -> Found:
    """Active rows with a valid NIK; one row a NIK and body, more of them are D601's.

    A term is that of the row, else that of its body in the profile. Where neither says a day, the
    two count as overlapping unless the days that are known keep them apart.
    """
    members = roster.members
    looked_at = members.active & members["nik"].known
    pairs = _pairs(roster, np.flatnonzero(looked_at & members.repeated_nik))
    counts = Counter(_SEVERITIES[verdict] for verdict in pairs.verdict.tolist())
    every = range(pairs.later.size)
    return described(looked_at, every, lambda at: _finding(roster, pairs, at), counts=counts)


def _pairs(roster: Roster, rows: Positions) -> _Pairs:
    """Each row against the earlier ones of its person: the first that overlaps, or may, or else
    the first of them."""
    rows = _one_a_body(roster, rows)
    person = roster.members["nik"].codes[rows]
    order = in_order(person)  # the rows of a person together, in their order
    rows, person = rows[order], person[order]
    begin, end = _terms(roster, rows)
    excludes = roster.members.of_bodies(lambda body: bool(body.tidak_rangkap), False)[rows]
    verdict = np.full(rows.size, _NOTHING, np.int8)
    first = rows.copy()
    # A person has as many rows as there are bodies at most: few steps, each of whole columns.
    for step in range(1, len(roster.profile.badan)):
        at = np.flatnonzero(person[step:] == person[:-step]) + step
        found = _judge((begin[at - step], end[at - step]), (begin[at], end[at]))
        allowed = (found < _APART) & ~(excludes[at - step] & excludes[at])
        found[allowed] += _OTHERS
        graver = found <= verdict[at]  # of equal ones the earlier row is met last
        verdict[at[graver]], first[at[graver]] = found[graver], rows[at[graver] - step]
    failed = np.flatnonzero(verdict < _NOTHING)
    failed = failed[np.argsort(rows[failed])]
    return _Pairs(rows[failed], first[failed], verdict[failed])


def _one_a_body(roster: Roster, rows: Positions) -> Positions:
    """The first row of every NIK and body."""
    members = roster.members
    nik, body = members["nik"], members["badan"]
    rows = rows[body.known[rows]]
    again, _ = repeats(paired(body.codes[rows], nik.codes[rows]))
    return np.delete(rows, again)


def _terms(roster: Roster, rows: Positions) -> tuple[Days, Days]:
    """First and last day of the rows, NaT where neither the row nor the profile says one."""
    members = roster.members
    begin, end = (members.dates(one)[rows] for one in ("tanggal_mulai", "tanggal_selesai"))
    reversed_ = end < begin  # V212: neither of the two can be relied on
    body_begin = members.by_place(Body.oath_in)[rows]
    body_end = members.by_place(Body.term_in)[rows]
    return (
        np.where(np.isnat(begin) | reversed_, body_begin, begin),
        np.where(np.isnat(end) | reversed_, body_end, end),
    )


def _judge(one: tuple[Days, Days], other: tuple[Days, Days]) -> NDArray[np.int8]:
    apart = (one[1] < other[0]) | (other[1] < one[0])  # never with NaT
    known = ~np.isnat(np.array([*one, *other])).any(axis=0)
    verdict = np.where(apart, _APART, np.where(known, _OVERLAP, _UNKNOWN))
    return verdict.astype(np.int8)


def _finding(roster: Roster, pairs: _Pairs, at: int) -> Finding:
    later, first, verdict = (int(part[at]) for part in pairs)
    nik = personal(str(roster.members.value("nik", later)), Privacy.NIK)
    params = {"variant": _VARIANTS[verdict], "nik": nik, **earlier(roster, first)}
    if _VARIANTS[verdict] == "overlap":
        params |= _common(roster, later, first)
    return at_row(roster, later, column="nik", params=params, own=_SEVERITIES[verdict])


def _common(roster: Roster, later: int, first: int) -> Params:
    """The days that both terms have."""
    begin, end = _terms(roster, np.array([later, first]))
    return {"begin": begin.max().item(), "end": end.min().item()}


_PKD = """
[ubah.badan.PKD]
judul_id = "Panwaslu Kelurahan/Desa"
judul_en = "Village election supervisor"
unit = "desa"
kursi = 1
jabatan = { anggota = 1 }
"""

TEXTS = """
title.id = Satu orang di dua badan
title.en = One person in two bodies
why.id = Pasal tentang rangkap jabatan tidak ditemukan. Bahwa anggota PPK, PPS, dan KPPS tidak
  merangkap dalam masa kerja yang beririsan adalah kesimpulan dari syarat dan masa kerjanya, maka
  itu kesalahan; badan lain peringatan, sebab yang dilarang hanya honor ganda. Pantarlih yang
  kemudian menjadi KPPS boleh: masa kerjanya tidak beririsan, dan ini hanya catatan. Masa kerja
  dibaca dari barisnya, selain itu dari profil; bila keduanya tidak menyebutnya, dianggap beririsan.
why.en = No article on double posts was found. That members of PPK, PPS and KPPS hold no other of
  these seats in terms that overlap is inferred from their conditions and terms, and an error; with
  other bodies it is a warning, for only a double honorarium is barred. A pantarlih who becomes KPPS
  later may: the terms do not overlap, and this is only a note. The term is read from the row, else
  from the profile; where both are silent they count as overlapping.
message.overlap.id = NIK {nik} juga aktif di {first_body} {first_place} atas nama {first_person}
  ({first_file}:{first_line}); beririsan {begin} sampai {end}
message.overlap.en = NIK {nik} is active in {first_body} {first_place} too, as {first_person}
  ({first_file}:{first_line}); both from {begin} to {end}
message.unknown.id = NIK {nik} juga aktif di {first_body} {first_place} atas nama {first_person}
  ({first_file}:{first_line}); masa kerjanya tidak tercatat
message.unknown.en = NIK {nik} is active in {first_body} {first_place} too, as {first_person}
  ({first_file}:{first_line}); the terms are not recorded
message.apart.id = NIK {nik} juga tercatat di {first_body} {first_place} atas nama {first_person}
  ({first_file}:{first_line}); masa kerjanya tidak beririsan
message.apart.en = NIK {nik} stands in {first_body} {first_place} too, as {first_person}
  ({first_file}:{first_line}); the terms do not overlap
fix.overlap.id = Cocokkan kedua NIK dengan KTP-el. Bila orangnya sama, mintakan pilihannya dan
  catat pengunduran dirinya di badan yang lain, atau simpan dasarnya bila boleh merangkap.
fix.overlap.en = Compare both with the identity cards. If they are one person, ask which body he or
  she chooses and record the resignation from the other, or keep the grounds where both are allowed.
fix.unknown.id = Isi tanggal_mulai dan tanggal_selesai kedua baris. Bila beririsan, lihat apakah
  kedua badan boleh dirangkap.
fix.unknown.en = Fill in tanggal_mulai and tanggal_selesai of both rows. Where they overlap, see
  whether both may be held.
fix.apart.id = Tidak perlu tindakan bila NIK-nya benar.
fix.apart.en = Nothing to do if the NIK is right.
"""

FACTS = Facts(
    severity=Severity.ERROR,
    needs=("anggota", "anggota.nik"),
    uses=("tidak_rangkap",),
    basis=Words(
        "Disimpulkan dari syarat dan masa kerja dalam PKPU 8/2022; pasal khusus tentang rangkap "
        "jabatan tidak ditemukan",
        "Inferred from the conditions and terms of PKPU 8/2022; no article on double posts was "
        "found",
    ),
    passes=(
        example(),
        example("18 nik=3323010101800001"),  # line 2's, but a reserve
        example("8 nik=3323014606850006, nama=Warsini Kembangan"),  # the same body: D601
        example("3 nik=3323014606850006, nama=Warsini Kembangan, status=mengundurkan diri"),
        example("3,8 nik=123"),  # V202
    ),
    fails=(
        example("3 nik=3323014606850006, nama=Warsini Kembangan", at="7"),
        # A secretariat may be held beside a seat, as far as anything is known: a warning.
        example(
            "3 badan=SEKRETARIAT PPS, jabatan=staf, kode_wilayah=33.23.01.2016",
            "3 nik=3323014606850006, nama=Warsini Kembangan",
            at="7",
        ),
        # Apart: pantarlih until 25 July, KPPS from 7 November, by the profile.
        example(
            "8 badan=PANTARLIH, jabatan=anggota, tps=1, tanggal_mulai=, tanggal_selesai=",
            "9 badan=KPPS, jabatan=anggota, tps=1, tanggal_mulai=, tanggal_selesai=",
            "9 nik=3323010707860007",
            at="9",
        ),
        # A pantarlih who began too late to be through with it: the rows' own days count.
        example(
            "8 badan=PANTARLIH, jabatan=anggota, tps=1, tanggal_mulai=2024-06-24",
            "8 tanggal_selesai=2024-11-07",
            "9 badan=KPPS, jabatan=anggota, tps=1, tanggal_mulai=, tanggal_selesai=",
            "9 nik=3323010707860007",
            at="9",
        ),
        # The first row overlaps with neither; the second does with the third.
        example(
            "7 badan=PANTARLIH, jabatan=anggota, tps=1, tanggal_mulai=, tanggal_selesai=",
            "8 badan=KPPS, jabatan=anggota, tps=1, tanggal_mulai=, tanggal_selesai=",
            "8 nik=3323014606850006",
            "9 badan=KETERTIBAN, jabatan=anggota, tps=1, tanggal_mulai=, tanggal_selesai=",
            "9 nik=3323014606850006",
            at="8 9",
        ),
        # A body of an office's own, whose term nothing says.
        example(
            "8 badan=PKD, nik=3323010101800001, tanggal_mulai=, tanggal_selesai=",
            settings=_PKD,
            at="8",
        ),
        # The later row ends on the day on which the earlier one begins.
        example(
            "3 nik=3323014606850006, nama=Warsini Kembangan, tanggal_mulai=2024-06-01",
            "7 tanggal_selesai=2024-06-01",
            at="7",
        ),
        # A term of a day is one.
        example(
            "3 nik=3323014606850006, nama=Warsini Kembangan, tanggal_selesai=2024-05-16", at="7"
        ),
    ),
)
