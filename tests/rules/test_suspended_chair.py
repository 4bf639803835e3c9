"""A suspended ketua is the ketua until the decree: nobody is missing, and who acts is no second."""

from __future__ import annotations

from pathlib import Path

import pytest

from adhoc_cli.engine.run import run_rule
from adhoc_cli.rules.registry import find_rule
from tests.roster.rosters import BULU, Row, make, member

_SUSPENDED = "diberhentikan sementara"


def _bulu(*roles: tuple[str, str]) -> list[Row]:
    return [
        member("PPK", BULU, nama=f"Wagiman {name}", jabatan=role, status=status)
        for name, (role, status) in zip("ABCDE", roles, strict=True)
    ]


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        (("ketua", _SUSPENDED), ("anggota", "aktif"), []),
        (("ketua", _SUSPENDED), ("ketua", "aktif"), []),  # who acts as ketua
        (("ketua", "diberhentikan"), ("anggota", "aktif"), ["Q403"]),
        (("ketua", "aktif"), ("ketua", "aktif"), ["Q404"]),
        (("ketua", _SUSPENDED), ("ketua", _SUSPENDED), []),
        (("anggota", _SUSPENDED), ("anggota", "aktif"), ["Q403"]),
    ],
)
def test_one_ketua_counts(
    tmp_path: Path, first: tuple[str, str], second: tuple[str, str], found: list[str]
) -> None:
    others = [("anggota", "aktif")] * 3
    roster = make(tmp_path, *_bulu(first, second, *others))
    told = [
        code
        for code in ("Q403", "Q404")
        for one in run_rule(roster, find_rule(code), None).findings
        if one.region and one.region.code == BULU and one.body == "PPK"
    ]
    assert told == found
