"""The monthly list of honoraria: who is paid what, by kecamatan and body.

Every row of the folder that could be of somebody who served in the month is in the list, or apart
with the reason why nothing can be counted for it.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray

from adhoc_cli.models.codes import within
from adhoc_cli.models.finding import Region
from adhoc_cli.models.report import Reason
from adhoc_cli.models.rows import Anggota
from adhoc_cli.profiles.calendar import OutOfTerm, Standing
from adhoc_cli.profiles.faults import ConfigError
from adhoc_cli.profiles.model import Body
from adhoc_cli.reports.members import list_members
from adhoc_cli.reports.payees import Honor, Later, Payee, PayList, Span, period_of, rules_of
from adhoc_cli.reports.quota import quota_of
from adhoc_cli.roster.leaving import SUSPENDED
from adhoc_cli.roster.roster import Roster

_NOWHERE = Region("", "")
_RESERVE, _ACTIVE = "cadangan", "aktif"
_DATES = ("tanggal_mulai", "tanggal_selesai")
_SAYS_LEFT = ("reason", "note", "late", "named")  # of `Members.left`: no day says when


def honor_of(
    roster: Roster, month: Span, *, region: str | None = None, bodies: Sequence[str] = ()
) -> Honor:
    """The list of `month`, of a roster that is looked at on the last day of it. Raises
    `ConfigError` where the profile has no rate for a role that is to be paid."""
    wanted = bodies or roster.expected_bodies
    members = list_members(roster, region=region, bodies=wanted)
    clerk = _Clerk(roster, month) if len(members) else None
    lines = _without_doubles(clerk.lines(members.named_rows), roster) if clerk else []
    if clerk and clerk.without_rate:
        raise _no_rate(roster, clerk.without_rate)
    lines += _refused(roster, region, bodies)
    lines.sort(key=_order(roster))
    return Honor(
        roster.calendar,
        month,
        rules_of(roster.profile),
        tuple(_lists(one for one in lines if one.why is None)),
        tuple(one for one in lines if one.why is not None),
        tuple(_outside(roster, wanted, month)),
        tuple(_later(roster, wanted, month)),
        clerk.ended if clerk else 0,
        clerk.ahead if clerk else 0,
        members.nameless,
        _unread(roster),
        _excess(roster, region, wanted),
        roster.without,
    )


class _Clerk:
    """Counts what each row is paid. `without_rate` are roles to be paid that have no rate; `ended`
    and `ahead` count the rows of another month that say aktif."""

    def __init__(self, roster: Roster, month: Span) -> None:
        self._roster, self._members, self._month = roster, roster.members, month
        self._rules = rules_of(roster.profile)
        columns = [name for name in (*_DATES, "status") if name in roster.members]
        self._unreadable = {name: roster.members[name].refused for name in columns}
        self.without_rate: dict[tuple[str, str], None] = {}
        self.ended = self.ahead = 0

    def lines(self, rows: NDArray[np.intp]) -> list[tuple[int, Payee]]:
        """What becomes of rows that name somebody, of those that have to do with the month."""
        models = self._members.models(rows)
        made = (
            (at, self._line(at, cast(Anggota, row)))
            for at, row in zip(rows.tolist(), models, strict=True)
        )
        return [(at, one) for at, one in made if one is not None]

    def _line(self, at: int, row: Anggota) -> Payee | None:
        body, code = self._roster.profile.badan[row.badan], row.kode_wilayah
        first, last = body.oath_in(code), body.term_in(code)
        if row.status == _RESERVE or not self._month.meets(first, last).days:
            return None
        who = _who(self._roster, at, row)
        period = period_of(body, code, self._month)
        if period is None:
            return None if first and last else replace(who, why=Reason("term"))
        usual = period.meets(first, last)
        served = usual.meets(row.tanggal_mulai, row.tanggal_selesai)
        why = self._undated(at, row)
        if why is None and not served.days:
            self._count_other_month(row)
            return None
        why = why or self._unclear(at, row)
        if why is not None:
            return replace(who, why=why)
        return self._paid(replace(who, served=served, period=period, usual=usual), body)

    def _count_other_month(self, row: Anggota) -> None:
        """Count a row of somebody who served before, or will serve after."""
        if (row.status or _ACTIVE) == _ACTIVE:
            is_over = row.tanggal_selesai is not None and row.tanggal_selesai < self._month.last
            self.ended += is_over
            self.ahead += not is_over

    def _undated(self, at: int, row: Anggota) -> Reason | None:
        """Why nobody can tell on which days somebody served."""
        for column, refused in self._unreadable.items():
            if refused[at]:
                return Reason("unreadable", {"column": column})
        first, last = row.tanggal_mulai, row.tanggal_selesai
        if first and last and last < first:
            return Reason("crossed", {"first": first, "last": last})
        return None

    def _unclear(self, at: int, row: Anggota) -> Reason | None:
        """Why somebody who may have served in the month cannot be paid as the row stands."""
        members, status = self._members, row.status or _ACTIVE
        if status == SUSPENDED and not members.leaving.gone[at]:
            if self._rules.suspended != "dibayar":
                return Reason("suspended_unpaid" if self._rules.suspended else "suspended")
        elif status != _ACTIVE and not members.leaving.day[at]:
            return Reason("no_day", {"status": status})
        elif any(members.left[why][at] for why in _SAYS_LEFT if why in members.left):
            return Reason("says_left")
        if (members.desa[at] < 0 and members.kecamatan[at] < 0) or members.misplaced[at]:
            return Reason("place")
        return None if members.role_fits[at] else Reason("role", {"role": row.jabatan})

    def _paid(self, who: Payee, body: Body) -> Payee:
        rate = body.honorarium.get(who.role, 0)
        if not rate:
            self.without_rate[who.body, who.role] = None
        amount = self._rules.amount(rate, *who.days)
        why = None if amount else Reason("part_month")
        share = body.pph.get(who.role)
        tax = None if share is None or why else self._rules.tax(amount, share)
        return replace(who, rate=rate, amount=amount or None, tax=tax, why=why)


def _who(roster: Roster, at: int, row: Anggota) -> Payee:
    code = row.kode_wilayah
    return Payee(
        *roster.members.where(at),
        row.nama,
        row.badan,
        row.jabatan,
        roster.places.region(code),
        roster.places.above(code),
        row.tps,
    )


def _without_doubles(lines: Iterable[tuple[int, Payee]], roster: Roster) -> list[Payee]:
    """The same; whoever would be paid twice for a day is apart, with the other row."""
    by_person: dict[Hashable, list[Payee]] = defaultdict(list)
    for at, one in lines:
        nik = int(roster.members.nik_numbers[at])
        same = (one.name.casefold(), one.body, one.region.code, one.tps)
        by_person[nik if nik >= 0 else same].append(one)
    return [_paid_once(one, rows) for rows in by_person.values() for one in rows]


def _paid_once(one: Payee, rows: Sequence[Payee]) -> Payee:
    for other in rows:
        if other is not one and one.why is None and other.why is None and _overlap(one, other):
            where = f"{other.file}:{other.line}"
            return replace(one, amount=None, tax=None, why=Reason("double", {"where": where}))
    return one


def _overlap(one: Payee, other: Payee) -> bool:
    return bool(one.days[0].meets(*other.days[0]).days)


def _no_rate(roster: Roster, missing: Iterable[tuple[str, str]]) -> ConfigError:
    """The refusal to make a list with rates that nobody said, all of them named."""
    named = ((f'"{body}"' if " " in body else body, role) for body, role in missing)
    keys = ", ".join(f"badan.{body}.honorarium.{role}" for body, role in named)
    return ConfigError("config.no_rate", {"keys": keys, "profile": roster.profile.nama})


def _refused(roster: Roster, region: str | None, bodies: Sequence[str]) -> Iterator[Payee]:
    """The rows that were rejected and could be of the bodies and the place that are asked for."""
    if "anggota" not in roster.folder.tables:
        return
    members = roster.members
    for at in np.flatnonzero(~members.accepted).tolist():
        code, body = members.value("kode_wilayah", at), members.value("badan", at)
        if (body and bodies and body not in bodies) or (code and not within(code, region)):
            continue
        yield Payee(
            *members.where(at),
            members.value("nama", at) or "",
            body or "",
            members.value("jabatan", at) or "",
            roster.places.region(code) if code else _NOWHERE,
            roster.places.above(code) if code else _NOWHERE,
            why=Reason("rejected"),
        )


def _unread(roster: Roster) -> int:
    """Lines of the files that are not even rows."""
    if "anggota" not in roster.folder.tables:
        return 0
    rejected = sum(file.rejected for file in roster.members.files)
    return max(rejected - int(np.count_nonzero(~roster.members.accepted)), 0)


def _excess(roster: Roster, region: str | None, bodies: Sequence[str]) -> int:
    """How many serve beyond the seats, on the last day of the month."""
    if roster.without:
        return 0
    counted = quota_of(roster, region=region, bodies=bodies)
    return sum(body.total.excess for body in counted.bodies)


def _order(roster: Roster) -> Callable[[Payee], tuple[Any, ...]]:
    """By kecamatan and body, then by place, the ketua first."""
    codes = [*roster.places.kecamatan.codes, *roster.places.desa.codes]
    places = {code: at for at, code in enumerate(codes)}
    bodies = {name: at for at, name in enumerate(roster.profile.badan)}

    def place(region: Region) -> tuple[int, str]:
        return places.get(region.code, len(places)), region.code

    def order(one: Payee) -> tuple[Any, ...]:
        body = roster.profile.badan.get(one.body)
        roles = list(body.jabatan) if body else []
        role = roles.index(one.role) if one.role in roles else len(roles)
        post = (*place(one.region), one.tps or 0, role)
        return *place(one.kecamatan), bodies.get(one.body, -1), *post, one.name, one.file, one.line

    return order


def _lists(payees: Iterable[Payee]) -> Iterator[PayList]:
    """Sorted payees in lists."""
    for (kecamatan, body), some in groupby(payees, key=lambda one: (one.kecamatan, one.body)):
        yield PayList(kecamatan, body, tuple(some))


def _outside(roster: Roster, bodies: Iterable[str], month: Span) -> Iterator[OutOfTerm]:
    """The bodies that do not serve on any day of the month."""
    for name in bodies:
        body = roster.profile.badan[name]
        first, last = body.first_oath, body.last_term
        if first is not None and month.last < first:
            yield OutOfTerm(name, Standing.BEFORE, first)
        elif last is not None and month.first > last:
            yield OutOfTerm(name, Standing.AFTER, last)


def _later(roster: Roster, bodies: Iterable[str], month: Span) -> Iterator[Later]:
    """The bodies that serve in the month, and are paid in a later one for their whole term."""
    for name in bodies:
        body = roster.profile.badan[name]
        serves = month.meets(body.first_oath, body.last_term).days
        last = body.last_term
        if body.honorarium_per == "masa_kerja" and serves and last and last > month.last:
            yield Later(name, last)
