"""What the tests of the journal share: a driver to start, and a reader that is not ours."""

from __future__ import annotations

import csv
import os
import stat
import subprocess
import sys
from pathlib import Path
from typing import BinaryIO

import filelock

import adhoc_cli

FILE = "koordinasi.csv"
LOCK = ".koordinasi.csv.lock"
ASIDE = FILE + ".terpotong-"
HEADER = "waktu,operator,kode_wilayah,butir,status,tanggal,bukti,catatan\n"
DRIVER = Path(__file__).with_name("driver.py")
ENV = {
    **os.environ,
    # Without site, which takes a fifth of the start of a process.
    "PYTHONPATH": os.pathsep.join(
        str(Path(one.__path__[0]).parent) for one in (adhoc_cli, filelock)
    ),
    "PYTHONHASHSEED": "0",
    "PYTHONDONTWRITEBYTECODE": "1",
}
WINDOWS = sys.platform == "win32"


def command(*arguments: object) -> list[str]:
    """The command line that starts the driver; what it needs is named to it."""
    return [sys.executable, "-S", str(DRIVER), *map(str, arguments)]


def start(*arguments: object, stdout: int | BinaryIO = subprocess.PIPE) -> subprocess.Popen[str]:
    """The driver, started."""
    return subprocess.Popen(
        command(*arguments),
        stdin=subprocess.PIPE,
        stdout=stdout,
        stderr=subprocess.PIPE,
        text=True,
        env=ENV,
    )


def run(*arguments: object, before: tuple[str, ...] = ()) -> subprocess.CompletedProcess[str]:
    """The driver, run to its end; `before` stands before its command line (strace and the like)."""
    return subprocess.run(
        [*before, *command(*arguments)],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        env=ENV,
        check=False,
        timeout=300,
    )


def rows(folder: Path) -> list[list[str]]:
    """The cells of every line below the header. Fails on a line that is not whole."""
    text = (folder / FILE).read_bytes().decode()
    assert text.startswith(HEADER)
    assert text.endswith("\n")
    read = list(csv.reader(text.splitlines(keepends=True), strict=True))[1:]
    assert all(len(row) == 8 for row in read)
    assert text.count("\n") == len(read) + 1
    return read


def evidence(folder: Path) -> list[str]:
    """The evidence of every line, in order."""
    return [row[6] for row in rows(folder)]


def assert_tidy(folder: Path) -> None:
    """Only the journal, its lock and what was set aside are there; all for the owner alone."""
    for path in folder.iterdir():
        assert path.name in {FILE, LOCK} or path.name.startswith(ASIDE), path.name
        if not WINDOWS:
            assert stat.S_IMODE(path.stat().st_mode) == 0o600, path.name
