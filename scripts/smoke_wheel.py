"""Try the wheel as it is installed: without an extra, with each one alone, and with all of them.

    python -m scripts.smoke_wheel DIST ENVIRONMENT

The environment is made anew: the wheel of DIST, the locked libraries and nothing else, not even
pip. It stays, with every extra, for the list of what is in it (`make sbom`, `make licences`).
"""

from __future__ import annotations

import subprocess
import sys
import venv
from collections.abc import Iterator
from pathlib import Path

from scripts.smoke import failures

_LOCKS = Path("requirements")
# What an extra brings; without it the extra is not there.
_LIBRARY = {"fast": "pyarrow", "pdf": "fpdf2", "docx": "docxtpl"}


def main(dist: Path, environment: Path) -> int:
    """Install and try; 1 when a command went otherwise than it must."""
    (wheel,) = dist.glob("adhoc_cli-*.whl")
    venv.create(environment, clear=True, symlinks=sys.platform != "win32")
    python = environment / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    found: list[str] = []
    for extras in _installed(python, wheel):
        what = ", ".join(extras) or "no extra"
        print(f"{wheel.name} with {what}", flush=True)
        found += [f"with {what}: {one}" for one in failures(python.with_name("adhoc"), extras)]
    print("\n".join(found) or "all well", file=sys.stderr if found else sys.stdout)
    return bool(found)


def _installed(python: Path, wheel: Path) -> Iterator[tuple[str, ...]]:
    """Install one set of extras after the other; the last is all of them."""
    _pip(python, "install", "--require-hashes", "-r", str(_LOCKS / "run.txt"))
    _pip(python, "install", "--no-deps", "--no-index", str(wheel))
    yield ()
    for extra in _LIBRARY:
        _pip(python, "install", "--require-hashes", "-r", str(_LOCKS / "extras.txt"))
        others = [library for name, library in _LIBRARY.items() if name != extra]
        _pip(python, "uninstall", "--yes", *others)
        yield (extra,)
    _pip(python, "install", "--require-hashes", "-r", str(_LOCKS / "extras.txt"))
    yield tuple(_LIBRARY)


def _pip(python: Path, *words: str) -> None:
    """This Python's pip, working on the other one."""
    quiet = ["--quiet", "--quiet", "--disable-pip-version-check", "--no-input"]
    command = [sys.executable, "-m", "pip", "--python", str(python), *quiet, *words]
    subprocess.run(command, check=True)


if __name__ == "__main__":
    sys.exit(main(*map(Path, sys.argv[1:])))
