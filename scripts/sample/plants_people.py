"""Families E and D: who may not hold an office, or holds two."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from scripts.sample.people import OF_MIDDLE_AGE, Ages
from scripts.sample.planting import SECRETARIATS, Plant, Planted, Stage, at
from scripts.sample.polling import BODIES as TPS_BODIES
from scripts.sample.polling import GUARDS, KPPS, PANTARLIH, years_before
from scripts.sample.roster import PPK, PPK_SECRETARIAT, PPS, PPS_SECRETARIAT, Body
from scripts.sample.tables import Row

_ONE_PERSON = ("nama", "nik", "jenis_kelamin", "tanggal_lahir", "pendidikan")
_DAY = timedelta(1)


# -- E: eligibility --------------------------------------------------------------------------------


def _born(stage: Stage, body: Body, born: date) -> Row:
    """A member of a fresh place, born on that day, as the NIK says too."""
    row = stage.a_member(body)
    ages = Ages(born, 0, 0)
    person = stage.maker.registry.person(row.cells["jenis_kelamin"], row.place or "", ages)
    stage.put_in_place_of(row, replace(person, pendidikan="SMA/sederajat"))
    return row


def seventeen_after_the_vote(stage: Stage, body: Body) -> list[Planted]:
    """17 only on the day after the vote."""
    row = _born(stage, body, years_before(stage.election.voting_day, 17) + _DAY)
    found = at(row, "E501", "17 on the day after the vote", "tanggal_lahir")
    return [replace(found, severity="error")]


def seventeen_after_the_oath(stage: Stage, body: Body) -> list[Planted]:
    """17 on the day after the oath, long before the vote."""
    row = _born(stage, body, years_before(stage.election.first_day(body.name), 17) + _DAY)
    found = at(row, "E501", "17 on the day after the oath", "tanggal_lahir")
    return [replace(found, severity="warning")]


def seventeen_at_the_oath(stage: Stage, body: Body) -> list[Planted]:
    """Legal: 17 on the very day of the oath."""
    _born(stage, body, years_before(stage.election.first_day(body.name), 17))
    return []


def seventeen_at_the_vote(stage: Stage, body: Body) -> list[Planted]:
    """Legal: 17 on the very day of the vote, which is the one that counts of KPPS."""
    _born(stage, body, years_before(stage.election.voting_day, 17))
    return []


def fifty_six_at_the_vote(stage: Stage, body: Body) -> list[Planted]:
    """56 on the very day of the vote."""
    row = _born(stage, body, years_before(stage.election.voting_day, 56))
    return [at(row, "E502", "56 on the day of the vote", "tanggal_lahir")]


def fifty_six_after_the_vote(stage: Stage, body: Body) -> list[Planted]:
    """Legal: 55 to the day of the vote."""
    _born(stage, body, years_before(stage.election.voting_day, 56) + _DAY)
    return []


def schooling_too_low(stage: Stage, body: Body) -> list[Planted]:
    """SMP only."""
    row = stage.a_member(body)
    row.cells["pendidikan"] = "SMP"
    return [at(row, "E503", "SMP", "pendidikan")]


def before_the_oath(stage: Stage, body: Body) -> list[Planted]:
    """In office since the day before the oath."""
    row = stage.a_member(body)
    row.cells["tanggal_mulai"] = (stage.election.first_day(body.name) - _DAY).isoformat()
    return [at(row, "E504", "begins a day before the oath", "tanggal_mulai")]


def after_the_term(stage: Stage, body: Body) -> list[Planted]:
    """In office until the day after the end of the term."""
    row = stage.a_member(body)
    row.cells["tanggal_selesai"] = (stage.election.last_day(body.name) + _DAY).isoformat()
    return [at(row, "E504", "ends a day after the term", "tanggal_selesai")]


def sekretaris_not_asn(stage: Stage, body: Body) -> list[Planted]:
    """The sekretaris of a PPK is paid by the day."""
    row = stage.active(body, stage.unit(body))[0]
    row.cells["keterangan"] = "Tenaga honorer kecamatan"
    return [at(row, "E505", "no ASN", "keterangan")]


# -- D: the duplicate ------------------------------------------------------------------------------


def twice_in_a_body(stage: Stage, body: Body) -> list[Planted]:
    """One person active in the same body of two places."""
    first, second = _pair(stage, body, body)
    stage.drop_attendance(second)
    second.cells |= {column: first.cells[column] for column in _ONE_PERSON}
    row = _later(stage, first, second)
    return [at(row, "D601", "the NIK of a member of another unit", "nik")]


def in_two_bodies(stage: Stage, body: Body) -> list[Planted]:
    """A member of a PPS who is active in another body at the same time."""
    severity = "error" if body in (PPK, KPPS) else "warning"
    return _in_both(stage, PPS, body, severity, "a member of a PPS, too")


def one_after_the_other(stage: Stage, body: Body) -> list[Planted]:
    """First Pantarlih, then in another body whose term begins later: that is allowed."""
    return _in_both(stage, PANTARLIH, body, "info", "a Pantarlih before")


def _in_both(stage: Stage, one: Body, other: Body, severity: str, note: str) -> list[Planted]:
    first, second = _pair(stage, one, other)
    sex, home = first.cells["jenis_kelamin"], first.place or ""
    person = stage.maker.registry.person(sex, home, OF_MIDDLE_AGE)
    for row in (first, second):
        stage.put_in_place_of(row, person)
    second.cells["telepon"] = stage.maker.registry.phone()
    found = at(_later(stage, first, second), "D602", note, "nik")
    return [replace(found, severity=severity)]


def perhaps_the_same(stage: Stage, body: Body) -> list[Planted]:
    """The name of another one, in capitals and with a title, the same birthday, another NIK."""
    first, second = _pair(stage, body, body)
    name = first.cells["nama"].split(",")[0].removeprefix("H. ").removeprefix("Hj. ")
    born = date.fromisoformat(first.cells["tanggal_lahir"])
    sex, home = second.cells["jenis_kelamin"], second.place or ""
    person = stage.maker.registry.person(sex, home, Ages(born, 0, 0))
    stage.put_in_place_of(second, replace(person, nama=f"{name.upper()}, S.Pd.I."))
    return [at(_later(stage, first, second), "D603", "name and birthday of another", "nik")]


def phone_shared(stage: Stage, body: Body) -> list[Planted]:
    """Two people of two places with one number."""
    first, second = stage.a_member(body), stage.a_member(PPS)
    second.cells["telepon"] = first.cells["telepon"]
    return [at(_later(stage, first, second), "D604", "the number of another one", "telepon")]


def rank_twice(stage: Stage, body: Body) -> list[Planted]:
    """Two reserves of one rank; the better rank is nobody's."""
    first, second = stage.reserves(body, stage.unit(body))[:2]
    first.cells["peringkat"] = second.cells["peringkat"]
    return [at(second, "D605", "the rank of another reserve", "peringkat")]


