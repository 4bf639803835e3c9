"""Training: who of each body has had the bimtek that it must have."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np

from adhoc_cli.roster.roster import Roster
from adhoc_cli.rules.attendance import last_day, sessions


@dataclass(frozen=True, slots=True)
class TrainingState:
    """The training of one body: of its `members` that bimtek.csv can name, `trained` were there or
    are listed for one to come. `due` is false before it was held; `deadline` its last day."""

    members: int
    trained: int
    due: bool
    deadline: date | None


def training_states(roster: Roster) -> Mapping[str, TrainingState]:
    """By expected body with a training in the profile; empty without bimtek.csv."""
    if not (roster.has("anggota") and roster.has("bimtek")):
        return {}
    held = sessions(roster)
    return {
        body: TrainingState(
            int(np.count_nonzero(session.expected)),
            int(np.count_nonzero(session.expected & session.excused)),
            session.due,
            last_day(roster.profile.badan[body]),
        )
        for body, session in held.items()
        if body in roster.expected_bodies
    }
