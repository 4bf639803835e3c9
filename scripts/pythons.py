"""Which Pythons from 3.11 on this machine has, the oldest first: `3.12 /usr/bin/python3.12` a line.

A name on the PATH is not enough: a shim of pyenv may stand for nothing.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

_OLDEST, _NEWEST = 11, 30
_ASK = "import sys; print(sys.executable if sys.version_info[:2] == (3, {}) else '')"


def pythons() -> dict[int, str]:
    """The minor versions that are here, with the program of each."""
    found = {minor: _one(minor) for minor in range(_OLDEST, _NEWEST)}
    return {minor: path for minor, path in found.items() if path}


def _one(minor: int) -> str:
    return next(filter(None, (_answer(path, minor) for path in _candidates(minor))), "")


def _candidates(minor: int) -> Iterator[Path]:
    """Where a Python may be: the PATH, and what pyenv has installed and does not show."""
    name = f"python3.{minor}"
    for folder in os.get_exec_path():
        yield Path(folder) / name
    root = Path(os.environ.get("PYENV_ROOT") or Path.home() / ".pyenv")
    yield from sorted(root.glob(f"versions/*/bin/{name}"))


def _answer(path: Path, minor: int) -> str:
    """The program that `path` starts; empty where it starts none of this version."""
    if not path.exists():
        return ""
    asked = [str(path), "-c", _ASK.format(minor)]
    return subprocess.run(asked, capture_output=True, text=True, check=False).stdout.strip()


if __name__ == "__main__":
    for version, program in pythons().items():
        print(f"3.{version} {program}")
