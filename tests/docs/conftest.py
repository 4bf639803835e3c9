"""An office for the examples to run in."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.docs.office import Office


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """An office whose roster is complete and faultless, on 10 June 2024."""
    return Office(tmp_path)
