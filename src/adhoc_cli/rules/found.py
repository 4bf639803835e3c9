"""What a check finds, how it says so, and what it works with: the one import of a check.

A check answers with a `Found`: how many rows or units it looked at, how many failed, and a way to
describe the first few of them. Counting is whole-array work; describing happens for what is shown.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial, wraps
from itertools import chain, islice, repeat
from typing import Any, NamedTuple, ParamSpec, TypeVar

import numpy as np
from numpy.typing import NDArray

from adhoc_cli.models.columns import Privacy
from adhoc_cli.models.finding import Finding, Person, Personal, Region, Severity
from adhoc_cli.models.report import Reason, Walked
from adhoc_cli.profiles.calendar import outside
from adhoc_cli.profiles.model import Body
from adhoc_cli.roster.repeats import Positions
from adhoc_cli.roster.roster import Roster
from adhoc_cli.roster.seats import BodySeats
from adhoc_cli.tables.column import NO_DAY, Column
from adhoc_cli.tables.table import Table
from adhoc_cli.tables.texts import Mask

__all__ = [
    "NO_DAY", "Body", "BodySeats", "Column", "Finding", "Findings", "Found", "Mask", "Params",
    "Person", "Privacy", "Reason", "Region", "Roster", "Table", "absent_bodies", "absent_columns",
    "at_row", "at_rows", "at_unit", "described", "each_body", "earlier", "exceeded", "excess",
    "first", "first_at", "in_pairs", "in_rows", "in_units", "listed", "out_of_term", "outside",
    "person_of", "personal", "together", "unknown_units", "walked",
]  # fmt: skip

Params = Mapping[str, Any]
Findings = Iterator[Finding]
_P = ParamSpec("_P")
_T = TypeVar("_T")
_AT_ONCE = 1_000  # findings that are described together


def walked(walk: Callable[_P, Iterator[_T]]) -> Callable[_P, Walked[_T]]:
    """Make a generator function one whose result can be walked again and again."""

    @wraps(walk)
    def made(*args: _P.args, **named: _P.kwargs) -> Walked[_T]:
        return Walked(partial(walk, *args, **named))

    return made


class Found(NamedTuple):
    """What a check found. `findings` describes failures in order, walked only as far as needed,
    and again where that is wanted: a million of them is never held.

    `counts` splits `failed` by severity where a rule has several; `partly` says what could not be
    looked at.
    """

    checked: int = 0
    failed: int = 0
    findings: Sequence[Finding] | Walked[Finding] = ()
    counts: Mapping[Severity, int] | None = None
    partly: Reason | None = None


def described(
    checked: Mask | int,
    failed: Sequence[_T] | NDArray[Any],
    finding: Callable[[_T], Finding],
    *,
    counts: Mapping[Severity, int] | None = None,
    partly: Reason | None = None,
) -> Found:
    """What failed among those (or so many) that were looked at; `finding` is asked only for what is
    shown, of a mask for the positions of its rows."""
    items = failed
    if isinstance(failed, np.ndarray) and failed.dtype == bool:
        items = np.flatnonzero(failed)

    def findings() -> Findings:
        return map(finding, items.tolist() if isinstance(items, np.ndarray) else items)

    looked_at = checked if isinstance(checked, int) else int(np.count_nonzero(checked))
    return Found(looked_at, len(items), Walked(findings), counts, partly)


def in_rows(  # noqa: PLR0913 - a rule names those that it needs
    roster: Roster,
    failed: Mask | Positions,
    *,
    among: Mask | int = 0,
    column: str | None = None,
    params: Callable[[int], Params] = lambda row: {},
    table: Table | None = None,
    partly: Reason | None = None,
) -> Found:
    """Failures in rows of members, or of `table`, `among` those (or so many) that were looked at;
    `params` is asked only for the rows that are shown."""
    rows = np.flatnonzero(failed) if failed.dtype == bool else failed.astype(np.intp, copy=False)
    checked = among if isinstance(among, int) else int(np.count_nonzero(among))

    def told(some: slice) -> Iterator[Params]:
        return map(params, rows[some].tolist())

    findings = at_rows(roster, rows, told, column=column, table=table)
    return Found(checked, int(rows.size), findings, partly=partly)


@walked
def at_rows(
    roster: Roster,
    rows: Positions,
    told: Callable[[slice], Iterable[Params]],
    *,
    column: str | None = None,
    table: Table | None = None,
) -> Findings:
    """Failures in rows of members, or of `table`; `told` gives the params of some of them. Made
    some at a time, column by column: there may be a million."""
    table = roster.members if table is None else table
    for start in range(0, rows.size, _AT_ONCE):
        some = slice(start, start + _AT_ONCE)
        yield from _in_columns(roster, table, rows[some], column, told(some))


def _in_columns(
    roster: Roster, table: Table, rows: Positions, column: str | None, params: Iterable[Params]
) -> Findings:
    """What `at_row` says of each row."""
    known: dict[str, Any] = {
        "file": [table.files[at].name for at in table.file[rows].tolist()],
        "line": table.line[rows].tolist(),
        "column": repeat(column),
        "region": _regions(roster, table, rows),
        "body": table.values_of("badan", rows),
        "person": _people(table, rows),
        "params": params,
    }
    said = (known.get(name, repeat(of_none)) for name, of_none in Finding._field_defaults.items())
    return map(Finding._make, zip(*said, strict=False))  # not all of them end


def _regions(roster: Roster, table: Table, rows: Positions) -> list[Region | None]:
    places = table.values_of(table.kind.code_column, rows)
    if table.kind.names_places:
        names = table.values_of("nama", rows)
        pairs = zip(places, names, strict=True)
        return [None if place is None else Region(place, name or "") for place, name in pairs]
    regions = {place: roster.places.region(place) for place in set(places) - {None}}
    return [regions.get(place) for place in places]


def _people(table: Table, rows: Positions) -> Iterable[Person | None]:
    if not table.kind.names_person or "nama" not in table:
        return repeat(None)
    return map(_person, table["nama"].texts_of(rows), table.values_of("nik", rows))


def _person(name: str, nik: str | None) -> Person | None:
    return Person(name, Personal(nik, Privacy.NIK) if nik else None) if name or nik else None


def at_row(
    roster: Roster,
    row: int,
    *,
    column: str | None = None,
    params: Params | None = None,
    table: Table | None = None,
    own: Severity | None = None,
) -> Finding:
    """A failure in a row of members, or of `table`, with the place, body and person it names."""
    table = roster.members if table is None else table
    file, line = table.where(row)
    return Finding(
        file=file,
        line=line,
        column=column,
        region=_region(roster, table, row),
        body=table.value("badan", row),
        person=person_of(table, row),
        params=params or {},
        own=own,
    )


def _region(roster: Roster, table: Table, row: int) -> Region | None:
    place = table.value(table.kind.code_column, row)
    if place is None:
        return None
    if table.kind.names_places:
        return Region(place, table.value("nama", row) or "")
    return roster.places.region(place)


def person_of(table: Table, row: int) -> Person | None:
    """The person that a row of members, attendance or stakeholders names."""
    if not table.kind.names_person or "nama" not in table:
        return None
    return _person(table["nama"].text(row), table.value("nik", row))


def in_units(
    roster: Roster,
    failed: Callable[[BodySeats], Mask],
    params: Callable[[BodySeats, int], Params],
    *,
    of: Callable[[Body], bool] = lambda body: True,
) -> Found:
    """Failures of units (kecamatan, desa, TPS) of every expected body that `of` wants, in the order
    of the region files; `params` is asked only for the units that are shown."""

    def look(seats: BodySeats) -> Found:
        def finding(unit: int) -> Finding:
            return at_unit(seats, unit, params(seats, unit))

        return described(seats.filled.size, failed(seats), finding)

    return each_body(roster, look, of=of)


def at_unit(seats: BodySeats, unit: int, params: Params, own: Severity | None = None) -> Finding:
    """A failure of one unit; of `params`, numbers may be numpy's."""
    plain = {k: v.item() if isinstance(v, np.generic) else v for k, v in params.items()}
    named = {**plain, **seats.named(unit)}
    return Finding(region=seats.region(unit), body=seats.name, params=named, own=own)


