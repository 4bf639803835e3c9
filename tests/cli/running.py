"""The command: in a process of its own, or within this one, which is quicker.

A process of its own is a fork of one that has imported everything (`warm.py`). Where the start is a
part of the test (another environment of Python, a locale, code that runs before ours), the program
is started as a user starts it: `PROGRAM`.
"""

from __future__ import annotations

import contextlib
import io
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple
from unittest.mock import patch

from adhoc_cli.cli.start import main
from tests.cli.warm import warm_program

# Of the person on line 3 of the base roster: it may show nowhere.
NIK = "3323014202810002"
DAY = ("--as-of", "2024-06-10")
_SCRIPT = Path(sys.executable).with_name("adhoc")
PROGRAM: Sequence[str] = [str(_SCRIPT)] if _SCRIPT.exists() else [sys.executable, "-m", "adhoc_cli"]
# What Python itself reads when it starts.
_AT_THE_START = ("PYTHON", "LC_", "LANG")


class Ran(NamedTuple):
    """How a run ended, and what it wrote."""

    code: int
    out: str
    err: str


def adhoc(
    *arguments: str,
    env: Mapping[str, str] | None = None,
    cwd: Path | None = None,
    redirect: str = "",
    program: Sequence[str] | None = None,
    stdin: str | None = None,
) -> Ran:
    """Run adhoc in an environment of only PATH and `env`; `redirect` goes to bash as it stands."""
    command = [*(program or quickest(env)), *arguments]
    if redirect:
        command = ["bash", "-o", "pipefail", "-c", f'"$@" {redirect}', "bash", *command]
    done = subprocess.run(
        command,
        env={"PATH": os.environ["PATH"], **(env or {})},
        cwd=cwd,
        input=stdin,
        capture_output=True,
        encoding="utf-8",
        errors="surrogateescape",
        check=False,
        timeout=120,
    )
    return _checked(Ran(done.returncode, done.stdout, done.stderr))


def quickest(env: Mapping[str, str] | None = None) -> Sequence[str]:
    """The command line of adhoc that is there first in this environment."""
    if any(name.startswith(_AT_THE_START) for name in env or {}):
        return PROGRAM
    return warm_program() or PROGRAM


def inside(
    *arguments: str,
    env: Mapping[str, str] | None = None,
    cwd: Path | None = None,
    screen: bool = False,
) -> Ran:
    """Run adhoc within this process: what it says is the same, how it ends is not all there.
    `screen`: its output goes to a terminal without colours."""
    out, err = _stream(_Screen if screen else io.TextIOWrapper), _stream()
    given = {"PATH": os.environ["PATH"], **({"NO_COLOR": "1"} if screen else {}), **(env or {})}
    clean = patch.dict(os.environ, given, clear=True)
    here = contextlib.chdir(cwd or Path())
    with clean, here, contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = main(arguments)
    return _checked(Ran(code, _text(out), _text(err)))


class _Screen(io.TextIOWrapper):
    def isatty(self) -> bool:
        return True


def _stream(kind: type[io.TextIOWrapper] = io.TextIOWrapper) -> io.TextIOWrapper:
    return kind(io.BytesIO(), encoding="utf-8", errors="backslashreplace")


def _text(stream: io.TextIOWrapper) -> str:
    stream.seek(0)
    return stream.read()


def _checked(ran: Ran) -> Ran:
    assert "Traceback" not in ran.out + ran.err, ran.err
    assert "\x1b" not in ran.out + ran.err, "ANSI off a terminal"
    return ran
