"""A result longer than the screen goes through a pager, if there is one."""

from __future__ import annotations

import os
import shlex
import shutil
import signal
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from adhoc_cli.output.sink import Bytes

if TYPE_CHECKING:
    from subprocess import Popen

_USUAL = "less"


class _Left(Exception):  # noqa: N818 - the reader has seen enough, which is no error
    """The pager was left before all was written."""


def pager_of(wanted: str | None) -> tuple[str, ...]:
    """The command line of the pager that is `wanted` (None: the usual one); empty where it is not
    there, or none is wanted. Nothing is looked for in the current folder, which is a roster."""
    try:
        words = shlex.split(_USUAL if wanted is None else wanted, posix=os.name != "nt")
    except ValueError:  # a quote that is not closed
        words = []
    program = shutil.which(words[0].strip('"')) if words else None
    if program is None or Path(program).parent.resolve() == Path.cwd():
        return ()
    colours = ["-R"] if Path(program).stem.lower() == "less" else []
    return (program, *colours, *words[1:])


def encoding_for(pager: Sequence[str], usual: str) -> str:
    """The encoding that a pager takes. less is told that it is UTF-8; others of Windows, such as
    `more`, read the code page of the console."""
    if os.name != "nt" or Path(pager[0]).stem.lower() == "less":
        return usual
    return os.device_encoding(1) or usual


@contextmanager
def paged(screen: Bytes, command: Sequence[str], height: int) -> Iterator[Bytes]:
    """What takes the bytes for a screen of `height` lines, and gives more of them to the pager."""
    stream = _Paged(screen, command, height)
    try:
        with suppress(_Left):
            yield stream
    finally:
        stream.finish()


class _Paged:
    """Holds what fits on the screen until it is known whether there is more."""

    def __init__(self, screen: Bytes, command: Sequence[str], height: int) -> None:
        self._to = screen
        self._command = command
        self._height = height
        self._held = bytearray()
        self._pager: Popen[bytes] | None = None

    def write(self, data: bytes, /) -> object:
        """Take them. Raises `_Left` where the pager is gone."""
        self._held += data
        if self._pager or self._held.count(b"\n") >= self._height:
            self._begin()
            self._pass_on()
        return None

    def finish(self) -> None:
        """Write what is held; wait until the pager is left."""
        with suppress(_Left):
            self._pass_on()
        if self._pager and self._pager.stdin:
            with suppress(OSError):  # it was left
                self._pager.stdin.close()
            with _undisturbed():
                self._pager.wait()

    def _begin(self) -> None:
        if self._pager or not self._command:
            return
        from subprocess import PIPE, Popen

        # -F and -X: what fits is just shown, and what was read stays on the screen.
        settings = {"LESS": "FRX", "LESSCHARSET": "utf-8"} | os.environ
        try:
            self._pager = Popen(self._command, stdin=PIPE, env=settings)
        except OSError:  # it is there and cannot be started
            self._command = ()
        else:
            self._to = self._pager.stdin or self._to

    def _pass_on(self) -> None:
        held, self._held = bytes(self._held), bytearray()
        try:
            self._to.write(held)
        except OSError:  # a broken pipe, or what Windows calls an invalid argument
            if self._pager:
                raise _Left from None
            raise


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Ctrl-C is the pager's: it goes back from a search, and does not end what waits for it."""
    try:
        before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    except ValueError:  # not in the main thread
        yield
        return
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
