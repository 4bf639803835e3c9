"""What the monthly list of honoraria holds: the people, the lists of the bodies, their sums."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from adhoc_cli.models.finding import Region
from adhoc_cli.models.report import Reason, Sums
from adhoc_cli.profiles.calendar import Calendar, OutOfTerm
from adhoc_cli.reports.pay import Rules, Span


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
