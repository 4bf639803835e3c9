"""Whether a name is taken, where the system does not say."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from adhoc_cli.files.folder import is_there


def test_a_name_is_there_or_not(tmp_path: Path) -> None:
    (tmp_path / "berkas").touch()
    (tmp_path / "putus").symlink_to(tmp_path / "tiada")
    assert is_there(tmp_path)
    assert is_there(tmp_path / "berkas")
    for absent in ("tiada", "putus", "berkas/di-dalamnya"):
        assert not is_there(tmp_path / absent)


@pytest.mark.parametrize("number", [errno.EACCES, errno.EIO, errno.ENAMETOOLONG])
def test_what_cannot_be_known_is_not_absent(
    number: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(Path, "stat", refused)
    with pytest.raises(OSError, match=os.strerror(number)):
        is_there(tmp_path)
