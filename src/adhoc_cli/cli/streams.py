"""Standard output that tells its own loss, and standard error that never fails."""

from __future__ import annotations

import errno
import io
import os
import sys
from typing import Any

from adhoc_cli.text.personal import without_personal


class OutputLost(Exception):  # noqa: N818 - what happened to the result, not an error of ours
    """The result did not reach standard output.

    It is no OSError, so that nothing which guards the reading of files, and no library which ends
    the run at a closed pipe, takes it for its own.
    """

    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.code = code


class RawOutput(io.FileIO):
    """File descriptor 1, telling its own errors from those of other files."""

    def __init__(self, *, closed_at_start: bool) -> None:
        super().__init__(1, "wb", closefd=False)
        self._closed_at_start = closed_at_start
        self._lost = False

    def write(self, data: Any, /) -> int:
        """Write; after the first failure swallow what Python still flushes."""
        if self._lost:
            return memoryview(data).nbytes
        if self._closed_at_start:
            self._lost = True
            raise OutputLost(errno.EBADF)
        try:
            return super().write(data)
        except OSError as error:
            self._lost = True
            raise OutputLost(error.errno or errno.EIO) from None


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
    raw = RawOutput(closed_at_start=closed)
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
        print(shown, file=sys.stderr, flush=True)  # noqa: T201 - this is what speaks to people
    except OSError:
        return
