"""What makes a secretariat complete, and until when it has to be."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np

from adhoc_cli.profiles.model import Body, Profile
from adhoc_cli.roster.roster import Roster
from adhoc_cli.roster.seats import BodySeats, Count
from adhoc_cli.tables.texts import Mask


def roles_filled(roster: Roster, seats: BodySeats) -> Count:
    """The members who hold a seat of every unit by role (units x roles of the body)."""
    members = roster.members
    column, roles = members["jabatan"], tuple(seats.body.jabatan)
    known = [roles.index(role) if role in roles else -1 for role in column.value_list]
    role = column.spread(np.array(known, np.int64), -1)
    rows = np.flatnonzero(members.seated & (seats.unit >= 0) & (role >= 0))
    cells = seats.unit[rows].astype(np.int64) * len(roles) + role[rows]
    counts = np.bincount(cells, minlength=seats.filled.size * len(roles))
    return counts.reshape(-1, len(roles))


def incomplete(seats: BodySeats, roles: Count) -> Mask:
    """Which units lack somebody, or anybody in a role (three staf are no secretariat)."""
    needed = np.array([least for least, _ in seats.body.jabatan.values()])
    return np.asarray(seats.asked & ((roles < needed).any(axis=1) | (seats.vacant > 0)))


def last_day(profile: Profile, body: Body) -> date | None:
    """The last day on which it may still be incomplete: days after the oath of its own body."""
    return _after_oath(profile, body, body.batas_hari)


def is_error(roster: Roster, body: Body) -> bool:
    """Whether an incomplete one is an error by now, and not a warning."""
    day = _after_oath(roster.profile, body, body.kesalahan_hari)
    return day is not None and roster.as_of >= day


def _after_oath(profile: Profile, body: Body, days: int | None) -> date | None:
    oath = profile.badan[body.sekretariat_dari or ""].mulai
    return None if oath is None or days is None else oath + timedelta(days=days)
