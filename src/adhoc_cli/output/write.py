"""Where a result goes: stdout, or a file that is there whole or not at all."""

import contextlib
import errno
import io
import os
import re
import stat
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import IO, Any

from adhoc_cli.files.temporary import (
    finish,
    give_mode,
    sync_folder,
    take_place,
    temporary_beside,
    usual_mode,
)
from adhoc_cli.output.formats import Format, choose
from adhoc_cli.output.keep import kept
from adhoc_cli.output.sink import Bytes, DestinationError, Sink
from adhoc_cli.output.view import View
from adhoc_cli.text.lazy import lazy_pattern
from adhoc_cli.text.system import reason_of

# What Windows takes for a device, whatever its ending is.
_RESERVED = lazy_pattern(
    r"(?:con|prn|aux|nul|com[1-9¹²³]|lpt[1-9¹²³]|conin\$|conout\$) *(?:[.:].*)?", re.IGNORECASE
)


def deliver(  # noqa: PLR0913 - what stdout is like, by name
    view: View,
    format_name: str | None,
    output: str | None,
    *,
    is_terminal: bool,
    color: bool,
    pager: Sequence[str] = (),
    personal: bool = False,
) -> None:
    """Write `view` in a format to `output`: a file, or stdout for None and "-".

    `is_terminal`, `color` and the command line of a `pager` are about stdout. A file is written as
    `save` does it. What is personal is masked unless `personal`. Raises `DestinationError` and,
    where the reader of stdout went away, `BrokenPipeError`.
    """
    if output is None or output == "-":
        chosen = choose(format_name, is_terminal=is_terminal)
        pager, color = (pager, color) if is_terminal and not chosen.machine else ((), False)
        _to_stdout(view, chosen, pager, color=color, personal=personal)
    else:
        save(view, format_name, Path(output), personal=personal)


def save(
    view: View,
    format_name: str | None,
    path: Path,
    *,
    keep: int | None = None,
    personal: bool = False,
) -> None:
    """Write `view` in a format to a file, of which the last `keep` are kept.

    It appears at once and whole, readable by its owner only where it holds personal data; a link or
    anything that is no regular file is not written to. Raises `DestinationError`.
    """
    chosen = choose(format_name, is_terminal=False)

    def write(file: Bytes) -> None:
        chosen.write(view, Sink(file, personal=personal))

    write_file(path, write, private=view.personal, keep=keep)


def _screen() -> os.terminal_size:
    # COLUMNS and LINES first, and 80 by 24 where nobody knows.
    from shutil import get_terminal_size

    return get_terminal_size((80, 24))


# -- stdout ----------------------------------------------------------------------------------------


def _to_stdout(
    view: View, chosen: Format, pager: Sequence[str], *, color: bool, personal: bool
) -> None:
    stdout: Any = sys.stdout
    if stdout is None or stdout.closed:
        raise DestinationError("destination.closed")
    encoding = "utf-8" if chosen.machine else (stdout.encoding or "utf-8")
    if pager:
        from adhoc_cli.output.pager import encoding_for

        encoding = encoding_for(pager, encoding)
    try:
        stdout.flush()
        out = getattr(stdout, "buffer", None) or _Encoded(stdout, encoding)
        with _shown(out, pager) as stream:
            chosen.write(view, Sink(stream, encoding, _screen().columns, color, personal))
        out.flush()
        stdout.flush()
    except BrokenPipeError:
        _abandon_stdout()
        raise
    except OSError as error:
        _abandon_stdout()
        # Windows says "invalid argument" where others say that the pipe is broken.
        if os.name == "nt" and error.errno == errno.EINVAL:
            raise BrokenPipeError(errno.EPIPE, os.strerror(errno.EPIPE)) from None
        raise DestinationError("destination.stdout", reason=reason_of(error)) from None


@contextlib.contextmanager
def _shown(out: Bytes, pager: Sequence[str]) -> Iterator[Bytes]:
    """`out`, or what goes through a pager to it."""
    if not pager:
        yield out
        return
    from adhoc_cli.output.pager import paged

    with paged(out, pager, _screen().lines) as stream:
        yield stream


class _Encoded:
    """Bytes for a stdout that only takes text (a notebook, a test)."""

    def __init__(self, stream: IO[str], encoding: str) -> None:
        self._stream = stream
        self._encoding = encoding

    def write(self, data: bytes, /) -> object:
        return self._stream.write(data.decode(self._encoding))

    def flush(self) -> None:
        self._stream.flush()


def _abandon_stdout() -> None:
    """Let what Python still holds for stdout go nowhere, or it complains once more at its end."""
    with contextlib.suppress(OSError, ValueError, io.UnsupportedOperation):
        stdout = sys.stdout.fileno()
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stdout)
        os.close(nowhere)


# -- files -----------------------------------------------------------------------------------------


def write_file(
    path: Path, fill: Callable[[Bytes], object], *, private: bool, keep: int | None = None
) -> None:
    """Put what `fill` writes at `path`, at once and whole: on any failure what was there stays.

    The temporary file lies beside it and is its owner's only from the start. `private` keeps it so;
    else an existing file's mode stays, and a new one gets the usual one. With `keep` the file that
    was there is kept under another name, and of all of them the last `keep` stay (`output.keep`).
    Raises `DestinationError`.
    """
    mode = _usual_mode(path)
    with _located(path), temporary_beside(path) as (file, temporary):
        fill(file)
        finish(file)
        if not private:
            give_mode(temporary, mode)
        # Between the look at the start and now somebody may have put a link here: it is replaced
        # itself, and never followed.
        with kept(path, keep):
            take_place(temporary, path)
        with contextlib.suppress(OSError):  # the new one is in its place
            sync_folder(path.parent)


def _usual_mode(path: Path) -> int:
    """The mode for `path`. Raises `DestinationError` where it is not a regular file."""
    if os.name == "nt" and _RESERVED.fullmatch(path.name):
        raise DestinationError("destination.reserved", file=str(path))
    try:
        status = path.lstat()
    except FileNotFoundError:
        return usual_mode()
    except (OSError, ValueError) as error:
        raise _failed(path, error) from None
    if stat.S_ISLNK(status.st_mode):
        raise DestinationError("destination.link", file=str(path))
    if not stat.S_ISREG(status.st_mode):
        key = "destination.folder" if stat.S_ISDIR(status.st_mode) else "destination.special"
        raise DestinationError(key, file=str(path))
    return stat.S_IMODE(status.st_mode)


@contextlib.contextmanager
def _located(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise _failed(path, error) from None


def _failed(path: Path, error: OSError | ValueError) -> DestinationError:
    return DestinationError("destination.failed", file=str(path), reason=reason_of(error))
