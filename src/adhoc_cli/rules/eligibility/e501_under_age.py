"""E501: a member below the least age."""

import numpy as np
from numpy.typing import NDArray

from adhoc_cli.profiles.model import Body
from adhoc_cli.roster.repeats import Positions
from adhoc_cli.rules.ages import YEAR, ages, day_number, day_numbers, day_of, reference_days
from adhoc_cli.rules.api import Facts, Severity, Words, example
from adhoc_cli.rules.found import Finding, Found, Mask, Roster, at_row, described


def check(roster: Roster) -> Found:
    """Active members of bodies with a least age, by `tanggal_lahir`: on voting day, and at the oath
    of the body, or later where the member began later. A birth after the day of the check is
    V212's."""
    members = roster.members
    birth = members["tanggal_lahir"]
    born = day_numbers(np.asarray(birth.values))
    least = members.of_bodies(lambda body: body.usia_min or 0, 0)
    possible = birth.value_in(born <= day_number(roster.as_of))
    looked_at = members.serving & (least > 0) & possible
    # Whoever is old enough on the first of these days is so on every other.
    suspected = birth.value_in(born > _first_day(roster) - YEAR * int(least.max(initial=0)))
    rows = np.flatnonzero(looked_at & suspected)
    return _judged(roster, looked_at, rows, born[birth.codes[rows]], least[rows])


def _judged(
    roster: Roster,
    looked_at: Mask,
    rows: Positions,
    born: NDArray[np.int32],
    least: NDArray[np.int64],
) -> Found:
    """Those of `rows` who are below the `least` age at their oath, or even on voting day or the day
    that the profile says, which is graver."""
    day, oath = reference_days(roster)[rows], _oaths(roster, rows)
    on_day = ages(day, born)
    at_oath = np.where(oath > 0, ages(oath, born), on_day)  # no oath known: the day alone counts
    grave = on_day < least
    failed = np.flatnonzero(grave | (at_oath < least))
    voting_day = day_number(roster.profile.hari_pemungutan_suara)

    def finding(at: int) -> Finding:
        on_which = "voting" if day[at] == voting_day else "reference"
        params = {
            "variant": on_which if grave[at] else "oath",
            "age": int((on_day if grave[at] else at_oath)[at]),
            "day": day_of(int((day if grave[at] else oath)[at])),
            "least": int(least[at]),
        }
        row, own = int(rows[at]), Severity.ERROR if grave[at] else Severity.WARNING
        return at_row(roster, row, column="tanggal_lahir", params=params, own=own)

    errors = int(np.count_nonzero(grave))
    counts = {Severity.ERROR: errors, Severity.WARNING: failed.size - errors}
    return described(looked_at, failed, finding, counts=counts)


def _first_day(roster: Roster) -> int:
    profile = roster.profile
    days = ((body.first_oath, body.usia_pada) for body in profile.badan.values() if body.usia_min)
    known = (day for pair in days for day in pair if day)
    return day_number(min((profile.hari_pemungutan_suara, *known)))


def _oaths(roster: Roster, rows: Positions) -> NDArray[np.int64]:
    """Per row the day of its oath: that of the body, or its own `tanggal_mulai` where that is
    later, as of a replacement; 0 where the profile does not say, or another day counts."""
    members = roster.members
    of_body = day_numbers(members.by_place(Body.oath_in)[rows]).astype(np.int64)
    of_body[members.of_bodies(lambda body: body.usia_pada is not None, False)[rows]] = 0
    began = day_numbers(members.dates("tanggal_mulai")[rows])  # 0 where nothing says it
    return np.where(of_body > 0, np.maximum(of_body, began), 0)


