"""Several files of a folder at once: all or none, each whole."""

import errno
import os
import unicodedata
from collections.abc import Mapping, Sequence
from contextlib import ExitStack, suppress
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from adhoc_cli.files.temporary import (
    finish,
    give_mode,
    sync_folder,
    take_place,
    temporary_beside,
    usual_mode,
)

# Files by name with other bytes than they hold, None for one that is not to be there.
Instead = Mapping[str, bytes | None]
NOTHING: Instead = MappingProxyType({})

# What a file system without hard links answers (FAT, some network shares).
_NO_LINKS = {errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EINVAL}


# What says that there is nothing by that name.
_ABSENT = {errno.ENOENT, errno.ENOTDIR, errno.EBADF, errno.ELOOP}


def is_there(path: Path) -> bool:
    """Whether something has that name, no broken link. Raises `OSError` where that cannot
    be known: `Path.exists` of Python 3.14 says no there, and nothing would be told."""
    try:
        path.stat()
    except OSError as error:
        if error.errno in _ABSENT:
            return False
        raise
    return True


def name_key(name: str) -> str:
    """What two names of one folder may not share: Windows and macOS know no capitals, and macOS may
    write an accent as a letter of its own."""
    return unicodedata.normalize("NFC", name).casefold()


class NewFile(NamedTuple):
    """A file to write: name, bytes, rows below the header; `private`: for its owner only."""

    name: str
    content: bytes
    rows: int
    private: bool


def write_new(folder: Path, files: Sequence[NewFile]) -> None:
    """Write `files` into the existing `folder`, never in place of another.

    Raises as `put` does.
    """
    put(folder, files, ())


def put(folder: Path, new: Sequence[NewFile], over: Sequence[NewFile]) -> None:
    """Write `new` files, and `over` in place of what has their names, in this order.

    All are on the disk under temporary names before the first gets its own. Raises
    `FileExistsError` for a name of `new` that is taken, a broken link included, and any other
    `OSError`; either way what is new is gone again. A kill may leave some of the files, each whole.
    """
    written: list[Path] = []
    with ExitStack() as staged:
        first = [(_staged(staged, folder, file), folder / file.name) for file in new]
        then = [(_staged(staged, folder, file), folder / file.name) for file in over]
        try:
            for temporary, target in first:
                _name(temporary, target)
                written.append(target)
            sync_folder(folder)
            for temporary, target in then:
                take_place(temporary, target)
        except BaseException:
            for path in written:
                with suppress(OSError):  # the others go, and the first fault is told
                    path.unlink()
            raise
        with suppress(OSError):  # the new ones are in their places, which is what is told
            sync_folder(folder)


def _staged(stack: ExitStack, folder: Path, new: NewFile) -> Path:
    file, temporary = stack.enter_context(temporary_beside(folder / new.name))
    file.write(new.content)
    finish(file)
    if not new.private:
        give_mode(temporary, usual_mode())
    return temporary


def _name(temporary: Path, target: Path) -> None:
    """Give `temporary` its name; a link never replaces what is there, as a rename would."""
    try:
        os.link(temporary, target)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
    except NotImplementedError:  # a system that knows no links at all
        pass
    else:
        return
    if os.path.lexists(target):
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(target))
    temporary.rename(target)
