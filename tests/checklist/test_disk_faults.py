"""A disk that refuses, in this process: some of what strace does to another one, everywhere."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from adhoc_cli.checklist import journal
from adhoc_cli.checklist.faults import JournalWriteError, Step
from adhoc_cli.checklist.journal import append
from adhoc_cli.checklist.mark import Mark, MarkStatus
from tests.checklist.journals import ASIDE, FILE, HEADER, WINDOWS, evidence

OLD = HEADER + '2024-05-20T09:30:00+07:00,Sri,33.23.17,PPK-01,terlaksana,2024-05-20,lama,""\n'
TORN = "2024-05-21T09:30:00+07:00,Sri,33.23"
DONE = Mark("33.23.17", "PPK-01", MarkStatus.DONE, date(2024, 5, 20), "foto")
FINE = 0


@pytest.fixture(autouse=True)
def _nothing_stays_open() -> Iterator[None]:
    before = _open_files()
    yield
    assert _open_files() == before


def _open_files() -> int:
    return len([*Path("/proc/self/fd").iterdir()]) if sys.platform == "linux" else 0


def _refuse(patch: pytest.MonkeyPatch, *errors: int) -> None:
    """Let what is to be on the disk end so, one call after the other; then all is well."""
    left = list(errors)

    def to_disk(_: int) -> None:
        if left and (error := left.pop(0)):
            raise OSError(error, os.strerror(error))

    patch.setattr(journal, "to_disk", to_disk)


@pytest.mark.skipif(WINDOWS, reason="a folder is not put on the disk there")
@pytest.mark.parametrize(
    ("before", "errors", "told", "after"),
    [
        (None, [errno.EIO], (Step.OPEN, True), None),  # its name
        (None, [FINE, errno.EIO], (Step.WRITE, True), None),
        (None, [FINE, errno.EIO, errno.EIO], (Step.WRITE, False), None),
        (OLD, [errno.EIO], (Step.WRITE, True), OLD),
        (OLD, [errno.EIO, errno.EIO], (Step.WRITE, False), OLD),
        (OLD + TORN, [errno.EIO], (Step.SET_ASIDE, True), OLD + TORN),  # the name of what is kept
        (OLD + TORN, [FINE, errno.EIO], (Step.SET_ASIDE, True), OLD + TORN),
        (OLD + TORN, [FINE, FINE, errno.EIO], (Step.SET_ASIDE, True), OLD),
        (OLD + TORN, [FINE, FINE, FINE, errno.EIO], (Step.WRITE, True), OLD),
    ],
)
def test_what_is_not_on_the_disk_is_not_recorded(
    before: str | None,
    errors: list[int],
    told: tuple[Step, bool],
    after: str | None,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = tmp_path / FILE
    if before is not None:
        path.write_text(before)
    _refuse(monkeypatch, *errors)
    with pytest.raises(JournalWriteError) as error:
        append(tmp_path, [DONE])
    assert (error.value.step, error.value.restored) == told
    assert (path.read_text() if path.exists() else None) == after
    kept = before is not None and before.endswith(TORN) and after == OLD
    assert (error.value.aside is not None) is kept
    if kept:
        assert (tmp_path / f"{ASIDE}1").read_text() == TORN


@pytest.mark.skipif(WINDOWS, reason="a folder is not put on the disk there")
@pytest.mark.parametrize("error", [errno.EINVAL, errno.ENOTSUP])
def test_a_folder_of_the_network_need_not_be_on_a_disk(
    error: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _refuse(monkeypatch, error)
    append(tmp_path, [DONE])
    assert evidence(tmp_path) == ["foto"]


def test_a_journal_that_cannot_be_read_takes_no_mark(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / FILE).write_text(OLD)

    def refuse(*_: int) -> bytes:
        raise OSError(errno.EIO, "faulty")

    monkeypatch.setattr(journal, "_read", refuse)
    with pytest.raises(JournalWriteError) as error:
        append(tmp_path, [DONE])
    assert (error.value.step, error.value.errno) == (Step.READ, errno.EIO)
    assert (tmp_path / FILE).read_text() == OLD


def test_a_journal_that_somebody_makes_shorter_just_now_ends_somewhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / FILE).write_text(OLD)
    monkeypatch.setattr(journal, "_size", lambda _: 1 << 17)
    append(tmp_path, [DONE])
    assert evidence(tmp_path) == ["lama", "foto"]


@pytest.mark.skipif(WINDOWS, reason="links and pipes of POSIX")
def test_neither_a_link_nor_a_pipe_is_a_journal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, code in (("link", errno.ELOOP), ("pipe", errno.EINVAL)):
        folder = tmp_path / name
        folder.mkdir()
        if name == "pipe":
            os.mkfifo(folder / FILE)
        else:  # where the system does not refuse it by itself
            (tmp_path / "other").write_text(OLD)
            (folder / FILE).symlink_to(tmp_path / "other")
            nofollow = getattr(os, "O_NOFOLLOW", 0)
            monkeypatch.setattr(journal, "_FLAGS", journal._FLAGS & ~nofollow)
            monkeypatch.delattr(os, "O_NOFOLLOW", raising=False)
        with pytest.raises(JournalWriteError) as error:
            append(folder, [DONE])
        assert (error.value.step, error.value.errno) == (Step.OPEN, code)
    assert (tmp_path / "other").read_text() == OLD


def test_a_folder_that_is_none_is_not_made(tmp_path: Path) -> None:
    (tmp_path / "berkas").touch()
    for name, why in (("berkas", errno.ENOTDIR), ("tiada", errno.ENOENT)):
        with pytest.raises(JournalWriteError) as error:
            append(tmp_path / name, [DONE])
        assert (error.value.step, error.value.errno) == (Step.OPEN, why)
    assert not (tmp_path / "tiada").exists()
