"""The temporary file that bytes are written into, before it takes its name."""

import contextlib
import errno
import os
import time
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import IO, Any

from adhoc_cli.text.system import number_of

_BUFFER = 1 << 16
_CREATING = os.O_WRONLY | os.O_CREAT | os.O_EXCL
_CREATING |= getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
_PREFIX, _SUFFIX = ".adhoc-", ".tmp"
_WAITS = (0.2, 0.6, 1.2)  # seconds: by then a scanner of viruses has let go of the file
_DENIED = 5  # Windows, of a file that a program has open
_WRITING = 3_600  # seconds: a temporary file that nobody touched for so long is nobody's


@contextlib.contextmanager
def temporary_beside(path: Path) -> Iterator[tuple[IO[bytes], Path]]:
    """A new file in the folder of `path`, its owner's only, gone at the end unless it was moved.

    What a killed run left there is swept first: it may hold personal data. So is, by the next run,
    what a faulty disk does not let go of: that is no reason to call what was written not written.
    """
    sweep(path.parent)
    temporary = path.parent / f"{_PREFIX}{os.urandom(8).hex()}{_SUFFIX}"
    try:  # from here on: a signal may come as soon as the file is there
        descriptor = os.open(temporary, _CREATING, 0o600)
        with os.fdopen(descriptor, "wb", buffering=_BUFFER) as file:
            yield file, temporary
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink()


def finish(file: IO[bytes]) -> None:
    """Have all that was written into `file` on the disk, and close it."""
    file.flush()
    to_disk(file.fileno())
    file.close()


def to_disk(descriptor: int) -> None:
    """Have what was written on the disk. Raises `OSError`.

    fsync of macOS leaves it with the disk, which a loss of power may lose; F_FULLFSYNC does not.
    """
    try:
        fcntl: Any = import_module("fcntl")
        fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
    except (ImportError, AttributeError, OSError):  # another system, or a disk without it
        os.fsync(descriptor)


def take_place(temporary: Path, path: Path) -> None:
    """Give `temporary` the name `path`, in place of what has it; where another program has that
    open, as Excel on Windows does, try again for two seconds.

    Raises `OSError`, with the number EBUSY where it is still open.
    """
    for wait in (*_WAITS, None):
        try:
            temporary.replace(path)
            return
        except OSError as error:
            if not _is_open_elsewhere(error, path):
                raise
        if wait is None:
            raise OSError(errno.EBUSY, os.strerror(errno.EBUSY), str(path))
        time.sleep(wait)


def _is_open_elsewhere(error: OSError, path: Path) -> bool:
    """Whether another program has `path` open: the system says so, or what lies beside the file."""
    if number_of(error) in {errno.EBUSY, errno.ETXTBSY}:
        return True
    if not isinstance(error, PermissionError):
        return False
    if getattr(error, "winerror", None) == _DENIED and os.access(path, os.W_OK):
        return True
    beside = (path.with_name(f"~${path.name}"), path.with_name(f".~lock.{path.name}#"))
    return any(map(os.path.lexists, beside))


def sync_folder(folder: Path) -> None:
    """Have new names on the disk, where the system can do that (not on Windows).

    Raises `OSError`.
    """
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        to_disk(descriptor)
    finally:
        os.close(descriptor)


def give_mode(path: Path, mode: int) -> None:
    """Give a file its mode; on a disk without modes (FAT, some network shares) it keeps its own."""
    with contextlib.suppress(OSError):
        path.chmod(mode)


def usual_mode() -> int:
    """The mode that the user's umask gives a file that holds nothing personal."""
    mask = os.umask(0o077)
    os.umask(mask)
    return 0o666 & ~mask


def sweep(folder: Path) -> None:
    """Remove what a killed run left in `folder`, whichever command it was."""
    abandoned = time.time() - _WRITING
    for left in folder.glob(f"{_PREFIX}*{_SUFFIX}"):
        with contextlib.suppress(OSError):
            if left.lstat().st_mtime < abandoned:
                left.unlink()
