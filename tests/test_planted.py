"""The sample folders, and a small folder per rule: exactly what was planted is found."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from adhoc_cli.engine.run import run_rule
from adhoc_cli.models.finding import Severity
from adhoc_cli.models.report import Status
from adhoc_cli.roster.roster import Roster
from adhoc_cli.rules.api import Rule
from adhoc_cli.rules.registry import all_rules
from scripts.sample.election import PEMILU, PILKADA, Election
from scripts.sample.folders import (
    ALL_PLANTS,
    IN_JULY,
    IN_JUNE,
    IN_NOVEMBER,
    of_rule,
    small,
    updating_the_list,
    with_some_tps,
)
from scripts.sample.planting import Planted
from scripts.sample.plants_files import SMALL_LIMIT
from tests.planted import (
    AT_THE_POLLS,
    CLEAN,
    FAULTY,
    expected,
    found_by,
    listed,
    listed_in,
    places,
    roster_in,
)

CODES = sorted({plant.code for plant in ALL_PLANTS})
# The profile of the Pemilu demands no bimtek: whoever was at none is no finding there, nor when and
# how it was held.
WITHOUT = {PILKADA.profile: set[str](), PEMILU.profile: {"T901", "T906", "T907"}}

each_rule = pytest.mark.parametrize(
    "rule", [pytest.param(rule, id=rule.code) for rule in all_rules()]
)
each_election = pytest.mark.parametrize(
    "election", [pytest.param(election, id=election.profile) for election in (PILKADA, PEMILU)]
)


each_folder = pytest.mark.parametrize(
    "folder", [pytest.param(folder, id=folder.name) for folder in (FAULTY, AT_THE_POLLS)]
)
DAYS = {CLEAN: IN_JUNE, FAULTY: IN_JUNE, AT_THE_POLLS: IN_NOVEMBER}


@cache
def roster(folder: Path) -> Roster:
    return roster_in(folder, DAYS[folder])


# -- the committed folders -------------------------------------------------------------------------


@each_rule
def test_nothing_is_found_in_the_clean_folder(rule: Rule) -> None:
    result = run_rule(roster(CLEAN), rule, None)
    assert result.status is not Status.CRASHED, result.reason
    # The office is in the middle of its visits: what practice dates is half-way, the law is kept.
    late = result.counts if rule.code == "C951" else {}
    assert set(late) <= {Severity.WARNING}
    assert result.failed == sum(late.values()), result.findings[:5]


@each_folder
@each_rule
def test_exactly_what_was_planted_is_found(rule: Rule, folder: Path) -> None:
    planted = listed(entry for entry in listed_in(folder) if entry["code"] == rule.code)
    assert found_by(roster(folder), [rule]) == planted


@each_folder
@each_rule
def test_the_finding_names_the_planted_column(rule: Rule, folder: Path) -> None:
    entries = [entry for entry in listed_in(folder) if entry["code"] == rule.code]
    columns = {(entry["file"], entry["line"]): entry["column"] for entry in entries}
    for finding in run_rule(roster(folder), rule, None).findings:
        if finding.column is not None:
            assert columns[finding.file, finding.line] == finding.column


@pytest.mark.parametrize("folder", [CLEAN, FAULTY, AT_THE_POLLS], ids=lambda folder: folder.name)
def test_a_sample_holds_only_bodies_that_exist_on_its_day(folder: Path) -> None:
    there = roster(folder).members["badan"].value_list
    assert all(PILKADA.in_office(str(body), DAYS[folder]) for body in there)


def test_the_faults_of_pantarlih_are_found_while_they_work_and_not_before(tmp_path: Path) -> None:
    planted = updating_the_list(places()).write(tmp_path)
    assert {one.body for one in planted if one.code in ("Q401", "Q402")} == {"PANTARLIH"}
    for day in (IN_JUNE, IN_JULY, IN_NOVEMBER):
        found = {spot for spot in found_by(roster_in(tmp_path, day)) if spot.body == "PANTARLIH"}
        assert bool({spot.code for spot in found} & {"Q401", "Q402"}) == (day == IN_JULY)
    assert found_by(roster_in(tmp_path, IN_JULY)) == expected(planted, IN_JULY, PILKADA)


# -- a folder per rule -----------------------------------------------------------------------------


def test_every_rule_is_planted_and_every_plant_has_its_rule() -> None:
    assert {rule.code for rule in all_rules()} == set(CODES)


SUCCESSION = timedelta(12)  # from the oath to the day on which a planted successor begins


def around_the_deadlines(election: Election) -> list[date]:
    """The last day on which a secretariat may be incomplete, or the kapolsek may be unvisited; the
    day before and the day after."""
    due = [election.secretariat_due(body) for body in ("PPK", "PPS")]
    due.append(election.first_day("PPK") + timedelta(21))
    return [day + timedelta(days) for day in due for days in (-1, 0, 1)]


def days_that_differ(planted: list[Planted], election: Election) -> list[date]:
    """The first and the last of those days, and any two between which other things are found."""
    days = sorted(set(around_the_deadlines(election)))
    told = [expected(planted, day, election) for day in days]
    changes = [
        pair
        for pair, (one, other) in zip(pairwise(days), pairwise(told), strict=True)
        if one != other
    ]
    return sorted({days[0], days[-1]}.union(*changes))


@each_election
def test_nothing_is_found_in_the_small_folder(election: Election, tmp_path: Path) -> None:
    with_some_tps(small(places()), election).write(tmp_path)
    for day in around_the_deadlines(election):
        assert not found_by(roster_in(tmp_path, day))


@each_election
@pytest.mark.parametrize("code", CODES)
def test_a_rule_finds_its_own_faults_and_no_others(
    code: str, election: Election, tmp_path: Path
) -> None:
    kinds = {plant.apart for plant in ALL_PLANTS if plant.code == code}
    for apart in sorted(kinds):
        folder = tmp_path / str(apart)
        planted = of_rule(places(), code, election, apart=apart).write(folder)
        last = expected(planted, max(around_the_deadlines(election)), election)
        there = any(spot.code == code for spot in last)
        assert there == (code not in WITHOUT[election.profile]), "a blind rule would not be told"
        files = roster_in(folder, IN_JUNE, SMALL_LIMIT).folder  # read once, whatever the day
        for day in days_that_differ(planted, election):
            if code in ("P803", "Q406") and day < election.first_day("PPS") + SUCCESSION:
                continue  # P804: who succeeded has not begun
            found = found_by(replace(roster_in(folder, day, SMALL_LIMIT), folder=files))
            assert found == expected(planted, day, election), day


@each_election
def test_a_secretariat_is_an_error_from_the_day_that_its_election_says(
    election: Election, tmp_path: Path
) -> None:
    """Secretariat, 7 days: Pilkada: always a warning; Pemilu: an error from day 14."""
    planted = of_rule(places(), "S701", election, apart=False).write(tmp_path)
    for body in ("PPK", "PPS"):
        due, error = election.secretariat_due(body), election.secretariat_error(body)
        days = [(due, "warning"), (due + timedelta(1), "warning"), (due + timedelta(60), "warning")]
        if error is not None:
            days = [*days[:2], (error - timedelta(1), "warning"), (error, "error")]
        name = f"SEKRETARIAT {body}"
        assert any(one.body == name for one in planted)
        for day, severity in days:
            found = found_by(roster_in(tmp_path, day))
            assert {s.severity for s in found if s.code == "S701" and s.body == name} == {severity}
