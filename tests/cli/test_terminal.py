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
from tests.cli.running import DAY, PROGRAM, adhoc, quickest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals")


class Seen(NamedTuple):
    """The exit code of a run on a terminal, and every byte that the terminal got."""

    code: int
    text: str


def on_terminal(
    *arguments: str,
    env: Mapping[str, str] | None = None,
    columns: int = 100,
    stderr: bool = True,
    quickly: bool = True,
) -> Seen:
    """Run adhoc on a pseudo-terminal."""
    import fcntl
    import struct
    import termios

    ours, theirs = os.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
    environment = {
        "PATH": os.environ["PATH"],
        "TERM": "xterm-256color",
        "LC_ALL": "C.UTF-8",
        "PAGER": "",
    }
    with subprocess.Popen(
        [*(quickest(env) if quickly else PROGRAM), *arguments],
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
    assert coloured == on_terminal("check", str(gap), *DAY, quickly=False)
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


_LONG = ("check", "data/temanggung", *DAY)  # longer than 40 lines


def _paged(pager: str, *more: str, folder: str = "data/temanggung") -> Seen:
    return on_terminal("check", folder, *DAY, "--fail-on", "warning", *more, env={"PAGER": pager})


def test_what_is_longer_than_the_screen_goes_through_the_pager(tmp_path: Path, gap: Path) -> None:
    kept = tmp_path / "kept"
    seen = _paged(f"tee '{kept}'")
    assert seen.code == 1
    assert kept.read_text(encoding="utf-8") == seen.text.replace("\r\n", "\n")
    assert "\x1b[" in seen.text
    assert "Hasil:" in seen.text.splitlines()[-1]
    kept.unlink()
    assert "Hasil:" in _paged(f"tee '{kept}'", folder=str(gap)).text
    assert not kept.exists(), "it fits"


def test_the_pager_of_adhoc_comes_before_that_of_the_system(tmp_path: Path) -> None:
    env = {"ADHOC_PAGER": f"tee '{tmp_path}/ours'", "PAGER": f"tee '{tmp_path}/theirs'"}
    assert on_terminal(*_LONG, env=env).code == 0
    assert [path.name for path in tmp_path.iterdir()] == ["ours"]


def test_no_pager_where_none_is_wanted(tmp_path: Path) -> None:
    env = {"ADHOC_PAGER": f"tee '{tmp_path}/kept'"}
    on_terminal(*_LONG, "--no-pager", env=env)
    on_terminal(*_LONG, env=env | {"TERM": "dumb"})
    on_terminal(*_LONG, "--format", "csv", env=env)
    on_terminal(*_LONG, "-o", str(tmp_path / "a.txt"), env=env)
    assert "Hasil:" in adhoc(*_LONG, env=env).out
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


def test_a_pager_that_cannot_be_had_loses_nothing(tmp_path: Path) -> None:
    broken = tmp_path / "rusak"
    broken.write_text("#!/tidak/ada\n", encoding="utf-8")
    broken.chmod(0o755)
    whole = _paged("")
    assert whole.code == 1
    for pager in ("tidak-ada-program", str(broken), "less 'tidak ditutup", " "):
        assert _paged(pager) == whole


def test_a_reader_who_leaves_the_pager_ends_nothing_else(tmp_path: Path) -> None:
    pager = tmp_path / "cukup"
    pager.write_text("#!/bin/sh\nhead -n 1\n", encoding="utf-8")
    pager.chmod(0o755)
    seen = _paged(str(pager), "--limit", "0", "--verbose")
    assert seen.code == 1
    assert seen.text.splitlines() == ["\x1b[1mPemeriksaan data/temanggung\x1b[0m"]


def test_less_shows_colours(tmp_path: Path) -> None:
    less = tmp_path / "less"
    less.write_text('#!/bin/sh\necho "$@ $LESS"; cat >/dev/null\n', encoding="utf-8")
    less.chmod(0o755)
    assert _paged(f"{less} -S").text.split() == ["-R", "-S", "FRX"]
