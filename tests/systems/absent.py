"""adhoc without what only Unix has: `test_absent.py` runs this in a process of its own."""

from __future__ import annotations

import os
import pkgutil
import shutil
import signal
import sys
import tempfile
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

import filelock

# What Windows has no module for, and what its Python lacks in those that it has.
MODULES = (
    "fcntl", "grp", "posix", "pty", "pwd", "readline", "resource", "syslog", "termios", "tty",
)  # fmt: skip
SIGNALS = ("SIGHUP", "SIGKILL", "SIGPIPE", "SIGQUIT", "SIGUSR1", "SIGALRM", "SIGCHLD", "SIGTSTP")
# Not O_NONBLOCK, with which shutil removes folders here.
OF_OS = (
    "chown", "fchmod", "fchown", "fork", "getegid", "geteuid", "getgid", "getpgid", "getuid",
    "killpg", "mkfifo", "nice", "pread", "pwrite", "setsid", "sync", "sysconf", "ttyname",
    "O_CLOEXEC", "O_DIRECTORY", "O_NOFOLLOW", "O_SYNC",
)  # fmt: skip
VARIABLES = {
    "USERNAME": "budi",
    "USERPROFILE": r"C:\Users\budi",
    "APPDATA": r"C:\Users\budi\AppData\Roaming",
    "PATH": "",
    "PROMPT": "$P$G",
}


class Lock:
    """Stands for the library's lock of Windows, which no other system can take."""

    def __init__(self, path: Path, *, on_acquired: Callable[[int], None], **_: object) -> None:
        self._path, self._signed = path, on_acquired
        self._descriptor = -1

    def acquire(self) -> None:
        """Take it: there is nobody else."""
        self._descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT)
        self._signed(self._descriptor)

    def release(self) -> None:
        """Let it go."""
        os.close(self._descriptor)


def main(folder: str) -> None:
    """Import every module, then run the commands over a copy of the roster in `folder`."""
    filelock.FileLock = Lock  # type: ignore[assignment]
    sys.modules.update(dict.fromkeys(MODULES))  # type: ignore[arg-type]  # None: not to be imported
    for module, names in ((signal, SIGNALS), (os, OF_OS)):
        for name in filter(vars(module).get, names):
            delattr(module, name)
    os.environ.clear()
    os.environ.update(VARIABLES)

    import adhoc_cli
    from adhoc_cli.cli.start import main as adhoc

    for found in pkgutil.walk_packages(adhoc_cli.__path__, "adhoc_cli."):
        if not found.name.endswith("__main__"):
            import_module(found.name)
    with tempfile.TemporaryDirectory() as place:
        roster = shutil.copytree(folder, Path(place, "roster"))
        for arguments in commands(str(roster), place):
            code = adhoc(["--lang", "id", *arguments])
            sys.stderr.write(f"{arguments[0]}: {code}\n")


def commands(roster: str, place: str) -> list[list[str]]:
    """One of each kind: what reads, what writes a file, what marks, what starts a process."""
    day = ["--as-of", "2024-06-10"]
    book = str(Path(place, "kerja.xlsx"))
    return [
        ["check", roster, *day],
        ["checklist", "mark", "33.23.01", "PPK-04", "-C", roster, "--status", "dijadwalkan",
         "--date", "2024-06-12"],
        ["report", roster, *day, "-o", str(Path(place, "laporan.html"))],
        ["sheets", "out", roster, "-o", book, *day],
        ["sheets", "in", book, "-C", roster, *day],
        ["set", "33.23.01", "Dimas Yulianto", "--sk", "1/2024", "-C", roster],
    ]  # fmt: skip


if __name__ == "__main__":
    main(sys.argv[1])
