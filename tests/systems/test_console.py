"""The console of Windows: its code page, its colours, its pager, a pipe that closes."""

from __future__ import annotations

import ctypes
import errno
import io
import os
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from adhoc_cli.cli import session, streams
from adhoc_cli.cli.console import takes_colours
from adhoc_cli.cli.streams import OutputLost, RawOutput, open_streams, tell
from adhoc_cli.output import pager
from adhoc_cli.output.sink import Sink
from tests.cli.running import PROGRAM, adhoc
from tests.systems.pretended import WindowsOs


class Console(io.RawIOBase):
    """What `sys.stdout.buffer.raw` is there: it takes UTF-8, and shows what that says (PEP 528)."""

    def __init__(self) -> None:
        self.shown = ""

    def writable(self) -> bool:
        return True

    def isatty(self) -> bool:
        return True

    def write(self, data: Any, /) -> int:
        self.shown += bytes(data).decode()
        return len(data)


def test_a_console_shows_our_signs_whatever_its_code_page(monkeypatch: pytest.MonkeyPatch) -> None:
    console = Console()
    theirs = io.TextIOWrapper(io.BufferedWriter(console), encoding="utf-8")
    with monkeypatch.context() as patch:
        patch.setattr(sys, "stdout", theirs)
        open_streams()
        assert sys.stdout.isatty()
        sys.stdout.write("✗ Kledung → 3\n")
        sys.stdout.flush()
    assert console.shown == "✗ Kledung → 3\n"


@pytest.mark.parametrize("code_page", ["cp850", "cp437", "cp1252", "ascii"])
def test_a_pipe_gets_signs_of_its_code_page(code_page: str) -> None:
    sink = Sink(io.BytesIO(), code_page)
    shown = sink.show("✗ Kledung → 3 … “Dé”")
    assert shown.encode(code_page).decode(code_page).startswith('x Kledung -> 3 ... "D')


@pytest.mark.parametrize("code_page", ["cp850", "ascii"])
def test_what_is_said_on_stderr_too(code_page: str, monkeypatch: pytest.MonkeyPatch) -> None:
    written = io.BytesIO()
    monkeypatch.setattr(sys, "stderr", io.TextIOWrapper(written, code_page, "backslashreplace"))
    tell("“Kledung” → 3")
    assert written.getvalue().split() == [b'"Kledung"', b"->", b"3"]


def test_a_run_for_a_code_page() -> None:
    env = {"PYTHONIOENCODING": "cp850", "PYTHONUTF8": "0"}
    ran = adhoc("check", "data/temanggung", "--as-of", "2024-06-10", env=env, program=PROGRAM)
    assert ran.code == 0
    assert "\\" not in ran.out + ran.err


@pytest.mark.parametrize(
    ("system", "number", "told"),
    [
        ("nt", errno.EINVAL, errno.EPIPE),
        ("posix", errno.EINVAL, errno.EINVAL),
        ("nt", errno.ENOSPC, errno.ENOSPC),
    ],
)
def test_the_end_of_a_pipe(
    system: str, number: int, told: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Closed(Console):
        def write(self, data: Any, /) -> int:
            raise OSError(number, os.strerror(number))

    monkeypatch.setattr(streams, "os", SimpleNamespace(name=system))
    raw = RawOutput(Closed())
    with pytest.raises(OutputLost) as lost:
        raw.write(b"x")
    assert lost.value.code == told
    assert raw.write(b"xyz") == 3, "what Python still flushes"


# -- colours ---------------------------------------------------------------------------------------


class Kernel:
    """The functions of Windows that a console is set by."""

    def __init__(self, *, console: bool, colours: bool) -> None:
        self._console, self._colours = console, colours
        self.mode = 3

    def GetStdHandle(self, which: int) -> int:  # noqa: N802 - as Windows has it
        return which

    def GetConsoleMode(self, handle: int, mode: Any) -> bool:  # noqa: N802 - the same
        mode._obj.value = self.mode
        return self._console

    def SetConsoleMode(self, handle: int, mode: int) -> bool:  # noqa: N802 - the same
        if self._colours:
            self.mode = mode
        return self._colours


@pytest.mark.parametrize(
    ("console", "colours", "shown"),
    [(True, True, True), (True, False, False), (False, True, False)],
    ids=["windows-10", "windows-7", "no-console"],
)
def test_colours_without_term(
    console: bool,
    colours: bool,
    shown: bool,
    windows: WindowsOs,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    kernel = Kernel(console=console, colours=colours)
    monkeypatch.setattr(ctypes, "windll", SimpleNamespace(kernel32=kernel), raising=False)
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert session._colour() is takes_colours() is shown
    assert kernel.mode == (7 if shown else 3)
    monkeypatch.setenv("NO_COLOR", "1")
    assert session._colour() is False


@pytest.mark.parametrize(
    ("term", "forced", "shown"), [("xterm", "", True), ("dumb", "1", False), (None, "1", False)]
)
def test_colours_elsewhere_are_those_of_term(
    term: str | None, forced: str, shown: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.delenv("TERM", raising=False)
    if term is not None:
        monkeypatch.setenv("TERM", term)
    monkeypatch.setenv("FORCE_COLOR", forced)
    assert session._colour() is shown


# -- the pager -------------------------------------------------------------------------------------


def test_without_less_there_is_no_pager(
    windows: WindowsOs, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert pager.pager_of(None) == ()


@pytest.mark.parametrize(
    ("program", "encoding"), [("more.com", "cp850"), ("less.exe", "utf-8"), ("LESS.EXE", "utf-8")]
)
def test_more_reads_the_code_page(
    program: str, encoding: str, windows: WindowsOs, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "device_encoding", lambda _: "cp850")
    assert pager.encoding_for([program], "utf-8") == encoding