TEXTS = """
title.id = Belum cukup umur
title.en = Under age
why.id = Anggota {of_least_age} paling rendah berumur {least_age} tahun. Umur KPPS terhitung pada
  hari pemungutan suara. Untuk yang lain hari acuannya tidak ditemukan dalam peraturan: yang belum
  cukup umur pada hari pemungutan suara pasti tidak memenuhi syarat, yang belum hanya pada
  pelantikannya perlu diperiksa. Calon PAW dinilai saat hendak diangkat.
why.en = Members of {of_least_age} are at least {least_age} years old. The age of KPPS counts on
  voting day. Of the others the day it is measured on was not found in the regulations: whoever is
  not old enough on voting day surely does not qualify, whoever was not at the oath only is to be
  looked at. Reserves are judged when they are to be appointed.
message.voting.id = {person} berumur {age} tahun pada hari pemungutan suara {day}, paling rendah
  {least}
message.voting.en = {person} is {age} years old on voting day {day}, the least is {least}
message.reference.id = {person} berumur {age} tahun pada {day}, hari acuan usianya; paling rendah
  {least}
message.reference.en = {person} is {age} years old on {day}, the day that ages count on; the least
  is {least}
message.oath.id = {person} berumur {age} tahun pada pelantikan {day}, paling rendah {least}
message.oath.en = {person} was {age} years old at the oath on {day}, the least is {least}
fix.voting.id = Cocokkan tanggal lahirnya dengan KTP-el; bila benar, adakan PAW
  menurut ketentuan badan itu (adhoc replace).
fix.voting.en = Compare the date of birth with the identity card; if it is right, replace as
  the law has it for that body (adhoc replace).
fix.reference.id = Cocokkan tanggal lahirnya dengan KTP-el; bila benar, adakan PAW
  menurut ketentuan badan itu (adhoc replace).
fix.reference.en = Compare the date of birth with the identity card; if it is right, replace as
  the law has it for that body (adhoc replace).
fix.oath.id = Cocokkan tanggal lahirnya dengan KTP-el; bila benar, simpan dasar pengangkatannya
  bersama SK.
fix.oath.en = Compare the date of birth with the identity card; if it is right, keep the grounds of
  the appointment with the decree.
"""

FACTS = Facts(
    severity=Severity.ERROR,
    needs=("anggota", "anggota.tanggal_lahir"),
    uses=("usia_min", "usia_pada"),
    basis=Words("PKPU 8/2022 pasal 35 ayat (1) huruf b", "PKPU 8/2022 article 35(1)(b)"),
    passes=(
        example(),
        # 17 on the very day of the oath.
        example("3 tanggal_lahir=2007-05-16"),
        # Sixteen at the oath, but another day is the one that counts.
        example("3 tanggal_lahir=2007-05-17", settings='[ubah.badan.PPK]\nusia_pada = "H"\n'),
        # A replacement who turned 17 between the oath of the others and his own.
        example("8 tanggal_lahir=2007-06-01, tanggal_mulai=2024-06-01"),
        # Of KPPS voting day counts: 16 at the oath, 17 on 27 November.
        example("8 badan=KPPS, tps=1, tanggal_mulai=, tanggal_selesai=, tanggal_lahir=2007-11-27"),
        example("18 tanggal_lahir=2012-01-01"),  # waits in reserve
        example("8 tanggal_lahir=2012-01-01, status=diberhentikan"),
        example("8 tanggal_lahir=2086-08-07"),  # V212
        example("8 badan=KETERTIBAN, tanggal_lahir=2012-01-01"),
        example("3 tanggal_lahir=2006-01-04, tanggal_mulai=", profile="pemilu-2024"),
    ),
    fails=(
        example("3 tanggal_lahir=2007-05-17", at="3"),  # 17 a day after the oath: a warning
        example("3 tanggal_lahir=2007-11-28", at="3"),
        example("3 tanggal_lahir=2024-06-10", at="3"),  # the day of the check
        example("3 tanggal_lahir=2007-05-17", without="tanggal_mulai", at="3"),
        example(
            "3 tanggal_lahir=2007-04-30",
            settings="[ubah.badan.PPK]\nusia_pada = 2024-04-29\n",
            at="3",
        ),
        example(
            "8 tanggal_lahir=2007-06-02, tanggal_mulai=2024-06-01",
            "9 badan=KPPS, tps=1, tanggal_mulai=, tanggal_selesai=, tanggal_lahir=2008-02-29",
            at="8 9",
        ),
        # The election before: another voting day, another oath.
        example(
            "3 tanggal_lahir=2006-02-14, tanggal_mulai=",
            "8 tanggal_lahir=2007-02-15",
            profile="pemilu-2024",
            at="3 8",
        ),
    ),
)
