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
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any

from adhoc_cli.memory.keys import KEPT
from adhoc_cli.models.report import Reason, Status
from adhoc_cli.text.lazy import lazy_pattern


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


FILE = ".adhoc-report.json"
SCHEMA = "adhoc.memory/1"
LARGEST = 128 << 20  # bytes; twice what `ALL_KEPT` findings of each of two reports make
_LONGEST = 200  # characters of the name of a body, a profile, a reason
_NAME, _, _VERSION = SCHEMA.partition("/")
_BEGINNING = re.compile(rb'\s*\{\s*"as_of"')
_ENCODER = json.JSONEncoder(sort_keys=True)  # one for all lines: json.dumps makes one each time
_KEY = lazy_pattern(r"[0-9a-f]{10}(?:-[0-9a-f]{5})?")
_SALT = lazy_pattern(r"[0-9a-f]{32}")
_AT = lazy_pattern(r"[a-z]{1,20}(?:\.[a-z_]{1,40})?")
_CODE = lazy_pattern(r"[A-Z][0-9]{3}")
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
    with suppress(ValueError, TypeError, KeyError, AttributeError, RecursionError):
        document = json.loads(data.decode("utf-8"))
        if _is_newer(document["schema"]):
            raise Unusable(Flaw.NEWER)
        if document["schema"] == SCHEMA:
            return _memory(document)
    raise Unusable(Flaw.DAMAGED)


def _is_newer(schema: str) -> bool:
    name, _, version = schema.partition("/")
    return (
        name == _NAME and version.isascii() and version.isdigit() and int(version) > int(_VERSION)
    )


def _memory(document: Mapping[str, Any]) -> Memory:
    found = document["findings"]
    rules = {
        _matching(_CODE, code): _rule(state, found.get(code, []))
        for code, state in document["rules"].items()
    }
    if not found.keys() <= rules.keys():
        raise ValueError
    salt = _matching(_SALT, document["salt"])
    before = _memory(document["before"]) if "before" in document else None
    return Memory(_day(document["as_of"]), _text(document["profile"]), salt, rules, before)


def _rule(state: Mapping[str, Any], entries: list[Mapping[str, Any]]) -> RuleState:
    counted = _true(state.get("counted"))
    count = _number(state["count"], 0)
    if not isinstance(entries, list):
        raise TypeError
    known = tuple(_entry(one) for one in entries)
    if counted and known:
        raise ValueError
    return RuleState(Status(state["status"]), count, _reason(state.get("reason")), known, counted)


def _entry(entry: Mapping[str, Any]) -> Entry:
    return Entry(
        _matching(_KEY, entry["key"]),
        _day(entry["since"]),
        _text_or_none(entry.get("region")),
        _text_or_none(entry.get("body")),
        _at(entry.get("at")),
        _number(entry.get("count", 1), 1, KEPT),
        _true(entry.get("unseen")),
        _reason(entry.get("under")),
    )


def _reason(reason: Mapping[str, Any] | None) -> Reason | None:
    if reason is None:
        return None
    params = reason["params"]
    if not all(isinstance(value, str | int) for value in params.values()):
        raise TypeError
    key = _text(reason["key"])
    return Reason(key, dict(params))


def _matching(pattern: re.Pattern[str], text: Any) -> str:
    if not pattern.fullmatch(text):
        raise ValueError
    return str(text)


def _text(value: Any) -> str:
    if not (isinstance(value, str) and len(value) <= _LONGEST and value.isprintable()):
        raise ValueError
    return value


def _at(value: Any) -> str | None:
    return None if value is None else _matching(_AT, value)


def _text_or_none(value: Any) -> str | None:
    return None if value is None else _text(value)


def _number(value: Any, least: int, most: int = sys.maxsize) -> int:
    if type(value) is not int or not least <= value <= most:
        raise ValueError
    return value


def _true(value: Any) -> bool:
    if value is not None and type(value) is not bool:
        raise TypeError
    return value is True


def _day(value: Any) -> date:
    return date.fromisoformat(_text(value))


# -- writing ---------------------------------------------------------------------------------------


def encode(memory: Memory) -> bytes:
    """The same as bytes: keys sorted, one finding a line."""
    return f"{_document(memory)}\n".encode()


def _document(memory: Memory) -> str:
    found = {code: state.entries for code, state in memory.rules.items() if state.entries}
    findings = _lines(
        {code: _lines([_line(_of_entry(one)) for one in _sorted(found[code])]) for code in found}
    )
    rules = _lines({code: _line(_of_rule(state)) for code, state in memory.rules.items()})
    parts = {
        "as_of": _line(memory.as_of.isoformat()),
        "findings": findings,
        "profile": _line(memory.profile),
        "rules": rules,
        "salt": _line(memory.salt),
        "schema": _line(SCHEMA),
    }
    if memory.before:
        parts["before"] = _document(memory.before)
    return _lines(parts)


def _sorted(entries: tuple[Entry, ...]) -> list[Entry]:
    return sorted(entries, key=lambda one: (one.region or "", one.body or "", one.key, one.since))


def _lines(parts: Mapping[str, str] | list[str]) -> str:
    """An object or a list of ready texts, each on a line of its own."""
    if isinstance(parts, list):
        return "[\n" + ",\n".join(parts) + "\n]" if parts else "[]"
    lines = [f"{_line(name)}: {parts[name]}" for name in sorted(parts)]
    return "{\n" + ",\n".join(lines) + "\n}" if lines else "{}"


def _line(value: Any) -> str:
    return _ENCODER.encode(value)


def _of_rule(state: RuleState) -> dict[str, Any]:
    fields: Iterator[tuple[str, Any]] = iter(
        (("reason", _of_reason(state.reason)), ("counted", state.counted))
    )
    shown = {name: value for name, value in fields if value}
    return {"status": state.status.value, "count": state.count, **shown}


def _of_entry(entry: Entry) -> dict[str, Any]:
    fields = (
        ("region", entry.region),
        ("body", entry.body),
        ("at", entry.at),
        ("count", entry.count if entry.count > 1 else None),
        ("unseen", entry.unseen),
        ("under", _of_reason(entry.under)),
    )
    shown = {name: value for name, value in fields if value}
    return {"key": entry.key, "since": entry.since.isoformat(), **shown}


def _of_reason(reason: Reason | None) -> dict[str, Any] | None:
    if reason is None:
        return None
    params = {
        name: value if isinstance(value, int) else str(value)
        for name, value in reason.params.items()
    }
    return {"key": reason.key, "params": params}
