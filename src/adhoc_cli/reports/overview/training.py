"""Training: who of each body has had the bimtek that it must have."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import numpy as np

from adhoc_cli.roster.roster import Roster
from adhoc_cli.rules.attendance import last_day
from adhoc_cli.rules.trainings import sessions


@dataclass(frozen=True, slots=True)
class TrainingState:
    """The training of one body: of its `members` that bimtek.csv can name, `trained` were there or
    are listed for one to come. `due` is false before it was held; `deadline` its last day."""

    body: str
    members: int
    trained: int
    due: bool
    deadline: date | None


def training_states(roster: Roster) -> Iterator[TrainingState]:
    """Of each expected body with a training in the profile; of none without bimtek.csv."""
    if not (roster.has("anggota") and roster.has("bimtek")):
        return
    for body, session in sessions(roster).items():
        if body in roster.expected_bodies:
            yield TrainingState(
                body,
                int(np.count_nonzero(session.expected)),
                int(np.count_nonzero(session.expected & ~session.missed)),
                session.due,
                last_day(roster.profile.badan[body]),
            )
