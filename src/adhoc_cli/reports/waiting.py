"""Suspended members: their seats are not vacant before the decree on their dismissal."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from adhoc_cli.models.codes import within
from adhoc_cli.reports.persons import Someone, someone
from adhoc_cli.roster.roster import Roster


def waiting_in(
    roster: Roster, *, region: str | None = None, bodies: Sequence[str] = ()
) -> tuple[Someone, ...]:
    """The suspended members of a region and of these bodies (else of all expected ones), as far as
    they are in office."""
    asked = tuple(bodies) or roster.expected_bodies
    wanted = [body for body in asked if body in roster.calendar.in_office]
    rows = np.flatnonzero(roster.members.suspended).tolist()
    found = (someone(roster, row) for row in rows)
    return tuple(
        one for one in found
        if one.post.body in wanted and within(one.post.region.code, region)
    )  # fmt: skip
