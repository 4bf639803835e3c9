"""A Pilkada of the whole of Temanggung: 1,306 TPS, some 17,000 people, clean and with faults."""

from __future__ import annotations

import csv
import subprocess
import sys
from collections import Counter, defaultdict
from datetime import date
from itertools import chain
from pathlib import Path

import pytest

from scripts.sample.folders import IN_NOVEMBER, scattered, with_all_tps
from tests.cost import children_seconds
from tests.planted import found_by, listed, listed_in, places, roster_in

BODIES = ("ppk", "pps", "kpps", "pantarlih", "ketertiban", "sekretariat")
VOTING_DAY = date(2024, 11, 27)
FAULTS = 200
SECONDS = 1.5  # beyond the imports

Row = dict[str, str]

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("tps")
    with_all_tps(places()).write(target)
    return target


def rows(folder: Path, kind: str) -> list[Row]:
    with (folder / f"{kind}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


# -- the clean roster ------------------------------------------------------------------------------


def test_the_roster_is_of_the_size_of_the_regency(folder: Path) -> None:
    counts = {body: len(rows(folder, f"anggota-{body}")) for body in BODIES}
    assert counts["kpps"] == 9_142
    assert counts["ketertiban"] == 2_612
    assert sum(counts.values()) == pytest.approx(17_000, abs=500)


def test_tps_are_those_of_the_regency(folder: Path) -> None:
    tps = rows(folder, "tps")
    voters = [int(row["jumlah_pemilih"]) for row in tps]
    assert len(tps) == len({(row["kode_desa"], row["nomor"]) for row in tps}) == 1_306
    assert len({row["kode_desa"] for row in tps}) == 289
    assert sum(voters) == 617_814
    assert max(voters) == 600
    assert {400, 401} <= set(voters)


def test_pantarlih_are_two_only_above_400_voters(folder: Path) -> None:
    voters = {
        (row["kode_desa"], row["nomor"]): int(row["jumlah_pemilih"]) for row in rows(folder, "tps")
    }
    found = Counter((row["kode_wilayah"], row["tps"]) for row in rows(folder, "anggota-pantarlih"))
    assert found == {tps: 2 if count > 400 else 1 for tps, count in voters.items()}


def test_kpps_have_a_ketua_three_women_and_the_right_age(folder: Path) -> None:
    of_tps: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in rows(folder, "anggota-kpps"):
        of_tps[row["kode_wilayah"], row["tps"]].append(row)
    ages = set()
    for members in of_tps.values():
        assert len(members) == 7
        assert sum(row["jabatan"] == "ketua" for row in members) == 1
        assert sum(row["jenis_kelamin"] == "P" for row in members) >= 3
        ages |= {age(date.fromisoformat(row["tanggal_lahir"])) for row in members}
    assert (min(ages), max(ages)) == (17, 55)


def test_nobody_is_there_twice(folder: Path) -> None:
    everybody = list(chain.from_iterable(rows(folder, f"anggota-{body}") for body in BODIES))
    for column in ("nik", "telepon"):
        assert len({row[column] for row in everybody}) == len(everybody)


def test_nothing_is_found(folder: Path) -> None:
    assert not found_by(roster_in(folder, IN_NOVEMBER))


# -- time ------------------------------------------------------------------------------------------


def test_it_is_checked_soon_after_the_imports(folder: Path) -> None:
    """Alternated, the best of each: what else the machine does falls on both alike."""
    imports = [sys.executable, "-c", "import typer, rich.table, pydantic, pandas"]
    check = [sys.executable, "-m", "adhoc_cli", "check", str(folder)]
    check += ["--as-of", IN_NOVEMBER.isoformat(), "--format", "json"]
    seconds = [(seconds_of(imports), seconds_of(check)) for _ in range(2)]
    least_imports, least_check = (min(of) for of in zip(*seconds, strict=True))
    assert least_check - least_imports < SECONDS, seconds


def seconds_of(command: list[str]) -> float:
    begun = children_seconds()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return children_seconds() - begun


# -- faults ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("seed", [1, 2])
def test_exactly_the_scattered_faults_are_found(seed: int, tmp_path: Path) -> None:
    made = scattered(places(), FAULTS, seed)
    made.write_with_list(tmp_path, IN_NOVEMBER)
    planted = listed(listed_in(tmp_path))
    assert found_by(roster_in(tmp_path, IN_NOVEMBER)) == planted
    assert planted.total() >= FAULTS


def test_faults_are_spread_over_rules_bodies_and_places() -> None:
    planted = [one for seed in (1, 2, 3) for one in scattered(places(), FAULTS, seed).planted]
    assert len({one.code for one in planted}) > 40
    assert {one.body for one in planted} >= {
        "PPK", "PPS", "KPPS", "PANTARLIH", "KETERTIBAN", "SEKRETARIAT PPK", "SEKRETARIAT PPS",
    }  # fmt: skip
    assert {one.region[:8] for one in planted if one.region} >= {
        place.code for place in places().kecamatan
    }


def test_a_seed_plants_the_same_faults_each_time_and_another_seed_others(tmp_path: Path) -> None:
    def files(name: str, seed: int) -> dict[str, bytes]:
        scattered(places(), FAULTS, seed).write_with_list(tmp_path / name, IN_NOVEMBER)
        return {path.name: path.read_bytes() for path in (tmp_path / name).iterdir()}

    first, again, other = files("first", 1), files("again", 1), files("other", 2)
    assert first == again
    assert {name for name in first if first[name] != other[name]} >= {
        "anggota-kpps.csv",
        "anggota-pps.csv",
        "tertanam.json",
    }


# -- helpers ---------------------------------------------------------------------------------------


def age(born: date) -> int:
    """In completed years, on voting day."""
    return (
        VOTING_DAY.year - born.year - ((VOTING_DAY.month, VOTING_DAY.day) < (born.month, born.day))
    )