def exceeded(seats: BodySeats) -> Mask:
    """The units of a body with more active members than seats."""
    return seats.excess > 0


def excess(seats: BodySeats, unit: int) -> Params:
    """By how many, as params of a message."""
    return {
        "filled": seats.filled[unit],
        "seats": seats.most[unit],
        "excess": seats.excess[unit],
    }


def together(founds: Sequence[Found], partly: Reason | None = None) -> Found:
    """Several results of one rule as one."""
    return Found(
        sum(found.checked for found in founds),
        sum(found.failed for found in founds),
        Walked(lambda: chain.from_iterable(found.findings for found in founds)),
        _added_counts(founds),
        partly or next((found.partly for found in founds if found.partly), None),
    )


def _added_counts(founds: Sequence[Found]) -> Mapping[Severity, int] | None:
    if all(found.counts is None for found in founds):
        return None
    return sum((Counter(found.counts) for found in founds if found.counts), Counter())


def each_body(
    roster: Roster,
    look: Callable[[BodySeats], Found],
    *,
    of: Callable[[Body], bool] = lambda body: True,
) -> Found:
    """One result over the expected bodies in office that `of` wants and whose units are known;
    those whose units are not known, or that are not in office, are named as not looked at."""
    looked_at = [look(seats) for seats in roster.counted_bodies if of(seats.body)]
    return together(looked_at, unknown_units(roster, of) or out_of_term(roster, of))


