"""A disk that lets go of no name: what was written counts, and what failed is told as it failed."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from adhoc_cli.files import folder as folders
from adhoc_cli.files.folder import NewFile, put
from adhoc_cli.files.temporary import finish, take_place, temporary_beside


@pytest.fixture(autouse=True)
def _nothing_is_removed(monkeypatch: pytest.MonkeyPatch) -> None:
    def unlink(path: Path, missing_ok: bool = False) -> None:
        raise OSError(errno.EIO, "faulty", str(path))

    monkeypatch.setattr(Path, "unlink", unlink)


def test_what_took_its_place_is_written(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"old")
    with temporary_beside(path) as (file, temporary):
        file.write(b"new")
        finish(file)
        take_place(temporary, path)
    assert [(one.name, one.read_bytes()) for one in tmp_path.iterdir()] == [("a.pdf", b"new")]


def test_what_did_not_is_told_by_its_own_fault(tmp_path: Path) -> None:
    with pytest.raises(KeyError), temporary_beside(tmp_path / "a.pdf"):
        raise KeyError


def test_the_fault_of_a_folder_is_the_first_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_room(temporary: Path, target: Path) -> None:
        raise OSError(errno.ENOSPC, "full", str(target))

    monkeypatch.setattr(folders, "take_place", no_room)
    first, then = (NewFile(name, b"x", 0, private=True) for name in ("a.csv", "b.csv"))
    with pytest.raises(OSError, match="full"):
        put(tmp_path, [first], [then])
