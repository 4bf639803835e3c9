"""The temporary file that bytes are written into, before it takes its name."""

from __future__ import annotations

import contextlib
import os
import secrets
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO

_BUFFER = 1 << 16
_CREATING = os.O_WRONLY | os.O_CREAT | os.O_EXCL
_CREATING |= getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
_PREFIX, _SUFFIX = ".adhoc-", ".tmp"
_WRITING = 3_600  # seconds: a temporary file that nobody touched for so long is nobody's


@contextlib.contextmanager
def temporary_beside(path: Path) -> Iterator[tuple[IO[bytes], Path]]:
    """A new file in the folder of `path`, its owner's only, gone at the end unless it was moved.

    What a killed run left there is swept first: it may hold personal data.
    """
    sweep(path.parent)
    temporary = path.parent / f"{_PREFIX}{secrets.token_hex(8)}{_SUFFIX}"
    try:  # from here on: a signal may come as soon as the file is there
        descriptor = os.open(temporary, _CREATING, 0o600)
        with os.fdopen(descriptor, "wb", buffering=_BUFFER) as file:
            yield file, temporary
    finally:
        temporary.unlink(missing_ok=True)


def finish(file: IO[bytes]) -> None:
    """Have all that was written into `file` on the disk, and close it."""
    file.flush()
    os.fsync(file.fileno())
    file.close()


def sync_folder(folder: Path) -> None:
    """Have new names on the disk, where the system can do that (not on Windows).

    Raises `OSError`.
    """
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


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
