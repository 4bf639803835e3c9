"""Writing the journal `koordinasi.csv`: append-only, under a lock, on the disk before success.

A mark is one line in one write. It is never rewritten; the one thing ever cut off is a last line
that a crash left unfinished, and that is first kept beside it, as `koordinasi.csv.terpotong-1`.

There is no temporary file. A new journal is made by appending its header and first line to an empty
one: killed in between, it is an empty file or a torn first line, which the next run treats as what
they are. So nothing with personal data can be left behind, and nobody's file is ever replaced.
"""

import errno
import os
import stat
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from adhoc_cli.checklist.faults import Aside, JournalWriteError, Step
from adhoc_cli.checklist.layout import (
    FILE,
    HEAD,
    HEADER,
    End,
    Layout,
    end_of,
    find_layout,
    is_torn_header,
    no_line_break,
)
from adhoc_cli.checklist.lock import TIMEOUT, locked
from adhoc_cli.checklist.mark import Mark, cells, now, operator_name
from adhoc_cli.files.folder import is_there
from adhoc_cli.files.temporary import to_disk

ASIDE = FILE + ".terpotong-"  # and a number
_BLOCK = 1 << 16
_LONGEST = 1 << 20  # bytes; a last line longer than this is not of a journal
_FLAGS = (
    os.O_RDWR
    | os.O_APPEND
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)  # a named pipe in its place would wait for ever
    | getattr(os, "O_BINARY", 0)
)


class Appended(NamedTuple):
    """Marks that are on the disk. `aside` tells of a torn last line that was found before them,
    `completed` that the last line only lacked its line break, and has it now."""

    marks: tuple[Mark, ...]
    operator: str
    time: datetime
    aside: Aside | None = None
    completed: bool = False


def append(
    folder: Path,
    marks: Sequence[Mark],
    *,
    operator: str | None = None,
    time: datetime | None = None,
    timeout: float = TIMEOUT,
) -> Appended:
    """Record `marks`, all or none, in the journal of the roster folder `folder`.

    When it returns, they are on the disk. Raises `MarkRefused` for a mark that no journal may hold,
    `JournalLocked`, `JournalUnreadable` for a file that is no journal, and `JournalWriteError`.
    """
    who, when = operator_name(operator), time or now()
    rows = [cells(mark, who, when) for mark in marks]
    if not rows:
        return Appended((), who, when)
    with _locked(folder, when, timeout), _opened(folder, create=True) as descriptor:
        layout, end, fragment = _end(descriptor)
        data = b"".join(layout.line(row) for row in rows)
        aside = _cut_off(folder, descriptor, fragment) if end is End.TORN else None
        if end is End.WHOLE:
            data = _missing_break(layout, descriptor) + data
        elif _size(descriptor) == 0:
            data = HEADER + b"\n" + data
        try:
            _write(descriptor, data, FILE, Step.WRITE)
        except JournalWriteError as error:
            error.aside = aside
            raise
    return Appended(tuple(marks), who, when, aside, end is End.WHOLE)


def mend(folder: Path, *, timeout: float = TIMEOUT) -> Aside | None:
    """Set a torn last line aside and cut it off; None where there is none, or no journal.

    Raises as `append` does.
    """
    if not is_there(folder / FILE):
        return None
    with _locked(folder, now(), timeout), _opened(folder, create=False) as descriptor:
        _, end, fragment = _end(descriptor)
        return _cut_off(folder, descriptor, fragment) if end is End.TORN else None


# -- files -----------------------------------------------------------------------------------------


@contextmanager
def _locked(folder: Path, since: datetime, timeout: float) -> Iterator[None]:
    if not folder.is_dir():  # filelock would make it
        missing = errno.ENOTDIR if is_there(folder) else errno.ENOENT
        raise JournalWriteError(FILE, Step.OPEN, missing)
    with locked(folder, since, timeout):
        yield


@contextmanager
def _opened(folder: Path, *, create: bool) -> Iterator[int]:
    """The journal's descriptor. A journal that was made just now and stayed empty, because writing
    failed, is removed again."""
    path = folder / FILE
    try:
        descriptor, is_new = _open(path, create=create)
    except OSError as error:
        raise JournalWriteError(FILE, Step.OPEN, error.errno) from None
    hollow = False
    try:
        yield descriptor
    except BaseException as error:
        with suppress(OSError):
            hollow = is_new and _size(descriptor) == 0
        if isinstance(error, OSError):  # writing names its own faults
            raise JournalWriteError(FILE, Step.READ, error.errno) from None
        raise
    finally:
        _close(descriptor)
        if hollow:
            with suppress(OSError):
                path.unlink()


def _open(path: Path, *, create: bool) -> tuple[int, bool]:
    """Never through a link, and only a regular file: its descriptor, and whether it was made now.

    What is new is for its owner alone, and its name is on the disk.
    """
    if not hasattr(os, "O_NOFOLLOW") and path.is_symlink():
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))
    try:
        descriptor = os.open(path, _FLAGS)
    except FileNotFoundError:
        if not create:
            raise
        return _made(path), True
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        _close(descriptor)
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))
    return descriptor, False


