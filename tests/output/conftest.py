"""The office with faults, read once, under the law as it was frozen."""

from __future__ import annotations

import pytest

from adhoc_cli.roster.roster import Roster
from tests.examples import roster_of
from tests.office.law import frozen_law
from tests.output.faulty import FAULTY


@pytest.fixture(scope="session")
def faulty(tmp_path_factory: pytest.TempPathFactory) -> Roster:
    with frozen_law():
        return roster_of(tmp_path_factory.mktemp("output") / "contoh", FAULTY)
