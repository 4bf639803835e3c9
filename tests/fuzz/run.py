"""All targets with atheris, some at once, each for a time; `make fuzz` and `make fuzz-short`.

usage: python -m tests.fuzz.run [--seconds N] [--jobs N] [--seed N] [TARGET…]

What is found on the way is kept in .fuzz/TARGET beside the saved corpus and used again. Exit code 1
where a target ended in a crash, a time-out or too much memory; 2 where atheris cannot be had.
"""

from __future__ import annotations

import argparse
import os
import re
import shlex
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from tests.fuzz.targets import TARGETS, folders_of

WORK = Path(".fuzz")
WORDS = Path(__file__).with_name("words.dict")
LIMITS = ("-rss_limit_mb=2048", "-timeout=10", "-max_len=65536")
_MEMORY = Path("/dev/shm")
_STATUS = re.compile(r"^#(\d+)\s.*\bcov: (\d+) ft: (\d+) corp: (\d+)/", re.MULTILINE)
_WRITTEN = re.compile(r"Test unit written to (\S+)")
_CHATTER = ("#", "INFO: Instrumenting", "WARNING: Failed to find function")
_SMALLER = "-minimize_crash=1 -runs=10000"
_LAST = 40  # lines of what a broken target said: its traceback stands in them
_MISSING = """\
THE FUZZ TARGETS WERE NOT RUN: atheris is not installed in this Python.
It has wheels for Linux with Python 3.11 to 3.13 only; this is {platform} with Python {version}.
With such a Python: make PYTHON=python3.13 fuzz. The saved inputs run everywhere, in make test.
"""


@dataclass(frozen=True)
class Ran:
    """How one target ended: its exit code, what it counted, the input that broke it."""

    target: str
    code: int
    seconds: float
    executions: int
    coverage: int
    features: int
    corpus: int
    broken: str | None
    log: str


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the targets, print a line for each, and how to repeat what broke."""
    asked = _parser().parse_args(arguments)
    if find_spec("atheris") is None:
        version = ".".join(map(str, sys.version_info[:3]))
        sys.stderr.write(_MISSING.format(platform=sys.platform, version=version))
        return 2
    _say(f"{'target':9} {'seconds':>7} {'executions':>10} {'a second':>8} {'branches':>8} "
         f"{'features':>8} {'corpus':>6}")  # fmt: skip
    with ThreadPoolExecutor(asked.jobs) as pool:
        ended = list(pool.map(lambda one: _run(one, asked.seconds, asked.seed), asked.target))
    broken = [ran for ran in ended if ran.code]
    for ran in broken:
        _say(_repeated(ran))
    return 1 if broken else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="tests.fuzz.run", description=__doc__.split("\n")[0])
    parser.add_argument("--seconds", type=int, default=20, help="of each target")
    parser.add_argument("--seed", type=int, default=0, help="0: another one each time")
    parser.add_argument("--jobs", type=int, default=2, help="targets at once")
    parser.add_argument("target", nargs="*", default=list(TARGETS), metavar="TARGET")
    return parser


def _run(target: str, seconds: int, seed: int) -> Ran:
    found = WORK / target
    found.mkdir(parents=True, exist_ok=True)
    command = [
        sys.executable, "-m", "tests.fuzz.one", target, *LIMITS, f"-max_total_time={seconds}",
        f"-seed={seed}", f"-dict={WORDS}", f"-artifact_prefix={WORK}/{target}-", str(found),
        *map(str, folders_of(target)),
    ]  # fmt: skip
    began = time.monotonic()
    with tempfile.TemporaryDirectory(dir=_MEMORY if _MEMORY.is_dir() else None) as folder:
        environment = {**os.environ, "TMPDIR": folder, "PYTHONHASHSEED": "0"}
        done = subprocess.run(
            command, env=environment, check=False, text=True, errors="replace",
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        )  # fmt: skip
    ran = _ended(target, done, time.monotonic() - began)
    _say(f"{ran.target:9} {ran.seconds:7.0f} {ran.executions:10,} "
         f"{ran.executions / ran.seconds:8.0f} {ran.coverage:8,} {ran.features:8,} "
         f"{ran.corpus:6,}{'' if ran.code == 0 else '  FAILED'}")  # fmt: skip
    return ran


def _ended(target: str, done: subprocess.CompletedProcess[str], seconds: float) -> Ran:
    log = done.stdout
    told = _STATUS.findall(log)
    executions, coverage, features, corpus = map(int, told[-1]) if told else (0, 0, 0, 0)
    written = _WRITTEN.search(log)
    code = done.returncode or (0 if told else 1)  # a target that ran nothing has not passed
    return Ran(
        target, code, seconds, executions, coverage, features, corpus,
        written[1] if written else None, log,
    )  # fmt: skip


def _repeated(ran: Ran) -> str:
    """What a target said at its end, and how to see it again."""
    told = [line for line in ran.log.rstrip().split("\n") if not line.startswith(_CHATTER)]
    lines = [f"\n{ran.target} FAILED (exit code {ran.code})", *told[-_LAST:]]
    if ran.broken is not None:
        file = shlex.quote(ran.broken)
        lines += [
            f"The input: {ran.broken}",
            f"Again:     .venv/bin/python -m tests.fuzz.targets {ran.target} {file}",
            f"Smaller:   .venv-fuzz/bin/python -m tests.fuzz.one {ran.target} {_SMALLER} {file}",
        ]
    return "\n".join(lines)


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
