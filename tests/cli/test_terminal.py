"""On a terminal: colour where it is wanted, and a bar while a large folder is read."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

from adhoc_cli.rules.examples import Example
from tests.cli.conftest import made
from tests.cli.running import DAY, PROGRAM

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals")


class Seen(NamedTuple):
    """The exit code of a run on a terminal, and every byte that the terminal got."""

    code: int
    text: str


def on_terminal(
    *arguments: str, env: Mapping[str, str] | None = None, columns: int = 100, stderr: bool = True
) -> Seen:
    """Run adhoc on a pseudo-terminal."""
    import fcntl
    import struct
    import termios

    ours, theirs = os.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
    environment = {"PATH": os.environ["PATH"], "TERM": "xterm-256color", "LC_ALL": "C.UTF-8"}
    with subprocess.Popen(
        [*PROGRAM, *arguments],
        env={**environment, **(env or {})},
        stdin=theirs,
        stdout=theirs,
        stderr=theirs if stderr else subprocess.DEVNULL,
    ) as process:
        os.close(theirs)
        parts = []
        while part := _read(ours):
            parts.append(part)
        os.close(ours)
    return Seen(process.wait(), b"".join(parts).decode())


def _read(descriptor: int) -> bytes:
    try:
        return os.read(descriptor, 1 << 16)
    except OSError:  # Linux says so when the other side is closed
        return b""


def test_a_table_has_colour_where_it_is_wanted(gap: Path) -> None:
    coloured = on_terminal("check", str(gap), *DAY)
    assert coloured.code == 1
    assert "\x1b[" in coloured.text
    for arguments, env in ((["--no-color"], {}), ([], {"NO_COLOR": "1"}), ([], {"TERM": "dumb"})):
        plain = on_terminal("check", str(gap), *DAY, *arguments, env=env)
        assert plain.code == 1
        assert "\x1b" not in plain.text
        assert "33.23.01.2016" in plain.text
    piped_elsewhere = on_terminal("check", str(gap), *DAY, "--format", "json")
    assert "\x1b" not in piped_elsewhere.text


@pytest.mark.parametrize("columns", [30, 80, 200])
def test_no_code_is_cut_on_any_width(gap: Path, columns: int) -> None:
    for command in ("check", "quota"):
        seen = on_terminal(command, str(gap), *DAY, columns=columns)
        assert "33.23.01" in seen.text
        assert "…" not in seen.text


def test_help_and_errors_are_plain(gap: Path) -> None:
    for arguments in (["--help"], ["check", "--help"], ["chek"], ["explain", "X"]):
        assert "\x1b" not in on_terminal(*arguments).text


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that takes a while: 21 MB of attendance."""
    folder = made(tmp_path_factory.mktemp("cli") / "besar", Example())
    row = b"Bimtek PPK,2024-05-17,Wagiman Pitutur,PPK,33.23.01\n"
    header = b"kegiatan,tanggal,nama,badan,kode_wilayah\n"
    (folder / "bimtek.csv").write_bytes(header + row * (21_000_000 // len(row)))
    return folder


@pytest.mark.slow
def test_a_bar_shows_while_a_large_folder_is_read(gap: Path, large: Path) -> None:
    seen = on_terminal("check", str(large), *DAY, "--select", "F", "--lang", "en")
    assert seen.code == 0
    assert "Reading files" in seen.text
    assert "Checking" in seen.text
    after = seen.text.rpartition("Checking")[2]
    assert "\x1b[2K" in after, "the bar is wiped away"
    assert "Reading files" not in on_terminal("check", str(gap), *DAY, "--lang", "en").text
    alone = on_terminal("check", str(large), *DAY, "--select", "F", "--lang", "en", stderr=False)
    assert "Reading files" not in alone.text
