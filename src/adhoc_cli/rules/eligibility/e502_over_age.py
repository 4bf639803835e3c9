"""E502: a member above the age that the law prefers."""

import numpy as np

from adhoc_cli.rules.ages import YEAR, ages, day_number, day_numbers, day_of, reference_days
from adhoc_cli.rules.api import Facts, Severity, Words, example
from adhoc_cli.rules.found import Found, Params, Roster, in_rows


def check(roster: Roster) -> Found:
    """Active members of bodies with a greatest age, on voting day or the day the profile says."""
    birth = roster.members["tanggal_lahir"]
    born = day_numbers(np.asarray(birth.values))
    most = roster.members.of_bodies(lambda body: body.usia_maks or 0, 0)
    days = reference_days(roster)
    possible = birth.value_in(born <= day_number(roster.as_of))  # else V212
    looked_at = roster.members.serving & (most > 0) & possible
    # Whoever is not above the lowest of these ages is above none.
    limits = [body.usia_maks for body in roster.profile.badan.values() if body.usia_maks]
    youngest = int(days.max(initial=0)) - YEAR * (min(limits, default=0) + 1)
    rows = np.flatnonzero(looked_at & birth.value_in(born <= youngest))
    old = ages(days[rows], born[birth.codes[rows]]) > most[rows]
    failed = np.zeros(len(roster.members), bool)
    failed[rows[old]] = True

    def params(row: int) -> Params:
        age = ages(days[row], born[birth.codes[[row]]])
        day = day_of(int(days[row]))
        on = "voting" if day == roster.profile.hari_pemungutan_suara else "other"
        return {"variant": on, "age": int(age[0]), "day": day, "most": int(most[row])}

    return in_rows(roster, failed, among=looked_at, column="tanggal_lahir", params=params)


TEXTS = """
title.id = Di atas umur yang diutamakan
title.en = Above the preferred age
why.id = Anggota {of_most_age} diutamakan paling tinggi {most_age} tahun pada hari pemungutan suara,
  atau pada hari acuan yang ditulis dalam profil (usia_pada).
  Diutamakan berarti bukan larangan, maka ini peringatan. PPK dan PPS tidak punya umur paling
  tinggi.
why.en = Members of {of_most_age} are preferably at most {most_age} years old on voting day, or on
  the day that the profile names (usia_pada).
  Preferred is no ban, hence a warning. PPK and PPS have no upper age.
message.voting.id = {person} berumur {age} tahun pada hari pemungutan suara {day}, diutamakan paling
  tinggi {most}
message.voting.en = {person} is {age} years old on voting day {day}, preferably at most {most}
message.other.id = {person} berumur {age} tahun pada {day}, hari acuan umur dalam profil, diutamakan
  paling tinggi {most}
message.other.en = {person} is {age} years old on {day}, the day that the profile measures ages on,
  preferably at most {most}
fix.id = Cocokkan tanggal lahirnya dengan KTP-el; bila benar dan masih ada calon lain, utamakan yang
  lebih muda; bila tidak, pastikan surat sehatnya.
fix.en = Compare the date of birth with the identity card; if it is right and there are others,
  prefer somebody younger, else make sure of the health letter.
"""

_KPPS = "8 badan=KPPS, tps=1, tanggal_mulai=, tanggal_selesai=, tanggal_lahir="

FACTS = Facts(
    severity=Severity.WARNING,
    needs=("anggota", "anggota.tanggal_lahir"),
    uses=("usia_maks",),
    basis=Words(
        'PKPU 8/2022 pasal 35; Kep KPU 1669/2023: "diutamakan paling tinggi 55"',
        'PKPU 8/2022 article 35; Kep KPU 1669/2023: "diutamakan paling tinggi 55"',
    ),
    passes=(
        example(),
        example("8 tanggal_lahir=1950-01-01"),  # a PPS has no upper age
        # 55 to the last day: 56 on the day after the vote.
        example(f"{_KPPS}1968-11-28"),
        example(f"{_KPPS}1968-02-15", profile="pemilu-2024"),
        example(f"{_KPPS}1950-01-01", "8 status=cadangan"),
        # Each body has its own limit: 60 to the last day.
        example("8 tanggal_lahir=1963-11-28", settings="[ubah.badan.PPS]\nusia_maks = 60\n"),
        # Born on the day of the check: looked at, as V212 has nothing to say of it.
        example("8 badan=KPPS, tps=1, tanggal_mulai=, tanggal_selesai=, tanggal_lahir=2024-06-10"),
    ),
    fails=(
        example(f"{_KPPS}1968-11-27", at="8"),
        example(f"{_KPPS}1968-02-14", profile="pemilu-2024", at="8"),
        # The 55 years of KPPS are the profile's: an office may set others.
        example(
            "8 tanggal_lahir=1950-01-01", settings="[ubah.badan.PPS]\nusia_maks = 60\n", at="8"
        ),
        # 61 on the day that the office names, 60 on voting day.
        example(
            "8 tanggal_lahir=1964-12-31",
            settings="[ubah.badan.PPS]\nusia_maks = 60\nusia_pada = 2025-12-31\n",
            at="8",
        ),
    ),
)
