"""PlaceNames by code or by name; BPS codes; nothing by similarity."""

from __future__ import annotations

from pathlib import Path

import pytest

from adhoc_cli.intake.place_cells import PlaceCells
from adhoc_cli.intake.places import Found, Resolver, known_places
from adhoc_cli.intake.refused import ImportRefused
from adhoc_cli.places.find import find_kabupaten
from adhoc_cli.places.names import PlaceNames, name_key
from adhoc_cli.places.reference import names_in
from tests.intake.messy import region_folder

TEMANGGUNG = PlaceNames({"33.23": "Kabupaten Temanggung", **names_in("33.23")})
RESOLVER = Resolver(TEMANGGUNG, "kode_wilayah")
BULU = "33.23.01.2001"


def find(code: str = "", desa: str = "", kecamatan: str = "", level: str | None = "desa") -> Found:
    return RESOLVER.find(PlaceCells(code, desa, kecamatan, level))


def key(found: Found) -> str:
    assert found.fault is not None
    return found.fault.key


def codes(found: Found) -> tuple[str, ...]:
    assert found.fault is not None
    return tuple(region.code for region in found.fault.params["candidates"])


@pytest.mark.parametrize(
    ("said", "code", "by"),
    [
        (PlaceCells("33.23.01.2001", "", "", "desa"), BULU, "code"),
        (PlaceCells("3323012001", "", "", "desa"), BULU, "code"),
        (PlaceCells("'3323012001", "Desa Bulu", "Kec. Bulu", "desa"), BULU, "code"),
        (PlaceCells("332301", "", "BULU", "kecamatan"), "33.23.01", "code"),
        (PlaceCells("33.23.01", "Tegalurung", "Bulu", "kecamatan"), "33.23.01", "code"),
        (PlaceCells("", "tegal urung", "bulu", "desa"), "33.23.01.2002", "name"),
        (PlaceCells("", "Tegalurung", "", "desa"), "33.23.01.2002", "name"),
        (PlaceCells("", "KELURAHAN KERTOSARI", "TEMANGGUNG", "desa"), "33.23.03.1006", "name"),
        (PlaceCells("", "", "Kecamatan Tembarak", "kecamatan"), "33.23.02", "name"),
        (PlaceCells("", "Tegalurung", "Bulu", None), "33.23.01.2002", "name"),
        (PlaceCells("", "", "Bulu", None), "33.23.01", "name"),
        (PlaceCells("Tegalurung", "", "Bulu", "desa"), "33.23.01.2002", "name"),
        (PlaceCells("Bulu", "Tegalurung", "", "desa"), "33.23.01.2002", "name"),
        (PlaceCells("Bulu", "", "", "kecamatan"), "33.23.01", "name"),
    ],
)
def test_found(said: PlaceCells, code: str, by: str) -> None:
    found = RESOLVER.find(said)
    assert (found.code, found.by, found.fault) == (code, by, None) or found.code.startswith(
        code[:8]
    )
    assert found.fault is None


def test_a_name_that_several_places_have() -> None:
    found = find(desa="Banjarsari")
    assert key(found) == "place_ambiguous"
    assert len(codes(found)) == 3
    assert find(desa="Banjarsari", kecamatan="Kandangan").fault is None


def test_a_name_that_no_place_has_is_only_suggested() -> None:
    found = find(desa="Tegalurong", kecamatan="Bulu")
    assert key(found) == "place_unknown_within"
    assert codes(found) == ("33.23.01.2002",)
    assert key(find(desa="Tegalurung", kecamatan="Buluu")) == "place_unknown"
    assert key(find(kecamatan="Buluu", level="kecamatan")) == "place_unknown"
    elsewhere = find(desa="Drono", kecamatan="Ngadirejo")
    assert codes(elsewhere) == ("33.23.02.2012",)


def test_roman_numerals_are_not_alike() -> None:
    places = PlaceNames({"33.23.01": "Bulu", "33.23.01.2001": "Bulu I", "33.23.01.2002": "Bulu II"})
    resolver = Resolver(places, "kode_wilayah")
    assert resolver.find(PlaceCells("", "Bulu I", "Bulu", "desa")).code == "33.23.01.2001"
    assert resolver.find(PlaceCells("", "Bulu III", "Bulu", "desa")).fault is not None


def test_bps_codes() -> None:
    found = find("3323012001", "Tlogowero", "Bansari")
    assert key(found) == "bps_code"
    assert found.fault is not None
    assert found.fault.params["found"].code == BULU
    assert [TEMANGGUNG.names[code] for code in codes(found)] == ["Tlogowero"]
    assert key(find("3323012001", "Tlogowero")) == "bps_code"
    assert key(find("3323010001", "Bulu", "Bulu")) == "bps_code"
    assert key(find("3323010", "", "Bulu", "kecamatan")) == "bps_code"
    assert key(find("3323999999")) == "bps_code"
    assert key(find("33.23.01.2001", "Tlogowero", "Bansari")) == "code_name_differs"


def test_a_name_beside_a_code_that_no_place_has_is_told() -> None:
    assert find("3323012001", "Buluh").differs == "Buluh"
    assert find("3323012001", "Bulu", "Bulukerto").differs == "Bulukerto"
    assert find("3323012001", "", "Tembarak").fault is not None


