"""What is told of a body beside its seats: how many secretariats are complete, who is trained."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import numpy as np

from adhoc_cli.roster.roster import Roster
from adhoc_cli.roster.seats import first_day
from adhoc_cli.rules.attendance import last_day
from adhoc_cli.rules.secretariats import incomplete, last_days, roles_filled
from adhoc_cli.rules.trainings import sessions


@dataclass(frozen=True, slots=True)
class SecretariatState:
    """The secretariats of one body: `units`, of which `complete` ones have everybody in the right
    role; seats `required` and `filled`; `deadline` the last day in time, of several that of the
    incomplete one that is due first, None where none is set, and `days_left` the days until it,
    negative behind it."""

    body: str
    parent: str
    units: int
    complete: int
    required: int
    filled: int
    deadline: date | None
    days_left: int | None


def secretariat_states(roster: Roster) -> Iterator[SecretariatState]:
    """The expected secretariats whose places are known, in the profile's order."""
    if not all(roster.has(kind) for kind in ("kecamatan", "desa", "anggota")):
        return
    for seats in roster.counted_bodies:
        if seats.body.sekretariat_dari is not None:
            lacking = incomplete(seats, roles_filled(roster, seats))
            days = last_days(roster, seats.body)
            deadline = first_day(days[lacking] if lacking.any() else days)
            yield SecretariatState(
                seats.name,
                seats.body.sekretariat_dari,
                int(lacking.size),
                int(lacking.size - np.count_nonzero(lacking)),
                int(seats.least.sum()),
                int(seats.filled.sum()),
                deadline,
                None if deadline is None else (deadline - roster.as_of).days,
            )


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