def out_of_term(roster: Roster, of: Callable[[Body], bool] = lambda body: True) -> Reason | None:
    """The expected bodies that `of` wants and that are not in office on the day, as a reason."""
    bodies = roster.profile.badan
    return outside([one for one in roster.bodies_outside if of(bodies[one.body])])


def absent_columns(roster: Roster, columns: Iterable[str]) -> Reason | None:
    """Those of `columns` that no file of members has, as a reason."""
    absent = [column for column in columns if column not in roster.members]
    named = {"file": "anggota.csv", "column": listed(absent)}
    return Reason("column_absent", named) if absent else None


def unknown_units(roster: Roster, of: Callable[[Body], bool] = lambda body: True) -> Reason | None:
    """The expected bodies that `of` wants and whose units are not known, as a reason."""
    wanted = roster.profile.badan
    unknown = [u for u in roster.uncounted_bodies if of(wanted[u.body])]
    if not unknown:
        return None
    bodies, needs = listed(u.body for u in unknown), listed(u.needs for u in unknown)
    return Reason("bodies_unknown_units", {"bodies": bodies, "needs": needs})


def absent_bodies(roster: Roster, of: Callable[[Body], bool]) -> Reason | None:
    """The bodies in office that `of` wants and nobody expects (no row of them, and not in
    `adhoc.toml`), as a reason."""
    bodies = {name: roster.profile.badan[name] for name in roster.calendar.in_office}.items()
    names = [name for name, body in bodies if of(body) and name not in roster.expected_bodies]
    return Reason("bodies_not_expected", {"bodies": listed(names)}) if names else None


def in_pairs(  # noqa: PLR0913 - as `in_rows`
    roster: Roster,
    rows: tuple[Positions, Positions],
    params: Callable[[int, int], Params],
    *,
    among: int,
    column: str,
    table: Table | None = None,
    partly: Reason | None = None,
) -> Found:
    """Failures in rows of members, or of `table`, each held against another row; `params` is asked
    for the two of a pair, and only for those that are shown."""
    failed, others = rows

    def told(some: slice) -> Iterator[Params]:
        return map(params, failed[some].tolist(), others[some].tolist())

    findings = at_rows(roster, failed, told, column=column, table=table)
    return Found(among, int(failed.size), findings, partly=partly)


def listed(words: Iterable[str]) -> str:
    """The words once each, with commas."""
    return ", ".join(dict.fromkeys(words))


def first(findings: Iterable[Finding], limit: int | None) -> list[Finding]:
    """The first `limit` findings, all for None."""
    return list(islice(findings, limit))


def earlier(roster: Roster, row: int) -> dict[str, Any]:
    """Where somebody stands already, as params of a message: `first_person`, `first_body`,
    `first_place`, `first_file`, `first_line`."""
    members = roster.members
    place = members.value("kode_wilayah", row)
    return {
        "first_person": person_of(members, row),
        "first_body": members.value("badan", row),
        "first_place": roster.places.region(place) if place else None,
        **first_at(members, row),
    }


def first_at(table: Table, row: int) -> dict[str, Any]:
    """Where another row stands, as params of a message: `first_file` and `first_line`."""
    file, line = table.where(row)
    return {"first_file": file, "first_line": line}


def personal(value: str, privacy: Privacy | None) -> Personal | str:
    """A cell's text for a message, wrapped where it is personal."""
    return value if privacy is None else Personal(value, privacy)