@pytest.mark.parametrize(
    ("said", "fault"),
    [
        (PlaceCells("", "", "", "desa"), "place_missing"),
        (PlaceCells("", "", "Bulu", "desa"), "place_missing"),
        (PlaceCells("", "Bulu", "", "kecamatan"), "place_missing"),
        (PlaceCells("33.23.01.2999", "", "", "desa"), "code_unknown"),
        (PlaceCells("3374012001", "", "", "desa"), "code_unknown"),
        (PlaceCells("33.23.01.2001", "", "", "kecamatan"), "level_desa"),
        (PlaceCells("33.23.01", "", "", "desa"), "level_kecamatan"),
        (PlaceCells("33.23", "", "", "desa"), "level_kabupaten"),
        (PlaceCells("33.99", "", "", "desa"), "code_malformed"),
        (PlaceCells("33.23.01", "", "", "kabupaten"), "level_kecamatan"),
        (PlaceCells("33.08", "", "", "kabupaten"), "code_unknown"),
        (PlaceCells("Atlantis", "", "", "kabupaten"), "place_unknown"),
        (PlaceCells("", "Bulu", "Bulu", "kabupaten"), "place_missing"),
        (PlaceCells("3,32301E+09", "", "", "desa"), "number_damaged"),
        (PlaceCells("3323012001.0", "", "", "desa"), "number_damaged"),
    ],
)
def test_refused(said: PlaceCells, fault: str) -> None:
    assert key(RESOLVER.find(said)) == fault


def test_without_known_places() -> None:
    resolver = Resolver(None, "kode_wilayah")
    assert resolver.find(PlaceCells("3323012001", "Bulu", "", "desa")).code == BULU
    assert key(resolver.find(PlaceCells("3323012001", "Tlogowero", "", "desa"))) == "bps_code"
    assert key(resolver.find(PlaceCells("9999012001", "", "", "desa"))) == "code_unknown"
    assert key(resolver.find(PlaceCells("", "Bulu", "Bulu", "desa"))) == "no_places"
    assert key(resolver.find(PlaceCells("3323010", "", "Bulu", "kecamatan"))) == "bps_code"


def test_a_region_file_may_hold_codes_that_the_reference_does_not() -> None:
    resolver = Resolver(TEMANGGUNG, "kode", strict=False)
    assert resolver.find(PlaceCells("33.23.21", "", "Baru", "kecamatan")).code == "33.23.21"
    assert (
        key(resolver.find(PlaceCells("3323012001", "Tlogowero", "Bansari", "desa"))) == "bps_code"
    )


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        (PlaceCells("Kledung", "", "Bulu", "kecamatan"), ("33.23.01",)),
        (PlaceCells("Tegalurung", "Bulu", "Bulu", None), ("33.23.01.2001",)),
    ],
)
def test_a_name_in_place_of_the_code_is_held_against_the_others(
    said: PlaceCells, meant: tuple[str, ...]
) -> None:
    found = RESOLVER.find(said)
    assert (key(found), codes(found)) == ("code_name_differs", meant)


def test_a_misspelt_name_beside_the_one_in_place_of_the_code_is_told() -> None:
    found = find("Kledung", kecamatan="Buluu", level="kecamatan")
    assert (found.code, found.by, found.differs) == ("33.23.17", "name", "Buluu")


@pytest.mark.parametrize(
    ("code", "level", "key"),
    [("78.92.58", "desa", "level_kecamatan"), ("78.92.58.2001", "kecamatan", "level_desa")],
)
def test_a_new_place_is_of_the_level_of_its_file(code: str, level: str, key: str) -> None:
    """The reader would refuse such a row of `desa.csv` or `kecamatan.csv`."""
    found = Resolver(TEMANGGUNG, "kode", strict=False).find(PlaceCells(code, "Baru", "Baru", level))
    assert found.fault is not None
    assert found.fault.key == key


def test_where_the_places_come_from(tmp_path: Path) -> None:
    folder = region_folder(tmp_path / "t")
    assert known_places(tmp_path / "none", None) is None
    read = known_places(folder, None)
    assert read is not None
    assert len(read.names) == 310
    reference = known_places(tmp_path, find_kabupaten("Temanggung"))
    assert reference is not None
    assert len(reference.names) == 310
    (folder / "desa.csv").write_text("kode,nama\n")
    mixed = known_places(folder, None)
    assert mixed is not None
    assert len(mixed.names) == 310
    (folder / "kecamatan.csv").write_text("kode,nama\n33.23.01,Bulu\n")
    few = known_places(folder, None)
    assert few is not None
    assert sum(len(code) == 8 for code in few.names) == 1
    (folder / "desa.csv").write_text("x,y\n1,2\n")
    with pytest.raises(ImportRefused) as refused:
        known_places(folder, None)
    assert refused.value.params["file"] == "desa.csv"
    own = known_places(folder, None, own="desa")
    assert own is not None


@pytest.mark.parametrize("name", ["Kec. Bulu", "KECAMATAN BULU", "bulu", "Desa  Bulu", "Ds. Bulu"])
def test_name_keys(name: str) -> None:
    assert name_key(name) == "bulu"
    assert name_key("Kelir") == "kelir"
    assert name_key("Desa") == "desa"
