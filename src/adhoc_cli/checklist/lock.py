"""The lock under which the journal is written, and the name of who holds it.

The holder signs the lock file itself, from its second byte on: Windows keeps others from the first
one, which is the one that is locked.
"""

import os
import platform
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

from adhoc_cli.checklist.faults import Holder, JournalLocked, JournalWriteError, Step

LOCK_FILE = ".koordinasi.csv.lock"
TIMEOUT = 10.0  # seconds; a mark holds the lock for a few milliseconds
# filelock asks again after this; 20 processes that mark without a pause all get their turn.
_POLL = 0.01
_SIGNATURE = 512  # bytes


@contextmanager
def locked(
    folder: Path, since: datetime, timeout: float = TIMEOUT, name: str = LOCK_FILE
) -> Iterator[None]:
    """Hold a lock in `folder`, an existing folder: that of the journal, or the one of `name`.

    Raises `JournalLocked` after `timeout` seconds and `JournalWriteError` where the folder takes no
    lock file. The lock file stays (removing it would let two processes hold two locks); it is empty
    while nobody holds it, so that an old name never stands for a new holder.
    """
    from filelock import FileLock, Timeout  # 28 ms; only writing needs it

    lent: list[int] = []

    def sign(descriptor: int) -> None:
        lent.append(descriptor)
        with suppress(OSError):  # on a full disk the holder has no name, and goes on
            os.ftruncate(descriptor, 0)
            os.write(descriptor, _signature(since))

    path = folder / name
    lock = FileLock(path, timeout=timeout, mode=0o600, poll_interval=_POLL, on_acquired=sign)
    try:
        lock.acquire()
    except Timeout:
        raise JournalLocked(name, timeout, holder(folder, name)) from None
    except OSError as error:
        raise JournalWriteError(name, Step.LOCK, error.errno) from None
    try:
        yield
    finally:
        # What was done under the lock is done; a lock that cannot be let go ends with the process.
        with suppress(OSError):
            os.ftruncate(lent[0], 0)
        with suppress(OSError):
            lock.release()


def holder(folder: Path, name: str = LOCK_FILE) -> Holder | None:
    """Who signed the lock file of `folder` last and has not let go; None where nobody is named."""
    try:
        with (folder / name).open("rb") as file:
            file.seek(1)
            text = file.read(_SIGNATURE).decode("utf-8", "replace")
    except OSError:
        return None
    pid, *rest = text.rstrip("\n").split("\t")
    if len(rest) != 2 or not (pid.isascii() and pid.isdigit()):
        return None
    return Holder(int(pid), *rest)


def _signature(since: datetime) -> bytes:
    fields = (str(os.getpid()), platform.node(), since.isoformat(timespec="seconds"))
    return ("\n" + "\t".join(fields) + "\n").encode()
