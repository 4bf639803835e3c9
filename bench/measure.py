"""Runs a command and says how long it took and how much memory it held at most."""

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
ADHOC = str(Path(sys.executable).with_name("adhoc"))
BLOCK = 1 << 20  # bytes that are read at once
FINDINGS = 1  # the exit code of a check that ran to its end and found something


class Run(NamedTuple):
    """One run of a command: wall and processor time, and the peak of its resident memory."""

    seconds: float
    processor: float
    peak_bytes: int


class Runs(NamedTuple):
    """Several runs of the same command."""

    name: str
    runs: Sequence[Run]

    @property
    def seconds(self) -> float:
        """The median of the wall times: one slow run does not move it."""
        return median(run.seconds for run in self.runs)

    @property
    def processor(self) -> float:
        """The median of the processor times."""
        return median(run.processor for run in self.runs)

    @property
    def peak_bytes(self) -> int:
        """The highest peak: memory that was needed once has to be there."""
        return max(run.peak_bytes for run in self.runs)


def environment() -> dict[str, str]:
    """Return what a user's command finds: compiled modules are kept, nothing is coloured."""
    unlike_a_user = {"PYTHONDONTWRITEBYTECODE", "PYTHONPATH", "FORCE_COLOR"}
    return {name: value for name, value in os.environ.items() if name not in unlike_a_user}


def run(
    command: Sequence[str], *, output: Path | None = None, allowed: Sequence[int] = (0,)
) -> Run:
    """Run `command` in the project's folder, its standard output in `output` or nowhere.

    The peak is the kernel's own (`ru_maxrss`); of a command that starts others it is that of the
    largest of them, not their sum. An exit code that is not `allowed` ends the bench: the time of
    a command that failed says nothing.
    """
    with Path(output or os.devnull).open("wb") as out:
        start = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=ROOT, env=environment(), stdin=subprocess.DEVNULL, stdout=out
        )
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in allowed:
        sys.exit(f"bench: exit code {process.returncode} from {' '.join(command)}")
    unit = 1 if sys.platform == "darwin" else 1024  # macOS counts bytes, Linux KiB
    return Run(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * unit)


class Side(NamedTuple):
    """A command that takes turns with others, by the name that tables give it."""

    name: str
    command: Sequence[str]
    allowed: Sequence[int] = (0,)


def in_turns(sides: Sequence[Side], runs: int) -> list[Runs]:
    """Let the commands take turns, so that whatever else the machine does meets all of them.

    A round before the first fills the page cache and is not counted."""
    rounds = [[run(side.command, allowed=side.allowed) for side in sides] for _ in range(runs + 1)]
    return [
        Runs(side.name, of) for side, of in zip(sides, zip(*rounds[1:], strict=True), strict=True)
    ]
