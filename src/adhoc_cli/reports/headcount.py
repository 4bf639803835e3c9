"""Women and men of every body, by kecamatan, as they are reported upward."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from adhoc_cli.models.codes import within
from adhoc_cli.models.report import PlaceRow, Sums
from adhoc_cli.profiles.calendar import Calendar, OutOfTerm
from adhoc_cli.reports.members import Members, list_members
from adhoc_cli.roster.roster import Roster


@dataclass(frozen=True, slots=True)
class Heads(Sums):
    """People counted; `unknown` are those whose sex the roster does not say."""

    men: int = 0
    women: int = 0
    unknown: int = 0

    @property
    def total(self) -> int:
        """All of them."""
        return self.men + self.women + self.unknown

    @property
    def women_percent(self) -> int | None:
        """The women among all, in whole percent, a half rounded up (26.68 is 27, as published);
        None where there is nobody."""
        return (200 * self.women + self.total) // (2 * self.total) if self.total else None


@dataclass(frozen=True, slots=True)
class BodyHeads:
    """One body: its people by kecamatan, in the order of the region file."""

    body: str
    total: Heads
    kecamatan: tuple[PlaceRow, ...]


@dataclass(frozen=True, slots=True)
class Headcount:
    """The result of `adhoc members --summary`. `nameless` rows were not counted: they are nobody.
    `rejected` and `unreadable` are as in `Members`."""

    calendar: Calendar
    statuses: tuple[str, ...]
    bodies: tuple[BodyHeads, ...]
    outside: tuple[OutOfTerm, ...]  # of whom there is nobody, for they are not in office
    nameless: int
    rejected: int
    unreadable: tuple[str, ...]

    @property
    def rows(self) -> Iterator[PlaceRow]:
        """The women and men by kecamatan, a body after the other."""
        return (row for body in self.bodies for row in body.kecamatan)

    @property
    def total(self) -> Heads:
        """All bodies together: a person who stands in two of them counts twice."""
        return sum((body.total for body in self.bodies), Heads())


def count_heads(
    roster: Roster,
    *,
    region: str | None = None,
    bodies: Sequence[str] = (),
    statuses: Sequence[str] = (),
) -> Headcount:
    """The women and men of `region`, of `bodies` (else all expected ones) and of `statuses` (else
    those who serve). Every kecamatan that the region file lists is there, with nobody in it too."""
    statuses = tuple(statuses) or ("aktif",)
    members = list_members(roster, region=region, bodies=bodies, statuses=statuses)
    asked = tuple(bodies) or roster.expected_bodies
    found = tuple(_of_bodies(roster, members, region, asked))
    empty = [one.body for one in found if not one.total.total]
    outside = roster.calendar.outside_of(() if bodies else empty)
    absent = {one.body for one in outside}
    return Headcount(
        roster.calendar,
        statuses,
        tuple(one for one in found if one.body not in absent),
        outside,
        members.nameless,
        members.rejected,
        members.unreadable,
    )


def _of_bodies(
    roster: Roster, members: Members, region: str | None, bodies: Sequence[str]
) -> Iterator[BodyHeads]:
    rows = members.named_rows
    codes = _kecamatan_codes(roster, members, region)
    cells = _cells(roster, rows, codes)  # a kecamatan and a sex of each row, as one number
    regions = [roster.places.region(code) for code in codes]
    for body in bodies:
        of_body = cells[roster.members.of_body(body)[rows]] if rows.size else cells
        counted = np.bincount(of_body, minlength=len(codes) * 3).reshape(-1, 3)
        heads = [Heads(*numbers) for numbers in counted.tolist()]
        here = zip(regions, heads, strict=True)
        kecamatan = tuple(PlaceRow(region, body, numbers) for region, numbers in here)
        yield BodyHeads(body, sum(heads, Heads()), kecamatan)


def _kecamatan_codes(roster: Roster, members: Members, region: str | None) -> list[str]:
    """The kecamatan in `region`, and those that only a member names."""
    places = roster.places
    above = places.above(region).code if region else None
    listed = [code for code in places.kecamatan.codes if within(code, above)]
    named = {places.above(code).code for code in members.place_codes}
    return listed + sorted(named - set(listed))


def _cells(roster: Roster, rows: NDArray[np.intp], codes: Sequence[str]) -> NDArray[np.int64]:
    """Per row three times its kecamatan's position, plus 0 for a man, 1 for a woman, else 2."""
    if not rows.size:
        return np.zeros(0, np.int64)
    table = roster.members
    column = table["kode_wilayah"]
    index = {code: at for at, code in enumerate(codes)}
    # A place that no chosen row names has no position and is never looked up.
    of_value = [index.get(roster.places.above(code).code, -1) for code in column.value_list]
    kecamatan = np.array(of_value, np.int64)[column.codes[rows]]
    sex = np.full(rows.size, 2, np.int64)
    if "jenis_kelamin" in table:
        for number, word in enumerate(("L", "P")):
            sex[table["jenis_kelamin"].equals(word)[rows]] = number
    return kecamatan * 3 + sex
