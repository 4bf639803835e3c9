"""What is new since the last report, what was solved, and what is still open and since when."""

from dataclasses import dataclass
from datetime import date

from adhoc_cli.models.finding import Finding, Region


@dataclass(frozen=True, slots=True)
class Known:
    """A finding as it is remembered: its rule, its place and body, the day on which it was first
    seen; nobody's name."""

    code: str
    region: Region | None
    body: str | None
    since: date


@dataclass(frozen=True, slots=True)
class Open:
    """A finding of today that was there before, first on the day `since`."""

    finding: Finding
    since: date

    @property
    def known(self) -> Known:
        """The same as it is remembered."""
        return Known(self.finding.code, self.finding.region, self.finding.body, self.since)


@dataclass(frozen=True, slots=True)
class Counted:
    """A rule with more findings than are kept one by one: only their number is compared."""

    code: str
    before: int
    now: int


@dataclass(frozen=True, slots=True)
class News:
    """Today's findings beside those of the day `since`.

    Without a memory `since` is None, and everything is new. `unseen` findings are neither solved
    nor open: their rule did not run today, or could not look at everything; `unseen_before` of them
    were that already last time. `waived` ones are still there, and `adhoc.toml` now accepts them.
    `profile` is the one that was remembered, where it is not today's.
    """

    since: date | None
    new: tuple[Finding, ...] = ()
    solved: tuple[Known, ...] = ()
    open: tuple[Open, ...] = ()
    unseen: tuple[Known, ...] = ()
    counted: tuple[Counted, ...] = ()
    waived: tuple[Known, ...] = ()
    unseen_before: int = 0
    profile: str | None = None

    @property
    def is_first(self) -> bool:
        """Whether there was nothing to compare with."""
        return self.since is None

    @property
    def new_count(self) -> int:
        """How many findings are new, those of rules that are only counted too."""
        return len(self.new) + sum(max(one.now - one.before, 0) for one in self.counted)

    @property
    def solved_count(self) -> int:
        """How many are solved, those of rules that are only counted too."""
        return len(self.solved) + sum(max(one.before - one.now, 0) for one in self.counted)

    @property
    def open_count(self) -> int:
        """How many findings were there before, those of rules that are only counted too."""
        return len(self.open) + sum(min(one.before, one.now) for one in self.counted)

    @property
    def oldest(self) -> date | None:
        """The day on which the oldest that is still open was first seen."""
        return min((one.since for one in self.open), default=None)

    @property
    def changed(self) -> bool:
        """Whether there is anything to tell: something new, solved, no longer looked at or newly
        waived, or another profile."""
        unseen_today = len(self.unseen) > self.unseen_before
        counts = self.new_count or self.solved_count or self.waived or unseen_today
        return bool(counts) or self.profile is not None
