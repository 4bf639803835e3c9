"""What a check says: inputs, totals, rules and findings; immutable, wordless."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum
from itertools import chain
from typing import Any, Generic, NamedTuple, Self, TypeVar, overload

from adhoc_cli.models.finding import Finding, Person, Region, Severity

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Walked(Iterable[T], Generic[T]):
    """What can be walked again and again, made anew each time."""

    walk: Callable[[], Iterator[T]]

    def __iter__(self) -> Iterator[T]:
        return self.walk()


class Listed(Sequence[T_co], Generic[T_co]):
    """A long list that is counted at once and described only where somebody looks: `size` things,
    each of which `describe` makes from its place in the list."""

    __slots__ = ("_describe", "_size")

    def __init__(self, size: int, describe: Callable[[int], T_co]) -> None:
        self._size = size
        self._describe = describe

    def __len__(self) -> int:
        return self._size

    @overload
    def __getitem__(self, at: int) -> T_co: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[T_co]: ...
    def __getitem__(self, at: int | slice) -> T_co | Sequence[T_co]:
        if isinstance(at, slice):
            return [self._describe(place) for place in range(*at.indices(self._size))]
        return self._describe(range(self._size)[at])

    def __iter__(self) -> Iterator[T_co]:
        return (self._describe(place) for place in range(self._size))


def nothing() -> Listed[Any]:
    """An empty list."""
    return Listed(0, lambda at: at)


class Status(StrEnum):
    """What became of a rule."""

    PASSED = "passed"
    FAILED = "failed"
    SKIPPED = "skipped"
    CRASHED = "crashed"


class Reason(NamedTuple):
    """Why a rule, or a part of it, did not run: a key of the catalogue and its data."""

    key: str
    params: Mapping[str, Any] = {}


class WaiverStatus(StrEnum):
    """What became of a waiver."""

    USED = "used"  # it covers a finding, or several
    UNUSED = "unused"  # its rule ran and has no such finding
    EXPIRED = "expired"  # past its last day: it covers nothing any more
    UNCHECKED = "unchecked"  # its rule did not run


class WaiverUse(NamedTuple):
    """A waiver of `adhoc.toml`, and the number of findings it covers."""

    code: str
    region: Region | None
    person: Person | None
    reason: str
    until: date
    status: WaiverStatus
    matched: int = 0

    @property
    def in_force(self) -> bool:
        """Whether its last day is still to come, or today."""
        return self.status is not WaiverStatus.EXPIRED


@dataclass(frozen=True, slots=True)
class InputFile:
    """One file: rows read = accepted + rejected. `readable` is False where the whole file was
    refused, or is not there."""

    name: str
    sha256: str
    rows: int
    accepted: int
    rejected: int
    readable: bool = True


@dataclass(frozen=True, slots=True)
class Sums:
    """Numbers that are added up one by one."""

    def __add__(self, other: Self) -> Self:
        names = (field.name for field in fields(self))
        return type(self)(*(getattr(self, name) + getattr(other, name) for name in names))


@dataclass(frozen=True, slots=True)
class Tally(Sums):
    """The seats of one body over some units; `complete` ones have all theirs, and none too many.
    `suspended` members are among the `filled`."""

    units: int = 0
    complete: int = 0
    required: int = 0
    filled: int = 0
    vacant: int = 0
    excess: int = 0
    suspended: int = 0


NO_SEATS = Tally()


class PlaceRow(NamedTuple):
    """What is counted of one body in one kecamatan: `numbers` are a `Tally`, `Heads` or `Counts`.
    `region` is None outside of all that are listed. Of coordination also how many `desa` there are,
    and how many of them are `complete`."""

    region: Region | None
    body: str
    numbers: Any
    desa: int | None = None
    complete: int | None = None

    @property
    def code(self) -> str:
        """The code of the kecamatan, or ""."""
        return self.region.code if self.region else ""


@dataclass(slots=True)
class Rest(Iterable[Finding]):
    """Findings that are described on every walk; `number` is how many the last one came by."""

    walk: Callable[[], Iterator[Finding]]
    number: int = 0

    def __iter__(self) -> Iterator[Finding]:
        self.number = 0
        for self.number, finding in enumerate(self.walk(), start=1):  # noqa: B020 - it counts
            yield finding


class RuleResult(NamedTuple):
    """One rule's outcome: `checked` rows or units looked at, `failed` the true number of failures.

    `findings` holds the first of them, `rest` describes the others that are listed on every walk:
    there may be a million. `waived` counts those that `adhoc.toml` accepts, which are
    not among the failures, and `waived_findings` holds the first of those. `reason` says why a
    skipped rule did not run, or what a rule that ran could not look at. `own` is the rule's own
    severity where `adhoc.toml` sets another.
    """

    code: str
    name: str
    severity: Severity
    status: Status
    reason: Reason | None = None
    checked: int = 0
    failed: int = 0
    counts: Mapping[Severity, int] = {}
    findings: tuple[Finding, ...] = ()
    waived: int = 0
    waived_findings: tuple[Finding, ...] = ()
    own: Severity | None = None
    rest: Rest | None = None

    @property
    def listed(self) -> Iterator[Finding]:
        """All findings that are listed, in their order."""
        return chain(self.findings, self.rest or ())

    @property
    def shown(self) -> int:
        """How many are listed, once they were walked."""
        return len(self.findings) + (self.rest.number if self.rest else 0)


class Report(NamedTuple):
    """The result of a check."""

    profile: str
    as_of: date
    inputs: tuple[InputFile, ...]
    bodies: Mapping[str, Tally]
    rules: tuple[RuleResult, ...]
    waivers: tuple[WaiverUse, ...] = ()

    @property
    def waived(self) -> int:
        """The true number of findings that `adhoc.toml` accepts."""
        return sum(rule.waived for rule in self.rules)

    def total(self, severity: Severity) -> int:
        """The true number of findings of a severity."""
        return sum(rule.counts.get(severity, 0) for rule in self.rules)

    @property
    def crashed(self) -> bool:
        """Whether a rule crashed: a fault of the tool, never a pass."""
        return any(rule.status is Status.CRASHED for rule in self.rules)

    @property
    def unreadable(self) -> bool:
        """Whether an input file could not be read at all, or a required one is missing."""
        return any(not file.readable for file in self.inputs)

    @property
    def findings(self) -> list[Finding]:
        """The findings that are held, in the order of the rules."""
        return [finding for rule in self.rules for finding in rule.findings]
