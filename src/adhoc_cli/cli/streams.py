"""Standard output that tells its own loss, and standard error that never fails."""

import errno
import io
import os
import sys
from typing import Any, cast

from adhoc_cli.text.personal import without_personal


class OutputLost(Exception):  # noqa: N818 - what happened to the result, not an error of ours
    """The result did not reach standard output.

    It is no OSError, so that nothing which guards the reading of files, and no library which ends
    the run at a closed pipe, takes it for its own.
    """

    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.code = code


class RawOutput(io.RawIOBase):
    """Standard output, telling its own errors from those of other files.

    `into` is what Python writes to: the descriptor, or a console of Windows, which takes UTF-8
    whatever its code page is (PEP 528). None: it was closed at the start.
    """

    def __init__(self, into: Any) -> None:
        self._into = into
        self._lost = False

    def writable(self) -> bool:
        """Nothing is read from it."""
        return True

    def fileno(self) -> int:
        """That of standard output."""
        return 1

    def isatty(self) -> bool:
        """Whether somebody looks at it."""
        return self._into is not None and bool(self._into.isatty())

    def write(self, data: Any, /) -> int | None:
        """Write; after the first failure swallow what Python still flushes."""
        if self._lost:
            return memoryview(data).nbytes
        try:
            if self._into is None:
                raise OSError(errno.EBADF, "")
            return cast("int | None", self._into.write(data))
        except OSError as error:
            self._lost = True
            raise OutputLost(_number_of(error)) from None


def _number_of(error: OSError) -> int:
    """Windows says "invalid argument" where others say that the pipe is broken."""
    if os.name == "nt" and error.errno == errno.EINVAL:
        return errno.EPIPE
    return error.errno or errno.EIO


def open_streams() -> None:
    """Make writing safe: no lost result, no character that cannot be printed."""
    # With `>&-` there is no stdout at all, whatever the types say.
    closed, silent = sys.stdout is None, sys.stderr is None
    for descriptor in (0, 1, 2):
        try:
            os.fstat(descriptor)
        except OSError:  # closed by the caller: the next file must not land here
            os.open(os.devnull, os.O_RDWR)
    if silent:
        sys.stderr = open(2, "w", encoding="utf-8", closefd=False)  # noqa: SIM115 - a descriptor, for the whole run
    raw = RawOutput(None if closed else getattr(sys.stdout.buffer, "raw", sys.stdout.buffer))
    sys.stdout = io.TextIOWrapper(
        io.BufferedWriter(raw, 1 << 16),
        encoding="utf-8" if closed else sys.stdout.encoding,
        errors="backslashreplace",
        line_buffering=not closed and raw.isatty(),
    )


def tell(text: str) -> None:
    """Say one thing on stderr, masked; where even that cannot be written, nothing."""
    try:
        shown = without_personal(text)
        if not shown.isascii():
            from adhoc_cli.output.sink import encodable

            shown = encodable(shown, sys.stderr.encoding or "utf-8")
        print(shown, file=sys.stderr, flush=True)  # noqa: T201 - this is what speaks to people
    except OSError:
        return