def _made(path: Path) -> int:
    descriptor = os.open(path, _FLAGS | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        _keep_name(path.parent)
    except OSError:
        _close(descriptor)
        with suppress(OSError):
            path.unlink()
        raise
    return descriptor


def _keep_name(folder: Path) -> None:
    """A new file's name is on the disk only once its folder is. Windows has no such thing."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        to_disk(descriptor)
    except OSError as error:
        # Some network file systems cannot, and have no need to.
        if error.errno not in {errno.EINVAL, errno.ENOTSUP}:
            raise
    finally:
        _close(descriptor)


def _close(descriptor: int) -> None:
    """What matters is on the disk by now, or was taken back: closing adds nothing to either."""
    with suppress(OSError):
        os.close(descriptor)


def _size(descriptor: int) -> int:
    return os.fstat(descriptor).st_size


def _read(descriptor: int, start: int, length: int) -> bytes:
    # Not os.pread, which Windows lacks. With O_APPEND the position does not matter to writing.
    os.lseek(descriptor, start, os.SEEK_SET)
    return os.read(descriptor, length)


def _write(descriptor: int, data: bytes, file: str, step: Step) -> None:
    """Append `data` in one write, and have it on the disk; or leave the file as it was."""
    before = _size(descriptor)
    try:
        if os.write(descriptor, data) != len(data):
            raise OSError  # the disk is full, or a limit is reached; the system says it next time
        to_disk(descriptor)
    except OSError as error:
        raise JournalWriteError(file, step, error.errno, _cut(descriptor, before)) from None
    except BaseException:  # Ctrl-C: what was not reported is not recorded
        _cut(descriptor, before)
        raise


def _cut(descriptor: int, size: int) -> bool:
    """Give the file its old size back. Whether that worked."""
    try:
        os.ftruncate(descriptor, size)
        to_disk(descriptor)
    except OSError:
        return False
    return True


# -- the end of the journal ------------------------------------------------------------------------


def _end(descriptor: int) -> tuple[Layout, End, bytes]:
    """The journal's layout, what follows its last line break, and the bytes of that."""
    head = _read(descriptor, 0, HEAD)
    if is_torn_header(head):
        return Layout(), End.TORN if head else End.NOTHING, head
    size = _size(descriptor)
    layout, fragment = find_layout(head), _fragment(descriptor, size)
    end = end_of(layout, fragment)
    if end is End.TORN and len(fragment) == size:  # it was the header: a new one is ours
        layout = Layout()
    return layout, end, fragment


def _cut_off(folder: Path, descriptor: int, fragment: bytes) -> Aside:
    """Set a torn line aside, then cut it off: whatever happens in between, it is kept."""
    aside = _set_aside(folder, fragment)
    if not _cut(descriptor, _size(descriptor) - len(fragment)):
        raise JournalWriteError(FILE, Step.SET_ASIDE, None, aside=aside)
    return aside


def _fragment(descriptor: int, size: int) -> bytes:
    """All that follows the last line break."""
    fragment = b""
    while len(fragment) < min(size, _LONGEST):
        start = max(size - len(fragment) - _BLOCK, 0)
        block = _read(descriptor, start, size - len(fragment) - start)
        if not block:  # somebody without our lock made it shorter just now
            break
        before, line_break, behind = block.rpartition(b"\n")
        if line_break:
            return behind + fragment
        fragment = before + behind + fragment
    if size > _LONGEST:
        raise no_line_break(1 + _read(descriptor, 0, size).count(b"\n"))
    return fragment


def _missing_break(layout: Layout, descriptor: int) -> bytes:
    """The line break behind a line that lacks it; an editor may have left one half of CRLF."""
    last = _read(descriptor, _size(descriptor) - 1, 1)
    return b"\n" if last == b"\r" else layout.line_break.encode()


def _set_aside(folder: Path, fragment: bytes) -> Aside:
    """Keep `fragment` beside the journal. What a killed run has begun of it is completed."""
    taken = [int(n) for p in folder.glob(ASIDE + "*") if (n := p.name[len(ASIDE) :]).isdecimal()]
    last = max(taken, default=0)
    name, begun = f"{ASIDE}{last}", None
    try:
        if last:
            begun = _begun(folder / name, fragment)
        if begun is None:
            name = f"{ASIDE}{last + 1}"
        descriptor, _ = _open(folder / name, create=True)
    except OSError as error:
        raise JournalWriteError(name, Step.SET_ASIDE, error.errno) from None
    try:
        _write(descriptor, fragment[begun or 0 :], name, Step.SET_ASIDE)
    finally:
        _close(descriptor)
    return Aside(name, len(fragment))


def _begun(path: Path, fragment: bytes) -> int | None:
    """How much of `fragment` the file at `path` holds already, if it holds nothing else."""
    kept = path.read_bytes()
    return len(kept) if fragment.startswith(kept) else None
