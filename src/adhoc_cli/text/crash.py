"""Where a program of ours crashed."""

import traceback
from pathlib import Path, PureWindowsPath
from types import TracebackType

_PACKAGE = str(Path(__file__).parent.parent)


def place_of(trace: TracebackType | None) -> str:
    """`file.py:line` of the innermost frame of ours, else of all; the message stays out: it may
    quote a cell. `?` without frames."""
    frames = traceback.extract_tb(trace)
    ours = [frame for frame in frames if frame.filename.startswith(_PACKAGE)]
    for frame in reversed(ours or frames):
        return f"{PureWindowsPath(frame.filename).name}:{frame.lineno}"  # of any system
    return "?"
