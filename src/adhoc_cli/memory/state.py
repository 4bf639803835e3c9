"""What is remembered of a report: how each rule ended, and the keys of what it found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from adhoc_cli.models.report import Reason, Status


@dataclass(frozen=True, slots=True)
class Entry:
    """Findings of one key, `count` of them, first seen on the day `since`; `at` is the file and the
    column they stand in (`Ground.stands_in`).

    An `unseen` one was not looked at any more; `under` is then what its rule could not look at
    (None: nothing) when it was last seen.
    """

    key: str
    since: date
    region: str | None = None
    body: str | None = None
    at: str | None = None
    count: int = 1
    unseen: bool = False
    under: Reason | None = None


@dataclass(frozen=True, slots=True)
class RuleState:
    """How a rule ended when it last ran; `entries` is empty where its findings were too many to be
    kept one by one."""

    status: Status
    count: int
    reason: Reason | None = None
    entries: tuple[Entry, ...] = ()
    counted: bool = False


@dataclass(frozen=True, slots=True)
class Memory:
    """What is remembered of the report of a day. `salt` is made once, with the first one.

    `before` is the last report of an earlier day: what other reports of this day are compared with.
    """

    as_of: date
    profile: str
    salt: str
    rules: Mapping[str, RuleState] = field(default_factory=dict)
    before: Memory | None = None

    def earlier_than(self, day: date) -> Memory | None:
        """The last report of a day before this one, None where none is remembered."""
        kept = (self, self.before)
        return next((one for one in kept if one and one.as_of < day), None)

    def after(self, earlier: Memory | None) -> Memory:
        """The same, with the report that it was compared with."""
        return replace(self, before=earlier and replace(earlier, before=None))
