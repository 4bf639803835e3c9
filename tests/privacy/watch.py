"""What a run asks of the system, as Python's own audit events tell it."""

from __future__ import annotations

import os
import sys
import sysconfig
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import adhoc_cli

# Nothing of these is ever asked for. (To make the name of a host is no event of them.)
FORBIDDEN = (
    "socket.", "ssl.", "urllib.", "http.", "ftplib.", "smtplib.", "poplib.", "imaplib.",
    "nntplib.", "telnetlib.", "webbrowser.", "syslog.",
    "os.system", "os.exec", "os.fork", "os.forkpty", "os.spawn", "os.startfile",
    "pty.", "ctypes.dlopen",
)  # fmt: skip
# By the module that is run with `-m`: the reader of workbooks, which a bomb may bring down.
CHILDREN = ("adhoc_cli.intake.workbook_child",)
_READ_ONLY = tuple(
    os.path.realpath(folder)
    for folder in {
        str(Path(adhoc_cli.__file__).parent),  # the law, the texts, the templates, the places
        str(Path(__file__).parent),  # the frames of a fault show the lines that brought it about
        sys.prefix,  # modules that a command imports, and what they bring: fonts, time zones
        sys.base_prefix,
        sysconfig.get_path("stdlib"),
        sysconfig.get_path("purelib"),
        "/usr/share/zoneinfo",  # of `zoneinfo`, where the system has it
        "/usr/lib/locale",
        "/usr/share/locale",
        "/proc/self",  # its own memory, as pyarrow asks for it
        "/sys/devices/system",  # how many processors there are
        "/etc/mime.types",  # of `mimetypes`, which docx imports
        "/etc/localtime",
    }
)
_PATHS = ("open", "os.listdir", "os.scandir", "os.mkdir", "os.remove", "os.rename", "os.rmdir",
          "os.link", "os.symlink", "os.truncate", "os.chmod", "shutil.rmtree", "glob.glob",
          "tempfile.mkstemp", "tempfile.mkdtemp", "shutil.copyfile", "shutil.move")  # fmt: skip


class Heard:
    """What one run asked for: what it may not, and what its processes were given."""

    def __init__(self, roots: tuple[Path, ...]) -> None:
        self.roots = tuple(os.path.realpath(root) for root in roots)
        self.wrong: list[str] = []
        self.given: list[str] = []

    def event(self, name: str, arguments: tuple[Any, ...]) -> None:
        """Take one event in."""
        if name == "subprocess.Popen":
            self._process(*arguments)
        elif name == "os.posix_spawn":  # the same process again, from Python 3.13 on
            program, words, environment = arguments
            self._process(program, words, None, environment)
        elif name.startswith(FORBIDDEN):
            self.wrong.append(name)
        elif name in _PATHS:
            writes = name != "open" or _writes(arguments)
            for path in arguments[: 2 if name in {"os.rename", "os.link", "os.symlink"} else 1]:
                self._path(name, path, writes=writes and not name.endswith(("dir", "glob")))

    def _process(self, program: Any, words: Any, _cwd: Any, environment: Any) -> None:
        said = [os.fsdecode(one) for one in words]
        self.given += [*said, *(f"{key}={value}" for key, value in (environment or {}).items())]
        if os.fsdecode(program) != sys.executable or said[-1] not in CHILDREN:
            self.wrong.append(f"process {said}")

    def _path(self, name: str, path: Any, *, writes: bool) -> None:
        if not isinstance(path, str | bytes | os.PathLike):
            return  # the number of a file that is open
        place = os.path.realpath(os.fsdecode(path))
        if Path(place).parent.name == "__pycache__":
            return  # Python keeps what it compiled
        if _within(place, self.roots) or place == os.path.realpath(os.devnull):
            return
        if name == "os.listdir" and place in map(os.path.realpath, sys.path):
            return  # where Python looks for a module
        if writes or not _within(place, _READ_ONLY):
            self.wrong.append(f"{name} {place}")


def _writes(arguments: tuple[Any, ...]) -> bool:
    """Whether a file is opened to be written to, by its mode or its flags."""
    _, mode, flags = (*arguments, None, 0)[:3]
    if isinstance(mode, str):
        return any(sign in mode for sign in "wax+")
    return bool((flags or 0) & (os.O_WRONLY | os.O_RDWR | os.O_CREAT))


def _within(place: str, folders: tuple[str, ...]) -> bool:
    return any(place == folder or place.startswith(folder + os.sep) for folder in folders)


_LISTENING: list[Heard] = []
_installed = False


def _hear(name: str, arguments: tuple[Any, ...]) -> None:
    for one in tuple(_LISTENING):
        one.event(name, arguments)


@contextmanager
def heard(*roots: Path) -> Iterator[Heard]:
    """What is asked for until the end of the block; below `roots` every file may be."""
    global _installed  # noqa: PLW0603 - a hook of Python stays until the end of the process
    if not _installed:
        sys.addaudithook(_hear)
        _installed = True
    one = Heard(roots)
    _LISTENING.append(one)
    try:
        yield one
    finally:
        _LISTENING.remove(one)
