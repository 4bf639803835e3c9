"""The network is never asked for, by any way that Python or the system has; and the ear that says
so hears it."""

from __future__ import annotations

import re
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.cli.running import PROGRAM
from tests.intake.workbooks import HEADER, ROW, xlsx
from tests.privacy.place import DAY, sound
from tests.privacy.watch import heard

_SRC = Path(__file__).parents[2] / "src"
# What speaks to other machines. `urllib.parse` only takes addresses apart.
_OF_A_NETWORK = {
    "socket", "ssl", "http", "urllib.request", "urllib.error", "ftplib", "smtplib", "poplib",
    "imaplib", "telnetlib", "xmlrpc", "socketserver", "asyncio", "webbrowser", "requests", "httpx",
}  # fmt: skip
# For the names of users and hosts libc asks a daemon of this machine, if there is one.
_OF_THIS_MACHINE = re.compile(r"socket\(AF_UNIX|sun_path=\"/(?:var/)?run/nscd/socket\"")
_CALL = re.compile(r"\b(?:socket|connect|bind|sendto|sendmsg|listen|accept4?)\(")


def _socket(_: Path) -> None:
    socket.socket().close()


def _program(_: Path) -> None:
    subprocess.run(["true"], check=True)


def _reading(_: Path) -> None:
    Path("/etc/hostname").exists()
    Path("/etc/passwd").read_bytes()


def _writing(folder: Path) -> None:
    (folder.parent / "anywhere").write_text("x")


@pytest.mark.parametrize("asks", [_socket, _program, _reading, _writing])
def test_what_is_asked_for_is_heard(asks: Callable[[Path], None], tmp_path: Path) -> None:
    own = tmp_path / "own"
    own.mkdir()
    with heard(own) as listened:
        (own / "a").write_text("x")
        (own / "a").replace(own / "b")
    assert listened.wrong == []
    with heard(own) as listened:
        asks(own)
    assert listened.wrong


_IMPORT = re.compile(r"^\s*(?:from|import) ([\w.]+)", re.MULTILINE)


def _imported() -> Iterator[tuple[Path, str]]:
    for file in _SRC.rglob("*.py"):
        yield from ((file, name) for name in _IMPORT.findall(file.read_text(encoding="utf-8")))


def test_nothing_that_speaks_to_other_machines_is_imported() -> None:
    found = list(_imported())
    assert len(found) > 1_000
    assert [one for one in found if one[1] in _OF_A_NETWORK] == []


@pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed")
def test_the_system_is_asked_for_no_socket(tmp_path: Path) -> None:
    folder, trace = sound(tmp_path / "roster"), tmp_path / "trace"
    book = xlsx(tmp_path / "buku.xlsx", {"Lembar": [HEADER, ROW]})
    lines = (
        ("report", str(folder), "--as-of", DAY, "-o", str(tmp_path / "laporan.html")),
        ("import", str(book), "--as", "anggota", "-o", str(folder), "--replace"),
    )
    for words in lines:
        command = ["strace", "-f", "-qq", "-e", "trace=network,execve", "-o", str(trace)]
        done = subprocess.run([*command, *PROGRAM, *words], capture_output=True, check=False)
        assert done.returncode in (0, 1), done.stderr
        calls = trace.read_text().splitlines()
        assert [
            one for one in calls if _CALL.search(one) and not _OF_THIS_MACHINE.search(one)
        ] == []
        started = {one.split('"')[1] for one in calls if "execve(" in one and one.endswith("= 0")}
        assert len(started) <= 2, "the program, and the Python that reads a workbook"
        assert started <= {PROGRAM[0], sys.executable}
