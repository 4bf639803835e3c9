"""Thirty people, each written in another messy way: right, refused, or told with the line."""

from __future__ import annotations

import pytest

from tests.polluted.messy import messy
from tests.polluted.trial import Outcome, trial, wrong

_SEEDS = 40  # `python -m tests.polluted --messy=4000` draws more


@pytest.mark.slow
def test_nobody_of_a_messy_roster_is_wrong_without_a_word() -> None:
    with trial() as judge:
        faults = [
            wrong(polluted, verdict)
            for polluted in map(messy, range(_SEEDS))
            for verdict in judge.verdicts(polluted)
            if verdict.outcome is Outcome.WRONG
        ]
    assert not faults, "\n".join(faults)


def test_a_seed_draws_the_same_roster_again() -> None:
    one, other = messy(7), messy(7)
    assert (one.suffix, one.touched, one.rows) == (other.suffix, other.touched, other.rows)
    assert len(one.touched) > 10
