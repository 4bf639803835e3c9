"""Keeping the last reports: the newest has its name, older ones get the time they were written.

The old file gets its second name before the new one takes its place, so that a reader always finds
a whole file there; what is too old goes only once the new one is there.
"""

import contextlib
import os
import re
import shutil
import stat
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from adhoc_cli.files.temporary import finish, give_mode, temporary_beside
from adhoc_cli.text.days import WIB

_LAST_SECOND = 253_402_214_400  # of the year 9999
_READING = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)


@contextlib.contextmanager
def kept(path: Path, keep: int | None) -> Iterator[None]:
    """Keep the file at `path` under another name while it is replaced, and of these files, the
    new one among them, the last `keep`. Does nothing for None; undoes itself on failure.

    Raises `OSError` where the old file can be given no other name.
    """
    made = _second_name(path) if keep is not None and keep > 1 else None
    try:
        yield
    except BaseException:
        if made is not None:
            with contextlib.suppress(OSError):
                # A signal may come when the new one has just taken its place: then this is all
                # that is left of the old one.
                if os.path.samestat(path.lstat(), made.status):
                    made.name.unlink()
        raise
    if keep is not None:
        _remove_oldest(path, keep - 1)


class _Second(NamedTuple):
    """The second name of a file, and which file that is."""

    name: Path
    status: os.stat_result


def _second_name(path: Path) -> _Second | None:
    """Give the file its name by its time; None where there is none, or it has that name already."""
    try:
        status = path.lstat()
    except FileNotFoundError:
        return None
    number = 1
    while True:
        name = path.with_name(_name(path, status.st_mtime, number))
        try:
            _link(path, name)
        except FileExistsError:
            if os.path.samestat(name.lstat(), status):
                return None  # a run was killed between the two names
            number += 1
        else:
            return _Second(name, status)


def _name(path: Path, written: float, number: int) -> str:
    """`laporan-20240609-060012.html`, and `-2` for another one of the same second."""
    second = min(max(int(written), 0), _LAST_SECOND)
    stamp = datetime.fromtimestamp(second, WIB).strftime("%Y%m%d-%H%M%S")
    again = f"-{number}" if number > 1 else ""
    return f"{path.stem}-{stamp}{again}{path.suffix}"


def _link(path: Path, name: Path) -> None:
    """A hard link, or a copy where the file system has none. Raises `FileExistsError`."""
    try:
        os.link(path, name, follow_symlinks=False)
    except FileExistsError:
        raise
    except (OSError, NotImplementedError):
        _copy(path, name)


def _copy(path: Path, name: Path) -> None:
    """A copy that is there whole or not at all, with the mode and the time of the file."""
    if os.path.lexists(name):
        raise FileExistsError
    status = path.lstat()
    with temporary_beside(name) as (copy, temporary):
        with os.fdopen(os.open(path, _READING), "rb") as file:
            shutil.copyfileobj(file, copy)
        finish(copy)
        give_mode(temporary, stat.S_IMODE(status.st_mode))
        os.utime(temporary, ns=(status.st_atime_ns, status.st_mtime_ns))
        temporary.rename(name)


def _remove_oldest(path: Path, older: int) -> None:
    """Leave `older` files beside `path`. Only what has such a name, and is a regular file, goes."""
    stamp = r"-([0-9]{8}-[0-9]{6})(?:-([1-9][0-9]*))?"
    pattern = re.compile(re.escape(path.stem) + stamp + re.escape(path.suffix))
    found = []
    with contextlib.suppress(OSError), os.scandir(path.parent) as entries:
        for entry in entries:
            match = pattern.fullmatch(entry.name)
            if match and entry.is_file(follow_symlinks=False):
                found.append((match[1], int(match[2] or 1), entry.name))
    for _, _, name in sorted(found, reverse=True)[older:]:
        with contextlib.suppress(OSError):  # another run was quicker, or it is somebody else's
            path.with_name(name).unlink()
