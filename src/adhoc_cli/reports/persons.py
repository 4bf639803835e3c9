"""A row of `anggota` as people read it: who, where, as what."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from adhoc_cli.models.codes import within
from adhoc_cli.models.columns import Privacy
from adhoc_cli.models.finding import Person, Personal, Region
from adhoc_cli.roster.roster import Roster


class Post(NamedTuple):
    """Where somebody stands: a body in a place; `tps` where the body is one of a TPS."""

    body: str
    region: Region
    tps: int | None = None

    @property
    def title(self) -> str:
        """Body and place, "KPPS TPS 3 Wonosari"; the code where the place has no name."""
        tps = f"TPS {self.tps} " if self.tps is not None else ""
        return f"{self.body} {tps}{self.region.name or self.region.code}"


class Someone(NamedTuple):
    """A person as one row has it. `status` is "aktif" where nothing is said, and what is written
    where that is no known word."""

    person: Person
    post: Post
    role: str | None
    status: str
    rank: int | None
    file: str
    line: int

    @property
    def is_reserve(self) -> bool:
        """Whether this is a candidate for a seat."""
        return self.status == "cadangan"


def someone(roster: Roster, row: int) -> Someone:
    """The person of a row of `anggota`."""
    table = roster.members
    nik = table.value("nik", row)
    person = Person(table["nama"].text(row), Personal(nik, Privacy.NIK) if nik else None)
    return Someone(
        person,
        post_of(roster, row),
        table.value("jabatan", row),
        _status(roster, row),
        table.value("peringkat", row),
        *table.where(row),
    )


def post_of(roster: Roster, row: int) -> Post:
    """The post that a row names."""
    table = roster.members
    body = table.value("badan", row)
    at_tps = roster.profile.badan[body].unit == "tps"
    region = roster.places.region(table.value("kode_wilayah", row))
    return Post(body, region, table.value("tps", row) if at_tps else None)


def _status(roster: Roster, row: int) -> str:
    members = roster.members
    if "status" not in members:
        return "aktif"
    column = members["status"]
    return column.value(row) or (column.text(row) if column.is_refused(row) else "aktif")


def waiting_in(
    roster: Roster, *, region: str | None = None, bodies: Sequence[str] = ()
) -> tuple[Someone, ...]:
    """The suspended members of a region and of these bodies (else of all expected ones), as far as
    they are in office: their seats are not vacant before the decree on their dismissal."""
    asked = tuple(bodies) or roster.expected_bodies
    wanted = [body for body in asked if body in roster.calendar.in_office]
    rows = np.flatnonzero(roster.members.suspended).tolist()
    found = (someone(roster, row) for row in rows)
    return tuple(
        one for one in found
        if one.post.body in wanted and within(one.post.region.code, region)
    )  # fmt: skip
