"""What a run of a command costs, its own process alone.

A child's peak counts what its parent had when it was made, and a worker of pytest has 450 MB: the
command is the child of a small process that does nothing else.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

_MEASURED = """
import json, resource, subprocess, sys
from pathlib import Path
code = subprocess.run(sys.argv[2:]).returncode
used = resource.getrusage(resource.RUSAGE_CHILDREN)
peak = used.ru_maxrss * (1 if sys.platform == "darwin" else 1024)
Path(sys.argv[1]).write_text(json.dumps([code, peak, used.ru_utime + used.ru_stime]))
"""


class Cost(NamedTuple):
    """How a run ended, what it said, its peak of memory in bytes, and the seconds of the processor
    that it and its children took: others may use this machine, too."""

    code: int
    out: str
    err: str
    peak: int
    seconds: float


def children_seconds() -> float:
    """The processor's seconds of all ended children."""
    spent = os.times()
    return spent.children_user + spent.children_system


def cost_of(
    command: Sequence[str], *, env: Mapping[str, str] | None = None, cwd: Path | None = None
) -> Cost:
    """Run `command` without any input; of its own children the largest counts."""
    with TemporaryDirectory() as folder:
        measured = Path(folder) / "measured.json"
        done = subprocess.run(
            [sys.executable, "-c", _MEASURED, str(measured), *command],
            cwd=cwd,
            env=dict(os.environ if env is None else env),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            check=True,
            timeout=300,
        )
        code, peak, seconds = json.loads(measured.read_text())
    return Cost(code, done.stdout, done.stderr, peak, seconds)
