"""New files in a folder that may be new itself: all or none, and nothing is written over."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from adhoc_cli.cli.exit_codes import End
from adhoc_cli.cli.language import say
from adhoc_cli.cli.refusal import end, quoted
from adhoc_cli.text.system import reason_of

if TYPE_CHECKING:
    from adhoc_cli.files.folder import NewFile

_SHOWN = 5  # names of files that are in the way


def write_all(folder: Path, files: Sequence[NewFile]) -> None:
    """Write `files` into `folder`; end with exit code 2 where that cannot be done."""
    from adhoc_cli.files.folder import is_there, name_key, write_new

    if folder.is_symlink():  # what is written through it lands elsewhere
        _refuse("new.link", name=quoted([str(folder)]))
    made = False
    try:
        if not is_there(folder):
            folder.mkdir(0o700)
            made = True
        taken = {name_key(entry.name) for entry in folder.iterdir()}
        if in_the_way := [file.name for file in files if name_key(file.name) in taken]:
            _refuse("new.in_the_way", names=_some(in_the_way), name=quoted([str(folder)]))
        write_new(folder, files)
    except FileExistsError as error:
        name = Path(error.filename2 or error.filename or folder).name
        _refuse("new.in_the_way", names=quoted([name]), name=quoted([str(folder)]))
    except (OSError, ValueError) as error:
        if made:
            with suppress(OSError):
                folder.rmdir()
        _refuse("new.failed", name=quoted([str(folder)]), reason=reason_of(error))


def _some(names: Sequence[str]) -> str:
    more = len(names) - _SHOWN
    return quoted(names[:_SHOWN]) + (say("new.more", count=more) if more > 0 else "")


def _refuse(key: str, **values: object) -> NoReturn:
    end(End.USAGE, say(key, **values))
