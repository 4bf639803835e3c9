"""The temporary file that a result is written into, before it takes its name."""

from __future__ import annotations

import contextlib
import os
import secrets
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO

_BUFFER = 1 << 16
_BINARY = getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
_PREFIX, _SUFFIX = ".adhoc-", ".tmp"
_WRITING = 3_600  # seconds: a temporary file that nobody touched for so long is nobody's


@contextlib.contextmanager
def temporary_beside(path: Path) -> Iterator[tuple[IO[bytes], Path]]:
    """A new file in the folder of `path`, its owner's only, gone at the end unless it was moved.

    What a killed run left there is swept first: it may hold personal data.
    """
    _sweep(path.parent)
    temporary = path.parent / f"{_PREFIX}{secrets.token_hex(8)}{_SUFFIX}"
    try:  # from here on: a signal may come as soon as the file is there
        descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o600)
        with os.fdopen(descriptor, "wb", buffering=_BUFFER) as file:
            yield file, temporary
    finally:
        temporary.unlink(missing_ok=True)


def _sweep(folder: Path) -> None:
    abandoned = time.time() - _WRITING
    for left in folder.glob(f"{_PREFIX}*{_SUFFIX}"):
        with contextlib.suppress(OSError):
            if left.lstat().st_mtime < abandoned:
                left.unlink()
