"""The systems that are pretended, and a roster for them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.systems.pretended import WindowsOs, on_windows


@pytest.fixture
def windows(monkeypatch: pytest.MonkeyPatch) -> WindowsOs:
    return on_windows(monkeypatch)


@pytest.fixture
def roster(tmp_path: Path) -> Path:
    return shutil.copytree("data/temanggung", tmp_path / "roster")
