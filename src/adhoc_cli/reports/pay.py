"""What is paid for the days of a month: whole rupiah, by the rules of the office."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from math import ceil, floor
from typing import NamedTuple

from adhoc_cli.profiles.model import Body, Profile
from adhoc_cli.profiles.payment import PartMonth, Payment, Rounding, Suspended

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
