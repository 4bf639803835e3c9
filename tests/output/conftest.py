"""The faulty roster, read once."""

from __future__ import annotations

from pathlib import Path

import pytest

from adhoc_cli.roster.roster import Roster
from tests.output.rosters import roster_of


@pytest.fixture(scope="session")
def faulty(tmp_path_factory: pytest.TempPathFactory) -> Roster:
    return roster_of(tmp_path_factory.mktemp("output") / "contoh")


@pytest.fixture(scope="session")
def schemas() -> Path:
    import adhoc_cli.output

    return Path(adhoc_cli.output.__path__[0]) / "schemas"
