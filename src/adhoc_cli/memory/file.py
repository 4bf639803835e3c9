"""What is remembered of a report, how each rule ended and the keys of what it found, and its file:
JSON, one finding a line, so that two of them can be compared by eye.

What is read is never trusted: it may have been cut off, edited, or be no memory at all.
"""

from __future__ import annotations

import json
import os
import re
import stat
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import MISSING, dataclass, field, fields, replace
from datetime import date
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field, TypeAdapter, ValidationError

from adhoc_cli.memory.keys import KEPT
from adhoc_cli.models.report import Reason, Status

_LONGEST = 200  # characters of the name of a body, a profile, a reason


def _short(text: str) -> str:
    if len(text) > _LONGEST or not text.isprintable():
        raise ValueError
    return text


def _plain_reason(reason: Reason) -> Reason:
    _short(reason.key)
    if not all(isinstance(value, str | int) for value in reason.params.values()):
        raise ValueError
    return reason


# What a memory may hold.
Name = Annotated[str, AfterValidator(_short)]
Code = Annotated[str, Field(pattern="^[A-Z][0-9]{3}$")]
Why = Annotated[Reason, AfterValidator(_plain_reason)]


@dataclass(frozen=True, slots=True)
class Entry:
    """Findings of one key, `count` of them, first seen on the day `since`; `at` is the file and the
    column they stand in (`Ground.stands_in`).

    An `unseen` one was not looked at any more; `under` is then what its rule could not look at
    (None: nothing) when it was last seen.
    """

    key: Annotated[str, Field(pattern="^[0-9a-f]{10}(-[0-9a-f]{5})?$")]
    since: date
    region: Name | None = None
    body: Name | None = None
    at: Annotated[str, Field(pattern=r"^[a-z]{1,20}(\.[a-z_]{1,40})?$")] | None = None
    count: Annotated[int, Field(ge=1, le=KEPT)] = 1
    unseen: bool = False
    under: Why | None = None


@dataclass(frozen=True, slots=True)
class RuleState:
    """How a rule ended when it last ran; `entries` is empty where its findings were too many to be
    kept one by one."""

    status: Status
    count: Annotated[int, Field(ge=0, le=sys.maxsize)]
    reason: Why | None = None
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


FILE = ".adhoc-report.json"
SCHEMA = "adhoc.memory/1"
LARGEST = 128 << 20  # bytes; twice what `ALL_KEPT` findings of each of two reports make
_NAME, _, _VERSION = SCHEMA.partition("/")
_BEGINNING = re.compile(rb'\s*\{\s*"as_of"')
_READING = (
    os.O_RDONLY
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)  # a named pipe in its place would wait for ever
    | getattr(os, "O_BINARY", 0)
)


class Flaw(StrEnum):
    """Why a memory cannot be used."""

    DAMAGED = "damaged"
    FOREIGN = "foreign"  # somebody's file that never was one: not ours to set aside
    NEWER = "newer"  # of a later version of this tool
    LINK = "link"  # or a folder, a pipe: nothing that is written here
    REFUSED = "refused"  # by the system


class Unusable(Exception):  # noqa: N818 - a verdict on a file
    """A memory that cannot be used, and the number of the system's error where it has one."""

    def __init__(self, flaw: Flaw, errno: int | None = None) -> None:
        super().__init__(flaw)
        self.flaw = flaw
        self.errno = errno


# -- reading ---------------------------------------------------------------------------------------


def read(path: Path) -> Memory | None:
    """The memory at `path`, None where there is none. Raises `Unusable`."""
    try:
        data = _bytes_of(path)
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as error:  # ValueError: a name with NUL
        raise Unusable(Flaw.REFUSED, getattr(error, "errno", None)) from None
    try:
        return decode(data)
    except Unusable as unusable:
        is_ours = path.name == FILE or not data or _BEGINNING.match(data)
        if unusable.flaw is Flaw.DAMAGED and not is_ours:
            raise Unusable(Flaw.FOREIGN) from None
        raise


