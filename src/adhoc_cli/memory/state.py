"""What is remembered of a report: how each rule ended, and the keys of what it found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
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
    """What is remembered of the report of a day. `salt` is made once, with the first one."""

    as_of: date
    profile: str
    salt: str
    rules: Mapping[str, RuleState] = field(default_factory=dict)