def _pair(stage: Stage, one: Body, other: Body) -> tuple[Row, Row]:
    """Two rows of fresh places, of one gender where both units have it."""
    first, second = stage.a_member(one), stage.a_member(other)
    return first, _of_gender(stage, other, second, first.cells["jenis_kelamin"])


def _later(stage: Stage, one: Row, other: Row) -> Row:
    """Which of two rows comes later: files are read in the order of their names."""
    return max(one, other, key=lambda row: (row.file, stage.folder.rows(row.file).index(row)))


def _of_gender(stage: Stage, body: Body, row: Row, sex: str) -> Row:
    """The row, or another one of its unit that is of that gender."""
    if row.cells["jenis_kelamin"] == sex or row.unit is None:
        return row
    return next(
        (one for one in stage.active(body, row.unit) if one.cells["jenis_kelamin"] == sex), row
    )


PLANTS = (
    Plant("E501", seventeen_after_the_vote, KPPS, (PPK, PPS)),
    Plant("E501", seventeen_after_the_vote, PPS, (PPK, KPPS)),
    Plant("E501", seventeen_after_the_oath, PPK, (PPS,)),
    Plant("E502", fifty_six_at_the_vote, KPPS),
    Plant("E503", schooling_too_low, PPS, (PPK, KPPS)),
    Plant("E503", schooling_too_low, KPPS, (PPK, PPS)),
    Plant("E504", before_the_oath, PPS, (PPK, *TPS_BODIES)),
    Plant("E504", after_the_term, PPK, (PPS, *TPS_BODIES, *SECRETARIATS)),
    Plant("E504", after_the_term, KPPS, (PPK, PPS)),
    Plant("E505", sekretaris_not_asn, PPK_SECRETARIAT),
    Plant("D601", twice_in_a_body, PPS, (PPK, *TPS_BODIES)),
    Plant("D601", twice_in_a_body, PPK, (PPS, *TPS_BODIES)),
    Plant("D602", in_two_bodies, KPPS, (PPK, GUARDS, *SECRETARIATS)),
    Plant("D602", in_two_bodies, PPK_SECRETARIAT, (KPPS, GUARDS, PPS_SECRETARIAT)),
    Plant("D602", one_after_the_other, KPPS, (GUARDS,)),
    Plant("D603", perhaps_the_same, PPS, (PPK, *TPS_BODIES)),
    Plant("D604", phone_shared, PPS, (PPK, *TPS_BODIES, *SECRETARIATS)),
    Plant("D605", rank_twice, PPS, (PPK,)),
)
LEGAL = (
    Plant("", seventeen_at_the_oath, PPS, (PPK,)),
    Plant("", seventeen_at_the_vote, KPPS),
    Plant("", fifty_six_after_the_vote, KPPS),
)
