"""What a check finds, how it says so, and what it works with: the one import of a check.

A check answers with a `Found`: how many rows or units it looked at, how many failed, and a way to
describe the first few of them. Counting is whole-array work; describing happens for what is shown.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, islice
from typing import Any

import numpy as np

from adhoc_cli.models.columns import Privacy
from adhoc_cli.models.finding import Person, Personal, Region, Severity
from adhoc_cli.models.report import Reason
from adhoc_cli.profiles.model import Body
from adhoc_cli.roster.repeats import Positions, repeats
from adhoc_cli.roster.roster import Roster
from adhoc_cli.roster.seats import BodySeats
from adhoc_cli.tables.column import Column
from adhoc_cli.tables.table import Table
from adhoc_cli.tables.texts import Mask

__all__ = [
    "NOTHING", "Body", "BodySeats", "Column", "Found", "Hit", "Hits", "Mask", "Params", "Person",
    "Positions", "Privacy", "Reason", "Region", "Roster", "Table", "absent_bodies", "each_body",
    "earlier", "first", "in_rows", "in_units", "listed", "person_of", "personal", "repeats",
    "row_hit", "together", "unit_hit", "unknown_units",
]  # fmt: skip

Params = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Hit:
    """One failure: where, who, and the data of its message."""

    file: str | None = None
    line: int | None = None
    column: str | None = None
    region: Region | None = None
    body: str | None = None
    person: Person | None = None
    params: Params = field(default_factory=dict)
    severity: Severity | None = None  # where it differs from the rule's


@dataclass(frozen=True, slots=True)
class Found:
    """What a check found. `hits` describes failures in order and is only walked as far as needed.

    `counts` splits `failed` by severity where a rule has several; `partly` says what could not be
    looked at.
    """

    checked: int
    failed: int
    hits: Iterable[Hit] = ()
    counts: Mapping[Severity, int] | None = None
    partly: Reason | None = None


Hits = Iterator[Hit]
NOTHING = Found(0, 0)


def in_rows(
    table: Table,
    failed: Mask,
    *,
    checked: int,
    column: str | None = None,
    params: Callable[[int], Params] = lambda row: {},
    roster: Roster | None = None,
) -> Found:
    """Failures in rows of a table; `params` is asked only for the rows that are shown."""
    rows = np.flatnonzero(failed)

    def hits() -> Iterator[Hit]:
        for row in rows.tolist():
            yield row_hit(table, row, column=column, params=params(row), roster=roster)

    return Found(checked, int(rows.size), hits())


def row_hit(
    table: Table,
    row: int,
    *,
    column: str | None = None,
    params: Params | None = None,
    roster: Roster | None = None,
    severity: Severity | None = None,
) -> Hit:
    """A failure in one row, with the place, body and person that the row names."""
    file, line = table.where(row)
    place = table.value(table.kind.code_column, row)
    return Hit(
        file,
        line,
        column,
        _region(place, table, row, roster),
        table.value("badan", row),
        person_of(table, row),
        params or {},
        severity,
    )


def _region(place: str | None, table: Table, row: int, roster: Roster | None) -> Region | None:
    if place is None:
        return None
    if table.kind.names_places:
        return Region(place, table.value("nama", row) or "")
    if roster is None:
        return Region(place, "")
    return roster.places.region(place)


def person_of(table: Table, row: int) -> Person | None:
    """The person that a row of members, attendance or stakeholders names."""
    if not table.kind.names_person or "nama" not in table:
        return None
    name = table["nama"].text(row)
    nik = table.value("nik", row)
    return Person(name, Personal(nik, Privacy.NIK) if nik else None) if name or nik else None


def in_units(
    seats: BodySeats,
    failed: Mask,
    *,
    params: Callable[[int], Params],
    hit: Callable[[int], Hit] | None = None,
) -> Found:
    """Failures of units of a body (a kecamatan, a desa, a TPS), in the order of the region file."""
    units = np.flatnonzero(failed)

    def hits() -> Iterator[Hit]:
        for unit in units.tolist():
            yield hit(unit) if hit else unit_hit(seats, unit, params(unit))

    return Found(int(failed.size), int(units.size), hits())


def unit_hit(seats: BodySeats, unit: int, params: Params, severity: Severity | None = None) -> Hit:
    """A failure of one unit."""
    named = {**params, **seats.named(unit)}
    return Hit(region=seats.region(unit), body=seats.name, params=named, severity=severity)


def together(founds: Sequence[Found], partly: Reason | None = None) -> Found:
    """Several results of one rule as one."""
    return Found(
        sum(found.checked for found in founds),
        sum(found.failed for found in founds),
        chain.from_iterable(found.hits for found in founds),
        _added_counts(founds),
        partly or next((found.partly for found in founds if found.partly), None),
    )


def _added_counts(founds: Sequence[Found]) -> Mapping[Severity, int] | None:
    if all(found.counts is None for found in founds):
        return None
    total: dict[Severity, int] = {}
    for found in founds:
        for severity, count in (found.counts or {}).items():
            total[severity] = total.get(severity, 0) + count
    return total


def each_body(
    roster: Roster,
    look: Callable[[BodySeats], Found],
    *,
    of: Callable[[Body], bool] = lambda body: True,
) -> Found:
    """One result over the expected bodies that `of` wants and whose units are known; those whose
    units are not known are named as not looked at."""
    looked_at = [look(seats) for seats in roster.counted_bodies if of(seats.body)]
    return together(looked_at, unknown_units(roster, of))


def unknown_units(roster: Roster, of: Callable[[Body], bool] = lambda body: True) -> Reason | None:
    """The expected bodies that `of` wants and whose units are not known, as a reason."""
    wanted = roster.profile.badan
    unknown = [u for u in roster.uncounted_bodies if of(wanted[u.body])]
    if not unknown:
        return None
    bodies, needs = listed(u.body for u in unknown), listed(u.needs for u in unknown)
    return Reason("bodies_unknown_units", {"bodies": bodies, "needs": needs})


def absent_bodies(roster: Roster, of: Callable[[Body], bool]) -> Reason | None:
    """The bodies that `of` wants and nobody expects (no row of them, and not in `adhoc.toml`), as a
    reason."""
    bodies = roster.profile.badan.items()
    names = [name for name, body in bodies if of(body) and name not in roster.expected_bodies]
    return Reason("bodies_not_expected", {"bodies": listed(names)}) if names else None


def listed(words: Iterable[str]) -> str:
    """The words once each, with commas."""
    return ", ".join(dict.fromkeys(words))


def first(hits: Iterable[Hit], limit: int | None) -> list[Hit]:
    """The first `limit` hits, all for None."""
    return list(islice(hits, limit))


def earlier(roster: Roster, row: int) -> dict[str, Any]:
    """Where somebody stands already, as params of a message: `first_person`, `first_body`,
    `first_place`, `first_file`, `first_line`."""
    members = roster.members
    file, line = members.where(row)
    place = members.value("kode_wilayah", row)
    return {
        "first_person": person_of(members, row),
        "first_body": members.value("badan", row),
        "first_place": roster.places.region(place) if place else None,
        "first_file": file,
        "first_line": line,
    }


def personal(value: str, privacy: Privacy | None) -> Personal | str:
    """A cell's text for a message, wrapped where it is personal."""
    return value if privacy is None else Personal(value, privacy)