def _bytes_of(path: Path) -> bytes:
    """At most `LARGEST` bytes of a regular file that is no link."""
    if not stat.S_ISREG(path.lstat().st_mode):
        raise Unusable(Flaw.LINK)
    with os.fdopen(os.open(path, _READING), "rb") as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):  # put there this moment
            raise Unusable(Flaw.LINK)
        data = file.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise Unusable(Flaw.DAMAGED)
    return data


def decode(data: bytes) -> Memory:
    """The memory that `data` holds. Raises `Unusable`."""
    try:
        return _reader().validate_json(data, strict=True).memory()
    except ValidationError:
        flaw = Flaw.NEWER if _is_newer(data) else Flaw.DAMAGED
    raise Unusable(flaw)


def _is_newer(data: bytes) -> bool:
    """Whether it is of a later version of this tool."""
    with suppress(ValueError, TypeError, LookupError, AttributeError, RecursionError):
        name, _, version = json.loads(data.decode("utf-8"))["schema"].partition("/")
        is_number = version.isascii() and version.isdigit()
        return name == _NAME and is_number and int(version) > int(_VERSION)
    return False


@dataclass(frozen=True, slots=True)
class _Document:
    """The file: as a `Memory`, but that the findings stand beside the rules."""

    schema: Literal["adhoc.memory/1"]
    as_of: date
    profile: Name
    salt: Annotated[str, Field(pattern="^[0-9a-f]{32}$")]
    rules: Mapping[Code, RuleState]
    findings: Mapping[Code, tuple[Entry, ...]]
    before: _Document | None = None

    def __post_init__(self) -> None:
        """Refuse findings of a rule that is not there, or whose findings are only counted."""
        if any(
            code not in self.rules or (found and self.rules[code].counted)
            for code, found in self.findings.items()
        ):
            raise ValueError

    def memory(self) -> Memory:
        """What the file remembers."""
        rules = {
            code: replace(state, entries=self.findings.get(code, ()))
            for code, state in self.rules.items()
        }
        before = self.before.memory() if self.before else None
        return Memory(self.as_of, self.profile, self.salt, rules, before)


@cache
def _reader() -> TypeAdapter[_Document]:
    return TypeAdapter(_Document)


# -- writing ---------------------------------------------------------------------------------------


def encode(memory: Memory) -> bytes:
    """The same as bytes: keys sorted, one finding a line."""
    return f"{_document(memory)}\n".encode()


def _document(memory: Memory) -> str:
    found = {code: state.entries for code, state in memory.rules.items() if state.entries}
    parts = {
        "as_of": _line(memory.as_of),
        "findings": _lines({code: _lines(_sorted(found[code])) for code in found}),
        "profile": _line(memory.profile),
        "rules": _lines({code: _line(state) for code, state in memory.rules.items()}),
        "salt": _line(memory.salt),
        "schema": _line(SCHEMA),
    }
    if memory.before:
        parts["before"] = _document(memory.before)
    return _lines(parts)


def _sorted(entries: tuple[Entry, ...]) -> list[str]:
    by_place = sorted(
        entries, key=lambda one: (one.region or "", one.body or "", one.key, one.since)
    )
    return [_line(one) for one in by_place]


def _lines(parts: Mapping[str, str] | Sequence[str]) -> str:
    """An object or a list of ready texts, each on a line of its own."""
    if not isinstance(parts, Mapping):
        return "[\n" + ",\n".join(parts) + "\n]" if parts else "[]"
    lines = [f"{_line(name)}: {parts[name]}" for name in sorted(parts)]
    return "{\n" + ",\n".join(lines) + "\n}" if lines else "{}"


def _plain(value: Any) -> Any:
    """What JSON has no word for: a day, and the fields of a thing that say something."""
    if isinstance(value, date):
        return value.isoformat()
    told = {one.name: (getattr(value, one.name), one.default) for one in fields(value)}
    return {
        name: _of_reason(said) if isinstance(said, Reason) else said
        for name, (said, usual) in told.items()
        if usual is MISSING or (said and said != usual and name != "entries")
    }


def _of_reason(reason: Reason) -> Mapping[str, Any]:
    params = {k: v if isinstance(v, int) else str(v) for k, v in reason.params.items()}
    return {"key": reason.key, "params": params}


# One for all lines: json.dumps makes one each time.
_line = json.JSONEncoder(sort_keys=True, default=_plain).encode
