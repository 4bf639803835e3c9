"""What PAW in a column of statuses means: who may come, who has come, or nothing that is sure."""

from __future__ import annotations

import pytest

from adhoc_cli.models.evidence import Shown
from adhoc_cli.models.evidence import status_shown as shown_of
from adhoc_cli.models.types import STATUSES


def status_shown(counts: dict[str, int]) -> Shown:
    return shown_of(counts, STATUSES)


@pytest.mark.parametrize("beside", ["TERPILIH", "Tidak terpilih", "Belum dinilai"])
def test_in_an_announcement_it_is_a_reserve(beside: str) -> None:
    assert status_shown({"PAW": 2, beside: 3}) == {"paw": "cadangan"}


@pytest.mark.parametrize(
    "beside", ["Calon PAW", "PENGGANTI", "mengundurkan diri", "Wafat", "suspended"]
)
def test_beside_reserves_or_somebody_who_left_it_is_not(beside: str) -> None:
    assert status_shown({"PAW": 2, "terpilih": 3, beside: 1}) == {}


def test_alone_it_says_nothing() -> None:
    assert status_shown({"PAW": 2, "aktif": 3}) == {}
