"""Where a day stands in an election: before the oath, within the term, after it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from adhoc_cli.profiles.calendar import OutOfTerm, Standing, calendar_of, standing
from adhoc_cli.profiles.load import load_profile

PILKADA = load_profile("pilkada-2024")


@pytest.mark.parametrize("name", list(PILKADA.badan))
def test_the_first_and_the_last_day_belong_to_the_term(name: str) -> None:
    body = PILKADA.badan[name]
    assert body.mulai
    assert body.selesai
    day = timedelta(1)
    assert standing(body, body.mulai - day) is Standing.BEFORE
    assert standing(body, body.mulai) is standing(body, body.selesai) is Standing.IN_OFFICE
    assert standing(body, body.selesai + day) is Standing.AFTER


def test_a_body_without_days_is_always_in_office() -> None:
    body = PILKADA.badan["PPK"].model_copy(update={"mulai": None, "selesai": None})
    assert standing(body, date(1999, 1, 1)) is standing(body, date(2099, 1, 1))
    assert standing(body, date(1999, 1, 1)) is Standing.IN_OFFICE


def test_before_the_first_oath_nobody_is_in_office() -> None:
    calendar = calendar_of(PILKADA, date(2024, 4, 30))
    assert calendar.in_office == ()
    assert calendar.next_oath == OutOfTerm("PPK", Standing.BEFORE, date(2024, 5, 16))
    assert calendar.over_since is None


def test_days_are_counted_from_voting_day() -> None:
    assert calendar_of(PILKADA, date(2024, 11, 7)).to_voting == -20
    assert calendar_of(PILKADA, date(2024, 11, 27)).to_voting == 0
    assert calendar_of(PILKADA, date(2025, 1, 27)).to_voting == 61


def test_secretariats_go_with_their_body() -> None:
    calendar = calendar_of(PILKADA, date(2024, 6, 10))
    assert calendar.serving[:2] == ("PPK", "PPS")
    assert "SEKRETARIAT PPS" in set(calendar.in_office) - set(calendar.serving)


def test_between_two_bodies_the_election_is_not_over() -> None:
    calendar = calendar_of(PILKADA, date(2024, 7, 26))
    assert calendar.outside_of(("PANTARLIH", "PPK")) == (
        OutOfTerm("PANTARLIH", Standing.AFTER, date(2024, 7, 25)),
    )
    assert calendar.over_since is None


def test_after_the_last_term_it_is_over() -> None:
    assert calendar_of(PILKADA, date(2025, 1, 28)).over_since == date(2025, 1, 27)
