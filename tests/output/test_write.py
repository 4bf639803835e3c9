from __future__ import annotations

import errno
import io
import os
import stat
import sys
from pathlib import Path
from typing import Any

import pytest

from adhoc_cli.output.document import Document, Paragraph, line
from adhoc_cli.output.sink import Bytes, DestinationError
from adhoc_cli.output.view import Records, View
from adhoc_cli.output.write import deliver, write_file
from adhoc_cli.text.catalogue import texts
from adhoc_cli.text.system import reason_of

posix = pytest.mark.skipif(os.name == "nt", reason="modes and links of POSIX")


class Said(View):
    """A view that says one thing."""

    personal: bool = False

    def __init__(self, text: str = "halo ✓", *, personal: bool = False) -> None:
        self.text = text
        self.personal = personal

    def document(self) -> Document:
        return Document((Paragraph(line(self.text)),))

    def data(self) -> dict[str, Any]:
        return {"said": self.text}

    def records(self) -> Records:
        return Records(("said",), [{"said": self.text}])


class Failing(Said):
    """A view that fails on its way."""

    def document(self) -> Document:
        raise RuntimeError("broken")


def _deliver(view: Said, output: str | None, form: str = "table") -> None:
    deliver(view, form, output, is_terminal=False, color=True)


def _mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


# -- files ----------------------------------------------------------------------------------------


def test_a_file_is_plain_text_in_utf_8(tmp_path: Path) -> None:
    path = tmp_path / "hasil.txt"
    _deliver(Said(), str(path))
    assert path.read_bytes() == "halo ✓\n".encode()
    assert list(tmp_path.iterdir()) == [path]


@posix
def test_modes(tmp_path: Path) -> None:
    before = os.umask(0o022)
    try:
        for personal, mode in ((False, 0o644), (True, 0o600)):
            path = tmp_path / f"{personal}"
            _deliver(Said(personal=personal), str(path))
            assert _mode(path) == mode
        (tmp_path / "False").chmod(0o640)
        _deliver(Said(), str(tmp_path / "False"))
        assert _mode(tmp_path / "False") == 0o640
        _deliver(Said(personal=True), str(tmp_path / "False"))
        assert _mode(tmp_path / "False") == 0o600
    finally:
        os.umask(before)


@posix
def test_a_temporary_file_is_private_from_the_start(tmp_path: Path) -> None:
    def fill(file: Bytes) -> None:
        (temporary,) = tmp_path.iterdir()
        assert _mode(temporary) == 0o600
        file.write(b"x")

    write_file(tmp_path / "hasil", fill, private=False)


def test_on_failure_what_was_there_stays(tmp_path: Path) -> None:
    path = tmp_path / "hasil"
    path.write_text("lama")
    with pytest.raises(RuntimeError):
        _deliver(Failing(), str(path))
    assert path.read_text() == "lama"
    assert list(tmp_path.iterdir()) == [path]


def test_a_full_disk_leaves_nothing_behind(tmp_path: Path) -> None:
    def fill(_file: Bytes) -> None:
        raise OSError(errno.ENOSPC, "full")

    with pytest.raises(DestinationError) as caught:
        write_file(tmp_path / "hasil", fill, private=False)
    assert caught.value.key == "destination.failed"
    assert caught.value.params["reason"] == reason_of(errno.ENOSPC)
    assert list(tmp_path.iterdir()) == []


@posix
def test_links_folders_and_pipes_are_refused(tmp_path: Path) -> None:
    target = tmp_path / "target"
    target.write_text("lama")
    (tmp_path / "link").symlink_to(target)
    (tmp_path / "broken").symlink_to(tmp_path / "none")
    os.mkfifo(tmp_path / "pipe")
    for name, key in {
        "link": "link", "broken": "link", "pipe": "special", ".": "folder", "no/such": "failed",
        "target/x": "failed", "nul\0": "failed",
    }.items():  # fmt: skip
        with pytest.raises(DestinationError) as caught:
            _deliver(Said(), str(tmp_path / name))
        assert caught.value.key == f"destination.{key}"
        assert caught.value.key in texts("id")
    assert target.read_text() == "lama"
    assert not (tmp_path / "none").exists()


def test_what_a_killed_run_left_is_swept(tmp_path: Path) -> None:
    old, new = tmp_path / ".adhoc-1.tmp", tmp_path / ".adhoc-2.tmp"
    for left in (old, new):
        left.write_text("siapa")
    os.utime(old, (1, 1))
    _deliver(Said(), str(tmp_path / "hasil"))
    assert not old.exists()
    assert new.exists()


# -- stdout ---------------------------------------------------------------------------------------


class _Stdout:
    """A stdout in an encoding, over bytes."""

    closed = False

    def __init__(self, encoding: str) -> None:
        self.encoding = encoding
        self.buffer = io.BytesIO()

    def flush(self) -> None:
        """Nothing is held."""

    def fileno(self) -> int:
        raise io.UnsupportedOperation


@pytest.mark.parametrize(
    ("form", "encoding", "expected"),
    [
        ("plain", "utf-8", "halo ✓\n".encode()),
        ("plain", "ascii", b"halo ok\n"),
        ("plain", "cp1252", b"halo ok\n"),
        ("csv", "cp1252", "said\nhalo ✓\n".encode()),
        ("json", "cp1252", b'{\n  "said": "halo \\u2713"\n}\n'),
    ],
)
def test_stdout_takes_what_it_can_show(
    form: str, encoding: str, expected: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    stdout = _Stdout(encoding)
    monkeypatch.setattr(sys, "stdout", stdout)
    for output in (None, "-"):
        stdout.buffer = io.BytesIO()
        _deliver(Said(), output, form)
        assert stdout.buffer.getvalue() == expected


def test_a_stdout_that_takes_text_only(monkeypatch: pytest.MonkeyPatch) -> None:
    stdout = io.StringIO()
    monkeypatch.setattr(sys, "stdout", stdout)
    _deliver(Said(), None, "csv")
    assert stdout.getvalue() == "said\nhalo ✓\n"


def test_no_stdout(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    with pytest.raises(DestinationError, match=r"destination\.closed"):
        _deliver(Said(), None)


class _Broken(io.BytesIO):
    """What fails when it is written to."""

    def __init__(self, error: OSError) -> None:
        super().__init__()
        self._error = error

    def write(self, _data: Any, /) -> int:
        raise self._error


@pytest.mark.parametrize(
    ("error", "raised"),
    [
        (OSError(errno.ENOSPC, "full"), DestinationError),
        (BrokenPipeError(errno.EPIPE, "gone"), BrokenPipeError),
    ],
)
def test_a_lost_report_is_never_a_success(
    error: OSError, raised: type[Exception], monkeypatch: pytest.MonkeyPatch
) -> None:
    stdout = _Stdout("utf-8")
    stdout.buffer = _Broken(error)
    monkeypatch.setattr(sys, "stdout", stdout)
    with pytest.raises(raised):
        _deliver(Said(), None)
