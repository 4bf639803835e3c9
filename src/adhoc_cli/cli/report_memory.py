"""The memory of the last report: held while a report is made, and written once it was delivered.

Only then: what was not delivered is news again next time. A memory that cannot be used or kept
never keeps the report from anybody; it is told in one line, and the run ends with exit code 2 where
nothing could be remembered.
"""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from adhoc_cli.cli import option_values
from adhoc_cli.cli.exit_codes import End
from adhoc_cli.cli.faults import destination, holder_text
from adhoc_cli.cli.language import say
from adhoc_cli.cli.refusal import end, error_line, quoted, refuse
from adhoc_cli.cli.streams import tell
from adhoc_cli.text.system import reason_of

if TYPE_CHECKING:
    from datetime import date

    from adhoc_cli.memory.file import Memory, Unusable
    from adhoc_cli.memory.news import News
    from adhoc_cli.models.report import Report
    from adhoc_cli.roster.roster import Roster

_LAST, _NONE = "last", "none"
_ASIDE = ".rusak"
PATIENCE = 10.0  # seconds; the report of a kabupaten takes one


def recall(here: Path, since: str | None, memory: Path | None, *, public: bool) -> Recall:
    """What `--since` and `--memory` ask for; a public report knows of no other one.

    A folder that holds no roster is the wrong one: it is left as it is, and so is the memory.
    """
    if public:
        if since not in (None, _NONE):
            refuse("usage.not_together", one="--audience public", other="--since")
        if memory is not None:
            refuse("usage.not_together", one="--audience public", other="--memory")
        return Recall()
    if since not in (None, _LAST):
        if memory is not None:
            refuse("usage.not_together", one=f"--since {_not_last(since)}", other="--memory")
        return Recall() if since == _NONE else Recall(Path(str(since)))
    from adhoc_cli.memory.file import FILE
    from adhoc_cli.tables.folder import holds_roster

    return Recall(memory or here / FILE, rewritten=True, wrong_folder=not holds_roster(here))


def _not_last(since: str | None) -> str:
    return _NONE if since == _NONE else "FILE"


@dataclass(frozen=True, slots=True)
class Recall:
    """The memory to compare with, None for none, and whether it is to be `rewritten`; in a
    `wrong_folder` it is neither read nor written."""

    path: Path | None = None
    rewritten: bool = False
    wrong_folder: bool = False

    @property
    def compares(self) -> bool:
        """Whether anything can be new."""
        return self.path is not None

    @contextmanager
    def held(self) -> Iterator[Last]:
        """The memory, ours alone for as long as the report is made, where it is to be rewritten.

        Ends with exit code 4 where another run holds it, and with 3 where `--since FILE` is none.
        """
        if self.path is None or self.wrong_folder:
            yield Last(self.path)
        elif not self.rewritten:
            yield Last(self.path, _baseline(self.path))
        else:
            with ExitStack() as held:
                unlocked = _lock(self.path, held)
                yield _last(self.path, unlocked)


def _baseline(path: Path) -> Memory:
    """A memory that is only read. Ends with exit code 3 where there is none."""
    from adhoc_cli.memory.file import Unusable, read

    try:
        memory = read(path)
    except Unusable as unusable:
        end(End.UNREADABLE, _why(path, unusable))
    if memory is None:
        end(End.UNREADABLE, say("memory.none", file=_name(path)))
    return memory


def _last(path: Path, unlocked: int | None) -> Last:
    from adhoc_cli.memory.file import Unusable, read

    try:
        memory, unusable = read(path), None
    except Unusable as found:
        memory, unusable = None, found
    return Last(path, memory, rewritten=True, unusable=unusable, unlocked=unlocked)


