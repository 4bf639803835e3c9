"""The journal of coordination for the commands: opened, written to, and its errors as ends."""

from __future__ import annotations

import errno
import shlex
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from adhoc_cli.cli.exit_codes import End, Ended
from adhoc_cli.cli.language import say
from adhoc_cli.cli.refusal import UsageFault
from adhoc_cli.cli.streams import tell

if TYPE_CHECKING:
    from adhoc_cli.checklist.faults import (
        Aside,
        Holder,
        JournalLocked,
        JournalUnreadable,
        JournalWriteError,
        MarkRefused,
    )
    from adhoc_cli.checklist.journal import Appended
    from adhoc_cli.checklist.mark import Mark
    from adhoc_cli.checklist.read import Journal
    from adhoc_cli.roster.roster import Roster

# The option or argument that a column of the journal is typed with.
TYPED = {
    "operator": "--by", "kode_wilayah": "REGION", "butir": "ITEM", "tanggal": "--date",
    "bukti": "--evidence", "catatan": "--note",
}  # fmt: skip
_REASONS = {
    errno.ENOSPC: "end.no_space",
    errno.EDQUOT: "end.no_space",
    errno.EACCES: "journal.no_permission",
    errno.EPERM: "journal.no_permission",
    errno.EROFS: "journal.read_only",
    errno.ELOOP: "journal.link",
    errno.EINVAL: "journal.link",
    errno.EISDIR: "journal.link",
    errno.EIO: "journal.disk",
}
_UNREADABLE = {
    "not_text": "journal.not_text",
    "column_missing": "journal.column",
    "header_repeated": "journal.twice",
    "file_too_large": "journal.too_large",
}


def open_journal(folder: Path) -> Journal:
    """The journal of `folder`; a torn last line is set aside, and that is told on stderr."""
    from adhoc_cli.checklist.read import load_journal

    with ended():
        journal = load_journal(folder)
    _tell_aside(journal.aside)
    return journal


def record(folder: Path, marks: Sequence[Mark], operator: str | None) -> Appended:
    """Append `marks`, all or none; they are on the disk when this returns."""
    from adhoc_cli.checklist.journal import append

    with ended():
        appended = append(folder, marks, operator=operator)
    _tell_aside(appended.aside)
    return appended


@contextmanager
def ended() -> Iterator[None]:
    """End with the exit code of the journal's error, and one line that says what happened."""
    from adhoc_cli.checklist.faults import (
        JournalLocked,
        JournalUnreadable,
        JournalWriteError,
        MarkRefused,
    )

    try:
        yield
    except MarkRefused as refusal:
        raise UsageFault(refused_text(refusal)) from None
    except JournalLocked as locked:
        raise Ended(End.LOCKED, _error(_locked(locked))) from None
    except JournalUnreadable as refusal:
        raise Ended(End.UNREADABLE, _error(unreadable_text(refusal))) from None
    except JournalWriteError as failure:
        _tell_aside(failure.aside)
        raise Ended(End.USAGE, _error(_not_written(failure))) from None


def command(*words: str, folder: Path) -> str:
    """A command of the checklist as it can be typed again."""
    where = ["-C", str(folder)] if folder != Path() else []
    return shlex.join(["adhoc", "checklist", *words, *where])


def named(roster: Roster, marks: Sequence[Mark], undo: str, folder: Path) -> tuple[str, str, str]:
    """The items and places of `marks` as one line says them, and the command that undoes them."""
    from adhoc_cli.output.safe import safe

    items = tuple(dict.fromkeys(mark.item for mark in marks))
    places = tuple(dict.fromkeys(mark.place for mark in marks))
    region = roster.places.region(places[0])
    where = safe(f"{region.name} ({region.code})")
    if len(places) > 1:
        where = say("mark.several", count=len(places))
    also = [word for place in places[1:] for word in ("--region", place)]
    again = command(undo, places[0], *items, *also, folder=folder)
    return ", ".join(items), where, again


def shown(text: str) -> str:
    """Evidence, said back: nothing a terminal could obey, and nothing personal."""
    from adhoc_cli.output.safe import safe

    return safe(text, 120)


def refused_text(refusal: MarkRefused) -> str:
    """Why a mark was refused; the value is not repeated."""
    name = TYPED.get(refusal.column, refusal.column)
    return say(f"refused.{refusal.reason}", name=name, column=refusal.column, at=refusal.at)


def unreadable_text(refusal: JournalUnreadable) -> str:
    """`koordinasi.csv:1: …`."""
    from adhoc_cli.checklist.layout import HEADER
    from adhoc_cli.output.safe import safe

    fault = refusal.fault
    key = _UNREADABLE.get(fault.kind, "journal.other")
    what = say(key, column=safe(str(fault.column or ""), 80))
    header = HEADER.decode()
    return say(
        "journal.unreadable", file=fault.file, line=fault.line or 1, what=what, header=header
    )


def _error(text: str) -> str:
    return say("usage.error", text=text)


def holder_text(one: Holder | None) -> str:
    """Who holds a lock."""
    from adhoc_cli.output.safe import safe

    if one is None:
        return say("journal.somebody")
    host, since = safe(one.host, 80), safe(one.since, 40)
    return say("journal.holder", pid=str(one.pid), host=host, since=since)


def _locked(locked: JournalLocked) -> str:
    return say("journal.locked", holder=holder_text(locked.holder), waited=locked.waited)


def _not_written(failure: JournalWriteError) -> str:
    number = failure.errno
    if number is None:
        reason = say("journal.short_write")
    elif number in _REASONS:
        reason = say(_REASONS[number])
    else:
        reason = say("end.other", code=errno.errorcode.get(number, str(number)))
    key = "journal.write" if failure.restored else "journal.not_restored"
    return say(key, file=failure.file, reason=reason)


def _tell_aside(aside: Aside | None) -> None:
    if aside is not None:
        tell(say("journal.aside", file=aside.file, size=aside.size))
