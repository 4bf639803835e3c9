"""New files in a folder: all or none, each whole or absent, and never in place of another."""

from __future__ import annotations

import errno
import os
import secrets
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

_PRIVATE, _PUBLIC = 0o600, 0o666  # the second less what the user's umask takes away
_TEMP, _OURS = ".adhoc-init-{}.tmp", ".adhoc-*.tmp"
_ABANDONED_AFTER = 3600.0  # seconds; what a killed run left behind, not what another one is writing
# What a file system without hard links answers (FAT, some network shares).
_NO_LINKS = {errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EINVAL}


class NewFile(NamedTuple):
    """A file to write: name, bytes, rows below the header; `private`: for its owner only."""

    name: str
    content: bytes
    rows: int
    private: bool


def write_new(folder: Path, files: Sequence[NewFile]) -> None:
    """Write `files` into the existing `folder`.

    All are on the disk under temporary names before the first gets its own. Raises
    `FileExistsError` for a name that is taken, a broken link included, and any other `OSError`;
    either way what it wrote so far is gone again. A kill may leave some of the files, each whole.
    """
    sweep(folder)
    staged: list[tuple[Path, Path]] = []
    written: list[Path] = []
    try:
        for file in files:
            temp = folder / _TEMP.format(secrets.token_hex(8))
            staged.append((temp, folder / file.name))
            _write(temp, file)
        for temp, target in staged:
            _name(temp, target)
            written.append(target)
        _sync(folder)
    except BaseException:
        for path in written:
            path.unlink(missing_ok=True)
        raise
    finally:
        for temp, _ in staged:
            with suppress(OSError):
                temp.unlink(missing_ok=True)


def _write(path: Path, file: NewFile) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    with open(os.open(path, flags, _PRIVATE if file.private else _PUBLIC), "wb") as stream:  # noqa: PTH123 - a path has no mode of creation
        stream.write(file.content)
        stream.flush()
        os.fsync(stream.fileno())


def _name(temp: Path, target: Path) -> None:
    """Give `temp` its name; a link never replaces what is there, as a rename would."""
    try:
        os.link(temp, target)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
    except NotImplementedError:  # a system that knows no links at all
        pass
    else:
        return
    if os.path.lexists(target):
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(target))
    temp.rename(target)


def _sync(folder: Path) -> None:
    """Bring the names themselves to the disk, where the system can."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sweep(folder: Path) -> None:
    """Remove what a killed run left behind, of whichever command: it may hold personal data."""
    for path in folder.glob(_OURS):
        with suppress(OSError):
            if time.time() - path.lstat().st_mtime > _ABANDONED_AFTER:
                path.unlink()
