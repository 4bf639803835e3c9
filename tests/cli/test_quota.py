"""`adhoc quota`: a place is counted at a level that has it, and what is not counted is not full."""

from __future__ import annotations

from pathlib import Path

from adhoc_cli.rules.examples import Example
from tests.cli.conftest import made
from tests.cli.running import DAY
from tests.cli.running import inside as adhoc

_DESA = ("--region", "33.23.01.2016")
_KPPS = 'badan = ["KPPS"]\n[ubah.badan.KPPS]\nmulai = 2024-06-01\n'


def test_a_desa_is_counted_though_quota_is_by_kecamatan(gap: Path) -> None:
    for per in ([], ["--per", "kecamatan"], ["--per", "desa"], ["--short"]):
        ran = adhoc("quota", *DAY, *_DESA, *per, "--lang", "en", cwd=gap)
        assert (ran.code, ran.err) == (1, "")
        assert "1 vacant seat · PPS 2/3 · 10 June 2024" in ran.out
        assert "PPK: not counted per desa." in ran.out


def test_nothing_to_count_is_refused_and_never_full(gap: Path) -> None:
    for asked in ([*_DESA, "--body", "PPK"], [*_DESA, "--per", "tps"], ["--per", "tps"]):
        ran = adhoc("quota", *DAY, *asked, cwd=gap)
        assert (ran.code, ran.out) == (2, "")
        assert "tidak dihitung per" in ran.err


def test_a_body_without_a_seat_in_the_place_is_not_counted_as_full(tmp_path: Path) -> None:
    tps = {"tps.csv": b"kode_desa,nomor\n33.23.01.2013,1\n", "adhoc.toml": _KPPS.encode()}
    folder = made(tmp_path / "tps", Example(files=tps))
    ran = adhoc("quota", *DAY, *_DESA, "--body", "KPPS", "--per", "tps", "--lang", "en", cwd=folder)
    assert "KPPS: no seats in this place." in ran.out
    assert "no seats to count here" in ran.out
    assert "0 vacant" not in ran.out