@dataclass(slots=True)
class Last:
    """The report before, as it is remembered.

    `unusable` says why there is none though there is a file, `unlocked` is the system's error where
    it gives no lock: then nothing is written. `following` is what to remember instead.
    """

    path: Path | None = None
    memory: Memory | None = None
    rewritten: bool = False
    unusable: Unusable | None = None
    unlocked: int | None = None
    following: Memory | None = None

    def compare(self, report: Report, roster: Roster) -> News | None:
        """What is new in the `report` on `roster` since the last report of an earlier day; None
        where nothing is compared.

        A memory that is only read may be of today: who names it means it. What is to be remembered
        follows the last report, of whatever day.
        """
        if self.path is None:
            return None
        from adhoc_cli.memory.compare import Ground, compare

        earlier = self.memory and self.memory.earlier_than(report.as_of)
        if earlier is None and not self.rewritten:
            earlier = self.memory
        ground = Ground(roster)
        news, following = compare(earlier, report, ground)
        if self.memory is not earlier:
            _, following = compare(self.memory, report, ground)
        self.following = following.after(earlier)
        if news.profile is not None:
            _tell_somebody(say("memory.profile", before=quoted([news.profile])))
        return news

    def remember(self) -> bool:
        """Keep what was compared as the last report; call it once that was delivered. False where
        it cannot be kept, which is then told."""
        following = self.following if self.rewritten else None
        if self.path is None or following is None or self._is_of_another_day(following.as_of):
            return True
        from adhoc_cli.memory.file import Flaw

        if self.unlocked is not None:
            reason = reason_of(self.unlocked)
            return _not_kept(say("memory.lock", file=_name(self.path), reason=reason))
        if self.unusable is not None:
            if self.unusable.flaw is not Flaw.DAMAGED:
                return _not_kept(_why(self.path, self.unusable))
            if not _set_aside(self.path):
                return False
        return _write(self.path, following)

    def _is_of_another_day(self, day: date) -> bool:
        """Whether this is a report of the past, or of a day to come: only looked at, then."""
        today = option_values.today()
        if day > today:
            _tell_somebody(say("memory.ahead"))
            return True
        if self.memory is None or day >= self.memory.as_of:
            return False
        remembered = self.memory.as_of
        if day == today:  # nobody asked for another day: a clock is wrong, or was
            tell(say("memory.clock", file=_name(self.path), day=remembered))
        else:
            _tell_somebody(say("memory.earlier", day=remembered))
        return True


# -- files -----------------------------------------------------------------------------------------


def _lock(path: Path, held: ExitStack) -> int | None:
    """Hold the memory's lock; the system's error instead where it gives none."""
    from adhoc_cli.checklist.faults import JournalLocked, JournalWriteError
    from adhoc_cli.checklist.lock import locked
    from adhoc_cli.checklist.mark import now

    if not path.parent.is_dir():  # filelock would make it
        return errno.ENOENT
    try:
        name = f".{path.name.lstrip('.')}.lock"
        held.enter_context(locked(path.parent, now(), PATIENCE, name))
    except JournalLocked as other:
        end(End.LOCKED, say("memory.locked", holder=holder_text(other.holder), waited=other.waited))
    except JournalWriteError as failure:
        return failure.errno or errno.EIO
    return None


def _set_aside(path: Path) -> bool:
    """Move a damaged memory out of the way, and tell; False where that cannot be done."""
    aside, number = path.with_name(path.name + _ASIDE), 1
    try:
        while os.path.lexists(aside):
            number += 1
            aside = path.with_name(f"{path.name}{_ASIDE}-{number}")
        path.rename(aside)
    except OSError as error:
        reason = reason_of(error)
        return _not_kept(say("memory.not_aside", file=_name(path), reason=reason))
    tell(say("memory.aside", file=_name(path), aside=_name(Path(aside.name))))
    return True


def _write(path: Path, memory: Memory) -> bool:
    from adhoc_cli.memory.file import encode
    from adhoc_cli.output.sink import DestinationError
    from adhoc_cli.output.write import write_file

    data = encode(memory)
    try:
        write_file(path, lambda file: file.write(data), private=True)
    except DestinationError as error:
        return _not_kept(destination(error))
    return True


# -- words -----------------------------------------------------------------------------------------


def _why(path: Path, unusable: Unusable) -> str:
    number = unusable.errno or errno.EINVAL
    return say(f"memory.{unusable.flaw}", file=_name(path), reason=reason_of(number))


def _name(path: Path | None) -> str:
    return quoted([str(path)])


def _not_kept(what: str) -> bool:
    tell(error_line(say("memory.not_kept", what=what)))
    return False


def _tell_somebody(text: str) -> None:
    """Tell it to whoever sits at a terminal; cron would take it for a failure."""
    if sys.stderr.isatty():
        tell(text)
