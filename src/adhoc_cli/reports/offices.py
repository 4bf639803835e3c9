"""Several offices at once: what one line tells of each, and their sums."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from adhoc_cli.models.codes import KABUPATEN_LENGTH
from adhoc_cli.models.finding import Severity
from adhoc_cli.models.report import NO_SEATS, Report, Tally
from adhoc_cli.places.country import lookup
from adhoc_cli.reports.seats import SeatTable
from adhoc_cli.roster.roster import Roster


@dataclass(frozen=True, slots=True)
class RuleCount:
    """How often a rule failed, and in how many offices."""

    code: str
    failed: int
    offices: int = 1


@dataclass(frozen=True, slots=True)
class Office:
    """What is told of one office.

    `name` is the kabupaten or kota that its places lie in ("" where they lie in several, or none is
    known). `errors`, `warnings` and `rules` are None and empty where nothing was checked, `bodies`
    where no seat could be counted, or there is none on that day. `reason`
    says why the folder, or a part of it, could not be read; a folder that was not read at all has
    no `profile`.
    """

    folder: str
    reason: str = ""
    name: str = ""
    code: str = ""
    profile: str | None = None
    people: int | None = None
    bodies: Mapping[str, Tally] | None = None
    secretariats: frozenset[str] = frozenset()
    errors: int | None = None
    warnings: int | None = None
    rules: tuple[RuleCount, ...] = ()

    @property
    def seats(self) -> Tally | None:
        """The seats of its bodies that are no secretariats; None where they are not known."""
        if self.bodies is None:
            return None
        own = (tally for body, tally in self.bodies.items() if body not in self.secretariats)
        return sum(own, NO_SEATS)


@dataclass(frozen=True, slots=True)
class Offices:
    """The offices, the worst first, as of a day. `checked` tells whether rules were run."""

    as_of: date
    checked: bool
    offices: tuple[Office, ...]

    @property
    def total(self) -> Office:
        """The sums of all that was read."""
        read = [one for one in self.offices if one.profile is not None]
        return Office(
            "",
            people=sum(one.people or 0 for one in read),
            bodies=_added(one.bodies or {} for one in read) or None,
            secretariats=frozenset().union(*(one.secretariats for one in read)),
            errors=sum(one.errors or 0 for one in read) if self.checked else None,
            warnings=sum(one.warnings or 0 for one in read) if self.checked else None,
        )

    @property
    def province(self) -> str:
        """The province that all of them lie in, else ""."""
        codes = {one.code[: len("33")] for one in self.offices if one.code}
        return (lookup(codes.pop()) or "") if len(codes) == 1 else ""

    @property
    def twice(self) -> list[str]:
        """The kabupaten and kota of which several folders are of one election: perhaps a copy."""
        named = Counter((one.name, one.profile) for one in self.offices if one.name)
        return sorted({name for (name, _), folders in named.items() if folders > 1})

    @property
    def unread(self) -> int:
        """How many folders could not be read, or not whole."""
        return sum(bool(one.reason) for one in self.offices)

    @property
    def rules(self) -> Sequence[RuleCount]:
        """The rules that failed anywhere, those of most offices first."""
        found: dict[str, RuleCount] = {}
        for one in (rule for office in self.offices for rule in office.rules):
            before = found.get(one.code, RuleCount(one.code, 0, 0))
            failed, offices = before.failed + one.failed, before.offices + 1
            found[one.code] = RuleCount(one.code, failed, offices)
        return sorted(found.values(), key=lambda one: (-one.offices, -one.failed, one.code))


def worst_first(as_of: date, offices: Iterable[Office], *, checked: bool) -> Offices:
    """The offices with those that could not be read first, then by errors, vacant seats, and
    warnings."""
    return Offices(as_of, checked, tuple(sorted(offices, key=_weight)))


def _weight(one: Office) -> tuple[object, ...]:
    vacant = one.seats.vacant + one.seats.excess if one.seats else 0
    numbers = (one.errors or 0, vacant, one.warnings or 0)
    return (not one.reason, *(-number for number in numbers), one.name, one.folder)


def _added(parts: Iterable[Mapping[str, Tally]]) -> Mapping[str, Tally]:
    total: dict[str, Tally] = {}
    for bodies in parts:
        for body, tally in bodies.items():
            total[body] = total.get(body, NO_SEATS) + tally
    return total


def office_of(
    folder: str, roster: Roster, seats: SeatTable, report: Report | None, reason: str
) -> Office:
    """What is told of the office of a `roster` that was read, and checked where there is a
    `report`."""
    code, members = _kabupaten(roster), roster.folder.tables.get("anggota")
    return Office(
        folder,
        reason,
        (lookup(code) or "") if code else "",
        code,
        roster.profile.nama,
        sum(file.accepted for file in members.files) if members else 0,
        seats.totals or None,
        seats.secretariats,
        report.total(Severity.ERROR) if report else None,
        report.total(Severity.WARNING) if report else None,
        tuple(_failed(report)) if report else (),
    )


def _kabupaten(roster: Roster) -> str:
    """The code of the one kabupaten that all kecamatan lie in, else ""."""
    codes = {code[:KABUPATEN_LENGTH] for code in roster.places.kecamatan.codes}
    return codes.pop() if len(codes) == 1 else ""


def _failed(report: Report) -> Iterator[RuleCount]:
    for rule in report.rules:
        if rule.failed:
            yield RuleCount(rule.code, rule.failed)
