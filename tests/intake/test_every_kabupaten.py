"""`adhoc init` for each kabupaten and kota of Indonesia, and `adhoc check` right after it."""

from __future__ import annotations

import csv
import json
import os
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from adhoc_cli.places.country import Kabupaten, desa_of, kabupaten, kecamatan_of
from tests.cli.running import DAY
from tests.cli.running import inside as adhoc

_MEMBERS = ("anggota-ppk.csv", "anggota-pps.csv", "anggota-sekretariat.csv")
_PROVINCES = sorted({place.code[:2] for place in kabupaten()})


@pytest.fixture(autouse=True)
def without_waiting_for_the_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """3,600 files that nobody needs after a power cut: waiting for the disk takes 25 s."""
    monkeypatch.setattr(os, "fsync", lambda handle: None)


def _of(province: str) -> list[Kabupaten]:
    return [place for place in kabupaten() if place.code.startswith(f"{province}.")]


def _by_size(province: str) -> list[Kabupaten]:
    return sorted(_of(province), key=lambda place: len(desa_of(place)))


def _made(folder: Path, place: Kabupaten, *options: str) -> dict[str, Any]:
    ran = adhoc("init", str(folder), "--kabupaten", place.code, "--format", "json", *options)
    assert (ran.code, ran.err) == (0, ""), place
    return dict(json.loads(ran.out))


def _checked(folder: Path, code: int) -> dict[str, Any]:
    ran = adhoc("check", str(folder), *DAY, "--format", "json")
    assert ran.code == code, folder.name
    return dict(json.loads(ran.out))


def _assert_places_are_accepted(report: dict[str, Any], place: Kabupaten) -> None:
    """No row of the region files is rejected, and nothing at all is said about them."""
    read = {one["file"]: (one["accepted"], one["rejected"]) for one in report["inputs"]}
    assert read["kecamatan.csv"] == (len(kecamatan_of(place)), 0), place
    assert read["desa.csv"] == (len(desa_of(place)), 0), place
    said = [f for f in report["findings"] if f["file"] in ("kecamatan.csv", "desa.csv")]
    assert not said, place
    assert not [rule for rule in report["rules"] if rule["status"] == "crashed"], place


def _failed(report: dict[str, Any]) -> dict[str, int]:
    return {rule["code"]: rule["failed"] for rule in report["rules"] if rule["failed"]}


def _listed(path: Path) -> list[tuple[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return [(row["kode"], row["nama"]) for row in csv.DictReader(lines, strict=True)]


@pytest.mark.slow
@pytest.mark.parametrize("province", _PROVINCES)
def test_its_region_files_are_accepted_and_nobody_is_said_to_stand_in_it(
    tmp_path: Path, province: str
) -> None:
    """A folder without a single member is no roster yet (F103); its places are faultless."""
    # The smallest or the largest: a check takes as long as all the rest.
    looked_at = _by_size(province)[-(_PROVINCES.index(province) % 2)]
    for place in _of(province):
        folder = tmp_path / place.code
        _made(folder, place)
        assert _listed(folder / "kecamatan.csv") == [(k.code, k.name) for k in kecamatan_of(place)]
        assert _listed(folder / "desa.csv") == [(d.code, d.name) for d in desa_of(place)]
        if place != looked_at:
            continue
        report = _checked(folder, 3)
        _assert_places_are_accepted(report, place)
        assert _failed(report) == {"F103": 3}, place
        missing = [(f["code"], f["file"], f["line"]) for f in report["findings"]]
        assert missing == [("F103", name, 1) for name in _MEMBERS], place


# Where a place is changes nothing about its seats.
@pytest.mark.slow
@pytest.mark.parametrize("province", _PROVINCES[::8])
def test_with_seats_each_place_is_found_vacant(tmp_path: Path, province: str) -> None:
    """The largest of the province: each unit is told once, with all its seats."""
    place = _by_size(province)[-1]
    folder = tmp_path / place.code
    made = _made(folder, place, "--with-seats")
    report = _checked(folder, 1)
    _assert_places_are_accepted(report, place)
    bodies = report["summary"]["bodies"]
    counted = {name: (one["required"], one["vacant"]) for name, one in bodies.items()}
    assert counted == {name: (seats, seats) for name, seats in made["seats"].items()}, place
    units = len(kecamatan_of(place)) + len(desa_of(place))
    vacant = dict.fromkeys(("Q401", "Q406", "P801", "S701"), units)
    assert _failed(report) == {"V201": sum(made["seats"].values()), **vacant}, place


def test_the_reference_is_whole() -> None:
    places = kabupaten()
    kinds = Counter(desa.kind for place in places for desa in desa_of(place))
    assert len(places) == 514
    assert sum(len(kecamatan_of(place)) for place in places) == 7_277
    assert kinds == {"desa": 75_251, "kelurahan": 8_498, "desa adat": 14}
    assert kinds.total() == 83_763
