"""What makes a secretariat complete, and until when it has to be."""

import numpy as np

from adhoc_cli.profiles.model import Body
from adhoc_cli.roster.roster import Roster
from adhoc_cli.roster.seats import BodySeats, Count, Days, unit_days
from adhoc_cli.tables.texts import Mask


def roles_filled(roster: Roster, seats: BodySeats) -> Count:
    """The members who hold a seat of every unit by role (units x roles of the body)."""
    members, unit = roster.members, seats.unit
    roles = tuple(seats.body.jabatan)
    role = members["jabatan"].numbered(lambda one: roles.index(one) if one in roles else -1)
    rows = np.flatnonzero(members.seated & (unit >= 0) & (role >= 0))
    cells = unit[rows].astype(np.int64) * len(roles) + role[rows]
    counts = np.bincount(cells, minlength=seats.filled.size * len(roles))
    return counts.reshape(-1, len(roles))


def incomplete(seats: BodySeats, roles: Count) -> Mask:
    """Which units lack somebody, or anybody in a role (three staf are no secretariat)."""
    needed = np.array([least for least, _ in seats.body.jabatan.values()])
    return np.asarray(seats.asked & ((roles < needed).any(axis=1) | (seats.vacant > 0)))


def last_days(roster: Roster, body: Body) -> Days:
    """Per unit the last day on which it may still be incomplete: days after the oath of its own
    body there; NaT for none."""
    return _after_oath(roster, body, body.batas_hari)


def are_errors(roster: Roster, body: Body) -> Mask:
    """Per unit whether an incomplete one is an error by now, and not a warning."""
    since = _after_oath(roster, body, body.kesalahan_hari)
    return np.asarray(np.datetime64(roster.as_of, "D") >= since)


def _after_oath(roster: Roster, body: Body, days: int | None) -> Days:
    parent, places = roster.profile.badan[body.sekretariat_dari or ""], roster.places
    oath = unit_days(parent, places, Body.oath_in, body.unit)
    return oath + np.timedelta64("NaT" if days is None else days, "D")
