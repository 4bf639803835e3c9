"""What the monthly list of honoraria holds: the people, the lists of the bodies, their sums; and
what is paid for the days of a month, in whole rupiah, by the rules of the office.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cached_property
from math import ceil, floor
from typing import NamedTuple

from adhoc_cli.models.finding import Region
from adhoc_cli.models.report import Reason, Sums
from adhoc_cli.profiles.calendar import Calendar, OutOfTerm
from adhoc_cli.profiles.model import Body, PartMonth, Payment, Profile, Rounding, Suspended

_PART_MONTH: PartMonth = "hari"
_ROUNDING: Rounding = "bawah"


class Span(NamedTuple):
    """From a day to another one, both among them."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """How many days it has; none where it ends before it begins."""
        return max((self.last - self.first).days + 1, 0)

    def meets(self, first: date | None, last: date | None) -> Span:
        """The part of it from `first` to `last`; None where it is open on that side."""
        return Span(max(self.first, first or self.first), min(self.last, last or self.last))


def month_of(year: int, month: int) -> Span:
    """The days of a month."""
    return Span(date(year, month, 1), date(year, month, monthrange(year, month)[1]))


@dataclass(frozen=True, slots=True)
class Rules:
    """How an office counts. `undecided` names the keys that it does not say, so that the ones used
    for them are shown as a choice that is still its own."""

    part_month: PartMonth
    rounding: Rounding
    suspended: Suspended | None
    undecided: tuple[str, ...]

    def amount(self, rate: int, served: Span, period: Span) -> int:
        """What is paid of `rate` for the days `served` of the days of `period`."""
        if served.days == period.days:
            return rate
        if self.part_month != "hari":
            return rate if self.part_month == "penuh" and served.days else 0
        return self._rounded(Fraction(rate * served.days, period.days))

    def tax(self, amount: int, share: float) -> int:
        """The tax on an amount; 0.05 is five hundredths, exactly."""
        return self._rounded(amount * Fraction(str(share)))

    def _rounded(self, exact: Fraction) -> int:
        if self.rounding == "atas":
            return ceil(exact)
        return floor(exact + Fraction(1, 2)) if self.rounding == "terdekat" else floor(exact)


def rules_of(profile: Profile) -> Rules:
    """The rules of a profile, and what stands in for those that it does not have."""
    said = profile.pembayaran or Payment()
    keys = ("bulan_sebagian", "pembulatan")
    return Rules(
        said.bulan_sebagian or _PART_MONTH,
        said.pembulatan or _ROUNDING,
        said.nonaktif,
        tuple(key for key in keys if getattr(said, key) is None),
    )


def period_of(body: Body, code: str, month: Span) -> Span | None:
    """The days that one payment of a body in a place is for: the month, or the whole term in the
    month in which it ends; None in another month of it, or where the term is not known."""
    if body.honorarium_per != "masa_kerja":
        return month
    first, last = body.oath_in(code), body.term_in(code)
    if first is None or last is None or not month.first <= last <= month.last:
        return None
    return Span(first, last)


@dataclass(frozen=True, slots=True)
class Payee:
    """One row. `served` are the days of `period` that are paid for, at `rate`, and `usual` those on
    which the body was in office; of somebody for whom nothing could be counted, `why`."""

    file: str
    line: int
    name: str
    body: str
    role: str
    region: Region
    kecamatan: Region
    tps: int | None = None
    served: Span | None = None
    period: Span | None = None
    usual: Span | None = None
    rate: int | None = None
    amount: int | None = None
    tax: int | None = None
    why: Reason | None = None

    @property
    def net(self) -> int | None:
        """What is handed out, where the tax is known."""
        return None if self.amount is None or self.tax is None else self.amount - self.tax

    @property
    def days(self) -> tuple[Span, Span]:
        """The days served and those of the period, of somebody who is paid."""
        if self.served is None or self.period is None:
            raise ValueError(self.why)
        return self.served, self.period

    @property
    def came(self) -> date | None:
        """The first day, of somebody who came when others were there already."""
        if self.served and self.usual and self.served.first > self.usual.first:
            return self.served.first
        return None

    @property
    def left(self) -> date | None:
        """The last day, of somebody who left before the others."""
        if self.served and self.usual and self.served.last < self.usual.last:
            return self.served.last
        return None


@dataclass(frozen=True, slots=True)
class Sum(Sums):
    """How many people are paid, how much, and the tax on it; of `untaxed` people the profile does
    not regulate it."""

    people: int = 0
    amount: int = 0
    withheld: int = 0
    untaxed: int = 0

    @property
    def tax(self) -> int | None:
        """The tax, where it is known of all; never a part of it."""
        return None if self.untaxed else self.withheld

    @property
    def net(self) -> int | None:
        """What is handed out, where the tax is known of all."""
        return None if self.untaxed else self.amount - self.withheld


@dataclass(frozen=True, slots=True)
class PayList:
    """Those of one body in one kecamatan who are paid."""

    kecamatan: Region
    body: str
    payees: tuple[Payee, ...]

    @property
    def sum(self) -> Sum:
        """What they are paid."""
        return sum_of(self.payees)


@dataclass(frozen=True, slots=True)
class Later:
    """A body that is paid once for its whole term, in another month."""

    body: str
    last: date


@dataclass(frozen=True)
class Honor:
    """The list of a month. `apart` are those for whom nothing could be counted; `outside` the
    bodies that do not serve in the month, `later` those that are paid in another one. `ended` and
    `ahead` count rows that say aktif, of which a day says that they served before the month, or
    will after it; `nameless` ones name nobody, and `unread` lines could not be read at all.
    `excess` people are more than the seats: without a status the reserve is paid, too."""

    calendar: Calendar
    month: Span
    rules: Rules
    lists: tuple[PayList, ...]
    apart: tuple[Payee, ...]
    outside: tuple[OutOfTerm, ...]
    later: tuple[Later, ...]
    ended: int
    ahead: int
    nameless: int
    unread: int
    excess: int
    unreadable: tuple[str, ...]

    @property
    def is_whole(self) -> bool:
        """Whether everybody who is to be paid is there, and nobody else."""
        return not (self.apart or self.unread or self.excess)

    @property
    def payees(self) -> Iterator[Payee]:
        """Everybody who is paid."""
        for one in self.lists:
            yield from one.payees

    @cached_property
    def sum(self) -> Sum:
        """All that is paid."""
        return sum_of(self.payees)

    @property
    def partly(self) -> tuple[Payee, ...]:
        """Those who came or left within the month, or within the term that is paid for."""
        return tuple(one for one in self.payees if one.came or one.left)


def sum_of(payees: Iterable[Payee]) -> Sum:
    """What some people are paid."""
    return sum((Sum(1, one.amount or 0, one.tax or 0, one.tax is None) for one in payees), Sum())
